"""The page History of the dock: the pulls with their state, what can be done with each, and how much is kept."""

from collections.abc import Callable, Mapping
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication, QModelIndex, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from . import words
from .pull_model import Column, PullModel
from .pulls import Pull
from .state_task import SourceState

_SOURCE_AT_LEAST_CHARS = 12
"""Of a source's title there is room for so many letters, or it is left to the tip"""


class PullTree(QTreeView):
    """View of a PullModel; it gives up the states' words before it cuts a title short, and then the sources."""

    opened = pyqtSignal(QModelIndex)
    """The user pressed Enter on a row, or clicked it twice"""

    def __init__(self, model: PullModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraPulls")
        self.setModel(model)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setHeaderHidden(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(Column.WHEN, QHeaderView.ResizeMode.Stretch)
        for column in (Column.CHANGES, Column.STATE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self.opened)
        self.expanded.connect(lambda _index: self.fit())

    def fit(self) -> None:
        """Share the width out: when, theme and what changed first, then the source, then the state's word."""
        model: PullModel = self.model()
        room = self.viewport().width()
        letters = self.fontMetrics().averageCharWidth() * _SOURCE_AT_LEAST_CHARS
        model.show_with(state_words=True, sources=True)
        widths = {column: self._wanted(column) for column in Column}
        if room < sum(widths.values()):
            model.show_with(state_words=False, sources=True)
            widths[Column.STATE] = self._wanted(Column.STATE)
            whens = max((self.fontMetrics().horizontalAdvance(when) for when in model.whens()), default=0)
            needed = self.indentation() + whens + letters + widths[Column.CHANGES] + widths[Column.STATE]
            model.show_with(state_words=False, sources=room >= needed)
        for column in (Column.CHANGES, Column.STATE):
            self.setColumnWidth(column, widths[column])
        self.viewport().update()

    def _wanted(self, column: Column) -> int:
        return self.sizeHintForColumn(column) + self.fontMetrics().horizontalAdvance("n")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the map as of the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class HistoryPage(QWidget):
    """Its signals are what the user wants of the history."""

    asked = pyqtSignal(str)
    """A moment, '' for today"""
    changes_wanted = pyqtSignal(str, str, list)
    """The moments to compare, and the themes"""
    detail_wanted = pyqtSignal(str)
    """Plain text"""
    retention_wanted = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraHistory")
        self._last: Optional[Pull] = None
        self._keep: Any = None
        self.model = PullModel(self)
        self.tree = PullTree(self.model, self)
        self.show_then = QPushButton(self)
        self.show_then.setObjectName("kaznedraShowThen")
        self.what_changed = QPushButton(self)
        self.what_changed.setObjectName("kaznedraWhatChanged")
        self.kept = QLabel(self)
        self.kept.setObjectName("kaznedraKept")
        self.kept.setWordWrap(True)
        self.change = QPushButton(self)
        self.change.setObjectName("kaznedraRetention")
        self._lay_out()
        self.tree.opened.connect(lambda _index: self._show_then())
        self.tree.selectionModel().currentChanged.connect(lambda *_: self._offer())
        self.tree.customContextMenuRequested.connect(self._show_menu)
        self.show_then.clicked.connect(lambda _checked=False: self._show_then())
        self.what_changed.clicked.connect(lambda _checked=False: self._compare())
        self.change.clicked.connect(lambda _checked=False: self.retention_wanted.emit())
        self.retranslate()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.tree, 1)
        grid = QGridLayout()
        grid.addWidget(self.show_then, 0, 0)
        grid.addWidget(self.what_changed, 0, 1)
        grid.addWidget(self.kept, 1, 0)
        grid.addWidget(self.change, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        layout.addLayout(grid)
        for before, after in ((self.tree, self.show_then), (self.show_then, self.what_changed)):
            self.setTabOrder(before, after)
        self.setTabOrder(self.what_changed, self.change)

    def show_state(self, state: SourceState, titles: Mapping[str, str]) -> None:
        """List the pulls of the workspace, the newest unfolded; an older one that is current stays so."""
        current = self.tree.currentIndex()
        is_newest = not current.isValid() or (current.row() == 0 and not current.parent().isValid())
        number = None if is_newest else self.model.pull(current).number
        known = {source: titles.get(source, source) for source in state.sources}
        self.model.show(state.pulls, known)
        standing = [pull for pull in state.pulls if pull.stands]
        self._last, self._keep = (standing[-1] if standing else None), state.keep
        row = next((place for place, pull in enumerate(reversed(state.pulls)) if pull.number == number), 0)
        if state.pulls:
            self.tree.setCurrentIndex(self.model.index(row, 0))
            self.tree.expand(self.model.index(0, 0))
        self.tree.fit()
        self._offer()
        self._say_kept()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.show_then.setText(QCoreApplication.translate("Kaznedra", "Show the &map then"))
        self.what_changed.setText(QCoreApplication.translate("Kaznedra", "What chan&ged"))
        self.what_changed.setToolTip(
            words.tip(QCoreApplication.translate("Kaznedra", "Compare it with the pull before, feature by feature"))
        )
        self.change.setText(QCoreApplication.translate("Kaznedra", "&Keep…"))
        self.change.setToolTip(words.tip(QCoreApplication.translate("Kaznedra", "Choose how much history is kept")))
        self.tree.setAccessibleName(QCoreApplication.translate("Kaznedra", "Pulls"))
        self.tree.fit()
        self._say_kept()

    def _say_kept(self) -> None:
        self.kept.setText(kept_words(self._keep))
        self.change.setEnabled(self._keep is not None)

    def _offer(self) -> None:
        index = self.tree.currentIndex()
        self.show_then.setEnabled(index.isValid() and self.model.pull(index).stands)
        self.what_changed.setEnabled(self._can_compare(index))

    def _can_compare(self, index: QModelIndex) -> bool:
        if not index.isValid() or self.model.before(index) is None:
            return False
        snapshot = self.model.snapshot(index)
        return snapshot.state.name in ("COMPLETE", "PARTIAL") if snapshot else self.model.pull(index).stands

    def _show_then(self) -> None:
        index = self.tree.currentIndex()
        if index.isValid() and self.model.pull(index).stands:
            pull = self.model.pull(index)
            self.asked.emit("" if pull is self._last else pull.moment)

    def _compare(self) -> None:
        index = self.tree.currentIndex()
        if not self._can_compare(index):
            return
        before, snapshot, pull = self.model.before(index), self.model.snapshot(index), self.model.pull(index)
        if snapshot:
            self.changes_wanted.emit(str(before.id), str(snapshot.id), [snapshot.theme])
        else:
            themes = [each.theme for each in pull.snapshots if each.state.name in ("COMPLETE", "PARTIAL")]
            self.changes_wanted.emit(before.moment, pull.moment, themes)

    def _show_menu(self, where: QPoint) -> None:
        index = self.tree.indexAt(where)
        if not index.isValid():
            return
        self.tree.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offers: tuple[tuple[QPushButton, Callable[[], None]], ...] = (
            (self.show_then, self._show_then),
            (self.what_changed, self._compare),
        )
        for button, slot in offers:
            menu.addAction(button.text(), slot).setEnabled(button.isEnabled())
        tip = self.model.tip(index)
        menu.addAction(QCoreApplication.translate("Kaznedra", "&Details"), lambda: self.detail_wanted.emit(tip))
        menu.popup(self.tree.viewport().mapToGlobal(where))


def kept_words(keep: Any) -> str:
    """How much history is kept, as a sentence; `keep` is a workspace.retention.Retention, None where unknown."""
    if keep is None:
        return ""
    if keep.days is not None:
        told = QCoreApplication.translate("Kaznedra", "Days of history that are kept: {number}")
        return told.format(number=words.count(keep.days))
    if keep.last is not None:
        told = QCoreApplication.translate("Kaznedra", "Pulls that are kept: {number}")
        return told.format(number=words.count(keep.last))
    return QCoreApplication.translate("Kaznedra", "All history is kept.")
