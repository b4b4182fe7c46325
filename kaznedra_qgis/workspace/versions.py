"""What each version of the workspace added to the one before.

A new workspace is made as version 1 and brought up to date by the same steps as an old one, so that the two cannot
differ: what a release adds to the tables is written here, and nowhere else.
"""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ..themes import THEMES
from . import agreements, citations, drafts, marks, promises, pruned, submissions

VERSION = 2


class Column(NamedTuple):
    """A column that a table gains. `default` is an SQL literal; NULL allows NULL, any other forbids it."""

    type: str
    default: str = "NULL"

    @property
    def declaration(self) -> str:
        """As ALTER TABLE wants it."""
        return f"{self.type} DEFAULT NULL" if self.default == "NULL" else f"{self.type} NOT NULL DEFAULT {self.default}"


@dataclass(frozen=True)
class Step:
    """From one version to the next: whole tables by name (their CREATE TABLE), and columns by table and name."""

    tables: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, Mapping[str, Column]] = field(default_factory=dict)
    indexes: tuple[str, ...] = ()
    """Statements CREATE INDEX IF NOT EXISTS"""


STEPS: Mapping[int, Step] = {
    2: Step(
        tables={
            "promises": promises.TABLE,
            "pruned_snapshots": pruned.TABLE,
            "citations": citations.TABLE,
            **agreements.TABLES,
            "marks": marks.TABLE,
            **drafts.TABLES,
            **submissions.TABLES,
        },
        columns={
            "page_digests": {"parameters": Column("TEXT", "''"), "etag": Column("TEXT", "''")},
            "snapshots": {
                "notices": Column("TEXT", "'[]'"),
                "fetched": Column("TEXT", "''"),
                "by_changes": Column("INTEGER", "0"),
                **{name: Column("INTEGER") for name in agreements.COUNTS},
            },
        },
        indexes=(
            "CREATE INDEX IF NOT EXISTS promises_theme ON promises (source, theme, snapshot)",
            *agreements.INDEXES,
            *(
                f'CREATE INDEX IF NOT EXISTS "{theme}_unplaced" ON "{theme}" (source, gone_at) WHERE geom IS NULL'
                for theme in THEMES
            ),
        ),
    ),
}
"""By the version that they lead to"""


def upgrade(connection: sqlite3.Connection, version: int) -> None:
    """Bring the tables of a workspace of `version` up to VERSION; run inside a transaction. What is there stays."""
    for step in _steps_from(version):
        for name, statement in step.tables.items():
            if not _columns(connection, "main", name):
                connection.execute(statement)
                connection.execute(
                    "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES (?, 'attributes', ?)",
                    (name, name),
                )
        for table, columns in step.columns.items():
            there = _columns(connection, "main", table)
            for name, column in columns.items():
                if name not in there:
                    connection.execute(f'ALTER TABLE "{table}" ADD COLUMN "{name}" {column.declaration}')
        for statement in step.indexes:
            connection.execute(statement)
    connection.execute("UPDATE kaznedra SET value = ? WHERE key = 'version'", (str(VERSION),))


def stand_in(connection: sqlite3.Connection, version: int) -> None:
    """Let a workspace of an older `version` be read as one of VERSION, without writing to it.

    What the steps would add stands in the connection's own memory: tables without rows, columns of their defaults.
    """
    connection.execute("PRAGMA temp_store = MEMORY")
    added: dict[str, dict[str, Column]] = {}
    for step in _steps_from(version):
        for name, statement in step.tables.items():
            if not _columns(connection, "main", name):
                connection.execute(statement.replace("CREATE TABLE", "CREATE TEMP TABLE", 1))
        for table, columns in step.columns.items():
            there = _columns(connection, "main", table)
            added.setdefault(table, {}).update({name: found for name, found in columns.items() if name not in there})
    for table, columns in added.items():
        if columns:
            listed = "".join(f', {column.default} AS "{name}"' for name, column in columns.items())
            connection.execute(f'CREATE TEMP VIEW "{table}" AS SELECT *{listed} FROM main."{table}"')  # nosec B608


def _steps_from(version: int) -> list[Step]:
    return [step for to, step in sorted(STEPS.items()) if to > version]


def _columns(connection: sqlite3.Connection, schema: str, table: str) -> set[str]:
    return {row[1] for row in connection.execute(f'PRAGMA {schema}.table_info("{table}")')}
