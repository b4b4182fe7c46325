"""Corner coordinates as documents list them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kaznedra_qgis.subsoil.corners import read_corners
from kaznedra_qgis.subsoil.problems import Reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("51.5 71.2", [(71.2, 51.5)]),
        ("71.2 51.5", [(71.2, 51.5)]),
        ("71.2, 51.5; 71.25, 51.6", [(71.2, 51.5), (71.25, 51.6)]),
        ("51,5 71,2", [(71.2, 51.5)]),
        ("51,5; 71,2\n51,25; 71,5", [(71.2, 51.5), (71.5, 51.25)]),
        (" 48.5 67.2 , 48.5 67.3, 48.6 67.3", [(67.2, 48.5), (67.3, 48.5), (67.3, 48.6)]),
        ("1\t51°30'00\"\t71°20'00\"\r\n2\t51°31'\t71°20,5'", [(71 + 1 / 3, 51.5), (71 + 20.5 / 60, 51 + 31 / 60)]),
        ("1 51 30 00 71 20 00", [(71 + 1 / 3, 51.5)]),
        ("51 30 71 20", [(71 + 1 / 3, 51.5)]),
        ("1) 51 30.5 71 20.25", [(71 + 20.25 / 60, 51 + 30.5 / 60)]),
        ("51°30′00″ с.ш., 71°20′00″ в.д.", [(71 + 1 / 3, 51.5)]),
        ("71°20'00'' ВД; 51°30'00'' СШ", [(71 + 1 / 3, 51.5)]),
        ("51°30′15″С 71°20′00″В", [(71 + 1 / 3, 51 + 30.25 / 60)]),
        ("51 град. 30 мин. 15 сек. с. ш. 71 град. 20 мин. в. д.", [(71 + 1 / 3, 51 + 30.25 / 60)]),
        ("N 51.5 E 71.2", [(71.2, 51.5)]),
        ("51.5N 71.2E", [(71.2, 51.5)]),
        ("1 N51°30' E71°20'", [(71 + 1 / 3, 51.5)]),
        ("1. 51.5 с.ш. 71.2 в.д.", [(71.2, 51.5)]),
        ("51.5 с.е. 71.2 ш.б.", [(71.2, 51.5)]),
        ("Точка 1: 51.5 71.2", [(71.2, 51.5)]),
        ("Широта: 51°30'\nДолгота: 71°20'", [(71 + 1 / 3, 51.5)]),
        # the order is told by the head, or by another row of the table
        ("№\tШирота\tДолгота\n1\t50,5\t52,1\n2\t50,6\t52,2", [(52.1, 50.5), (52.2, 50.6)]),
        ("Бойлық\tЕндік\n52,1\t50,5", [(52.1, 50.5)]),
        ("50.5 52.1\n50.6 71.2", [(52.1, 50.5), (71.2, 50.6)]),
        ("52.1 50.5\n71.2 50.6", [(52.1, 50.5), (71.2, 50.6)]),
        ("50.5 N 52.1 E", [(52.1, 50.5)]),
    ],
)
def test_read(text: str, expected: list) -> None:
    reading = read_corners(text)
    assert not reading.problems
    assert [(corner.lon, corner.lat) for corner in reading.corners] == [pytest.approx(point) for point in expected]
    assert all(text[corner.start : corner.end] == corner.text for corner in reading.corners)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("foo", [("foo", Reason.NOT_UNDERSTOOD)]),
        ("50.5 52.1", [("50.5 52.1", Reason.AMBIGUOUS_ORDER)]),
        ("51,5,71,2", [("51,5,71,2", Reason.AMBIGUOUS_NOTATION)]),
        ("50 51; 70 52", [("50 51; 70 52", Reason.AMBIGUOUS_NOTATION)]),
        ("51.5 95", [("51.5 95", Reason.OUT_OF_RANGE)]),
        ("51 61 71 20", [("51 61 71 20", Reason.OUT_OF_RANGE)]),
        ("51°30'60\" 71°20'00\"", [("51°30'60\" 71°20'00\"", Reason.OUT_OF_RANGE)]),
        ("1 48.5 67.2 350", [("1 48.5 67.2 350", Reason.OUT_OF_RANGE)]),
        ("51.5 ю.ш. 71.2 в.д.", [("51.5 ю.ш. 71.2 в.д.", Reason.NOT_UNDERSTOOD)]),
        ("с.ш. 51°30'", [("с.ш. 51°30'", Reason.UNPAIRED)]),
        ("Долгота Широта\n48.5 67.2", [("48.5 67.2", Reason.OUT_OF_RANGE)]),
    ],
)
def test_problems(text: str, problems: list) -> None:
    reading = read_corners(text)
    assert not reading.corners
    assert [(problem.text, problem.reason) for problem in reading.problems] == problems
    assert all(text[problem.start : problem.end] == problem.text for problem in reading.problems)


def test_a_bad_row_costs_itself_alone() -> None:
    reading = read_corners("51.5 71.2\nnone\n51.6 71.2; x; 51.7 71.2")
    assert [corner.lat for corner in reading.corners] == [51.5, 51.6, 51.7]
    assert [problem.text for problem in reading.problems] == ["none", "x"]


def test_both_orders_are_candidates() -> None:
    (problem,) = read_corners("50.5 52.1").problems
    assert problem.candidates == ("50.500000 N 52.100000 E", "52.100000 N 50.500000 E")


def dms(seconds: int) -> str:
    return f"{seconds // 3600}°{seconds // 60 % 60:02d}'{seconds % 60:02d}\""


points = st.tuples(st.integers(57 * 3600, 87 * 3600), st.integers(41 * 3600, 55 * 3600))


@given(st.lists(points, min_size=1, max_size=8), st.data())
def test_every_notation_is_read_back(rows: list, data: st.DataObject) -> None:
    write = data.draw(
        st.sampled_from(
            [
                lambda lon, lat: f"{lat / 3600:.8f} {lon / 3600:.8f}",
                lambda lon, lat: f"{lon / 3600:.8f}; {lat / 3600:.8f}".replace(".", ","),
                lambda lon, lat: f"{dms(lat)} {dms(lon)}",
                lambda lon, lat: f"{dms(lat)} с.ш. {dms(lon)} в.д.",
                lambda lon, lat: f"E {dms(lon)} N {dms(lat)}",
                lambda lon, lat: " ".join(re_spaced for re_spaced in (spaced(lat), spaced(lon))),
            ]
        )
    )
    numbered = data.draw(st.booleans())
    text = "\n".join(f"{number}\t{write(*row)}" if numbered else write(*row) for number, row in enumerate(rows, 1))
    reading = read_corners(text)
    assert not reading.problems
    found = [(round(corner.lon * 3600, 3), round(corner.lat * 3600, 3)) for corner in reading.corners]
    assert found == [(pytest.approx(lon), pytest.approx(lat)) for lon, lat in rows]


def spaced(seconds: int) -> str:
    return f"{seconds // 3600} {seconds // 60 % 60} {seconds % 60}"


@given(st.text(alphabet="0123456789.,;°'\" \nNEсшвд-x", max_size=40))
@example("E.N°0")
def test_every_row_is_a_corner_or_a_problem(text: str) -> None:
    reading = read_corners(text)
    spans = [(found.start, found.end) for found in (*reading.corners, *reading.problems)]
    told = {at for start, end in spans for at in range(start, end)}
    lost = [at for at, char in enumerate(text) if char.isdigit() and at not in told]
    assert not lost
