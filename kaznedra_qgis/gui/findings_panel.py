"""What the rules found of the open draft: conflicts, what is unknown, what is clear, and what would come of it."""

from collections.abc import Iterable
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication, QModelIndex, QRect, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPainter, QPalette, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from .. import i18n
from ..messages import explain
from ..titles import theme_title
from . import words
from .checks import Checks
from .draft_desk import DraftDesk
from .icons import icon
from .state_words import STATE_ICONS, state_word

MARGIN = 2
"""Pixels around a text"""
WRAPPED = int(Qt.TextFlag.TextWordWrap)
MOST_CODES = 6
"""Blocks of a finding that are named in its tooltip; of more their number is told"""
FINDING = Qt.ItemDataRole.UserRole
STATE = Qt.ItemDataRole.UserRole + 1


class _Wrapped(QStyledItemDelegate):
    """Findings as high as their wrapped text is; Qt's own rows are one line high, or cut the text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """Height at the width of the tree."""
        if not index.parent().isValid():
            return super().sizeHint(option, index)
        tree = self.parent()
        width = max(tree.viewport().width() - 2 * tree.indentation() - 2 * MARGIN, 20)
        box = option.fontMetrics.boundingRect(QRect(0, 0, width, 10_000), WRAPPED, str(index.data()))
        return QSize(width, box.height() + 2 * MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Qt draws the row, and we its text."""
        if not index.parent().isValid():
            super().paint(painter, option, index)
            return
        row = QStyleOptionViewItem(option)
        self.initStyleOption(row, index)
        row.text = ""
        style = self.parent().style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, row, painter, self.parent())
        chosen = bool(row.state & QStyle.StateFlag.State_Selected)
        painter.setPen(row.palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text))
        painter.drawText(row.rect.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN), WRAPPED, str(index.data()))


