"""Block codes such as M-44-77-(10е-5а-11): sheet, section, subsection and block, by the table of a rule pack.

The sheet of 1:100 000 (20' x 30') holds six sections of 10', a section four subsections of 5', a subsection 25
blocks. Their order is a convention that no published document proves: it is data of the rule pack, not arithmetic.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from math import ceil, floor
from typing import Any, NamedTuple

from ..errors import Code, KaznedraError
from .blocks import Block
from .rulepack import RulePack, newest_rule_pack

SHEET_ROWS = "ABCDEFGHIJKLMNO"
"""rows of 1:1 000 000 sheets, 4 degrees each, from the equator to 60 N"""
ROW_HEIGHT, ZONE_WIDTH = 240, 360
"""minutes"""
SHEET_HEIGHT, SHEET_WIDTH = 20, 30
"""minutes"""
SHEETS_ACROSS = 12
ZONE_AT_GREENWICH = 31

_CANONICAL = re.compile(r"([A-O])-(\d{1,2})-(\d{1,3})-\(10(\w)-5(\w)-(\d{1,2})\)")


class Sheet100k(NamedTuple):
    """A sheet of 1:100 000: row letter, zone (column), number 1..144."""

    row: str
    zone: int
    number: int

    def __str__(self) -> str:
        return f"{self.row}-{self.zone}-{self.number}"


class Place(NamedTuple):
    """The parts of a code."""

    sheet: Sheet100k
    section: str
    subsection: str
    number: int

    def __str__(self) -> str:
        return f"{self.sheet}-(10{self.section}-5{self.subsection}-{self.number})"


def sheet_corner(sheet: Sheet100k) -> tuple[int, int]:
    """West and north edge of the sheet in whole minutes. ValueError for a row or number that does not exist."""
    if not 1 <= sheet.number <= SHEETS_ACROSS**2 or not 1 <= sheet.zone <= 60:
        raise ValueError(f"no sheet {sheet}")
    down, across = divmod(sheet.number - 1, SHEETS_ACROSS)
    west = (sheet.zone - ZONE_AT_GREENWICH) * ZONE_WIDTH + across * SHEET_WIDTH
    north = (SHEET_ROWS.index(sheet.row) + 1) * ROW_HEIGHT - down * SHEET_HEIGHT
    return west, north


class NumberingScheme:
    """Codes to blocks and back. `datum` is the CRS that the grid's minutes are counted in."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        """`table` is the member `numbering` of a rule pack. ValueError or KeyError when it is not complete."""
        self.id: str = table["id"]
        self.datum: str = table["datum"]["value"]
        self.confidence: dict[str, str] = {
            part: table[part]["confidence"] for part in ("sheets", "sections", "subsections", "blocks", "datum")
        }
        west, south, east, north = table["extent"]["value"]
        self.extent = (floor(west * 60), floor(south * 60), ceil(east * 60), ceil(north * 60))
        """west, south, east, north in whole minutes; no block outside it is a block of the country"""
        self._sections = _offsets(table["sections"]["value"], 2, 3, 10)
        self._subsections = _offsets(table["subsections"]["value"], 2, 2, 5)
        self._numbers = _offsets(table["blocks"]["value"], 5, 5, 1)
        if set(self._numbers) != set(range(1, 26)):
            raise ValueError("blocks are not numbered 1 to 25")
        self._section_at = {offset: letter for letter, offset in self._sections.items()}
        self._subsection_at = {offset: letter for letter, offset in self._subsections.items()}
        self._number_at = {offset: number for number, offset in self._numbers.items()}

    @property
    def sections(self) -> tuple[str, ...]:
        """Letters of the sections, in the order of the table."""
        return tuple(self._sections)

    @property
    def subsections(self) -> tuple[str, ...]:
        """Letters of the subsections, in the order of the table."""
        return tuple(self._subsections)

    @property
    def sheet_rows(self) -> str:
        """Letters of the 1:1 000 000 rows that the country lies in, from the south."""
        _, south, _, north = self.extent
        return SHEET_ROWS[south // ROW_HEIGHT : (north - 1) // ROW_HEIGHT + 1]

    @property
    def zones(self) -> range:
        """Numbers of the 1:1 000 000 columns that the country lies in."""
        west, _, east, _ = self.extent
        return range(west // ZONE_WIDTH + ZONE_AT_GREENWICH, (east - 1) // ZONE_WIDTH + ZONE_AT_GREENWICH + 1)

    def contains(self, block: Block) -> bool:
        """True when the block lies in the rectangle around the country."""
        west, south, east, north = self.extent
        return bool(west <= block.lon < east and south <= block.lat < north)

    def place(self, block: Block) -> Place:
        """Sheet, section, subsection and number of the block. KaznedraError(OUTSIDE_COUNTRY) with `lon`, `lat`."""
        if not self.contains(block):
            raise KaznedraError(Code.OUTSIDE_COUNTRY, lon=block.lon / 60, lat=block.lat / 60)
        zone, east = divmod(block.lon, ZONE_WIDTH)
        row = block.lat // ROW_HEIGHT
        down = (row + 1) * ROW_HEIGHT - 1 - block.lat
        number = down // SHEET_HEIGHT * SHEETS_ACROSS + east // SHEET_WIDTH + 1
        x, y = east % SHEET_WIDTH, down % SHEET_HEIGHT
        return Place(
            Sheet100k(SHEET_ROWS[row], zone + ZONE_AT_GREENWICH, number),
            self._section_at[x // 10 * 10, y // 10 * 10],
            self._subsection_at[x % 10 // 5 * 5, y % 10 // 5 * 5],
            self._number_at[x % 5, y % 5],
        )

    def block_at(self, place: Place) -> Block:
        """The block of that place, in the country or not. ValueError or KeyError for a part that does not exist."""
        west, north = sheet_corner(place.sheet)
        offsets = self._sections[place.section], self._subsections[place.subsection], self._numbers[place.number]
        return Block(west + sum(x for x, _ in offsets), north - 1 - sum(y for _, y in offsets))

    def code(self, block: Block) -> str:
        """The canonical code, such as M-44-77-(10е-5а-11). KaznedraError(OUTSIDE_COUNTRY)."""
        return str(self.place(block))

    def block(self, code: str) -> Block:
        """The block of a canonical code; `codes.read_codes` reads other spellings.

        KaznedraError(UNREADABLE_CODES) with `text`; KaznedraError(OUTSIDE_COUNTRY).
        """
        parts = _CANONICAL.fullmatch(code)
        if not parts:
            raise KaznedraError(Code.UNREADABLE_CODES, text=code)
        row, zone, sheet, section, subsection, number = parts.groups()
        try:
            block = self.block_at(Place(Sheet100k(row, int(zone), int(sheet)), section, subsection, int(number)))
        except (KeyError, ValueError):
            raise KaznedraError(Code.UNREADABLE_CODES, text=code) from None
        if not self.contains(block):
            raise KaznedraError(Code.OUTSIDE_COUNTRY, lon=block.lon / 60, lat=block.lat / 60)
        return block

    def sort_key(self, block: Block) -> tuple[int, int, int, int, int, int]:
        """Orders blocks as their codes read: sheets from the north-west, then the order of the table."""
        place = self.place(block)
        return (
            -SHEET_ROWS.index(place.sheet.row),
            place.sheet.zone,
            place.sheet.number,
            self.sections.index(place.section),
            self.subsections.index(place.subsection),
            place.number,
        )


def _offsets(rows: Any, down: int, across: int, side: int) -> dict[Any, tuple[int, int]]:
    """Name of each cell to its distance from the west and the north edge, in minutes."""
    if len(rows) != down or any(len(row) != across for row in rows):
        raise ValueError(f"a table of the numbering is not {down} x {across}")
    offsets = {name: (x * side, y * side) for y, row in enumerate(rows) for x, name in enumerate(row)}
    if len(offsets) != down * across:
        raise ValueError("a table of the numbering names two cells alike")
    return offsets


def numbering_scheme(pack: RulePack) -> NumberingScheme:
    """The numbering scheme of a rule pack. KaznedraError(BAD_RULE_PACK)."""
    try:
        return NumberingScheme(pack.data["numbering"])
    except (KeyError, TypeError, ValueError) as error:
        raise KaznedraError(Code.BAD_RULE_PACK, path=pack.path, member="numbering", detail=str(error)) from error


@lru_cache(maxsize=1)
def default_scheme() -> NumberingScheme:
    """The numbering scheme of the newest rule pack that ships."""
    return numbering_scheme(newest_rule_pack())
