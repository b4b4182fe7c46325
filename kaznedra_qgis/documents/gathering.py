"""Gathers what an application says: the draft, the profile of its applicant, and a check of this very moment."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Optional

from ..applicant_profiles import ApplicantProfiles
from ..errors import Code, KaznedraError
from ..settings import Settings
from ..subsoil.applicants import from_json, to_json
from ..subsoil.application_check import check, differences
from ..subsoil.attachments import circumstances_of
from ..subsoil.rules import ProposedBlocks
from ..workspace.drafts import Draft, drafts_of
from ..workspace.history import as_of
from ..workspace.surroundings import around_blocks
from ..workspace.workspace import Workspace
from .content import ApplicationContent, Rest


def of_draft(draft: Draft, made: datetime, applicant: Optional[Mapping[str, Any]] = None) -> ApplicationContent:
    """What a draft says, not checked yet; `applicant`: another profile than the draft names, as JSON."""
    details = draft.details
    if applicant is None:
        applicant = applicant_of(details.get("applicant"))
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
        costs=details.get("costs") or {},
        sk_42=Settings().sk_42,
    )


def checked(
    content: ApplicationContent,
    workspace: Workspace,
    freshness_days: Optional[Mapping[str, float]] = None,
    before: Any = None,
) -> ApplicationContent:
    """The application with a check on the newest snapshots of the workspace, and what differs from the one `before`.

    `before` is the detail "checked" of a draft (`Drafts.note_check`), with the `summary` of its report.
    """
    content = replace(content, sources=rests_on(workspace))
    if not content.blocks:
        return content
    day = content.made.date()
    number = str(content.applicant.get("bin") or content.applicant.get("iin") or "")
    proposed = ProposedBlocks(tuple(content.ordered), content.partial, number)
    known = around_blocks(workspace, (), content.blocks, day, freshness_days=freshness_days, pack=content.rule_pack)
    found = check(proposed, known, content.rule_pack, day, scheme=content.scheme)
    told = before if isinstance(before, Mapping) else {}
    summary = told.get("summary")
    changed = differences(summary, found.summary()) if isinstance(summary, Mapping) else ()
    asked_for = {**circumstances_of(found.findings), "representative": bool(content.applicant.get("representative"))}
    return replace(
        content,
        report=found.report(),
        predicted=found.licences,
        circumstances=asked_for,
        checked_before=str(told.get("at") or ""),
        differences=changed,
    )


def find_draft(workspace: Workspace, told: str) -> Draft:
    """The draft of that id or, where only one has it, that name. KaznedraError(NO_SUCH_DRAFT)."""
    every = drafts_of(workspace)
    found = [draft for draft in every if draft.id == told] or [draft for draft in every if draft.name == told]
    if len(found) != 1:
        raise KaznedraError(Code.NO_SUCH_DRAFT, draft=told)
    return found[0]


def applicant_of(detail: Any, profiles: Optional[ApplicantProfiles] = None) -> Mapping[str, Any]:
    """The profile that the detail "applicant" of a draft names, as JSON; empty where it is not on this computer."""
    named = detail.get("profile") if isinstance(detail, Mapping) else None
    found = (profiles or ApplicantProfiles()).get(str(named)) if named else None
    return to_json(found) if found else {}


def find_applicant(told: str, profiles: Optional[ApplicantProfiles] = None) -> Optional[Mapping[str, Any]]:
    """A profile as JSON, by id, IIN, BIN or name, or the path of a file of one; None for ''.

    KaznedraError(BAD_APPLICANT) where there is no such profile, several, or the file is not one.
    """
    wanted = told.strip()
    if not wanted:
        return None
    if wanted.lower().endswith(".json"):
        try:
            return to_json(from_json(json.loads(Path(wanted).read_text("utf-8"))))
        except (OSError, ValueError, TypeError, AttributeError) as wrong:
            raise KaznedraError(Code.BAD_APPLICANT, path=wanted, detail=str(wrong)) from wrong
    every = (profiles or ApplicantProfiles()).all()
    found = [each for each in every if wanted in (each.id, each.number, *each.name.values())]
    if len(found) != 1:
        raise KaznedraError(Code.BAD_APPLICANT, text=wanted)
    return to_json(found[0])


def rests_on(workspace: Workspace) -> tuple[Rest, ...]:
    """The newest standing snapshot of every theme and source; those of which nothing is known among them."""
    found = []
    for ground in as_of(workspace).grounds:
        taken = ground.snapshot
        if taken is None:
            found.append(Rest(ground.theme, ground.source, 0, "", "unknown", 0))
        else:
            facts = (taken.id, taken.finished, taken.state.value, taken.distinct, taken.address, taken.hash)
            found.append(Rest(ground.theme, ground.source, *facts))
    return tuple(found)
