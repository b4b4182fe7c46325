"""A workspace: the local GeoPackage with every pull's data and history."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Optional

from ..sources.profile import ThemeProfile
from ..themes import THEMES
from . import digests, marks, schema, snapshots
from .connection import connect, plain_words, transaction
from .digests import Known
from .snapshots import Snapshot, State, ThemeState


class Workspace:
    """An existing workspace file. Connections live as long as one call, so that it may be used from any thread."""

    def __init__(self, path: Path) -> None:
        self.path = Path(path)

    @classmethod
    def create(cls, path: Path) -> "Workspace":
        """Make a new, empty workspace. Raises KaznedraError READ_ONLY or DISK_FULL; nothing half-made is left."""
        schema.create(Path(path))
        return cls(path)

    @classmethod
    def open(cls, path: Path) -> "Workspace":
        """The workspace at `path`. Raises KaznedraError NOT_A_WORKSPACE, NEWER_VERSION, LOCKED or READ_ONLY."""
        workspace = cls(path)
        with workspace.reading():
            return workspace

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A checked read-only connection."""
        connection = connect(self.path, read_only=True)
        try:
            with plain_words(self.path):
                schema.prepare_reading(connection, self.path)
                yield connection
        finally:
            connection.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A checked connection inside one transaction: all of the block is kept, or nothing."""
        connection = connect(self.path)
        try:
            with plain_words(self.path):
                schema.prepare_writing(connection, self.path)
                connection.execute("PRAGMA synchronous = FULL")
            with transaction(connection, self.path):
                yield connection
        finally:
            connection.close()

    def snapshots(self, source: Optional[str] = None, theme: Optional[str] = None) -> list[Snapshot]:
        """Snapshots in the order they were taken, of one source or theme or of all."""
        with self.reading() as connection:
            rows = connection.execute(
                "SELECT * FROM snapshots WHERE source = coalesce(?, source) AND theme = coalesce(?, theme) ORDER BY id",
                (source, theme),
            )
            return [snapshots.read(row) for row in rows]

    def sources(self) -> list[str]:
        """Ids of the sources that were ever pulled into this workspace."""
        with self.reading() as connection:
            return [row[0] for row in connection.execute("SELECT DISTINCT source FROM snapshots ORDER BY 1")]

    def theme_states(self, source: str) -> dict[str, ThemeState]:
        """Where each theme of the source stands, themes never pulled included, in the order of `THEMES`."""
        with self.reading() as connection:
            return {theme: self._theme_state(connection, source, theme) for theme in THEMES}

    def _theme_state(self, connection: sqlite3.Connection, source: str, theme: str) -> ThemeState:
        def newest(condition: str, *values: str) -> Optional[Snapshot]:
            row = connection.execute(
                f"SELECT * FROM snapshots WHERE source = ? AND theme = ? {condition} ORDER BY id DESC LIMIT 1",  # nosec B608
                (source, theme, *values),
            ).fetchone()
            return snapshots.read(row) if row else None

        counted = f'SELECT count(*) FROM "{theme}" WHERE source = ? AND gone_at IS NULL'  # nosec B608
        count = connection.execute(counted, (source,)).fetchone()[0]
        return ThemeState(theme, newest(""), newest("AND state = ?", State.COMPLETE.value), count)

    def known_pages(self, source: str, theme: str, mapping: ThemeProfile) -> Known:
        """The last complete pull and its pages, where the current features are made of just those by this mapping."""
        with self.reading() as connection:
            found = digests.read(connection, source, theme, mapping)
            base = marks.read(connection, self.path, source, theme, mapping)
            etags = digests.etags(connection, source, theme)
            return Known(self._theme_state(connection, source, theme).good, found, base, etags)

    def record(self, snapshot: Snapshot) -> Snapshot:
        """Write down a pull that changed no data, failed or cancelled."""
        from dataclasses import replace

        with self.writing() as connection:
            return replace(snapshot, id=snapshots.insert(connection, snapshot))

    def take_pull(self) -> int:
        """A number for a sync that no other has."""
        with self.writing() as connection:
            taken = """SELECT max(number) FROM (SELECT pull AS number FROM snapshots
                       UNION ALL SELECT value + 0 FROM kaznedra WHERE key = 'pulls')"""
            number = int(connection.execute(taken).fetchone()[0] or 0) + 1
            connection.execute("INSERT OR REPLACE INTO kaznedra VALUES ('pulls', ?)", (str(number),))
            return number
