"""The themes of a source as a table: title with checkbox, features, age, state; the last row is the block grid."""

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Optional

from qgis.PyQt.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import QApplication

from ..titles import theme_title
from . import words
from .condition import Condition, Standing
from .icons import icon

GRID = "block_grid"
"""Name of the last row"""


class Column(IntEnum):
    """Columns of the table."""

    TITLE = 0
    FEATURES = 1
    AGE = 2
    STATE = 3


@dataclass
class Row:
    """A theme, or the block grid, which has no standing."""

    name: str
    standing: Optional[Standing] = None
    is_visible: bool = False
    is_pulling: bool = field(default=False, compare=False)

    @property
    def has_layer(self) -> bool:
        """True where there is something to show on the map."""
        return self.standing is None or self.standing.count is not None


class ThemeModel(QAbstractTableModel):
    """Rows in the order given; `switched` (name, on) tells that the user ticked one."""

    switched = pyqtSignal(str, bool)

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = [Row(GRID)]
        self._short = False

    def show(self, standings: dict[str, Standing]) -> None:
        """Replace the themes; which of them are visible and being pulled is kept by name."""
        before = {row.name: row for row in self._rows}
        rows = [Row(name, standing) for name, standing in standings.items()]
        rows.append(Row(GRID))
        for row in rows:
            if row.name in before:
                row.is_visible, row.is_pulling = before[row.name].is_visible, before[row.name].is_pulling
        if [row.name for row in rows] == [row.name for row in self._rows]:
            self._rows = rows
            self.refresh()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def show_visible(self, names: set[str]) -> None:
        """Tick the rows of these names, and no others."""
        for row in self._rows:
            row.is_visible = row.name in names
        self.refresh()

    def show_pulling(self, names: set[str]) -> None:
        """Mark the themes that are being pulled."""
        if {row.name for row in self._rows if row.is_pulling} == names:
            return
        for row in self._rows:
            row.is_pulling = row.name in names
        self.refresh()

    def show_short(self, short: bool) -> None:
        """Show states by their icon alone (True), or by icon and word."""
        if short != self._short:
            self._short = short
            self.refresh()

    def refresh(self) -> None:
        """Redraw everything, as after a change of language or at midnight."""
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(Column) - 1))

    def row(self, index: QModelIndex) -> Row:
        """The row at an index."""
        return self._rows[index.row()]

    def rows(self) -> list[Row]:
        """All rows, the block grid last."""
        return list(self._rows)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Rows; none below a row."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Columns."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: QModelIndex) -> "Qt.ItemFlag":
        """Titles of themes with data can be ticked."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if index.column() == Column.TITLE and self.row(index).has_layer:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the view shows."""
        if not index.isValid():
            return None
        row, column = self.row(index), Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column, self._short)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row) if column is Column.TITLE else self._text(row, column, is_short=False)
        if role == Qt.ItemDataRole.ToolTipRole:
            return words.tip(self._tip(row, column))
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.TITLE:
            return Qt.CheckState.Checked if row.is_visible and row.has_layer else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DecorationRole and column is Column.STATE and row.standing:
            return icon((Condition.RUNNING if row.is_pulling else row.standing.condition).value)
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Column.FEATURES:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and not row.has_layer and column is not Column.STATE:
            return QApplication.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        return None

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick a theme."""
        if role != Qt.ItemDataRole.CheckStateRole or not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        row = self.row(index)
        row.is_visible = Qt.CheckState(value) == Qt.CheckState.Checked
        self.dataChanged.emit(index, index)
        self.switched.emit(row.name, row.is_visible)
        return True

    def _text(self, row: Row, column: Column, is_short: bool) -> str:
        if column is Column.TITLE:
            return title(row.name)
        standing = row.standing
        if standing is None:
            return ""
        if column is Column.FEATURES:
            return "" if standing.count is None else words.count(standing.count)
        if column is Column.AGE:
            return words.age(standing.pulled) if standing.pulled else ""
        if is_short:
            return ""
        return QCoreApplication.translate("Kaznedra", "pulling") if row.is_pulling else standing.word

    def _tip(self, row: Row, column: Column) -> str:
        if row.standing is None:
            return QCoreApplication.translate(
                "Kaznedra", "The grid of blocks of one minute, with their codes. It shows from 1:500 000."
            )
        if column is Column.AGE and row.standing.pulled:
            return words.exact(row.standing.pulled)
        return f"{title(row.name)}: {row.standing.word}\n{row.standing.tip}"

    def _spoken(self, row: Row) -> str:
        said = [title(row.name)]
        if row.standing:
            said += [self._text(row, column, is_short=False) for column in (Column.FEATURES, Column.AGE, Column.STATE)]
        return ", ".join(piece for piece in said if piece)


def title(name: str) -> str:
    """Title of a row."""
    return QCoreApplication.translate("Kaznedra", "Block grid") if name == GRID else theme_title(name)
