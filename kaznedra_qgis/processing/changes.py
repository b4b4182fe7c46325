"""kaznedra:changes: what was added, removed and changed between two moments, or between two workspaces."""

from typing import Any, Optional

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterFile
from qgis.PyQt.QtCore import QCoreApplication

from ..titles import theme_title
from .block_algorithm import refusal
from .history_algorithm import HistoryAlgorithm, show, warn_partial, warn_unknown


class Changes(HistoryAlgorithm):
    """Compares two states feature by feature."""

    def name(self) -> str:
        """Name after `kaznedra:`."""
        return "changes"

    def displayName(self) -> str:
        """Title in the toolbox."""
        return QCoreApplication.translate("Kaznedra", "Changes between two moments or workspaces")

    def shortHelpString(self) -> str:
        """What it does, for the side of its window."""
        return QCoreApplication.translate(
            "Kaznedra",
            "Compares the features of a workspace at two moments, or those of two workspaces: which were added, which "
            "were removed, and which changed, with the old and new value of every attribute and the area, in km², "
            "that only one of the two boundaries has.\n\n"
            "From, to: a day such as 2026-11-22 (its end, in UTC), a time such as 2026-11-22T08:00:00Z, the number of "
            "a snapshot, or pull 3 for the third pull. Empty: now.\n"
            "Other workspace: where it is given, the workspace as of From is compared with the other one as of To.\n\n"
            "The output has up to three layers per theme: added, removed (as they were) and changed (as they are, with "
            "what they were). Where a theme is unknown at one of the moments, nothing is said of it but that.",
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        """Declare WORKSPACE, FROM, TO, OTHER, THEMES, OUTPUT, REPORT and the counts."""
        self.add_workspace()
        self.add_moment("FROM", QCoreApplication.translate("Kaznedra", "From"))
        self.add_moment("TO", QCoreApplication.translate("Kaznedra", "To"))
        other = QCoreApplication.translate("Kaznedra", "Other workspace")
        self.addParameter(QgsProcessingParameterFile("OTHER", other, extension="gpkg", optional=True))
        self.add_themes()
        self.add_geopackage(QCoreApplication.translate("Kaznedra", "Changes"))
        self.add_report()
        for name, title in (
            ("ADDED", QCoreApplication.translate("Kaznedra", "Added")),
            ("REMOVED", QCoreApplication.translate("Kaznedra", "Removed")),
            ("CHANGED", QCoreApplication.translate("Kaznedra", "Changed")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def compute(self, parameters, context, feedback) -> dict[str, Any]:
        """The changes, written to OUTPUT and REPORT."""
        from ..workspace.changes import changes
        from ..workspace.extracts import write_changes

        workspace = self.workspace(parameters, context)
        named = self.parameterAsString(parameters, "OTHER", context)
        other = self.workspace(parameters, context, "OTHER") if named else None
        path = self.output(parameters, context, [workspace.path, *([other.path] if other else [])])
        since, until = (self.parameterAsString(parameters, name, context) for name in ("FROM", "TO"))
        themes = self.themes(parameters, context)
        found = changes(workspace, since, until, themes, other, feedback.isCanceled)
        _tell(found, feedback)
        report = self.write_report(parameters, context, found.report())
        if not any(theme.rests_on for theme in found.themes.values()):
            raise refusal(
                QCoreApplication.translate("Kaznedra", "None of the themes is known at both moments."),
                QCoreApplication.translate("Kaznedra", "Choose a later moment; kaznedra:snapshots lists the pulls."),
            )
        return {
            "OUTPUT": str(path),
            "LAYERS": show(context, path, write_changes(found, path), _title),
            "ADDED": sum(len(theme.added) for theme in found.themes.values()),
            "REMOVED": sum(len(theme.removed) for theme in found.themes.values()),
            "CHANGED": sum(len(theme.changed) for theme in found.themes.values()),
            **report,
        }


def _title(layer) -> str:
    titles = {
        "added": QCoreApplication.translate("Kaznedra", "{theme}: added"),
        "removed": QCoreApplication.translate("Kaznedra", "{theme}: removed"),
        "changed": QCoreApplication.translate("Kaznedra", "{theme}: changed"),
    }
    return titles[layer.part].format(theme=theme_title(layer.theme))


def _tell(found, feedback) -> None:
    for theme in found.themes.values():
        for _, ground in theme.unknown:
            entry = ground.report()
            warn_unknown(feedback, theme.theme, entry["source"], entry["reason"], entry.get("known_from", ""))
        if theme.partial:
            warn_partial(feedback, theme.theme)
        if theme.rests_on:
            line = QCoreApplication.translate(
                "Kaznedra",
                "{theme}: added {added}, removed {removed}, changed {changed}; versions that came and went: {passing}",
            )
            counts = {"added": len(theme.added), "removed": len(theme.removed), "changed": len(theme.changed)}
            feedback.pushInfo(line.format(theme=theme_title(theme.theme), passing=theme.came_and_went, **counts))
