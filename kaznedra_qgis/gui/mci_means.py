"""What fills in the MCI of several years at once: a column pasted, an assumed growth, and the way back."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from .icons import icon
from .words import tip

MOST_TEXT = 40
"""Characters of a line that cannot be read that are shown"""


class MciMeans(QWidget):
    """Buttons under the years, and what came of the last paste."""

    paste_wanted = pyqtSignal()
    undo_wanted = pyqtSignal()
    reset_wanted = pyqtSignal()
    fill_wanted = pyqtSignal(object)
    """By how many per cent a year, a Decimal"""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.told = QLabel(self)
        self.told.setObjectName("kaznedraMciTold")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.assumption = QLabel(self)
        self.assumption.setWordWrap(True)
        self.percent = QDoubleSpinBox(self)
        self.percent.setObjectName("kaznedraMciPercent")
        self.percent.setRange(-50, 100)
        self.percent.setDecimals(1)
        self.percent.setSingleStep(0.5)
        self.assumption.setBuddy(self.percent)
        self.paste = self._button("kaznedraMciPaste", self.paste_wanted.emit)
        self.undo = self._button("kaznedraMciUndo", self.undo_wanted.emit, "undo")
        self.reset = self._button("kaznedraMciReset", self.reset_wanted.emit, "delete")
        self.fill = self._button("kaznedraMciFill", self._fill)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(_row(self.paste, self.undo, self.reset))
        layout.addWidget(self.told)
        layout.addWidget(self.assumption)
        # one under the other: side by side they would widen a narrow dock
        layout.addLayout(_row(self.percent))
        layout.addLayout(_row(self.fill))
        self.tell("")
        self.retranslate()

    def _button(self, name: str, job: Callable[[], None], picture: str = "") -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        if picture:
            button.setIcon(icon(picture))
            button.setAutoRaise(True)
        button.clicked.connect(lambda _checked=False: job())
        return button

    def _fill(self) -> None:
        self.percent.interpretText()
        self.fill_wanted.emit(Decimal(str(round(self.percent.value(), 1))))

    def allow(self, fill: bool, undo: bool, reset: bool) -> None:
        """Which of the buttons have something to do."""
        for button, is_possible in ((self.fill, fill), (self.undo, undo), (self.reset, reset)):
            button.setEnabled(is_possible)

    # what came of it

    def tell(self, text: str) -> None:
        """Say what came of a paste; nothing for ''."""
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def taken(self, years: Sequence[int], beyond: int) -> str:
        """That so many years were given an MCI, and that those `beyond` are not shown and were not taken."""
        told = QCoreApplication.translate("Kaznedra", "Pasted for {years}.").format(years=", ".join(map(str, years)))
        if not beyond:
            return told
        more = QCoreApplication.translate("Kaznedra", "Left out, for years that are not shown: {count}.")
        return f"{told} {more.format(count=beyond)}"

    def tell_unreadable(self, line: int, text: str) -> None:
        """Say which line is no MCI."""
        shown = text if len(text) <= MOST_TEXT else f"{text[:MOST_TEXT]}…"
        told = QCoreApplication.translate(
            "Kaznedra",
            "Nothing was pasted: line {line}, “{text}”, is no MCI. Copy one column of amounts, or years and amounts.",
        )
        self.tell(told.format(line=line, text=shown))

    def tell_nothing(self) -> None:
        """Say that there was none for the years shown."""
        self.tell(QCoreApplication.translate("Kaznedra", "Nothing was pasted: no MCI for these years was copied."))

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        for button, title, explained in (
            (
                self.paste,
                QCoreApplication.translate("Kaznedra", "&Paste a column"),
                QCoreApplication.translate(
                    "Kaznedra",
                    "Take amounts copied from a spreadsheet, a line a year from the first year that the rule pack does "
                    "not know, or with the years beside them. Ctrl+V in a field begins with its year.",
                ),
            ),
            (
                self.undo,
                QCoreApplication.translate("Kaznedra", "Undo"),
                QCoreApplication.translate("Kaznedra", "Undo the last change of your own MCI"),
            ),
            (
                self.reset,
                QCoreApplication.translate("Kaznedra", "Take all back"),
                QCoreApplication.translate("Kaznedra", "Have only the MCI of the rule pack again"),
            ),
            (
                self.fill,
                QCoreApplication.translate("Kaznedra", "&Fill in as my assumption"),
                QCoreApplication.translate(
                    "Kaznedra",
                    "Years without an MCI get that of the year before with so many per cent more, in whole tenge. "
                    "Wherever the amounts are shown they are called your assumption.",
                ),
            ),
        ):
            button.setText(title)
            button.setToolTip(tip(explained))
            button.setAccessibleName(title.replace("&", ""))
        self.assumption.setText(
            QCoreApplication.translate("Kaznedra", "Years not known, by an assumption of &your own: change a year")
        )
        self.percent.setSuffix("\u202f%")


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
