"""Sets of blocks: parts, outlines, areas, and what a geometry covers."""

from math import atanh, cos, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import GeometryCollection, LineString, MultiPolygon, Point, Polygon, box
from shapely.ops import unary_union

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.subsoil.blocks import (
    Block,
    Rule,
    area_km2,
    bounds,
    components,
    covering,
    neighbours,
    outline,
    polygon,
    total_area_km2,
)

LON, LAT = 4020, 2980
EVERY_RULE = (Rule.WITHIN, Rule.MAJORITY, Rule.TOUCH)

near = st.builds(Block, st.integers(LON, LON + 6), st.integers(LAT, LAT + 6))
block_sets = st.sets(near, min_size=1)


def rectangle(west: float, south: float, east: float, north: float) -> Polygon:
    """A rectangle given in minutes from the corner of the test area."""
    return box(*((LON + west) / 60, (LAT + south) / 60, (LON + east) / 60, (LAT + north) / 60))


def at(*offsets: tuple) -> set:
    return {Block(LON + x, LAT + y) for x, y in offsets}


def test_neighbours_share_a_side() -> None:
    assert set(neighbours(Block(0, 0))) == {(0, 1), (1, 0), (0, -1), (-1, 0)}


def test_components_join_by_sides_not_by_corners() -> None:
    blocks = sorted(at((0, 0), (1, 0), (2, 1), (2, 2)))
    assert components(blocks) == [frozenset(at((0, 0), (1, 0))), frozenset(at((2, 1), (2, 2)))]


@given(block_sets)
def test_components_part_the_set(blocks: set) -> None:
    parts = components(blocks)
    assert sum(map(len, parts)) == len(blocks) and frozenset().union(*parts) == blocks
    for part in parts:
        assert not {near for block in part for near in neighbours(block)} & (blocks - part)


def test_bounds() -> None:
    assert bounds(at((0, 0), (3, 5))) == (LON, LAT, LON + 4, LAT + 6)
    with pytest.raises(ValueError):
        bounds([])


@given(block_sets)
def test_outline_is_valid_and_the_union(blocks: set) -> None:
    merged = outline(blocks)
    assert merged.is_valid and merged.equals(unary_union([polygon(block) for block in blocks]))
    assert len(merged.geoms) == len(components(blocks))


def test_outline_lists_corners_only() -> None:
    assert len(outline(at((0, 0), (1, 0), (2, 0))).geoms[0].exterior.coords) == 5


def test_holes_that_touch_the_shell_in_a_point() -> None:
    ring = at((0, 0), (1, 0), (2, 0), (0, 1), (2, 1), (0, 2), (1, 2))
    merged = outline(ring)
    assert merged.is_valid and len(merged.geoms) == 1 and len(merged.geoms[0].interiors) == 1


@given(block_sets)
def test_whole_blocks_are_covered_alike_by_every_rule(blocks: set) -> None:
    for rule in EVERY_RULE:
        assert set(covering(outline(blocks), rule)) == blocks


@given(block_sets)
def test_six_decimals_of_a_degree_are_enough(blocks: set) -> None:
    def rounded(ring) -> list:
        return [(round(x, 6), round(y, 6)) for x, y in ring.coords]

    shapes = [
        Polygon(rounded(part.exterior), [rounded(hole) for hole in part.interiors]) for part in outline(blocks).geoms
    ]
    for rule in EVERY_RULE:
        assert set(covering(MultiPolygon(shapes), rule)) == blocks


