"""Reads block codes in the forms that `codes` writes, in a fiftieth of the time that free spelling takes."""

from typing import NamedTuple, Optional

from ..errors import KaznedraError
from .blocks import Block
from .codes import PARTIAL_MARK
from .numbering import NumberingScheme

_PARTIAL = f" {PARTIAL_MARK}"
_MOST_KNOWN = 100_000

Cell = tuple[int, int]
"""West and south edge in whole minutes; equal to the Block there"""


class PlainCodes(NamedTuple):
    """Blocks that a text lists, and those of them that it marks as partial."""

    blocks: frozenset[Cell]
    partial: frozenset[Cell]


class PlainReader:
    """Reads what `format_codes` and `format_grouped` write; remembers the subsections that it has met."""

    def __init__(self, scheme: NumberingScheme) -> None:
        self._scheme = scheme
        west, south, east, north = scheme.extent
        some = scheme.code(Block((west + east) // 2, (south + north) // 2)).rpartition("-")[0]
        one = scheme.block(f"{some}-1)")
        every = {str(number): scheme.block(f"{some}-{number})") for number in range(1, 26)}
        self._steps = {text: (block.lon - one.lon, block.lat - one.lat) for text, block in every.items()}
        self._closed = {f"{text})": step for text, step in self._steps.items()}
        self._ends = min(self._steps.values()), max(self._steps.values())
        self._first: dict[str, Block] = {}
        """Block 1 of a subsection by how its codes begin"""

    def read(self, text: str) -> Optional[PlainCodes]:
        """What the text lists; None where it is written in any other form, or says two things of one block."""
        whole: set[Cell] = set()
        partial: set[Cell] = set()
        first, closed = self._first, self._closed
        for piece in text.split("; "):
            code, kept = (piece[: -len(_PARTIAL)], partial) if piece.endswith(_PARTIAL) else (piece, whole)
            stem, _, number = code.rpartition("-")
            if stem in first and number in closed:
                (west, south), (x, y) = first[stem], closed[number]
                kept.add((west + x, south + y))
            elif not self._read_groups(piece, whole, partial):
                return None
        return None if whole & partial else PlainCodes(frozenset(whole | partial), frozenset(partial))

    def _read_groups(self, piece: str, whole: set[Cell], partial: set[Cell]) -> bool:
        """Read SHEET-(10x-5y-N,N-N), (10x-5y-N), a mark behind a lone number or a lone code; False where it is not."""
        sheet, _, rest = piece.partition("-(")
        groups = rest.split(", (")
        is_marked = groups[-1].endswith(_PARTIAL)
        if is_marked:
            groups[-1] = groups[-1][: -len(_PARTIAL)]
        for group in groups:
            section, _, inside = group.partition("-")
            subsection, _, numbers = inside.partition("-")
            first = self._find(f"{sheet}-({section}-{subsection}")
            if first is None or not numbers.endswith(")"):
                return False
            if is_marked and (len(groups) > 1 or numbers[:-1] not in self._steps):
                return False
            for number in numbers[:-1].split(","):
                kept = partial if is_marked or number.endswith(_PARTIAL) else whole
                run = self._run(number[: -len(_PARTIAL)] if number.endswith(_PARTIAL) else number)
                if not run or len(run) > 1 and kept is partial:
                    return False
                kept.update((first.lon + x, first.lat + y) for x, y in run)
        return True

    def _run(self, text: str) -> list[Cell]:
        """Where in their subsection the blocks N or N-N lie; none where it is neither."""
        start, dash, end = text.partition("-")
        if start not in self._steps or dash and end not in self._steps:
            return []
        if not dash:
            return [self._steps[start]]
        numbers = range(int(start), int(end) + 1)
        return [self._steps[str(number)] for number in numbers] if len(numbers) > 1 else []

    def _find(self, stem: str) -> Optional[Block]:
        """Block 1 of a subsection; None where there is none, or not all of it lies in the country."""
        if stem in self._first:
            return self._first[stem]
        if len(self._first) > _MOST_KNOWN:
            self._first.clear()
        try:
            first = self._scheme.block(f"{stem}-1)")
        except KaznedraError:
            return None
        if not all(self._scheme.contains(Block(first.lon + x, first.lat + y)) for x, y in self._ends):
            return None
        self._first[stem] = first
        return first
