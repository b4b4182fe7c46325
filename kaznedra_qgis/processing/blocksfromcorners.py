"""kaznedra:blocksfromcorners: corner coordinates, as they stand in a document, to the blocks that they enclose."""

from typing import Any, Optional

from qgis.core import QgsProcessingParameterEnum, QgsProcessingParameterString
from qgis.PyQt.QtCore import QCoreApplication

from ..mapping import datums
from .block_algorithm import BlockAlgorithm, check_size, numbering, outside, refusal
from .pieces import describe

AS_WRITTEN = 0
"""Place in DATUM: the datum that the text names, for degrees WGS 84 where it names none"""


class BlocksFromCorners(BlockAlgorithm):
    """Makes the blocks inside plots that are given by their corners."""

    def name(self) -> str:
        """Name after `kaznedra:`."""
        return "blocksfromcorners"

    def displayName(self) -> str:
        """Title in the toolbox."""
        return QCoreApplication.translate("Kaznedra", "Blocks from corner coordinates")

    def tags(self) -> list[str]:
        """Further words that it is found by."""
        found = QCoreApplication.translate("Kaznedra", "blocks,corners,coordinates,plot,degrees,Gauss-Kruger,subsoil")
        return found.split(",")

    def shortHelpString(self) -> str:
        """What it does, for the side of its window."""
        return QCoreApplication.translate(
            "Kaznedra",
            "Reads the corners of plots and makes the blocks that these enclose.\n\n"
            "The text may be copied out of a licence, a PDF or a spreadsheet: degrees, minutes and seconds in any "
            "usual form, in Cyrillic or Latin letters, or metres of Gauss-Kruger with their zone. A plot ends where "
            "its first corner comes again, or at a blank line or a heading.\n\n"
            "Datum: as the text names it; degrees without one are taken to be WGS 84, of metres it has to be chosen. "
            "The transformation is the most accurate that PROJ has, or the one set in QGIS's options; it is named. "
            "Nothing is guessed: where a row cannot be read, no block is made.",
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        """Declare CORNERS, DATUM, RULE and OUTPUT."""
        corners = QCoreApplication.translate("Kaznedra", "Corner coordinates")
        self.addParameter(QgsProcessingParameterString("CORNERS", corners, multiLine=True))
        datum = QCoreApplication.translate("Kaznedra", "Datum of the coordinates")
        written = QCoreApplication.translate("Kaznedra", "As the text names it")
        choices = [written, *datums.TITLES.values()]
        self.addParameter(QgsProcessingParameterEnum("DATUM", datum, choices, defaultValue=AS_WRITTEN))
        rules = [
            QCoreApplication.translate("Kaznedra", "Blocks wholly inside"),
            QCoreApplication.translate("Kaznedra", "Blocks more than half inside"),
            QCoreApplication.translate("Kaznedra", "Blocks touched"),
        ]
        rule = QCoreApplication.translate("Kaznedra", "Which blocks")
        self.addParameter(QgsProcessingParameterEnum("RULE", rule, rules, defaultValue=1))
        self.add_blocks_output()

    def compute(self, parameters, context, feedback) -> dict[str, Any]:
        """Blocks inside the plots."""
        from ..subsoil.blocks import Rule
        from ..subsoil.pasted import blocks_of, plots_of, read_corners_pasted

        text = self.parameterAsString(parameters, "CORNERS", context)
        read = read_corners_pasted(text)
        if read.gaps:
            happened = QCoreApplication.translate("Kaznedra", "Pieces that could not be read: {count}")
            remedy = QCoreApplication.translate("Kaznedra", "Correct these pieces and run again.")
            told = (describe(problem, text) for problem in read.gaps)
            raise refusal(happened.format(count=len(read.gaps)), remedy, told)
        datum = self._datum(read, self.parameterAsEnum(parameters, "DATUM", context))
        corners = plots_of(read.corners_in(datum), text)
        way = datums.way_to_grid(corners, datum, numbering().datum)
        if way.operation.steps:
            feedback.pushInfo(datums.told(way))
        plots = datums.to_grid(corners, way.operation)
        rule = Rule(self.parameterAsEnum(parameters, "RULE", context))
        blocks = blocks_of(plots, rule, numbering())
        check_size(len(blocks))
        if not blocks:
            raise outside()
        return self.write_blocks(parameters, context, feedback, blocks)

    def _datum(self, read: Any, chosen: int) -> str:
        """The datum chosen or named; refuses to guess that of metres, and to read nothing."""
        from ..subsoil.pasted import Kind

        if read.kind is Kind.NOTHING:
            raise refusal(
                QCoreApplication.translate("Kaznedra", "There are no corner coordinates in this text."),
                QCoreApplication.translate("Kaznedra", "Write a corner a line, such as 48°10'00\" N 77°10'00\" E."),
            )
        if chosen != AS_WRITTEN:
            return list(datums.TITLES)[chosen - 1]
        if read.kind is Kind.METRES and not read.datum:
            raise refusal(
                QCoreApplication.translate("Kaznedra", "The text does not name the datum of its metres."),
                QCoreApplication.translate("Kaznedra", "Choose the datum."),
            )
        return str(read.datum or "EPSG:4326")
