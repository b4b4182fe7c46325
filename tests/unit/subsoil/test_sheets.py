"""Names and frames of map sheets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.subsoil.sheets import SCALES, sheet_code, sheet_frame


@pytest.mark.parametrize(
    ("text", "code", "scale", "frame"),
    [
        ("M-43", "M-43", 1_000_000, (72, 48, 78, 52)),
        ("K-42", "K-42", 1_000_000, (66, 40, 72, 44)),
        ("M-43-А", "M-43-А", 500_000, (72, 50, 75, 52)),
        ("M-43-Г", "M-43-Г", 500_000, (75, 48, 78, 50)),
        ("M-43-I", "M-43-I", 200_000, (72, 51 + 20 / 60, 73, 52)),
        ("M-43-XXIV", "M-43-XXIV", 200_000, (77, 49 + 20 / 60, 78, 50)),
        ("M-43-XXXVI", "M-43-XXXVI", 200_000, (77, 48, 78, 48 + 40 / 60)),
        ("M-43-77", "M-43-77", 100_000, (74, 49 + 40 / 60, 74.5, 50)),
        ("M-43-144", "M-43-144", 100_000, (77.5, 48, 78, 48 + 20 / 60)),
        ("M-43-77-А", "M-43-77-А", 50_000, (74, 49 + 50 / 60, 74.25, 50)),
        ("M-43-77-А-а", "M-43-77-А-а", 25_000, (74, 49 + 55 / 60, 74.125, 50)),
        ("M-43-77-Г-г", "M-43-77-Г-г", 25_000, (74.375, 49 + 40 / 60, 74.5, 49 + 45 / 60)),
        # spellings
        ("м 43", "M-43", 1_000_000, (72, 48, 78, 52)),
        ("Н–42", "N-42", 1_000_000, (66, 52, 72, 56)),
        (" Л−43 ", "L-43", 1_000_000, (72, 44, 78, 48)),
        ("К‑43", "K-43", 1_000_000, (72, 40, 78, 44)),
        ("М-43-ХХІV", "M-43-XXIV", 200_000, (77, 49 + 20 / 60, 78, 50)),
        ("m 43 xxiv", "M-43-XXIV", 200_000, (77, 49 + 20 / 60, 78, 50)),
        ("M-43-V", "M-43-V", 200_000, (76, 51 + 20 / 60, 77, 52)),
        ("M-43-001", "M-43-1", 100_000, (72, 51 + 40 / 60, 72.5, 52)),
        ("M\u00a043\u20117\u200b7", "M-43-77", 100_000, (74, 49 + 40 / 60, 74.5, 50)),
        ("M-43-77-A-a", "M-43-77-А-а", 25_000, (74, 49 + 55 / 60, 74.125, 50)),
        ("M43-77-Аа", "M-43-77-А-а", 25_000, (74, 49 + 55 / 60, 74.125, 50)),
    ],
)
def test_frames_by_hand(text: str, code: str, scale: int, frame: tuple) -> None:
    sheet = sheet_frame(text)
    assert (sheet.code, sheet.scale) == (code, scale) and sheet[2:] == pytest.approx(frame, abs=1e-12)


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("", ()),
        ("M", ()),
        ("43", ()),
        ("M-61", ()),
        ("M-0", ()),
        ("Z-43", ()),
        ("M-43-0", ()),
        ("M-43-145", ()),
        ("M-43-XXXVII", ()),
        ("M-43-Д", ()),
        ("M-43-77-Д", ()),
        ("M-43-77-А-а-1", ()),
        ("M-43-А-1", ()),
        ("M-43-77-(10е-5а-11)", ()),
        ("M-43-B", ("M-43-Б", "M-43-В")),
        ("M-43-C", ("M-43-В",)),
        ("M-43-77-B-b", ("M-43-77-Б-б", "M-43-77-Б-в", "M-43-77-В-б", "M-43-77-В-в")),
        ("M-43-Ш", ("M-43-III",)),
        ("H-43-1", ("N-43-1",)),
    ],
)
def test_names_that_are_none_or_several(text: str, candidates: tuple) -> None:
    with pytest.raises(KaznedraError) as raised:
        sheet_frame(text)
    assert raised.value.code is Code.UNKNOWN_SHEET
    assert raised.value.facts == {"text": text, "candidates": candidates}


longitudes = st.floats(-180, 180, exclude_max=True)
latitudes = st.floats(36, 60, exclude_max=True)


@given(longitudes, latitudes, st.sampled_from(SCALES))
def test_code_and_back(lon: float, lat: float, scale: int) -> None:
    code = sheet_code(lon, lat, scale)
    sheet = sheet_frame(code)
    assert (sheet.code, sheet.scale) == (code, scale)
    assert sheet.west - 1e-8 <= lon < sheet.east + 1e-8 and sheet.south - 1e-8 <= lat < sheet.north + 1e-8
    assert sheet_code(sheet.west, sheet.south, scale) == code
    assert sheet_code((sheet.west + sheet.east) / 2, (sheet.south + sheet.north) / 2, scale) == code


_TWINS = {"M": "Мм", "K": "К", "L": "Лл", "N": "Нн", "X": "ХхXx", "I": "ІіIi", "А": "AaАа", "-": " –−‑"}


@given(st.floats(46, 88), st.floats(40, 55.9), st.sampled_from(SCALES), st.data())
def test_decorated_names_are_read(lon: float, lat: float, scale: int, data: st.DataObject) -> None:
    code = sheet_code(lon, lat, scale)
    text = "".join(data.draw(st.sampled_from(char + _TWINS.get(char, ""))) for char in code)
    assert sheet_frame(text).code == code


@pytest.mark.parametrize(
    ("lon", "lat", "scale"), [(70, 60, 100_000), (70, 35.9, 100_000), (70, 50, 10_000), (180, 50, 100_000)]
)
def test_points_on_no_sheet(lon: float, lat: float, scale: int) -> None:
    with pytest.raises(KaznedraError) as raised:
        sheet_code(lon, lat, scale)
    assert raised.value.code is Code.UNKNOWN_SHEET


def test_points_a_hair_from_the_last_edge() -> None:
    assert sheet_code(179.99999999999997, 59.99999999999999, 1_000_000) == "O-60"
