"""The numbering scheme against corner coordinates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaznedra_qgis.subsoil.blocks import Block, components, outline
from kaznedra_qgis.subsoil.numbering import default_scheme
from kaznedra_qgis.subsoil.transformations import SK_42, operations
from kaznedra_qgis.subsoil.verification import Difference, Hint, verify, verify_text

SCHEME = default_scheme()
CODES = "M-44-77-(10е-5а-11,12)"
EAST, NORTH = 4820, 2987
"""west and south edge of the two blocks, in minutes"""
CORNERS = [(EAST / 60, NORTH / 60), ((EAST + 2) / 60, NORTH / 60)]
CORNERS += [(lon, (NORTH + 1) / 60) for lon, _ in reversed(CORNERS)]


def text(corners: list, shift: tuple = (0.0, 0.0)) -> str:
    return "\n".join(f"{lat + shift[1] / 3600:.7f} {lon + shift[0] / 3600:.7f}" for lon, lat in corners)


def test_agreement() -> None:
    found = verify_text(CODES, text(CORNERS), SCHEME)
    assert found.agrees and not found.findings and not found.hints
    assert (found.plots, found.blocks, found.corners) == (1, 2, 4)


def test_points_on_sides_and_a_closed_ring_agree() -> None:
    between = ((EAST + 1) / 60, NORTH / 60)
    assert verify_text(CODES, text([CORNERS[0], between, *CORNERS[1:], CORNERS[0]]), SCHEME).agrees


def test_a_missing_corner_is_named_with_its_block() -> None:
    (finding,) = verify_text(CODES, text(CORNERS[:3]), SCHEME).findings
    assert finding.kind is Difference.NO_CORNER and finding.codes == ("M-44-77-(10е-5а-11)",)
    assert (finding.lon, finding.lat) == pytest.approx(CORNERS[3])


def test_a_corner_off_its_minute_is_measured() -> None:
    moved = [*CORNERS[:3], (CORNERS[3][0] + 10 / 3600, CORNERS[3][1])]
    found = verify_text(CODES, text(moved), SCHEME)
    (finding,) = found.findings
    assert finding.kind is Difference.OFF_MINUTE and finding.codes == ("M-44-77-(10е-5а-11)",)
    assert finding.offset is not None and finding.offset.lon_seconds == pytest.approx(10, abs=1e-3)
    # a second of longitude is 30.92 m at the equator; cos 49.8 deg = 0.6455, 1.002 for the ellipsoid
    assert finding.offset.metres == pytest.approx(200, abs=0.5) and finding.offset.lat_seconds == pytest.approx(
        0, abs=1e-3
    )
    assert not found.hints


@pytest.mark.parametrize(
    ("shift", "hint"),
    [
        ((-3.2, 1.1), Hint.GRID_IN_PULKOVO),
        ((-4.5, 0.4), Hint.GRID_IN_PULKOVO),
        ((3.2, -1.1), Hint.CORNERS_IN_PULKOVO),
        ((-3.2, -1.1), None),
        ((-12.0, 1.1), None),
        ((0.02, 0.02), None),
    ],
)
def test_a_datum_mistake_is_hinted_at(shift: tuple, hint) -> None:
    found = verify_text(CODES, text(CORNERS, shift), SCHEME)
    assert found.hints == (frozenset([hint]) if hint else frozenset())
    assert found.agrees == (shift == (0.02, 0.02))


def test_other_blocks_are_named_both_ways() -> None:
    found = verify_text("M-44-77-(10е-5а-12,13)", text(CORNERS), SCHEME)
    by_kind = {kind: [finding.codes for finding in found.findings if finding.kind is kind] for kind in Difference}
    assert by_kind[Difference.BLOCK_NOT_NAMED] == [("M-44-77-(10е-5а-11)",)]
    assert by_kind[Difference.BLOCK_NOT_ENCLOSED] == [("M-44-77-(10е-5а-13)",)]
    assert len(by_kind[Difference.NOT_A_CORNER]) == 2 and len(by_kind[Difference.NO_CORNER]) == 4
    offset = next(finding.offset for finding in found.findings if finding.kind is Difference.NOT_A_CORNER)
    assert offset.lon_seconds == pytest.approx(-60, abs=1e-2) and offset.metres == pytest.approx(1200, abs=2)


def test_what_could_not_be_read_is_no_agreement() -> None:
    for codes, corners in ((f"{CODES}, foo", text(CORNERS)), (CODES, text(CORNERS) + "\nfoo"), ("", ""), (CODES, "")):
        assert not verify_text(codes, corners, SCHEME).agrees
    assert verify_text(f"{CODES}, foo", text(CORNERS), SCHEME).unread


def test_plots_are_counted_and_numbered() -> None:
    one, other = Block(EAST, NORTH), Block(EAST, NORTH + 5)
    square = list(outline([one]).geoms[0].exterior.coords)
    found = verify([([one], square), ([other], square)], SCHEME)
    assert (found.plots, found.blocks, found.corners) == (2, 2, 10)
    assert found.findings and {finding.plot for finding in found.findings} == {1}


blocks_near = st.builds(Block, st.integers(EAST - 4, EAST + 4), st.integers(NORTH - 4, NORTH + 4))


@given(st.sets(blocks_near, min_size=1, max_size=30))
def test_every_outline_agrees_with_its_blocks(blocks: set) -> None:
    shape = outline(blocks)
    rings = [ring for part in shape.geoms for ring in (part.exterior, *part.interiors)]
    assert verify([(sorted(blocks), [point for ring in rings for point in ring.coords])], SCHEME).agrees
    parts = components(sorted(blocks))
    assert (
        verify(
            [
                (sorted(part), outline(part).geoms[0].exterior.coords)
                for part in parts
                if not outline(part).geoms[0].interiors
            ],
            SCHEME,
        ).findings
        == []
    )


@given(st.sets(blocks_near, min_size=2, max_size=30), st.data())
def test_a_block_more_or_less_is_a_difference(blocks: set, data: st.DataObject) -> None:
    shape = outline(blocks)
    rings = [ring for part in shape.geoms for ring in (part.exterior, *part.interiors)]
    points = [point for ring in rings for point in ring.coords[:-1]]
    lost = data.draw(st.sampled_from(sorted(blocks)))
    assert not verify([(sorted(blocks - {lost}), points)], SCHEME).agrees


BORDERS = [
    (46.6, 48.4),
    (47.0, 50.2),
    (50.5, 51.6),
    (69.0, 55.3),
    (77.0, 53.9),
    (87.2, 49.1),
    (80.2, 42.2),
    (54.0, 41.5),
]
"""Degrees east and north, from the west clockwise"""


@pytest.mark.parametrize("place", BORDERS)
@pytest.mark.parametrize("code", ["EPSG:5044", "EPSG:15865", "EPSG:1291"])
def test_a_mistaken_datum_is_betrayed_up_to_the_borders(place, code) -> None:
    minutes = [(round(lon * 60) + x, round(lat * 60) + y) for lon, lat in [place] for x in (0, 5) for y in (0, 5)]
    lons, lats = [x / 60 for x, _ in minutes], [y / 60 for _, y in minutes]
    way = {each.id: each for each in operations(SK_42)}[code]
    for turned, hint in ((way, Hint.GRID_IN_PULKOVO), (way.inverse(), Hint.CORNERS_IN_PULKOVO)):
        corners = [
            (round(lon * 36_000) / 36_000, round(lat * 36_000) / 36_000)
            for lon, lat in zip(*turned.convert(lons, lats))
        ]
        assert verify([((), corners)], SCHEME).hints == {hint}
