"""Drafts of applications for new blocks: kept in the workspace, every change as it is made."""

import json
import sqlite3
import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any, Optional

from ..errors import Code, KaznedraError
from ..subsoil.blocks import Block
from .connection import connect, plain_words, transaction

if TYPE_CHECKING:
    from .workspace import Workspace

DETAILS = ("applicant", "minerals", "work_types", "plan", "attachments", "costs", "checked", "submission")
"""What a draft holds beside its blocks, each any JSON value and None until it was set.

`checked` says what the last check rested on, see `note_check`.
"""

TABLES = {
    "drafts": f"""
CREATE TABLE drafts (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    colour TEXT NOT NULL,
    created TEXT NOT NULL,
    changed TEXT NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0,
    {", ".join(f"{name} TEXT NOT NULL DEFAULT 'null'" for name in DETAILS)}
)
""",
    "draft_blocks": """
CREATE TABLE draft_blocks (
    draft TEXT NOT NULL,
    lon INTEGER NOT NULL,
    lat INTEGER NOT NULL,
    partial INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (draft, lon, lat)
) WITHOUT ROWID
""",
}
"""A block stands by its west and south edge in whole minutes, as `subsoil.blocks.Block` does"""

PATIENCE_S = 0.05
"""How long a change waits while another writes to the workspace; then it is LOCKED, and can be tried again"""


@dataclass(frozen=True)
class Draft:
    """A draft as it is kept. `colour` is '#rrggbb', times are RFC 3339 in UTC."""

    id: str
    name: str
    colour: str
    created: str
    changed: str
    archived: bool = False
    blocks: frozenset[Block] = frozenset()
    partial: frozenset[Block] = frozenset()
    """Those of the blocks that are asked for as partial"""
    details: Mapping[str, Any] = field(default_factory=dict)
    """By the names of DETAILS; what was never set is not there"""


def drafts_of(workspace: "Workspace") -> list[Draft]:
    """All drafts, archived ones too, in the order they were made; for a single look from any thread."""
    with workspace.reading() as connection:
        return _read(connection)


