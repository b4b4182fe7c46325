"""What went wrong on the way to a server, or there, as a Code with facts."""

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
    queue: list[object] = [error]
    seen: set[int] = set()
    while queue:
        item = queue.pop(0)
        if not isinstance(item, BaseException) or id(item) in seen:
            continue
        seen.add(id(item))
        if isinstance(item, OSError) and item.strerror and not isinstance(item, requests.RequestException):
            found = str(item.strerror)
        queue += [*item.args, getattr(item, "reason", None), item.__cause__, item.__context__]
    return found or type(error).__name__
