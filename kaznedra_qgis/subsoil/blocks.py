"""Blocks: cells of one minute by one minute (Code on Subsoil, art. 19), and what sets of them make up."""

from collections.abc import Collection, Iterable
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from .coverage import covered_cells
from .outlines import rings

if TYPE_CHECKING:
    from shapely.geometry import MultiPolygon, Polygon
    from shapely.geometry.base import BaseGeometry


class Block(NamedTuple):
    """A block, by its west and south edge in whole minutes east and north."""

    lon: int
    lat: int


class Rule(Enum):
    """When a block counts as covered by a geometry."""

    WITHIN = 0
    """no part of the block lies outside the geometry"""
    MAJORITY = 1
    """more than half of the block lies inside; exactly half does not count"""
    TOUCH = 2
    """block and geometry share area; a shared edge or corner alone does not count"""


def neighbours(block: Block) -> tuple[Block, Block, Block, Block]:
    """The blocks that share a side with the block: north, east, south, west."""
    lon, lat = block
    return Block(lon, lat + 1), Block(lon + 1, lat), Block(lon, lat - 1), Block(lon - 1, lat)


def components(blocks: Iterable[Block]) -> list[frozenset[Block]]:
    """Side-connected parts (plots, art. 188(4)), each part at the place of its first block in the order given."""
    ordered = list(blocks)
    left = set(ordered)
    parts = []
    for first in ordered:
        if first not in left:
            continue
        left.remove(first)
        part, edge = {first}, [first]
        while edge:
            for near in neighbours(edge.pop()):
                if near in left:
                    left.remove(near)
                    part.add(near)
                    edge.append(near)
        parts.append(frozenset(part))
    return parts


def bounds(blocks: Iterable[Block]) -> tuple[int, int, int, int]:
    """West, south, east, north in whole minutes. ValueError when there are no blocks."""
    lons, lats = zip(*blocks)
    return min(lons), min(lats), max(lons) + 1, max(lats) + 1


def polygon(block: Block) -> "Polygon":
    """The block as a polygon in degrees, longitude first, counter-clockwise from the south-west."""
    from shapely.geometry import Polygon

    west, south, east, north = (minutes / 60 for minutes in (block.lon, block.lat, block.lon + 1, block.lat + 1))
    return Polygon([(west, south), (east, south), (east, north), (west, north)])


def outline(blocks: Iterable[Block]) -> "MultiPolygon":
    """The merged outline in degrees, longitude first: one polygon per side-connected part, corners only, valid."""
    from shapely.geometry import MultiPolygon, Polygon

    parts = []
    for part in components(blocks):
        shell, *holes = ([(lon / 60, lat / 60) for lon, lat in ring] for ring in rings(part))
        parts.append(Polygon(shell, holes))
    return MultiPolygon(parts)


def outline_geojson(blocks: Collection[Block]) -> dict[str, Any]:
    """The merged outline as a GeoJSON MultiPolygon, shells counter-clockwise; the same for the same set."""
    polygons = [
        [[[round(lon / 60, 9), round(lat / 60, 9)] for lon, lat in (*ring, ring[0])] for ring in rings(part)]
        for part in components(sorted(blocks))
    ]
    return {"type": "MultiPolygon", "coordinates": polygons}


def area_km2(block: Block) -> float:
    """Geodesic area on the WGS 84 ellipsoid in km2; it depends on the latitude alone."""
    return _area_at(block.lat)


def total_area_km2(blocks: Iterable[Block]) -> float:
    """Geodesic area of all blocks together on the WGS 84 ellipsoid in km2."""
    return sum(map(area_km2, blocks))


@cache
def _area_at(lat: int) -> float:
    south, north = lat / 60, (lat + 1) / 60
    area, _ = wgs84().polygon_area_perimeter([0, 1 / 60, 1 / 60, 0], [south, south, north, north])
    return float(area) / 1e6


@cache
def wgs84() -> Any:
    """The ellipsoid that areas and distances are measured on (pyproj.Geod)."""
    from pyproj import Geod

    return Geod(ellps="WGS84")


def covering(geometry: "BaseGeometry", rule: Rule) -> list[Block]:
    """Blocks that the geometry covers by the rule, row by row from the north-west.

    `geometry`: polygons in degrees of the grid's datum, longitude first; holes, multipolygons and collections
    too, invalid ones are made valid. Points and lines cover nothing. A vertex within 9 cm of a minute line counts
    as lying on it (that is what six decimals of a degree leave of it), so a polygon of whole blocks gives these
    blocks under every rule. Raises KaznedraError(NOT_DEGREES) when the coordinates cannot be degrees.
    """
    cells = covered_cells(geometry)
    chosen = {Rule.WITHIN: cells.within, Rule.MAJORITY: cells.majority, Rule.TOUCH: cells.touched}[rule]
    return [Block(lon, lat) for lon, lat in chosen()]
