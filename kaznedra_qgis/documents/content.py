"""What an application says (Code on Subsoil, art. 187), gathered from a draft, before it is put into words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any, Optional

from ..subsoil.application_check import Difference
from ..subsoil.blocks import Block, bounds
from ..subsoil.catalogue import Catalogue, corner_catalogue
from ..subsoil.licences import PlannedLicences, as_chosen
from ..subsoil.numbering import NumberingScheme, default_scheme
from ..subsoil.rulepack import RulePack, newest_rule_pack
from ..subsoil.transformations import Operation, choose


@dataclass(frozen=True)
class Rest:
    """The state of a theme of a source that the application rests on, as `workspace.history.Ground.report` has it."""

    theme: str
    source: str
    snapshot: int
    """Number of the snapshot in the workspace; 0 where nothing is known"""
    taken: str
    """RFC 3339 in UTC, empty where nothing is known"""
    state: str
    """complete, partial or unknown"""
    features: int
    address: str = ""
    hash: str = ""


@dataclass(frozen=True)
class ApplicationContent:
    """An application as it is to be written. The mappings are the JSON that drafts keep; what is missing is not there.

    `report` is that of kaznedra:checkapplication, empty where the rules were not run.
    """

    name: str
    blocks: frozenset[Block]
    made: datetime
    """In UTC"""
    partial: frozenset[Block] = frozenset()
    draft: str = ""
    colour: str = "#D55E00"
    """That the blocks are drawn in"""
    applicant: Mapping[str, Any] = field(default_factory=dict)
    minerals: Sequence[str] = ()
    work_types: Sequence[str] = ()
    plan: Any = None
    attachments: Any = None
    costs: Mapping[str, Any] = field(default_factory=dict)
    """The user's own day of issue and MCI: {"start": "2026-12-01", "mci": {"2027": "4700"}, "growth": {"2027": "5"}}"""
    report: Mapping[str, Any] = field(default_factory=dict)
    predicted: Optional[PlannedLicences] = None
    """The licences that it leads to by `report`"""
    circumstances: Mapping[str, Optional[bool]] = field(default_factory=dict)
    """Which attachments the ground and the applicant ask for, as `subsoil.attachments.check_attachments` takes it"""
    checked_before: str = ""
    """When the draft was last checked before this, RFC 3339 in UTC; empty where it was not"""
    differences: Sequence[Difference] = ()
    """What `report` says otherwise than that check"""
    sources: tuple[Rest, ...] = ()
    rule_pack: RulePack = field(default_factory=newest_rule_pack)
    scheme: NumberingScheme = field(default_factory=default_scheme)
    sk_42: str = ""
    """Id of the operation between SK-42 and WGS 84 that the user has set; empty for the most accurate there is"""

    @cached_property
    def catalogue(self) -> Catalogue:
        """The corners in all datums: one choice of transformations for all that is written of this application.

        ValueError where there are no blocks, KaznedraError(NO_TRANSFORMATION).
        """
        return corner_catalogue(self.blocks, self.scheme.datum, self.sk_42)

    def named(self, name: str) -> "ApplicationContent":
        """The same by another name; what was reckoned is not reckoned again."""
        other = replace(self, name=name)
        vars(other).update({key: value for key, value in vars(self).items() if key not in self.__dataclass_fields__})
        return other

    def way_to(self, crs: str) -> Operation:
        """From the datum of the grid to another, as the catalogue goes it."""
        west, south, east, north = bounds(self.blocks)
        return choose(self.scheme.datum, crs, (west / 60, south / 60, east / 60, north / 60), self.sk_42).operation

    @cached_property
    def licences(self) -> PlannedLicences:
        """The licences that it leads to, as far as that is known."""
        return self.predicted or as_chosen(self.blocks)

    @property
    def ordered(self) -> list[Block]:
        """The blocks as their codes read."""
        return sorted(self.blocks, key=self.scheme.sort_key)

    @property
    def worst_differences(self) -> list[Difference]:
        """The differences, conflicts first, then what is unknown and what is clear; not what is only asked anew."""
        order = ("conflict", "unknown", "clear", "")
        telling = (each for each in self.differences if each.before or each.after != "clear")
        return sorted(telling, key=lambda each: order.index(each.after))

    @property
    def snapshots(self) -> list[int]:
        """Numbers of the snapshots that it rests on."""
        return sorted({rest.snapshot for rest in self.sources if rest.snapshot})
