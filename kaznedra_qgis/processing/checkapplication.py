"""kaznedra:checkapplication: what the rules say of blocks to be applied for, what would come of it, what it costs."""

from datetime import date, datetime, timezone
from typing import Any, Optional

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from .. import cost_words, i18n
from ..connecting import freshness_days
from ..settings import Settings
from .block_algorithm import reading_of
from .history_algorithm import HistoryAlgorithm


class CheckApplication(HistoryAlgorithm):
    """Checks blocks against everything that a workspace knows."""

    def name(self) -> str:
        """Name after `kaznedra:`."""
        return "checkapplication"

    def displayName(self) -> str:
        """Title in the toolbox."""
        return QCoreApplication.translate("Kaznedra", "Check of an application for blocks")

    def group(self) -> str:
        """Title of the group in the toolbox."""
        return QCoreApplication.translate("Kaznedra", "Applications")

    def groupId(self) -> str:
        """Name of the group."""
        return "applications"

    def tags(self) -> list[str]:
        """Further words that it is found by."""
        found = QCoreApplication.translate("Kaznedra", "application,check,blocks,rules,findings,outcome,licence,free")
        return found.split(",")

    def shortHelpString(self) -> str:
        """What it does, for the side of its window."""
        return QCoreApplication.translate(
            "Kaznedra",
            "Checks blocks for which an exploration licence is to be applied for, by the rules of the Code on Subsoil "
            "and what the workspace knows of rights, applications, restricted and other areas around them.\n\n"
            "Every rule answers for every block: clear, conflict, or unknown where a theme is missing, stale, partial "
            "or failed, where a record does not say what it is, or where the law as read is not certain. Each finding "
            "names its article, what it met, and the snapshot that it rests on with its age.\n\n"
            "The outcome says which blocks would be granted whole or in part, which not, and what to leave out. "
            "Costs are those of the first term, as a sum over the licences that the application leads to and for each "
            "of them: separate plots become separate licences. They are the plots of the outcome, of which uncertain "
            "blocks count as granted; where none would be granted, those of the blocks given.\n\n"
            "Date: of the application, today where it is empty. A day of the past is checked as of its end.\n"
            "Applicant: BIN or IIN; without it, revoked and relinquished rights stay unknown.\n"
            "Consents: of holders and owners that are at hand, as theme/id, separated by commas.",
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        """Declare CODES, WORKSPACE, DATE, SOURCE, APPLICANT, CONSENTS, NATIONAL_COMPANY, REPORT and the counts."""
        codes = QCoreApplication.translate("Kaznedra", "Block codes")
        self.addParameter(QgsProcessingParameterString("CODES", codes, multiLine=True))
        self.add_workspace()
        day = QCoreApplication.translate("Kaznedra", "Date")
        kind = QgsProcessingParameterDateTime.Type.Date
        self.addParameter(QgsProcessingParameterDateTime("DATE", day, kind, None, optional=True))
        for name, title in (
            ("SOURCE", QCoreApplication.translate("Kaznedra", "Only this source")),
            ("APPLICANT", QCoreApplication.translate("Kaznedra", "Applicant (BIN or IIN)")),
            ("CONSENTS", QCoreApplication.translate("Kaznedra", "Consents at hand")),
        ):
            self.addParameter(QgsProcessingParameterString(name, title, optional=True))
        national = QCoreApplication.translate("Kaznedra", "The applicant is the national company for uranium")
        self.addParameter(QgsProcessingParameterBoolean("NATIONAL_COMPANY", national, False, optional=True))
        self.add_report()
        self.addOutput(QgsProcessingOutputString("RESULT", QCoreApplication.translate("Kaznedra", "Result")))
        for name, title in (
            ("BLOCKS", QCoreApplication.translate("Kaznedra", "Number of blocks")),
            ("PLOTS", QCoreApplication.translate("Kaznedra", "Separate plots")),
            ("CONFLICTS", QCoreApplication.translate("Kaznedra", "Conflicts")),
            ("UNKNOWNS", QCoreApplication.translate("Kaznedra", "Unknown")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def compute(self, parameters, context, feedback) -> dict[str, Any]:
        """The check, told in the log and written to REPORT."""
        from ..subsoil.application_check import check
        from ..subsoil.rules import ProposedBlocks
        from ..workspace.surroundings import around_blocks

        reading = reading_of(self.parameterAsString(parameters, "CODES", context))
        blocks = [read.block for read in reading.blocks]
        day = self._day(parameters, context)
        source = self.parameterAsString(parameters, "SOURCE", context).strip()
        proposed = ProposedBlocks(
            tuple(blocks),
            reading.partial,
            self.parameterAsString(parameters, "APPLICANT", context).strip(),
            _consents(self.parameterAsString(parameters, "CONSENTS", context)),
            national_company=self.parameterAsBool(parameters, "NATIONAL_COMPANY", context),
        )
        workspace = self.workspace(parameters, context)
        known = around_blocks(
            workspace, [source] if source else [], blocks, day, freshness_days=freshness_days(Settings())
        )
        found = check(proposed, known, day=day)
        _tell(found, feedback)
        states = [finding.state.value for finding in found.findings]
        return {
            "RESULT": found.result.value,
            "BLOCKS": len(blocks),
            "PLOTS": found.plots,
            "CONFLICTS": states.count("conflict"),
            "UNKNOWNS": states.count("unknown"),
            **self.write_report(parameters, context, found.report()),
        }

    def _day(self, parameters: dict, context: Any) -> date:
        if parameters.get("DATE") in (None, ""):
            return datetime.now(timezone.utc).date()
        return date(*self.parameterAsDateTime(parameters, "DATE", context).date().getDate())


def _consents(text: str) -> frozenset[tuple[str, str]]:
    """`theme/id, theme/id` as pairs."""
    parts = (part.strip().partition("/") for part in text.split(","))
    return frozenset((theme.strip(), feature.strip()) for theme, slash, feature in parts if slash)


def _tell(found: Any, feedback: Any) -> None:
    """What is not clear, in the user's language, and what would come of it."""
    states = {
        "conflict": QCoreApplication.translate("Kaznedra", "Conflict"),
        "unknown": QCoreApplication.translate("Kaznedra", "Unknown"),
    }
    for finding in found.findings:
        if finding.state.value in states:
            line = f"{states[finding.state.value]} ({finding.article}): {finding.message[i18n.language()]}"
            (feedback.pushWarning if finding.state.value == "conflict" else feedback.pushInfo)(line)
    line = QCoreApplication.translate(
        "Kaznedra",
        "Blocks {blocks}: granted whole {whole}, in part {partial}, uncertain {uncertain}, not granted {refused}; "
        "plots that remain: {plots}",
    )
    outcome = found.outcome
    told = {name: len(getattr(outcome, name)) for name in ("whole", "partial", "uncertain", "plots")}
    blocks = len(found.application.blocks)
    feedback.pushInfo(line.format(blocks=blocks, refused=len(outcome.suggested_drop), **told))
    if found.costs is not None:
        feedback.pushInfo(f"{cost_words.licences(found.licences)}. {cost_words.rests_on(found.licences)}")
