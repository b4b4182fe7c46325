"""The words for costs: amounts, what another count of blocks would change, what an amount is drawn from."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Optional

from qgis.PyQt.QtCore import QCoreApplication

from . import i18n

if TYPE_CHECKING:
    from decimal import Decimal

    from .subsoil.costs import Amounts, Basis, Cliff
    from .subsoil.licences import ApplicationCosts, OnePlot, PlannedLicences

THIN_SPACE = "\u202f"
MINUS = "\u2212"


def amount(value: "Decimal", signed: bool = False) -> str:
    """12345 -> '12 345', with narrow spaces; two decimals where it is not whole; + or − or ± where `signed`."""
    is_whole = value == value.to_integral_value()
    told = f"{abs(value):,.{0 if is_whole else 2}f}".replace(",", THIN_SPACE)
    if not is_whole and i18n.language() != "en":
        told = told.replace(".", ",")
    if value < 0:
        return MINUS + told
    return ("+" if value else "±") + told if signed else told


def per_cent(value: "Decimal") -> str:
    """A change in per cent: '+5.5', '−2', '±0'."""
    told = f"{abs(value).normalize():f}"
    if i18n.language() != "en":
        told = told.replace(".", ",")
    return (MINUS if value < 0 else "+" if value else "±") + told


def tenge(value: "Optional[Decimal]") -> str:
    """Whole tenge; 'unknown' where the MCI of the year is not known."""
    return QCoreApplication.translate("Kaznedra", "unknown") if value is None else amount(value.to_integral_value())


def in_mci(value: "Decimal") -> str:
    """'1 800 MCI'"""
    told = QCoreApplication.translate("Kaznedra", "{amount} MCI").format(amount=amount(value))
    return told.replace(" ", THIN_SPACE)


def in_tenge(value: "Optional[Decimal]") -> str:
    """'7 785 000 ₸'; 'unknown' where the MCI of the year is not known."""
    return tenge(value) if value is None else f"{tenge(value)}{THIN_SPACE}₸"


def title(of: str) -> str:
    """What an amount or a table is called: expenditure, rent, bonus, security, relinquishment."""
    return {
        "expenditure": QCoreApplication.translate("Kaznedra", "Minimum expenditure"),
        "minimum_expenditure": QCoreApplication.translate("Kaznedra", "Minimum expenditure"),
        "rent": QCoreApplication.translate("Kaznedra", "Land rent"),
        "land_rent": QCoreApplication.translate("Kaznedra", "Land rent"),
        "bonus": QCoreApplication.translate("Kaznedra", "Signature bonus"),
        "security": QCoreApplication.translate("Kaznedra", "Liquidation security"),
        "relinquishment": QCoreApplication.translate("Kaznedra", "Relinquishment at the extension"),
        "licences": QCoreApplication.translate("Kaznedra", "A licence for each plot"),
    }.get(of, of)


def cliff(found: "Cliff") -> str:
    """What another count of blocks would change over all years, and which steps of the law make it so."""
    told = QCoreApplication.translate(
        "Kaznedra",
        "Blocks {blocks} → {to}: minimum expenditure {expenditure} MCI, land rent {rent} MCI, security {security} MCI.",
    ).format(
        blocks=found.blocks,
        to=found.to,
        expenditure=amount(found.expenditure_mci, True),
        rent=amount(found.rent_mci, True),
        security=amount(found.security_mci, True),
    )
    tables = dict.fromkeys(title(step.table) for step in found.steps)
    if not tables:
        return told
    steps = QCoreApplication.translate("Kaznedra", "A step of the law lies between: {tables}.")
    return f"{told} {steps.format(tables=', '.join(tables))}"


def licences(planned: "PlannedLicences") -> str:
    """'2 licences: 5 and 3 blocks'"""
    if len(planned.blocks) == 1:
        one = QCoreApplication.translate("Kaznedra", "One licence; blocks: {blocks}")
        return one.format(blocks=planned.blocks[0])
    several = QCoreApplication.translate("Kaznedra", "{count} licences: {blocks} blocks")
    return several.format(count=len(planned.blocks), blocks=counts(planned.blocks))


def counts(blocks: Sequence[int]) -> str:
    """'5 and 3'; of three and more alike '3 × 2'"""
    alike = {count: blocks.count(count) for count in blocks}
    told = [
        text
        for count, times in alike.items()
        for text in ([f"{times}{THIN_SPACE}×{THIN_SPACE}{count}"] if times > 2 else [str(count)] * times)
    ]
    if len(told) == 1:
        return told[0]
    last = QCoreApplication.translate("Kaznedra", "{some} and {last}")
    return last.format(some=", ".join(told[:-1]), last=told[-1])


def rests_on(planned: "PlannedLicences") -> str:
    """What tells that these are the licences, and what is in none of them."""
    told = {
        "outcome": QCoreApplication.translate("Kaznedra", "These are the plots of the predicted outcome."),
        "uncertain": QCoreApplication.translate(
            "Kaznedra", "A part of the outcome is not known: these are its plots if all uncertain blocks are granted."
        ),
        "chosen": QCoreApplication.translate(
            "Kaznedra", "The outcome is not known for certain: these are the plots as they were chosen."
        ),
        "none_granted": QCoreApplication.translate(
            "Kaznedra", "None of the blocks would be granted: these are the plots as they were chosen."
        ),
    }[planned.rests_on.value]
    if not planned.left_out:
        return told
    left_out = (
        QCoreApplication.translate("Kaznedra", "Blocks that would not be granted and cost nothing: {count}.")
        if planned.rests_on.value in ("outcome", "uncertain")
        else QCoreApplication.translate("Kaznedra", "Blocks that share no side with another and are left out: {count}.")
    )
    return f"{told} {left_out.format(count=planned.left_out)}"


def one_plot(found: "OnePlot") -> str:
    """What one connected plot of as many blocks would change."""
    return QCoreApplication.translate(
        "Kaznedra",
        "One connected plot of {blocks} blocks instead: signature bonus {bonus} MCI, minimum expenditure {expenditure} "
        "MCI, land rent {rent} MCI, security {security} MCI.",
    ).format(
        blocks=found.blocks,
        bonus=amount(found.bonus_mci, True),
        expenditure=amount(found.expenditure_mci, True),
        rent=amount(found.rent_mci, True),
        security=amount(found.security_mci, True),
    )


def cliffs(found: "ApplicationCosts") -> list[str]:
    """A line for each cliff; of several licences what one plot would change, and the steps that lie near each."""
    every = [*found.cliffs, *found.further_cliffs]
    if not found.is_several:
        return list(map(cliff, every))
    told = [one_plot(found.one_plot)] if found.one_plot else []
    return [
        *told,
        *map(cliff, sorted((each for each in every if each.steps), key=lambda each: (-each.blocks, each.to))),
    ]


def assumptions(found: "Amounts", growth: "Mapping[int, Decimal]" = MappingProxyType({})) -> list[str]:
    """What must be known of the amounts: unknown MCI, the user's own, blocks given up, secondary sources.

    `growth`: by how many per cent the user's own MCI of a calendar year was assumed to grow.
    """
    told = []
    if found.is_several:
        line = QCoreApplication.translate(
            "Kaznedra",
            "Each licence has its own security, rent and minimum expenditure, and gives blocks up by its own count. "
            "Assumed: each owes a whole signature bonus, and all are issued on one day.",
        )
        told.append(line)
    if found.unknown:
        line = QCoreApplication.translate(
            "Kaznedra", "The MCI of these years is not known, and amounts that need it have no tenge: {years}."
        )
        told.append(line.format(years=_list(found.unknown)))
    own = [index.year for index in found.mci if index.is_own and index.year not in growth]
    if own:
        line = QCoreApplication.translate("Kaznedra", "By your own MCI: {years}.")
        told.append(line.format(years=_list(own)))
    grown = {index.year: growth[index.year] for index in found.mci if index.is_own and index.year in growth}
    for percent in dict.fromkeys(grown.values()):
        line = QCoreApplication.translate(
            "Kaznedra", "By your own assumption that the MCI changes by {percent} % a year: {years}."
        )
        years = [year for year in grown if grown[year] == percent]
        told.append(line.format(percent=per_cent(percent), years=_list(years)))
    kept = found.years[-1].blocks
    if kept != found.blocks:
        line = QCoreApplication.translate(
            "Kaznedra", "The extension gives blocks up: at most {kept} of {blocks} stay, and its years are of those."
        )
        told.append(line.format(kept=kept, blocks=found.blocks))
    if len(found.security) > 1:
        line = QCoreApplication.translate(
            "Kaznedra",
            "The security of the extension is added to that of the first term; whether it replaces it is not verified.",
        )
        told.append(line)
    return told


def basis(entry: "Basis", found: "Amounts") -> str:
    """The act and article that an amount is drawn from, and how sure that is."""
    act = found.pack.acts[entry.act]
    named = _in_language(act.title)
    named = f"{named} № {act.number}" if act.number and act.number not in named else named
    article = (
        QCoreApplication.translate("Kaznedra", "article {article}").format(article=entry.article)
        if entry.article[:1].isdigit()
        else ""
    )
    sure = {
        "M": QCoreApplication.translate("Kaznedra", "from a secondary source"),
        "L": QCoreApplication.translate("Kaznedra", "assumed"),
    }.get(entry.confidence, "")
    return f"{title(entry.of)}: {', '.join(part for part in (named, article, sure) if part)}"


def pack_title(found: "Amounts") -> str:
    """What the rule pack is called, with its name."""
    return f"{_in_language(found.pack.title)} ({found.pack.id})"


def _in_language(worded: Any) -> str:
    return str(worded.get(i18n.language()) or worded.get("en") or "")


def _list(years: Iterable[int]) -> str:
    return ", ".join(map(str, years))
