"""From the graticule to the pixels of a picture, in any CRS."""

import math
from typing import Optional

from qgis.core import Qgis, QgsCsException, QgsLineString, QgsRenderContext
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QPolygonF

from .grid_levels import Window

Place = tuple[float, float]
CLOSER_LOOKS = 4
"""Times that the place where a line breaks off is looked for four times closer"""


class Projection:
    """Transforms minutes of the graticule to pixels; what cannot be transformed is left out."""

    def __init__(self, context: QgsRenderContext, window: Window) -> None:
        transform = context.coordinateTransform()
        self._transform = None if not transform.isValid() or transform.isShortCircuited() else transform
        self._map_to_pixel = context.mapToPixel()
        self._to_pixels = self._map_to_pixel.transform()
        span = max(window.east - window.west, window.north - window.south)
        self._segments = 1 if self._transform is None else min(24, max(2, math.ceil(span / 15)))
        self._torn = self._transform is not None and self._tears(window)

    def points(self, lons: list[float], lats: list[float]) -> list[Optional[QPointF]]:
        """Pixels of points; None for one that cannot be transformed."""
        moved = self._moved(lons, lats)
        if moved is not None:
            return [QPointF(point) if _finite(point) else None for point in moved]
        if len(lons) == 1:
            return [None]
        return [self.points([lon], [lat])[0] for lon, lat in zip(lons, lats)]

    def line(self, start: Place, end: Place) -> list[QPolygonF]:
        """Pieces of the line between two points (lon, lat) along the graticule, bent as the CRS bends it."""
        cuts = [step / self._segments for step in range(self._segments + 1)]
        if not self._torn:
            moved = self._moved(*_along(start, end, cuts))
            if moved is not None:
                return [moved]
        for _ in range(CLOSER_LOOKS):
            breaks = _breaks(self.points(*_along(start, end, cuts)), cuts)
            finer = [cuts[at] + (cuts[at + 1] - cuts[at]) * step / 4 for at in breaks for step in (1, 2, 3)]
            cuts = sorted({*cuts, *finer})
        points = self.points(*_along(start, end, cuts))
        return _pieces(points, _breaks(points, cuts))

    def block_size(self, window: Window) -> Optional[tuple[float, float]]:
        """Width and height in pixels of a block in the middle of the window; None where that cannot be told."""
        lon, lat = (window.west + window.east) / 2, (window.south + window.north) / 2
        west, east, south, north = self.points([lon - 0.5, lon + 0.5, lon, lon], [lat, lat, lat - 0.5, lat + 0.5])
        if west is None or east is None or south is None or north is None:
            return None
        return math.dist(_pair(west), _pair(east)), math.dist(_pair(south), _pair(north))

    def inside(self, window: Window) -> Window:
        """The part of a window no edge of which lies off the picture; the whole where that is much less."""
        width, height = self._map_to_pixel.mapWidth(), self._map_to_pixel.mapHeight()
        if min(width, height) < 1:
            return window
        steps = [step / 4 for step in range(5)]
        try:
            west, east = ([self._minutes(x, height * step)[0] for step in steps] for x in (0, width))
            north, south = ([self._minutes(width * step, y)[1] for step in steps] for y in (0, height))
        except QgsCsException:
            return window
        inner = window.meet(Window(max(west), max(south), min(east), min(north)))
        return inner if not inner.empty() and inner.area() >= 0.85 * window.area() else window

    def _minutes(self, x: float, y: float) -> tuple[float, float]:
        point = self._map_to_pixel.toMapCoordinatesF(x, y)
        if self._transform is not None:
            point = self._transform.transform(point, Qgis.TransformDirection.Reverse)
        return 60 * point.x(), 60 * point.y()

    def _moved(self, lons: list[float], lats: list[float]) -> Optional[QPolygonF]:
        line = QgsLineString([lon / 60 for lon in lons], [lat / 60 for lat in lats])
        try:
            if self._transform is not None:
                line.transform(self._transform)
        except QgsCsException:
            return None
        line.transform(self._to_pixels)
        return line.asQPolygonF()

    def _tears(self, window: Window) -> bool:
        """Whether the CRS fails or jumps somewhere in the window, as at its antimeridian or a pole."""
        lons = [window.west + (window.east - window.west) * step / 8 for step in range(9)]
        lats = [window.south + (window.north - window.south) * step / 8 for step in range(9)]
        rows = [self.points(lons, [lat] * len(lons)) for lat in lats]
        lines = [*rows, *(list(column) for column in zip(*rows))]
        cuts = [step / 8 for step in range(9)]
        return any(_breaks(line, cuts) for line in lines)


def _pair(point: QPointF) -> tuple[float, float]:
    return point.x(), point.y()


def _finite(point: QPointF) -> bool:
    return math.isfinite(point.x()) and math.isfinite(point.y())


def _along(start: Place, end: Place, cuts: list[float]) -> tuple[list[float], list[float]]:
    """Longitudes and latitudes at parts (0 to 1) of the way between two points."""
    (lon, lat), (to_lon, to_lat) = start, end
    return [lon + (to_lon - lon) * cut for cut in cuts], [lat + (to_lat - lat) * cut for cut in cuts]


def _breaks(points: list[Optional[QPointF]], cuts: list[float]) -> list[int]:
    """Steps of a line to or from a missing point, and its jumps: steps far faster than its usual step."""
    speeds = [
        math.inf if before is None or after is None else math.dist(_pair(before), _pair(after)) / (to - cut)
        for before, after, cut, to in zip(points, points[1:], cuts, cuts[1:])
    ]
    sound = sorted(speed for speed in speeds if math.isfinite(speed))
    fastest = 5 * sound[len(sound) // 2] if sound else 0
    return [step for step, speed in enumerate(speeds) if speed > fastest]


def _pieces(points: list[Optional[QPointF]], breaks: list[int]) -> list[QPolygonF]:
    """A line without the steps that are breaks."""
    edges = [-1, *breaks, len(points) - 1]
    runs = [points[before + 1 : after + 1] for before, after in zip(edges, edges[1:])]
    return [QPolygonF([point for point in run if point is not None]) for run in runs if len(run) > 1]
