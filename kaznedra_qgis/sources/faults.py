"""What went wrong on the way to a server, or there, as a Code with facts."""

import ssl
from collections.abc import Iterator
from typing import Optional

import requests
import urllib3.exceptions
from requests import exceptions

from ..errors import Code
from .body import BodyTooLarge


class Cancelled(requests.RequestException):
    """The user cancelled while the transport was at work."""


class CredentialsUnusable(requests.RequestException):
    """The authentication config could not be applied; nothing was sent."""


_CODES: tuple[tuple[type[BaseException], Code], ...] = (
    (Cancelled, Code.CANCELLED),
    (CredentialsUnusable, Code.CREDENTIALS_UNUSABLE),
    (BodyTooLarge, Code.TOO_LARGE),
    (exceptions.ProxyError, Code.PROXY),
    (exceptions.SSLError, Code.CERTIFICATE),
    (exceptions.Timeout, Code.TIMED_OUT),
    (exceptions.ChunkedEncodingError, Code.BODY_CUT),
    (exceptions.ContentDecodingError, Code.BODY_CUT),
    (urllib3.exceptions.TimeoutError, Code.TIMED_OUT),
    (urllib3.exceptions.SSLError, Code.CERTIFICATE),
    (urllib3.exceptions.HTTPError, Code.BODY_CUT),
    (TimeoutError, Code.TIMED_OUT),
)
_REFUSALS = {
    401: Code.UNAUTHORIZED,
    403: Code.FORBIDDEN,
    404: Code.NOT_FOUND,
    407: Code.PROXY,
    408: Code.TIMED_OUT,
    410: Code.NOT_FOUND,
    429: Code.TOO_MANY_REQUESTS,
}


_UNSENT: tuple[type[BaseException], ...] = (
    CredentialsUnusable,
    ConnectionRefusedError,
    ssl.SSLCertVerificationError,
    exceptions.ConnectTimeout,
    urllib3.exceptions.NewConnectionError,
    urllib3.exceptions.ConnectTimeoutError,
)
_NOT_TAKEN = frozenset({400, 401, 403, 404, 405, 406, 407, 410, 411, 413, 414, 415, 422, 429, 431, 451, 501})


def is_unsent(error: BaseException) -> bool:
    """True where a transport's exception shows that nothing of the request can have reached the server."""
    return getattr(error, "unsent", False) or any(isinstance(cause, _UNSENT) for cause in _causes(error))


def is_not_taken(status: int) -> bool:
    """True where a status shows that the server did nothing with what it was sent."""
    return status in _NOT_TAKEN


def refusal(status: int) -> Code:
    """The code of an HTTP status that is no success."""
    return _REFUSALS.get(status, Code.SERVER_FAULT if status >= 500 else Code.REFUSED)


def fault(error: BaseException) -> tuple[Code, dict[str, object]]:
    """The code of a transport's exception, and the facts that can be told of it: `reason`, `limit`."""
    code = next((code for kind, code in _CODES if isinstance(error, kind)), Code.UNREACHABLE)
    if code is Code.TOO_LARGE:
        return code, {"limit": error.args[0]}
    reason = _reason(error)
    return code, {"reason": reason} if reason else {}


def _reason(error: BaseException) -> str:
    """The words of the system (never those of a library, which quote the address with its secrets)."""
    found: Optional[str] = None
    for cause in _causes(error):
        if isinstance(cause, OSError) and cause.strerror and not isinstance(cause, requests.RequestException):
            found = str(cause.strerror)
    return found or type(error).__name__


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The exception and those that it came from, each once."""
    queue: list[object] = [error]
    seen: set[int] = set()
    while queue:
        item = queue.pop(0)
        if not isinstance(item, BaseException) or id(item) in seen:
            continue
        seen.add(id(item))
        yield item
        queue += [*item.args, getattr(item, "reason", None), item.__cause__, item.__context__]
