"""The costs of a draft by the licences that it leads to and its detail "costs".

That is {"start": "2026-12-01", "years": 6, "mci": {"2027": "4700"}, "growth": {"2027": "5"}}.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Optional

from qgis.PyQt.QtCore import QCoreApplication

from .. import cost_words
from ..errors import KaznedraError
from ..messages import explain
from . import words

if TYPE_CHECKING:
    from ..subsoil.licences import PlannedLicences


@dataclass(frozen=True)
class CostSettings:
    """What the user has set: day of issue, years of the licence, and an MCI of their own by calendar year.

    `growth`: for those of `mci` that are the user's assumption of growth, by how many per cent a year.
    """

    start: date
    years: int
    mci: Mapping[int, Decimal] = field(default_factory=dict)
    growth: Mapping[int, Decimal] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """As a draft keeps it."""
        told = {"start": self.start.isoformat(), "years": self.years, "mci": _texts(self.mci)}
        return {**told, "growth": _texts(self.growth)} if self.growth else told


def _texts(of_years: Mapping[int, Decimal]) -> dict[str, str]:
    return {str(year): str(value) for year, value in sorted(of_years.items())}


def read_settings(detail: Any) -> CostSettings:
    """The settings of a draft; what is not there or cannot be read: issued today, for the first term, no own MCI."""
    from ..subsoil.costs import most_years
    from ..subsoil.rulepack import newest_rule_pack

    told = detail if isinstance(detail, Mapping) else {}
    pack = newest_rule_pack()
    try:
        start = date.fromisoformat(str(told.get("start")))
    except ValueError:
        start = date.today()
    years = told.get("years")
    is_possible = isinstance(years, int) and 1 <= years <= most_years(pack)
    own = {year: value for year, value in _by_year(told.get("mci")).items() if value > 0}
    growth = {year: value for year, value in _by_year(told.get("growth")).items() if year in own}
    return CostSettings(start, years if is_possible else int(pack.figure("limits", "term").value), own, growth)


def _by_year(told: Any) -> dict[int, Decimal]:
    found = {}
    for year, value in told.items() if isinstance(told, Mapping) else ():
        try:
            found[int(year)] = Decimal(str(value))
        except (ValueError, InvalidOperation):
            continue
    return {year: value for year, value in found.items() if value.is_finite()}


def reckon(planned: "PlannedLicences", settings: CostSettings) -> Any:
    """The subsoil.licences.ApplicationCosts. Raises KaznedraError as `subsoil.costs.costs` does."""
    from ..subsoil.licences import application_costs
    from ..subsoil.rulepack import newest_rule_pack

    return application_costs(planned, settings.start, settings.years, newest_rule_pack(), settings.mci)


@dataclass(frozen=True)
class YearOne:
    """What the first year costs: minimum expenditure and land rent of all licences. Amounts None where not known."""

    mci: Optional[Decimal] = None
    tenge: Optional[Decimal] = None
    told: str = ""
    """What it is made of and rests on, or why there is none"""


def year_one(planned: "PlannedLicences", detail: Any) -> YearOne:
    """The first year of a draft that leads to these licences; nothing for none."""
    if not planned.blocks:
        return YearOne()
    settings = read_settings(detail)
    try:
        found = _of_year_one(planned, settings.start, tuple(sorted(settings.mci.items())))
    except KaznedraError as error:
        return YearOne(told=explain(error).plain())
    year = found.years[0]
    return YearOne(year.total_mci, year.total_kzt, _told(found, settings.growth))


@lru_cache(maxsize=256)
def _of_year_one(planned: "PlannedLicences", start: date, mci: tuple[tuple[int, Decimal], ...]) -> Any:
    return reckon(planned, CostSettings(start, 1, dict(mci)))


def _told(found: Any, growth: Mapping[int, Decimal]) -> str:
    (year,) = found.years
    rows = [
        (QCoreApplication.translate("Kaznedra", "Cost of year 1"), year.total_mci),
        (cost_words.title("expenditure"), year.expenditure_mci),
        (cost_words.title("rent"), year.rent_mci),
    ]
    told = [f"{title}: {cost_words.in_mci(amount)}" for title, amount in rows]
    if year.total_kzt is not None:
        told[0] = f"{told[0]}, {cost_words.in_tenge(year.total_kzt)}"
    bonus = QCoreApplication.translate("Kaznedra", "Once at issue, besides: signature bonus {bonus}.")
    issued = QCoreApplication.translate("Kaznedra", "As if issued on {date}, by the rule pack {pack}.")
    told.append(bonus.format(bonus=cost_words.in_mci(found.bonus_mci)))
    told.append(issued.format(date=words.day(found.start), pack=found.pack.id))
    told.append(f"{cost_words.licences(found.planned)}. {cost_words.rests_on(found.planned)}")
    return "\n".join([*told, *cost_words.assumptions(found, growth)])


def figures(planned: "PlannedLicences", detail: Any) -> dict[str, str]:
    """What these licences of a draft cost, in words for a comparison: title to figure, '–' where there is none."""
    settings = read_settings(detail)
    try:
        found = reckon(planned, settings) if planned.blocks else None
    except KaznedraError:
        found = None

    def told(amount: Optional[Decimal], years: int = 0) -> str:
        if amount is None:
            return "–"
        over = QCoreApplication.translate("Kaznedra", "{amount}, years: {years}")
        return over.format(amount=cost_words.in_mci(amount), years=years) if years else cost_words.in_mci(amount)

    first = found.years[0].total_mci if found else None
    by_blocks = cost_words.counts(planned.blocks) if found else "–"
    return {
        QCoreApplication.translate("Kaznedra", "Licences by blocks"): by_blocks,
        QCoreApplication.translate("Kaznedra", "Costs of the plots"): _plots(planned) if found else "–",
        QCoreApplication.translate("Kaznedra", "Cost of year 1"): told(first),
        cost_words.title("expenditure"): told(found and found.expenditure_mci, settings.years),
        cost_words.title("rent"): told(found and found.rent_mci, settings.years),
        cost_words.title("bonus"): told(found and found.bonus_mci),
        cost_words.title("security"): told(found and found.security_mci),
    }


def _plots(planned: "PlannedLicences") -> str:
    return {
        "outcome": QCoreApplication.translate("Kaznedra", "as predicted"),
        "uncertain": QCoreApplication.translate("Kaznedra", "predicted in part"),
        "chosen": QCoreApplication.translate("Kaznedra", "as chosen"),
        "none_granted": QCoreApplication.translate("Kaznedra", "none granted"),
    }[planned.rests_on.value]
