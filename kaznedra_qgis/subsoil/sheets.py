"""Map sheets of the topographic series, 1:1 000 000 to 1:25 000: name to frame and frame to name.

Every series divides a larger sheet row by row from the north-west. Frames are in degrees of the datum that the map is
drawn in, longitude first. Rows J to O (36-60 N): the country and what surrounds it. Beyond 60 N sheets are doubled,
and row H is the twin of Н, which documents write for N.
"""

import re
from collections.abc import Sequence
from math import floor
from typing import NamedTuple, Optional

from ..errors import Code, KaznedraError
from .letters import row_letter
from .numbering import SHEET_ROWS, ZONE_AT_GREENWICH

_ROW_HEIGHT, _ZONE_WIDTH = 4 * 3600, 6 * 3600
"""seconds"""
_ROWS = "JKLMNO"
_ROMAN = tuple(
    tens + ones
    for tens in ("", "X", "XX", "XXX")
    for ones in ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
)[1:37]
_LATIN_ROMAN = str.maketrans("ХІхіӀ", "XIXII")
_ROMAN_PERHAPS = str.maketrans({"Ш": "III", "П": "II", "У": "V", "L": "I", "|": "I"})
_LETTERS = "АБВГ"
_LETTERS_PERHAPS = {"B": "БВ", "C": "В", "V": "В", "D": "Г", "G": "Г", "С": "В", "R": "Г"}


class Sheet(NamedTuple):
    """A map sheet: canonical code, denominator of the scale, frame in degrees."""

    code: str
    scale: int
    west: float
    south: float
    east: float
    north: float


class _Series(NamedTuple):
    """A scale whose sheets divide those of `parent` into `side` x `side`, named in order by `names`."""

    scale: int
    parent: int
    side: int
    names: Sequence[str]


_SERIES = {
    series.scale: series
    for series in (
        _Series(500_000, 1_000_000, 2, _LETTERS),
        _Series(200_000, 1_000_000, 6, _ROMAN),
        _Series(100_000, 1_000_000, 12, [str(number) for number in range(1, 145)]),
        _Series(50_000, 100_000, 2, _LETTERS),
        _Series(25_000, 50_000, 2, _LETTERS.lower()),
    )
}
SCALES = (1_000_000, *_SERIES)


class _Frame(NamedTuple):
    """West and north edge, width and height, in seconds."""

    west: int
    north: int
    width: int
    height: int


def sheet_code(lon: float, lat: float, scale: int) -> str:
    """The sheet that a point (degrees) lies on; on a common edge, the sheet to the east or to the north.

    KaznedraError(UNKNOWN_SHEET) outside 36-60 N or for a scale that is not in SCALES.
    """
    if scale not in SCALES or not (-180 <= lon < 180 and 36 <= lat < 60):
        raise KaznedraError(Code.UNKNOWN_SHEET, text=f"{lon:.6f} {lat:.6f}", scale=scale, candidates=())
    # a frame's edge in degrees times 3600 misses the whole second by rounding
    x, y = (min(floor(round(angle * 3600, 5)), last * 3600 - 1) for angle, last in ((lon, 180), (lat, 60)))
    row, column = y // _ROW_HEIGHT, x // _ZONE_WIDTH
    code = f"{SHEET_ROWS[row]}-{column + ZONE_AT_GREENWICH}"
    frame = _Frame(column * _ZONE_WIDTH, (row + 1) * _ROW_HEIGHT, _ZONE_WIDTH, _ROW_HEIGHT)
    for series in _lineage(scale):
        width, height = frame.width // series.side, frame.height // series.side
        down, across = (frame.north - 1 - y) // height, (x - frame.west) // width
        code += f"-{series.names[down * series.side + across]}"
        frame = _Frame(frame.west + across * width, frame.north - down * height, width, height)
    return code


