"""Choose blocks by the features of a layer or a file: says which, as they would be added, before they are."""

from collections.abc import Sequence
from typing import Any, Optional

from qgis.core import QgsMapLayerProxyModel, QgsProcessingFeatureSourceDefinition
from qgis.gui import QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QCoreApplication, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
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
from .block_words import summary
from .layer_reading import LayerReading, PartsTask
from .readable_files import FEATURES, pattern
from .rule_box import RuleBox

PAUSE_MS = 250
"""How long the user has to leave the form alone before the features are read"""
MOST = 5_000
"""Blocks that a draft is given at once"""


class LayerDialog(QDialog):
    """`chosen` gives the blocks, and whether they replace those of the draft."""

    chosen = pyqtSignal(object, bool)

    def __init__(self, scheme: NumberingScheme, of_file: bool, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraFromLayer")
        self._scheme, self._of_file = scheme, of_file
        self._reading: Optional[LayerReading] = None
        self._looking: Optional[PartsTask] = None
        self.blocks: list[Block] = []
        self._make_widgets()
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.read)
        self.layers.layerChanged.connect(self._count_selected)
        self.file.fileChanged.connect(self._list_parts)
        for changed in (self.parts.activated, self.rule.activated, self.distance.valueChanged, self.selected.toggled):
            changed.connect(self._read_soon)
        self._count_selected()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)

    def _make_widgets(self) -> None:
        self.setWindowTitle(QCoreApplication.translate("Kaznedra", "Choose blocks by features"))
        self.layers = QgsMapLayerComboBox(self)
        self.layers.setObjectName("kaznedraFromLayerLayer")
        self.layers.setFilters(QgsMapLayerProxyModel.Filter.HasGeometry)
        self.file = QgsFileWidget(self)
        self.file.setObjectName("kaznedraFromLayerFile")
        self.file.setFilter(f"GeoPackage, GeoJSON, Shapefile, KML ({pattern(*FEATURES)})")
        self.parts = QComboBox(self)
        self.parts.setObjectName("kaznedraFromLayerPart")
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
        form = self.form = QFormLayout()
        if self._of_file:
            form.addRow(QCoreApplication.translate("Kaznedra", "&File"), self.file)
            form.addRow(QCoreApplication.translate("Kaznedra", "La&yer"), self.parts)
            self._show_parts(())
        else:
            self.parts.hide()
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
        self.add.clicked.connect(lambda _checked=False: self._give(False))
        self.replace.clicked.connect(lambda _checked=False: self._give(True))
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
        self._read_soon()

    def _list_parts(self, _path: str = "") -> None:
        """Look which layers the file has."""
        self.parts.clear()
        self._show_parts(())
        self._drop()
        path = self.file.filePath()
        self._looking = PartsTask(path) if path else None
        if self._looking is not None:
            self._looking.ended.connect(self._parts_listed)
            self._looking.start_quietly()

    def _parts_listed(self, task: PartsTask) -> None:
        if task is self._looking:
            self._looking = None
            self._show_parts(task.result or ())
            self._read_soon()

    def _show_parts(self, parts: Sequence[tuple[str, str]]) -> None:
        """Offer the layers of a file that has several; of one alone nothing need be asked."""
        for name, uri in parts:
            self.parts.addItem(name, uri)
        for widget in (self.parts, self.form.labelForField(self.parts)):
            widget.setVisible(len(parts) > 1)

    def _input(self) -> Any:
        if self._of_file:
            return self.parts.currentData() or self.file.filePath() or None
        layer = self.layers.currentLayer()
        return QgsProcessingFeatureSourceDefinition(layer.id(), self.selected.isChecked()) if layer else None

    # reading

    def _read_soon(self, _change: Any = None) -> None:
        """What was read is of another question now."""
        self._drop()
        self.told.setText("")
        self._pause.start()

    def _drop(self) -> None:
        reading, self._reading, self.blocks = self._reading, None, []
        if reading is not None:
            reading.cancel()
        self.bar.hide()
        self._offer()

    def _offer(self) -> None:
        for button in (self.add, self.replace):
            button.setEnabled(bool(self.blocks))

    def read(self) -> None:
        """Find the blocks of what is filled in."""
        self._pause.stop()
        self._drop()
        source = self._input()
        if source is None:
            return
        wanted = {"INPUT": source, "RULE": self.rule.rule.value, "BUFFER": self.distance.value()}
        self._reading = LayerReading(self._scheme, wanted)
        self._reading.progressed.connect(self._show_progress)
        self._reading.ended.connect(self._show)
        self.bar.setRange(0, 100)
        self.bar.setValue(0)
        self.bar.show()

    def _show_progress(self, percent: float) -> None:
        self.bar.setValue(round(percent))

    def _show(self) -> None:
        reading, self._reading = self._reading, None
        self.bar.hide()
        if reading is None:
            return
        count = len(reading.blocks)
        self.blocks = reading.blocks if count <= MOST else []
        if reading.refusal:
            told = reading.refusal
        elif not count:
            told = QCoreApplication.translate(
                "Kaznedra", "No block is covered that way. Choose touched blocks, or give a distance."
            )
        elif count > MOST:
            told = QCoreApplication.translate("Kaznedra", "That is {count} blocks; one step takes no more than {most}.")
            told = told.format(count=words.count(count), most=words.count(MOST))
        else:
            told = "\n".join((summary(frozenset(reading.blocks)), *reading.warnings))
        self.told.setText(told)
        self._offer()

    def _give(self, replaces: bool) -> None:
        if self.blocks:
            self.chosen.emit(self.blocks, replaces)
            self.accept()

    def done(self, answer: int) -> None:
        """Cancel what runs, and listen to layers no more: the dialog goes a while before its widgets do."""
        self._pause.stop()
        self._looking = None
        self._drop()
        self.layers.layerChanged.disconnect(self._count_selected)
        super().done(answer)
