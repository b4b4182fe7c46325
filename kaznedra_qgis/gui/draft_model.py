"""The drafts of a workspace as rows: colour and name, blocks, the worst that was found."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Optional

from qgis.PyQt.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QFont, QIcon, QPixmap

from ..workspace.drafts import Draft
from . import last_check, words
from .icons import icon
from .state_words import STATE_ICONS, state_word


class Column(IntEnum):
    """The columns of the list."""

    NAME = 0
    BLOCKS = 1
    CHECK = 2


class DraftModel(QAbstractTableModel):
    """A row per draft. A tick shows it on the map; a name can be written over."""

    renamed = pyqtSignal(str, str)
    """Id and new name"""
    shown = pyqtSignal(str, bool)
    """Id, and whether it is to be seen on the map"""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._drafts: list[Draft] = []
        self._hidden: set[str] = set()
        self._open = ""
        self._is_short = False

    def show_short(self, is_short: bool) -> None:
        """Tell the worst that was found by its icon only."""
        if is_short != self._is_short:
            self._is_short = is_short
            self.dataChanged.emit(self.index(0, Column.CHECK), self.index(self.rowCount() - 1, Column.CHECK))

    def show(self, drafts: Sequence[Draft], hidden: set[str], open_draft: str) -> None:
        """Show drafts; those of `hidden` without a tick, the open one in bold."""
        same = [draft.id for draft in drafts] == [draft.id for draft in self._drafts]
        if not same:
            self.beginResetModel()
        self._drafts, self._hidden, self._open = list(drafts), set(hidden), open_draft
        if same:
            self.dataChanged.emit(self.index(0, 0), self.index(len(drafts) - 1, len(Column) - 1))
        else:
            self.endResetModel()

    def draft(self, index: QModelIndex) -> Optional[Draft]:
        """The draft of a row."""
        return self._drafts[index.row()] if index.isValid() and index.row() < len(self._drafts) else None

    def row_of(self, draft: str) -> int:
        """The row of an id, -1 where it is not listed."""
        return next((row for row, listed in enumerate(self._drafts) if listed.id == draft), -1)

    def rowCount(self, parent: Optional[QModelIndex] = None) -> int:
        """Drafts."""
        return 0 if parent is not None and parent.isValid() else len(self._drafts)

    def columnCount(self, parent: Optional[QModelIndex] = None) -> int:
        """Name, blocks, check."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles of the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            QCoreApplication.translate("Kaznedra", "Draft"),
            QCoreApplication.translate("Kaznedra", "Blocks"),
            QCoreApplication.translate("Kaznedra", "Check"),
        )[section]

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        """Names can be written over, ticks set."""
        flags = super().flags(index)
        if index.column() == Column.NAME:
            flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        draft = self.draft(index)
        if draft is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            checked = "" if self._is_short else _checked(draft)
            return (draft.name, words.count(len(draft.blocks)), checked)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == Column.CHECK:
            return _checked(draft)
        if role == Qt.ItemDataRole.ToolTipRole:
            return words.tip(_tip(draft))
        if role == Qt.ItemDataRole.FontRole and draft.id == self._open:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == Column.BLOCKS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DecorationRole and index.column() == Column.NAME:
            return swatch(draft.colour)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == Column.CHECK and _checked(draft):
            return icon(STATE_ICONS[last_check.result(draft)])
        if index.column() == Column.NAME and role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Unchecked if draft.id in self._hidden else Qt.CheckState.Checked
        return None

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a new name or tick."""
        draft = self.draft(index)
        if draft is None or index.column() != Column.NAME:
            return False
        if role == Qt.ItemDataRole.CheckStateRole:
            self.shown.emit(draft.id, Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        name = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or not name or name == draft.name:
            return False
        self.renamed.emit(draft.id, name)
        return True


def swatch(colour: str) -> QIcon:
    """A small square of a colour."""
    picture = QPixmap(16, 16)
    picture.fill(QColor(colour))
    return QIcon(picture)


def _checked(draft: Draft) -> str:
    """The worst that the last check found, in a word; empty where there was none of the blocks as they are."""
    state = last_check.result(draft)
    return state_word(state) if state else ""


def _tip(draft: Draft) -> str:
    moment = words.instant(draft.changed)
    changed = QCoreApplication.translate("Kaznedra", "Changed: {date}").format(
        date=words.exact(moment) if moment else "?"
    )
    check = QCoreApplication.translate("Kaznedra", "Check: {state}").format(state=_checked(draft) or "–")
    archived = QCoreApplication.translate("Kaznedra", "Archived") if draft.archived else ""
    return "\n".join(part for part in (draft.name, check, changed, archived) if part)
