"""The plan of works that goes with an application: what is done in which year of the licence, how much, for how much.

Code on Subsoil 187(4)-(6): types, methods, approximate yearly timing and volumes of exploration; 192(2): what must be
spent at least.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any, Optional

from ..paths import resources
from .costs import Amounts
from .findings import State


@dataclass(frozen=True)
class WorkType:
    """A type of works, with the unit that it is usually counted in; `title` by language."""

    id: str
    unit: str
    title: Mapping[str, str]


@lru_cache(maxsize=1)
def work_types() -> Mapping[str, WorkType]:
    """The types of works by id, in the order they are done."""
    return {row["id"]: WorkType(row["id"], row["unit"], row["title"]) for row in _listed()["types"]}


@lru_cache(maxsize=1)
def units() -> Mapping[str, Mapping[str, str]]:
    """The units by id, titles by language."""
    return {row["id"]: row["title"] for row in _listed()["units"]}


def _listed() -> Any:
    return json.loads(resources("works.json").read_text("utf-8"))


@dataclass(frozen=True)
class Work:
    """Works of one type in one year of the licence, counted from 1. `cost` in tenge, None where it is not known yet."""

    year: int
    kind: str
    volume: Optional[Decimal] = None
    unit: str = "unit"
    cost: Optional[Decimal] = None
    method: str = ""


@dataclass(frozen=True)
class YearCheck:
    """A year's planned cost against its minimum expenditure, both in tenge.

    UNKNOWN where the year's MCI is not known, or where works without a cost could still make up what is short.
    """

    year: int
    state: State
    cost: Decimal
    minimum: Optional[Decimal]
    uncosted: int
    """Number of works of that year without a cost"""

    @property
    def short(self) -> Optional[Decimal]:
        """What is missing to the minimum, 0 where nothing is; None where the minimum is not known."""
        return None if self.minimum is None else max(self.minimum - self.cost, Decimal(0))


def check_plan(works: Sequence[Work], costs: Amounts) -> tuple[YearCheck, ...]:
    """Every year of the licence: whether the plan spends what it must.

    Of several licences each must spend its own minimum (192(2)). A plan does not tell its works apart by plots and is
    held against the sum: too little for that is too little for some licence, enough for it can be divided so that it is
    enough for all.
    """
    return tuple(_check(year.year, works, year.expenditure_kzt) for year in costs.years)


def _check(year: int, works: Iterable[Work], minimum: Optional[Decimal]) -> YearCheck:
    of_year = [work for work in works if work.year == year]
    cost = sum((work.cost for work in of_year if work.cost is not None), Decimal(0))
    uncosted = sum(work.cost is None for work in of_year)
    if minimum is None:
        state = State.UNKNOWN
    elif cost >= minimum:
        state = State.CLEAR
    else:
        state = State.UNKNOWN if uncosted else State.CONFLICT
    return YearCheck(year, state, cost, minimum, uncosted)


def beyond(works: Iterable[Work], years: int) -> tuple[Work, ...]:
    """Works planned for years that the licence does not have."""
    return tuple(work for work in works if not 1 <= work.year <= years)


def total(works: Iterable[Work]) -> Decimal:
    """What the works cost, as far as that is known, in tenge."""
    return sum((work.cost for work in works if work.cost is not None), Decimal(0))


def to_json(works: Iterable[Work]) -> list[dict[str, Any]]:
    """The works as JSON; amounts as texts, exactly as they were given."""
    return [
        {
            "year": work.year,
            "kind": work.kind,
            "volume": None if work.volume is None else str(work.volume),
            "unit": work.unit,
            "cost": None if work.cost is None else str(work.cost),
            "method": work.method,
        }
        for work in works
    ]


def from_json(told: Any) -> tuple[Work, ...]:
    """The works of `to_json`; None is no works. ValueError for anything else."""
    try:
        return tuple(
            Work(
                int(row["year"]),
                str(row["kind"]),
                _decimal(row.get("volume")),
                str(row.get("unit") or "unit"),
                _decimal(row.get("cost")),
                str(row.get("method") or ""),
            )
            for row in told or ()
        )
    except (KeyError, TypeError, AttributeError, InvalidOperation) as error:
        raise ValueError(f"no plan of works: {error}") from error


def _decimal(told: Any) -> Optional[Decimal]:
    if told in (None, ""):
        return None
    value = Decimal(str(told))
    if not value.is_finite() or value < 0:
        raise ValueError(f"no amount: {told}")
    return value
