"""What an exploration licence costs: signature bonus, liquidation security, minimum expenditure and land rent.

Amounts are in monthly calculation indices (MCI) and, where the MCI of the calendar year is known, in tenge. What the
law leaves open is assumed so (confidence L):

- a licence year begins on the day of issue and its anniversaries. Its minimum expenditure is in the MCI of 1 January of
  the calendar year that it begins in (Code on Subsoil 192(2): of 1 January of the year);
- rent is owed month by month of the licence, a twelfth of the year's rate each, in the MCI of 1 January of the calendar
  year that the month begins in (Tax Code 621: of the first day of the tax period);
- a licence of a size that must give blocks up at its extension (193) gives up as few as it may;
- the security of an extension comes on top of that of the first term (Order 373);
- bonus and security are in the MCI of 1 January of the year of issue.
"""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from math import ceil
from typing import Any, Optional, Union

from ..errors import Code, KaznedraError
from .rulepack import Figure, RulePack
from .steps import Span, StepTable, exact, step_table

MONTHS = 12
Number = Union[int, float]


@dataclass(frozen=True)
class Mci:
    """The index of a calendar year in tenge: of the rule pack, the user's own, or not known (`value` None)."""

    year: int
    value: Optional[Decimal]
    is_own: bool = False
    confidence: str = ""


@dataclass(frozen=True)
class LicenceYear:
    """A year of the licence, counted from 1. Tenge are None where an MCI that they need is not known."""

    year: int
    begins: date
    blocks: int
    expenditure_mci: Decimal
    rent_mci: Decimal
    expenditure_kzt: Optional[Decimal]
    rent_kzt: Optional[Decimal]

    @property
    def total_mci(self) -> Decimal:
        """Expenditure and rent."""
        return self.expenditure_mci + self.rent_mci

    @property
    def total_kzt(self) -> Optional[Decimal]:
        """Expenditure and rent; None where either is not known."""
        if self.expenditure_kzt is None or self.rent_kzt is None:
            return None
        return self.expenditure_kzt + self.rent_kzt


@dataclass(frozen=True)
class Step:
    """A step of a table that a change of the block count crosses: in these years or months, into these counts."""

    table: str
    time: Span
    into: Span


@dataclass(frozen=True)
class Cliff:
    """What another count of blocks would change, over all years, in MCI. `steps`: what makes it more than a slope."""

    blocks: int
    to: int
    expenditure_mci: Decimal
    rent_mci: Decimal
    security_mci: Decimal
    steps: tuple[Step, ...]

    @property
    def total_mci(self) -> Decimal:
        """Expenditure and rent; the security is not spent."""
        return self.expenditure_mci + self.rent_mci

    def report(self) -> dict[str, Any]:
        """For programs."""
        return {
            "blocks": self.to,
            "from_blocks": self.blocks,
            "expenditure_mci": number(self.expenditure_mci),
            "rent_mci": number(self.rent_mci),
            "security_mci": number(self.security_mci),
            "steps": [
                {
                    "table": step.table,
                    "time": [step.time.first, step.time.last],
                    "blocks": [step.into.first, step.into.last],
                }
                for step in self.steps
            ],
        }


@dataclass(frozen=True)
class Basis:
    """What an amount is drawn from: `of` is expenditure, rent, bonus, security, relinquishment or licences."""

    of: str
    act: str
    article: str
    confidence: str
    remark: str = ""


@dataclass(frozen=True)
class Amounts:
    """What is owed over some years: under one licence, or several."""

    pack: RulePack
    blocks: int
    start: date
    years: tuple[LicenceYear, ...]
    bonus_mci: Decimal
    security: tuple[tuple[Span, Decimal], ...]
    """Years of the licence and the security for them, in MCI"""
    mci: tuple[Mci, ...]
    """Of every calendar year that an amount is in"""
    basis: tuple[Basis, ...]

    @property
    def security_mci(self) -> Decimal:
        """The security of all terms that the years reach."""
        return sum((amount for _, amount in self.security), Decimal(0))

    @property
    def expenditure_mci(self) -> Decimal:
        """Minimum expenditure of all years."""
        return sum((year.expenditure_mci for year in self.years), Decimal(0))

    @property
    def rent_mci(self) -> Decimal:
        """Land rent of all years."""
        return sum((year.rent_mci for year in self.years), Decimal(0))

    @property
    def unknown(self) -> tuple[int, ...]:
        """Calendar years whose MCI is not known."""
        return tuple(mci.year for mci in self.mci if mci.value is None)

    def tenge(self, mci: Decimal) -> Optional[Decimal]:
        """An amount that is due at issue, in tenge."""
        index = self.mci[0].value
        return None if index is None else mci * index

    @property
    def is_several(self) -> bool:
        """Whether they are the sum of more than one licence."""
        return False

    @property
    def cliffs(self) -> tuple[Cliff, ...]:
        """What one block fewer and one more would change."""
        raise NotImplementedError

    def report(self) -> dict[str, Any]:
        """For programs: `{rule_pack, bonus_mci, security_mci, years, totals, cliffs}`; tenge null where not known."""
        return {
            "rule_pack": self.pack.id,
            "bonus_mci": number(self.bonus_mci),
            "security_mci": number(self.security_mci),
            "years": [
                {
                    "year": year.year,
                    "expenditure_mci": number(year.expenditure_mci),
                    "rent_mci": number(year.rent_mci),
                    "expenditure_kzt": _tenge(year.expenditure_kzt),
                    "rent_kzt": _tenge(year.rent_kzt),
                }
                for year in self.years
            ],
            "totals": {"expenditure_mci": number(self.expenditure_mci), "rent_mci": number(self.rent_mci)},
            "cliffs": [cliff.report() for cliff in self.cliffs],
        }


