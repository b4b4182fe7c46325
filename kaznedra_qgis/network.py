"""`requests` over QGIS's network manager: its proxy, certificates, authentication configs and network log.

Every request of every thread is made by the main thread's QgsNetworkAccessManager, the only one that can show sign-in
and certificate dialogs. A worker thread hands its request over and waits; the main thread turns an event loop while it
waits. Redirects come back to `requests`, so that an authentication config never leaves its origin.
"""

import threading
import time
from datetime import timedelta
from enum import Enum
from io import BytesIO
from typing import Any, Callable, Optional, TypeVar

import requests
from qgis.core import QgsApplication, QgsFeedback, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QByteArray, QCoreApplication, QEventLoop, QObject, Qt, QThread, QTimer, QUrl

from qgis.PyQt.QtCore import pyqtSignal, pyqtSlot  # isort: skip
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest
from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict

from .sources.addresses import origin as origin_of
from .sources.body import BodyTooLarge, unpacked
from .sources.faults import Cancelled, CredentialsUnusable
from .sources.limits import Limits

_TICK_MS = 100
_LONGEST_STEP_S = 1.0
_LOOK_S = 0.2
_BURIAL_MS = 500
_NO_QT_TIMEOUT_MS = 3_600_000
_OWN_HEADERS = frozenset({"accept-encoding", "connection", "content-length", "host", "keep-alive"})

T = TypeVar("T")


def session(
    authcfg: str = "", origin: str = "", feedback: Optional[QgsFeedback] = None, limits: Optional[Limits] = None
) -> requests.Session:
    """A session over QGIS's network, usable in any thread.

    The authentication config `authcfg` is applied to requests to `origin` only, which must then be given. `feedback`
    cancels what is under way (requests' exception `Cancelled`). `limits` bounds seconds in all and bytes of an answer.
    """
    if authcfg and not origin:
        raise ValueError("an authentication config needs the origin that it belongs to")
    made = requests.Session()
    made.trust_env = False
    adapter = QgisAdapter(authcfg, origin_of(origin) if origin else "", feedback, limits or Limits())
    made.mount("http://", adapter)
    made.mount("https://", adapter)
    return made


def off_main(job: Callable[[], T]) -> T:
    """What `job` returns or raises; it never blocks the main thread's event loop.

    On the main thread the job runs in a thread of its own while the loop turns; elsewhere it simply runs.
    """
    if not _on_main_thread():
        return job()
    loop = QEventLoop()
    ended = _Ended()
    ended.signal.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(job())
        except BaseException as error:
            errors.append(error)
        finally:
            ended.signal.emit()

    thread = threading.Thread(target=run, name="kaznedra", daemon=True)
    thread.start()
    loop.exec()
    thread.join()
    if errors:
        raise errors[0]
    return results[0]


class QgisAdapter(BaseAdapter):
    """The transport of `session`. Statuses of 400 and more come as responses; faults as requests' exceptions."""

    def __init__(self, authcfg: str, origin: str, feedback: Optional[QgsFeedback], limits: Limits) -> None:
        super().__init__()
        self._authcfg = authcfg
        self._origin = origin
        self._feedback = feedback
        self._limits = limits

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,
        timeout: Any = None,
        verify: Any = True,
        cert: Any = None,
        proxies: Any = None,
    ) -> requests.Response:
        """The response, always whole. Of `timeout` the second figure (idle seconds) counts; QGIS decides the rest."""
        idle = timeout[1] if isinstance(timeout, tuple) else timeout
        authcfg = self._authcfg if self._authcfg and origin_of(request.url) == self._origin else ""
        exchange = _Exchange(request, authcfg, idle or self._limits.idle_s, self._limits, self._is_cancelled)
        desk = _desk()
        if _on_main_thread():
            loop = QEventLoop()
            exchange.then.append(loop.quit)
            desk.take(exchange)
            if not exchange.done.is_set():
                loop.exec()
        else:
            desk.asked.emit(exchange)
            while not exchange.done.wait(_LOOK_S):
                if self._is_cancelled():
                    exchange.abandoned = True
                    raise Cancelled(request=request)
        return exchange.response(self)

    def close(self) -> None:
        """Nothing to let go of: connections are the network manager's."""

    def _is_cancelled(self) -> bool:
        return self._feedback is not None and self._feedback.isCanceled()


