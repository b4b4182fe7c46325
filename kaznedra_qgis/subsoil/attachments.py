"""The attachments of an application as a checklist: Code on Subsoil 187(4)-(6), from the rule pack."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Any, Optional

from ..errors import Code, KaznedraError
from .findings import Finding, State
from .rulepack import RulePack

CIRCUMSTANCES = ("representative", "hydrocarbon_overlap", "production_overlap", "settlement_zone")
"""What makes some of the attachments necessary; `always` makes the others so"""


class Certified(str, Enum):
    """Who vouches for a document."""

    NOTARY = "notary"
    APPLICANT = "applicant"
    ISSUER = "issuer"


class Reason(str, Enum):
    """Why an attachment is in its state."""

    THERE = "there"
    NOT_NEEDED = "not_needed"
    NEED_UNKNOWN = "need_unknown"
    MISSING = "missing"
    FILE_GONE = "file_gone"
    NO_DATE = "no_date"
    NOT_YET_ISSUED = "not_yet_issued"
    EXPIRED = "expired"
    NOT_CERTIFIED = "not_certified"


@dataclass(frozen=True)
class Requirement:
    """An attachment that the law asks for, `when` always or in one of CIRCUMSTANCES; `title` by language."""

    id: str
    title: Mapping[str, str]
    when: str
    certified: Certified
    languages: tuple[str, ...]
    act: str
    article: str
    confidence: str
    age_days: Optional[int] = None
    """How many days old it may be on the day of the application"""


@dataclass(frozen=True)
class Attachment:
    """What the user has of it. `certified`: the copies are notarised, or the document signed, as the law asks.

    `needed` is the user's word where the ground does not tell whether it is.
    """

    files: tuple[str, ...] = ()
    issued: Optional[date] = None
    certified: bool = False
    note: str = ""
    needed: Optional[bool] = None


@dataclass(frozen=True)
class AttachmentCheck:
    """A requirement and how it stands. `expires`: the last day on which the document serves."""

    requirement: Requirement
    state: State
    reason: Reason
    expires: Optional[date] = None


def requirements(pack: RulePack) -> tuple[Requirement, ...]:
    """The attachments that the pack lists, in its order. KaznedraError(BAD_RULE_PACK)."""
    try:
        return tuple(_requirement(row, pack) for row in pack.data["attachments"])
    except (KeyError, TypeError, ValueError) as error:
        raise KaznedraError(Code.BAD_RULE_PACK, path=pack.path, member="attachments", detail=str(error)) from error


def _requirement(row: Mapping[str, Any], pack: RulePack) -> Requirement:
    if row["when"] not in ("always", *CIRCUMSTANCES):
        raise ValueError(row["when"])
    limit = row.get("age_limit")
    return Requirement(
        row["id"],
        dict(row["title"]),
        row["when"],
        Certified(row["certified"]),
        tuple(row["languages"]),
        row["act"],
        row["article"],
        row["confidence"],
        int(pack.figure("limits", limit).value) if limit else None,
    )


def circumstances_of(findings: Iterable[Finding]) -> dict[str, Optional[bool]]:
    """What the rules found of the ground, by CIRCUMSTANCES without the representative.

    False only where the rule on consents found ground that takes none, and nothing of it is unknown.
    """
    findings = tuple(findings)
    told = [finding for finding in findings if finding.rule == "consents"]
    needed = {finding.circumstance for finding in told}
    doubtful = any(finding.rule == "readable_records" and finding.state is State.UNKNOWN for finding in findings)
    rest = {State.UNKNOWN} if doubtful else {finding.state for finding in told if not finding.circumstance}
    other = False if rest == {State.CLEAR} else None
    return {name: True if name in needed else other for name in CIRCUMSTANCES if name != "representative"}


def check_attachments(
    pack: RulePack,
    attached: Mapping[str, Attachment],
    circumstances: Mapping[str, Optional[bool]],
    day: date,
    is_there: Callable[[str], bool],
) -> tuple[AttachmentCheck, ...]:
    """How every attachment stands on the `day` of the application.

    `attached` by the id of the requirement; `circumstances` by CIRCUMSTANCES, None or left out where it is not known;
    `is_there` tells whether a file exists.
    """
    return tuple(
        _check(needed, attached.get(needed.id, Attachment()), circumstances, day, is_there)
        for needed in requirements(pack)
    )


def _check(
    needed: Requirement,
    attachment: Attachment,
    circumstances: Mapping[str, Optional[bool]],
    day: date,
    is_there: Callable[[str], bool],
) -> AttachmentCheck:
    applies = True if needed.when == "always" else circumstances.get(needed.when)
    if applies is None:
        applies = attachment.needed
    if applies is False:
        return AttachmentCheck(needed, State.CLEAR, Reason.NOT_NEEDED)
    if not attachment.files:
        unknown = applies is None
        return AttachmentCheck(
            needed, *((State.UNKNOWN, Reason.NEED_UNKNOWN) if unknown else (State.CONFLICT, Reason.MISSING))
        )
    expires = None
    if needed.age_days is not None and attachment.issued is not None:
        expires = attachment.issued + timedelta(needed.age_days)
    return AttachmentCheck(needed, *_judged(needed, attachment, expires, day, is_there), expires)


def _judged(
    needed: Requirement, attachment: Attachment, expires: Optional[date], day: date, is_there: Callable[[str], bool]
) -> tuple[State, Reason]:
    if not all(map(is_there, attachment.files)):
        return State.CONFLICT, Reason.FILE_GONE
    if expires is not None and day > expires:
        return State.CONFLICT, Reason.EXPIRED
    if attachment.issued is not None and attachment.issued > day:
        return State.CONFLICT, Reason.NOT_YET_ISSUED
    if not attachment.certified:
        return State.CONFLICT, Reason.NOT_CERTIFIED
    if needed.age_days is not None and attachment.issued is None:
        return State.UNKNOWN, Reason.NO_DATE
    return State.CLEAR, Reason.THERE


def to_json(attached: Mapping[str, Attachment]) -> dict[str, Any]:
    """The attachments as JSON, by requirement; those that say nothing are left out."""
    return {
        name: {
            "files": list(attachment.files),
            "issued": attachment.issued.isoformat() if attachment.issued else None,
            "certified": attachment.certified,
            "note": attachment.note,
            "needed": attachment.needed,
        }
        for name, attachment in attached.items()
        if attachment != Attachment()
    }


def from_json(told: Any) -> dict[str, Attachment]:
    """The attachments of `to_json`; None is none. ValueError for anything else."""
    try:
        return {str(name): _attachment(row) for name, row in (told or {}).items()}
    except (TypeError, AttributeError) as error:
        raise ValueError(f"no attachments: {error}") from error


def _attachment(row: Mapping[str, Any]) -> Attachment:
    issued = row.get("issued")
    return Attachment(
        tuple(map(str, row.get("files") or ())),
        date.fromisoformat(issued) if issued else None,
        row.get("certified") is True,
        str(row.get("note") or ""),
        row.get("needed") if isinstance(row.get("needed"), bool) else None,
    )


def files_of(attached: Mapping[str, Attachment]) -> Iterable[str]:
    """Paths of all files, each once, in order."""
    return dict.fromkeys(path for attachment in attached.values() for path in attachment.files)
