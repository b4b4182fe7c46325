"""The list of drafts: it gives up the tenge, then the words of the check, before it cuts a name short."""

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from qgis.PyQt.QtWidgets import QHeaderView, QStyle, QTreeView, QWidget

from .draft_model import Column, DraftModel
from .fitting_splitter import height_of_rows

NAME_AT_LEAST = 22
"""Letters of a name that may be seen in full rather than further columns"""
_FIGURES = (Column.BLOCKS, Column.CHECK, Column.MCI, Column.TENGE)


class DraftTree(QTreeView):
    """View of a DraftModel."""

    delete_wanted = pyqtSignal()

    def __init__(self, model: DraftModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraDrafts")
        self.setModel(model)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QTreeView.EditTrigger.EditKeyPressed | QTreeView.EditTrigger.SelectedClicked)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column in _FIGURES:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        model.dataChanged.connect(self.fit)
        model.modelReset.connect(self.fit)

    def fit(self) -> None:
        """Share the width out: name, blocks, icon of the check and MCI, then the words, then the tenge."""
        model: DraftModel = self.model()
        model.blockSignals(True)
        room = self.viewport().width() - self._name_width()
        model.show_short(False)
        widths = {column: self._wanted(column) for column in _FIGURES}
        with_tenge = room >= sum(widths.values())
        if not with_tenge and room < sum(widths.values()) - widths[Column.TENGE]:
            model.show_short(True)
            widths = {column: self._wanted(column) for column in _FIGURES}
        model.blockSignals(False)
        self.setColumnHidden(Column.TENGE, not with_tenge)
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self.header().viewport().update()
        self.viewport().update()

    def _wanted(self, column: Column) -> int:
        rows = self.sizeHintForColumn(column) + self.fontMetrics().horizontalAdvance("n")
        return max(rows, self.header().sectionSizeHint(column))

    def _name_width(self) -> int:
        box = self.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, self)
        enough = box + self.iconSize().width() + self.fontMetrics().averageCharWidth() * NAME_AT_LEAST
        return max(enough, self.header().sectionSizeHint(Column.NAME))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete asks for the draft to be deleted."""
        if event.matches(QKeySequence.StandardKey.Delete):
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Room for the header and one draft."""
        return QSize(super().minimumSizeHint().width(), height_of_rows(self, 1))
