"""One HTTP request by QGIS's network manager: begun, watched and ended on the main thread."""

import threading
import time
from datetime import timedelta
from enum import Enum
from functools import wraps
from io import BytesIO
from typing import Any, Callable, Optional

import requests
from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QByteArray, QCoreApplication, QIODevice, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyQuery, QNetworkReply, QNetworkRequest
from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict

from .sources.addresses import origin
from .sources.body import BodyTooLarge, unpacked
from .sources.faults import Cancelled, CredentialsUnusable
from .sources.limits import Limits

_TICK_MS = 100
_LONGEST_STEP_S = 0.25
_BURIAL_MS = 500
_NO_QT_TIMEOUT_MS = 3_600_000
_OWN_HEADERS = frozenset({"accept-encoding", "connection", "content-length", "host", "keep-alive"})


class _Stop(Enum):
    IDLE = "nothing came"
    TOTAL = "took too long"
    CANCELLED = "cancelled"
    TOO_LARGE = "too large"


def _holding_reply(slot: Callable[..., None]) -> Callable[..., None]:
    """A slot that asks the reply: where PyQt has lost hold of that, the exchange ends like a lost connection.

    Seen once under load: Qt's reply went on to its end, and its Python object said that it has been deleted.
    """

    @wraps(slot)
    def guarded(self: "Exchange") -> None:
        try:
            slot(self)
        except RuntimeError as lost:
            self._lose(lost)

    return guarded


