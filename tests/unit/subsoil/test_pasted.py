"""Pasted text: codes, corners in degrees, corners in metres."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kaznedra_qgis.subsoil.blocks import Block, Rule, outline
from kaznedra_qgis.subsoil.gauss_kruger import ZONES, corners_of, read_grid_points
from kaznedra_qgis.subsoil.numbering import default_scheme
from kaznedra_qgis.subsoil.pasted import Kind, blocks_of, plots_of, read_pasted
from kaznedra_qgis.subsoil.problems import Reason

POINT = (13, 456789.1, 5712345.67)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5712345.67 13456789.1", [POINT]),
        ("13456789.1 5712345.67", [POINT]),
        ("1\t5712345,67\t13456789,1", [POINT]),
        ("1 5 712 345,67 13 456 789,1", [POINT]),
        ("X=5712345.67 Y=13456789.1", [POINT]),
        ("Х: 5712345.67; ", []),
        ("зона 13\n1 5712345.67 456789.1", [POINT]),
        ("Zone 13\nX\tY\n5712345.67\t456 789.1", [POINT]),
        ("13-аймақ\n5712345,67 456789,1", [POINT]),
        ("5712345.67 13456789.1; 5712345.67 13456789.1", [POINT, POINT]),
        ("№ точки\tX, м\tY, м\r\n1\t5712345.67\t13456789.1\r\n", [POINT]),
    ],
)
def test_metres_are_read(text: str, expected: list) -> None:
    reading = read_grid_points(text)
    assert [(point.zone, pytest.approx(point.easting), pytest.approx(point.northing)) for point in reading.points] == (
        expected
    )
    assert all(text[point.start : point.end] == point.text for point in reading.points)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("5712345.67 456789.1", Reason.NO_ZONE),
        ("зона 12\n5712345.67 13456789.1", Reason.CONTRADICTING_ZONE),
        ("зона 13\nзона 14\n5712345.67 456789.1", Reason.NO_ZONE),
        ("5712345.67 23456789.1", Reason.OUT_OF_RANGE),
        ("5712345.67 13956789.1", Reason.OUT_OF_RANGE),
        ("9712345.67 13456789.1", Reason.OUT_OF_RANGE),
        ("5712345.67", Reason.UNPAIRED),
        ("5712345.67 13456789.1 350.2", Reason.NOT_UNDERSTOOD),
        ("5712345.67 13456789.1 северо-запад", Reason.NOT_UNDERSTOOD),
    ],
)
def test_what_is_not_certain_is_a_problem(text: str, reason: Reason) -> None:
    reading = read_grid_points(text)
    assert not reading.points
    assert [problem.reason for problem in reading.problems] == [reason]
    assert all(text[problem.start : problem.end] == problem.text for problem in reading.problems)


places = st.tuples(st.floats(47, 87), st.floats(41, 55))


@given(places, st.sampled_from(["EPSG:4284", "EPSG:10941", "EPSG:4326"]), st.sampled_from([".", ","]))
def test_what_is_projected_is_read_back(place: tuple, datum: str, point: str) -> None:
    from pyproj import Proj

    from kaznedra_qgis.subsoil.gauss_kruger import ELLIPSOIDS

    lon, lat = place
    zone = int(lon // 6) + 1
    assert zone in ZONES
    project = Proj(proj="tmerc", lon_0=zone * 6 - 3, k=1, x_0=500_000 + zone * 1e6, ellps=ELLIPSOIDS[datum])
    easting, northing = project(lon, lat)
    text = f"{northing:.3f} {easting:.3f}".replace(".", point)
    (corner,) = corners_of(read_grid_points(text).points, datum)
    assert (corner.lon, corner.lat) == (pytest.approx(lon, abs=1e-7), pytest.approx(lat, abs=1e-7))


@given(st.text(alphabet="0123456789.,; \n\tXYзона-x", max_size=60))
def test_every_digit_is_of_a_point_or_a_problem_or_names_the_zone(text: str) -> None:
    reading = read_grid_points(text)
    told = {at for found in (*reading.points, *reading.problems) for at in range(found.start, found.end)}
    lines = [line for line in text.replace(";", "\n").split("\n") if any(map(str.isdigit, line))]
    lost = [at for at, char in enumerate(text) if char.isdigit() and at not in told]
    assert not lost or "зон" in text.lower() or not lines


def test_the_kind_of_a_text_is_told_by_what_it_has_most_of() -> None:
    scheme = default_scheme()
    block = Block(77 * 60, 48 * 60)
    assert read_pasted(f"Блоки: {scheme.code(block)}", scheme).kind is Kind.CODES
    assert read_pasted("1 51°30' 71°20'\n2 51°31' 71°20'\n3 51°31' 71°21'", scheme).kind is Kind.DEGREES
    assert read_pasted("5712345.67 13456789.1", scheme).kind is Kind.METRES
    assert read_pasted(" \n", scheme).kind is Kind.NOTHING
    nothing = read_pasted("привет", scheme)
    assert nothing.kind is Kind.NOTHING and nothing.problems


@pytest.mark.parametrize(
    ("name", "datum"),
    [("СК-42", "EPSG:4284"), ("Пулково 1942", "EPSG:4284"), ("WGS-84", "EPSG:4326"), ("QazTRF-23", "EPSG:10941")],
)
def test_a_datum_that_the_text_names_is_taken_from_it(name: str, datum: str) -> None:
    read = read_pasted(f"Система координат: {name}\n1 51°30' 71°20'", default_scheme())
    assert (read.kind, read.datum, len(read.corners)) == (Kind.DEGREES, datum, 1)
    both = read_pasted("СК-42 WGS 84\n1 51°30' 71°20'", default_scheme())
    assert both.datum == ""


def test_a_heading_is_no_gap_and_a_row_with_figures_is() -> None:
    read = read_pasted("Каталог\n1 51°30' 71°20'\n2 51°61' 71°20'\n3 51°31' 71°21'", default_scheme())
    assert [problem.text for problem in read.gaps] == ["2 51°61' 71°20'"]
    assert len(read.problems) == 2


SQUARE = "1 48°00' 77°00'\n2 48°02' 77°00'\n3 48°02' 77°03'\n4 48°00' 77°03'"
OTHER = "1 48°10' 77°00'\n2 48°11' 77°00'\n3 48°11' 77°01'\n4 48°10' 77°01'"


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        (SQUARE, [4]),
        (f"{SQUARE}\n1 48°00' 77°00'\n{OTHER}", [4, 4]),
        (f"{SQUARE}\n\n{OTHER}", [4, 4]),
        (f"Участок 1\n{SQUARE}\nУчасток 2\n{OTHER}", [4, 4]),
        (SQUARE.replace("\n", "\n\n"), [4]),
    ],
)
def test_plots_are_told_apart(text: str, sizes: list) -> None:
    read = read_pasted(text, default_scheme())
    assert [len(plot) for plot in plots_of(read.corners, text)] == sizes


def test_plots_become_their_blocks() -> None:
    text = f"{SQUARE}\n\n{OTHER}"
    plots = plots_of(read_pasted(text, default_scheme()).corners, text)
    lon, lat = 77 * 60, 48 * 60
    expected = {Block(lon + x, lat + y) for x in range(3) for y in range(2)} | {Block(lon, lat + 10)}
    for rule in Rule:
        assert set(blocks_of(plots, rule, default_scheme())) == expected


def test_a_single_point_lies_in_a_block() -> None:
    assert blocks_of([[(77.005, 48.005)]], Rule.WITHIN, default_scheme()) == [Block(77 * 60, 48 * 60)]


cells = st.sets(st.builds(Block, st.integers(4620, 4630), st.integers(2880, 2890)), min_size=1, max_size=12)


@given(cells)
def test_the_corners_of_plots_give_their_blocks_back(blocks: set) -> None:
    parts = outline(blocks).geoms
    assume(not any(part.interiors for part in parts))
    assert set(blocks_of([part.exterior.coords for part in parts], Rule.MAJORITY, default_scheme())) == blocks
