"""The costs of each year as a table: amounts in MCI, and in tenge under them, and their sums."""

from decimal import Decimal
from typing import TYPE_CHECKING, Optional

from qgis.PyQt.QtCore import QCoreApplication, QSize, Qt
from qgis.PyQt.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from .. import cost_words
from . import words

if TYPE_CHECKING:
    from ..subsoil.costs import Costs

LAST = 3
"""Column of the sums of years"""
Amount = tuple[Decimal, Optional[Decimal]]


class CostTable(QTableWidget):
    """As high as its rows: the panel scrolls, not the table. Ctrl+C copies the selected cells for a spreadsheet."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(0, 4, parent)
        self.setObjectName("kaznedraCostTable")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for narrow in (0, 2):
            header.setSectionResizeMode(narrow, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionsClickable(False)

    def show_costs(self, found: Optional["Costs"]) -> None:
        """Show these; no rows for None."""
        self.clearSpans()
        self.setRowCount(len(found.years) + 1 if found else 0)
        if found is None:
            return
        sums: list[Amount] = [(Decimal(0), Decimal(0))] * 3
        for row, year in enumerate(found.years):
            amounts = [
                (year.expenditure_mci, year.expenditure_kzt),
                (year.rent_mci, year.rent_kzt),
                (year.total_mci, year.total_kzt),
            ]
            self._fill(row, f"{year.year}\n{year.begins:%m.%Y}", amounts)
            begins = QCoreApplication.translate("Kaznedra", "Begins on {day}").format(day=words.day(year.begins))
            self.item(row, 0).setToolTip(words.tip(begins))
            sums = [(mci + one, _sum(kzt, other)) for (mci, kzt), (one, other) in zip(sums, amounts)]
        self._fill(len(found.years), QCoreApplication.translate("Kaznedra", "Total"), sums, True)
        self.resizeRowsToContents()
        self._fit()
        self.updateGeometry()

    def _fill(self, row: int, title: str, amounts: list[Amount], is_sum: bool = False) -> None:
        texts = [title, *(f"{cost_words.in_mci(mci)}\n{cost_words.in_tenge(kzt)}" for mci, kzt in amounts)]
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            if is_sum and not column:
                font = item.font()
                font.setBold(True)
                item.setFont(font)
            self.setItem(row, column, item)

    def sizeHint(self) -> QSize:
        """Room for all rows."""
        height = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + 2 * self.frameWidth()
        return QSize(self.fontMetrics().averageCharWidth() * 45, height)

    def minimumSizeHint(self) -> QSize:
        """As high, and wide enough for the amounts without the sums of years."""
        return QSize(self._wanted(LAST), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the sums of years up before an amount is cut short."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setColumnHidden(LAST, self.width() < self._wanted(LAST + 1))

    def _wanted(self, columns: int) -> int:
        header = self.horizontalHeader()
        widths = [max(self.sizeHintForColumn(place), header.sectionSizeHint(place)) for place in range(columns)]
        return sum(widths) + columns + 2 * self.frameWidth()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, cells apart by tabs; MCI and tenge of a cell by a slash."""
        if not event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)
            return
        rows: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda index: (index.row(), index.column())):
            text = str(index.data()).replace("\n", " / ").replace(cost_words.THIN_SPACE, "")
            rows.setdefault(index.row(), []).append(text)
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows.values()))

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        titles = (
            QCoreApplication.translate("Kaznedra", "Year"),
            QCoreApplication.translate("Kaznedra", "Expenditure"),
            QCoreApplication.translate("Kaznedra", "Rent"),
            QCoreApplication.translate("Kaznedra", "Total"),
        )
        self.setHorizontalHeaderLabels(titles)
        for column, name in enumerate(("expenditure", "rent"), 1):
            self.horizontalHeaderItem(column).setToolTip(words.tip(cost_words.title(name)))
        self.setAccessibleName(QCoreApplication.translate("Kaznedra", "Costs by year"))


def _sum(one: Optional[Decimal], other: Optional[Decimal]) -> Optional[Decimal]:
    return None if one is None or other is None else one + other
