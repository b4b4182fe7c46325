"""Block codes compared with the geometry they come with."""

from math import cos, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Polygon, box

from kaznedra_qgis.errors import KaznedraError
from kaznedra_qgis.subsoil.agreement import TOLERANCE_M, Comparer, Finding, Kind
from kaznedra_qgis.subsoil.blocks import Block, outline
from kaznedra_qgis.subsoil.codes import format_codes, format_grouped, read_codes
from kaznedra_qgis.subsoil.numbering import default_scheme
from kaznedra_qgis.subsoil.plain_codes import PlainReader

SCHEME = default_scheme()
LON, LAT = 4020, 2980
METRES_EAST, METRES_NORTH = 1855.3 * cos(radians(LAT / 60)), 1853.3
"""in a minute, to a thousandth"""
SQUARE = {Block(LON + x, LAT + y) for x in range(3) for y in range(3)}
MIDDLE, EAST = Block(LON + 1, LAT + 1), Block(LON + 2, LAT + 1)

near = st.builds(Block, st.integers(LON, LON + 12), st.integers(LAT, LAT + 12))
block_sets = st.sets(near, min_size=1, max_size=60)


def polygons(geometry) -> list:
    """A shapely geometry as the comparer wants it."""
    parts = [geometry] if geometry.geom_type == "Polygon" else geometry.geoms
    return [[list(ring.coords) for ring in (part.exterior, *part.interiors)] for part in parts]


def moved(geometry, east_m: float, north_m: float) -> list:
    dx, dy = east_m / METRES_EAST / 60, north_m / METRES_NORTH / 60
    return [[[(x + dx, y + dy) for x, y in ring] for ring in rings] for rings in polygons(geometry)]


def compare(blocks, geometry, partial=frozenset()) -> list[Finding]:
    placed = geometry if isinstance(geometry, list) else polygons(geometry)
    return Comparer(SCHEME).compare(format_codes(blocks, SCHEME, partial), placed)


def kinds(found: list[Finding]) -> dict:
    return {finding.kind: finding.blocks for finding in found}


def minutes(west: float, south: float, east: float, north: float) -> Polygon:
    return box(*((LON + west) / 60, (LAT + south) / 60, (LON + east) / 60, (LAT + north) / 60))


@given(block_sets)
def test_the_outline_of_blocks_agrees_with_their_codes(blocks) -> None:
    assert compare(blocks, outline(blocks)) == []


@given(block_sets, block_sets)
def test_what_one_of_them_lacks_is_counted(listed, covered) -> None:
    expected = {Kind.NOT_COVERED: len(listed - covered), Kind.NOT_LISTED: len(covered - listed)}
    assert kinds(compare(listed, outline(covered))) == {kind: count for kind, count in expected.items() if count}


@given(block_sets, st.integers(5, 8))
def test_rounded_coordinates_agree(blocks, decimals) -> None:
    rounded = [
        [[(round(x, decimals), round(y, decimals)) for x, y in ring] for ring in rings]
        for rings in polygons(outline(blocks))
    ]
    assert compare(blocks, rounded) == []


@given(block_sets, st.floats(-3.4, 3.4), st.floats(-3.4, 3.4))
def test_what_transformations_differ_by_agrees(blocks, east_m, north_m) -> None:
    assert compare(blocks, moved(outline(blocks), east_m, north_m)) == []


@given(block_sets, st.floats(0, 6.28318), st.floats(TOLERANCE_M * 2, 148))
def test_an_outline_moved_as_a_whole_is_told_as_such_and_its_blocks_are_compared(blocks, way, metres) -> None:
    east_m, north_m = metres * cos(way), metres * cos(way - 1.570796)
    found = compare(blocks, moved(outline(blocks), east_m, north_m))
    assert len(found) == 1 and found[0].kind in (Kind.SHIFTED, Kind.GRID_IN_PULKOVO, Kind.CORNERS_IN_PULKOVO)
    assert found[0].metres == pytest.approx(metres, rel=0.01, abs=0.2)
    extra = Block(LON + 20, LAT)
    found = compare({*blocks, extra}, moved(outline(blocks), east_m, north_m))
    assert [finding.kind for finding in found][1:] == [Kind.NOT_COVERED]


