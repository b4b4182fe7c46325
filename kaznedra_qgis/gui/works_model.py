"""The works of a plan as a table that is edited in place."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from enum import IntEnum
from typing import Any, Optional

from qgis.PyQt.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QSpinBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from .. import cost_words, i18n
from . import words

MOST_YEARS = 11


class Column(IntEnum):
    """What stands where."""

    YEAR = 0
    KIND = 1
    METHOD = 2
    VOLUME = 3
    UNIT = 4
    COST = 5


class WorksModel(QAbstractTableModel):
    """Rows are subsoil.plan.Work. `edited` comes after every change by the user."""

    edited = pyqtSignal()

    def __init__(self, parent: Optional[Any] = None) -> None:
        super().__init__(parent)
        self.works: list[Any] = []
        self._with_units = False

    def show_units(self, with_units: bool) -> None:
        """Say the unit with the volume, or leave it to its own column."""
        if with_units != self._with_units:
            self._with_units = with_units
            self.dataChanged.emit(self.index(0, Column.VOLUME), self.index(self.rowCount() - 1, Column.VOLUME))

    def show_works(self, works: Sequence[Any]) -> None:
        """Show these."""
        self.beginResetModel()
        self.works = list(works)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Number of works."""
        return 0 if parent.isValid() else len(self.works)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Number of columns."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: QModelIndex) -> Any:
        """Every cell can be edited."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles of the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.YEAR: QCoreApplication.translate("Kaznedra", "Year"),
            Column.KIND: QCoreApplication.translate("Kaznedra", "Works"),
            Column.METHOD: QCoreApplication.translate("Kaznedra", "Method"),
            Column.VOLUME: QCoreApplication.translate("Kaznedra", "Volume"),
            Column.UNIT: QCoreApplication.translate("Kaznedra", "Unit"),
            Column.COST: QCoreApplication.translate("Kaznedra", "Cost, ₸"),
        }[Column(section)]

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words to read, plain values to edit."""
        if not index.isValid():
            return None
        work, column = self.works[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            unit = _shown(work, Column.UNIT) if self._with_units and column is Column.VOLUME and work.volume else ""
            return f"{_shown(work, column)} {unit}".rstrip()
        if role == Qt.ItemDataRole.EditRole:
            return _plain(work, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return words.tip("\n".join(filter(None, (_shown(work, column), work.method))))
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (Column.YEAR, Column.VOLUME, Column.COST):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what the user wrote; an amount that cannot be read leaves the old one."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        work = self.works[index.row()]
        changed = _changed(work, Column(index.column()), value)
        if changed is None or changed == work:
            return changed is not None
        self.works[index.row()] = changed
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(Column) - 1))
        self.edited.emit()
        return True

    def add(self, work: Any, row: Optional[int] = None) -> QModelIndex:
        """Put a work in, at the end unless a row is given."""
        row = len(self.works) if row is None else row
        self.beginInsertRows(QModelIndex(), row, row)
        self.works.insert(row, work)
        self.endInsertRows()
        self.edited.emit()
        return self.index(row, Column.KIND)

    def remove(self, rows: Sequence[int]) -> None:
        """Take works out."""
        for row in sorted(set(rows), reverse=True):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self.works[row]
            self.endRemoveRows()
        self.edited.emit()


def _shown(work: Any, column: Column) -> str:
    if column is Column.KIND:
        return kinds().get(work.kind, work.kind)
    if column is Column.UNIT:
        return unit_titles().get(work.unit, work.unit)
    if column is Column.METHOD:
        return work.method
    if column is Column.YEAR:
        return str(work.year)
    if column is Column.VOLUME:
        return "" if work.volume is None else _trimmed(work.volume)
    return "" if work.cost is None else cost_words.amount(work.cost)


def _trimmed(value: Decimal) -> str:
    whole, point, part = f"{value.normalize():,f}".replace(",", cost_words.THIN_SPACE).partition(".")
    return f"{whole}{words.locale().decimalPoint()}{part}" if point else whole


def _plain(work: Any, column: Column) -> Any:
    value = (work.year, work.kind, work.method, work.volume, work.unit, work.cost)[column]
    return f"{value:f}" if isinstance(value, Decimal) else "" if value is None else value


def _changed(work: Any, column: Column, value: Any) -> Any:
    from ..subsoil.plan import work_types

    if column is Column.YEAR:
        return replace(work, year=int(value))
    if column is Column.KIND:
        usual = work_types()[value].unit if value in work_types() and value != work.kind else work.unit
        return replace(work, kind=value, unit=usual)
    if column is Column.METHOD:
        return replace(work, method=str(value).strip())
    if column is Column.UNIT:
        return replace(work, unit=value)
    try:
        number = read_amount(str(value))
    except ValueError:
        return None
    return replace(work, volume=number) if column is Column.VOLUME else replace(work, cost=number)


def read_amount(text: str) -> Optional[Decimal]:
    """'1 234 567,5' with any spaces, comma or point; None where it is empty. ValueError where it is no amount."""
    bare = "".join(text.split()).replace("₸", "").replace(",", ".")
    if not bare:
        return None
    try:
        value = Decimal(bare)
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not value.is_finite() or value < 0 or value >= Decimal(10) ** 15:
        raise ValueError(text)
    return value


def kinds() -> dict[str, str]:
    """Titles of the types of works, in the language in force."""
    from ..subsoil.plan import work_types

    return {kind.id: kind.title[i18n.language()] for kind in work_types().values()}


def unit_titles() -> dict[str, str]:
    """Titles of the units, in the language in force."""
    from ..subsoil.plan import units

    return {unit: title[i18n.language()] for unit, title in units().items()}


class WorksDelegate(QStyledItemDelegate):
    """A list for types and units, a number for years, text for the rest."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:
        """The editor of a cell."""
        column = Column(index.column())
        if column is Column.YEAR:
            years = QSpinBox(parent)
            years.setRange(1, MOST_YEARS)
            return years
        if column in (Column.KIND, Column.UNIT):
            choice = QComboBox(parent)
            for name, title in (kinds() if column is Column.KIND else unit_titles()).items():
                choice.addItem(title, name)
            choice.activated.connect(lambda _place: self._done(choice))
            return choice
        return super().createEditor(parent, option, index)

    def _done(self, choice: QComboBox) -> None:
        self.commitData.emit(choice)
        self.closeEditor.emit(choice)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Let a list be as wide as its words, over the cells beside it."""
        super().updateEditorGeometry(editor, option, index)
        if isinstance(editor, QComboBox):
            room = editor.parentWidget().width() - editor.x()
            editor.resize(max(editor.width(), min(editor.sizeHint().width(), room)), editor.height())

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:
        """Show the cell in its editor."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findData(index.data(Qt.ItemDataRole.EditRole)), 0))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: Any, index: QModelIndex) -> None:
        """Take what the editor says."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QSpinBox):
            model.setData(index, editor.value())
        else:
            super().setModelData(editor, model, index)
