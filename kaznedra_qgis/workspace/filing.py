"""Filing a draft at a platform so that it is filed once, whatever breaks off on the way.

Before every sending the platform is asked whether it has the application already, by a key that is the draft's own.
What was sent without an answer is never sent again before the platform said that it has it not, and that only after
the time in which it could still arrive.
"""

import time
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Callable, NamedTuple, Optional

from ..errors import Code, KaznedraError
from ..sources.profile import SourceProfile
from ..sources.submission import KEY, Counter, Feature, Record, counter, feature, submission_profile, takes_applications
from ..subsoil.applicants import Applicant, in_language
from ..subsoil.blocks import outline_geojson
from ..subsoil.codes import format_codes
from ..subsoil.numbering import default_scheme
from ..themes import LANGUAGES
from .drafts import Draft
from .submissions import (
    ALWAYS,
    CLOSED,
    IN_THE_DARK,
    MAY_BE_SENT,
    State,
    Submission,
    begin,
    key_of,
    moment,
    read,
    restored,
    step,
)

if TYPE_CHECKING:
    from ..sources.source import Source
    from .workspace import Workspace

SETTLE_S = 60.0
"""How long after a sending ended without an answer the platform may still be at work on it"""
_PROMPT_S = 20.0
"""How long after it was written down a sending may begin: a computer that slept meanwhile may not"""


class Prepared(NamedTuple):
    """A draft ready to be shown to the user: exactly what would be sent, and where."""

    draft: str
    source: str
    attempt: int
    feature: Feature

    @property
    def word(self) -> str:
        """What the user's word is given for: the digest of just this, at just this place."""
        return self.feature.digest


def prepare(workspace: "Workspace", draft: Draft, applicant: Optional[Applicant], profile: SourceProfile) -> Prepared:
    """What would be sent of a draft as it is now. Nothing is written or sent.

    Raises SUBMISSION_NOT_OFFERED, APPLICATION_INCOMPLETE (`reason`), ALREADY_FILED (`receipt`), SUBMISSION_UNDER_WAY.
    """
    submission_profile(profile)
    for reason, there in (("no blocks", draft.blocks), ("no applicant", applicant)):
        if not there:
            raise KaznedraError(Code.APPLICATION_INCOMPLETE, reason=reason)
    with workspace.reading() as connection:
        attempt = _attempt(read(connection, profile.id, draft.id))
    return Prepared(
        draft.id,
        profile.id,
        attempt,
        feature(profile, _attributes(draft, applicant, attempt), outline_geojson(draft.blocks)),
    )


def enqueue(workspace: "Workspace", prepared: Prepared, word: str) -> Submission:
    """Write down that the user wants this sent; raises as `prepare` does, and NOT_CONFIRMED for another word."""
    if word != prepared.word:
        raise KaznedraError(Code.NOT_CONFIRMED)
    with workspace.writing() as connection:
        before = read(connection, prepared.source, prepared.draft)
        if _attempt(before) != prepared.attempt:
            raise KaznedraError(Code.NOT_CONFIRMED)
        now, place = moment(), prepared.feature
        wanted = Submission(
            *(prepared.source, place.key, prepared.draft, prepared.attempt, place.address),
            *(State.QUEUED, now, now, prepared.word),
        )
        last = next((one for one in before if one.key == place.key), None)
        if last is None:
            begin(connection, wanted)
        else:
            columns = {"digest": prepared.word, "address": place.address}
            step(connection, last, State.QUEUED, of=(*MAY_BE_SENT, State.DROPPED), **columns)
        return read(connection, prepared.source, key=place.key)[0]


def submit(workspace: "Workspace", prepared: Prepared, word: str, source: "Source") -> Submission:
    """File it, by the user's `word` for just this; returns how far it came, with the error that stopped it.

    Raises as `enqueue` does; SUBMISSION_UNDER_WAY also where another window was quicker.
    """
    place = counter(source)
    queued = enqueue(workspace, prepared, word)
    known = _looked_up(workspace, queued, place)
    if known.error is not None or known.state not in MAY_BE_SENT:
        return known
    bounds = place.limits
    until = moment(bounds.total_s + _PROMPT_S + SETTLE_S)
    content = prepared.feature.body.decode()
    claimed = time.time()
    with workspace.writing() as connection:
        columns = {"content": content, "open_until": until, "digest": prepared.word}
        if not step(connection, known, State.SENDING, of=MAY_BE_SENT, **columns):
            raise KaznedraError(Code.SUBMISSION_UNDER_WAY)
    if time.time() - claimed > _PROMPT_S:
        return _ended(workspace, known, State.NOT_FILED, KaznedraError(Code.TIMED_OUT))
    return _send(workspace, known, place, prepared.feature.body)


def look_up(workspace: "Workspace", submission: Submission, source: "Source") -> Submission:
    """Ask the platform what it has of a submission; returns it as it is known then, with the error of the asking."""
    return _looked_up(workspace, submission, counter(source))


