"""Pruning: takes snapshots that are no longer wanted out of a workspace, and the versions that only they showed."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Callable, Optional

from ..errors import Code, KaznedraError
from ..themes import THEMES
from . import citations, retention, schema, snapshots
from .citations import Citation
from .connection import connect, plain_words, transaction
from .merge import update_contents
from .retention import Retention
from .snapshots import STANDING, Snapshot
from .workspace import Workspace

WORTH_SHRINKING = 0.2
"""Share of the file that must be free before a pull is followed by writing it anew"""
_OPCODES = 10_000
"""How many of SQLite's steps pass between two looks at whether the user has cancelled"""

Progress = Callable[[float], None]


@dataclass(frozen=True)
class Pruning:
    """What goes, or went."""

    retention: Retention
    goes: tuple[Snapshot, ...]
    stays: int
    """Snapshots that are kept"""
    cited: tuple[Citation, ...]
    """The citations; what they name is kept"""
    versions: dict[str, int]
    """By theme: versions of features that no kept snapshot shows"""
    bytes: int
    """Size of what these versions hold, which the file needs at least less"""
    size_before: int = 0
    size_after: Optional[int] = None
    """Of the file and its log in bytes; after None where nothing was done or the file could not be written anew"""

    def report(self) -> dict[str, Any]:
        """The pruning for programs."""
        return {
            "keep": str(self.retention),
            "snapshots": [
                {
                    "id": each.id,
                    "pull": each.pull,
                    "source": each.source,
                    "theme": each.theme,
                    "finished": each.finished,
                    "state": each.state.value,
                }
                for each in self.goes
            ],
            "snapshots_kept": self.stays,
            "cited": [citation._asdict() for citation in self.cited],
            "versions": self.versions,
            "bytes_of_versions": self.bytes,
            "file_before": self.size_before,
            "file_after": self.size_after,
            "bytes_freed": None if self.size_after is None else self.size_before - self.size_after,
        }


def plan(
    workspace: Workspace, keep: Retention, now: Optional[datetime] = None, cancelled: Callable[[], bool] = bool
) -> Pruning:
    """What `prune` would take away; nothing is changed. Raises KaznedraError CANCELLED."""
    with workspace.reading() as connection, _cancellable(connection, workspace.path, cancelled):
        connection.execute("BEGIN")
        return _plan(connection, workspace.path, keep, now)


def prune(
    workspace: Workspace,
    keep: Retention,
    now: Optional[datetime] = None,
    cancelled: Callable[[], bool] = bool,
    progress: Progress = lambda share: None,
    worth: float = 0.0,
) -> Pruning:
    """Take away what `keep` does not keep, in one transaction, and write the file anew so that it shrinks.

    The last good state of every theme, what a draft or report cites, and all that shows the state as of a kept
    snapshot stay. Moments in between are unknown afterwards. `worth` is the share of free pages from which on the file
    is written anew. Cancelling before the end of the transaction changes nothing; then raises KaznedraError CANCELLED.
    """
    path = workspace.path
    connection = connect(path)
    try:
        with plain_words(path):
            schema.prepare_writing(connection, path)
            connection.execute("PRAGMA synchronous = FULL")
        with _cancellable(connection, path, cancelled), transaction(connection, path):
            planned = _plan(connection, path, keep, now)
            if not planned.goes:
                return planned
            _remove(connection, planned, progress)
        return _shrunk(connection, path, planned, worth)
    finally:
        connection.close()


def prune_as_chosen(workspace: Workspace, cancelled: Callable[[], bool] = bool) -> Optional[Pruning]:
    """After a pull: prune as the user has chosen for this workspace; None where that is to keep all."""
    keep = retention.chosen(workspace)
    return None if keep.is_all else prune(workspace, keep, cancelled=cancelled, worth=WORTH_SHRINKING)


