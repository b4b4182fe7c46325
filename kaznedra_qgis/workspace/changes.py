"""What changed between two moments of a workspace, or between two workspaces: features added, removed, changed."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Callable, NamedTuple, Optional

from ..errors import Code, KaznedraError
from ..themes import THEMES, Kind, Theme
from . import areas
from .areas import GeometryChange
from .connection import plain_words
from .gdal_calls import calls
from .history import AsOf, Ground, Unknown, When, alive, as_of
from .workspace import Workspace

_ISSUES = ("geometry_issue", "value_issues")
"""Bookkeeping that is part of what came: a geometry or value that has no place in the theme's own columns"""
_OFTEN = 500


class Key(NamedTuple):
    """A feature, and the row of its version in the workspace that has it."""

    source: str
    feature_id: str
    fid: int


class Change(NamedTuple):
    """A feature that is there at both moments and not the same."""

    source: str
    feature_id: str
    old_fid: int
    new_fid: int
    attributes: dict[str, tuple[Any, Any]]
    """Old and new value of every attribute that differs"""
    geometry: Optional[GeometryChange]
    """None where the geometry is the same"""

    def report(self) -> dict[str, Any]:
        """The change for programs; areas to a square metre, distances to a millimetre."""
        told: dict[str, Any] = {
            "source": self.source,
            "id": self.feature_id,
            "attributes": {name: {"old": old, "new": new} for name, (old, new) in self.attributes.items()},
        }
        if self.geometry:
            old, new, difference, moved = (None if value is None else round(value, 6) for value in self.geometry)
            told["area_km2"] = {"old": old, "new": new, "difference": difference}
            if moved is not None:
                told["moved_km"] = moved
        return told


@dataclass
class ThemeChanges:
    """The changes of a theme. Of the sources in `unknown` nothing is said, neither changes nor that there are none."""

    theme: str
    rests_on: list[tuple[Ground, Ground]] = field(default_factory=list)
    """The snapshots compared, old and new, of each source"""
    unknown: list[tuple[str, Ground]] = field(default_factory=list)
    """At 'from' or 'to'"""
    added: list[Key] = field(default_factory=list)
    removed: list[Key] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    came_and_went: int = 0
    """Versions that came and went in between and that neither moment has; those that were pruned are not counted"""

    @property
    def partial(self) -> bool:
        """Whether a snapshot compared is partial: what it missed may look added or not yet be seen as removed."""
        return any(ground.snapshot.state.value == "partial" for pair in self.rests_on for ground in pair)

    def report(self) -> dict[str, Any]:
        """The changes for programs."""
        return {
            "rests_on": [{"from": old.report(), "to": new.report()} for old, new in self.rests_on],
            "unknown": [{"at": at, **ground.report()} for at, ground in self.unknown],
            "added": [{"source": key.source, "id": key.feature_id} for key in self.added],
            "removed": [{"source": key.source, "id": key.feature_id} for key in self.removed],
            "changed": [change.report() for change in self.changed],
            "came_and_went": self.came_and_went,
        }


@dataclass(frozen=True)
class Changes:
    """Two states and the difference between them."""

    old: Workspace
    new: Workspace
    since: str
    until: str
    """The moments as they were asked for"""
    themes: dict[str, ThemeChanges]

    def report(self) -> dict[str, Any]:
        """The changes for programs."""
        return {
            "from": {"workspace": self.old.path.name, "at": self.since},
            "to": {"workspace": self.new.path.name, "at": self.until},
            "themes": {name: theme.report() for name, theme in self.themes.items()},
        }


