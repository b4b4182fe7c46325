"""The costs of a draft by its detail "costs": {"start": "2026-12-01", "years": 6, "mci": {"2027": "4700"}}."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication

from .. import cost_words
from ..errors import KaznedraError


@dataclass(frozen=True)
class CostSettings:
    """What the user has set: day of issue, years of the licence, and an MCI of their own by calendar year."""

    start: date
    years: int
    mci: Mapping[int, Decimal] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """As a draft keeps it."""
        own = {str(year): str(value) for year, value in sorted(self.mci.items())}
        return {"start": self.start.isoformat(), "years": self.years, "mci": own}


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
    return CostSettings(
        start, years if is_possible else int(pack.figure("limits", "term").value), _own(told.get("mci"))
    )


def _own(told: Any) -> dict[int, Decimal]:
    found = {}
    for year, value in told.items() if isinstance(told, Mapping) else ():
        try:
            found[int(year)] = Decimal(str(value))
        except (ValueError, InvalidOperation):
            continue
    return {year: value for year, value in found.items() if value.is_finite() and value > 0}


def reckon(blocks: int, settings: CostSettings) -> Any:
    """The subsoil.costs.Costs of so many blocks. Raises KaznedraError as `subsoil.costs.costs` does."""
    from ..subsoil.costs import costs
    from ..subsoil.rulepack import newest_rule_pack

    return costs(blocks, settings.start, settings.years, newest_rule_pack(), settings.mci)


def figures(blocks: int, detail: Any) -> dict[str, str]:
    """What a draft of so many blocks costs, in words for a comparison: title to figure, '–' where there is none."""
    settings = read_settings(detail)
    found: Any = None
    try:
        found = reckon(blocks, settings) if blocks else None
    except KaznedraError:
        found = None

    def told(amount: Optional[Decimal], years: int = 0) -> str:
        if amount is None:
            return "–"
        over = QCoreApplication.translate("Kaznedra", "{amount}, years: {years}")
        return over.format(amount=cost_words.in_mci(amount), years=years) if years else cost_words.in_mci(amount)

    first = found.years[0].total_mci if found else None
    return {
        QCoreApplication.translate("Kaznedra", "Cost of year 1"): told(first),
        cost_words.title("expenditure"): told(found and found.expenditure_mci, settings.years),
        cost_words.title("rent"): told(found and found.rent_mci, settings.years),
        cost_words.title("security"): told(found and found.security_mci),
    }
