"""Submissions of drafts to platforms: what was sent, what became of it, and every step on the way.

A submission is written down as SENDING, safe from a loss of power, before anything leaves this computer; whoever comes
upon one in that state does not know whether the platform has it, and asks before sending it again.
"""

import json
import sqlite3
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from enum import Enum
from typing import TYPE_CHECKING, Any, Optional

from ..errors import Code, KaznedraError

if TYPE_CHECKING:
    from .workspace import Workspace

TABLES = {
    "submissions": """
CREATE TABLE submissions (
    source TEXT NOT NULL,
    key TEXT NOT NULL,
    draft TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    address TEXT NOT NULL,
    state TEXT NOT NULL,
    created TEXT NOT NULL,
    changed TEXT NOT NULL,
    digest TEXT NOT NULL,
    content TEXT NOT NULL DEFAULT '',
    open_until TEXT NOT NULL DEFAULT '',
    record TEXT NOT NULL DEFAULT 'null',
    error TEXT NOT NULL DEFAULT 'null',
    PRIMARY KEY (source, key)
)
""",
    "submission_events": """
CREATE TABLE submission_events (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    key TEXT NOT NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT '',
    error TEXT NOT NULL DEFAULT 'null'
)
""",
}
"""`content`: byte for byte what was sent, empty before; `record`: what the platform has, as it last told."""

_NAMESPACE = uuid.UUID("5f0c6c0a-8f52-5d0e-9a47-0c7d6f1b8a21")


class State(str, Enum):
    """How far a submission is on this side; what the platform makes of it is its `status`."""

    QUEUED = "queued"
    """Wanted, not sent; before sending the user is asked again"""
    SENDING = "sending"
    """On its way, or broken off on its way"""
    UNCERTAIN = "uncertain"
    """Sent, and it is not known whether it arrived"""
    NOT_FILED = "not_filed"
    """The platform surely has not got it; it may be sent again"""
    FILED = "filed"
    """The platform has it"""
    DROPPED = "dropped"
    """No longer wanted, and never filed"""


CLOSED = ("refused", "withdrawn", "annulled")
"""Statuses of the platform after which the draft may be filed anew, under another key"""
ALWAYS = "9999-12-31T23:59:59Z"
MAY_BE_SENT = (State.QUEUED, State.NOT_FILED)
IN_THE_DARK = (State.SENDING, State.UNCERTAIN)


@dataclass(frozen=True)
class Submission:
    """A submission as it is kept. Times are RFC 3339 in UTC."""

    source: str
    key: str
    draft: str
    attempt: int
    address: str
    """The platform's, as it is shown"""
    state: State
    created: str
    changed: str
    digest: str
    """Of what the user gave the word for"""
    content: str = ""
    open_until: str = ""
    """Until then what was sent may still arrive; ALWAYS where the platform said that it has taken it"""
    record: Mapping[str, Any] = field(default_factory=dict)
    """What the platform has: feature_id, attributes, differs, copies, seen_at; empty before it was seen there"""
    error: Optional[Mapping[str, Any]] = None
    """Why the last step went wrong, as snapshots keep errors"""

    def told(self, name: str) -> str:
        """What the platform says by an attribute of the contract (`status`, `receipt_number`); empty for nothing."""
        value = self.record.get("attributes", {}).get(name)
        return "" if value is None else str(value)

    @property
    def needs_operator(self) -> bool:
        """Whether only the platform's operator can say if it arrived: asking the platform alone may never end that."""
        is_unproven = (self.error or {}).get("code") == Code.SUBMISSION_UNPROVEN.value
        return self.state in IN_THE_DARK and (self.open_until == ALWAYS or is_unproven)

    @property
    def status(self) -> str:
        """Where the platform is with it; empty before it is filed."""
        return self.told("status")

    @property
    def is_closed(self) -> bool:
        """True where nothing stands in the way of filing the draft anew."""
        return self.state is State.DROPPED or (self.state is State.FILED and self.status in CLOSED)


@dataclass(frozen=True)
class Event:
    """A step of a submission."""

    at: str
    state: State
    status: str
    error: Optional[Mapping[str, Any]] = None


def submissions_of(workspace: "Workspace", draft: Optional[str] = None) -> list[Submission]:
    """The submissions of a draft, or of all, in the order they were made."""
    with workspace.reading() as connection:
        return read(connection, draft=draft)


