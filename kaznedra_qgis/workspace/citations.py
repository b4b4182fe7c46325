"""Citations: which snapshots a draft or report rests on. Pruning keeps those, and all that shows the state then."""

import sqlite3
from typing import TYPE_CHECKING, NamedTuple, Optional

from ..errors import Code, KaznedraError

if TYPE_CHECKING:
    from .workspace import Workspace

KINDS = ("draft", "report")

TABLE = """
CREATE TABLE citations (
    snapshot INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('draft', 'report')),
    name TEXT NOT NULL,
    PRIMARY KEY (snapshot, kind, name)
) WITHOUT ROWID
"""


class Citation(NamedTuple):
    """A snapshot, by number, and the draft or report that cites it, by name."""

    snapshot: int
    kind: str
    name: str


def cite(workspace: "Workspace", snapshot: int, kind: str, name: str) -> None:
    """Have a snapshot kept for a draft or report. Raises KaznedraError NO_SUCH_MOMENT where it is not there (any more).

    Citing twice is as good as once. `kind` is one of KINDS.
    """
    with workspace.writing() as connection:
        if not connection.execute("SELECT count(*) FROM snapshots WHERE id = ?", (snapshot,)).fetchone()[0]:
            raise KaznedraError(Code.NO_SUCH_MOMENT, text=str(snapshot))
        connection.execute("INSERT OR IGNORE INTO citations VALUES (?, ?, ?)", (snapshot, kind, name))


def uncite(workspace: "Workspace", kind: str, name: str, snapshot: Optional[int] = None) -> None:
    """Let a draft or report cite a snapshot, or where None is given all that it cites, no longer."""
    with workspace.writing() as connection:
        connection.execute(
            "DELETE FROM citations WHERE kind = ? AND name = ? AND snapshot = coalesce(?, snapshot)",
            (kind, name, snapshot),
        )


def cited(workspace: "Workspace") -> list[Citation]:
    """All citations, by snapshot."""
    with workspace.reading() as connection:
        return read(connection)


def read(connection: sqlite3.Connection) -> list[Citation]:
    """All citations, by snapshot."""
    rows = connection.execute("SELECT snapshot, kind, name FROM citations ORDER BY snapshot, kind, name")
    return [Citation(*row) for row in rows]
