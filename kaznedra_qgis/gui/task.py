"""A background task whose errors are collected, never raised, and that begins and ends whatever QGIS makes of it.

QGIS's task manager can lose a task (QGIS issue 53806, in every version so far): when a task ends, the manager takes
its runnable's address out of the thread pool, where by then the runnable of the next task may lie at the same address.
That next task stays queued for ever. So none is begun while QGIS tells the end of another, and what QGIS has not begun
in time is taken up by a thread of our own.
"""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Optional

from qgis.core import QgsApplication, QgsFeedback, QgsTask
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal

from .. import log
from ..errors import Code, KaznedraError

_OVERDUE_MS = 500
_running: set["Task"] = set()
"""A task that Python has forgotten never runs"""
_threads = ThreadPoolExecutor(4, thread_name_prefix="kaznedra-task")


class Task(QgsTask):
    """Subclasses do their `work` on a worker's thread and touch no widget, layer or project there."""

    ended = pyqtSignal(object)
    """The task, once, on the main thread, however it ended"""

    _worked = pyqtSignal()
    _told = pyqtSignal()

    def __init__(self, title: str) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self.feedback = QgsFeedback()
        self.result: Any = None
        self.error: Optional[KaznedraError] = None
        self.is_over = False
        self._claim = threading.Lock()
        """Taken for good by the one thread that does the work, or by the end that comes before any did"""
        self._done = threading.Event()
        self._worked.connect(self._end_apart, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Hand the task to QGIS's task manager."""
        _running.add(self)
        QgsApplication.taskManager().addTask(self)
        QTimer.singleShot(_OVERDUE_MS, self._take_up)

    def start_quietly(self) -> None:
        """Work out of sight: QGIS's status bar shows every task, and so would grow and shrink with one that is short.

        For what ends within some milliseconds and is asked for again and again.
        """
        _running.add(self)
        _threads.submit(self._run_apart)

    def work(self) -> Any:
        """What is to be done; returns the result or raises KaznedraError."""
        raise NotImplementedError

    def run(self) -> bool:
        """Do the work, or wait for the thread of our own that does it; called by QGIS on a thread of its."""
        if self._claim.acquire(blocking=False):
            self._do_work()
        self._done.wait()
        return self.error is None

    def cancel(self) -> None:
        """Stop as soon as may be, also while waiting on the network."""
        self.feedback.cancel()
        # QGIS would at once delete what it has not begun
        if not (self._is_queued() and self._claim.locked()):
            super().cancel()

    def finished(self, _result: bool) -> None:
        """Called by QGIS on the main thread."""
        if self._claim.acquire(blocking=False):
            self._done.set()
        self._end()

    def is_cancelled(self) -> bool:
        """True once the user has cancelled; from any thread."""
        return self.feedback.isCanceled()

    def _is_queued(self) -> bool:
        return bool(self.status() == QgsTask.TaskStatus.Queued)

    def _take_up(self) -> None:
        if self._is_queued():
            _threads.submit(self._run_apart)

    def _run_apart(self) -> None:
        if self._claim.acquire(blocking=False):
            self._do_work()
            self._worked.emit()

    def _do_work(self) -> None:
        try:
            self.result = self.work()
        except KaznedraError as error:
            self.error = error
        except Exception as error:  # one that left here would end QGIS
            log.trace(error)
            self.error = KaznedraError(Code.UNEXPECTED, reason=f"{type(error).__name__}: {error}")
        finally:
            self._done.set()

    def _end_apart(self) -> None:
        self._end()
        if self._is_queued():
            super().cancel()  # or the status bar would show it for ever

    def _end(self) -> None:
        if self.is_over:
            return
        if self.result is None and self.error is None:
            self.error = KaznedraError(Code.CANCELLED)
        self.is_over = True
        self._told.emit()

    def _tell(self) -> None:
        _running.discard(self)
        self.ended.emit(self)
