"""What the licences of a draft would cost: by year, as a table and a chart, with cliffs and what it rests on.

`show_draft(planned, draft.details.get("costs"))` when a draft is opened, `show_licences` when it leads to others; what
`changed` sends is kept as the draft's detail "costs". `costs_changed` sends the `subsoil.licences.ApplicationCosts`, or
None, to whatever rests on them, such as the plan of works.
"""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Optional

from qgis.gui import QgsCollapsibleGroupBoxBasic
from qgis.PyQt.QtCore import QCoreApplication, QDate, QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from .. import cost_words
from ..errors import KaznedraError
from ..messages import explain
from .cost_chart import CostChart
from .cost_table import CostTable, LicenceTable
from .draft_costs import CostSettings, read_settings, reckon
from .mci_table import MciTable
from .scrolled import Scrolled

if TYPE_CHECKING:
    from ..subsoil.licences import PlannedLicences


class CostPanel(Scrolled):
    """Works without blocks, too: then it says what to do first."""

    changed = pyqtSignal(object)
    """The settings as JSON: {"start": "2026-12-01", "years": 6, "mci": {"2027": "4700"}}"""
    costs_changed = pyqtSignal(object)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(None, parent)
        self.setObjectName("kaznedraCosts")
        self.costs: Any = None
        """The subsoil.licences.ApplicationCosts that is shown, None where there is none"""
        self._planned: Optional[PlannedLicences] = None
        self._make_parts()
        self._lay_out()
        self.start.dateChanged.connect(lambda _day: self._edited())
        self.years.valueChanged.connect(lambda _years: self._edited())
        self.indices.changed.connect(self._edited)
        self.retranslate()
        self.show_draft(None, None)

    def show_draft(self, planned: "Optional[PlannedLicences]", settings: Optional[Mapping[str, Any]]) -> None:
        """Show the costs of these licences; `settings` as `changed` sent them, None for those of a new draft."""
        self._planned = planned
        told = read_settings(settings)
        quiet = [QSignalBlocker(each) for each in (self.start, self.years, self.indices)]
        self.start.setDate(QDate(told.start.year, told.start.month, told.start.day))
        self._limit_years()
        self.years.setValue(told.years)
        self.indices.set_own(told.mci, told.growth)
        del quiet
        self._reckon()

    def show_licences(self, planned: "PlannedLicences") -> None:
        """Show the costs of these licences, with the settings as they are."""
        if planned != self._planned:
            self._planned = planned
            self._reckon()

    def settings(self) -> CostSettings:
        """What the user has set."""
        return CostSettings(date(*self.start.date().getDate()), self.years.value(), *self.indices.own())

    def _make_parts(self) -> None:
        self.start = QDateEdit(self)
        self.start.setObjectName("kaznedraCostStart")
        self.start.setCalendarPopup(True)
        self.start.setDisplayFormat("dd.MM.yyyy")
        self.start.setDateRange(QDate(2018, 1, 1), QDate(2099, 12, 31))
        self.years = QSpinBox(self)
        self.years.setObjectName("kaznedraCostYears")
        self.start_label, self.years_label = QLabel(self), QLabel(self)
        self.start_label.setBuddy(self.start)
        self.years_label.setBuddy(self.years)
        self.message = _text("kaznedraCostMessage", self)
        self.licences = _text("kaznedraCostLicences", self)
        self.at_issue = _text("kaznedraCostAtIssue", self)
        self.table = CostTable(self)
        self.by_licence = LicenceTable(self)
        self.by_licence_title = QLabel(self)
        self.by_licence_title.setBuddy(self.by_licence)
        self.chart = CostChart(self)
        self.cliffs = _text("kaznedraCliffs", self)
        self.cliffs_title, self.notes = QLabel(self), _text("kaznedraCostNotes", self)
        for title in (self.by_licence_title, self.cliffs_title):
            title.setWordWrap(True)
        self.indices = MciTable(self)
        self.basis = _text("kaznedraCostBasis", self)

    def _lay_out(self) -> None:
        content = QWidget(self)
        row = QHBoxLayout()
        for widget in (self.start_label, self.start, self.years_label, self.years):
            row.addWidget(widget)
        row.addStretch(1)
        self.index_box, self.basis_box = QgsCollapsibleGroupBoxBasic(content), QgsCollapsibleGroupBoxBasic(content)
        for box, name, inside in (
            (self.index_box, "kaznedraMciBox", self.indices),
            (self.basis_box, "kaznedraBasisBox", self.basis),
        ):
            box.setObjectName(name)
            QGridLayout(box).addWidget(inside)
        self._of_several = [self.by_licence_title, self.by_licence]
        self._found = [self.licences, self.at_issue, self.table, *self._of_several]
        self._found += [self.notes, self.cliffs_title, self.cliffs, self.chart]
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 4, 4, 4)
        layout.addLayout(row)
        layout.addWidget(self.message)
        for widget in self._found:
            layout.addWidget(widget)
        layout.addWidget(self.index_box)
        layout.addWidget(self.basis_box)
        layout.addStretch(1)
        self._found += [self.index_box, self.basis_box]
        self.setWidget(content)

    def _limit_years(self) -> None:
        from ..subsoil.costs import most_years
        from ..subsoil.rulepack import newest_rule_pack

        self.years.setRange(1, most_years(newest_rule_pack()))

    def _edited(self) -> None:
        self._reckon()
        self.changed.emit(self.settings().to_json())

    def _reckon(self) -> None:
        self.costs, told = None, ""
        if self._planned and self._planned.blocks:
            try:
                self.costs = reckon(self._planned, self.settings())
            except KaznedraError as error:
                told = explain(error).plain()
        else:
            told = QCoreApplication.translate("Kaznedra", "Choose blocks first: the costs depend on their number.")
        self.message.setText(told)
        self.message.setVisible(bool(told))
        for widget in self._found:
            widget.setVisible(self.costs is not None)
        self._show()
        self.costs_changed.emit(self.costs)

    def _show(self) -> None:
        found = self.costs
        self.chart.show_costs(found)
        self.table.show_costs(found)
        self.by_licence.show_costs(found)
        if found is None:
            return
        for widget in self._of_several:
            widget.setVisible(found.is_several)
        self.licences.setText(f"{cost_words.licences(found.planned)}. {cost_words.rests_on(found.planned)}")
        self.indices.show_indices(found.mci)
        self.at_issue.setText(_at_issue(found))
        self.cliffs_title.setText(_cliffs_title(found.is_several))
        self.cliffs.setText("\n".join(f"• {line}" for line in cost_words.cliffs(found)))
        notes = cost_words.assumptions(found, self.settings().growth)
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))
        lines = [cost_words.pack_title(found), *(cost_words.basis(entry, found) for entry in found.basis)]
        self.basis.setText("\n".join(lines))

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.start_label.setText(QCoreApplication.translate("Kaznedra", "&Day of issue"))
        self.years_label.setText(QCoreApplication.translate("Kaznedra", "&Years"))
        self.by_licence_title.setText(QCoreApplication.translate("Kaznedra", "By licence, over all years:"))
        self.index_box.setTitle(QCoreApplication.translate("Kaznedra", "MCI of the calendar years, tenge"))
        self.basis_box.setTitle(QCoreApplication.translate("Kaznedra", "What this rests on"))
        self.table.retranslate()
        self.by_licence.retranslate()
        self.indices.retranslate()
        self._reckon()


def _text(name: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _cliffs_title(is_several: bool) -> str:
    if is_several:
        return QCoreApplication.translate("Kaznedra", "Other plots, or one of them with fewer blocks or more:")
    return QCoreApplication.translate("Kaznedra", "Fewer blocks, or more:")


def _at_issue(found: Any) -> str:
    return QCoreApplication.translate(
        "Kaznedra",
        "At issue: signature bonus {bonus} ({bonus_kzt}), liquidation security {security} ({security_kzt}).",
    ).format(
        bonus=cost_words.in_mci(found.bonus_mci),
        bonus_kzt=cost_words.in_tenge(found.tenge(found.bonus_mci)),
        security=cost_words.in_mci(found.security[0][1]),
        security_kzt=cost_words.in_tenge(found.tenge(found.security[0][1])),
    )
