"""Shapes as people and rivers draw them: rounded plots, corridors, weathered outlines. Degrees, EPSG:4326."""

import math
import random
from collections.abc import Sequence

from shapely.affinity import scale
from shapely.geometry import LineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import transform

from .country import multi

KM_PER_DEGREE = 111.2
Position = tuple[float, float]


def away(position: Position, east_km: float, north_km: float) -> Position:
    """The position so many kilometres to the east and north."""
    lon, lat = position
    return (
        lon + east_km / (KM_PER_DEGREE * math.cos(math.radians(lat))),
        lat + north_km / KM_PER_DEGREE,
    )


def distance_km(a: Position, b: Position) -> float:
    """Distance of near positions on a plane."""
    east = (b[0] - a[0]) * math.cos(math.radians((a[1] + b[1]) / 2))
    return math.hypot(east, b[1] - a[1]) * KM_PER_DEGREE


def scattered(draw: random.Random, position: Position, spread_km: float) -> Position:
    """A position near another, normally distributed."""
    return away(position, draw.gauss(0, spread_km), draw.gauss(0, spread_km))


def along(draw: random.Random, line: Sequence[Position], width_km: float) -> Position:
    """A position along a line, normally distributed across it."""
    path = LineString(line)
    point = path.interpolate(draw.random(), normalized=True)
    return scattered(draw, (point.x, point.y), width_km / 2)


def plot(
    draw: random.Random,
    centre: Position,
    radius_km: float,
    corners: int = 8,
    roughness: float = 0.3,
    elongation: float = 1.0,
    azimuth: float = 0.0,
) -> Polygon:
    """A star-shaped plot of that mean radius, corners on whole seconds of arc; azimuth in radians of its long side."""
    shift = draw.random() * math.tau
    ring = []
    for corner in range(corners):
        angle = shift + (corner + draw.uniform(-0.3, 0.3)) * math.tau / corners
        radius = radius_km * math.exp(draw.gauss(0, roughness))
        across, forth = radius * math.cos(angle) / elongation**0.5, radius * math.sin(angle) * elongation**0.5
        east = across * math.cos(azimuth) + forth * math.sin(azimuth)
        north = forth * math.cos(azimuth) - across * math.sin(azimuth)
        ring.append(away(centre, east, north))
    polygon = Polygon([(_whole_second(lon), _whole_second(lat)) for lon, lat in ring])
    return polygon if polygon.is_valid and polygon.area > 0 else polygon.convex_hull


def _whole_second(degrees: float) -> float:
    return round(round(degrees * 3600) / 3600, 7)


def weathered(
    draw: random.Random, line: Sequence[Position], roughness: float = 0.12, rounds: int = 3
) -> list[Position]:
    """The line with its midpoints moved aside, again and again, as a shore or a river would."""
    points = list(line)
    for _ in range(rounds):
        finer = [points[0]]
        for (x0, y0), (x1, y1) in zip(points, points[1:]):
            aside = draw.gauss(0, roughness)
            finer.append(((x0 + x1) / 2 - (y1 - y0) * aside, (y0 + y1) / 2 + (x1 - x0) * aside))
            finer.append((x1, y1))
        points = finer
    return points


def corridor(line: Sequence[Position], width_km: float) -> Polygon:
    """All that lies within half the width of a line."""
    middle = sum(lat for _, lat in line) / len(line)
    squeeze = math.cos(math.radians(middle))
    flat = scale(LineString(line), xfact=squeeze, yfact=1, origin=(0, 0))
    band = flat.buffer(width_km / 2 / KM_PER_DEGREE, 4)
    return scale(band, xfact=1 / squeeze, yfact=1, origin=(0, 0))


def trimmed(geometry: BaseGeometry, digits: int = 5) -> MultiPolygon:
    """The geometry with coordinates rounded (5 digits are about a metre), made valid."""
    rounded = transform(lambda x, y, z=None: ([round(v, digits) for v in x], [round(v, digits) for v in y]), geometry)
    return multi(rounded if rounded.is_valid else rounded.buffer(0))