class _Ended(QObject):
    signal = pyqtSignal()


class _Stop(Enum):
    IDLE = "nothing came"
    TOTAL = "took too long"
    CANCELLED = "cancelled"
    TOO_LARGE = "too large"


class _Exchange:
    """One request and its reply: begun, watched and ended on the main thread, judged in the thread that asked."""

    def __init__(
        self,
        request: requests.PreparedRequest,
        authcfg: str,
        idle_s: float,
        limits: Limits,
        is_cancelled: Callable[[], bool],
    ) -> None:
        self.request = request
        self.place = (origin_of(request.url), authcfg)
        self.done = threading.Event()
        self.then: list[Callable[[], object]] = []
        self.abandoned = False
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
        self._body = b""
        self._idle = self._total = 0.0
        self._ticked = 0.0

    @property
    def answered(self) -> bool:
        """True when the server took the request: no sign-in or certificate dialog is to be feared from the next."""
        return self.error == 0 and 0 < self.status < 400

    def begin(self) -> None:
        """Send the request."""
        try:
            request = self._prepared()
            self._ticked = time.monotonic()
            self._reply = reply = self._sent(request)
        except Exception as error:
            self._failure = error
            self._finish()
            return
        reply.downloadProgress.connect(self._progress)
        reply.uploadProgress.connect(self._moved)
        reply.metaDataChanged.connect(self._moved)
        reply.sslErrors.connect(self._note_tls)
        reply.finished.connect(self._end)
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(_TICK_MS)
        if reply.isFinished():
            self._end()

    def response(self, adapter: QgisAdapter) -> requests.Response:
        """The response of requests, or its exception."""
        if self._failure is not None:
            raise self._failure
        self._raise_stop()
        if self.status < 400 and (self.error or not self.status):
            raise self._fault()
        response = requests.Response()
        response.status_code = self.status
        response.reason = self._reason
        response.headers = CaseInsensitiveDict(
            (name.decode("latin-1"), value.decode("latin-1").replace("\n", ", ")) for name, value in self._headers
        )
        body = self._whole_body(response.headers)
        response._content = body
        response.raw = _Body(body)
        response.raw.wire_size = len(self._body)
        response.encoding = requests.utils.get_encoding_from_headers(response.headers)
        response.url = self.request.url
        response.request = self.request
        response.connection = adapter
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
            reply = manager.sendCustomRequest(
                request, method.encode("ascii"), QByteArray(_bytes(self.request.body or b""))
            )
        if self._authcfg:
            QgsApplication.authManager().updateNetworkReply(reply, self._authcfg)
        return reply

    def _moved(self, *_: object) -> None:
        self._idle = 0.0

    def _progress(self, received: int, total: int) -> None:
        self._idle = 0.0
        if max(received, total) > self._limits.page_bytes:
            self._abort(_Stop.TOO_LARGE)

    def _note_tls(self, errors: Any) -> None:
        self._tls += [error.errorString() for error in errors]

    def _tick(self) -> None:
        """Clocks of our own: they stand while a dialog is open, and while the main thread did not turn its loop."""
        now = time.monotonic()
        step, self._ticked = min(now - self._ticked, _LONGEST_STEP_S), now
        if self.abandoned or self._is_cancelled():
            self._abort(_Stop.CANCELLED)
        elif not _modal_dialog_is_open():
            self._idle += step
            self._total += step
            if self._total > self._limits.total_s:
                self._abort(_Stop.TOTAL)
            elif self._idle > self._idle_s:
                self._abort(_Stop.IDLE)

    def _abort(self, stop: _Stop) -> None:
        if self._reply is not None and self._stop is None and not self._reply.isFinished():
            self._stop = stop
            self._reply.abort()

    def _end(self) -> None:
        reply, self._reply = self._reply, None
        if reply is None:
            return
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        attribute = QNetworkRequest.Attribute
        self.error = _number(reply.error())
        self.status = int(reply.attribute(attribute.HttpStatusCodeAttribute) or 0)
        self._reason = str(reply.attribute(attribute.HttpReasonPhraseAttribute) or "")
        self._words = reply.errorString()
        self._headers = [(bytes(name), bytes(value)) for name, value in reply.rawHeaderPairs()]
        if self._stop is None and reply.isOpen():
            self._body = bytes(reply.readAll())
        _bury(reply)
        self._finish()

    def _finish(self) -> None:
        self.done.set()
        for call in self.then:
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
        if _number(kind.ProxyConnectionRefusedError) <= self.error <= _number(kind.UnknownProxyError):
            return requests.exceptions.ProxyError(cause, request=self.request)
        if self.status:
            return requests.exceptions.ChunkedEncodingError(cause, request=self.request)
        return requests.ConnectionError(cause, request=self.request)

    def _whole_body(self, headers: CaseInsensitiveDict) -> bytes:
        promised = headers.pop("Content-Length", "")
        encoding = headers.pop("Content-Encoding", "")
        if self.request.method != "HEAD" and promised.isdigit() and int(promised) != len(self._body):
            raise requests.exceptions.ChunkedEncodingError(
                f"{len(self._body)} of {promised} bytes", request=self.request
            )
        return unpacked(self._body, encoding, self._limits.page_bytes)


