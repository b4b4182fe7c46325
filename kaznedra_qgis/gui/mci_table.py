"""The MCI of each calendar year: of the rule pack, or the user's own; an unknown one stays empty until it is given."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Optional

from qgis.PyQt.QtCore import QCoreApplication, QRegularExpression, Qt, pyqtSignal
from qgis.PyQt.QtGui import QRegularExpressionValidator
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QLineEdit, QToolButton, QWidget

from .icons import icon
from .words import tip

if TYPE_CHECKING:
    from ..subsoil.costs import Mci


class MciTable(QWidget):
    """A line a year. `changed` comes when the user gave or took back an MCI of their own; `own()` are these."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraMci")
        self._own: dict[int, Decimal] = {}
        self._shown: dict[int, Optional[Decimal]] = {}
        self._fields: dict[int, QLineEdit] = {}
        self._origins: dict[int, QLabel] = {}
        self._resets: dict[int, QToolButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(2, 1)

    def own(self) -> dict[int, Decimal]:
        """The user's own MCI by calendar year, those of years that are not shown now, too."""
        return dict(self._own)

    def set_own(self, own: dict[int, Decimal]) -> None:
        """Take these as the user's own, without `changed`."""
        self._own = dict(own)

    def show_indices(self, indices: Sequence["Mci"]) -> None:
        """Show these; the line that is being written in stays as it is."""
        if list(self._fields) != [index.year for index in indices]:
            self._make_lines([index.year for index in indices])
        self._shown = {index.year: index.value for index in indices}
        for index in indices:
            field = self._fields[index.year]
            told = "" if index.value is None else _plain(index.value)
            if not field.hasFocus() and field.text() != told:
                field.setText(told)
            self._origins[index.year].setText(_origin(index))
            self._resets[index.year].setVisible(index.is_own)

    def _make_lines(self, years: Sequence[int]) -> None:
        while self._grid.count():
            gone = self._grid.takeAt(0).widget()
            gone.hide()
            gone.deleteLater()
        for lines in (self._fields, self._origins, self._resets):
            lines.clear()
        for row, year in enumerate(years):
            self._make_line(row, year)

    def _make_line(self, row: int, year: int) -> None:
        label = QLabel(str(year), self)
        field = QLineEdit(self)
        field.setObjectName(f"kaznedraMci{year}")
        field.setValidator(QRegularExpressionValidator(QRegularExpression(r"(\d{1,7}([.,]\d{1,2})?)?"), field))
        field.setMaximumWidth(self.fontMetrics().averageCharWidth() * 14)
        field.setPlaceholderText(QCoreApplication.translate("Kaznedra", "not known"))
        field.setAccessibleName(QCoreApplication.translate("Kaznedra", "MCI of {year}, tenge").format(year=year))
        field.editingFinished.connect(lambda: self._edited(year))
        label.setBuddy(field)
        origin = QLabel(self)
        origin.setObjectName(f"kaznedraMciOrigin{year}")
        origin.setTextFormat(Qt.TextFormat.PlainText)
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

    def _edited(self, year: int) -> None:
        text = self._fields[year].text().strip().replace(",", ".")
        value = Decimal(text) if text else None
        if value is not None and not value:
            value = None
        if value == self._shown.get(year):
            return
        if value is None:
            self._own.pop(year, None)
        else:
            self._own[year] = value
        self.changed.emit()

    def _take_back(self, year: int) -> None:
        if self._own.pop(year, None) is not None:
            self._fields[year].clearFocus()
            self.changed.emit()


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _origin(index: "Mci") -> str:
    if index.is_own:
        return QCoreApplication.translate("Kaznedra", "your own")
    if index.value is None:
        return QCoreApplication.translate("Kaznedra", "not known yet")
    return {
        "M": QCoreApplication.translate("Kaznedra", "rule pack, from a secondary source"),
        "L": QCoreApplication.translate("Kaznedra", "rule pack, assumed"),
    }.get(index.confidence, QCoreApplication.translate("Kaznedra", "rule pack"))
