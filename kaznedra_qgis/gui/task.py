"""A background task whose errors are collected, never raised."""

from typing import Any, Optional

from qgis.core import QgsApplication, QgsFeedback, QgsTask
from qgis.PyQt.QtCore import QRunnable, QThreadPool, pyqtSignal

from .. import log
from ..errors import Code, KaznedraError

_running: set["Task"] = set()
"""A task that Python has forgotten never runs"""


class Task(QgsTask):
    """Subclasses do their `work` on a worker's thread and touch no widget, layer or project there."""

    ended = pyqtSignal(object)
    """The task, once, on the main thread, however it ended"""

    _quiet_end = pyqtSignal(bool)

    def __init__(self, title: str) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self.feedback = QgsFeedback()
        self.result: Any = None
        self.error: Optional[KaznedraError] = None
        self.is_over = False

    def start(self) -> None:
        """Hand the task to QGIS's task manager."""
        _running.add(self)
        QgsApplication.taskManager().addTask(self)

    def start_quietly(self) -> None:
        """Work out of sight: QGIS's status bar shows every task, and so would grow and shrink with one that is short.

        For what ends within some milliseconds and is asked for again and again.
        """
        _running.add(self)
        self._quiet_end.connect(self.finished)
        QThreadPool.globalInstance().start(_Quiet(self))

    def work(self) -> Any:
        """What is to be done; returns the result or raises KaznedraError."""
        raise NotImplementedError

    def run(self) -> bool:
        """Do the work; an exception that left here would end QGIS."""
        try:
            self.result = self.work()
        except KaznedraError as error:
            self.error = error
        except Exception as error:
            log.trace(error)
            self.error = KaznedraError(Code.UNEXPECTED, reason=f"{type(error).__name__}: {error}")
        return self.error is None

    def cancel(self) -> None:
        """Stop as soon as may be, also while waiting on the network."""
        self.feedback.cancel()
        super().cancel()

    def finished(self, _result: bool) -> None:
        """Tell that it is over; called by QGIS on the main thread."""
        if self.result is None and self.error is None:
            self.error = KaznedraError(Code.CANCELLED)
        self.is_over = True
        _running.discard(self)
        self.ended.emit(self)

    def is_cancelled(self) -> bool:
        """True once the user has cancelled; from any thread."""
        return self.feedback.isCanceled()


class _Quiet(QRunnable):
    """Runs a task on a thread of Qt's own pool."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        """Do the task's work, and have it end on its own thread."""
        self._task._quiet_end.emit(self._task.run())
