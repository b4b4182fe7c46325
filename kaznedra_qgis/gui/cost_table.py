"""The costs of each year, and of each licence, as tables: amounts in MCI, and in tenge under them, and their sums."""

from decimal import Decimal
from functools import reduce
from typing import TYPE_CHECKING, Optional

from qgis.PyQt.QtCore import QCoreApplication, QSize, Qt
from qgis.PyQt.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from .. import cost_words
from . import words

if TYPE_CHECKING:
    from ..subsoil.costs import Amounts, LicenceYear
    from ..subsoil.licences import ApplicationCosts

LAST = 3
"""Column of the sums of a row"""
Amount = tuple[Decimal, Optional[Decimal]]


class AmountTable(QTableWidget):
    """As high as its rows: the panel scrolls, not the table. Ctrl+C copies the selected cells for a spreadsheet."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(0, 4, parent)
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

    def show_rows(self, rows: list[tuple[str, list[Amount]]]) -> None:
        """A row each, by its title, and their sum."""
        self.clearSpans()
        self.setRowCount(len(rows) + 1 if rows else 0)
        sums: list[Amount] = [(Decimal(0), Decimal(0))] * LAST
        for row, (title, amounts) in enumerate(rows):
            self._fill(row, title, amounts)
            sums = list(map(_both, sums, amounts))
        if rows:
            self._fill(len(rows), QCoreApplication.translate("Kaznedra", "Total"), sums, True)
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

    def say_titles(self, first: str, name: str) -> None:
        """Title of the first column, and what the table is to who cannot see it."""
        titles = (
            first,
            QCoreApplication.translate("Kaznedra", "Expenditure"),
            QCoreApplication.translate("Kaznedra", "Rent"),
            QCoreApplication.translate("Kaznedra", "Total"),
        )
        self.setHorizontalHeaderLabels(titles)
        for column, title in enumerate(("expenditure", "rent"), 1):
            self.horizontalHeaderItem(column).setToolTip(words.tip(cost_words.title(title)))
        self.setAccessibleName(name)


class CostTable(AmountTable):
    """A row a year."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraCostTable")

    def show_costs(self, found: Optional["Amounts"]) -> None:
        """Show these; no rows for None."""
        years = found.years if found else ()
        self.show_rows([(f"{year.year}\n{year.begins:%m.%Y}", _amounts(year)) for year in years])
        begins = QCoreApplication.translate("Kaznedra", "Begins on {day}")
        for row, year in enumerate(years):
            self.item(row, 0).setToolTip(words.tip(begins.format(day=words.day(year.begins))))

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.say_titles(
            QCoreApplication.translate("Kaznedra", "Year"), QCoreApplication.translate("Kaznedra", "Costs by year")
        )


class LicenceTable(AmountTable):
    """A row a licence, over all years; none where there is only one licence."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraLicenceTable")

    def show_costs(self, found: Optional["ApplicationCosts"]) -> None:
        """Show these; no rows for None."""
        licences = found.licences if found and found.is_several else ()
        blocks = QCoreApplication.translate("Kaznedra", "blocks: {count}")
        due = QCoreApplication.translate(
            "Kaznedra", "Besides, at issue: signature bonus {bonus}, liquidation security {security}"
        )
        rows = []
        for place, licence in enumerate(licences, 1):
            by_year = [_amounts(year) for year in licence.years]
            sums = [reduce(_both, of_kind) for of_kind in zip(*by_year)]
            rows.append((f"{place}\n{blocks.format(count=licence.blocks)}", sums))
        self.show_rows(rows)
        for row, licence in enumerate(licences):
            bonus, security = cost_words.in_mci(licence.bonus_mci), cost_words.in_mci(licence.security[0][1])
            self.item(row, 0).setToolTip(words.tip(due.format(bonus=bonus, security=security)))

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.say_titles(
            QCoreApplication.translate("Kaznedra", "Licence"),
            QCoreApplication.translate("Kaznedra", "Costs by licence, over all years"),
        )


def _amounts(year: "LicenceYear") -> list[Amount]:
    """Expenditure, rent and both."""
    return [
        (year.expenditure_mci, year.expenditure_kzt),
        (year.rent_mci, year.rent_kzt),
        (year.total_mci, year.total_kzt),
    ]


def _both(one: Amount, other: Amount) -> Amount:
    """The sum; its tenge None where one of them is."""
    kzt = None if one[1] is None or other[1] is None else one[1] + other[1]
    return one[0] + other[0], kzt
