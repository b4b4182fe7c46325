"""What the rules and tables of the law say of an application, as rows and lines of one language."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Optional

from ..errors import Code, KaznedraError
from ..subsoil.codes import format_grouped
from .content import ApplicationContent
from .wording import DASH, Wording

COLUMNS_CM = {
    "findings": (1.8, 5.2, 3.6, 6.4),
    "costs": (1.4, 3.9, 3.9, 3.9, 3.9),
    "licences": (2.0, 2.0, 3.25, 3.25, 3.25, 3.25),
}
STATES = ("conflict", "unknown", "clear")
_MAY_BREAK = "\u200b"
"""Where a line of numbers may end, so that none is broken itself; readers of codes pass it over"""
MINUS = "\u2212"
_FATES = ("whole", "partial", "uncertain", "refused", "isolated", "suggested_drop")


def context(content: ApplicationContent, wording: Wording) -> dict[str, Any]:
    """The members `findings` and `costs` of a template's context."""
    return {"findings": _findings(content, wording), "costs": _costs(content, wording)}


def reckon(content: ApplicationContent) -> Optional[Any]:
    """Costs of the first term, from the user's day of issue or today; None for a count of blocks without a licence.

    They are a subsoil.licences.ApplicationCosts: the sum over the licences that the application leads to.
    """
    from ..subsoil.licences import application_costs

    term = int(content.rule_pack.figure("limits", "term").value)
    try:
        start = date.fromisoformat(str(content.costs.get("start") or content.made.date().isoformat()))
        own = {int(year): Decimal(str(value)) for year, value in (content.costs.get("mci") or {}).items()}
    except (ValueError, ArithmeticError, AttributeError):
        start, own = content.made.date(), {}
    try:
        return application_costs(content.licences, start, term, content.rule_pack, own)
    except KaznedraError as error:
        if error.code is Code.BLOCK_COUNT:
            return None
        raise


def _findings(content: ApplicationContent, wording: Wording) -> dict[str, Any]:
    report = content.report
    result = str(report.get("result", "unchecked")) if report else "unchecked"
    groups = []
    for state in STATES:
        found = [finding for finding in report.get("findings", ()) if finding["state"] == state]
        if found:
            rows = [_finding(finding, content, wording) for finding in found]
            groups.append({"state": state, "title": f"{wording.say(f'state_{state}')}: {len(rows)}", "rows": rows})
    outcome = report.get("outcome") or {}
    fates = [(fate, _codes(outcome.get(fate) or (), content, wording)) for fate in _FATES]
    return {
        "result": result if result in STATES else "unknown",
        "verdict": wording.say(f"verdict_{result}"),
        "heads": wording.heads(("article", "finding", "blocks", "evidence")),
        "groups": groups,
        "since": _since(content, wording),
        "outcome": [wording.say(f"outcome_{fate}", blocks=codes) for fate, codes in fates if codes],
    }


def _since(content: ApplicationContent, wording: Wording) -> list[str]:
    """What is otherwise than when the draft was last checked; nothing where it was not."""
    if not content.checked_before:
        return []
    at = wording.moment(content.checked_before)
    if not content.worst_differences:
        return [wording.say("since_same", at=at)]
    messages = {finding["rule"]: finding["article"] for finding in content.report.get("findings", ())}
    lines = [wording.say("since", at=at)]
    for each in content.worst_differences:
        before, after = (wording.say(f"state_{state}") if state else DASH for state in (each.before, each.after))
        article = messages.get(each.rule, each.rule)
        lines.append(
            wording.say(
                "since_rule", article=article, before=before, after=after, blocks=_codes(each.blocks, content, wording)
            )
        )
    return lines


def _finding(finding: Mapping[str, Any], content: ApplicationContent, wording: Wording) -> list[str]:
    evidence = [_evidence(each, wording) for each in finding.get("evidence") or ()]
    return [
        str(finding.get("article") or DASH),
        wording.text(finding.get("message")),
        _codes(finding.get("blocks") or (), content, wording).replace(",", f",{_MAY_BREAK}") or DASH,
        "; ".join(filter(None, evidence)) or DASH,
    ]


def _evidence(evidence: Mapping[str, Any], wording: Wording) -> str:
    parts = [wording.named("theme", str(evidence.get("theme") or "")), wording.text(evidence.get("name"))]
    if evidence.get("snapshot"):
        parts.append(f"#{evidence['snapshot']}, {wording.moment(str(evidence.get('taken') or ''))}")
    if evidence.get("age_days"):
        parts.append(wording.say("age", days=evidence["age_days"]))
    return ", ".join(filter(None, parts))


def _codes(blocks: Any, content: ApplicationContent, wording: Wording) -> str:
    """Codes of blocks, or of the pieces of blocks that a report has by code, in the compact form; "all" for all."""
    codes = [
        str(block.get("code") or block.get("block") or "") if isinstance(block, Mapping) else str(block)
        for block in blocks
    ]
    try:
        found = {content.scheme.block(code.partition(" (")[0]) for code in codes}
    except KaznedraError:
        return "; ".join(codes)
    if len(found) > 1 and found == content.blocks:
        return wording.say("all_blocks", count=len(found))
    return format_grouped(found, content.scheme)