@dataclass(frozen=True)
class Costs(Amounts):
    """The costs of one licence."""

    @cached_property
    def cliffs(self) -> tuple[Cliff, ...]:
        """What one block fewer and one more would change, where such a licence may be applied for."""
        most = most_blocks(self.pack)
        return tuple(self.cliff(to) for to in (self.blocks - 1, self.blocks + 1) if 1 <= to <= most)

    @cached_property
    def further_cliffs(self) -> tuple[Cliff, ...]:
        """The nearest counts of blocks beyond a step of the law, down and up, where more than one block away."""
        edges = _Law(self.pack, self.start).edges(len(self.years))
        below = [edge - 1 for edge in edges if edge <= self.blocks]
        above = [edge for edge in edges if edge > self.blocks]
        found = [max(below, default=0), min(above, default=0)]
        return tuple(self.cliff(to) for to in found if to and abs(to - self.blocks) > 1)

    def cliff(self, to: int) -> Cliff:
        """What `to` blocks would change."""
        other = costs(to, self.start, len(self.years), self.pack)
        return Cliff(
            self.blocks,
            to,
            other.expenditure_mci - self.expenditure_mci,
            other.rent_mci - self.rent_mci,
            other.security_mci - self.security_mci,
            _Law(self.pack, self.start).steps(self, other),
        )


def costs(blocks: int, start: date, years: int, pack: RulePack, mci: Optional[Mapping[int, Decimal]] = None) -> Costs:
    """Costs of a licence issued on `start` for `blocks` blocks, partial ones counted as whole, over so many years.

    `mci`: the user's own MCI by calendar year, in tenge, before that of the pack; what neither knows stays unknown.
    KaznedraError(BLOCK_COUNT) or (LICENCE_YEARS) for more than the law allows, with the `limit`; (BAD_RULE_PACK) for a
    pack without the tables.
    """
    most, longest = most_blocks(pack), most_years(pack)
    if not 1 <= blocks <= most:
        raise KaznedraError(Code.BLOCK_COUNT, limit=most)
    if not 1 <= years <= longest:
        raise KaznedraError(Code.LICENCE_YEARS, limit=longest)
    law = _Law(pack, start)
    indices = law.indices(years, mci or {})
    return Costs(
        pack,
        blocks,
        start,
        tuple(law.year(year, blocks, indices) for year in range(1, years + 1)),
        exact(law.bonus.value),
        law.security(blocks, years),
        tuple(indices.values()),
        law.basis(blocks, years),
    )


def most_blocks(pack: RulePack) -> int:
    """Blocks in an application at most, Code on Subsoil 187(2)."""
    return int(pack.figure("limits", "blocks_in_application").value)


def most_years(pack: RulePack) -> int:
    """Years that a licence runs with all its extensions, Code on Subsoil 193."""
    term, extension, times = (pack.figure("limits", name).value for name in ("term", "extension", "extensions"))
    return int(term + extension * times)


def month(start: date, count: int) -> date:
    """The day on which a licence is `count` months old; the last day of the month where it has no such day."""
    year, before = divmod(start.month - 1 + count, MONTHS)
    last = calendar.monthrange(start.year + year, before + 1)[1]
    return date(start.year + year, before + 1, min(start.day, last))


def number(value: Decimal) -> Number:
    """A Decimal as a number of JSON: whole where it is."""
    return int(value) if value == value.to_integral_value() else float(value)


def _tenge(value: Optional[Decimal]) -> Optional[Number]:
    return None if value is None else number(round(value, 2))