@pytest.mark.parametrize(
    ("east_m", "north_m", "kind"),
    [
        (-70, 20, Kind.GRID_IN_PULKOVO),
        (-48, 45, Kind.GRID_IN_PULKOVO),
        (70, -20, Kind.CORNERS_IN_PULKOVO),
        (70, 20, Kind.SHIFTED),
        (0, 60, Kind.SHIFTED),
        (-20, 10, Kind.SHIFTED),
        (-130, 40, Kind.SHIFTED),
    ],
)
def test_the_datum_is_named_where_the_shift_is_that_of_pulkovo(east_m, north_m, kind) -> None:
    (found,) = compare(SQUARE, moved(outline(SQUARE), east_m, north_m))
    assert found.kind is kind and found.metres == pytest.approx((east_m**2 + north_m**2) ** 0.5, rel=0.01)


def test_a_shift_beyond_that_of_any_datum_is_not_undone() -> None:
    assert kinds(compare(SQUARE, moved(outline(SQUARE), 400, 0))) == {Kind.NOT_LISTED: 3, Kind.PART_UNMARKED: 3}
    found = compare(SQUARE, moved(outline(SQUARE), 400, 300))
    assert kinds(found) == {Kind.OFF_GRID: None, Kind.NOT_LISTED: 7, Kind.PART_UNMARKED: 5}
    assert found[0].metres == pytest.approx(300, rel=0.01)


def test_a_partial_block_is_one_that_the_geometry_leaves_in_part() -> None:
    whole = outline(SQUARE)
    cut = whole.difference(minutes(2.5, 0.9, 4, 2.1))
    slanted = whole.difference(Polygon([((LON + x) / 60, (LAT + y) / 60) for x, y in ((3, 1.2), (2.3, 1.4), (3, 1.9))]))
    assert kinds(compare(SQUARE, slanted, {EAST})) == {}
    assert kinds(compare(SQUARE, slanted)) == {Kind.OFF_GRID: None, Kind.PART_UNMARKED: 1}
    assert kinds(compare(SQUARE, whole, {EAST})) == {Kind.WHOLE_MARKED: 1}
    others = {Block(LON + 2, LAT), Block(LON + 2, LAT + 2)}
    assert kinds(compare(SQUARE, cut, {EAST, *others})) == {}
    assert kinds(compare(SQUARE, cut, {EAST})) == {Kind.PART_UNMARKED: 2}


def test_a_cut_within_the_tolerance_may_be_marked_or_not() -> None:
    sliver = outline(SQUARE).difference(
        Polygon([((LON + x) / 60, (LAT + y) / 60) for x, y in ((3, 1.2), (2.998, 1.4), (3, 1.9))])
    )
    assert compare(SQUARE, sliver) == compare(SQUARE, sliver, {EAST}) == []


def test_a_geometry_with_partial_blocks_may_be_moved_too() -> None:
    slanted = outline(SQUARE).difference(
        Polygon([((LON + x) / 60, (LAT + y) / 60) for x, y in ((3, 1.2), (2.3, 1.4), (3, 1.9))])
    )
    assert [finding.kind for finding in compare(SQUARE, moved(slanted, -70, 20), {EAST})] == [Kind.GRID_IN_PULKOVO]


def test_a_hole_is_not_covered() -> None:
    ring = outline(SQUARE - {MIDDLE})
    assert compare(SQUARE - {MIDDLE}, ring) == []
    (found,) = compare(SQUARE, ring)
    assert found == Finding(Kind.NOT_COVERED, 1, None, SCHEME.code(MIDDLE))


def test_parts_that_overlap_cover_what_each_of_them_covers() -> None:
    assert compare(SQUARE, MultiPolygon([minutes(0, 0, 2, 3), minutes(1, 0, 3, 3)])) == []


def test_points_on_straight_sides_agree() -> None:
    ring = [(LON, LAT), (LON + 0.3, LAT), (LON + 3, LAT), (LON + 3, LAT + 2.2), (LON + 3, LAT + 3), (LON, LAT + 3)]
    assert compare(SQUARE, Polygon([(x / 60, y / 60) for x, y in ring])) == []


