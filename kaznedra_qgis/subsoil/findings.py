"""Findings: what a rule says of blocks, in one of three answers, and what it rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Optional

from .blocks import Block


class State(str, Enum):
    """The answer of a rule. What is not known is UNKNOWN, never CLEAR."""

    CLEAR = "clear"
    CONFLICT = "conflict"
    UNKNOWN = "unknown"


WORST_FIRST = (State.CONFLICT, State.UNKNOWN, State.CLEAR)


@dataclass(frozen=True)
class Evidence:
    """What a finding rests on: a feature of a theme, or, where `feature_id` is empty, the theme as a whole."""

    theme: str
    snapshot: Optional[int] = None
    """Number of the snapshot; None where there is none"""
    taken: str = ""
    """When it was finished, RFC 3339 in UTC; empty where there is none"""
    age_days: Optional[int] = None
    """Age of the snapshot on the day of the check"""
    feature_id: str = ""
    name: Mapping[str, str] = field(default_factory=dict)
    """What the feature is called, by language"""
    state: str = ""
    """How well the theme is covered: complete, partial, stale, failed, missing"""
    source: str = ""

    def report(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "theme": self.theme,
            "source": self.source,
            "snapshot": self.snapshot,
            "taken": self.taken or None,
            "age_days": self.age_days,
            "state": self.state,
            "feature_id": self.feature_id or None,
            "name": dict(self.name),
        }


@dataclass(frozen=True)
class Finding:
    """What one rule says of some blocks. `message` is a sentence in each of en, ru, kk."""

    rule: str
    article: str
    state: State
    blocks: tuple[Block, ...]
    message: Mapping[str, str]
    evidence: tuple[Evidence, ...] = ()
    circumstance: str = ""
    """What makes a further attachment necessary, one of `attachments.CIRCUMSTANCES`, or third_party_land"""


def worst(findings: Iterable[Finding]) -> State:
    """The state to know of first; UNKNOWN where nothing was found out."""
    met = {finding.state for finding in findings}
    return next((state for state in WORST_FIRST if state in met), State.UNKNOWN)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Conflicts first, then what is unknown, then what is clear; within these as they came."""
    return sorted(findings, key=lambda finding: WORST_FIRST.index(finding.state))
