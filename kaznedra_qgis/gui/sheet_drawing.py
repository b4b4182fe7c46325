"""Draws the map sheets of an application on the main thread, which layouts belong to, without holding it up."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal

from ..errors import Code, KaznedraError
from . import log
from .export_task import Chosen


class SheetDrawing(QObject):
    """One sheet per language, in short turns; between them the window answers, and Cancel is heard."""

    went_on = pyqtSignal(int, int)
    """Turns done, and of how many"""
    ended = pyqtSignal(object)
    """The drawing, once, however it ended; `error` is None where the sheets are there"""

    def __init__(self, content: Any, chosen: Chosen, room: Path, workspace: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._content, self._chosen, self._room, self._workspace = content, chosen, room, workspace
        self._turns: Iterator[Any] = iter(())
        self._job: Any = None
        self._done = 0
        self._is_cancelled = False
        self.error: Optional[KaznedraError] = None

    @property
    def result(self) -> list[Path]:
        """Where the sheets are drawn to."""
        return [self._room / f"map.{language}.pdf" for language in self._chosen.languages]

    def start(self) -> None:
        """Take the first turn once the event loop comes to it."""
        self._turns = self._every_turn()
        QTimer.singleShot(0, self._take_turn)

    def cancel(self) -> None:
        """Stop as soon as may be; no sheet that was begun is left."""
        self._is_cancelled = True
        if self._job is not None:
            self._job.cancelWithoutBlocking()

    def _every_turn(self) -> Iterator[Any]:
        from ..documents.map_sheet import draw_map_sheet

        own = self._chosen.templates
        for language, path in zip(self._chosen.languages, self.result):
            yield from draw_map_sheet(self._content, path, language, self._workspace, own)

    def _take_turn(self) -> None:
        from ..documents.map_sheet import TURNS

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
            self._done += 1
            self.went_on.emit(self._done, TURNS * len(self._chosen.languages))
            self._go_on_after(job)

    def _go_on_after(self, job: Any) -> None:
        """Take the next turn once the job, which draws in another thread, is over."""
        self._job = job
        if job is not None and job.isActive():
            # queued: the next turn lets go of the job, which must have told all by then
            job.finished.connect(self._take_turn, Qt.ConnectionType.QueuedConnection)
        else:
            QTimer.singleShot(0, self._take_turn)

    def _fail(self, error: KaznedraError) -> None:
        self._turns.close()
        self.error = error.with_traceback(None)  # it would keep what was being drawn, for any thread to delete
        self.ended.emit(self)
