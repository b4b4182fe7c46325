"""The list of themes in the dock: it gives up the age, then the word of the state, before it cuts a title short."""

from typing import Optional

from qgis.PyQt.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QTreeView, QWidget

from .theme_model import Column, Row, ThemeModel

TITLE_AT_LEAST_CHARS = 32
"""A longer title may be cut to this length rather than the other columns be hidden"""


class ThemeList(QTreeView):
    """View of a ThemeModel. `menu_wanted` (row, global position) asks for a row's context menu."""

    menu_wanted = pyqtSignal(object, QPoint)

    def __init__(self, model: ThemeModel, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraThemes")
        self.setModel(model)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setHeaderHidden(True)
        self.setItemsExpandable(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        for column in (Column.FEATURES, Column.AGE, Column.STATE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        model.dataChanged.connect(self.fit)
        model.modelReset.connect(self.fit)

    def fit(self) -> None:
        """Share the width out: title, then features and state icon, then the state's word, then the age."""
        model: ThemeModel = self.model()
        model.blockSignals(True)
        model.show_short(False)
        widths = {column: self._wanted(column) for column in (Column.FEATURES, Column.AGE, Column.STATE)}
        room = self.viewport().width() - self._title_width()
        with_age = room >= sum(widths.values())
        with_word = with_age or room >= widths[Column.FEATURES] + widths[Column.STATE]
        if not with_word:
            model.show_short(True)
            widths[Column.STATE] = self._wanted(Column.STATE)
        model.blockSignals(False)
        self.setColumnHidden(Column.AGE, not with_age)
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self.viewport().update()

    def _wanted(self, column: Column) -> int:
        return self.sizeHintForColumn(column) + self.fontMetrics().horizontalAdvance("n")

    def _title_width(self) -> int:
        box = self.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, self)
        enough = box + self.fontMetrics().averageCharWidth() * TITLE_AT_LEAST_CHARS
        return min(self._wanted(Column.TITLE), enough)

    def chosen(self) -> Optional[Row]:
        """The row under the cursor."""
        index = self.currentIndex()
        return self.model().row(index) if index.isValid() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks the row, whichever of its cells is current."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid() and index.column() != Column.TITLE:
            self.selectionModel().setCurrentIndex(
                index.siblingAtColumn(Column.TITLE), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        super().keyPressEvent(event)

    def _ask_menu(self, where: QPoint) -> None:
        index: QModelIndex = self.indexAt(where)
        if index.isValid():
            self.menu_wanted.emit(self.model().row(index), self.viewport().mapToGlobal(where))