class Exchange:
    """A request and its reply. `begin` on the main thread; when `done` is set, `response` in whichever thread asked.

    `then` holds what is called on the main thread at the end. `taken` is set when the main thread has heard of it,
    `abandoned` by one who waits no longer.
    """

    def __init__(
        self,
        request: requests.PreparedRequest,
        authcfg: str,
        idle_s: float,
        limits: Limits,
        is_cancelled: Callable[[], bool],
    ) -> None:
        self.request = request
        self.place = (origin(request.url), authcfg)
        self.done = threading.Event()
        self.then: list[Callable[[], object]] = []
        self.taken = self.abandoned = False
        self.status = 0
        self.error = 0
        self._authcfg = authcfg
        self._idle_s = idle_s
        self._limits = limits
        self._is_cancelled = is_cancelled
        self._failure: Optional[Exception] = None
        self._stop: Optional[_Stop] = None
        self._reply: Optional[QNetworkReply] = None
        self._timer: Optional[QTimer] = None
        self._tls: list[str] = []
        self._words = self._reason = ""
        self._headers: list[tuple[bytes, bytes]] = []
        self._pieces: list[bytes] = []
        self._size = 0
        self._idle = self._total = 0.0
        self._ticked = 0.0
        self._dialog_before: Any = None
        self._proxied = False
        self._content: Optional[_Once] = None

    @property
    def answered(self) -> bool:
        """True when the server took the request: no sign-in or certificate dialog is to be feared from the next."""
        return self.error == 0 and 0 < self.status < 400

    @property
    def refused_for_all(self) -> bool:
        """True when what failed is the way to the place, not this request: its certificate, or a proxy's sign-in."""
        kind = QNetworkReply.NetworkError
        proxy = (_number(kind.ProxyAuthenticationRequiredError), _number(kind.ProxyConnectionRefusedError))
        return self.status == 407 or self.error in (_number(kind.SslHandshakeFailedError), *proxy)

    def end_like(self, other: "Exchange") -> None:
        """End without having begun, the same way as another that went to the same place."""
        self.status, self.error, self._reason, self._words = other.status, other.error, other._reason, other._words
        self._tls, self._headers, self._proxied = other._tls, other._headers, other._proxied
        self._pieces, self._size = other._pieces, other._size
        self._finish()

    def begin(self) -> None:
        """Send the request."""
        try:
            self._dialog_before = _modal_dialog()
            request = self._prepared()
            self._ticked = time.monotonic()
            self._reply = reply = self._sent(request)
        except Exception as error:
            self._failure = error
            self._finish()
            return
        reply.readyRead.connect(self._arriving)
        reply.uploadProgress.connect(self._moved)
        reply.metaDataChanged.connect(self._announced)
        reply.sslErrors.connect(self._note_tls)
        reply.finished.connect(self._end)
        # Qt's own, and ended later: its last tick may be what ends it
        self._timer = QTimer(QCoreApplication.instance())
        self._timer.timeout.connect(self._tick)
        self._timer.start(_TICK_MS)
        if reply.isFinished():
            self._end()

    def response(self, connection: BaseAdapter) -> requests.Response:
        """The response of requests, or its exception."""
        if self._failure is not None:
            raise self._failure
        self._raise_stop()
        if self.status < 400 and (self.error or not self.status):
            fault = self._fault()
            fault.unsent = not self.status and self.error in _unsent_errors()
            raise fault
        response = requests.Response()
        response.status_code = self.status
        response.reason = self._reason
        response.headers = CaseInsensitiveDict(
            (name.decode("latin-1"), value.decode("latin-1").replace("\n", ", ")) for name, value in self._headers
        )
        body = self._whole_body(response.headers)
        response._content = body
        response.raw = _Body(body)
        response.raw.wire_size = self._size
        response.encoding = requests.utils.get_encoding_from_headers(response.headers)
        response.url = self.request.url
        response.request = self.request
        response.connection = connection
        response.elapsed = timedelta(seconds=self._total)
        return response

    def _prepared(self) -> QNetworkRequest:
        request = QNetworkRequest(QUrl.fromEncoded(QByteArray(self.request.url.encode("ascii"))))
        for name, value in self.request.headers.items():
            if name.lower() not in _OWN_HEADERS:
                request.setRawHeader(_bytes(name), _bytes(value))
        # QGIS writes its own User-Agent over ours; this header still tells the server who asks
        request.setRawHeader(b"X-Client", _bytes(self.request.headers.get("User-Agent", "")))
        # Qt leaves the body packed when the header is not its own: only so can it be checked for being whole
        request.setRawHeader(b"Accept-Encoding", b"gzip")
        attribute = QNetworkRequest.Attribute
        manual = QNetworkRequest.RedirectPolicy.ManualRedirectPolicy
        request.setAttribute(attribute.RedirectPolicyAttribute, _number(manual))
        always = QNetworkRequest.CacheLoadControl.AlwaysNetwork
        request.setAttribute(attribute.CacheLoadControlAttribute, _number(always))
        request.setAttribute(attribute.CacheSaveControlAttribute, False)
        request.setTransferTimeout(_NO_QT_TIMEOUT_MS)
        return self._signed(request)

    def _signed(self, request: QNetworkRequest) -> QNetworkRequest:
        if not self._authcfg:
            return request
        manager = QgsApplication.authManager()
        # a method that this QGIS lacks signs nothing and says nothing
        if manager.isDisabled() or manager.configAuthMethodKey(self._authcfg) not in manager.authMethodsKeys():
            raise CredentialsUnusable(request=self.request)
        signed = manager.updateNetworkRequest(request, self._authcfg)
        good, request = signed if isinstance(signed, tuple) else (signed, request)
        if not good:
            raise CredentialsUnusable(request=self.request)
        return request

    def _sent(self, request: QNetworkRequest) -> QNetworkReply:
        manager = QgsNetworkAccessManager.instance()
        method = (self.request.method or "GET").upper()
        if method == "GET":
            reply = manager.get(request)
        elif method == "HEAD":
            reply = manager.head(request)
        else:
            self._content = _Once(_bytes(self.request.body or b""))
            reply = manager.sendCustomRequest(request, method.encode("ascii"), self._content)
            # Qt reads it as long as there is a reply, whoever has lost interest in that
            self._content.setParent(reply)
        if self._authcfg:
            QgsApplication.authManager().updateNetworkReply(reply, self._authcfg)
        return reply

    def _moved(self, *_: object) -> None:
        self._idle = 0.0

    @_holding_reply
    def _announced(self) -> None:
        self._idle = 0.0
        length = self._reply.header(QNetworkRequest.KnownHeaders.ContentLengthHeader) if self._reply else None
        if length is not None and int(length) > self._limits.page_bytes:
            self._abort(_Stop.TOO_LARGE)

    @_holding_reply
    def _arriving(self) -> None:
        self._idle = 0.0
        # piece by piece: a whole page read at the end would hold the main thread up
        if self._reply is not None and self._stop is None:
            self._take(self._reply)

    def _take(self, reply: QNetworkReply) -> None:
        piece = bytes(reply.readAll())
        self._pieces.append(piece)
        self._size += len(piece)
        if self._size > self._limits.page_bytes:
            self._pieces.clear()
            self._abort(_Stop.TOO_LARGE)
            self._stop = self._stop or _Stop.TOO_LARGE

    def _note_tls(self, errors: Any) -> None:
        self._tls += [error.errorString() for error in errors]

    @_holding_reply
    def _tick(self) -> None:
        """Clocks of our own: they stand while a dialog opened since the beginning waits for the user (sign-in,
        certificate), and while the main thread did not turn its loop."""
        now = time.monotonic()
        step, self._ticked = min(now - self._ticked, _LONGEST_STEP_S), now
        if _modal_dialog() not in (None, self._dialog_before):
            return
        self._idle += step
        self._total += step
        if self.abandoned or self._is_cancelled():
            self._abort(_Stop.CANCELLED)
        elif self._total > self._limits.total_s:
            self._abort(_Stop.TOTAL)
        elif self._idle > self._idle_s:
            self._abort(_Stop.IDLE)

    def _abort(self, stop: _Stop) -> None:
        if self._reply is not None and self._stop is None and not self._reply.isFinished():
            self._stop = stop
            self._reply.abort()

    @_holding_reply
    def _end(self) -> None:
        reply, self._reply = self._reply, None
        if reply is None:
            return
        self._stop_timer()
        attribute = QNetworkRequest.Attribute
        self.error = _number(reply.error())
        self.status = int(reply.attribute(attribute.HttpStatusCodeAttribute) or 0)
        self._reason = str(reply.attribute(attribute.HttpReasonPhraseAttribute) or "")
        self._words = reply.errorString()
        self._proxied = bool(self.error) and not self.status and _goes_through_http_proxy(reply.url())
        self._headers = [(bytes(name), bytes(value)) for name, value in reply.rawHeaderPairs()]
        if self._stop is None and reply.isOpen():
            self._take(reply)
        _bury(reply)
        self._finish()

    def _lose(self, why: RuntimeError) -> None:
        if self.done.is_set():
            raise why
        self._reply = None
        self._stop_timer()
        self._failure = requests.ConnectionError(why, request=self.request)
        self._finish()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer.deleteLater()
            self._timer = None

    def _finish(self) -> None:
        calls, self.then = self.then, []
        self.done.set()
        for call in calls:
            call()

    def _raise_stop(self) -> None:
        if self._stop is _Stop.CANCELLED or self._is_cancelled():
            raise Cancelled(request=self.request)
        if self._stop is _Stop.TOO_LARGE:
            raise BodyTooLarge(self._limits.page_bytes, request=self.request)
        if self._stop is not None:
            raise requests.ReadTimeout(self._stop.value, request=self.request)

    def _fault(self) -> requests.RequestException:
        """The exception of requests for an error of QNetworkReply."""
        kind = QNetworkReply.NetworkError
        words = "; ".join(dict.fromkeys(self._tls)) or self._words
        cause = OSError(self.error, "" if "://" in words else words)
        if self.error in (_number(kind.OperationCanceledError), _number(kind.TimeoutError)):
            return requests.ReadTimeout(cause, request=self.request)
        if self.error == _number(kind.SslHandshakeFailedError):
            return requests.exceptions.SSLError(cause, request=self.request)
        told = _number(kind.ProxyConnectionRefusedError) <= self.error <= _number(kind.UnknownProxyError)
        if told or (self._proxied and self.error <= _number(kind.HostNotFoundError)):
            return requests.exceptions.ProxyError(cause, request=self.request)
        if self.status:
            return requests.exceptions.ChunkedEncodingError(cause, request=self.request)
        return requests.ConnectionError(cause, request=self.request)

    def _whole_body(self, headers: CaseInsensitiveDict) -> bytes:
        promised = headers.pop("Content-Length", "")
        encoding = headers.pop("Content-Encoding", "")
        if self.request.method != "HEAD" and promised.isdigit() and int(promised) != self._size:
            words = f"{self._size} of {promised} bytes"
            raise requests.exceptions.ChunkedEncodingError(words, request=self.request)
        return unpacked(b"".join(self._pieces), encoding, self._limits.page_bytes)


