"""The check of an application: what the rules find, what would become of it, and what it costs, in one report."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Optional, Union

from ..errors import KaznedraError
from .blocks import Block, area_km2, components
from .codes import format_code
from .findings import Finding, State, worst
from .licences import ApplicationCosts, PlannedLicences, application_costs, planned
from .numbering import NumberingScheme, default_scheme
from .outcome import Outcome, predict_case
from .partial_blocks import Remainder
from .rulepack import RulePack, newest_rule_pack
from .rules import Case, ProposedBlocks, check_case
from .surroundings import Surroundings

Summary = Mapping[str, Mapping[str, Sequence[str]]]
"""By rule and state, the codes of the blocks: what is kept of a check, to be compared with the next"""


@dataclass(frozen=True)
class Report:
    """What a check found. `costs` is None where there are no blocks, or more than the law knows costs for."""

    application: ProposedBlocks
    day: date
    rule_pack: str
    findings: Sequence[Finding]
    outcome: Outcome
    plots: int
    """Parts of the application that hang together by sides"""
    area_km2: float
    """Of blocks marked as partial, what remains of them"""
    licences: PlannedLicences
    """That it leads to"""
    costs: Optional[ApplicationCosts]
    snapshots: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """By theme the numbers of the snapshots that the check rests on"""
    scheme: Optional[NumberingScheme] = None

    @property
    def result(self) -> State:
        """The worst of the findings."""
        return worst(self.findings)

    def codes(self, blocks: Iterable[Block]) -> list[str]:
        """The blocks by their codes; those outside the grid by the minutes of their corner."""
        return [_code(block, self.scheme or default_scheme()) for block in blocks]

    def summary(self) -> Summary:
        """What to keep of the check."""
        found: dict[str, dict[str, list[str]]] = {}
        for finding in self.findings:
            of_state = found.setdefault(finding.rule, {}).setdefault(finding.state.value, [])
            of_state.extend(code for code in self.codes(finding.blocks) if code not in of_state)
        return {rule: {state: sorted(codes) for state, codes in states.items()} for rule, states in found.items()}

    def digest(self) -> str:
        """SHA-256 of the summary: equal digests, equal answers for every block."""
        text = json.dumps(self.summary(), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()

    def report(self) -> dict[str, Any]:
        """The check as JSON: what kaznedra:checkapplication writes."""
        return {
            "result": self.result.value,
            "date": self.day.isoformat(),
            "blocks": len(self.application.blocks),
            "codes": self.codes(self.application.blocks),
            "plots": self.plots,
            "area_km2": round(self.area_km2, 3),
            "rule_pack": self.rule_pack,
            "snapshots": {theme: list(numbers) for theme, numbers in self.snapshots.items()},
            "findings": [self._finding(finding) for finding in self.findings],
            "outcome": self._outcome(),
            "costs": self.costs.report() if self.costs else None,
            "digest": self.digest(),
        }

    def _finding(self, finding: Finding) -> dict[str, Any]:
        return {
            "rule": finding.rule,
            "article": finding.article,
            "state": finding.state.value,
            "blocks": self.codes(finding.blocks),
            "message": dict(finding.message),
            "evidence": [evidence.report() for evidence in finding.evidence],
        }

    def _outcome(self) -> dict[str, Any]:
        outcome = self.outcome
        return {
            "whole": self.codes(outcome.whole),
            "partial": [self._partial(remainder) for remainder in outcome.partial.values()],
            "uncertain": self.codes(outcome.uncertain),
            "refused": self.codes(outcome.refused),
            "isolated": self.codes(outcome.isolated),
            "suggested_drop": self.codes(outcome.suggested_drop),
            "plots": [self.codes(plot) for plot in outcome.plots],
        }

    def _partial(self, remainder: Remainder) -> dict[str, Any]:
        from shapely.geometry import mapping

        return {
            "block": self.codes([remainder.block])[0],
            "area_km2": round(remainder.area_km2, 4),
            "pieces": remainder.pieces,
            "keeps_side": remainder.keeps_side.value,
            "geometry": mapping(remainder.geometry),
        }


def check(
    application: Union[ProposedBlocks, Iterable[Block]],
    surroundings: Surroundings,
    pack: Optional[RulePack] = None,
    day: Optional[date] = None,
    mci: Optional[Mapping[int, Decimal]] = None,
    scheme: Optional[NumberingScheme] = None,
) -> Report:
    """Check an application on a day (default: that of the surroundings) by a pack (default: the newest).

    Costs are those of the first term, from that day on, of the licences that the application leads to.
    """
    proposed = application if isinstance(application, ProposedBlocks) else ProposedBlocks(tuple(application))
    case = Case(proposed, surroundings, pack or newest_rule_pack(), day or surroundings.as_of)
    findings = check_case(case)
    outcome = predict_case(case, findings)
    licences = planned(outcome, case.blocks)
    return Report(
        proposed,
        case.day,
        case.pack.id,
        findings,
        outcome,
        len(components(case.blocks)),
        sum(_area_km2(case, block) for block in case.blocks),
        licences,
        _costs(case, licences, mci),
        surroundings.snapshots(),
        scheme,
    )


@dataclass(frozen=True)
class Difference:
    """A rule whose answer for some blocks is another than before; empty where it had or has none."""

    rule: str
    before: str
    after: str
    blocks: tuple[str, ...]


def differences(before: Summary, after: Summary) -> list[Difference]:
    """What differs between two checks, block by block: a block newly in conflict, or no longer."""
    changed: dict[tuple[str, str, str], list[str]] = {}
    for rule in dict.fromkeys([*after, *before]):
        old, new = _worst_by_code(before.get(rule, {})), _worst_by_code(after.get(rule, {}))
        for code in dict.fromkeys([*new, *old]):
            states = (rule, old.get(code, ""), new.get(code, ""))
            if states[1] != states[2]:
                changed.setdefault(states, []).append(code)
    return [Difference(*states, tuple(codes)) for states, codes in changed.items()]


def _worst_by_code(states: Mapping[str, Sequence[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for state in (State.CLEAR.value, State.UNKNOWN.value, State.CONFLICT.value):
        found.update(dict.fromkeys(states.get(state, ()), state))
    return found


def _area_km2(case: Case, block: Block) -> float:
    remainder = case.remainders.get(block) if block in case.application.partial else None
    return remainder.area_km2 if remainder else area_km2(block)


def _costs(case: Case, licences: PlannedLicences, mci: Optional[Mapping[int, Decimal]]) -> Optional[ApplicationCosts]:
    limit = case.pack.figure("limits", "blocks_in_application").value
    if not 0 < len(case.blocks) <= limit:
        return None
    return application_costs(licences, case.day, case.pack.figure("limits", "term").value, case.pack, mci)


def _code(block: Block, scheme: NumberingScheme) -> str:
    try:
        return format_code(block, scheme)
    except KaznedraError:
        return f"{block.lon}' E {block.lat}' N"