class _Body(BytesIO):
    wire_size = 0


class _Desk(QObject):
    """Where requests are handed in; lives on the main thread.

    A place (origin and authentication config) that has not answered yet gets one request at a time, since each of
    several at once would open a sign-in or certificate dialog of its own.
    """

    asked = pyqtSignal(object)

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[_Exchange] = []
        self._trying: set[tuple[str, str]] = set()
        self._known: set[tuple[str, str]] = set()
        self._beginning = False
        self.moveToThread(QCoreApplication.instance().thread())
        self.asked.connect(self.take, Qt.ConnectionType.QueuedConnection)

    @pyqtSlot(object)
    def take(self, exchange: _Exchange) -> None:
        """Begin the exchange now or in its turn; on the main thread."""
        self._waiting.append(exchange)
        self._begin_what_may()

    def _begin_what_may(self) -> None:
        # a config may ask for the master password, and its dialog turns this thread's loop
        if self._beginning:
            return
        self._beginning = True
        try:
            while True:
                ready = next((exchange for exchange in self._waiting if exchange.place not in self._trying), None)
                if ready is None:
                    return
                self._waiting.remove(ready)
                if ready.abandoned:
                    continue
                if ready.place not in self._known:
                    self._trying.add(ready.place)
                ready.then.insert(0, lambda ended=ready: self._ended(ended))
                ready.begin()
        finally:
            self._beginning = False

    def _ended(self, exchange: _Exchange) -> None:
        self._trying.discard(exchange.place)
        if exchange.answered:
            self._known.add(exchange.place)
        elif exchange.status in (401, 407) or not exchange.status:
            self._known.discard(exchange.place)
        self._begin_what_may()


_desk_lock = threading.Lock()
_the_desk: Optional[_Desk] = None


def _desk() -> _Desk:
    global _the_desk
    with _desk_lock:
        if _the_desk is None:
            _the_desk = _Desk()
        return _the_desk


def _bury(reply: QNetworkReply) -> None:
    """Delete the reply, but not while a dialog is open: QGIS's handlers still hold it."""
    if _modal_dialog_is_open():
        QTimer.singleShot(_BURIAL_MS, lambda: _bury(reply))
    else:
        reply.deleteLater()


def _on_main_thread() -> bool:
    return QThread.currentThread() == QCoreApplication.instance().thread()


def _modal_dialog_is_open() -> bool:
    from qgis.PyQt.QtWidgets import QApplication

    return isinstance(QCoreApplication.instance(), QApplication) and QApplication.activeModalWidget() is not None


def _number(value: Any) -> int:
    """An enum of Qt as a number, in PyQt5 and PyQt6."""
    return int(value.value) if isinstance(value, Enum) else int(value)


def _bytes(value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode("utf-8" if isinstance(value, str) else "latin-1")