def test_a_rough_outline_is_told_by_metres_not_block_by_block() -> None:
    ring = [(LON - 0.02, LAT + 0.01), (LON + 3.015, LAT - 0.02), (LON + 2.985, LAT + 3.03), (LON + 0.03, LAT + 2.98)]
    (found,) = compare(SQUARE, Polygon([(x / 60, y / 60) for x, y in ring]))
    assert found.kind is Kind.OFF_GRID and 20 < found.metres < 60


def test_what_cannot_be_read_is_told_and_accuses_no_other_block() -> None:
    comparer, placed = Comparer(SCHEME), polygons(outline(SQUARE))
    codes = format_codes(SQUARE - {EAST}, SCHEME)
    assert kinds(comparer.compare(f"{codes}; M-99", placed)) == {Kind.UNREADABLE: 1}
    assert kinds(comparer.compare("по акту", placed)) == {Kind.UNREADABLE: 1}
    assert kinds(comparer.compare(codes, placed)) == {Kind.NOT_LISTED: 1}
    (found,) = comparer.compare("Ъ" * 1000, placed)
    assert len(found.detail) <= 200


@pytest.mark.parametrize(
    "ring",
    [
        [(500_000, 5_000_000), (501_000, 5_000_000), (501_000, 5_001_000)],
        [(40, 40), (90, 40), (90, 56), (40, 56)],
        [(67, 50), (float("nan"), 50), (67, 51)],
        [(67, 50), (float("inf"), 50), (67, 51)],
    ],
)
def test_a_geometry_that_is_none_of_blocks_cannot_be_compared(ring) -> None:
    assert kinds(compare(SQUARE, [[[*ring, ring[0]]]])) == {Kind.NOT_COMPARABLE: None}


@pytest.mark.parametrize("ring", [[(67, 49.7)] * 4, [(67, 49.7), (67.1, 49.8), (67, 49.7)]])
def test_a_geometry_without_area_covers_nothing(ring) -> None:
    assert kinds(compare(SQUARE, [[ring]]))[Kind.NOT_COVERED] == 9


def test_latitude_and_longitude_swapped_disagree() -> None:
    swapped = [[[(y, x) for x, y in ring] for ring in rings] for rings in polygons(outline(SQUARE))]
    (missing, extra) = compare(SQUARE, swapped)
    assert (missing.kind, missing.blocks) == (Kind.NOT_COVERED, 9)
    assert (extra.kind, extra.blocks, extra.detail) == (Kind.NOT_LISTED, 9, "")


def test_many_blocks_are_not_all_named() -> None:
    blocks = {Block(LON + x, LAT + y) for x in range(12) for y in range(12)}
    (found,) = compare(blocks | {Block(LON + 20, LAT)}, outline({Block(LON + 20, LAT)}))
    assert found.blocks == 144 and found.detail.endswith("; …") and len(found.detail) < 400


@given(block_sets, st.sets(near, max_size=5))
def test_the_plain_forms_are_read_as_all_forms_are(blocks, marked) -> None:
    reader, partial = PlainReader(SCHEME), blocks & marked
    for text in (format_codes(blocks, SCHEME, partial), format_grouped(blocks, SCHEME, partial)):
        assert reader.read(text) == (frozenset(blocks), frozenset(partial))


@given(
    st.lists(
        st.sampled_from(
            ["M-44-77", "M-44-78", "-(", "10е", "10а", "-5а", "-5б", "-", "1", "7", "25", "26", ",", ")", "; ", ", ("]
            + [" (частично)", "6-9", "9-6", "M-44-77-(10е-5а-11)", "M-44-77-(10е-5а-6-9,11)", " ", "K-40-1-(10а-5а-1)"]
        ),
        max_size=9,
    ).map("".join)
)
def test_what_is_read_plainly_is_never_read_otherwise(text) -> None:
    plain = PlainReader(SCHEME).read(text)
    if plain is not None:
        reading = read_codes(text, SCHEME)
        assert not reading.problems
        assert plain == (frozenset(read.block for read in reading.blocks), reading.partial)


def test_a_code_outside_the_country_is_not_read_plainly() -> None:
    reader = PlainReader(SCHEME)
    assert reader.read("A-44-77-(10е-5а-11)") is None and reader.read("") is None
    with pytest.raises(KaznedraError):
        SCHEME.block("A-44-77-(10е-5а-11)")
