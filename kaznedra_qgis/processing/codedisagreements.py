"""kaznedra:codedisagreements: the features whose block codes and geometry disagree, and how."""

from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..themes import THEMES
from ..titles import theme_title
from .block_algorithm import fields, refusal
from .history_algorithm import HistoryAlgorithm, warn_partial, warn_unknown

CODED = [theme.name for theme in THEMES.values() if theme.block_codes]
"""Themes that list block codes"""

_FIELDS = (
    ("source", "text"),
    ("feature_id", "text"),
    ("number", "text"),
    ("kind", "text"),
    ("says", "text"),
    ("blocks", "integer"),
    ("metres", "real"),
    ("detail", "text"),
)


class CodeDisagreements(HistoryAlgorithm):
    """Lists what the comparison of block codes with geometry found."""

    def name(self) -> str:
        """Name after `kaznedra:`."""
        return "codedisagreements"

    def displayName(self) -> str:
        """Title in the toolbox."""
        return QCoreApplication.translate("Kaznedra", "Block codes that disagree with the geometry")

    def shortHelpString(self) -> str:
        """What it does, for the side of its window."""
        return QCoreApplication.translate(
            "Kaznedra",
            "At each pull the block codes of licences, applications and blocks are compared with their geometry. This "
            "lists what disagrees, a row for each kind: blocks that are listed and not covered, covered and not "
            "listed, marked as partial and whole or the other way round, and outlines that lie off the grid's lines, "
            "as if in Pulkovo 1942 (SK-42) or otherwise. Corners within 5 m of the grid's agree with it.\n\n"
            "Codes that cannot be read and geometries that cannot be compared are listed too; they are counted as "
            "unknown, not as disagreeing.\n\n"
            "Snapshot: the number of a snapshot, pull 3 for the third pull, a day or a time. Empty: now.",
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        """Declare WORKSPACE, THEME, SNAPSHOT, SOURCE, OUTPUT, REPORT, AGREE, DISAGREE and UNKNOWN."""
        self.add_workspace()
        title = QCoreApplication.translate("Kaznedra", "Theme")
        theme = QgsProcessingParameterEnum(
            "THEME", title, options=CODED, allowMultiple=False, defaultValue=CODED[0], usesStaticStrings=True
        )
        self.addParameter(theme)
        self.add_moment("SNAPSHOT", QCoreApplication.translate("Kaznedra", "Snapshot"))
        source = QCoreApplication.translate("Kaznedra", "Only this source")
        self.addParameter(QgsProcessingParameterString("SOURCE", source, optional=True))
        title = QCoreApplication.translate("Kaznedra", "Disagreements")
        self.addParameter(
            QgsProcessingParameterFeatureSink("OUTPUT", title, QgsProcessing.SourceType.TypeVectorPolygon)
        )
        self.add_report()
        for name, title in (
            ("AGREE", QCoreApplication.translate("Kaznedra", "Features whose codes and geometry agree")),
            ("DISAGREE", QCoreApplication.translate("Kaznedra", "Features whose codes and geometry disagree")),
            ("UNKNOWN", QCoreApplication.translate("Kaznedra", "Features of which that cannot be told")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def compute(self, parameters, context, feedback) -> dict[str, Any]:
        """What the comparisons found among the features of then, written to OUTPUT and REPORT."""
        from ..workspace.history import as_of

        workspace = self.workspace(parameters, context)
        theme = self.parameterAsEnumString(parameters, "THEME", context)
        source = self.parameterAsString(parameters, "SOURCE", context)
        state = as_of(workspace, self.parameterAsString(parameters, "SNAPSHOT", context), [theme])
        report: dict[str, Any] = {"at": state.asked, "theme": theme, "rests_on": [], "findings": []}
        report["unknown"] = [ground.report() for ground in state.unknown(theme, source)]
        for entry in report["unknown"]:
            warn_unknown(feedback, theme, entry["source"], entry["reason"])
        if not state.known(theme, source):
            self.write_report(parameters, context, report)
            raise refusal(
                QCoreApplication.translate("Kaznedra", "Of this theme nothing is known as of then."),
                QCoreApplication.translate("Kaznedra", "Choose a later moment; kaznedra:snapshots lists the pulls."),
            )
        sink, output = self.parameterAsSink(
            parameters,
            "OUTPUT",
            context,
            fields(*_FIELDS),
            QgsWkbTypes.Type.MultiPolygon,
            QgsCoordinateReferenceSystem("EPSG:4326"),
        )
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
        totals = [0, 0, 0]
        with workspace.reading() as connection:
            connection.execute("BEGIN")
            for ground in state.known(theme, source):
                counts = self._list(connection, ground, sink, parameters, report, feedback)
                totals = [total + count for total, count in zip(totals, counts)]
        line = QCoreApplication.translate(
            "Kaznedra", "{theme}: codes and geometry disagree: {disagree}; agree: {agree}; cannot be told: {unknown}"
        )
        told = dict(zip(("agree", "disagree", "unknown"), totals))
        feedback.pushInfo(line.format(theme=theme_title(theme), **told))
        results = {name.upper(): total for name, total in told.items()}
        return {"OUTPUT": output, **results, **self.write_report(parameters, context, {**report, "counts": told})}

    def _list(self, connection, ground, sink, parameters, report, feedback) -> tuple[int, int, int]:
        """Write the findings of one source to the sink and the report; its counts."""
        from ..workspace.agreements import count, findings

        if ground.snapshot.state.value == "partial":
            warn_partial(feedback, ground.theme)
        for found in findings(connection, ground):
            told = says(found)
            feature = QgsFeature()
            geometry = QgsGeometry()
            geometry.fromWkb(found.wkb)
            feature.setGeometry(geometry)
            values = [found.feature_id, found.number, found.kind, told, found.blocks, found.metres, found.detail]
            feature.setAttributes([ground.source, *values])
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise QgsProcessingException(self.writeFeatureError(sink, parameters, "OUTPUT"))
            entry = {name: value for name, value in found._asdict().items() if name != "wkb"}
            report["findings"].append({"source": ground.source, **entry, "says": told})
        counts = count(connection, THEMES[ground.theme], ground.condition, ())
        report["rests_on"].append({**ground.report(), "counts": dict(zip(("agree", "disagree", "unknown"), counts))})
        return counts


def says(found) -> str:
    """A finding as a sentence."""
    texts = {
        "grid_in_pulkovo": QCoreApplication.translate(
            "Kaznedra",
            "The outline lies {metres} m to the north-west of the grid, as if the blocks were counted in Pulkovo 1942 "
            "(SK-42).",
        ),
        "corners_in_pulkovo": QCoreApplication.translate(
            "Kaznedra",
            "The outline lies {metres} m to the south-east of the grid, as if given in Pulkovo 1942 (SK-42).",
        ),
        "shifted": QCoreApplication.translate("Kaznedra", "The outline lies off the grid as a whole, by {metres} m."),
        "off_grid": QCoreApplication.translate("Kaznedra", "The outline leaves the grid's lines by up to {metres} m."),
        "not_covered": QCoreApplication.translate(
            "Kaznedra", "Blocks listed, but outside the geometry: {blocks}. {detail}"
        ),
        "not_listed": QCoreApplication.translate("Kaznedra", "Blocks covered, but not listed: {blocks}. {detail}"),
        "part_unmarked": QCoreApplication.translate(
            "Kaznedra", "Blocks covered in part, but not marked as partial: {blocks}. {detail}"
        ),
        "whole_marked": QCoreApplication.translate(
            "Kaznedra", "Blocks marked as partial, but covered wholly: {blocks}. {detail}"
        ),
        "unreadable": QCoreApplication.translate("Kaznedra", "Codes that cannot be read: {detail}"),
        "not_comparable": QCoreApplication.translate(
            "Kaznedra", "The geometry cannot be compared with blocks: too large, broken, or not in degrees."
        ),
    }
    metres = "" if found.metres is None else f"{found.metres:.0f}"
    return texts[found.kind].format(metres=metres, blocks=found.blocks, detail=found.detail).strip()