@contextmanager
def _cancellable(connection: sqlite3.Connection, path: Path, cancelled: Callable[[], bool]) -> Iterator[None]:
    """Interrupts what SQLite does within the block once the user has cancelled."""
    connection.set_progress_handler(lambda: int(cancelled()), _OPCODES)
    try:
        if cancelled():
            raise KaznedraError(Code.CANCELLED)
        with plain_words(path):
            yield
    except KaznedraError as error:
        if "interrupted" in str(error.facts.get("detail")):
            raise KaznedraError(Code.CANCELLED) from error
        raise
    finally:
        connection.set_progress_handler(None, 0)


def _plan(connection: sqlite3.Connection, path: Path, keep: Retention, now: Optional[datetime]) -> Pruning:
    taken = [snapshots.read(row) for row in connection.execute("SELECT * FROM snapshots ORDER BY id")]
    cited = tuple(citations.read(connection))
    kept = retention.kept(taken, keep, {each.snapshot for each in cited}, now or datetime.now(timezone.utc))
    goes = tuple(each for each in taken if each.id not in kept)
    _list_kept(connection, [each for each in taken if each.id in kept])
    versions, size = {}, 0
    for theme in THEMES if goes else ():
        held = " + ".join(f"ifnull(length({name}), 0)" for name in _columns(connection, theme))
        counted = f"SELECT count(*), ifnull(sum({held}), 0) FROM {_unshown(theme)}"  # nosec B608
        number, held_bytes = connection.execute(counted).fetchone()
        size += held_bytes
        if number:
            versions[theme] = number
    return Pruning(keep, goes, len(kept), cited, versions, size, _size(path))


def _list_kept(connection: sqlite3.Connection, kept: list[Snapshot]) -> None:
    connection.execute("DROP TABLE IF EXISTS temp.kept")
    connection.execute("CREATE TEMP TABLE kept (theme TEXT, source TEXT, id INTEGER, PRIMARY KEY (theme, source, id))")
    connection.executemany(
        "INSERT INTO temp.kept VALUES (?, ?, ?)",
        ((each.theme, each.source, each.id) for each in kept if each.state in STANDING),
    )


def _unshown(theme: str) -> str:
    """SQL from FROM on: the versions that stood at no kept snapshot of their theme and source."""
    return f"""main."{theme}" AS version WHERE gone_at IS NOT NULL AND NOT EXISTS (
                   SELECT 1 FROM temp.kept WHERE kept.theme = '{theme}' AND kept.source = version.source
                   AND kept.id >= version.first_seen AND kept.id < version.gone_at)"""  # nosec B608


def _columns(connection: sqlite3.Connection, theme: str) -> list[str]:
    return [f'"{row["name"]}"' for row in connection.execute(f'PRAGMA main.table_info("{theme}")')]


def _remove(connection: sqlite3.Connection, planned: Pruning, progress: Progress) -> None:
    for number, theme in enumerate(planned.versions):
        fids = f"SELECT version.fid FROM {_unshown(theme)}"  # nosec B608
        connection.execute(f"DELETE FROM main.code_findings WHERE theme = '{theme}' AND fid IN ({fids})")  # nosec B608
        connection.execute(f"DELETE FROM code_findings WHERE theme = ? AND fid IN ({fids})", (theme,))  # nosec B608
        connection.execute(f'DELETE FROM main."{theme}" WHERE fid IN ({fids})')  # nosec B608
        update_contents(connection, THEMES[theme])
        progress((number + 1) / len(planned.versions))
    at = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    connection.executemany(
        "INSERT INTO pruned_snapshots VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((each.id, each.pull, each.source, each.theme, each.finished, each.state.value, at) for each in planned.goes),
    )
    connection.executemany("DELETE FROM snapshots WHERE id = ?", ((each.id,) for each in planned.goes))


def _shrunk(connection: sqlite3.Connection, path: Path, done: Pruning, worth: float) -> Pruning:
    """The pruning with the size of the file afterwards; free pages wait for the next pull where it cannot be shrunk."""
    free, pages = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("freelist_count", "page_count"))
    if free < worth * pages:
        return done
    with suppress(sqlite3.Error):
        connection.execute("VACUUM")
        is_busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        return done if is_busy else replace(done, size_after=_size(path))
    return done


def _size(path: Path) -> int:
    files = (path, path.with_name(f"{path.name}-wal"))
    return sum(file.stat().st_size for file in files if file.exists())