def _unsent_errors() -> set[int]:
    """Errors of QNetworkReply that come before anything is sent."""
    kind = QNetworkReply.NetworkError
    before = (kind.ConnectionRefusedError, kind.HostNotFoundError, kind.SslHandshakeFailedError)
    return {*map(_number, (*before, kind.ProxyConnectionRefusedError, kind.ProxyNotFoundError))}


class _Body(BytesIO):
    wire_size = 0


class _Once(QIODevice):
    """What a request carries, readable once.

    Where a server hangs up before it answers, Qt sends the request again, three times over, whatever its method; it
    gives up where it cannot go back to the beginning of what is sent.
    """

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self._content, self._at = content, 0
        self.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)

    def size(self) -> int:
        """Bytes in all."""
        return len(self._content)

    def readData(self, most: int) -> bytes:
        """The next bytes."""
        piece = self._content[self._at : self._at + most]
        self._at += len(piece)
        return piece

    def seek(self, position: int) -> bool:
        """Stay where it is: what was read once is not read again."""
        return position == self._at and super().seek(position)

    def reset(self) -> bool:
        """As `seek` to the beginning."""
        return self._at == 0 and super().reset()


def _goes_through_http_proxy(url: QUrl) -> bool:
    """True where the peer is a proxy that is asked for whole addresses: Qt then reports its absence as the server's."""
    found = QgsNetworkAccessManager.instance().proxyFactory().queryProxy(QNetworkProxyQuery(url))
    kinds = (QNetworkProxy.ProxyType.HttpProxy, QNetworkProxy.ProxyType.HttpCachingProxy)
    return bool(found) and found[0].type() in kinds


def _bury(reply: QNetworkReply) -> None:
    """Delete the reply, but not while a dialog is open: QGIS's handlers still hold it."""
    if _modal_dialog() is not None:
        QTimer.singleShot(_BURIAL_MS, lambda: _bury(reply))
    else:
        reply.deleteLater()


def _modal_dialog() -> Any:
    from qgis.PyQt.QtWidgets import QApplication

    return QApplication.activeModalWidget() if isinstance(QCoreApplication.instance(), QApplication) else None


def _number(value: Any) -> int:
    """An enum of Qt as a number, in PyQt5 and PyQt6."""
    return int(value.value) if isinstance(value, Enum) else int(value)


def _bytes(value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode("utf-8" if isinstance(value, str) else "latin-1")
