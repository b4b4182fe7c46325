"""kaznedra:sheetframe: frames of map sheets as polygons."""

import re
from typing import Any, Optional

from qgis.core import (
    QgsFeature,
    QgsFeatureSink,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..errors import KaznedraError
from .block_algorithm import BlockAlgorithm, fields, grid_crs, rectangle, refusal
from .pieces import shortened


class SheetFrame(BlockAlgorithm):
    """Makes the frames of map sheets."""

    def name(self) -> str:
        """Name after `kaznedra:`."""
        return "sheetframe"

    def displayName(self) -> str:
        """Title in the toolbox."""
        return QCoreApplication.translate("Kaznedra", "Frames of map sheets")

    def tags(self) -> list[str]:
        """Further words that it is found by."""
        words = QCoreApplication.translate("Kaznedra", "sheet,nomenclature,topographic map,frame,index,subsoil")
        return words.split(",")

    def shortHelpString(self) -> str:
        """What it does, for the side of its window."""
        return QCoreApplication.translate(
            "Kaznedra",
            "Makes the frames of map sheets as polygons, from their numbers: M-43 (1:1 000 000), M-43-А (1:500 000), "
            "M-43-XXIV (1:200 000), M-43-77 (1:100 000), M-43-77-А (1:50 000), M-43-77-А-а (1:25 000). Several "
            "numbers are parted by commas, semicolons or line breaks.\n\n"
            "Frames are given in the coordinates of the block grid. Sheets printed in Pulkovo 1942 lie up to 100 m "
            "away from them.",
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        """Declare SHEET and OUTPUT."""
        sheets = QCoreApplication.translate("Kaznedra", "Numbers of map sheets")
        self.addParameter(QgsProcessingParameterString("SHEET", sheets, multiLine=True))
        frames = QCoreApplication.translate("Kaznedra", "Frames")
        self.addParameter(
            QgsProcessingParameterFeatureSink("OUTPUT", frames, QgsProcessing.SourceType.TypeVectorPolygon)
        )
        self.addOutput(QgsProcessingOutputNumber("COUNT", QCoreApplication.translate("Kaznedra", "Number of sheets")))

    def compute(self, parameters, context, feedback) -> dict[str, Any]:
        """Frames of the sheets that the text names, each once."""
        sheets = _sheets(self.parameterAsString(parameters, "SHEET", context))
        sink, output = self.parameterAsSink(
            parameters,
            "OUTPUT",
            context,
            fields(("code", "text"), ("scale", "integer")),
            QgsWkbTypes.Type.Polygon,
            grid_crs(),
        )
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
        for sheet in sheets:
            feature = QgsFeature()
            frame = (60 * degrees for degrees in (sheet.west, sheet.south, sheet.east, sheet.north))
            feature.setGeometry(rectangle(*frame))
            feature.setAttributes([sheet.code, sheet.scale])
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise QgsProcessingException(self.writeFeatureError(sink, parameters, "OUTPUT"))
        return {"OUTPUT": output, "COUNT": len(sheets)}


def _sheets(text: str) -> list:
    from ..subsoil.sheets import sheet_frame

    sheets, unread = {}, []
    for piece in filter(None, (piece.strip() for piece in re.split(r"[,;\n]", text))):
        try:
            sheet = sheet_frame(piece)
            sheets.setdefault(sheet.code, sheet)
        except KaznedraError as error:
            unread.append(_unread(piece, error.facts.get("candidates") or ()))
    remedy = QCoreApplication.translate("Kaznedra", "Write it like M-44-77 or M-43-XXIV.")
    if unread:
        happened = QCoreApplication.translate("Kaznedra", "No numbers of map sheets: {count}").format(count=len(unread))
        raise refusal(happened, remedy, unread)
    if not sheets:
        raise refusal(QCoreApplication.translate("Kaznedra", "There is no number of a map sheet here."), remedy)
    return list(sheets.values())


def _unread(piece: str, candidates) -> str:
    told = f"“{shortened(piece)}”"
    if not candidates:
        return told
    perhaps = QCoreApplication.translate("Kaznedra", "perhaps {candidates}")
    return f"{told}; {perhaps.format(candidates=', '.join(map(str, candidates)))}"
