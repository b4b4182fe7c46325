"""The block grid under a map canvas: which block a pixel shows, and where a block is, in any CRS of the project."""

import math
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any, Optional

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsLineString,
    QgsProject,
)
from qgis.PyQt.QtCore import QObject, QPoint, pyqtSignal
from qgis.PyQt.QtGui import QPolygonF

from ..subsoil.blocks import Block
from ..subsoil.numbering import default_scheme

Box = tuple[int, int, int, int]
"""West, south, east, north in whole minutes"""
_SIDE = 10
"""Minutes that a long edge runs straight on the map, at most"""


class CanvasGrid(QObject):
    """Blocks to places on the map and back; `reprojected` tells that the map's CRS is another."""

    reprojected = pyqtSignal()

    def __init__(self, canvas: Any, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.canvas = canvas
        self.scheme = default_scheme()
        self._transform: Optional[QgsCoordinateTransform] = None
        self._shapes: dict[Block, QPolygonF] = {}
        canvas.destinationCrsChanged.connect(self._forget)
        QgsProject.instance().transformContextChanged.connect(self._forget)

    def end(self) -> None:
        """Listen no more."""
        self.canvas.destinationCrsChanged.disconnect(self._forget)
        QgsProject.instance().transformContextChanged.disconnect(self._forget)

    def _forget(self) -> None:
        self._transform = None
        self._shapes.clear()
        self.reprojected.emit()

    @property
    def transform(self) -> QgsCoordinateTransform:
        """From degrees of the grid to the map's CRS; a map without a CRS is taken to be in degrees."""
        if self._transform is None:
            grid = QgsCoordinateReferenceSystem(self.scheme.datum)
            crs = self.canvas.mapSettings().destinationCrs()
            self._transform = QgsCoordinateTransform(grid, crs, QgsProject.instance().transformContext())
        return self._transform

    def degrees(self, x: float, y: float) -> Optional[tuple[float, float]]:
        """Longitude and latitude under a pixel of the canvas; None where there are none."""
        point = self.canvas.getCoordinateTransform().toMapCoordinates(QPoint(round(x), round(y)))
        try:
            point = self.transform.transform(point, Qgis.TransformDirection.Reverse)
        except QgsCsException:
            return None
        return (point.x(), point.y()) if math.isfinite(point.x()) and math.isfinite(point.y()) else None

    def block_at(self, x: float, y: float) -> Optional[Block]:
        """The block under a pixel; None outside the country."""
        place = self.degrees(x, y)
        if place is None:
            return None
        block = Block(math.floor(place[0] * 60), math.floor(place[1] * 60))
        return block if self.scheme.contains(block) else None

    def shape(self, block: Block) -> QPolygonF:
        """The block on the map, in the map's units; empty where its CRS has no place for it."""
        shape = self._shapes.get(block)
        if shape is None:
            shape = self._shapes[block] = self._line(
                [(block.lon, block.lat), (block.lon + 1, block.lat), (block.lon + 1, block.lat + 1)]
                + [(block.lon, block.lat + 1), (block.lon, block.lat)]
            )
        return shape

    def frame(self, west: int, south: int, east: int, north: int) -> QPolygonF:
        """A rectangle given in whole minutes on the map, bent as the CRS bends it."""
        return self._line(_ring(west, south, east, north))

    def frames(self, boxes: Iterable[Box]) -> list[QPolygonF]:
        """The frames of many rectangles, without those that the map's CRS has no place for."""
        rings = [_ring(*box) for box in boxes]
        line = self._line([corner for ring in rings for corner in ring])
        if line.isEmpty():
            found = [self._line(ring) for ring in rings]
            return [frame for frame in found if not frame.isEmpty()]
        ends = list(accumulate(map(len, rings)))
        return [line[end - len(ring) : end] for ring, end in zip(rings, ends)]

    def middles(self, blocks: Iterable[Block]) -> QPolygonF:
        """The middles of blocks on the map; empty where its CRS has no place for one of them."""
        return self._line([(block.lon + 0.5, block.lat + 0.5) for block in blocks])

    def pixels(self, block: Block) -> float:
        """The shorter side of the block on the canvas, in pixels; 0 where that cannot be told."""
        box = self.canvas.getCoordinateTransform().transform().map(self.shape(block)).boundingRect()
        return min(box.width(), box.height())

    def _line(self, minutes: Sequence[tuple[float, float]]) -> QPolygonF:
        lons, lats = zip(*minutes) if minutes else ((), ())
        line = QgsLineString([lon / 60 for lon in lons], [lat / 60 for lat in lats])
        try:
            line.transform(self.transform)
        except QgsCsException:
            return QPolygonF()
        return line.asQPolygonF()


def _ring(west: int, south: int, east: int, north: int) -> list[tuple[float, float]]:
    """Around a rectangle from its south-west corner, in minutes."""
    lons, lats = _steps(west, east), _steps(south, north)
    ring: list[tuple[float, float]] = [(lon, south) for lon in lons] + [(east, lat) for lat in lats]
    return ring + [(lon, north) for lon in reversed(lons)] + [(west, lat) for lat in reversed(lats)]


def _steps(low: int, high: int) -> list[float]:
    parts = max(1, math.ceil((high - low) / _SIDE))
    return [low + (high - low) * part / parts for part in range(parts + 1)]