def changes(
    workspace: Workspace,
    since: When = "",
    until: When = "",
    themes: Iterable[str] = (),
    other: Optional[Workspace] = None,
    cancelled: Callable[[], bool] = bool,
) -> Changes:
    """What makes the state `until` differ from the state `since`, a later moment or an earlier one.

    With `other`, `since` is a moment of `workspace` and `until` one of `other`: sources of one name are compared, and
    the one source of a theme that is left over on each side; features by their id, over the attributes both files have.
    Raises KaznedraError NO_SUCH_MOMENT, CANCELLED, and what opening a workspace raises.
    """
    # one list of themes for both, so that what only one of them has is unknown rather than left out
    wanted = set(themes) or {name for each in (workspace, other or workspace) for name in as_of(each).themes}
    old, new = as_of(workspace, since, wanted), as_of(other or workspace, until, wanted)
    found = {}
    with _reading(workspace, other) as connection, calls():
        for name in old.themes:
            found[name] = _Comparison(connection, THEMES[name], "other" if other else "main", cancelled).run(old, new)
    return Changes(workspace, other or workspace, old.asked, new.asked, found)


@contextmanager
def _reading(workspace: Workspace, other: Optional[Workspace]) -> Iterator[sqlite3.Connection]:
    """A connection that sees one state of the workspace and, attached as `other`, of the second one."""
    with workspace.reading() as connection:
        if other:
            with other.reading(), plain_words(other.path):
                _attach(connection, other.path)
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("BEGIN")
        yield connection


def _attach(connection: sqlite3.Connection, path: Path) -> None:
    address = path.resolve().as_uri()
    try:
        connection.execute("ATTACH ? AS other", (f"{address}?mode=ro",))
        connection.execute("SELECT count(*) FROM other.sqlite_master").fetchone()
    except sqlite3.OperationalError:
        # a stick that cannot be written to: SQLite cannot make its lock file beside the workspace
        if any(row[1] == "other" for row in connection.execute("PRAGMA database_list")):
            connection.execute("DETACH other")
        connection.execute("ATTACH ? AS other", (f"{address}?mode=ro&immutable=1",))