def sheet_frame(text: str) -> Sheet:
    """The sheet that the text names, in Cyrillic or Latin letters, with any dashes or spaces, zeros before numbers.

    M-43, M-43-А (1:500 000), M-43-XXIV (1:200 000), M-43-77 (1:100 000), M-43-77-А, M-43-77-А-а. A Latin B is
    ambiguous (Б transcribed, or the twin of В), so are C, D, G, V. KaznedraError(UNKNOWN_SHEET) with `text` and
    `candidates`.
    """
    parts = _parts(text)
    if len(parts) < 2 or not re.fullmatch(r"[A-Za-zА-Яа-я]", parts[0]) or not _is_number(parts[1], 60):
        raise _unknown(text)
    row = row_letter(parts[0])
    if row.candidates[0] not in _ROWS:
        raise _unknown(text)
    names: list[tuple[str, ...]] = [(row.candidates[0],), (str(int(parts[1])),)]
    certain = row.reason is None
    series = _series(parts[2:])
    if series is None:
        raise _unknown(text)
    for part, each in zip(parts[2:], series):
        candidates, sure = _named(part, each)
        if not candidates:
            raise _unknown(text)
        names.append(candidates)
        certain = certain and sure
    codes = ["-".join(names[0])]
    for candidates in names[1:]:
        codes = [f"{code}-{name}" for code in codes for name in candidates]
    if not certain:
        raise _unknown(text, codes)
    return _sheet(codes[0], names, series)


def _parts(text: str) -> list[str]:
    tidy = re.sub("[\u200b-\u200f\u2060\ufeff\u00ad]", "", text)
    parts = re.findall(r"[0-9]+|[^\W\d_]+|[^\w\s‐-―−-]", tidy)
    if len(parts) == 4 and parts[2].isdecimal() and len(parts[3]) == 2:
        parts[3:] = parts[3]
    return parts


def _is_number(part: str, last: int) -> bool:
    return part.isdecimal() and part.isascii() and len(part) <= 6 and 1 <= int(part) <= last


def _series(parts: Sequence[str]) -> Optional[list[_Series]]:
    """The series that the parts after the 1:1 000 000 sheet belong to; None where there is no such sheet."""
    if not parts:
        return []
    if parts[0].isdecimal():
        return [_SERIES[100_000], _SERIES[50_000], _SERIES[25_000]][: len(parts)] if len(parts) <= 3 else None
    if len(parts) > 1:
        return None
    return [_SERIES[200_000 if _is_roman(parts[0]) else 500_000]]


def _is_roman(part: str) -> bool:
    upper = part.upper()
    return upper.translate(_LATIN_ROMAN) in _ROMAN or upper.translate(_LATIN_ROMAN).translate(_ROMAN_PERHAPS) in _ROMAN


def _named(part: str, series: _Series) -> tuple[tuple[str, ...], bool]:
    """Names of the series that the part may stand for, and whether it certainly stands for the one."""
    upper = part.upper()
    if series.scale == 100_000:
        return ((str(int(part)),), True) if _is_number(part, 144) else ((), False)
    if series.scale == 200_000:
        roman = upper.translate(_LATIN_ROMAN)
        return ((roman,), True) if roman in _ROMAN else ((roman.translate(_ROMAN_PERHAPS),), False)
    certain = upper in (*_LETTERS, "A")
    meant = _LETTERS_PERHAPS.get(upper, "") if not certain else "А" if upper == "A" else upper
    return tuple(letter.lower() if series.scale == 25_000 else letter for letter in meant), certain


def _sheet(code: str, names: Sequence[tuple[str, ...]], series: Sequence[_Series]) -> Sheet:
    row, column = SHEET_ROWS.index(names[0][0]), int(names[1][0]) - ZONE_AT_GREENWICH
    frame = _Frame(column * _ZONE_WIDTH, (row + 1) * _ROW_HEIGHT, _ZONE_WIDTH, _ROW_HEIGHT)
    scale = 1_000_000
    for (name,), each in zip(names[2:], series):
        down, across = divmod(each.names.index(name), each.side)
        width, height = frame.width // each.side, frame.height // each.side
        frame = _Frame(frame.west + across * width, frame.north - down * height, width, height)
        scale = each.scale
    west, north = frame.west, frame.north
    return Sheet(code, scale, west / 3600, (north - frame.height) / 3600, (west + frame.width) / 3600, north / 3600)


def _lineage(scale: int) -> list[_Series]:
    """The series from the 1:1 000 000 sheet down to the scale."""
    line: list[_Series] = []
    while scale in _SERIES:
        line.insert(0, _SERIES[scale])
        scale = _SERIES[scale].parent
    return line


def _unknown(text: str, candidates: Sequence[str] = ()) -> KaznedraError:
    return KaznedraError(Code.UNKNOWN_SHEET, text=text, candidates=tuple(candidates))