def events_of(workspace: "Workspace", submission: Submission) -> list[Event]:
    """The steps of a submission, in their order."""
    with workspace.reading() as connection:
        rows = connection.execute(
            "SELECT at, state, status, error FROM submission_events WHERE source = ? AND key = ? ORDER BY id",
            (submission.source, submission.key),
        )
        return [Event(row[0], State(row[1]), row[2], json.loads(row[3])) for row in rows]


def read(
    connection: sqlite3.Connection, source: Optional[str] = None, draft: Optional[str] = None, key: Optional[str] = None
) -> list[Submission]:
    """Submissions in the order they were made."""
    rows = connection.execute(
        """SELECT * FROM submissions WHERE source = coalesce(?, source) AND draft = coalesce(?, draft)
           AND key = coalesce(?, key) ORDER BY created, attempt, rowid""",
        (source, draft, key),
    )
    return [_submission(row) for row in rows]


def key_of(draft: str, attempt: int) -> str:
    """The key of a draft's nth submission: the same in every copy of the workspace, so that none files it twice."""
    return str(uuid.uuid5(_NAMESPACE, f"{draft}/{attempt}"))


def step(
    connection: sqlite3.Connection,
    submission: Submission,
    state: State,
    *,
    of: Iterable[State] = tuple(State),
    error: Optional[KaznedraError] = None,
    **columns: Any,
) -> bool:
    """Take a submission on to a state, if it is still in one `of` these; False, and nothing changed, where it is not.

    `columns`: content, address, open_until, digest, record (JSON).
    """
    now = moment()
    told = json.dumps(stored(error), ensure_ascii=False)
    if "record" in columns:
        columns["record"] = json.dumps(columns["record"], ensure_ascii=False)
    setting = {"state": state.value, "changed": now, "error": told, **columns}
    allowed = [each.value for each in of]
    done = connection.execute(
        f"""UPDATE submissions SET {", ".join(f"{name} = ?" for name in setting)}
            WHERE source = ? AND key = ? AND state IN ({", ".join("?" * len(allowed))})""",  # nosec B608
        (*setting.values(), submission.source, submission.key, *allowed),
    )
    if not done.rowcount:
        return False
    after = read(connection, submission.source, key=submission.key)[0]
    if (after.state, after.status, after.error) != (submission.state, submission.status, submission.error):
        _note(connection, after, now, told)
    return True


def begin(connection: sqlite3.Connection, submission: Submission) -> None:
    """Write down a new submission."""
    connection.execute(
        """INSERT INTO submissions (source, key, draft, attempt, address, state, created, changed, digest)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            *(submission.source, submission.key, submission.draft, submission.attempt, submission.address),
            *(submission.state.value, submission.created, submission.changed, submission.digest),
        ),
    )
    _note(connection, submission, submission.created, "null")


def moment(later_s: float = 0.0) -> str:
    """Now, or so many seconds later, RFC 3339 in UTC."""
    return (datetime.now(timezone.utc) + timedelta(seconds=later_s)).strftime("%Y-%m-%dT%H:%M:%SZ")


def stored(error: Optional[KaznedraError]) -> Optional[dict[str, Any]]:
    """An error as it is kept."""
    if error is None:
        return None
    plain = {name: value if isinstance(value, (int, float, str)) else str(value) for name, value in error.facts.items()}
    return {"code": error.code.value, "facts": plain}


def restored(told: Optional[Mapping[str, Any]]) -> Optional[KaznedraError]:
    """The error that `stored` keeps."""
    return KaznedraError(Code(told["code"]), **told["facts"]) if told else None


def _note(connection: sqlite3.Connection, submission: Submission, at: str, error: str) -> None:
    connection.execute(
        "INSERT INTO submission_events (source, key, at, state, status, error) VALUES (?, ?, ?, ?, ?, ?)",
        (submission.source, submission.key, at, submission.state.value, submission.status, error),
    )


def _submission(row: sqlite3.Row) -> Submission:
    return Submission(
        source=row["source"],
        key=row["key"],
        draft=row["draft"],
        attempt=row["attempt"],
        address=row["address"],
        state=State(row["state"]),
        created=row["created"],
        changed=row["changed"],
        digest=row["digest"],
        content=row["content"],
        open_until=row["open_until"],
        record=json.loads(row["record"]) or {},
        error=json.loads(row["error"]),
    )
