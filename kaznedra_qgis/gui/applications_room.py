"""Ties the page Applications together: the drafts, the map, the ground, and the ways to choose blocks."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Optional

from qgis.core import Qgis
from qgis.PyQt.QtCore import QCoreApplication, QObject
from qgis.PyQt.QtWidgets import QWidget

from ..settings import Settings
from ..subsoil.blocks import Block
from . import standing_words
from .applications_page import ApplicationsPage
from .checks import Checks
from .draft_desk import DraftDesk
from .draft_sections import DraftSections
from .drafts_on_map import DraftsOnMap
from .export_button import ExportButton
from .findings_panel import FindingsPanel
from .ground import Ground
from .licence_plans import LicencePlans
from .map_drop import MapDrop
from .open_draft import OpenDraft
from .scrolled import Scrolled
from .standing_on_map import StandingOnMap
from .submission_pane import SubmissionPane
from .ways_to_choose import WaysToChoose


class ApplicationsRoom(QObject):
    """`page` is the widget; everything else lives and ends with this."""

    def __init__(self, iface: Any, settings: Settings, notices: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self._iface, self._notices = iface, notices
        self.desk = DraftDesk(notices, self)
        self.map = DraftsOnMap(iface, self.desk, self._describe)
        self.ground = Ground(self.map.grid, settings, self)
        self.standing = StandingOnMap(self.map, self.ground, settings)
        self.open_draft = OpenDraft(self.desk, self.map, self.standing, self._standing, parent)
        self.plans = LicencePlans(self.desk, self)
        self.sections = DraftSections(self.desk, self.plans, self.open_draft)
        self.checks = Checks(self.desk, settings, self._applicant, self)
        self.sections.papers.applicant.shown.connect(self._follow_applicant)
        self.checks.changed.connect(self._show_findings)
        self.findings = FindingsPanel(self.checks, self.desk, self.open_draft)
        self.open_draft.add_findings(self.findings)
        self.findings.zoomed.connect(self._point_out)
        self.submission = SubmissionPane(settings, self.desk.save, self.open_draft)
        self.submission.duplicate_wanted.connect(self.desk.duplicate)
        self.open_draft.add_section(
            Scrolled(self.submission, self.open_draft),
            "section_submission",
            lambda: QCoreApplication.translate("Kaznedra", "Submission"),
        )
        self.export = ExportButton(settings, self.desk.save, self.sections.papers_page)
        self.sections.papers_page.layout().addWidget(self.export)
        self.desk.opened.connect(self._follow_submission)
        self.ways = WaysToChoose(iface, self.desk, self.map, notices, self.open_draft)
        self.drop = MapDrop(iface.mapCanvas(), iface.mainWindow(), self._is_worked_on, self)
        self.drop.text_dropped.connect(self.ways.paste)
        self.drop.file_dropped.connect(self.ways.from_file_at)
        self.page = ApplicationsPage(self.desk, self.plans, self.map, self.open_draft, parent)
        self.map.tool.told.connect(lambda text: notices.tell(text, Qgis.MessageLevel.Warning))
        for signal in (self.desk.changed, self.desk.opened):
            signal.connect(self._follow_blocks)
        self.ground.changed.connect(self._show_ground)

    def _applicant(self) -> str:
        """BIN or IIN; empty where nobody is named."""
        applicant = self.sections.papers.applicant.applicant
        return applicant.number if applicant is not None else ""

    def _follow_applicant(self) -> None:
        self.ground.follow_applicant(self._applicant())
        report = self.checks.report
        if report is not None and report.application.applicant != self._applicant():
            self.checks.again()

    def _show_findings(self) -> None:
        self.plans.note(self.checks.report)
        self.sections.show_findings(self.checks.report.findings if self.checks.report is not None else ())

    def _follow_blocks(self) -> None:
        self.ground.follow_blocks(self.desk.choice.blocks if self.desk.choice else ())

    def _follow_submission(self) -> None:
        self.submission.follow(self.desk.path, self.desk.open_id)
        self.export.follow(self.desk.path, self.desk.open_id)

    def _is_worked_on(self) -> bool:
        """Whether a draft is open, and the user has it in view or its tool in hand."""
        return self.desk.choice is not None and (self.open_draft.isVisible() or self.map.is_choosing)

    def _show_ground(self) -> None:
        self.open_draft.refresh_ground()
        self.map.tool.refresh()

    def follow(self, path: Optional[Path]) -> None:
        """Show the drafts of a workspace."""
        self.desk.follow(path)
        self.ground.follow(path)
        self._follow_submission()
        self.checks.again()

    def _point_out(self, blocks: Sequence[Block]) -> None:
        """Show the blocks of a finding on the map and in the list."""
        self.map.point_out(blocks)
        self.open_draft.select(blocks)

    def _describe(self, block: Block) -> str:
        """Code and standing, for beside the mouse."""
        return "\n".join((self.map.grid.scheme.code(block), *standing_words.lines(self._stands(block))))

    def _standing(self, block: Block) -> tuple[str, str]:
        """A word and its reasons, for the list."""
        standing = self._stands(block)
        return standing_words.brief(standing), "\n".join(standing_words.lines(standing)[1:])

    def _stands(self, block: Block) -> Any:
        return self.ground.standing(block)

    def end(self) -> None:
        """Save everything, and take everything off the map."""
        self.drop.end()
        self.submission.end()
        self.ways.end()
        self.checks.end()
        self.page.end()
        self.standing.end()
        self.ground.end()
        self.map.end()
        self.desk.end()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.page.retranslate()
        self.findings.retranslate()
        self.sections.retranslate()
        self.submission.retranslate()
        self.export.retranslate()
        self.map.tool.refresh()
