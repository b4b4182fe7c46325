"""What the algorithms that make blocks have in common: their fields, their limits, their words of refusal."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..compat import field
from ..messages import Message
from .algorithm import Algorithm
from .pieces import describe

MOST_BLOCKS = 500_000
"""Blocks that one run writes at most: a quarter of the country, and far more than any application has"""


class BlockAlgorithm(Algorithm):
    """An algorithm of the group Blocks."""

    def group(self) -> str:
        """Title of the group in the toolbox."""
        return QCoreApplication.translate("Kaznedra", "Blocks and map sheets")

    def groupId(self) -> str:
        """Name of the group."""
        return "blocks"

    def add_blocks_output(self) -> None:
        """Declare OUTPUT, the blocks as polygons, and with it COUNT and AREA_KM2."""
        blocks = QCoreApplication.translate("Kaznedra", "Blocks")
        self.addParameter(
            QgsProcessingParameterFeatureSink("OUTPUT", blocks, QgsProcessing.SourceType.TypeVectorPolygon)
        )
        self.addOutput(QgsProcessingOutputNumber("COUNT", QCoreApplication.translate("Kaznedra", "Number of blocks")))
        self.addOutput(QgsProcessingOutputNumber("AREA_KM2", QCoreApplication.translate("Kaznedra", "Area, km²")))

    def write_blocks(
        self,
        parameters: dict,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        blocks: Sequence,
        partial: Optional[Collection] = None,
    ) -> dict[str, Any]:
        """Write blocks to OUTPUT in their order. Where `partial` says which are, they are told apart by a field."""
        from ..subsoil.blocks import area_km2

        scheme = numbering()
        sink, output = self.parameterAsSink(
            parameters, "OUTPUT", context, block_fields(partial is not None), QgsWkbTypes.Type.Polygon, grid_crs()
        )
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
        written, total = 0, 0.0
        for written, block in enumerate(blocks, 1):
            place, area = scheme.place(block), area_km2(block)
            sheet = [str(place.sheet), f"10{place.section}"]
            feature = QgsFeature()
            feature.setGeometry(rectangle(block.lon, block.lat, block.lon + 1, block.lat + 1))
            feature.setAttributes([str(place), *(sheet if partial is None else [block in partial]), round(area, 6)])
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise QgsProcessingException(self.writeFeatureError(sink, parameters, "OUTPUT"))
            total += area
            if written % 1000 == 0:
                feedback.setProgress(100 * written / len(blocks))
                if feedback.isCanceled():
                    break
        told = QCoreApplication.translate("Kaznedra", "Blocks: {count}; area: {area} km²")
        feedback.pushInfo(told.format(count=grouped(written), area=f"{total:.3f}"))
        return {"OUTPUT": output, "COUNT": written, "AREA_KM2": total}


def numbering() -> Any:
    """The numbering scheme in force."""
    from ..subsoil.numbering import default_scheme

    return default_scheme()


def grid_crs() -> QgsCoordinateReferenceSystem:
    """The CRS that the grid's minutes are counted in."""
    return QgsCoordinateReferenceSystem(numbering().datum)


def block_fields(marked: bool) -> QgsFields:
    """Fields of a block: code, sheet, section, area_km2; or code, partial, area_km2 where blocks are marked."""
    named = (("partial", "boolean"),) if marked else (("sheet", "text"), ("section", "text"))
    return fields(("code", "text"), *named, ("area_km2", "real"))


def fields(*named: tuple[str, str]) -> QgsFields:
    """Fields by name and kind, see `compat.field`."""
    made = QgsFields()
    for name, kind in named:
        made.append(field(name, kind))
    return made


def rectangle(west: float, south: float, east: float, north: float) -> QgsGeometry:
    """A rectangle given in minutes, as a polygon in degrees."""
    return QgsGeometry.fromRect(QgsRectangle(west / 60, south / 60, east / 60, north / 60))


def refusal(happened: str, remedy: str, pieces: Iterable[str] = ()) -> QgsProcessingException:
    """The end of a run that made nothing: what happened, with the pieces of input it happened to, and what to do."""
    listed = [f"• {piece}" for piece in pieces]
    meaning = QCoreApplication.translate("Kaznedra", "Nothing was made.")
    if not listed:
        return QgsProcessingException(Message(happened, meaning, remedy).plain())
    return QgsProcessingException("\n".join([happened, *listed, Message(meaning, remedy, "").plain()]))


def reading_of(text: str) -> Any:
    """The block codes of a text (subsoil.codes.Reading).

    Refuses a text without block codes, and pieces that cannot be read: each is named with its place and the reason.
    """
    from ..subsoil.codes import read_codes

    reading = read_codes(text, numbering())
    if reading.problems:
        happened = QCoreApplication.translate("Kaznedra", "Pieces that could not be read: {count}").format(
            count=len(reading.problems)
        )
        remedy = QCoreApplication.translate("Kaznedra", "Correct these pieces and run again.")
        raise refusal(happened, remedy, (describe(problem, text) for problem in reading.problems))
    if not reading.blocks:
        raise refusal(
            QCoreApplication.translate("Kaznedra", "There are no block codes in this text."),
            QCoreApplication.translate("Kaznedra", "Write them like M-44-77-(10е-5а-11)."),
        )
    return reading


def check_size(count: int) -> None:
    """Refuse to write more blocks than MOST_BLOCKS."""
    if count <= MOST_BLOCKS:
        return
    happened = QCoreApplication.translate(
        "Kaznedra", "That is {count} blocks, and one run makes no more than {most}."
    ).format(count=grouped(count), most=grouped(MOST_BLOCKS))
    raise refusal(happened, QCoreApplication.translate("Kaznedra", "Choose a smaller area."))


def grouped(number: int) -> str:
    """A whole number with thin spaces between its thousands."""
    return f"{number:,}".replace(",", "\u2009")


def outside() -> QgsProcessingException:
    """The refusal for what lies off the country."""
    return refusal(
        QCoreApplication.translate("Kaznedra", "There are no blocks here: this lies outside the country."),
        QCoreApplication.translate("Kaznedra", "Choose an area in Kazakhstan, and see that its CRS is right."),
    )
