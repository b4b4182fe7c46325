"""Choose blocks by text: codes, or the corners of plots, as they were copied out of a document."""

from collections.abc import Sequence
from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QTextCursor
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..errors import KaznedraError
from ..mapping import datums
from ..messages import explain
from ..processing.pieces import describe
from ..subsoil.blocks import Block
from ..subsoil.numbering import NumberingScheme
from ..subsoil.pasted import DATUMS, Kind, Pasted, blocks_of, plots_of, read_pasted
from ..subsoil.problems import Problem
from ..subsoil.transformations import Choice, Operation
from ..subsoil.verification import verify
from . import words
from .rule_box import RuleBox

PAUSE_MS = 250
"""How long the user has to stop typing before the text is read"""
LONGEST = 500_000
"""Characters of a text that is read"""


class PasteDialog(QDialog):
    """Reads while the user writes. `chosen` gives blocks, those of them that are partial, and whether they replace."""

    chosen = pyqtSignal(object, object, bool)

    def __init__(self, scheme: NumberingScheme, parent: Optional[QWidget] = None, text: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraPaste")
        self._scheme = scheme
        self._read = Pasted(Kind.NOTHING)
        self._problems: list[Problem] = []
        self._datum_chosen = False
        self._way = Choice(Operation())
        self.blocks: list[Block] = []
        self._make_widgets()
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.read)
        self.text.textChanged.connect(self._pause.start)
        self.datum.activated.connect(self._choose_datum)
        self.rule.activated.connect(lambda _index: self._show())
        self.problems.currentRowChanged.connect(self._select_problem)
        self.text.setPlainText(text)
        self.read()
        self.resize(self.fontMetrics().averageCharWidth() * 80, self.fontMetrics().height() * 28)

    def _make_widgets(self) -> None:
        self.setWindowTitle(QCoreApplication.translate("Kaznedra", "Choose blocks by codes or coordinates"))
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("kaznedraPasteText")
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(
            QCoreApplication.translate(
                "Kaznedra",
                "Paste block codes, such as M-44-77-(10е-5а-11,12), or the corner coordinates of plots: degrees, "
                "minutes and seconds in any usual form, or metres of Gauss-Kruger with their zone.",
            )
        )
        self.datum = QComboBox(self)
        self.datum.setObjectName("kaznedraPasteDatum")
        for code in DATUMS:
            self.datum.addItem(datums.TITLES[code], code)
        self.rule = RuleBox(self)
        self.rule.setObjectName("kaznedraPasteRule")
        self.told = QLabel(self)
        self.told.setObjectName("kaznedraPasteTold")
        self.told.setWordWrap(True)
        self.problems = QListWidget(self)
        self.problems.setObjectName("kaznedraPasteProblems")
        self.problems.setWordWrap(True)
        self.add = QPushButton(QCoreApplication.translate("Kaznedra", "&Add to the draft"), self)
        self.add.setObjectName("kaznedraPasteAdd")
        self.replace = QPushButton(QCoreApplication.translate("Kaznedra", "&Replace the draft's blocks"), self)
        self.replace.setObjectName("kaznedraPasteReplace")

    def _lay_out(self) -> None:
        self.form = QFormLayout()
        self.form.addRow(QCoreApplication.translate("Kaznedra", "&Datum of the coordinates"), self.datum)
        self.form.addRow(QCoreApplication.translate("Kaznedra", "&Which blocks"), self.rule)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.add, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.replace, QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(
            QCoreApplication.translate("Kaznedra", "C&lose"), QDialogButtonBox.ButtonRole.RejectRole
        )
        close.setObjectName("kaznedraPasteClose")
        for button in (self.add, self.replace, close):
            button.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        self.add.clicked.connect(lambda _checked=False: self._give(False))
        self.replace.clicked.connect(lambda _checked=False: self._give(True))
        layout = QVBoxLayout(self)
        layout.addWidget(self.text, 3)
        layout.addLayout(self.form)
        layout.addWidget(self.told)
        layout.addWidget(self.problems, 1)
        layout.addWidget(buttons)

    # reading

    def read(self) -> None:
        """Read the text as it stands."""
        self._pause.stop()
        text = self.text.toPlainText()
        self._read = read_pasted(text, self._scheme) if len(text) <= LONGEST else Pasted(Kind.NOTHING)
        in_place = self._read.kind in (Kind.DEGREES, Kind.METRES)
        for row in (self.datum, self.rule):
            row.setEnabled(in_place)
        if self._read.datum:
            self.datum.setCurrentIndex(self.datum.findData(self._read.datum))
        elif not self._datum_chosen:
            # degrees are published in WGS 84; of metres nobody can tell
            self.datum.setCurrentIndex(-1 if self._read.kind is Kind.METRES else 0)
        self._show()

    def _choose_datum(self, _index: int) -> None:
        self._datum_chosen = True
        self._show()

    def _show(self) -> None:
        try:
            self.blocks = self._find_blocks()
            told = self._words()
        except KaznedraError as error:
            self.blocks, told = [], explain(error).plain()
        self.told.setText(told)
        self._problems = list(self._read.problems)
        self.problems.clear()
        text = self.text.toPlainText()
        for problem in self._problems:
            self.problems.addItem(describe(problem, text))
        self.problems.setVisible(bool(self._problems))
        self.add.setEnabled(bool(self.blocks))
        self.replace.setEnabled(bool(self.blocks))

    def _find_blocks(self) -> list[Block]:
        if self._read.codes is not None:
            return [read.block for read in self._read.codes.blocks]
        plots = [] if self._read.gaps else self._plots()
        return blocks_of(plots, self.rule.rule, self._scheme) if plots else []

    def _plots(self) -> Sequence[Sequence[tuple[float, float]]]:
        datum = self.datum.currentData()
        if not datum:
            return []
        corners = self._read.corners_in(datum)
        if not corners:
            return []
        plots = plots_of(corners, self.text.toPlainText())
        self._way = datums.way_to_grid(plots, datum, self._scheme.datum)
        return datums.to_grid(plots, self._way.operation)

    def _words(self) -> str:
        count = words.count(len(self.blocks))
        if len(self.text.toPlainText()) > LONGEST:
            return QCoreApplication.translate("Kaznedra", "This text is too long. Paste a part of it.")
        if self._read.kind is Kind.NOTHING:
            return QCoreApplication.translate("Kaznedra", "Nothing to choose blocks by yet.")
        if self._read.kind is Kind.METRES and self.datum.currentIndex() < 0:
            return QCoreApplication.translate(
                "Kaznedra", "These are metres. Choose the datum that they are counted in."
            )
        if self._read.kind is not Kind.CODES and self._read.gaps:
            return QCoreApplication.translate(
                "Kaznedra", "Correct the rows below: a plot without one of its corners would be another plot."
            )
        told = QCoreApplication.translate("Kaznedra", "Blocks: {count}").format(count=count)
        if self._read.kind is not Kind.CODES:
            plots = self._plots()
            corners = words.count(sum(map(len, plots)))
            read = QCoreApplication.translate("Kaznedra", "Corners: {corners}; plots: {plots}")
            told = f"{read.format(corners=corners, plots=words.count(len(plots)))}. {told}. {self._hint(plots)}".strip()
            told = f"{told} {datums.told(self._way)}".strip()
        if self._read.problems:
            left = QCoreApplication.translate("Kaznedra", "Not understood and left out: {count}")
            told = f"{told.rstrip('.')}. {left.format(count=words.count(len(self._read.problems)))}."
        return told

    def _hint(self, plots: Sequence[Sequence[tuple[float, float]]]) -> str:
        """A word where the corners look as if they were of another datum."""
        corners = [corner for plot in plots for corner in plot]
        if len(corners) < 3 or not verify([((), corners)], self._scheme).hints:
            return ""
        return QCoreApplication.translate(
            "Kaznedra",
            "All corners miss whole minutes by what parts Pulkovo 1942 from WGS 84: see whether the datum is right.",
        )

    # what the user does

    def _select_problem(self, row: int) -> None:
        if 0 <= row < len(self._problems):
            cursor = self.text.textCursor()
            text = self.text.toPlainText()
            cursor.setPosition(_units(text, self._problems[row].start))
            cursor.setPosition(_units(text, self._problems[row].end), QTextCursor.MoveMode.KeepAnchor)
            self.text.setTextCursor(cursor)

    def _give(self, replaces: bool) -> None:
        self.read()
        if self.blocks:
            partial = self._read.codes.partial if self._read.codes is not None else frozenset()
            self.chosen.emit(self.blocks, partial, replaces)
            self.accept()


def _units(text: str, at: int) -> int:
    """A place in a text as Qt counts it, in units of UTF-16."""
    return len(text[:at].encode("utf-16-le")) // 2
