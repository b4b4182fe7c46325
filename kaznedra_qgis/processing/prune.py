"""kaznedra:prune: takes history that is no longer wanted out of a workspace."""

from typing import Any, Optional

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterBoolean, QgsProcessingParameterNumber
from qgis.PyQt.QtCore import QCoreApplication

from ..titles import theme_title
from .block_algorithm import refusal
from .history_algorithm import HistoryAlgorithm


class Prune(HistoryAlgorithm):
    """Removes snapshots, and the versions of features that only they showed."""

    def name(self) -> str:
        """Name after `kaznedra:`."""
        return "prune"

    def displayName(self) -> str:
        """Title in the toolbox."""
        return QCoreApplication.translate("Kaznedra", "Prune a workspace's history")

    def shortHelpString(self) -> str:
        """What it does, for the side of its window."""
        return QCoreApplication.translate(
            "Kaznedra",
            "Removes old snapshots and the versions of features that only they showed, and makes the file smaller. "
            "This cannot be undone.\n\n"
            "Keep the last days, or keep the last pulls of every theme of every source: one of the two. Where neither "
            "is given, what was chosen for this workspace in the dock holds, which at first is to keep everything.\n\n"
            "The last good state of every theme always stays, and so does every snapshot that a draft or report cites, "
            "with all that the map showed then. A moment whose snapshots were removed is unknown afterwards.\n\n"
            "Dry run: nothing is removed; the report tells what would be.",
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        """Declare WORKSPACE, KEEP_DAYS, KEEP_LAST, DRY_RUN, REPORT and the counts."""
        self.add_workspace()
        for name, title in (
            ("KEEP_DAYS", QCoreApplication.translate("Kaznedra", "Keep the last days")),
            ("KEEP_LAST", QCoreApplication.translate("Kaznedra", "Keep the last pulls of every theme")),
        ):
            number = QgsProcessingParameterNumber(name, title, optional=True, minValue=1, maxValue=100_000)
            self.addParameter(number)
        dry_run = QCoreApplication.translate("Kaznedra", "Dry run")
        self.addParameter(QgsProcessingParameterBoolean("DRY_RUN", dry_run, False))
        self.add_report()
        for name, title in (
            ("SNAPSHOTS", QCoreApplication.translate("Kaznedra", "Snapshots removed")),
            ("VERSIONS", QCoreApplication.translate("Kaznedra", "Versions removed")),
            ("BYTES_FREED", QCoreApplication.translate("Kaznedra", "Bytes freed")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def compute(self, parameters, context, feedback) -> dict[str, Any]:
        """Prune, or tell what pruning would do."""
        from ..workspace import retention
        from ..workspace.pruning import plan, prune
        from ..workspace.retention import Retention

        workspace = self.workspace(parameters, context)
        days, last = (self._number(parameters, name, context) for name in ("KEEP_DAYS", "KEEP_LAST"))
        if days and last:
            raise refusal(
                QCoreApplication.translate("Kaznedra", "Both days and pulls to keep are given."),
                QCoreApplication.translate("Kaznedra", "Give one of the two."),
            )
        keep = Retention(days, last) if days or last else retention.chosen(workspace)
        is_dry = self.parameterAsBoolean(parameters, "DRY_RUN", context)
        if is_dry:
            done = plan(workspace, keep, cancelled=feedback.isCanceled)
        else:
            done = prune(
                workspace,
                keep,
                cancelled=feedback.isCanceled,
                progress=lambda share: feedback.setProgress(100 * share),
            )
        _tell(done, is_dry, feedback)
        report = self.write_report(parameters, context, {"dry_run": is_dry, **done.report()})
        return {
            "SNAPSHOTS": len(done.goes),
            "VERSIONS": sum(done.versions.values()),
            "BYTES_FREED": done.report()["bytes_freed"] or 0,
            **report,
        }

    def _number(self, parameters, name: str, context) -> Optional[int]:
        return None if parameters.get(name) is None else self.parameterAsInt(parameters, name, context)


def _tell(done, is_dry: bool, feedback) -> None:
    line = (
        QCoreApplication.translate("Kaznedra", "Snapshots that would be removed: {goes}; kept: {stays}")
        if is_dry
        else QCoreApplication.translate("Kaznedra", "Snapshots removed: {goes}; kept: {stays}")
    )
    feedback.pushInfo(line.format(goes=len(done.goes), stays=done.stays))
    for theme, number in done.versions.items():
        told = QCoreApplication.translate("Kaznedra", "{theme}: versions of features that only they showed: {number}")
        feedback.pushInfo(told.format(theme=theme_title(theme), number=number))
    if done.cited:
        names = ", ".join(sorted({citation.name for citation in done.cited}))
        feedback.pushInfo(QCoreApplication.translate("Kaznedra", "Cited, and so kept: {names}").format(names=names))
    if done.goes and not is_dry and done.size_after is None:
        feedback.pushWarning(
            QCoreApplication.translate("Kaznedra", "The file could not be made smaller now; the room in it is reused.")
        )
