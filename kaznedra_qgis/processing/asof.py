"""kaznedra:asof: the features of a workspace as they were known at a moment."""

from typing import Any, Optional

from qgis.core import QgsProcessingOutputNumber
from qgis.PyQt.QtCore import QCoreApplication

from ..titles import theme_title
from .block_algorithm import refusal
from .history_algorithm import HistoryAlgorithm, show, warn_partial, warn_unknown


class AsOf(HistoryAlgorithm):
    """Writes the state of a workspace as of a day, a time or a snapshot."""

    def name(self) -> str:
        """Name after `kaznedra:`."""
        return "asof"

    def displayName(self) -> str:
        """Title in the toolbox."""
        return QCoreApplication.translate("Kaznedra", "Workspace as of a day")

    def shortHelpString(self) -> str:
        """What it does, for the side of its window."""
        return QCoreApplication.translate(
            "Kaznedra",
            "Writes the features as they were known at a moment: a GeoPackage with a layer per theme, and a report "
            "that names the snapshot each of them rests on.\n\n"
            "Moment: a day such as 2026-11-22 (its end, in UTC), a time such as 2026-11-22T08:00:00Z, the number of a "
            "snapshot, or pull 3 for the third pull. Empty: now.\n\n"
            "A theme that had not been pulled by then is unknown: it gets no layer, and the report says so.",
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        """Declare WORKSPACE, DATE, THEMES, OUTPUT, REPORT."""
        self.add_workspace()
        self.add_moment("DATE", QCoreApplication.translate("Kaznedra", "Moment"))
        self.add_themes()
        self.add_geopackage(QCoreApplication.translate("Kaznedra", "State"))
        self.add_report()
        self.addOutput(QgsProcessingOutputNumber("FEATURES", QCoreApplication.translate("Kaznedra", "Features")))

    def compute(self, parameters, context, feedback) -> dict[str, Any]:
        """The state then, written to OUTPUT, and what it rests on to REPORT."""
        from ..workspace.extracts import write_as_of
        from ..workspace.history import as_of

        workspace = self.workspace(parameters, context)
        path = self.output(parameters, context, [workspace.path])
        when = self.parameterAsString(parameters, "DATE", context)
        state = as_of(workspace, when, self.themes(parameters, context))
        told = state.report()
        for theme in state.themes:
            for ground in state.unknown(theme):
                entry = ground.report()
                warn_unknown(feedback, theme, entry["source"], entry["reason"], entry.get("known_from", ""))
            if any(ground.snapshot.state.value == "partial" for ground in state.known(theme)):
                warn_partial(feedback, theme)
        if not any(state.known(theme) for theme in state.themes):
            self.write_report(parameters, context, told)
            raise refusal(
                QCoreApplication.translate("Kaznedra", "Of none of the themes anything is known as of then."),
                QCoreApplication.translate("Kaznedra", "Choose a later moment; kaznedra:snapshots lists the pulls."),
            )
        layers = write_as_of(workspace, state, path)
        for layer in layers:
            told["themes"][layer.theme]["features"] = layer.features
            feedback.pushInfo(f"{theme_title(layer.theme)}: {layer.features}")
        return {
            "OUTPUT": str(path),
            "LAYERS": show(context, path, layers, lambda layer: _title(layer, when)),
            "FEATURES": sum(layer.features for layer in layers),
            **self.write_report(parameters, context, told),
        }


def _title(layer, when: str) -> str:
    title = theme_title(layer.theme)
    told = QCoreApplication.translate("Kaznedra", "{theme}, as of {moment}")
    return told.format(theme=title, moment=when) if when else title