class FindingTree(QTreeWidget):
    """Wraps its texts to its width."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraFindings")
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        self.setWordWrap(True)
        self.setItemDelegate(_Wrapped(self))
        self.setIndentation(self.fontMetrics().averageCharWidth() * 2)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def minimumSizeHint(self) -> QSize:
        """Room for three lines."""
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().height() * 4)


class FindingsPanel(QWidget):
    """Shows what Checks has. `zoomed` gives the blocks of a finding that was clicked."""

    zoomed = pyqtSignal(object)

    def __init__(self, checks: Checks, desk: DraftDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraFindingsPanel")
        self._checks, self._desk = checks, desk
        self._shown: Any = None
        self.head = QLabel(self)
        self.head.setObjectName("kaznedraFindingsHead")
        self.news = QLabel(self)
        self.news.setObjectName("kaznedraFindingsNews")
        self.noted = QPushButton(self)
        self.noted.setObjectName("kaznedraFindingsNoted")
        self.tree = FindingTree(self)
        self.outcome = QLabel(self)
        self.outcome.setObjectName("kaznedraOutcome")
        self.drop = QPushButton(self)
        self.drop.setObjectName("kaznedraLeaveOut")
        for label in (self.head, self.news, self.outcome):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self.tree.itemClicked.connect(self._click)
        self.tree.itemActivated.connect(self._click)
        self.drop.clicked.connect(lambda _checked=False: self._leave_out())
        self.noted.clicked.connect(lambda _checked=False: checks.note())
        checks.changed.connect(self.show_findings)
        self.retranslate()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        news = QHBoxLayout()
        news.addWidget(self.news, 1)
        news.addWidget(self.noted)
        layout.addWidget(self.head)
        layout.addLayout(news)
        layout.addWidget(self.tree, 1)
        below = QHBoxLayout()
        below.addWidget(self.outcome, 1)
        below.addWidget(self.drop)
        layout.addLayout(below)

    # what is shown

    def show_findings(self) -> None:
        """Show what was found, or that it is being looked for."""
        report = self._checks.report
        self.head.setText(self._head())
        if report is not self._shown:
            self._shown = report
            self._fill()
        self._show_outcome()
        changes = self._checks.differences
        self.news.setText(_news(changes) if changes else "")
        self.news.setVisible(bool(changes))
        self.noted.setVisible(bool(changes))

    def _head(self) -> str:
        report = self._checks.report
        if self._checks.error is not None:
            return explain(self._checks.error).plain()
        if self._checks.is_running and self._blocks():
            return QCoreApplication.translate("Kaznedra", "Checking…")
        if report is None:
            return QCoreApplication.translate("Kaznedra", "Choose blocks, and the rules of the law are checked here.")
        states = [finding.state.value for finding in report.findings]
        told = ", ".join(
            f"{state_word(state)} {words.count(states.count(state))}" for state in STATE_ICONS if state in states
        )
        return QCoreApplication.translate("Kaznedra", "Findings: {told}").format(told=told)

    def _blocks(self) -> frozenset:
        return self._desk.choice.blocks if self._desk.choice is not None else frozenset()

    def _fill(self) -> None:
        self.tree.clear()
        report = self._checks.report
        for state, picture in STATE_ICONS.items() if report is not None else ():
            found = [finding for finding in report.findings if finding.state.value == state]
            if not found:
                continue
            group = QTreeWidgetItem(self.tree, [f"{state_word(state).capitalize()}: {words.count(len(found))}"])
            group.setIcon(0, icon(picture))
            group.setData(0, STATE, state)
            for finding in found:
                self._add(group, finding)
            group.setExpanded(state != "clear" or len(found) == len(report.findings))

    def _add(self, group: QTreeWidgetItem, finding: Any) -> None:
        language = i18n.language()
        message = finding.message.get(language) or finding.message.get("en", "")
        codes = self._checks.report.codes(finding.blocks)
        item = QTreeWidgetItem(group, [f"{codes[0]}: {message}" if len(codes) == 1 else message])
        item.setData(0, FINDING, finding)
        item.setToolTip(0, words.tip(_tip(finding, codes, language)))

    def _show_outcome(self) -> None:
        report = self._checks.report
        dropped, partial = _suggestion(report)
        self.outcome.setText(_outcome(report.outcome) if report is not None else "")
        self.outcome.setVisible(report is not None)
        steps = (
            (QCoreApplication.translate("Kaznedra", "&Leave out: {count}"), dropped),
            (QCoreApplication.translate("Kaznedra", "Ask in part: {count}"), partial),
        )
        told = [text.format(count=words.count(len(found))) for text, found in steps if found]
        self.drop.setText("\n".join(told))
        self.drop.setVisible(bool(told))
        self.drop.setEnabled(not self._checks.is_running)

    # what is done

    def _click(self, item: QTreeWidgetItem, _column: int = 0) -> None:
        finding = item.data(0, FINDING)
        if finding is not None and finding.blocks:
            self.zoomed.emit(finding.blocks)

    def _leave_out(self) -> None:
        report, choice = self._checks.report, self._desk.choice
        if report is not None and choice is not None:
            dropped, partial = _suggestion(report)
            text = QCoreApplication.translate("Kaznedra", "Ask only for what would be granted")
            choice.replace(choice.blocks.difference(dropped), text, choice.partial.union(partial))

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.tree.setAccessibleName(QCoreApplication.translate("Kaznedra", "Findings"))
        self.noted.setText(QCoreApplication.translate("Kaznedra", "N&oted"))
        self.noted.setToolTip(
            words.tip(QCoreApplication.translate("Kaznedra", "Compare with what is found now from here on"))
        )
        self.drop.setToolTip(
            words.tip(
                QCoreApplication.translate(
                    "Kaznedra",
                    "Take the blocks that would not be granted out of the draft, and ask for those as partial of which "
                    "a part would be granted; it can be undone",
                )
            )
        )
        self._fill()
        self.show_findings()


def _suggestion(report: Any) -> tuple[list, list]:
    """The blocks to leave out, and those to ask for as partial that are asked for as whole."""
    if report is None:
        return [], []
    partial = [block for block in report.outcome.partial if block not in report.application.partial]
    return list(report.outcome.suggested_drop), partial


def _outcome(outcome: Any) -> str:
    told = (
        (QCoreApplication.translate("Kaznedra", "granted whole: {count}"), outcome.whole),
        (QCoreApplication.translate("Kaznedra", "in part: {count}"), outcome.partial),
        (QCoreApplication.translate("Kaznedra", "uncertain: {count}"), outcome.uncertain),
        (QCoreApplication.translate("Kaznedra", "not granted: {count}"), outcome.suggested_drop),
        (QCoreApplication.translate("Kaznedra", "plots: {count}"), outcome.plots),
    )
    return " · ".join(text.format(count=words.count(len(found))) for text, found in told if found)


def _tip(finding: Any, codes: list[str], language: str) -> str:
    """Article, blocks and what the finding rests on, a line each."""
    article = QCoreApplication.translate("Kaznedra", "Code on Subsoil, article {article}").format(
        article=finding.article
    )
    blocks = QCoreApplication.translate("Kaznedra", "Blocks: {count}").format(count=words.count(len(codes)))
    if len(codes) <= MOST_CODES:
        blocks = "\n".join(codes)
    return "\n".join((article, blocks, *_grounds(finding.evidence, language)))


def _grounds(evidence: Iterable[Any], language: str) -> list[str]:
    return [line for line in dict.fromkeys(_ground(each, language) for each in evidence) if line][:8]


def _ground(evidence: Any, language: str) -> str:
    moment = words.instant(evidence.taken)
    name = evidence.name.get(language) or evidence.feature_id
    title = f"{theme_title(evidence.theme)}: {name}" if name else theme_title(evidence.theme)
    if moment is None:
        return QCoreApplication.translate("Kaznedra", "{title} – never pulled").format(title=title)
    taken = QCoreApplication.translate("Kaznedra", "{title} – pulled {age} (snapshot {number})")
    return taken.format(title=title, age=words.age(moment), number=evidence.snapshot)


def _news(differences: Iterable[Any]) -> str:
    """What differs from the check that was noted."""
    told: Optional[str] = None
    lines = []
    for difference in differences:
        told = QCoreApplication.translate("Kaznedra", "{blocks}: {before} → {after}").format(
            blocks=_few(difference.blocks),
            before=state_word(difference.before) or "–",
            after=state_word(difference.after) or "–",
        )
        if told not in lines:
            lines.append(told)
    head = QCoreApplication.translate("Kaznedra", "The ground has changed since the last check.")
    return "\n".join([head, *lines[:4], *(["…"] if len(lines) > 4 else [])])


def _few(codes: tuple[str, ...]) -> str:
    if len(codes) <= 2:
        return ", ".join(codes)
    return QCoreApplication.translate("Kaznedra", "{count} blocks").format(count=words.count(len(codes)))
