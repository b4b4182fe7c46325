"""The outcome predictor: which blocks would be granted whole, in part or not at all, and in how many plots."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Optional, Union

from .blocks import Block, neighbours
from .findings import Finding, State
from .partial_blocks import Remainder, share_a_side
from .rulepack import RulePack, newest_rule_pack
from .rules import RULES, Case, ProposedBlocks, Rule
from .surroundings import Surroundings

_REFUSING = frozenset(rule.id for rule in RULES if rule.refuses)
_NOT_OF_PLACE = frozenset(
    {"block_count", "shared_side", "separate_plots", "restricted_part", "protected_part", "consents"}
)
"""Rules whose doubt does not touch whether a block is granted"""


@dataclass(frozen=True)
class Outcome:
    """What would become of each block, as far as is known. Every block is in one of the first five."""

    whole: tuple[Block, ...]
    """Granted whole: nothing known or unknown is in the way"""
    partial: Mapping[Block, Remainder]
    """Granted in part, with what remains"""
    uncertain: tuple[Block, ...]
    """Something that bears on them is unknown: a theme, a record, what the law means, or which of too many are left"""
    refused: tuple[Block, ...]
    """Not granted, by a rule"""
    isolated: tuple[Block, ...]
    """Not granted, because what is left shares no side with another block"""
    plots: tuple[tuple[Block, ...], ...]
    """The plots that the rest falls into, uncertain blocks included; each a licence of its own (article 188(4))"""

    @property
    def suggested_drop(self) -> tuple[Block, ...]:
        """What to leave out of the application."""
        return self.refused + self.isolated


def predict(
    application: Union[ProposedBlocks, Iterable[Block]],
    findings: Optional[Sequence[Finding]],
    surroundings: Surroundings,
    pack: Optional[RulePack] = None,
    day: Optional[date] = None,
) -> Outcome:
    """What would become of the application; `findings` as `check_all` gave them, None: they are made here."""
    proposed = application if isinstance(application, ProposedBlocks) else ProposedBlocks(tuple(application))
    case = Case(proposed, surroundings, pack or newest_rule_pack(), day or surroundings.as_of)
    return predict_case(case, findings)


def predict_case(case: Case, findings: Optional[Sequence[Finding]] = None, rules: Sequence[Rule] = RULES) -> Outcome:
    """What would become of a case."""
    if findings is None:
        findings = [finding for rule in rules for finding in rule.check(case)]
    refused = _blocks(findings, State.CONFLICT, lambda rule: rule in _REFUSING)
    doubtful = _blocks(findings, State.UNKNOWN, lambda rule: rule not in _NOT_OF_PLACE)
    doubtful |= _blocks(findings, State.CONFLICT, lambda rule: rule == "block_count")
    rest = [block for block in case.blocks if block not in refused]
    left: Mapping[Block, Remainder] = {}
    while True:
        left = replace(case, only=frozenset(rest)).remainders
        lost = {block for block, remainder in left.items() if remainder.keeps_side is State.CONFLICT}
        if not lost:
            break
        refused |= lost
        rest = [block for block in rest if block not in lost]
    plots = _plots(rest, left)
    held = {block for plot in plots if len(plot) > 1 for block in plot}
    alone = {block for block in rest if block not in held} if len(rest) > 1 else set()
    granted = [block for block in rest if block not in alone]
    doubtful |= {block for block in left if left[block].keeps_side is State.UNKNOWN}
    return Outcome(
        whole=tuple(block for block in granted if block not in left and block not in doubtful),
        partial={block: left[block] for block in granted if block in left and block not in doubtful},
        uncertain=tuple(block for block in granted if block in doubtful),
        refused=tuple(block for block in case.blocks if block in refused),
        isolated=tuple(block for block in rest if block in alone),
        plots=tuple(plot for plot in plots if len(plot) > 1) if len(rest) > 1 else tuple(plots[:1]),
    )


def _blocks(findings: Iterable[Finding], state: State, of_rule: Any) -> set[Block]:
    return {
        block for finding in findings if finding.state is state and of_rule(finding.rule) for block in finding.blocks
    }


def _plots(blocks: Sequence[Block], left: Mapping[Block, Remainder]) -> list[tuple[Block, ...]]:
    """Parts that hang together by sides: of whole blocks, and of the pieces that are left of partial ones.

    A block whose pieces belong to several parts stands in each of them.
    """
    pieces = {block: range(left[block].pieces if block in left else 1) for block in blocks}
    ahead = {(block, piece) for block in blocks for piece in pieces[block]}
    plots = []
    for first in [(block, piece) for block in blocks for piece in pieces[block]]:
        if first not in ahead:
            continue
        ahead.remove(first)
        part, edge = [first], [first]
        while edge:
            here = edge.pop()
            around = [(near, piece) for near in neighbours(here[0]) for piece in pieces.get(near, ())]
            joined = [there for there in around if there in ahead and share_a_side(here, there, left)]
            ahead.difference_update(joined)
            part += joined
            edge += joined
        plots.append(tuple(dict.fromkeys(block for block, _ in part)))
    return plots
