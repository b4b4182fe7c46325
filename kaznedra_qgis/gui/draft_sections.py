"""The tabs beside the blocks of a draft: its costs, and further what an application needs."""

from collections.abc import Iterable
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QObject
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from .cost_panel import CostPanel
from .draft_desk import DraftDesk
from .licence_plans import LicencePlans
from .open_draft import OpenDraft
from .papers_form import PapersForm
from .scrolled import Scrolled
from .works_form import WorksForm


class DraftSections(QObject):
    """Shows the open draft in its forms, and keeps what the user fills in."""

    def __init__(self, desk: DraftDesk, plans: LicencePlans, open_draft: OpenDraft) -> None:
        super().__init__(open_draft)
        self._desk, self._plans = desk, plans
        self.costs = CostPanel(open_draft)
        self.works = WorksForm(open_draft)
        self.papers = PapersForm(None, open_draft)
        open_draft.add_section(self.costs, "section_costs", lambda: QCoreApplication.translate("Kaznedra", "Costs"))
        open_draft.add_section(
            Scrolled(self.works, open_draft), "section_works", lambda: QCoreApplication.translate("Kaznedra", "Works")
        )
        self.papers_page = QWidget(open_draft)
        """The papers, scrolled, over what is always in view"""
        layout = QVBoxLayout(self.papers_page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Scrolled(self.papers, self.papers_page), 1)
        open_draft.add_section(
            self.papers_page,
            "section_papers",
            lambda: QCoreApplication.translate("Kaznedra", "Papers"),
        )
        self.costs.costs_changed.connect(self.works.show_costs)
        for name, form in (
            ("costs", self.costs),
            ("plan", self.works),
            ("applicant", self.papers.applicant),
            ("attachments", self.papers.attachments),
        ):
            form.changed.connect(lambda value, name=name: self._keep(name, value))
        self.works.minerals_changed.connect(lambda codes: self._keep("minerals", codes))
        desk.opened.connect(self.show_draft)
        for signal in (desk.settled, plans.changed):
            signal.connect(self.show_blocks)
        self.show_draft()

    def show_draft(self) -> None:
        """Show what was filled in for the open draft."""
        self.works.show_plan(self._detail("plan"), self._detail("minerals"))
        self.papers.show_papers(self._detail("applicant"), self._detail("attachments"))
        self.costs.show_draft(self._plans.of_open(), self._detail("costs"))

    def show_blocks(self) -> None:
        """The draft has other blocks; what was filled in stays."""
        self.costs.show_licences(self._plans.of_open())

    def show_findings(self, findings: Iterable[Any]) -> None:
        """Take what the rules found of the ground; nothing where they did not look (yet)."""
        from ..subsoil.attachments import circumstances_of

        self.papers.attachments.set_circumstances(circumstances_of(findings))

    def _detail(self, name: str) -> Any:
        draft = self._desk.draft
        return draft.details.get(name) if draft is not None else None

    def _keep(self, name: str, value: Any) -> None:
        if self._desk.open_id:
            self._desk.set_detail(self._desk.open_id, name, value)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        for form in (self.costs, self.works, self.papers):
            form.retranslate()