@pytest.mark.parametrize(
    ("shape", "within", "majority", "touch"),
    [
        (rectangle(0, 0, 1, 1), at((0, 0)), at((0, 0)), at((0, 0))),
        (rectangle(0.2, 0.2, 0.4, 0.4), set(), set(), at((0, 0))),
        (rectangle(0, 0, 1.5, 1), at((0, 0)), at((0, 0)), at((0, 0), (1, 0))),
        (rectangle(0, 0, 1.51, 1), at((0, 0)), at((0, 0), (1, 0)), at((0, 0), (1, 0))),
        (rectangle(0, 0, 1.001, 1), at((0, 0)), at((0, 0)), at((0, 0), (1, 0))),
        (rectangle(0, 0, 3, 3).difference(rectangle(1.2, 1.2, 1.4, 1.4)), 8, 9, 9),
        (rectangle(0, 0, 3, 3).difference(rectangle(1, 1, 2, 2)), 8, 8, 8),
        (unary_union([rectangle(0, 0, 1, 1), rectangle(5, 5, 6, 6)]), 2, 2, 2),
        (MultiPolygon([rectangle(0, 0, 1.4, 1), rectangle(1.4, 0, 2, 1)]), 2, 2, 2),
        (GeometryCollection([rectangle(0, 0, 1, 1), rectangle(0, 0, 2, 1), Point(1, 1)]), 2, 2, 2),
        (Polygon([(LON / 60, LAT / 60), ((LON + 2) / 60, LAT / 60), (LON / 60, (LAT + 2) / 60)]), 1, 1, 3),
        (Polygon(), 0, 0, 0),
        (LineString([(67, 49), (68, 50)]), 0, 0, 0),
    ],
)
def test_covering(shape, within, majority, touch) -> None:
    for rule, expected in zip(EVERY_RULE, (within, majority, touch)):
        found = covering(shape, rule)
        assert (len(found) if isinstance(expected, int) else set(found)) == expected, rule
        assert found == sorted(found, key=lambda block: (-block.lat, block.lon)) and len(set(found)) == len(found)


offsets = st.floats(0, 7, allow_nan=False)


@given(st.lists(st.tuples(offsets, offsets), min_size=3, max_size=9), st.tuples(offsets, offsets))
def test_covering_agrees_with_cutting_cell_by_cell(points: list, centre: tuple) -> None:
    shape = Polygon(points).buffer(0).difference(Point(centre).buffer(0.8))
    shape = unary_union([part for part in getattr(shape, "geoms", [shape]) if part.area > 1e-3])
    areas = {(x, y): shape.intersection(box(x, y, x + 1, y + 1)).area for x in range(7) for y in range(7)}
    degrees = [
        Polygon(
            *([[((LON + x) / 60, (LAT + y) / 60) for x, y in ring.coords] for ring in rings[:1]]),
            [[((LON + x) / 60, (LAT + y) / 60) for x, y in ring.coords] for ring in rings[1:]],
        )
        for rings in (
            [part.exterior, *part.interiors] for part in getattr(shape, "geoms", [shape]) if not part.is_empty
        )
    ]
    limits = {Rule.WITHIN: 1, Rule.MAJORITY: 0.5, Rule.TOUCH: 0}
    for rule, limit in limits.items():
        found = set(covering(MultiPolygon(degrees), rule))
        # vertices are laid on minute lines that they miss by 9 cm: areas that close to the limit may fall either way
        sure = {cell for cell, area in areas.items() if abs(area - limit) > 2e-3}
        inside = at(*(cell for cell in sure if areas[cell] > limit))
        assert found & at(*sure) == inside, rule


def test_coordinates_in_metres_are_refused() -> None:
    with pytest.raises(KaznedraError) as raised:
        covering(box(500000, 5500000, 501000, 5501000), Rule.TOUCH)
    assert raised.value.code is Code.NOT_DEGREES and raised.value.facts["west"] == 500000


def test_invalid_polygons_are_made_valid() -> None:
    bow = Polygon([(67, 49), (67 + 2 / 60, 49 + 2 / 60), (67 + 2 / 60, 49), (67, 49 + 2 / 60)])
    assert len(covering(bow, Rule.TOUCH)) == 4


def exact_area(lat: int) -> float:
    """Area of a cell between two parallels on WGS 84, in closed form, km2."""
    a, f = 6378.137, 1 / 298.257223563
    e = (f * (2 - f)) ** 0.5

    def q(degrees: float) -> float:
        s = sin(radians(degrees))
        return s / (2 * (1 - e * e * s * s)) + atanh(e * s) / (2 * e)

    return (a * a * (1 - e * e)) * radians(1 / 60) * (q((lat + 1) / 60) - q(lat / 60))


@pytest.mark.parametrize("lat", [2436, 2460, 2987, 3300, 3326])
def test_area_is_that_of_the_zone(lat: int) -> None:
    assert area_km2(Block(4000, lat)) == pytest.approx(exact_area(lat), rel=1e-8)
    assert total_area_km2([Block(4000, lat), Block(4001, lat)]) == pytest.approx(2 * exact_area(lat), rel=1e-8)


def test_areas_of_the_north_and_the_south() -> None:
    assert round(area_km2(Block(4000, 41 * 60)), 2) == 2.60 and round(area_km2(Block(4000, 55 * 60)), 2) == 1.98
    assert cos(radians(41)) > cos(radians(55))
