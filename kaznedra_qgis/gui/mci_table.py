"""The MCI of each calendar year: of the rule pack, or the user's own; an unknown one stays empty until it is given.

The user gives one by one, pastes a column of a spreadsheet, or has the unknown ones filled in by an assumed growth.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Optional

from qgis.PyQt.QtCore import QCoreApplication, QRegularExpression, Qt, pyqtSignal
from qgis.PyQt.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QRegularExpressionValidator
from qgis.PyQt.QtWidgets import QAction, QGridLayout, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from .. import cost_words
from .icons import icon
from .mci_means import MciMeans
from .words import tip

if TYPE_CHECKING:
    from ..subsoil.costs import Mci

Own = tuple[dict[int, Decimal], dict[int, Decimal]]
"""The user's own MCI by calendar year, and by how many per cent a year those of them grow that are assumed to"""


class MciField(QLineEdit):
    """Takes digits only; what is pasted is told with `pasted` instead, for it may be a whole column."""

    pasted = pyqtSignal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu."""
        self.menu().exec(event.globalPos())

    def menu(self) -> QMenu:
        """Qt's own, which pastes into the field only what it takes, and over it what pastes a column."""
        menu = self.createStandardContextMenu()
        title = QCoreApplication.translate("Kaznedra", "&Paste a column")
        column = QAction(title, menu)
        column.setObjectName("kaznedraMciPasteHere")
        column.triggered.connect(lambda _checked=False: self.pasted.emit())
        above = menu.actions()[0]
        menu.insertAction(above, column)
        menu.insertSeparator(above)
        return menu


