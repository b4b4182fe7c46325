"""Partial blocks (article 186(3)): what a plot leaves of a block, and whether it keeps a shared side outside."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .blocks import Block, neighbours, wgs84
from .coverage import in_minutes
from .findings import State
from .footprints import snap_of
from .surroundings import Area

if TYPE_CHECKING:
    from shapely.geometry import MultiPolygon

_NEGLIGIBLE = 1e-6
"""Square minutes (3 m2): what is smaller is rounding"""
_WHOLE_SIDE = 1 - 1e-4
_NO_SIDE = 1e-4
"""Minutes (19 cm): a stretch of a side shorter than this is none"""


@dataclass(frozen=True)
class Remainder:
    """What is left of a block."""

    block: Block
    geometry: "MultiPolygon"
    """In degrees; empty where nothing is left"""
    area_km2: float
    keeps_side: State
    """CLEAR: a whole side shared with another block lies outside the plots; UNKNOWN: only a part of one does, of which
    the law read does not say whether it suffices; CONFLICT: none does"""
    areas: tuple[Area, ...] = ()

    @property
    def pieces(self) -> int:
        """How many separate pieces it consists of."""
        return len(self.geometry.geoms)


def remainders(blocks: Collection[Block], cut: Mapping[Block, tuple[Area, ...]]) -> dict[Block, Remainder]:
    """What the plots leave of the blocks in `cut`, with the sides shared among `blocks`.

    Of an application of one block, which shares no side, all four sides count.
    """
    left = {block: _left(block, areas) for block, areas in cut.items() if block in blocks}
    every = set(blocks)
    found = {}
    for block, geometry in left.items():
        keeps = _keeps_side(block, geometry, left, every)
        in_degrees = _degrees(block, geometry)
        found[block] = Remainder(block, in_degrees, _area_km2(in_degrees), keeps, cut[block])
    return found


def _left(block: Block, areas: Iterable[Area]) -> Any:
    """What the areas leave of the block, in minutes from its south-west corner."""
    from shapely.affinity import translate
    from shapely.geometry import MultiPolygon, box
    from shapely.ops import unary_union

    plots = [
        translate(polygon, -block.lon, -block.lat)
        for area in areas
        if area.geometry is not None
        for polygon in in_minutes(area.geometry, snap_of(area))
    ]
    left: Any = box(0, 0, 1, 1).difference(unary_union(plots))
    parts: list[Any] = [part for part in getattr(left, "geoms", (left,)) if part.geom_type == "Polygon"]
    return MultiPolygon([part for part in parts if part.area > _NEGLIGIBLE])


def _sides(block: Block) -> dict[Block, tuple[tuple[float, float], tuple[float, float]]]:
    """The sides by the neighbour that shares them, in minutes from the block's south-west corner."""
    north, east, south, west = neighbours(block)
    return {north: ((0, 1), (1, 1)), east: ((1, 0), (1, 1)), south: ((0, 0), (1, 0)), west: ((0, 0), (0, 1))}


def _keeps_side(block: Block, left: Any, others: Mapping[Block, Any], every: Collection[Block]) -> State:
    sides = _sides(block)
    if len(every) > 1:
        sides = {near: side for near, side in sides.items() if near in every}
    longest = max((_outside(block, left, near, others.get(near), side) for near, side in sides.items()), default=0.0)
    if longest >= _WHOLE_SIDE:
        return State.CLEAR
    return State.UNKNOWN if longest > _NO_SIDE else State.CONFLICT


def _outside(block: Block, left: Any, near: Block, near_left: Any, side: Any) -> float:
    """How much of the side belongs to what is left on both of its sides, in minutes, longest stretch."""
    from shapely.affinity import translate
    from shapely.geometry import LineString

    shared = LineString(side).intersection(left)
    if near_left is not None:
        shared = shared.intersection(translate(near_left, near.lon - block.lon, near.lat - block.lat))
    return max((part.length for part in getattr(shared, "geoms", (shared,))), default=0.0)


Piece = tuple[Block, int]
"""A piece of what is left of a block, by its place in the remainder's geometry; 0 of a whole block"""


def share_a_side(here: Piece, near: Piece, found: Mapping[Block, Remainder]) -> bool:
    """Whether pieces of two neighbours share a stretch of their side."""
    if here[0] not in found and near[0] not in found:
        return True
    from shapely.geometry import LineString

    block = here[0]
    side: Any = LineString([((block.lon + x) / 60, (block.lat + y) / 60) for x, y in _sides(block)[near[0]]])
    for each, piece in (here, near):
        if each in found:
            side = side.intersection(found[each].geometry.geoms[piece].buffer(1e-9))
    return bool(side.length > _NO_SIDE / 60)


def _degrees(block: Block, geometry: Any) -> Any:
    """A geometry in minutes from the block's corner, in degrees."""
    from shapely.affinity import affine_transform

    return affine_transform(geometry, (1 / 60, 0, 0, 1 / 60, block.lon / 60, block.lat / 60))


def _area_km2(geometry: Any) -> float:
    """Geodesic area on the WGS 84 ellipsoid; sides are at most that of a block, which bends by nothing that counts."""
    return sum(abs(float(wgs84().geometry_area_perimeter(part)[0])) for part in geometry.geoms) / 1e6
