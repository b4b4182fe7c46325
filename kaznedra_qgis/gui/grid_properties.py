"""The properties window of the block grid: colour, codes, opacity."""

from qgis.gui import QgsColorButton, QgsOpacityWidget
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QApplication, QCheckBox, QDialog, QDialogButtonBox, QFormLayout

from ..mapping.grid_layer import GridLayer


class GridProperties(QDialog):
    """Edits the look of a grid; nothing changes before OK or Apply."""

    def __init__(self, layer: GridLayer, parent=None) -> None:
        super().__init__(parent)
        self._layer = layer
        self.setObjectName("KaznedraGridProperties")
        self.setWindowTitle(layer.name())
        self.colour = QgsColorButton(self)
        self.colour.setColor(layer.colour())
        self.colour.setAllowOpacity(False)
        self.labels = QCheckBox(QCoreApplication.translate("Kaznedra", "&Codes where there is room for them"), self)
        self.labels.setChecked(layer.labels())
        self.opacity = QgsOpacityWidget(self)
        self.opacity.setOpacity(layer.opacity())
        button = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(button.Ok | button.Cancel | button.Apply, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.button(button.Apply).clicked.connect(self.apply)
        form = QFormLayout(self)
        form.addRow(QCoreApplication.translate("Kaznedra", "&Lines"), self.colour)
        form.addRow("", self.labels)
        form.addRow(QCoreApplication.translate("Kaznedra", "&Opacity"), self.opacity)
        form.addRow(self.buttons)

    def apply(self) -> None:
        """Give the grid the look that is set."""
        self._layer.setOpacity(self.opacity.opacity())
        self._layer.set_labels(self.labels.isChecked())
        self._layer.set_colour(self.colour.color())
        self._layer.triggerRepaint()

    def accept(self) -> None:
        """Apply and close."""
        self.apply()
        super().accept()


def show_grid_properties(layer: GridLayer) -> None:
    """Let the user edit the look of a grid, over the window in use."""
    GridProperties(layer, QApplication.activeWindow()).exec()
