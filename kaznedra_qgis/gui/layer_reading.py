"""What a file of features has, and which blocks features cover: read beside the window."""

from typing import Any, Optional

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProject,
    QgsProviderRegistry,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, pyqtSignal

from ..subsoil.blocks import Block
from ..subsoil.numbering import NumberingScheme
from .feedback import Feedback
from .task import Task

ALGORITHM = "kaznedra:blocksfromlayer"

_running: set["LayerReading"] = set()
"""The task goes on using what Python may have forgotten"""


class PartsTask(Task):
    """Finds the layers of a file that have places; `result` is a list of their names and URIs."""

    def __init__(self, path: str) -> None:
        super().__init__(QCoreApplication.translate("Kaznedra", "Kaznedra: looking into a file"))
        self._path = path

    def work(self) -> list[tuple[str, str]]:
        """Look."""
        return [
            (part.name(), part.uri())
            for part in QgsProviderRegistry.instance().querySublayers(self._path)
            if part.providerKey() == "ogr" and part.wkbType() != QgsWkbTypes.Type.NoGeometry
        ]


class LayerReading(QObject):
    """A run of kaznedra:blocksfromlayer. `ended` comes once, unless it was cancelled: `blocks` are those
    found, `refusal` says why there are none."""

    progressed = pyqtSignal(float)
    """Percent"""
    ended = pyqtSignal()

    def __init__(self, scheme: NumberingScheme, parameters: dict[str, Any]) -> None:
        """`parameters`: INPUT, RULE and BUFFER of the algorithm."""
        super().__init__()
        self.blocks: list[Block] = []
        self._scheme, self._is_cancelled = scheme, False
        self._context, self._feedback = QgsProcessingContext(), Feedback()
        self._context.setProject(QgsProject.instance())
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
        wanted = {**parameters, "OUTPUT": "TEMPORARY_OUTPUT"}
        self._task: Optional[QgsProcessingAlgRunnerTask] = QgsProcessingAlgRunnerTask(
            algorithm, wanted, self._context, self._feedback
        )
        self._feedback.progressChanged.connect(self._progress)
        # never while QGIS tells the end of a task: see task.py
        self._task.executed.connect(self._done, Qt.ConnectionType.QueuedConnection)
        _running.add(self)
        QgsApplication.taskManager().addTask(self._task)

    @property
    def refusal(self) -> str:
        """Empty where blocks were found."""
        return self._feedback.refusal

    @property
    def warnings(self) -> tuple[str, ...]:
        """What features were left out or repaired."""
        return tuple(self._feedback.warnings)

    def cancel(self) -> None:
        """Stop; nothing is told any more."""
        self._is_cancelled = True
        if self._task is not None:
            self._task.cancel()

    def _progress(self, percent: float) -> None:
        if not self._is_cancelled:
            self.progressed.emit(percent)

    def _done(self, is_done: bool, results: dict[str, Any]) -> None:
        self._task = None
        _running.discard(self)
        if self._is_cancelled:
            return
        if is_done:
            layer = self._context.takeResultLayer(results["OUTPUT"])
            self.blocks = [self._scheme.block(feature["code"]) for feature in layer.getFeatures()]
        self.ended.emit()