class MciTable(QWidget):
    """A line a year. `changed` comes when the user gave or took back an MCI of their own; `own()` are these."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraMci")
        self._own: dict[int, Decimal] = {}
        self._growth: dict[int, Decimal] = {}
        self._before: list[Own] = []
        self._shown: dict[int, Optional[Decimal]] = {}
        self._fields: dict[int, MciField] = {}
        self._origins: dict[int, QLabel] = {}
        self._resets: dict[int, QToolButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(2, 1)
        layout.addLayout(self._grid)
        self.means = MciMeans(self)
        layout.addWidget(self.means)
        self.means.paste_wanted.connect(lambda: self._paste(None))
        self.means.fill_wanted.connect(self._fill)
        self.means.undo_wanted.connect(self._undo)
        self.means.reset_wanted.connect(lambda: self._take({}, {}))

    def own(self) -> Own:
        """What the user gave, years that are not shown now among them."""
        return dict(self._own), dict(self._growth)

    def set_own(self, own: Mapping[int, Decimal], growth: Mapping[int, Decimal]) -> None:
        """Take these as the user's own, without `changed`; what was done before cannot be undone."""
        self._own, self._growth, self._before = dict(own), dict(growth), []
        self.means.tell("")
        if growth:
            self.means.percent.setValue(float(growth[max(growth)]))

    def show_indices(self, indices: Sequence["Mci"]) -> None:
        """Show these; the line that is being written in stays as it is."""
        if list(self._fields) != [index.year for index in indices]:
            self._make_lines([index.year for index in indices])
        self._shown = {index.year: index.value for index in indices}
        for index in indices:
            field = self._fields[index.year]
            told = "" if index.value is None else _plain(index.value)
            if not (field.hasFocus() and field.isModified()) and field.text() != told:
                field.setText(told)
            self._origins[index.year].setText(_origin(index, self._growth))
            self._resets[index.year].setVisible(index.is_own)
        self.means.allow(
            fill=bool(self._grown(Decimal(0))), undo=bool(self._before), reset=any(index.is_own for index in indices)
        )

    def retranslate(self) -> None:
        """Say everything in the language in force; the lines are said by `show_indices`."""
        self.means.retranslate()
        self._make_lines(list(self._fields))

    def _make_lines(self, years: Sequence[int]) -> None:
        while self._grid.count():
            gone = self._grid.takeAt(0).widget()
            gone.setParent(None)
            gone.deleteLater()
        for lines in (self._fields, self._origins, self._resets):
            lines.clear()
        for row, year in enumerate(years):
            self._make_line(row, year)

    def _make_line(self, row: int, year: int) -> None:
        label = QLabel(str(year), self)
        field = MciField(self)
        field.setObjectName(f"kaznedraMci{year}")
        field.setValidator(QRegularExpressionValidator(QRegularExpression(r"(\d{1,7}([.,]\d{1,2})?)?"), field))
        field.setMaximumWidth(self.fontMetrics().averageCharWidth() * 14)
        field.setPlaceholderText(QCoreApplication.translate("Kaznedra", "not known"))
        field.setAccessibleName(QCoreApplication.translate("Kaznedra", "MCI of {year}, tenge").format(year=year))
        field.editingFinished.connect(lambda: self._edited(year))
        field.pasted.connect(lambda: self._paste(year))
        label.setBuddy(field)
        origin = QLabel(self)
        origin.setObjectName(f"kaznedraMciOrigin{year}")
        origin.setTextFormat(Qt.TextFormat.PlainText)
        origin.setWordWrap(True)
        reset = QToolButton(self)
        reset.setObjectName(f"kaznedraMciReset{year}")
        reset.setIcon(icon("undo"))
        reset.setAutoRaise(True)
        reset.setToolTip(tip(QCoreApplication.translate("Kaznedra", "Take your own MCI back")))
        reset.setAccessibleName(QCoreApplication.translate("Kaznedra", "Take your own MCI back"))
        reset.clicked.connect(lambda _checked=False: self._take_back(year))
        for column, widget in enumerate((label, field, origin, reset)):
            self._grid.addWidget(widget, row, column)
        self._fields[year], self._origins[year], self._resets[year] = field, origin, reset

    # what is done

    def _edited(self, year: int) -> None:
        field = self._fields[year]
        text = field.text().strip().replace(",", ".")
        field.setModified(False)
        value = Decimal(text) if text else None
        if value is not None and not value:
            value = None
        if value == self._shown.get(year):
            return
        own, growth = self.own()
        growth.pop(year, None)
        if value is None:
            own.pop(year, None)
        else:
            own[year] = value
        self._take(own, growth)

    def _take_back(self, year: int) -> None:
        own, growth = self.own()
        growth.pop(year, None)
        if own.pop(year, None) is not None:
            self._take(own, growth)

    def _take(self, own: dict[int, Decimal], growth: dict[int, Decimal], told: str = "") -> None:
        """Make these the user's own, as a step that can be undone."""
        self._before.append(self.own())
        self._change(own, growth, told)

    def _undo(self) -> None:
        if self._before:
            self._change(*self._before.pop(), "")

    def _change(self, own: dict[int, Decimal], growth: dict[int, Decimal], told: str) -> None:
        self._own, self._growth = own, growth
        for field in self._fields.values():
            field.setModified(False)
        self.means.tell(told)
        self.changed.emit()

    def _paste(self, first: Optional[int]) -> None:
        """Take what is on the clipboard, a column from the year `first` on; None: from the first without the pack's."""
        from ..subsoil.mci_column import UnreadableLine, read_column

        if first is None:
            wanting = [year for year, value in self._shown.items() if value is None or year in self._own]
            first = next(iter(wanting or self._shown), 0)
        try:
            read = read_column(QGuiApplication.clipboard().text(), first)
        except UnreadableLine as line:
            self.means.tell_unreadable(line.line, line.text)
            return
        taken = {year: value for year, value in read.items() if year in self._shown}
        if not taken:
            self.means.tell_nothing()
            return
        own, growth = self.own()
        own.update({year: value for year, value in taken.items() if value != self._shown[year] or year in own})
        growth = {year: percent for year, percent in growth.items() if year not in taken}
        self._take(own, growth, self.means.taken(list(taken), len(read) - len(taken)))

    def _grown(self, percent: Decimal) -> dict[int, Decimal]:
        """The MCI of the years that want one, those filled in before anew, grown from the year before each."""
        from ..subsoil.mci_column import grown

        return grown({year: None if year in self._growth else value for year, value in self._shown.items()}, percent)

    def _fill(self, percent: Decimal) -> None:
        found = self._grown(percent)
        own, growth = self.own()
        self._take({**own, **found}, {**growth, **dict.fromkeys(found, percent)})


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _origin(index: "Mci", growth: Mapping[int, Decimal]) -> str:
    if index.is_own and index.year in growth:
        told = QCoreApplication.translate("Kaznedra", "your assumption, {growth}")
        return told.format(growth=f"{cost_words.per_cent(growth[index.year])}{cost_words.THIN_SPACE}%")
    if index.is_own:
        return QCoreApplication.translate("Kaznedra", "your own")
    if index.value is None:
        return QCoreApplication.translate("Kaznedra", "not known yet")
    return {
        "M": QCoreApplication.translate("Kaznedra", "rule pack, from a secondary source"),
        "L": QCoreApplication.translate("Kaznedra", "rule pack, assumed"),
    }.get(index.confidence, QCoreApplication.translate("Kaznedra", "rule pack"))
