"""Lists of block codes: read as they are met in documents, and written in one form."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from .blocks import Block
from .code_reader import CodeReader
from .marks import bind_marks
from .numbering import NumberingScheme
from .pieces import Item
from .problems import Problem, Reason

__all__ = ["Problem", "ReadBlock", "Reading", "Reason", "format_code", "format_codes", "format_grouped", "read_codes"]

PARTIAL_MARKS = {"ru": "(частично)", "kk": "(ішінара)", "en": "(partly)"}
"""What is written behind the code of a partial block, by language"""
PARTIAL_MARK = PARTIAL_MARKS["ru"]
"""That of data, which is the same whatever language is spoken"""


class ReadBlock(NamedTuple):
    """A block as it was read; `text` = source[start:end], the same for all blocks of a range."""

    block: Block
    partial: bool
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Reading:
    """What a text says: blocks in its order, each once, and what could not be read."""

    blocks: list[ReadBlock] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    doubles: list[ReadBlock] = field(default_factory=list)
    """blocks named again, after their first time"""
    passed: list[tuple[int, int]] = field(default_factory=list)
    """start and end of known words and numerals of lists, which carry no code"""

    @property
    def partial(self) -> frozenset[Block]:
        """The blocks that are marked as partial."""
        return frozenset(read.block for read in self.blocks if read.partial)


def read_codes(text: str, scheme: NumberingScheme) -> Reading:
    """The block codes in the text, in all spellings met in documents.

    Reads Cyrillic and Latin letters (`letters` says which), any dash, space or line break between parts, missing
    brackets and sides, lists and ranges that carry the prefix on, numbered lists, and marks of partial blocks. Every
    character is in a block, a problem or `passed`, or is a separator. What is not certain is a problem that names
    candidates; nothing is carried on from a prefix that was not read.
    """
    reader = CodeReader(text, scheme)
    reader.read()
    if reader.counts_in_latin_order:
        reader = CodeReader(text, scheme, latin_order=True)
        reader.read()
    unbound = bind_marks(reader.pieces, scheme)
    items = [piece for piece in reader.pieces if isinstance(piece, Item)]
    reading = Reading(passed=sorted(reader.passed))
    first: dict[Block, ReadBlock] = {}
    for item in items + unbound:
        if item.reason:
            problem = Problem(text[item.start : item.end], item.start, item.end, item.reason, item.candidates)
            reading.problems.append(problem)
        for block in item.blocks:
            read = ReadBlock(block, item.partial, text[item.start : item.end], item.start, item.end)
            _add(reading, read, first, scheme)
    reading.problems.sort(key=lambda problem: (problem.start, problem.end))
    return reading


def _add(reading: Reading, read: ReadBlock, first: dict[Block, ReadBlock], scheme: NumberingScheme) -> None:
    known = first.setdefault(read.block, read)
    if known is read:
        reading.blocks.append(read)
        return
    reading.doubles.append(read)
    if known.partial != read.partial:
        code = scheme.code(read.block)
        reason = Reason.CONTRADICTING_MARK
        reading.problems.append(Problem(read.text, read.start, read.end, reason, (code, f"{code} {PARTIAL_MARK}")))


def format_code(block: Block, scheme: NumberingScheme, partial: bool = False, mark: str = PARTIAL_MARK) -> str:
    """The canonical code of one block, such as M-44-77-(10е-5а-11) or M-44-77-(10е-5а-11) (частично)."""
    return f"{scheme.code(block)} {mark}" if partial else scheme.code(block)


def format_codes(
    blocks: Iterable[Block],
    scheme: NumberingScheme,
    partial: Collection[Block] = frozenset(),
    separator: str = "; ",
) -> str:
    """Every block by its canonical code, in the order of the numbering. KaznedraError(OUTSIDE_COUNTRY)."""
    return separator.join(format_code(block, scheme, block in partial) for block in _ordered(blocks, scheme))


def format_grouped(
    blocks: Iterable[Block],
    scheme: NumberingScheme,
    partial: Collection[Block] = frozenset(),
    separator: str = "; ",
    mark: str = PARTIAL_MARK,
) -> str:
    """The compact form: M-44-77-(10е-5а-6-9,11), (10е-5б-1); M-44-78-(10а-5а-1). KaznedraError(OUTSIDE_COUNTRY).

    The prefix stands once per sheet and once per subsection, three and more numbers in a row as a range, partial
    blocks by themselves with their mark (one of PARTIAL_MARKS): (10е-5а-6-9,10 (частично),11).
    """
    placed = [(scheme.place(block), block in partial) for block in _ordered(blocks, scheme)]
    sheets = []
    for sheet, on_sheet in groupby(placed, key=lambda row: row[0].sheet):
        groups = []
        for (section, subsection), rows in groupby(on_sheet, key=lambda row: row[0][1:3]):
            numbers = ",".join(_runs(((place.number, is_partial) for place, is_partial in rows), mark))
            groups.append(f"(10{section}-5{subsection}-{numbers})")
        sheets.append(f"{sheet}-{', '.join(groups)}")
    return separator.join(sheets)


def _ordered(blocks: Iterable[Block], scheme: NumberingScheme) -> list[Block]:
    return sorted(set(blocks), key=scheme.sort_key)


def _runs(numbers: Iterable[tuple[int, bool]], mark: str) -> Iterator[str]:
    """Single numbers and ranges of three and more, in order."""
    run: list[int] = []
    for number, partial in numbers:
        if run and (partial or number != run[-1] + 1):
            yield from _run(run)
            run = []
        if partial:
            yield f"{number} {mark}"
        else:
            run.append(number)
    yield from _run(run)


def _run(run: list[int]) -> Iterator[str]:
    if len(run) > 2:
        yield f"{run[0]}-{run[-1]}"
    else:
        yield from map(str, run)
