"""The drafts of a workspace as rows: colour and name, blocks, the worst that was found, what the first year costs."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any, Optional

from qgis.PyQt.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QFont, QIcon, QPixmap

from .. import cost_words
from ..workspace.drafts import Draft
from . import last_check, words
from .draft_costs import YearOne
from .icons import icon
from .state_words import STATE_ICONS, state_word


class Column(IntEnum):
    """The columns of the list."""

    NAME = 0
    BLOCKS = 1
    CHECK = 2
    MCI = 3
    TENGE = 4


_NUMBERS = (Column.BLOCKS, Column.MCI, Column.TENGE)


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
        self._costs: Mapping[str, YearOne] = {}
        self._is_short = False

    def show_short(self, is_short: bool) -> None:
        """Tell the worst that was found by its icon only, and make the titles of the columns short."""
        if is_short != self._is_short:
            self._is_short = is_short
            self.dataChanged.emit(self.index(0, Column.CHECK), self.index(self.rowCount() - 1, Column.CHECK))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def show(self, drafts: Sequence[Draft], hidden: set[str], open_draft: str, costs: Mapping[str, YearOne]) -> None:
        """Show drafts and their `costs` by id; those of `hidden` without a tick, the open one in bold."""
        same = [draft.id for draft in drafts] == [draft.id for draft in self._drafts]
        if not same:
            self.beginResetModel()
        self._drafts, self._hidden, self._open, self._costs = list(drafts), set(hidden), open_draft, costs
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
        """Name, blocks, check, MCI, tenge."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles of the columns; in full as their tooltips."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _titles(self._is_short)[section]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _titles(False)[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return _of_the_cost() if section in (Column.MCI, Column.TENGE) else _titles(False)[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

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
            return self._text(draft, Column(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == Column.CHECK:
            return _checked(draft)
        if role == Qt.ItemDataRole.ToolTipRole:
            of_costs = index.column() in (Column.MCI, Column.TENGE)
            return words.tip(self._cost(draft).told if of_costs else _tip(draft))
        if role == Qt.ItemDataRole.FontRole and draft.id == self._open:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DecorationRole and index.column() == Column.NAME:
            return swatch(draft.colour)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == Column.CHECK and _checked(draft):
            return icon(STATE_ICONS[last_check.result(draft)])
        if index.column() == Column.NAME and role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Unchecked if draft.id in self._hidden else Qt.CheckState.Checked
        return None

    def _cost(self, draft: Draft) -> YearOne:
        return self._costs.get(draft.id, YearOne())

    def _text(self, draft: Draft, column: Column) -> str:
        cost = self._cost(draft)
        if column is Column.NAME:
            return draft.name
        if column is Column.BLOCKS:
            return words.count(len(draft.blocks))
        if column is Column.CHECK:
            return "" if self._is_short else _checked(draft)
        if cost.mci is None:
            return "–" if draft.blocks else ""
        return cost_words.amount(cost.mci) if column is Column.MCI else cost_words.tenge(cost.tenge)

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


def _titles(is_short: bool) -> tuple[str, ...]:
    """By column; where it is short, the icon of a check needs no word, and MCI are of the year that the tip names."""
    return (
        QCoreApplication.translate("Kaznedra", "Draft"),
        QCoreApplication.translate("Kaznedra", "Blocks"),
        "" if is_short else QCoreApplication.translate("Kaznedra", "Check"),
        QCoreApplication.translate("Kaznedra", "MCI")
        if is_short
        else QCoreApplication.translate("Kaznedra", "Year 1, MCI"),
        QCoreApplication.translate("Kaznedra", "Year 1, ₸"),
    )


def _of_the_cost() -> str:
    parts = " + ".join((cost_words.title("expenditure"), cost_words.title("rent")))
    return f"{QCoreApplication.translate('Kaznedra', 'Cost of year 1')}: {parts}"


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
