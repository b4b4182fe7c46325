"""Distances around an area in metres on the ellipsoid: what is nearer than that lies within, always.

The buffer is clearly conservative: no point nearer than the distance (geodesic, WGS 84) lies outside it. What it
covers beyond the distance is less than 0.1 % of it along straight sides and outward corners (1 m of 1 000 m), up to 1 %
where GEOS simplifies inward corners, and 0.3 % more around an area that is 1 000 km wide.
"""

from collections.abc import Callable
from math import cos, pi
from typing import TYPE_CHECKING, Any

from .blocks import wgs84

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

Way = Callable[[Any, Any], tuple[Any, Any]]
"""From two columns of numbers to two others"""

_STEP = 1 / 300
"""Degrees (0.2 minutes): sides are cut to this before they are projected; on 0.25 km a parallel leaves the geodesic by
2 mm"""
_QUARTER = 32
"""Segments of a quarter circle"""
_RADIUS_M = 6_335_000.0
"""Least radius of curvature of the ellipsoid"""
_SLACK_M = 0.01


def buffered(geometry: "BaseGeometry", metres: float) -> "BaseGeometry":
    """The polygons of `geometry` (degrees of WGS 84, longitude first) and all that is nearer to them than `metres`."""
    if metres <= 0 or geometry.is_empty:
        return geometry
    from shapely.ops import unary_union

    parts = []
    for part in getattr(geometry, "geoms", (geometry,)):
        forward, back, reach = _plane(part)
        grown = _moved(part, forward, _cut_ring).buffer(_planar(metres, reach + metres), _QUARTER)
        parts.append(_moved(grown, back, _points))
    return parts[0] if len(parts) == 1 else unary_union([part if part.is_valid else part.buffer(0) for part in parts])


def _planar(metres: float, reach: float) -> float:
    """The distance to draw in the plane: chords of circles run inside them, and the plane stretches what is far off."""
    angle = min(reach / _RADIUS_M, 1.0)
    stretch = 1 + angle * angle / 2
    return metres / cos(pi / (4 * _QUARTER)) * stretch + _SLACK_M


def _plane(geometry: Any) -> tuple[Way, Way, float]:
    """To and from the azimuthal equidistant plane around the geometry, and how far it reaches from there in metres.

    The plane is of bearings and geodesic distances, so Geod draws it, which any thread may ask (see proj_thread).
    """
    import numpy as np

    west, south, east, north = geometry.bounds
    centre = (west + east) / 2, (south + north) / 2

    def forward(lons: Any, lats: Any) -> tuple[Any, Any]:
        bearing, _, metres = wgs84().inv(*(np.full(len(lons), each) for each in centre), lons, lats)
        return metres * np.sin(np.radians(bearing)), metres * np.cos(np.radians(bearing))

    def back(eastings: Any, northings: Any) -> tuple[Any, Any]:
        bearing, metres = np.degrees(np.arctan2(eastings, northings)), np.hypot(eastings, northings)
        lons, lats, _ = wgs84().fwd(*(np.full(len(metres), each) for each in centre), bearing, metres)
        return lons, lats

    corners = ((x, y) for x in (west, east) for y in (south, north))
    return forward, back, max(wgs84().inv(*centre, *corner)[2] for corner in corners)


def _moved(polygon: Any, way: Way, points_of: Callable[[Any], Any]) -> Any:
    """The polygon with the points that its rings are made of, or cut into, moved one way between degrees and metres."""
    import numpy as np
    from shapely.geometry import Polygon

    shell, *holes = (np.stack(way(*points_of(ring).T), axis=1) for ring in (polygon.exterior, *polygon.interiors))
    return Polygon(shell, holes)


def _points(ring: Any) -> Any:
    import numpy as np

    return np.asarray(ring.coords)[:, :2]


def _cut_ring(ring: Any) -> Any:
    """Points along the sides of a ring; straight in degrees, they are bent in the plane."""
    import numpy as np

    points = _points(ring)
    run = np.diff(points, axis=0)
    count = np.maximum(np.ceil(np.abs(run).max(axis=1) / _STEP), 1).astype(int)
    side = np.repeat(np.arange(len(run)), count)
    way = (np.arange(len(side)) - np.repeat(np.cumsum(count) - count, count)) / count[side]
    return np.concatenate((points[side] + run[side] * way[:, None], points[-1:]))
