"""Tables of the law that go by steps: an amount by the age of the licence and its count of blocks."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Optional

from ..errors import Code, KaznedraError
from .rulepack import RulePack


@dataclass(frozen=True)
class Span:
    """Whole numbers from `first` to `last`, both within; None is without end."""

    first: int
    last: Optional[int]

    def __contains__(self, number: int) -> bool:
        return self.first <= number and (self.last is None or number <= self.last)


@dataclass(frozen=True)
class Row:
    """What holds over a span of time: a value for each span of block counts, and what each block over a count adds."""

    time: Span
    steps: tuple[tuple[Span, Decimal], ...]
    over: Optional[tuple[int, Decimal]]

    def step(self, blocks: int) -> Span:
        """The span of block counts that this count is in."""
        if self.over and blocks > self.over[0]:
            return Span(self.over[0] + 1, None)
        return next(span for span, _ in self.steps if blocks in span)

    def value(self, blocks: int) -> Decimal:
        """The value for that count of blocks."""
        counted = min(blocks, self.over[0]) if self.over else blocks
        value = next(value for span, value in self.steps if counted in span)
        return value + (blocks - counted) * self.over[1] if self.over else value


@dataclass(frozen=True)
class StepTable:
    """A table of a rule pack with the act, article and confidence it is drawn from."""

    name: str
    rows: tuple[Row, ...]
    act: str
    article: str
    confidence: str
    remark: str = ""

    def row(self, time: int) -> Row:
        """The row for a year or a month of the licence, counted from 1."""
        return next(row for row in self.rows if time in row.time)


def step_table(pack: RulePack, *keys: str, time: str) -> StepTable:
    """The table at that place of the pack, by `time`: "years" or "months".

    KaznedraError(BAD_RULE_PACK) where it is not there, or leaves a gap in time or in the count of blocks.
    """
    member = ".".join(keys)
    try:
        found: Any = pack.data
        for key in keys:
            found = found[key]
        rows = tuple(_row(row, time) for row in found["rows"])
        table = StepTable(
            member, rows, found["act"], found["article"], found["confidence"], str(found.get("remark", ""))
        )
    except (KeyError, TypeError, ValueError, ArithmeticError) as error:
        raise KaznedraError(Code.BAD_RULE_PACK, path=pack.path, member=member, detail=str(error)) from error
    ends = [[row.time for row in rows], *([span for span, _ in row.steps] for row in rows)]
    if not all(_joined(spans) for spans in ends) or not all(_is_endless(row) for row in rows):
        raise KaznedraError(Code.BAD_RULE_PACK, path=pack.path, member=member)
    return table


def _row(row: Mapping[str, Any], time: str) -> Row:
    over = row.get("each_block_over")
    return Row(
        Span(*row[time]),
        tuple((Span(*step["blocks"]), exact(step["value"])) for step in row["steps"]),
        (int(over["blocks"]), exact(over["value"])) if over else None,
    )


def _joined(spans: list[Span]) -> bool:
    """Whether they follow each other from 1 without a gap."""
    pairs = zip(spans, spans[1:])
    return bool(spans) and spans[0].first == 1 and all(later.first == (one.last or 0) + 1 for one, later in pairs)


def _is_endless(row: Row) -> bool:
    last = row.steps[-1][0].last
    return last is None or (row.over is not None and row.over[0] == last)


def exact(number: Any) -> Decimal:
    """A number of a rule pack as it is written there: 0.1 is a tenth."""
    return Decimal(str(number))
