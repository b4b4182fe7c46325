"""Corner coordinates as licences list them: decimal degrees, degrees and minutes, degrees minutes seconds."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple, Optional, Union

from .problems import Problem, Reason

LATITUDES, LONGITUDES = (40.0, 56.0), (46.0, 88.0)
"""degrees; a point outside is no point of the country, and between 46 and 56 an angle may be either"""

_NUMBER = r"[0-9]{1,6}(?:[.,][0-9]{1,15})?"
_LAT = r"с\.?\s?ш\.?|сев\w*\.?(?:\s?ш\w*\.?)?|шир\w*\.?|с\.\s?е\.|солтүстік|ендік\w*|lat\w*\.?|n|north\w*|с"
_LON = r"в\.?\s?д\.?|вост\w*\.?(?:\s?д\w*\.?)?|долг\w*\.?|ш\.\s?б\.|шығыс|бойлық\w*|lon\w*\.?|e|east\w*|в"
_WORDS = (
    r"точк\w*|углов\w*|угл\w*|угол|corners?|points?|пункт\w*|нүкте\w*|бұрыш\w*|координат\w*|coordinates?|географ\w*"
    r"|номер\w*|wgs[\s-]?84"
)
_STOP = rf"(?=\s*(?:$|[;\t,)]|(?:{_LAT}|{_LON})(?!\w)))"
_PIECES = re.compile(
    rf"""
    (?P<degrees>{_NUMBER})\s*(?:[°º˚]|град\w*\.?|deg\w*)
      (?:\s*(?P<minutes>{_NUMBER})\s*(?:(?:['′’ʹ´](?!['′’ʹ´])|мин\w*\.?|min\w*)
        (?:\s*(?P<seconds>{_NUMBER})\s*(?:["″”ʺ“]|['′’ʹ´]{{2}}|сек\w*\.?|sec\w*|{_STOP}))?|{_STOP}))?
  | (?P<number>(?<![0-9.,]){_NUMBER}(?![0-9]))
  | (?<![^\W\d_])(?P<lat>{_LAT})(?![^\W\d_])
  | (?<![^\W\d_])(?P<lon>{_LON})(?![^\W\d_])
  | (?P<word>№|п/п|(?<!\w)(?:{_WORDS})(?!\w))
  | (?P<gap>[\s;,|:=()\[\].\u200b-\u200f\u2060\ufeff]+)
  | (?P<odd>[^\s;,|:=()\[\].]+)
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Corner(NamedTuple):
    """A corner in degrees; `text` = source[start:end]."""

    lon: float
    lat: float
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class CornerReading:
    """Corners in the order of the text, and what could not be read."""

    corners: list[Corner] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class _Angle(NamedTuple):
    """An angle in degrees and the axis it was said to be on: lat, lon or empty."""

    degrees: float
    axis: str = ""


class _Row(NamedTuple):
    """Two angles, or one (the other stands in the next row)."""

    angles: tuple[_Angle, ...]
    start: int
    end: int


class _Unread(Exception):
    def __init__(self, reason: Reason, candidates: tuple[str, ...] = ()) -> None:
        self.reason = reason
        self.candidates = candidates
        super().__init__(reason.value)


def read_corners(text: str) -> CornerReading:
    """The corners that the text lists, one to a line or parted by semicolons, numbered or not, with or without a head.

    Reads decimal degrees (point or comma), degrees and minutes, degrees minutes seconds, with signs or in columns, and
    hemispheres in English, Russian and Kazakh. Where neither a hemisphere nor the head of the table nor the extent of
    the country tells latitude from longitude, in the row or in others of its table, the row is a problem that names
    both candidates. Every row is a corner or in a problem.
    """
    rows: list[_Row] = []
    problems: list[Problem] = []
    head = ""
    commas = re.search(r"[0-9]\.[0-9]", text) is None
    for line in re.finditer(r"[^\n\r\v\f\x85\u2028\u2029]+", text):
        axes = _head(line.group())
        head = axes or head
        if not axes:
            _read_line(text, line.start(), line.end(), commas, rows, problems)
    rows = _paired(text, rows, problems)
    corners = _ordered(text, rows, head, problems)
    return CornerReading(corners, sorted(problems, key=lambda problem: problem.start))


def _head(line: str) -> str:
    """The axis of the first column, of a line that names both axes and no number; empty for any other line."""
    pieces = [(str(match.lastgroup), match.group()) for match in _PIECES.finditer(line)]
    axes = [kind for kind, _ in pieces if kind in ("lat", "lon")]
    numbers = any(kind != "word" and re.search("[0-9]", piece) for kind, piece in pieces)
    return axes[0] if {*axes} == {"lat", "lon"} and not numbers else ""


def _read_line(text: str, start: int, end: int, commas: bool, rows: list[_Row], problems: list[Problem]) -> None:
    """Read a line as one row, or as several parted by semicolons or commas; where both are possible, as neither."""
    if not re.search(r"\w", text[start:end]):
        return
    whole = _attempt(text, start, end, commas)
    spans = _split(text, start, end, ";") or _split(text, start, end, ", ")
    parts = [_attempt(text, *span, commas) for span in spans]
    several = sum(isinstance(part, _Row) and len(part.angles) == 2 for part in parts)
    if isinstance(whole, _Row) and several < 2:
        rows.append(whole)
    elif isinstance(whole, _Row):
        problems.append(Problem(text[start:end], start, end, Reason.AMBIGUOUS_NOTATION))
    elif several:
        for span, part in zip(spans, parts):
            _keep(text, span, part, rows, problems)
    else:
        _keep(text, (start, end), whole, rows, problems)


def _keep(text: str, span: tuple[int, int], part: object, rows: list[_Row], problems: list[Problem]) -> None:
    if isinstance(part, _Row):
        rows.append(part)
    elif isinstance(part, _Unread):
        piece = text[slice(*span)]
        start = span[0] + len(piece) - len(piece.lstrip())
        piece = piece.strip()
        problems.append(Problem(piece, start, start + len(piece), part.reason, part.candidates))


def _split(text: str, start: int, end: int, separator: str) -> list[tuple[int, int]]:
    spans = []
    for piece in text[start:end].split(separator):
        if piece.strip():
            spans.append((start, start + len(piece)))
        start += len(piece) + len(separator)
    return spans if len(spans) > 1 else []


def _attempt(text: str, start: int, end: int, commas: bool) -> Union[_Row, "_Unread"]:
    try:
        return _Row(_angles(text[start:end], commas), start, end)
    except _Unread as unread:
        return unread


def _angles(line: str, commas: bool) -> tuple[_Angle, ...]:
    """The one or two angles of a row. Raises _Unread."""
    if commas and re.search(r"[0-9],[0-9]+,[0-9]", line):
        raise _Unread(Reason.AMBIGUOUS_NOTATION)
    found = _PIECES.finditer(line if commas else line.replace(",", ";"))
    pieces = [piece for piece in found if piece.lastgroup not in ("gap", "word")]
    if any(piece.lastgroup == "odd" for piece in pieces):
        raise _Unread(Reason.NOT_UNDERSTOOD)
    said = [piece for piece in pieces if piece.lastgroup in ("lat", "lon")]
    if not said:
        return _pair_of(pieces)
    chunks = _chunks(pieces, said)
    angles = tuple(_one(chunk, str(axis.lastgroup), numbered=not index) for index, (axis, chunk) in enumerate(chunks))
    if len(angles) > 2 or len({angle.axis for angle in angles}) != len(angles):
        raise _Unread(Reason.UNPAIRED)
    return angles


def _chunks(
    pieces: list["re.Match[str]"], said: list["re.Match[str]"]
) -> list[tuple["re.Match[str]", list["re.Match[str]"]]]:
    """The axes of a row, each with the numbers before it, or after it where the row ends in a number."""
    if pieces[-1] is said[-1]:
        borders = [-1, *(pieces.index(axis) for axis in said)]
        return [(axis, pieces[a + 1 : b]) for axis, a, b in zip(said, borders, borders[1:])]
    borders = [*(pieces.index(axis) for axis in said), len(pieces)]
    label = pieces[: borders[0]]
    if len(label) > 1 or any(piece.lastgroup != "number" for piece in label):
        raise _Unread(Reason.NOT_UNDERSTOOD)
    return [(axis, pieces[a + 1 : b]) for axis, a, b in zip(said, borders, borders[1:])]


def _one(chunk: list["re.Match[str]"], axis: str, numbered: bool) -> _Angle:
    """The angle that the pieces make; the first of them may be the number of the corner."""
    starts = (0, 1) if numbered and len(chunk) > 1 and _is_label(chunk[0]) else (0,)
    found = {value for start in starts for value in [_value(chunk[start:])] if value is not None}
    low, high = LATITUDES if axis == "lat" else LONGITUDES
    inside = [value for value in found if low <= value <= high]
    if not inside:
        raise _Unread(Reason.OUT_OF_RANGE if chunk else Reason.NOT_UNDERSTOOD)
    if len(inside) > 1:
        raise _Unread(Reason.AMBIGUOUS_NOTATION, tuple(f"{value:.6f}" for value in sorted(inside)))
    return _Angle(inside[0], axis)


def _pair_of(pieces: list["re.Match[str]"]) -> tuple[_Angle, ...]:
    """The two angles of a row that names no axis."""
    found = set()
    readable = False
    for start in (0, 1) if pieces and _is_label(pieces[0]) else (0,):
        rest = pieces[start:]
        if len(rest) % 2 or not rest:
            continue
        first, second = _value(rest[: len(rest) // 2]), _value(rest[len(rest) // 2 :])
        readable = readable or len(rest) <= 6
        if first is not None and second is not None and (_fits(first, second) or _fits(second, first)):
            found.add((first, second))
    if len(found) > 1:
        raise _Unread(Reason.AMBIGUOUS_NOTATION, tuple(f"{a:.6f} {b:.6f}" for a, b in sorted(found)))
    if not found:
        raise _Unread(Reason.OUT_OF_RANGE if readable else Reason.NOT_UNDERSTOOD)
    ((a, b),) = found
    return _Angle(a), _Angle(b)


def _is_label(piece: "re.Match[str]") -> bool:
    return piece.lastgroup == "number" and piece.group().isdigit()


def _value(pieces: list["re.Match[str]"]) -> Optional[float]:
    """Degrees of an angle with signs, or of one to three plain numbers; None where they make no angle."""
    if len(pieces) == 1 and pieces[0].lastgroup != "number":
        parts = [part for part in pieces[0].group("degrees", "minutes", "seconds") if part]
    elif 1 <= len(pieces) <= 3 and all(piece.lastgroup == "number" for piece in pieces):
        parts = [piece.group() for piece in pieces]
    else:
        return None
    if not all(part.isdigit() for part in parts[:-1]):
        return None
    degrees, minutes, seconds = (*(float(part.replace(",", ".")) for part in parts), 0.0, 0.0)[:3]
    return degrees + minutes / 60 + seconds / 3600 if minutes < 60 and seconds < 60 else None


def _fits(lat: float, lon: float) -> bool:
    return LATITUDES[0] <= lat <= LATITUDES[1] and LONGITUDES[0] <= lon <= LONGITUDES[1]


def _paired(text: str, rows: list[_Row], problems: list[Problem]) -> list[_Row]:
    """The rows with two angles each; a latitude and a longitude in two rows running make one."""
    paired: list[_Row] = []
    waiting: Optional[_Row] = None
    for row in [*rows, None]:
        single = row is not None and len(row.angles) == 1
        if waiting and row and single and row.angles[0].axis != waiting.angles[0].axis:
            paired.append(_Row((*waiting.angles, *row.angles), waiting.start, row.end))
            waiting = None
            continue
        if waiting:
            piece = text[waiting.start : waiting.end]
            problems.append(Problem(piece, waiting.start, waiting.end, Reason.UNPAIRED))
        waiting = row if single else None
        if row and not single:
            paired.append(row)
    return paired


def _ordered(text: str, rows: list[_Row], head: str, problems: list[Problem]) -> list[Corner]:
    """The corners, told latitude from longitude by hemispheres, the head, the country's extent or the other rows."""
    orders = [_order(row) for row in rows]
    seen = {order for row, order in zip(rows, orders) if order and not row.angles[0].axis}
    common = head or (seen.pop() if len(seen) == 1 else "")
    corners = []
    for row, certain in zip(rows, orders):
        order = certain if row.angles[0].axis else head or certain or common
        piece = text[row.start : row.end].strip()
        start = text.index(piece, row.start)
        first, second = row.angles[0].degrees, row.angles[1].degrees
        lat, lon = (first, second) if order == "lat" else (second, first)
        if not order:
            both = tuple(f"{a:.6f} N {b:.6f} E" for a, b in ((first, second), (second, first)))
            problems.append(Problem(piece, start, start + len(piece), Reason.AMBIGUOUS_ORDER, both))
        elif not _fits(lat, lon):
            problems.append(Problem(piece, start, start + len(piece), Reason.OUT_OF_RANGE))
        else:
            corners.append(Corner(lon, lat, piece, start, start + len(piece)))
    return corners


def _order(row: _Row) -> str:
    """The axis of the first angle where it is certain by itself."""
    first, second = row.angles
    if first.axis:
        return first.axis
    as_lat, as_lon = _fits(first.degrees, second.degrees), _fits(second.degrees, first.degrees)
    return "" if as_lat == as_lon else "lat" if as_lat else "lon"