class _Comparison:
    """A theme of one workspace compared with that of the schema `there`: main, the same file, or other."""

    def __init__(self, connection: sqlite3.Connection, theme: Theme, there: str, cancelled: Callable[[], bool]) -> None:
        self.connection, self.theme, self.there, self.cancelled = connection, theme, there, cancelled
        self.found = ThemeChanges(theme.name)
        own, their = self._columns("main"), self._columns(there)
        self.names = [name for name in self._comparable() if name in own and name in their]

    def run(self, old: AsOf, new: AsOf) -> ThemeChanges:
        """The changes of every source that is known at both moments."""
        for before, after in self._pairs(old, new):
            unknown = [(at, ground) for at, ground in (("from", before), ("to", after)) if not ground.snapshot]
            if unknown:
                self.found.unknown += unknown
                continue
            self.found.rests_on.append((before, after))
            self._stop_if_cancelled()
            self._compare(before, after)
        return self.found

    def _pairs(self, old: AsOf, new: AsOf) -> Iterator[tuple[Ground, Ground]]:
        name = self.theme.name
        before = {ground.source: ground for ground in old.grounds if ground.theme == name}
        after = {ground.source: ground for ground in new.grounds if ground.theme == name}
        common = sorted(before.keys() & after.keys())
        yield from ((before.pop(source), after.pop(source)) for source in common)
        if len(before) == len(after) == 1:
            yield before.popitem()[1], after.popitem()[1]
        for ground in before.values():
            yield ground, Ground(name, ground.source, None, Unknown.NO_COUNTERPART)
        for ground in after.values():
            yield Ground(name, ground.source, None, Unknown.NO_COUNTERPART), ground

    def _comparable(self) -> list[str]:
        return [*(attribute.name for attribute in self.theme.attributes), *_ISSUES]

    def _columns(self, schema: str) -> set[str]:
        return {row["name"] for row in self.connection.execute(f'PRAGMA {schema}.table_info("{self.theme.name}")')}

    def _compare(self, before: Ground, after: Ground) -> None:
        old, new = before.snapshot.id, after.snapshot.id
        if self.there == "main":
            self._collect_versions_between(before.source, old, new)
        else:
            self._collect("before", "main", before.source, alive(old))
            self._collect("after", "other", after.source, alive(new))
        self.found.added += self._only("after", "before", after.source)
        self.found.removed += self._only("before", "after", before.source)
        self.found.changed += self._changed(before.source)

    def _collect_versions_between(self, source: str, old: int, new: int) -> None:
        """Versions that only one of two snapshots has; what both have is the same and need not be looked at."""
        low, high = sorted((old, new))
        earlier = f"first_seen <= {low} AND gone_at > {low} AND gone_at <= {high}"
        later = f"first_seen > {low} AND first_seen <= {high} AND (gone_at IS NULL OR gone_at > {high})"
        self._collect("before", "main", source, earlier if old <= new else later)
        self._collect("after", "main", source, later if old <= new else earlier)
        passing = f"first_seen > {low} AND gone_at <= {high}"
        counted = f'SELECT count(*) FROM main."{self.theme.name}" WHERE source = ? AND {passing}'  # nosec B608
        self.found.came_and_went += self.connection.execute(counted, (source,)).fetchone()[0]

    def _collect(self, name: str, schema: str, source: str, condition: str) -> None:
        self.connection.execute(f"DROP TABLE IF EXISTS temp.{name}")
        self.connection.execute(f"CREATE TEMP TABLE {name} (feature_id TEXT PRIMARY KEY, row INTEGER) WITHOUT ROWID")
        self.connection.execute(
            f"""INSERT INTO temp.{name} SELECT feature_id, fid FROM {schema}."{self.theme.name}"
                WHERE source = ? AND {condition}""",  # nosec B608
            (source,),
        )

    def _only(self, here: str, there: str, source: str) -> list[Key]:
        rows = self.connection.execute(
            f"""SELECT feature_id, row FROM temp.{here}
                WHERE feature_id NOT IN (SELECT feature_id FROM temp.{there}) ORDER BY feature_id"""  # nosec B608
        )
        return [Key(source, *row) for row in rows]

    def _changed(self, source: str) -> Iterator[Change]:
        values = ", ".join(f'old."{name}", new."{name}"' for name in self.names)
        differs = " OR ".join(f'old."{name}" IS NOT new."{name}"' for name in self.names)
        table = f'"{self.theme.name}"'
        rows = self.connection.execute(
            f"""SELECT before.feature_id, before.row, after.row, old.geom IS NOT new.geom,
                       CASE WHEN old.geom IS NOT new.geom THEN old.geom END,
                       CASE WHEN old.geom IS NOT new.geom THEN new.geom END, {values}
                FROM temp.before AS before JOIN temp.after AS after USING (feature_id)
                JOIN main.{table} AS old ON old.fid = before.row JOIN {self.there}.{table} AS new ON new.fid = after.row
                WHERE old.geom IS NOT new.geom OR {differs} ORDER BY before.feature_id"""  # nosec B608
        )
        for number, (feature_id, old_fid, new_fid, moved, old_geometry, new_geometry, *pairs) in enumerate(rows):
            if number % _OFTEN == 0:
                self._stop_if_cancelled()
            attributes = self._attributes(pairs)
            geometry = areas.compare(old_geometry, new_geometry) if moved else None
            if attributes or geometry:
                yield Change(source, feature_id, old_fid, new_fid, attributes, geometry)

    def _attributes(self, pairs: list[Any]) -> dict[str, tuple[Any, Any]]:
        """The values that differ, of old and new values in turns."""
        found = {}
        for name, old, new in zip(self.names, pairs[::2], pairs[1::2]):
            if old != new and not (name == "geometry_issue" and _says_invalid(old) and _says_invalid(new)):
                found[name] = (self._value(name, old), self._value(name, new))
        return found

    def _value(self, name: str, value: Any) -> Any:
        if name == "value_issues" and value:
            return json.loads(value)
        is_attribute = value is not None and name not in _ISSUES
        return bool(value) if is_attribute and self.theme.attribute(name).kind is Kind.BOOLEAN else value

    def _stop_if_cancelled(self) -> None:
        if self.cancelled():
            raise KaznedraError(Code.CANCELLED)


def _says_invalid(issue: Optional[str]) -> bool:
    """Whether an issue is one of validity, whose words are those of the GEOS that found it."""
    return (issue or "").startswith("invalid")