def _costs(content: ApplicationContent, wording: Wording) -> dict[str, Any]:
    reckoned = reckon(content)
    heads = wording.heads(("year", "expenditure", "rent", "expenditure_kzt", "rent_kzt"))
    if reckoned is None:
        return {"heads": heads, "rows": [], "notes": [], "licences": {"heads": [], "rows": [], "notes": []}}
    rows = [
        [
            str(year.year),
            wording.number(year.expenditure_mci, 0),
            wording.number(year.rent_mci, 0),
            wording.number(year.expenditure_kzt, 0),
            wording.number(year.rent_kzt, 0),
        ]
        for year in reckoned.years
    ]
    licences = _licences(reckoned, wording)
    notes = [*_sums(reckoned, wording), *_one_plot(reckoned, wording), *_own_mci(reckoned, content.costs, wording)]
    minimums = _minimums(reckoned, content.plan or (), wording)
    return {"heads": heads, "rows": rows, "notes": [*notes, *minimums], "licences": licences}


def _sums(reckoned: Any, wording: Wording) -> list[str]:
    number = wording.number
    return [
        wording.say("costs_bonus", bonus=number(reckoned.bonus_mci), security=number(reckoned.security_mci)),
        wording.say("costs_total", expenditure=number(reckoned.expenditure_mci, 0), rent=number(reckoned.rent_mci, 0)),
    ]


def _licences(reckoned: Any, wording: Wording) -> dict[str, Any]:
    """Which licences the sum is of; of several a row for each."""
    planned, counts = reckoned.planned, [licence.blocks for licence in reckoned.licences]
    blocks = " + ".join(map(str, counts))
    notes = [
        wording.say("licences_several" if reckoned.is_several else "licences_one", count=len(counts), blocks=blocks),
        wording.say(f"licences_{planned.rests_on.value}"),
    ]
    if planned.left_out:
        key = "licences_not_granted" if planned.rests_on.value in ("outcome", "uncertain") else "licences_no_side"
        notes.append(wording.say(key, count=planned.left_out))
    rows = []
    for place, licence in enumerate(reckoned.licences if reckoned.is_several else (), 1):
        amounts = (licence.expenditure_mci, licence.rent_mci, licence.bonus_mci, licence.security_mci)
        rows.append([str(place), str(licence.blocks), *(wording.number(amount, 0) for amount in amounts)])
    heads = wording.heads(("licence", "of_blocks", "expenditure", "rent", "bonus", "security"))
    return {"heads": heads, "rows": rows, "notes": [" ".join(notes)]}


def _one_plot(reckoned: Any, wording: Wording) -> list[str]:
    """What one connected plot would change, and what is assumed of several licences."""
    plot, told = reckoned.one_plot, []
    if plot:
        names = ("expenditure", "rent", "bonus", "security")
        amounts = {name: _signed(getattr(plot, f"{name}_mci"), wording) for name in names}
        told.append(wording.say("licences_one_plot", blocks=plot.blocks, **amounts))
    return [*told, wording.say("licences_assumed")] if reckoned.is_several else told


def _signed(value: Decimal, wording: Wording) -> str:
    sign = MINUS if value < 0 else "+" if value else "±"
    return sign + wording.number(abs(value), 0)


def _own_mci(reckoned: Any, settings: Mapping[str, Any], wording: Wording) -> list[str]:
    """The MCI of the user's own that tenge are by, those that were assumed to grow apart from the others."""
    growth = settings.get("growth") or {}
    own = [mci for mci in reckoned.mci if mci.is_own]
    told = {"costs_assumed_mci": [mci for mci in own if str(mci.year) in growth]}
    told["costs_own_mci"] = [mci for mci in own if mci not in told["costs_assumed_mci"]]
    return [
        wording.say(key, years="; ".join(f"{mci.year}: {wording.number(mci.value)}" for mci in found))
        for key, found in told.items()
        if found
    ]


def uncosted(amounts: Sequence[Any], wording: Wording) -> list[str]:
    """A line that tells how many works have no cost, which makes a sum of the others too low; none where all have."""
    count = sum(amount is None for amount in amounts)
    return [wording.say("plan_uncosted", count=count)] if count else []


def _minimums(reckoned: Any, works: Sequence[Mapping[str, Any]], wording: Wording) -> list[str]:
    """A line for every year: the cost of the plan against the minimum expenditure, where that is known."""
    lines = []
    for year in reckoned.years if works else ():
        amounts = [work.get("cost") for work in works if work["year"] == year.year]
        cost = sum((Decimal(str(amount)) for amount in amounts if amount is not None), Decimal(0))
        least = year.expenditure_kzt
        key = "plan_unknown" if least is None else "plan_enough" if cost >= least else "plan_short"
        values = {"year": year.year, "cost": wording.number(cost, 0), "minimum": wording.number(least, 0)}
        lines.append(" ".join((wording.say(key, **values), *uncosted(amounts, wording))))
    if lines and reckoned.is_several:
        lines.append(wording.say("plan_licences", count=len(reckoned.licences)))
    return lines
