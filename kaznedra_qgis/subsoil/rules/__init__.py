"""The rules of the law on an application for blocks: small objects, each with its article and its three answers."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Optional, Union

from ..blocks import Block
from ..findings import Finding, in_order
from ..rulepack import RulePack, newest_rule_pack
from ..surroundings import Surroundings
from .bars import ARTICLE_186_2, OTHER_RIGHTS, STATE_PROGRAMME, UnreadableRecords
from .case import Case, ProposedBlocks
from .partial import PartialBlocks
from .restricted import Consents, ProtectedPart, ProtectedWhole, RestrictedPart, RestrictedWhole
from .rule import Rule
from .shape import BlockCount, InCountry, SeparatePlots, SharedSide
from .time import FreedBlocks, PendingApplications, Relinquished, Revoked

__all__ = ["RULES", "Case", "ProposedBlocks", "Rule", "check_all", "check_case"]

RULES: tuple[Rule, ...] = (
    BlockCount(),
    InCountry(),
    SharedSide(),
    SeparatePlots(),
    RestrictedWhole(),
    *ARTICLE_186_2,
    PartialBlocks(),
    RestrictedPart(),
    ProtectedWhole(),
    ProtectedPart(),
    PendingApplications(),
    *STATE_PROGRAMME,
    FreedBlocks(),
    Revoked(),
    Relinquished(),
    Consents(),
    OTHER_RIGHTS,
    UnreadableRecords(),
)
"""In the order in which they are told"""


def check_all(
    application: Union[ProposedBlocks, Iterable[Block]],
    surroundings: Surroundings,
    pack: Optional[RulePack] = None,
    day: Optional[date] = None,
    rules: Sequence[Rule] = RULES,
) -> list[Finding]:
    """What every rule says of the blocks: conflicts first, then what is unknown, then what is clear.

    `day` defaults to the surroundings' own, `pack` to the newest. Every rule answers for every block.
    """
    proposed = application if isinstance(application, ProposedBlocks) else ProposedBlocks(tuple(application))
    return check_case(Case(proposed, surroundings, pack or newest_rule_pack(), day or surroundings.as_of), rules)


def check_case(case: Case, rules: Sequence[Rule] = RULES) -> list[Finding]:
    """What every rule says of a case."""
    return in_order(finding for rule in rules for finding in rule.check(case)) if case.blocks else []
