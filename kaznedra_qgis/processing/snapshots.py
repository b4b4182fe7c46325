"""kaznedra:snapshots: every pull of every theme of a workspace, as a table."""

from dataclasses import asdict
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..messages import explain_stored
from .block_algorithm import fields
from .history_algorithm import HistoryAlgorithm

_FIELDS = (
    ("id", "integer"),
    ("pull", "integer"),
    ("source", "text"),
    ("theme", "text"),
    ("state", "text"),
    ("started", "text"),
    ("finished", "text"),
    ("server_time", "text"),
    ("duration_s", "real"),
    ("by_changes", "boolean"),
    ("expected", "integer"),
    ("received", "integer"),
    ("distinct", "integer"),
    ("pages", "integer"),
    ("bytes", "integer"),
    ("added", "integer"),
    ("changed", "integer"),
    ("gone", "integer"),
    ("without_geometry", "integer"),
    ("invalid_geometry", "integer"),
    ("value_issues", "integer"),
    ("codes_agree", "integer"),
    ("codes_disagree", "integer"),
    ("codes_unknown", "integer"),
    ("hash", "text"),
    ("address", "text"),
    ("code", "text"),
    ("message", "text"),
    ("notices", "text"),
)


class Snapshots(HistoryAlgorithm):
    """Lists the snapshots of a workspace."""

    def name(self) -> str:
        """Name after `kaznedra:`."""
        return "snapshots"

    def displayName(self) -> str:
        """Title in the toolbox."""
        return QCoreApplication.translate("Kaznedra", "Snapshots of a workspace")

    def shortHelpString(self) -> str:
        """What it does, for the side of its window."""
        return QCoreApplication.translate(
            "Kaznedra",
            "Lists every pull of every theme: when, from where, how many features were promised and came, what was "
            "added, changed and gone, the hash of what came, and whether it was complete, partial, failed or "
            "cancelled, and why.",
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        """Declare WORKSPACE, THEMES, OUTPUT, REPORT and COUNT."""
        self.add_workspace()
        self.add_themes()
        title = QCoreApplication.translate("Kaznedra", "Snapshots")
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", title, QgsProcessing.SourceType.TypeVector))
        self.add_report()
        self.addOutput(
            QgsProcessingOutputNumber("COUNT", QCoreApplication.translate("Kaznedra", "Number of snapshots"))
        )

    def compute(self, parameters, context, feedback) -> dict[str, Any]:
        """The snapshots in the order they were taken, written to OUTPUT and REPORT."""
        themes = self.themes(parameters, context)
        taken = [
            snapshot
            for snapshot in self.workspace(parameters, context).snapshots()
            if not themes or snapshot.theme in themes
        ]
        sink, output = self.parameterAsSink(
            parameters, "OUTPUT", context, fields(*_FIELDS), QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem()
        )
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
        for snapshot in taken:
            row = _row(snapshot)
            feature = QgsFeature()
            feature.setAttributes([row[name] for name, _ in _FIELDS])
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise QgsProcessingException(self.writeFeatureError(sink, parameters, "OUTPUT"))
        listed = [
            {**asdict(snapshot), "state": snapshot.state.value, "duration_s": _duration(snapshot)} for snapshot in taken
        ]
        report = self.write_report(parameters, context, {"snapshots": listed})
        return {"OUTPUT": output, "COUNT": len(taken), **report}


def _row(snapshot) -> dict[str, Any]:
    row = {name: getattr(snapshot, name, None) for name, _ in _FIELDS}
    stored = snapshot.message
    told = {"code": stored["code"], "message": explain_stored(stored).plain()} if stored else {}
    notices = " ".join(explain_stored(notice).plain() for notice in snapshot.notices) or None
    stated = {"state": snapshot.state.value, "duration_s": _duration(snapshot), "code": None, "notices": notices}
    return {**row, **stated, **told}


def _duration(snapshot) -> Optional[float]:
    return round(snapshot.duration_s, 3) if snapshot.finished else None
