"""`requests` over QGIS's network manager: its proxy, certificates, authentication configs and network log.

Every request of every thread is made by the main thread's QgsNetworkAccessManager, the only one that can show sign-in
and certificate dialogs. A worker thread hands its request over and waits; the main thread meanwhile turns an event
loop (`off_main`), or the worker would wait in vain. Redirects come back to `requests`, so that an authentication config
never leaves its origin.
"""

import threading
import time
from typing import Any, Callable, Optional, TypeVar

import requests
from qgis.core import QgsFeedback
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QObject, Qt, pyqtSignal, pyqtSlot
from requests.adapters import BaseAdapter

from . import main_thread
from .exchange import Exchange
from .main_thread import Desk, desk
from .sources.addresses import origin as origin_of
from .sources.faults import Cancelled
from .sources.limits import Limits

_LOOK_S = 0.2
_BREATH_S = 0.02

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
    if not main_thread.is_here():
        return job()
    loop = QEventLoop()
    ended = _Ended()
    ended.signal.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    finished = threading.Event()
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(job())
        except BaseException as error:
            errors.append(error)
        finally:
            finished.set()
            ended.signal.emit()

    thread = threading.Thread(target=run, name="kaznedra", daemon=True)
    thread.start()
    while not finished.is_set():
        loop.exec()
        # QGIS is closing where the loop ended before the job: no loop turns any more, yet the job may need this thread
        QCoreApplication.processEvents()
        finished.wait(_BREATH_S)
    thread.join()
    if not errors:
        return results[0]
    try:
        raise errors[0]
    finally:
        errors.clear()  # an error that leads to itself is left, with the loop, to any thread's collector


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
        exchange = Exchange(request, authcfg, idle or self._limits.idle_s, self._limits, self._is_cancelled)
        requests_desk = desk(_RequestDesk)
        if main_thread.is_here():
            loop = QEventLoop()
            exchange.then.append(loop.quit)
            requests_desk.take(exchange)
            if not exchange.done.is_set():
                loop.exec()
        else:
            requests_desk.asked.emit(exchange)
            self._wait_for(exchange)
        return exchange.response(self)

    def _wait_for(self, exchange: Exchange) -> None:
        """Wait until it is done. The clocks are the exchange's own, but for a main thread that never takes it up."""
        latest = time.monotonic() + self._limits.total_s
        while not exchange.done.wait(_LOOK_S):
            stalled = not exchange.taken and time.monotonic() > latest
            if stalled or self._is_cancelled():
                exchange.abandoned = True
                raise (requests.ReadTimeout if stalled else Cancelled)(request=exchange.request)

    def close(self) -> None:
        """Nothing to let go of: connections are the network manager's."""

    def _is_cancelled(self) -> bool:
        return self._feedback is not None and self._feedback.isCanceled()


class _Ended(QObject):
    signal = pyqtSignal()


class _RequestDesk(Desk):
    """Where requests are handed in.

    A place (origin and authentication config) that has not answered yet gets one request at a time, since each of
    several at once would open a sign-in or certificate dialog of its own. What the user refused there is not asked
    again for those that wait.
    """

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[Exchange] = []
        self._running: set[Exchange] = set()
        """Kept: one whose asker has gone would else be collected, with its timer and reply, in any thread"""
        self._trying: set[tuple[str, str]] = set()
        self._known: set[tuple[str, str]] = set()
        self._beginning = False

    @pyqtSlot(object)
    def take(self, errand: Exchange) -> None:
        """Begin the exchange now or in its turn."""
        errand.taken = True
        self._waiting.append(errand)
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
                self._running.add(ready)
                ready.then.insert(0, lambda ended=ready: self._ended(ended))
                ready.begin()
        finally:
            self._beginning = False

    def _ended(self, exchange: Exchange) -> None:
        self._running.discard(exchange)
        self._trying.discard(exchange.place)
        if exchange.answered:
            self._known.add(exchange.place)
        elif exchange.status in (401, 407) or not exchange.status:
            self._known.discard(exchange.place)
        if exchange.refused_for_all:
            same = [waiting for waiting in self._waiting if waiting.place == exchange.place]
            self._waiting = [waiting for waiting in self._waiting if waiting.place != exchange.place]
            for waiting in same:
                waiting.end_like(exchange)
        self._begin_what_may()
