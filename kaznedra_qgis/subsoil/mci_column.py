"""The MCI of several years at once: read from a column of a spreadsheet, or assumed to grow. Pure text and numbers."""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Optional

_SPACES = " \u00a0\u2009\u202f'\u2019"
_NUMBER = re.compile(
    rf"(?P<plain>\d{{1,7}}([.,]\d{{1,2}})?)"
    rf"|(?P<spaced>\d{{1,3}}([{_SPACES}]\d{{3}})+([.,]\d{{1,2}})?)"
    r"|(?P<commas>\d{1,3}(,\d{3})+(\.\d{1,2})?)"
    r"|(?P<points>\d{1,3}(\.\d{3})+(,\d{1,2})?)"
)
_CURRENCY = re.compile(r"\s*(₸|тг\.?|тенге|теңге|tenge|kzt)\s*$", re.IGNORECASE)
_YEAR = re.compile(r"(?P<year>(19|20|21)\d\d)(\s*[\t;:]\s*|\s+)(?P<rest>.*\d.*)")


class UnreadableLine(ValueError):
    """A line that is no MCI: its number, counted from 1, and its text."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(f"line {line}: {text}")
        self.line, self.text = line, text


def read_column(text: str, first: int) -> dict[int, Decimal]:
    """MCI by calendar year: a line a year from `first` on, or each line with its year before it; empty lines are none.

    Thousands may be apart by spaces, commas or points, decimals (two at most) by a comma or point; a first line without
    a digit is a title. UnreadableLine where a line is neither, or only some have years.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip().split("\n")
    titles = 1 if len(lines) > 1 and lines[0].strip() and not any(map(str.isdigit, lines[0])) else 0
    found: dict[int, Decimal] = {}
    has_years: Optional[bool] = None
    for place, line in enumerate(lines[titles:]):
        told = line.strip()
        if not told:
            continue
        dated = _YEAR.fullmatch(told)
        value = _amount(dated["rest"] if dated else told)
        if value is None or (has_years is not None and has_years != bool(dated)):
            raise UnreadableLine(place + titles + 1, told)
        has_years = bool(dated)
        found[int(dated["year"]) if dated else first + place] = value
    return found


def _amount(text: str) -> Optional[Decimal]:
    found = _NUMBER.fullmatch(_CURRENCY.sub("", text.strip()))
    if found is None:
        return None
    told = re.sub(f"[{_SPACES}]", "", found[0])
    if found["commas"]:
        told = told.replace(",", "")
    elif found["points"]:
        told = told.replace(".", "")
    value = Decimal(told.replace(",", "."))
    return value if value > 0 else None


def grown(known: Mapping[int, Optional[Decimal]], percent: Decimal) -> dict[int, Decimal]:
    """For years without an MCI (None) that come after one: that of the year before, `percent` more, in whole tenge."""
    found: dict[int, Decimal] = {}
    for year in sorted(known):
        before = known.get(year - 1) or found.get(year - 1)
        if known[year] is None and before is not None:
            found[year] = (before * (100 + percent) / 100).quantize(Decimal(1), ROUND_HALF_UP)
    return found
