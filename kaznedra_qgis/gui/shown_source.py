"""Whose features the map shows, where a workspace holds those of several sources."""

from collections.abc import Mapping, Sequence
from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QWidget


class ShownSource(QWidget):
    """One line, hidden where there is nothing to choose. `chosen` (id, '' for all; title)."""

    chosen = pyqtSignal(str, str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self)
        self.sources = QComboBox(self)
        self.sources.setObjectName("kaznedraShownSource")
        self.sources.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sources.setMinimumContentsLength(8)
        self.sources.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.title.setBuddy(self.sources)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.title)
        layout.addWidget(self.sources, 1)
        self.sources.activated.connect(self._choose)
        self.hide()

    def show_sources(self, sources: Sequence[str], titles: Mapping[str, str], shown: str) -> None:
        """Offer the sources of a workspace by their titles; `shown` is the only one on the map, '' where all are."""
        self.sources.clear()
        self.sources.addItem(QCoreApplication.translate("Kaznedra", "All sources"), "")
        for source in sources:
            self.sources.addItem(titles.get(source, source), source)
        self.sources.setCurrentIndex(max(self.sources.findData(shown), 0))
        self.setVisible(len(sources) > 1 or bool(shown))

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.title.setText(QCoreApplication.translate("Kaznedra", "O&n the map"))
        self.sources.setToolTip(QCoreApplication.translate("Kaznedra", "Whose features the map shows"))
        if self.sources.count():
            self.sources.setItemText(0, QCoreApplication.translate("Kaznedra", "All sources"))

    def _choose(self, index: int) -> None:
        self.chosen.emit(str(self.sources.itemData(index)), self.sources.itemText(index))