class Drafts:
    """The drafts of a workspace, over a connection that stays open from the first call to `close`, for one thread.

    A change is on its way to the disk when its call returns: it outlives the end of the process, however that comes,
    and after `settle` the end of the power, too. All calls raise KaznedraError as `Workspace.writing` does; LOCKED
    comes soon, so that a window does not stand still while a pull is merged.
    """

    def __init__(self, workspace: "Workspace") -> None:
        self.workspace = workspace
        self._connection: Optional[sqlite3.Connection] = None

    def all(self) -> list[Draft]:
        """All drafts, archived ones too, in the order they were made."""
        with plain_words(self.workspace.path):
            return _read(self._open())

    def get(self, draft: str) -> Draft:
        """The draft of an id. Raises KaznedraError NO_SUCH_DRAFT."""
        with plain_words(self.workspace.path):
            found = _read(self._open(), draft)
        if not found:
            raise KaznedraError(Code.NO_SUCH_DRAFT, draft=draft)
        return found[0]

    def create(self, name: str, colour: str, blocks: Iterable[Block] = (), partial: Collection[Block] = ()) -> Draft:
        """A new draft."""
        now = _now()
        blocks = frozenset(blocks)
        draft = Draft(str(uuid.uuid4()), name, colour, now, now, False, blocks, blocks & frozenset(partial))
        self.restore(draft)
        return draft

    def restore(self, draft: Draft) -> None:
        """Write down a whole draft again, as after `delete`. One of the same id gives way."""
        with self._writing() as connection:
            _forget(connection, draft.id)
            details = [json.dumps(draft.details.get(name), ensure_ascii=False) for name in DETAILS]
            columns = ("id", "name", "colour", "created", "changed", "archived", *DETAILS)
            connection.execute(
                f"INSERT INTO drafts ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",  # nosec B608
                (draft.id, draft.name, draft.colour, draft.created, draft.changed, draft.archived, *details),
            )
            _write_blocks(connection, draft.id, draft.blocks, draft.partial)
            _cite(connection, draft.id, _snapshots(draft.details.get("checked")))

    def duplicate(self, draft: str, name: str, colour: str) -> Draft:
        """A copy with the blocks and details of another, never submitted."""
        source, now = self.get(draft), _now()
        details = {key: value for key, value in source.details.items() if key != "submission"}
        copy = replace(
            source, id=str(uuid.uuid4()), name=name, colour=colour, created=now, changed=now, details=details
        )
        copy = replace(copy, archived=False)
        self.restore(copy)
        return copy

    def delete(self, draft: str) -> Draft:
        """Remove a draft, and what it cites is cited no more; returns it as it was, for `restore`."""
        was = self.get(draft)
        with self._writing() as connection:
            _forget(connection, draft)
        return was

    def rename(self, draft: str, name: str) -> None:
        """Give it another name."""
        self._set(draft, name=name)

    def recolour(self, draft: str, colour: str) -> None:
        """Give it another colour, '#rrggbb'."""
        self._set(draft, colour=colour)

    def archive(self, draft: str, archived: bool = True) -> None:
        """Put it away, or take it back."""
        self._set(draft, archived=int(archived))

    def set_detail(self, draft: str, detail: str, value: Any) -> None:
        """Set one of DETAILS to a JSON value."""
        if detail not in DETAILS:
            raise ValueError(f"a draft has no {detail}")
        self._set(draft, **{detail: json.dumps(value, ensure_ascii=False)})

    def note_check(self, draft: str, snapshots: Iterable[int], digest: str, **more: Any) -> None:
        """Note which snapshots a check rested on and a digest of its findings; the snapshots are kept by `prune`."""
        cited = sorted(set(snapshots))
        checked = {"snapshots": cited, "digest": digest, "at": _now(), **more}
        with self._writing() as connection:
            _update(connection, draft, {"checked": json.dumps(checked, ensure_ascii=False)})
            _cite(connection, draft, cited)

    def set_blocks(self, draft: str, blocks: Iterable[Block], partial: Collection[Block] = ()) -> None:
        """Make these its blocks, all or, where it is refused, none."""
        with self._writing() as connection:
            _update(connection, draft, {})
            connection.execute("DELETE FROM draft_blocks WHERE draft = ?", (draft,))
            _write_blocks(connection, draft, blocks, frozenset(partial))

    def change_blocks(
        self, draft: str, added: Iterable[Block], removed: Iterable[Block], partial: Collection[Block] = ()
    ) -> None:
        """Add blocks, those of `partial` as partial ones, and remove others, all or nothing."""
        with self._writing() as connection:
            _update(connection, draft, {})
            connection.executemany(
                "DELETE FROM draft_blocks WHERE draft = ? AND lon = ? AND lat = ?",
                ((draft, block.lon, block.lat) for block in removed),
            )
            _write_blocks(connection, draft, added, frozenset(partial))

    def settle(self) -> None:
        """Have the disk itself hold all changes; takes some milliseconds."""
        if self._connection is not None:
            with plain_words(self.workspace.path):
                self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def close(self) -> None:
        """Let go of the file; the next call opens it again."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _set(self, draft: str, **columns: Any) -> None:
        with self._writing() as connection:
            _update(connection, draft, columns)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with transaction(self._open(), self.workspace.path) as connection:
            yield connection

    def _open(self) -> sqlite3.Connection:
        from . import schema

        if self._connection is None:
            path = self.workspace.path
            connection = connect(path)
            try:
                schema.prepare_writing(connection, path)
                with plain_words(path):
                    # a commit is then written, not awaited: the file cannot be harmed, and `settle` awaits it
                    connection.execute("PRAGMA synchronous = NORMAL")
                    connection.execute(f"PRAGMA busy_timeout = {round(PATIENCE_S * 1000)}")
            except BaseException:
                connection.close()
                raise
            self._connection = connection
        return self._connection


def _now() -> str:
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def _read(connection: sqlite3.Connection, draft: Optional[str] = None) -> list[Draft]:
    rows = connection.execute("SELECT * FROM drafts WHERE id = coalesce(?, id) ORDER BY created, rowid", (draft,))
    found = {row["id"]: row for row in rows}
    blocks: dict[str, list[tuple[Block, bool]]] = {name: [] for name in found}
    for name, lon, lat, partial in connection.execute(
        "SELECT draft, lon, lat, partial FROM draft_blocks WHERE draft = coalesce(?, draft)", (draft,)
    ):
        blocks.get(name, []).append((Block(lon, lat), bool(partial)))
    return [
        Draft(
            *(row[name] for name in ("id", "name", "colour", "created", "changed")),
            bool(row["archived"]),
            frozenset(block for block, _ in blocks[name]),
            frozenset(block for block, is_partial in blocks[name] if is_partial),
            {key: value for key in DETAILS for value in [json.loads(row[key])] if value is not None},
        )
        for name, row in found.items()
    ]


def _update(connection: sqlite3.Connection, draft: str, columns: Mapping[str, Any]) -> None:
    changed = {"changed": _now(), **columns}
    done = connection.execute(
        f"UPDATE drafts SET {', '.join(f'{name} = ?' for name in changed)} WHERE id = ?",  # nosec B608
        (*changed.values(), draft),
    )
    if not done.rowcount:
        raise KaznedraError(Code.NO_SUCH_DRAFT, draft=draft)


def _write_blocks(
    connection: sqlite3.Connection, draft: str, blocks: Iterable[Block], partial: Collection[Block]
) -> None:
    connection.executemany(
        "INSERT OR REPLACE INTO draft_blocks VALUES (?, ?, ?, ?)",
        ((draft, block.lon, block.lat, block in partial) for block in blocks),
    )


def _forget(connection: sqlite3.Connection, draft: str) -> None:
    connection.execute("DELETE FROM draft_blocks WHERE draft = ?", (draft,))
    connection.execute("DELETE FROM drafts WHERE id = ?", (draft,))
    _cite(connection, draft, ())


def _cite(connection: sqlite3.Connection, draft: str, snapshots: Iterable[int]) -> None:
    """Have the draft cite these snapshots and no others; those that are gone can be cited no more."""
    connection.execute("DELETE FROM citations WHERE kind = 'draft' AND name = ?", (draft,))
    connection.executemany(
        "INSERT OR IGNORE INTO citations SELECT id, 'draft', ? FROM snapshots WHERE id = ?",
        ((draft, snapshot) for snapshot in snapshots),
    )


def _snapshots(checked: Any) -> list[int]:
    found = checked.get("snapshots", []) if isinstance(checked, dict) else []
    return [number for number in found if isinstance(number, int)]