@dataclass(frozen=True)
class _Law:
    """The tables of a pack as they hold for a licence issued on `start`."""

    pack: RulePack
    start: date

    @cached_property
    def expenditure(self) -> StepTable:
        return step_table(self.pack, "minimum_expenditure", time="years")

    @cached_property
    def rent(self) -> StepTable:
        before = self.pack.data.get("land_rent", {}).get("granted_before")
        if before and self.start < date.fromisoformat(before["date"]):
            return step_table(self.pack, "land_rent", "granted_before", time="months")
        return step_table(self.pack, "land_rent", time="months")

    @property
    def bonus(self) -> Figure:
        return self.pack.figure("payments", "signature_bonus")

    @cached_property
    def relinquishment(self) -> tuple[int, int, Decimal]:
        """Years of the first term, least count of blocks that must give some up after it, and which share: 193."""
        term, least, share = (
            self.pack.figure("limits", name).value for name in ("term", "relinquish_from_blocks", "relinquish_share")
        )
        return int(term), int(least), exact(share)

    def kept(self, year: int, blocks: int) -> int:
        """Blocks that are left in a year of the licence."""
        term, least, share = self.relinquishment
        return blocks - ceil(share * blocks) if year > term and blocks >= least else blocks

    def indices(self, years: int, own: Mapping[int, Decimal]) -> dict[int, Mci]:
        last = month(self.start, years * MONTHS - 1).year
        return {year: self._index(year, own) for year in range(self.start.year, last + 1)}

    def _index(self, year: int, own: Mapping[int, Decimal]) -> Mci:
        if own.get(year) is not None:
            return Mci(year, own[year], True)
        known = self.pack.mci(date(year, 1, 1))
        return Mci(year, exact(known.value), False, known.confidence) if known else Mci(year, None)

    def year(self, year: int, blocks: int, indices: Mapping[int, Mci]) -> LicenceYear:
        blocks = self.kept(year, blocks)
        begins = month(self.start, (year - 1) * MONTHS)
        expenditure = self.expenditure.row(year).value(blocks)
        index = indices[begins.year].value
        months = range((year - 1) * MONTHS, year * MONTHS)
        owed = [self.rent.row(age + 1).value(blocks) * blocks for age in months]
        tenge = [_product(rent, indices[month(self.start, age).year].value) for age, rent in zip(months, owed)]
        known = [amount for amount in tenge if amount is not None]
        return LicenceYear(
            year,
            begins,
            blocks,
            expenditure,
            sum(owed, Decimal(0)) / MONTHS,
            _product(expenditure, index),
            sum(known, Decimal(0)) / MONTHS if len(known) == len(tenge) else None,
        )

    def security(self, blocks: int, years: int) -> tuple[tuple[Span, Decimal], ...]:
        try:
            rows = self.pack.data["payments"]["liquidation_security"]["rows"]
            due = [(Span(*row["years"]), exact(row["share"]) * exact(row["of"])) for row in rows]
        except (KeyError, TypeError, ArithmeticError) as error:
            place = "payments.liquidation_security"
            raise KaznedraError(Code.BAD_RULE_PACK, path=self.pack.path, member=place) from error
        reached = [(span, amount) for span, amount in due if span.first <= years]
        return tuple((span, amount * self.kept(span.first, blocks)) for span, amount in reached)

    def steps(self, before: Costs, after: Costs) -> tuple[Step, ...]:
        """The steps between two counts of blocks, each once, in the order of years."""
        found: dict[tuple[str, Span], Step] = {}
        for one, other in zip(before.years, after.years):
            months = range((one.year - 1) * MONTHS + 1, one.year * MONTHS + 1)
            for table, ages in ((self.expenditure, [one.year]), (self.rent, months)):
                for row in map(table.row, ages):
                    into = row.step(other.blocks)
                    if row.step(one.blocks) != into:
                        name = table.name.partition(".")[0]
                        found.setdefault((name, row.time), Step(name, row.time, into))
        term, least, _ = self.relinquishment
        if len(before.years) > term and (before.blocks >= least) != (after.blocks >= least):
            into = Span(least, None) if after.blocks >= least else Span(1, least - 1)
            found["relinquishment", into] = Step("relinquishment", Span(term + 1, None), into)
        return tuple(found.values())

    def edges(self, years: int) -> list[int]:
        """Counts of blocks, up to the most that there may be, that some step of these years begins with."""
        term, least, _ = self.relinquishment
        rows = {(self.expenditure.row(year), year > term) for year in range(1, years + 1)}
        rows |= {(self.rent.row(age), age > term * MONTHS) for age in range(1, years * MONTHS + 1)}

        def steps(blocks: int) -> set[object]:
            kept = (self.kept(term, blocks), self.kept(years, blocks))
            gives_up = years > term and blocks >= least
            return {gives_up, *((row, late, row.step(kept[late])) for row, late in rows)}

        found = [steps(blocks) for blocks in range(1, most_blocks(self.pack) + 1)]
        return [place + 1 for place in range(1, len(found)) if found[place] != found[place - 1]]

    def basis(self, blocks: int, years: int) -> tuple[Basis, ...]:
        tables: tuple[tuple[str, Union[StepTable, Figure]], ...] = (
            ("expenditure", self.expenditure),
            ("rent", self.rent),
            ("bonus", self.bonus),
        )
        found = [Basis(of, table.act, table.article, table.confidence, table.remark) for of, table in tables]
        held = self.pack.data["payments"]["liquidation_security"]
        found.append(Basis("security", held["act"], held["article"], held["confidence"]))
        if self.kept(years, blocks) != blocks:
            share = self.pack.figure("limits", "relinquish_share")
            found.append(Basis("relinquishment", share.act, share.article, share.confidence))
        return tuple(found)


def _product(amount: Decimal, index: Optional[Decimal]) -> Optional[Decimal]:
    return None if index is None else amount * index
