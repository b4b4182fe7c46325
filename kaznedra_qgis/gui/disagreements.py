"""Shows on the map where block codes and geometry disagree: runs kaznedra:codedisagreements beside the window."""

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProject,
)
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, pyqtSignal

from ..messages import Message
from ..titles import theme_title
from .feedback import Feedback

ALGORITHM = "kaznedra:codedisagreements"


class Disagreements(QObject):
    """`shown` gives the layer that came to the map, `failed` a Message."""

    shown = pyqtSignal(object)
    failed = pyqtSignal(object)

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._running: Any = None

    def list(self, workspace: Path, theme: str, source: str, moment: str = "") -> None:
        """Have them listed as of a moment ('': now); nothing while that is being done."""
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
        if self._running is not None or algorithm is None:
            return
        context, feedback = QgsProcessingContext(), Feedback()
        context.setProject(QgsProject.instance())
        parameters = {
            "WORKSPACE": str(workspace),
            "THEME": theme,
            "SNAPSHOT": moment,
            "SOURCE": source,
            "OUTPUT": "TEMPORARY_OUTPUT",
        }
        task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
        self._running = task, context, feedback, theme
        # never while QGIS tells the end of a task: see task.py
        task.executed.connect(self._show, Qt.ConnectionType.QueuedConnection)
        QgsApplication.taskManager().addTask(task)

    def end(self) -> None:
        """Stop what runs, and show nothing of it."""
        if self._running is not None:
            task, *_ = self._running
            task.executed.disconnect(self._show)
            task.cancel()
            self._running = None

    def _show(self, is_done: bool, results: dict) -> None:
        if self._running is None:
            return
        _, context, feedback, theme = self._running
        self._running = None
        if not is_done:
            self.failed.emit(Message(feedback.refusal, "", ""))
            return
        from ..mapping import disagreements

        layer = context.takeResultLayer(results["OUTPUT"])
        title = QCoreApplication.translate("Kaznedra", "{theme}: codes and geometry disagree")
        disagreements.add(QgsProject.instance(), layer, theme, title.format(theme=theme_title(theme)))
        self.shown.emit(layer)
