"""Draws the map sheets of an application on the main thread, which layouts belong to, without holding it up."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from shutil import rmtree
from typing import Any, NamedTuple, Optional

from qgis.core import QgsMapRendererCustomPainterJob
from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal, pyqtSlot

from .. import log, main_thread
from ..errors import Code, KaznedraError
from ..main_thread import Desk, desk
from .content import ApplicationContent
from .map_sheet import TURNS, draw_map_sheet
from .sheet_legend import MORE
from .sheet_painting import wait_for

_LOOK_S = 0.1
_PATIENCE_S, _GRACE_S = 120.0, 3.0
"""How long a main thread that does not turn its loop is waited for; how long after Cancel"""


class Order(NamedTuple):
    """What to draw: a sheet per language as map.LANGUAGE.pdf in a folder; `workspace` and `own` as for a sheet."""

    content: ApplicationContent
    languages: Sequence[str]
    room: Path
    workspace: Optional[Path] = None
    own: Optional[Path] = None

    @property
    def sheets(self) -> list[Path]:
        """Where the sheets are drawn to."""
        return [self.room / f"map.{language}.pdf" for language in self.languages]

    @property
    def turn_count(self) -> int:
        """How many turns there are in all."""
        return TURNS * len(self.languages)

    def turns(self) -> Iterator[Any]:
        """The turns of all sheets."""
        for language, path in zip(self.languages, self.sheets):
            yield from draw_map_sheet(self.content, path, language, self.workspace, self.own)


class SheetDrawing(QObject):
    """Takes the turns of an order one by one; between them the window answers, and Cancel is heard."""

    went_on = pyqtSignal(int, int)
    """Turns done, and of how many"""
    ended = pyqtSignal(object)
    """The drawing, once, however it ended; `error` is None where the sheets are there"""

    def __init__(self, order: Order, parent: QObject) -> None:
        super().__init__(parent)
        self._order = order
        self._turns: Any = iter(())
        self._job: Any = None
        self._is_cancelled = False
        self.done = 0
        self.error: Optional[KaznedraError] = None

    @property
    def result(self) -> list[Path]:
        """Where the sheets are drawn to."""
        return self._order.sheets

    def start(self) -> None:
        """Take the first turn once the event loop comes to it."""
        self._turns = self._order.turns()
        QTimer.singleShot(0, self._take_turn)

    def cancel(self) -> None:
        """Stop as soon as may be; no sheet that was begun is left."""
        self._is_cancelled = True
        if self._job is not None:
            self._job.cancelWithoutBlocking()

    def _take_turn(self) -> None:
        self._job = None
        try:
            if self._is_cancelled:
                raise KaznedraError(Code.CANCELLED)
            job = next(self._turns)
        except StopIteration:
            self.ended.emit(self)
        except KaznedraError as error:
            self._fail(error)
        except Exception as error:
            log.trace(error)
            self._fail(KaznedraError(Code.UNEXPECTED, reason=f"{type(error).__name__}: {error}"))
        else:
            if job is not MORE:
                self.done += 1
                self.went_on.emit(self.done, self._order.turn_count)
            self._go_on_after(job)

    def _go_on_after(self, job: Any) -> None:
        """Take the next turn once the job, which draws in another thread, is over."""
        self._job = None if job is MORE else job
        if isinstance(job, QgsMapRendererCustomPainterJob) and job.isActive():
            # queued: the next turn lets go of the job, which must have told all by then
            job.finished.connect(self._take_turn, Qt.ConnectionType.QueuedConnection)
        else:
            QTimer.singleShot(0, self._take_turn)

    def _fail(self, error: KaznedraError) -> None:
        self._turns.close()
        self.error = error.with_traceback(None)  # it would keep what was being drawn, for any thread to delete
        self.ended.emit(self)


def draw_sheets(order: Order, heard: Callable[[int, int], bool]) -> list[Path]:
    """Draw from any thread; returns where the sheets are.

    On the main thread it is done there and then. Another waits for the main thread, which draws in the turns of its
    event loop. `heard` is told, in the thread that asks, how many turns of how many are done, and says False to cancel.
    Raises KaznedraError READ_ONLY, BAD_TEMPLATE, CANCELLED, WINDOW_BUSY (the main thread did not turn its loop).
    """
    if main_thread.is_here():
        _draw_here(order, heard)
    else:
        _have_drawn(order, heard)
    return order.sheets


def _draw_here(order: Order, heard: Callable[[int, int], bool]) -> None:
    with closing(order.turns()) as turns:  # type: ignore[type-var]
        done = 0
        for job in turns:
            wait_for(job)
            done += job is not MORE
            if not heard(done, order.turn_count):
                raise KaznedraError(Code.CANCELLED)


def _have_drawn(order: Order, heard: Callable[[int, int], bool]) -> None:
    errand = _Errand(order)
    desk(_ErrandDesk).asked.emit(errand)
    try:
        while not errand.over.wait(_LOOK_S):
            errand.is_called_off = errand.is_called_off or not heard(errand.done, order.turn_count)
            silent = time.monotonic() - errand.seen
            if errand.is_called_off and silent > _GRACE_S:
                raise KaznedraError(Code.CANCELLED)
            if silent > _PATIENCE_S:
                raise KaznedraError(Code.WINDOW_BUSY)
    finally:
        errand.is_called_off = True
    if errand.error is not None:
        raise errand.error


class _Errand:
    """What a thread that waits and the main thread both know.

    Nothing of Qt's: what a thread forgets last it deletes, and Python's collector of cycles runs in any thread.
    """

    def __init__(self, order: Order) -> None:
        self.order = order
        self.done = 0
        self.error: Optional[KaznedraError] = None
        self.over = threading.Event()
        self.is_called_off = False
        """No longer waited for, or not wanted"""
        self.seen = time.monotonic()
        """When the main thread last gave a sign"""


class _ErrandDrawing(SheetDrawing):
    """Draws for one who waits in another thread."""

    def __init__(self, errand: _Errand, parent: QObject) -> None:
        super().__init__(errand.order, parent)
        self._errand = errand
        self._beat = QTimer(self)
        self._beat.timeout.connect(self._give_sign)
        self._beat.start(round(1000 * _LOOK_S))
        self.went_on.connect(self._give_sign)
        self.ended.connect(self._end)
        self._give_sign()

    def _give_sign(self, *_: object) -> None:
        self._errand.seen = time.monotonic()
        self._errand.done = self.done
        if self._errand.is_called_off:
            self.cancel()

    def _end(self, _ended: object) -> None:
        self._beat.stop()
        if self._errand.is_called_off:
            rmtree(self._errand.order.room, ignore_errors=True)  # who waited may be gone
        if self.error is not None:
            self._errand.error = KaznedraError(self.error.code, **self.error.facts)
        self._errand.over.set()
        self.deleteLater()


class _ErrandDesk(Desk):
    @pyqtSlot(object)
    def take(self, errand: _Errand) -> None:
        if not errand.is_called_off:
            _ErrandDrawing(errand, self).start()
