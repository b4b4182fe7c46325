"""What an application says (Code on Subsoil, art. 187), gathered from a draft, before it is put into words."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import Code, KaznedraError
from ..subsoil.blocks import Block
from ..subsoil.numbering import NumberingScheme, default_scheme
from ..subsoil.rulepack import RulePack, newest_rule_pack

if TYPE_CHECKING:
    from ..workspace.drafts import Draft
    from ..workspace.workspace import Workspace


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
    report: Mapping[str, Any] = field(default_factory=dict)
    sources: tuple[Rest, ...] = ()
    rule_pack: RulePack = field(default_factory=newest_rule_pack)
    scheme: NumberingScheme = field(default_factory=default_scheme)

    @property
    def ordered(self) -> list[Block]:
        """The blocks as their codes read."""
        return sorted(self.blocks, key=self.scheme.sort_key)

    @property
    def snapshots(self) -> list[int]:
        """Numbers of the snapshots that it rests on."""
        return sorted({rest.snapshot for rest in self.sources if rest.snapshot})


def of_draft(
    draft: "Draft", workspace: "Workspace", made: datetime, report: Mapping[str, Any], applicant: Mapping[str, Any]
) -> ApplicationContent:
    """What a draft of a workspace says. `applicant` is the profile as JSON, `report` a check of this very moment."""
    details = draft.details
    return ApplicationContent(
        name=draft.name,
        blocks=draft.blocks,
        made=made,
        partial=draft.partial,
        draft=draft.id,
        colour=draft.colour,
        applicant=applicant,
        minerals=details.get("minerals") or (),
        work_types=details.get("work_types") or (),
        plan=details.get("plan"),
        attachments=details.get("attachments"),
        report=report,
        sources=rests_on(workspace),
    )


def find_draft(workspace: "Workspace", told: str) -> "Draft":
    """The draft of that id or, where only one has it, that name. KaznedraError(NO_SUCH_DRAFT)."""
    from ..workspace.drafts import drafts_of

    every = drafts_of(workspace)
    found = [draft for draft in every if draft.id == told] or [draft for draft in every if draft.name == told]
    if len(found) != 1:
        raise KaznedraError(Code.NO_SUCH_DRAFT, draft=told)
    return found[0]


def find_applicant(told: str) -> Mapping[str, Any]:
    """A profile as JSON, by id, IIN, BIN or name, or the path of a file of one; empty for ''.

    KaznedraError(BAD_APPLICANT) where there is no such profile, several, or the file is not one.
    """
    if not told.strip():
        return {}
    from ..applicant_profiles import ApplicantProfiles
    from ..subsoil.applicants import from_json, to_json

    wanted = told.strip()
    if wanted.lower().endswith(".json"):
        try:
            return to_json(from_json(json.loads(Path(wanted).read_text("utf-8"))))
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as wrong:
            raise KaznedraError(Code.BAD_APPLICANT, path=wanted, detail=str(wrong)) from wrong
    found = [each for each in ApplicantProfiles().all() if wanted in (each.id, each.number, *each.name.values())]
    if len(found) != 1:
        raise KaznedraError(Code.BAD_APPLICANT, text=wanted)
    return to_json(found[0])


def rests_on(workspace: "Workspace") -> tuple[Rest, ...]:
    """The newest standing snapshot of every theme and source; those of which nothing is known among them."""
    from ..workspace.history import as_of

    found = []
    for ground in as_of(workspace).grounds:
        taken = ground.snapshot
        if taken is None:
            found.append(Rest(ground.theme, ground.source, 0, "", "unknown", 0))
        else:
            facts = (taken.id, taken.finished, taken.state.value, taken.distinct, taken.address, taken.hash)
            found.append(Rest(ground.theme, ground.source, *facts))
    return tuple(found)
