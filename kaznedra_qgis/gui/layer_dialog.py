"""Choose blocks by the features of a layer or a file: runs kaznedra:blocksfromlayer beside the window."""

from typing import Any, Optional

from qgis.core import (
    QgsApplication,
    QgsMapLayerProxyModel,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.gui import QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..processing.blocksfromlayer import WIDEST_M
from ..subsoil.blocks import Block
from ..subsoil.numbering import NumberingScheme
from . import words
from .rule_box import RuleBox

ALGORITHM = "kaznedra:blocksfromlayer"
MOST = 5_000
"""Blocks that a draft is given at once"""


class _Feedback(QgsProcessingFeedback):
    """Remembers what stopped the algorithm."""

    def __init__(self) -> None:
        super().__init__(False)
        self.refusal = ""

    def reportError(self, error: str, fatalError: bool = False) -> None:
        """Called by the algorithm's thread."""
        self.refusal = error


class LayerDialog(QDialog):
    """`chosen` gives the blocks, and whether they replace those of the draft."""

    chosen = pyqtSignal(object, bool)

    def __init__(self, scheme: NumberingScheme, of_file: bool, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraFromLayer")
        self._scheme, self._of_file = scheme, of_file
        self._running: Any = None
        self._replaces = False
        self._make_widgets()
        self._lay_out()
        self.layers.layerChanged.connect(self._count_selected)
        self.file.fileChanged.connect(self._offer)
        self._count_selected()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)

    def _make_widgets(self) -> None:
        self.setWindowTitle(QCoreApplication.translate("Kaznedra", "Choose blocks by features"))
        self.layers = QgsMapLayerComboBox(self)
        self.layers.setObjectName("kaznedraFromLayerLayer")
        self.layers.setFilters(QgsMapLayerProxyModel.Filter.HasGeometry)
        self.file = QgsFileWidget(self)
        self.file.setObjectName("kaznedraFromLayerFile")
        self.file.setFilter(
            "GeoPackage, GeoJSON, Shapefile, KML (*.gpkg *.geojson *.json *.shp *.kml *.kmz *.gml *.dxf)"
        )
        self.selected = QCheckBox(self)
        self.selected.setObjectName("kaznedraFromLayerSelected")
        self.rule = RuleBox(self)
        self.rule.setObjectName("kaznedraFromLayerRule")
        self.distance = QDoubleSpinBox(self)
        self.distance.setObjectName("kaznedraFromLayerDistance")
        self.distance.setRange(0, WIDEST_M)
        self.distance.setDecimals(0)
        self.distance.setSingleStep(500)
        self.distance.setGroupSeparatorShown(True)
        self.distance.setSuffix(QCoreApplication.translate("Kaznedra", " m"))
        self.told = QLabel(self)
        self.told.setObjectName("kaznedraFromLayerTold")
        self.told.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setObjectName("kaznedraFromLayerProgress")
        self.bar.hide()
        self.add = QPushButton(QCoreApplication.translate("Kaznedra", "&Add to the draft"), self)
        self.add.setObjectName("kaznedraFromLayerAdd")
        self.replace = QPushButton(QCoreApplication.translate("Kaznedra", "&Replace the draft's blocks"), self)
        self.replace.setObjectName("kaznedraFromLayerReplace")

    def _lay_out(self) -> None:
        form = QFormLayout()
        if self._of_file:
            form.addRow(QCoreApplication.translate("Kaznedra", "&File"), self.file)
        else:
            form.addRow(QCoreApplication.translate("Kaznedra", "La&yer"), self.layers)
            form.addRow("", self.selected)
        self.layers.setVisible(not self._of_file)
        self.selected.setVisible(not self._of_file)
        self.file.setVisible(self._of_file)
        form.addRow(QCoreApplication.translate("Kaznedra", "&Which blocks"), self.rule)
        form.addRow(QCoreApplication.translate("Kaznedra", "&Distance around the features"), self.distance)
        buttons = QDialogButtonBox(self)
        for button in (self.add, self.replace):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            button.setAutoDefault(False)
        self.close_button = buttons.addButton(
            QCoreApplication.translate("Kaznedra", "&Cancel"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.close_button.setObjectName("kaznedraFromLayerCancel")
        buttons.rejected.connect(self.reject)
        self.add.clicked.connect(lambda _checked=False: self._run(False))
        self.replace.clicked.connect(lambda _checked=False: self._run(True))
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.told)
        layout.addWidget(self.bar)
        layout.addWidget(buttons)

    def choose_layer(self, layer: Any, selected_only: bool) -> None:
        """Fill in a layer, and whether only what is selected in it counts."""
        if layer is not None:
            self.layers.setLayer(layer)
        self._count_selected()
        self.selected.setChecked(selected_only and self.selected.isEnabled())

    def _count_selected(self, _layer: Any = None) -> None:
        layer = self.layers.currentLayer()
        count = layer.selectedFeatureCount() if layer is not None else 0
        text = QCoreApplication.translate("Kaznedra", "Only the &selected features: {count}")
        self.selected.setText(text.format(count=words.count(count)))
        self.selected.setEnabled(bool(count))
        self.selected.setChecked(bool(count))
        self._offer()

    def _offer(self, _path: str = "") -> None:
        is_ready = self._running is None and self._input() is not None
        self.add.setEnabled(is_ready)
        self.replace.setEnabled(is_ready)

    def _input(self) -> Any:
        if self._of_file:
            return self.file.filePath() or None
        layer = self.layers.currentLayer()
        return QgsProcessingFeatureSourceDefinition(layer.id(), self.selected.isChecked()) if layer else None

    def _run(self, replaces: bool) -> None:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
        if self._running is not None or algorithm is None:
            return
        self._replaces = replaces
        context, feedback = QgsProcessingContext(), _Feedback()
        context.setProject(QgsProject.instance())
        parameters = {
            "INPUT": self._input(),
            "RULE": self.rule.rule.value,
            "BUFFER": self.distance.value(),
            "OUTPUT": "TEMPORARY_OUTPUT",
        }
        task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
        self._running = task, context, feedback
        self.bar.setRange(0, 100)
        self.bar.show()
        feedback.progressChanged.connect(self._show_progress)
        task.executed.connect(self._done)
        self._offer()
        QgsApplication.taskManager().addTask(task)

    def _show_progress(self, percent: float) -> None:
        self.bar.setValue(round(percent))

    def _done(self, is_done: bool, results: dict) -> None:
        if self._running is None:
            return
        _, context, feedback = self._running
        self._running = None
        self.bar.hide()
        self._offer()
        if not is_done:
            self.told.setText(feedback.refusal)
            return
        layer = context.takeResultLayer(results["OUTPUT"])
        blocks: list[Block] = [self._scheme.block(feature["code"]) for feature in layer.getFeatures()]
        if not blocks:
            self.told.setText(
                QCoreApplication.translate(
                    "Kaznedra", "No block is covered that way. Choose touched blocks, or give a distance."
                )
            )
        elif len(blocks) > MOST:
            told = QCoreApplication.translate("Kaznedra", "That is {count} blocks; one step takes no more than {most}.")
            self.told.setText(told.format(count=words.count(len(blocks)), most=words.count(MOST)))
        else:
            self.chosen.emit(blocks, self._replaces)
            self.accept()

    def done(self, answer: int) -> None:
        """Cancel what runs, and listen to layers no more: the dialog goes a while before its widgets do."""
        if self._running is not None:
            task, _, feedback = self._running
            task.executed.disconnect(self._done)
            feedback.progressChanged.disconnect(self._show_progress)
            task.cancel()
            self._running = None
        self.layers.layerChanged.disconnect(self._count_selected)
        super().done(answer)
