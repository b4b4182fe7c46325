"""The licences that an application leads to, one for each of its plots, and what they cost together.

Separate plots become separate licences (Code on Subsoil 188(4)). Each has its own minimum expenditure (192(2)), and a
signature bonus that is due at its issue (Tax Code 762, 764). What the law leaves open is assumed so (confidence L),
beside what `costs` assumes of a single licence:

- all licences are issued on the same day and run equally long;
- each owes a whole bonus, and gives up blocks at its extension (193) by its own count;
- a block whose pieces belong to several plots counts in full in each of them, as a partial block does in one;
- blocks that share no side with another are in no plot (19), unless the application has no others.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any, Optional

from ..errors import Code, KaznedraError
from .blocks import Block, components
from .costs import Amounts, Basis, Cliff, Costs, LicenceYear, costs, most_blocks, number
from .rulepack import RulePack

if TYPE_CHECKING:
    from .outcome import Outcome


class RestsOn(Enum):
    """What tells into which plots the blocks fall."""

    OUTCOME = "outcome"
    """The predicted outcome: the blocks that would be granted, whole or in part"""
    UNCERTAIN = "uncertain"
    """The predicted outcome, which is known in part: some would not be granted, and the uncertain count as granted"""
    CHOSEN = "chosen"
    """The blocks as they were chosen, for the outcome is not known"""
    NONE_GRANTED = "none_granted"
    """The blocks as they were chosen, for none of them would be granted"""


@dataclass(frozen=True)
class PlannedLicences:
    """The licences that an application leads to, each by its count of blocks, the largest first."""

    blocks: tuple[int, ...]
    rests_on: RestsOn
    applied_for: int
    """Blocks of the application"""
    left_out: int = 0
    """Blocks of the application that are in no licence"""

    @property
    def held(self) -> int:
        """Blocks of the application that are in a licence, each counted once."""
        return self.applied_for - self.left_out

    def to_json(self) -> dict[str, Any]:
        """As it is kept with a check."""
        return {
            "blocks": list(self.blocks),
            "rests_on": self.rests_on.value,
            "applied_for": self.applied_for,
            "left_out": self.left_out,
        }


def from_json(told: Any) -> PlannedLicences:
    """The licences of `to_json`. ValueError for anything else."""
    try:
        blocks = tuple(int(count) for count in told["blocks"])
        if all(count > 0 for count in blocks):
            return PlannedLicences(
                blocks, RestsOn(told["rests_on"]), int(told["applied_for"]), int(told.get("left_out", 0))
            )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no planned licences: {error}") from error
    raise ValueError(f"no planned licences: {told}")


def as_chosen(blocks: Collection[Block], rests_on: RestsOn = RestsOn.CHOSEN) -> PlannedLicences:
    """The licences of blocks of which nothing is known but where they lie."""
    plots = sorted(map(len, components(blocks)), reverse=True)
    held = [count for count in plots if count > 1]
    if not held and len(plots) > 1:
        rests_on = RestsOn.NONE_GRANTED
    held = held or plots
    return PlannedLicences(tuple(held), rests_on, len(blocks), len(blocks) - sum(held))


def planned(outcome: "Outcome", blocks: Collection[Block]) -> PlannedLicences:
    """The licences that blocks applied for lead to; as they were chosen where that is not known, or there are none.

    Where only some blocks are uncertain, those that are known to be refused are in no licence all the same.
    """
    if not outcome.plots:
        return as_chosen(blocks, RestsOn.NONE_GRANTED)
    if outcome.uncertain and not outcome.refused:
        return as_chosen(blocks)
    rests_on = RestsOn.UNCERTAIN if outcome.uncertain else RestsOn.OUTCOME
    counts = tuple(sorted(map(len, outcome.plots), reverse=True))
    return PlannedLicences(counts, rests_on, len(blocks), len(outcome.suggested_drop))


@dataclass(frozen=True)
class OnePlot:
    """What one connected plot of as many blocks would change, over all years, in MCI."""

    blocks: int
    bonus_mci: Decimal
    security_mci: Decimal
    expenditure_mci: Decimal
    rent_mci: Decimal

    def report(self) -> dict[str, Any]:
        """For programs."""
        return {
            "blocks": self.blocks,
            "bonus_mci": number(self.bonus_mci),
            "security_mci": number(self.security_mci),
            "expenditure_mci": number(self.expenditure_mci),
            "rent_mci": number(self.rent_mci),
        }


@dataclass(frozen=True)
class ApplicationCosts(Amounts):
    """The sum over the licences of an application; `licences` are its parts, in the order of `planned`."""

    licences: tuple[Costs, ...]
    planned: PlannedLicences

    @property
    def is_several(self) -> bool:
        """Whether there is more than one licence."""
        return len(self.licences) > 1

    @cached_property
    def cliffs(self) -> tuple[Cliff, ...]:
        """What one block fewer and one more would change in each licence, those of equal licences once."""
        return self._possible(cliff for licence in self._unlike for cliff in licence.cliffs)

    @cached_property
    def further_cliffs(self) -> tuple[Cliff, ...]:
        """The nearest steps of the law for each licence, where more than one block away."""
        return self._possible(cliff for licence in self._unlike for cliff in licence.further_cliffs)

    @property
    def _unlike(self) -> Iterable[Costs]:
        return {licence.blocks: licence for licence in self.licences}.values()

    def _possible(self, cliffs: Iterable[Cliff]) -> tuple[Cliff, ...]:
        """Of an application of several plots a single block would drop out, and all together have the limit of one."""
        most, least = most_blocks(self.pack), 2 if self.is_several else 1
        return tuple(
            cliff for cliff in cliffs if cliff.to >= least and self.planned.held - cliff.blocks + cliff.to <= most
        )

    @cached_property
    def one_plot(self) -> Optional[OnePlot]:
        """How the costs of one connected plot of the same blocks differ; None where there is only one."""
        if not self.is_several:
            return None
        other = costs(self.planned.held, self.start, len(self.years), self.pack)
        return OnePlot(
            other.blocks,
            other.bonus_mci - self.bonus_mci,
            other.security_mci - self.security_mci,
            other.expenditure_mci - self.expenditure_mci,
            other.rent_mci - self.rent_mci,
        )

    def report(self) -> dict[str, Any]:
        """For programs: the sum as of one licence, and `licences`, `rests_on` and `one_plot` (null for one licence)."""
        return {
            **super().report(),
            "licences": [{"blocks": licence.blocks, **licence.report()} for licence in self.licences],
            "rests_on": self.planned.rests_on.value,
            "one_plot": self.one_plot.report() if self.one_plot else None,
        }


def application_costs(
    planned: PlannedLicences, start: date, years: int, pack: RulePack, mci: Optional[Mapping[int, Decimal]] = None
) -> ApplicationCosts:
    """The costs of all licences, issued on `start`, over so many years; see `costs`, also for what is raised."""
    most = most_blocks(pack)
    if not planned.blocks or planned.applied_for > most:
        raise KaznedraError(Code.BLOCK_COUNT, limit=most)
    of_count = {count: costs(count, start, years, pack, mci) for count in set(planned.blocks)}
    licences = tuple(of_count[count] for count in planned.blocks)
    first = licences[0]
    return ApplicationCosts(
        pack,
        sum(planned.blocks),
        start,
        tuple(_year(years) for years in zip(*(licence.years for licence in licences))),
        sum((licence.bonus_mci for licence in licences), Decimal(0)),
        tuple(
            (terms[0][0], sum((amount for _, amount in terms), Decimal(0)))
            for terms in zip(*(licence.security for licence in licences))
        ),
        first.mci,
        _basis(licences),
        licences,
        planned,
    )


def _year(years: tuple[LicenceYear, ...]) -> LicenceYear:
    """The sum over the same year of every licence."""
    return LicenceYear(
        years[0].year,
        years[0].begins,
        sum(year.blocks for year in years),
        sum((year.expenditure_mci for year in years), Decimal(0)),
        sum((year.rent_mci for year in years), Decimal(0)),
        _sum([year.expenditure_kzt for year in years]),
        _sum([year.rent_kzt for year in years]),
    )


def _sum(amounts: list[Optional[Decimal]]) -> Optional[Decimal]:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None


def _basis(licences: tuple[Costs, ...]) -> tuple[Basis, ...]:
    """Each once; with several licences also why there are several."""
    found = {entry.of: entry for licence in licences for entry in licence.basis}
    if len(licences) > 1:
        act = licences[0].pack.figure("limits", "blocks_in_application").act
        found["licences"] = Basis("licences", act, "188(4)", "H")
    return tuple(found.values())