def follow(workspace: "Workspace", source: "Source", cancelled: Callable[[], bool] = bool) -> list[Submission]:
    """Ask after all submissions to a source that are under way or filed; returns those of which there is news."""
    if not takes_applications(source.profile):
        return []
    with workspace.reading() as connection:
        asked = [one for one in read(connection, source.profile.id) if one.state in (*IN_THE_DARK, State.FILED)]
    news = []
    for one in asked:
        if cancelled():
            break
        now = look_up(workspace, one, source)
        if (now.state, now.status) != (one.state, one.status):
            news.append(now)
    return news


def waiting(workspace: "Workspace", profile: SourceProfile) -> list[Submission]:
    """The submissions to a source that the user wanted sent and that could not be."""
    if not takes_applications(profile):
        return []
    with workspace.reading() as connection:
        return [one for one in read(connection, profile.id) if one.state is State.QUEUED]


def drop(workspace: "Workspace", submission: Submission) -> None:
    """Want a submission no longer that surely is not filed. Raises SUBMISSION_UNDER_WAY where that is not sure."""
    with workspace.writing() as connection:
        if not step(connection, submission, State.DROPPED, of=(*MAY_BE_SENT, State.DROPPED)):
            raise KaznedraError(Code.SUBMISSION_UNDER_WAY)


def _send(workspace: "Workspace", submission: Submission, place: Counter, body: bytes) -> Submission:
    try:
        is_taken = place.file(body)
    except KaznedraError as error:
        if error.facts.get("taken") == "no":
            return _ended(workspace, submission, State.NOT_FILED, error)
        doubtful = _ended(workspace, submission, State.UNCERTAIN, error)
        return _looked_up(workspace, doubtful, place)
    # an answer alone proves nothing: a sign-in page of the network has the status 200, too
    known = _looked_up(workspace, _current(workspace, submission), place)
    if known.state is not State.SENDING:
        return known
    open_until = ALWAYS if is_taken else moment(SETTLE_S)
    return _ended(workspace, known, State.UNCERTAIN, restored(known.error), open_until)


def _ended(
    workspace: "Workspace", submission: Submission, state: State, error: Optional[KaznedraError], open_until: str = ""
) -> Submission:
    """The end of a sending, unless somebody else found out more meanwhile."""
    until = open_until or moment(SETTLE_S)
    with workspace.writing() as connection:
        step(connection, submission, state, of=(State.SENDING,), error=error, open_until=until)
        return _again(connection, submission)


def _looked_up(workspace: "Workspace", submission: Submission, place: Counter) -> Submission:
    try:
        record = place.find(submission.key, submission.content.encode())
    except KaznedraError as error:
        with workspace.writing() as connection:
            step(connection, submission, submission.state, of=(submission.state,), error=error)
            return _again(connection, submission)
    with workspace.writing() as connection:
        if record is not None:
            step(connection, submission, State.FILED, record=_kept(record))
        else:
            _not_there(connection, _again(connection, submission), place.address)
        return _again(connection, submission)


def _not_there(connection: Any, submission: Submission, address: str) -> None:
    """The platform at `address` has it not: believed only of where it was sent, and of what can no longer arrive."""
    is_there = submission.address == address
    if submission.state is State.FILED and is_there:
        step(connection, submission, State.FILED, error=KaznedraError(Code.SUBMISSION_VANISHED))
    elif submission.state not in MAY_BE_SENT and (not is_there or submission.open_until == ALWAYS):
        unproven = KaznedraError(Code.SUBMISSION_UNPROVEN, address=submission.address)
        step(connection, submission, submission.state, of=(*IN_THE_DARK, State.FILED), error=unproven)
    elif submission.state in IN_THE_DARK and moment() >= submission.open_until:
        step(connection, submission, State.NOT_FILED, of=IN_THE_DARK)
    elif submission.state in MAY_BE_SENT:
        step(connection, submission, submission.state, of=MAY_BE_SENT)


def _current(workspace: "Workspace", submission: Submission) -> Submission:
    with workspace.reading() as connection:
        return _again(connection, submission)


def _again(connection: Any, submission: Submission) -> Submission:
    return read(connection, submission.source, key=submission.key)[0]


def _kept(record: Record) -> dict[str, Any]:
    return {**asdict(record), "differs": list(record.differs), "seen_at": moment()}


def _attempt(before: list[Submission]) -> int:
    """Which submission of the draft the next one is. Raises ALREADY_FILED, SUBMISSION_UNDER_WAY."""
    last = before[-1] if before else None
    if last is None:
        return 0
    if last.state in IN_THE_DARK:
        raise KaznedraError(Code.SUBMISSION_UNDER_WAY)
    if last.state is State.FILED and last.status not in CLOSED:
        raise KaznedraError(Code.ALREADY_FILED, receipt=last.told("receipt_number"))
    return last.attempt + 1 if last.state is State.FILED else last.attempt


def _attributes(draft: Draft, applicant: Any, attempt: int) -> dict[str, Any]:
    minerals = draft.details.get("minerals")
    return {
        KEY: key_of(draft.id, attempt),
        "kind": "exploration",
        **{f"applicant_{language}": in_language(applicant.name, language) or None for language in LANGUAGES},
        "applicant_bin": applicant.number,
        "minerals": ", ".join(map(str, minerals)) if isinstance(minerals, list) else minerals,
        "blocks": format_codes(draft.blocks, default_scheme(), draft.partial),
        "block_count": len(draft.blocks),
    }
