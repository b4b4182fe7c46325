"""Pieces that a reader of block codes makes of a text: read blocks, marks, separators."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import product
from typing import NamedTuple, Optional, Union

from .blocks import Block
from .numbering import NumberingScheme, Place, Sheet100k
from .problems import Reason

MOST_CANDIDATES = 24
LAST_BLOCK = 25


@dataclass
class Prefix:
    """Sheet, section and subsection that numbers are read under: one candidate each, where they are certain."""

    sheets: tuple[Sheet100k, ...] = ()
    sections: tuple[str, ...] = ()
    subsections: tuple[str, ...] = ()
    sheet_reason: Optional[Reason] = Reason.NO_SHEET
    section_reason: Optional[Reason] = Reason.INCOMPLETE
    subsection_reason: Optional[Reason] = Reason.INCOMPLETE

    @property
    def reason(self) -> Optional[Reason]:
        """Why nothing can be read under it; None when something can."""
        return self.sheet_reason or self.section_reason or self.subsection_reason

    def codes(self, number: str) -> tuple[str, ...]:
        """Codes that the number may make with the candidates; none where they would be too many to be of use."""
        if len(self.sheets) * len(self.sections) * len(self.subsections) > MOST_CANDIDATES:
            return ()
        every = product(self.sheets, self.sections, self.subsections)
        return tuple(f"{sheet}-(10{section}-5{subsection}-{number})" for sheet, section, subsection in every)

    def either(self, first: str, second: str) -> tuple[str, ...]:
        """Codes of two numbers with only a space between: both, a range, or one number broken in two."""
        texts = [f"{first},{second}", f"{first}-{second}", first + second]
        possible = (True, int(first[:6]) < int(second[:6]), int((first + second)[:6]) <= LAST_BLOCK)
        return tuple(code for text, is_possible in zip(texts, possible) if is_possible for code in self.codes(text))

    def blocks(self, numbers: Iterable[int], scheme: NumberingScheme) -> list[Block]:
        """The blocks of those numbers; only for a prefix without a reason."""
        sheet, section, subsection = self.sheets[0], self.sections[0], self.subsections[0]
        return [scheme.block_at(Place(sheet, section, subsection, number)) for number in numbers]


@dataclass
class Item:
    """A number or range of a code: blocks, or the reason why it is a problem."""

    start: int
    end: int
    blocks: list[Block] = field(default_factory=list)
    reason: Optional[Reason] = None
    candidates: tuple[str, ...] = ()
    group: int = 0
    partial: bool = False


class Mark(NamedTuple):
    """A mark of partial blocks."""

    start: int
    end: int
    bracketed: bool
    inside: bool
    """stands within the brackets of a code"""


class Gap(IntEnum):
    """What keeps two pieces apart, the weaker the smaller."""

    NOTHING = 0
    LINE = 1
    COMMA = 2
    SEMICOLON = 3


class Closing(NamedTuple):
    """The end of the brackets around a group of items."""

    group: int


Piece = Union[Item, Mark, Gap, Closing]
