"""What the algorithms on a workspace's history have in common: their parameters, their report, their refusals."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Callable, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..errors import Code, KaznedraError
from ..themes import THEMES
from ..titles import theme_title
from .algorithm import Algorithm
from .block_algorithm import refusal


class HistoryAlgorithm(Algorithm):
    """An algorithm of the group Workspace that reads."""

    def group(self) -> str:
        """Title of the group in the toolbox."""
        return QCoreApplication.translate("Kaznedra", "Workspace")

    def groupId(self) -> str:
        """Name of the group."""
        return "workspace"

    def tags(self) -> list[str]:
        """Further words that it is found by."""
        words = QCoreApplication.translate(
            "Kaznedra", "history,snapshot,version,as of,change,difference,compare,licence"
        )
        return words.split(",")

    def add_workspace(self) -> None:
        """Declare WORKSPACE."""
        title = QCoreApplication.translate("Kaznedra", "Workspace")
        self.addParameter(QgsProcessingParameterFile("WORKSPACE", title, extension="gpkg"))

    def add_moment(self, name: str, title: str) -> None:
        """Declare an optional moment of the history."""
        self.addParameter(QgsProcessingParameterString(name, title, optional=True))

    def add_themes(self) -> None:
        """Declare THEMES."""
        title = QCoreApplication.translate("Kaznedra", "Themes")
        themes = QgsProcessingParameterEnum(
            "THEMES", title, options=list(THEMES), allowMultiple=True, optional=True, usesStaticStrings=True
        )
        self.addParameter(themes)

    def add_geopackage(self, title: str) -> None:
        """Declare OUTPUT, and with it LAYERS."""
        self.addParameter(QgsProcessingParameterFileDestination("OUTPUT", title, "GeoPackage (*.gpkg)"))
        layers = QCoreApplication.translate("Kaznedra", "Layers")
        self.addOutput(QgsProcessingOutputMultipleLayers("LAYERS", layers))

    def add_report(self) -> None:
        """Declare REPORT."""
        title = QCoreApplication.translate("Kaznedra", "Report")
        self.addParameter(QgsProcessingParameterFileDestination("REPORT", title, "JSON (*.json)", None, True, False))

    def workspace(self, parameters: dict, context: QgsProcessingContext, name: str = "WORKSPACE") -> Any:
        """The workspace that a parameter names."""
        from ..workspace import Workspace

        return Workspace.open(Path(self.parameterAsString(parameters, name, context)))

    def themes(self, parameters: dict, context: QgsProcessingContext) -> list[str]:
        """The themes chosen; none where all are meant."""
        return [name for name in self.parameterAsEnumStrings(parameters, "THEMES", context) if name]

    def output(self, parameters: dict, context: QgsProcessingContext, inputs: Iterable[Path]) -> Path:
        """Path of OUTPUT. Refuses to write over a workspace that is read."""
        from ..workspace.extracts import same_file

        path = Path(self.parameterAsFileOutput(parameters, "OUTPUT", context))
        if same_file(path, inputs):
            raise refusal(
                QCoreApplication.translate("Kaznedra", "The output would overwrite the workspace."),
                QCoreApplication.translate("Kaznedra", "Choose another file for the output."),
            )
        return path

    def write_report(self, parameters: dict, context: QgsProcessingContext, report: dict) -> dict[str, str]:
        """Write REPORT where it is wanted; returns it as a result."""
        path = self.parameterAsFileOutput(parameters, "REPORT", context)
        if not path:
            return {}
        try:
            Path(path).write_text(json.dumps(report, ensure_ascii=False, indent=2), encoding="utf-8")
        except OSError as refused:
            raise KaznedraError(Code.READ_ONLY, path=path, detail=str(refused)) from refused
        return {"REPORT": path}


def show(context: QgsProcessingContext, path: Path, layers: Iterable, title: Callable[[Any], str]) -> list[str]:
    """Addresses of the layers written to `path`; those that hold something are put on the map where there is one."""
    addresses = []
    for layer in layers:
        address = f"{path}|layername={layer.name}"
        addresses.append(address)
        if layer.features and context.project() is not None:
            details = QgsProcessingContext.LayerDetails(title(layer), context.project(), layer.name)
            context.addLayerToLoadOnCompletion(address, details)
    return addresses


def warn_unknown(
    feedback: QgsProcessingFeedback, theme: str, source: Optional[str], reason: str, known_from: str = ""
) -> None:
    """Say that nothing is known of a theme, and why; `known_from` is when the history that was not pruned begins."""
    words = {
        "never_pulled": QCoreApplication.translate("Kaznedra", "it was never pulled"),
        "not_yet": QCoreApplication.translate("Kaznedra", "it was not pulled until later"),
        "no_good_pull": QCoreApplication.translate("Kaznedra", "no pull of it had succeeded by then"),
        "pruned": QCoreApplication.translate("Kaznedra", "its history before {date} was pruned").format(
            date=known_from
        ),
        "no_counterpart": QCoreApplication.translate("Kaznedra", "the other workspace has no such source"),
    }
    told = QCoreApplication.translate("Kaznedra", "{theme}: unknown ({source}): {reason}")
    feedback.pushWarning(told.format(theme=theme_title(theme), source=source or "–", reason=words[reason]))


def warn_partial(feedback: QgsProcessingFeedback, theme: str) -> None:
    """Say that a theme rests on a pull that was not complete."""
    told = QCoreApplication.translate(
        "Kaznedra", "{theme}: rests on a partial pull; features may be missing, and vanished ones still be there."
    )
    feedback.pushWarning(told.format(theme=theme_title(theme)))
