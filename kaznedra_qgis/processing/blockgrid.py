"""kaznedra:blockgrid: the blocks of an extent as polygons."""

from math import ceil, floor
from typing import Any, Optional

from qgis.core import QgsProcessingParameterExtent
from qgis.PyQt.QtCore import QCoreApplication

from .block_algorithm import BlockAlgorithm, check_size, grid_crs, numbering, outside

SNAP = 5e-5
"""Minutes, 9 cm: an extent that reaches less than this into a block does not reach it"""


class BlockGrid(BlockAlgorithm):
    """Makes the blocks of an extent."""

    def name(self) -> str:
        """Name after `kaznedra:`."""
        return "blockgrid"

    def displayName(self) -> str:
        """Title in the toolbox."""
        return QCoreApplication.translate("Kaznedra", "Block grid")

    def tags(self) -> list[str]:
        """Further words that it is found by."""
        words = QCoreApplication.translate("Kaznedra", "blocks,grid,graticule,section,subsection,licence,subsoil")
        return words.split(",")

    def shortHelpString(self) -> str:
        """What it does, for the side of its window."""
        return QCoreApplication.translate(
            "Kaznedra",
            "Makes the blocks (1′ × 1′) that an extent touches, as polygons with their codes, row by row from the "
            "north-west.\n\nFor a look at the grid you need not make it: the layer “Block grid” draws what the map "
            "shows.",
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        """Declare EXTENT and OUTPUT."""
        self.addParameter(QgsProcessingParameterExtent("EXTENT", QCoreApplication.translate("Kaznedra", "Extent")))
        self.add_blocks_output()

    def compute(self, parameters, context, feedback) -> dict[str, Any]:
        """Blocks of the extent, in the CRS of the grid."""
        from ..subsoil.blocks import Block

        extent = self.parameterAsExtent(parameters, "EXTENT", context, grid_crs())
        scheme = numbering()
        if extent.isNull() or not extent.isFinite():
            raise outside()
        west = max(floor(extent.xMinimum() * 60 + SNAP), scheme.extent[0])
        south = max(floor(extent.yMinimum() * 60 + SNAP), scheme.extent[1])
        east = min(ceil(extent.xMaximum() * 60 - SNAP), scheme.extent[2])
        north = min(ceil(extent.yMaximum() * 60 - SNAP), scheme.extent[3])
        if west >= east or south >= north:
            raise outside()
        check_size((east - west) * (north - south))
        blocks = [Block(lon, lat) for lat in range(north - 1, south - 1, -1) for lon in range(west, east)]
        return self.write_blocks(parameters, context, feedback, blocks)
