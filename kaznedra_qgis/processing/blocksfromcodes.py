"""kaznedra:blocksfromcodes: block codes, as they stand in a document, to polygons."""

from typing import Any, Optional

from qgis.core import QgsProcessingParameterString
from qgis.PyQt.QtCore import QCoreApplication

from .block_algorithm import BlockAlgorithm, numbering, reading_of


class BlocksFromCodes(BlockAlgorithm):
    """Makes the blocks that a text names."""

    def name(self) -> str:
        """Name after `kaznedra:`."""
        return "blocksfromcodes"

    def displayName(self) -> str:
        """Title in the toolbox."""
        return QCoreApplication.translate("Kaznedra", "Blocks from codes")

    def tags(self) -> list[str]:
        """Further words that it is found by."""
        words = QCoreApplication.translate("Kaznedra", "blocks,codes,licence,application,coordinates,subsoil")
        return words.split(",")

    def shortHelpString(self) -> str:
        """What it does, for the side of its window."""
        return QCoreApplication.translate(
            "Kaznedra",
            "Reads block codes and makes the blocks as polygons, each once, in the order of the text.\n\n"
            "The text may be copied out of a licence or an application: M-44-77-(10е-5а-11), Cyrillic or Latin "
            "letters, any dashes, lists and ranges such as (10е-5а-6-10,12), groups of several sheets, and marks of "
            "partial blocks such as (частично).\n\n"
            "Nothing is guessed: where a piece cannot be read, no block is made, and every such piece is named with "
            "its place, the reason and what it may have meant.",
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        """Declare CODES and OUTPUT."""
        codes = QCoreApplication.translate("Kaznedra", "Block codes")
        self.addParameter(QgsProcessingParameterString("CODES", codes, multiLine=True))
        self.add_blocks_output()

    def compute(self, parameters, context, feedback) -> dict[str, Any]:
        """Blocks that the text names."""
        reading = reading_of(self.parameterAsString(parameters, "CODES", context))
        for double in reading.doubles:
            told = QCoreApplication.translate("Kaznedra", "{code} is named more than once; it was made once.")
            feedback.pushWarning(told.format(code=numbering().code(double.block)))
        blocks = [read.block for read in reading.blocks]
        return self.write_blocks(parameters, context, feedback, blocks, reading.partial)
