"""As of: which snapshot of each theme and source stood at a moment, and the filter that shows its features."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from enum import Enum
from typing import Any, Callable, Optional, Union

from ..errors import Code, KaznedraError
from ..themes import THEMES
from . import pruned, snapshots
from .pruned import Pruned
from .snapshots import STANDING, Snapshot, moment
from .workspace import Workspace

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?", re.IGNORECASE)
_NUMBER = re.compile(r"(?P<pull>pull\s*)?(?P<number>\d{1,18})", re.IGNORECASE)

When = Union[str, int, datetime]
"""A moment of a workspace's history.

'' is now; a number, or its text, the snapshot of that number and all before it; 'pull 3' the pull of that number and
all before it; '2026-11-22' the end of that day in UTC; an RFC 3339 time that time, in UTC where it names no offset.
"""


_Taken = Union[Snapshot, Pruned]


class Unknown(str, Enum):
    """Why nothing can be said of a theme of a source."""

    NEVER_PULLED = "never_pulled"
    """No pull of it was ever tried"""
    NOT_YET = "not_yet"
    """Every pull of it that was tried came later"""
    NO_GOOD_PULL = "no_good_pull"
    """Every pull of it that was tried by then failed or was cancelled"""
    PRUNED = "pruned"
    """There was a state, and the user had it pruned"""
    NO_COUNTERPART = "no_counterpart"
    """The other workspace has no such source"""


@dataclass(frozen=True)
class Ground:
    """What the knowledge of a theme of a source rests on at a moment: a snapshot, or nothing and why."""

    theme: str
    source: str
    """Empty where no source was ever asked for the theme"""
    snapshot: Optional[Snapshot]
    """The last complete or partial one by then"""
    unknown: Optional[Unknown] = None
    failed_since: int = 0
    """Pulls by then that failed or were cancelled after the snapshot"""
    known_from: str = ""
    """Where it was pruned, the time from which on a state is known again"""

    @property
    def condition(self) -> str:
        """SQL over the theme's table: the versions that this source had then. None are selected where it is unknown."""
        if self.snapshot is None:
            return "0"
        return f'"source" = {literal(self.source)} AND {alive(self.snapshot.id)}'

    def report(self) -> dict[str, Any]:
        """The ground for programs."""
        if self.snapshot is None:
            told = {"source": self.source or None, "reason": (self.unknown or Unknown.NEVER_PULLED).value}
            return {**told, "known_from": self.known_from} if self.known_from else told
        snapshot = self.snapshot
        return {
            "source": self.source,
            "snapshot": snapshot.id,
            "pull": snapshot.pull,
            "state": snapshot.state.value,
            "finished": snapshot.finished,
            "server_time": snapshot.server_time,
            "expected": snapshot.expected,
            "received": snapshot.distinct,
            "hash": snapshot.hash,
            "failed_since": self.failed_since,
        }


@dataclass(frozen=True)
class AsOf:
    """A workspace at a moment."""

    asked: str
    """The moment as it was asked for, '' for now"""
    grounds: tuple[Ground, ...]
    """Of every theme in question and every source that was ever asked for it"""

    def report(self) -> dict[str, Any]:
        """What the state rests on, for programs."""
        told = {
            theme: {
                "rests_on": [ground.report() for ground in self.known(theme)],
                "unknown": [ground.report() for ground in self.unknown(theme)],
            }
            for theme in self.themes
        }
        return {"at": self.asked, "themes": told}

    @property
    def themes(self) -> list[str]:
        """The themes in question, in the order of `THEMES`."""
        return [theme for theme in THEMES if any(ground.theme == theme for ground in self.grounds)]

    def known(self, theme: str, source: str = "") -> list[Ground]:
        """Sources whose state of the theme is known; of them only `source`, where that is given."""
        return [ground for ground in self._of(theme, source) if ground.snapshot]

    def unknown(self, theme: str, source: str = "") -> list[Ground]:
        """Sources whose state of the theme is not known; there may be none at all of which it is."""
        return [ground for ground in self._of(theme, source) if not ground.snapshot]

    def subset(self, theme: str, source: str = "") -> Optional[str]:
        """Filter of the theme's layer: its features then. None where they are unknown, which is not the same as none.

        Sources of which the theme is not known add no features; `unknown` names them.
        """
        conditions = [f"({ground.condition})" for ground in self.known(theme, source)]
        return " OR ".join(conditions) or None

    def _of(self, theme: str, source: str) -> list[Ground]:
        return [each for each in self.grounds if each.theme == theme and source in ("", each.source)]


def as_of(workspace: Workspace, when: When = "", themes: Iterable[str] = ()) -> AsOf:
    """The state of the workspace at a moment; `themes` default to all but optional ones that were never pulled.

    Raises KaznedraError NO_SUCH_MOMENT where `when` cannot be read or names a snapshot or pull that is not there.
    """
    asked = when.isoformat() if isinstance(when, datetime) else str(when).strip()
    taken = _ever_taken(workspace)
    by_then = _by_then(asked, taken)
    tried = {snapshot.theme for snapshot in taken}
    wanted = set(themes) or {theme.name for theme in THEMES.values() if not theme.optional or theme.name in tried}
    grounds = []
    for theme in (theme for theme in THEMES if theme in wanted):
        sources = sorted({snapshot.source for snapshot in taken if snapshot.theme == theme})
        for source in sources:
            own = [snapshot for snapshot in taken if (snapshot.source, snapshot.theme) == (source, theme)]
            grounds.append(_ground(theme, source, own, [snapshot for snapshot in own if by_then(snapshot)]))
        if not sources:
            grounds.append(Ground(theme, "", None, Unknown.NEVER_PULLED))
    return AsOf(asked, tuple(grounds))


def alive(snapshot: int) -> str:
    """SQL over a theme's table: the versions that stood after the snapshot of that number."""
    number = int(snapshot)
    return f'"first_seen" <= {number} AND ("gone_at" IS NULL OR "gone_at" > {number})'


def literal(text: str) -> str:
    """A text as SQL."""
    return "'" + text.replace("'", "''") + "'"


def _ever_taken(workspace: Workspace) -> list[_Taken]:
    """Snapshots, those that were pruned among them, in the order they were taken."""
    with workspace.reading() as connection:
        connection.execute("BEGIN")
        taken = [snapshots.read(row) for row in connection.execute("SELECT * FROM snapshots")]
        return sorted([*taken, *pruned.read(connection)], key=lambda snapshot: snapshot.id)


def _ground(theme: str, source: str, own: Sequence[_Taken], by_then: Sequence[_Taken]) -> Ground:
    standing = [snapshot for snapshot in by_then if snapshot.state in STANDING]
    if not standing:
        return Ground(theme, source, None, Unknown.NO_GOOD_PULL if by_then else Unknown.NOT_YET)
    last = max(standing, key=lambda snapshot: snapshot.id)
    if isinstance(last, Pruned):
        later = (each for each in own if each.id > last.id and each.state in STANDING and isinstance(each, Snapshot))
        return Ground(theme, source, None, Unknown.PRUNED, known_from=next((each.finished for each in later), ""))
    return Ground(theme, source, last, failed_since=sum(snapshot.id > last.id for snapshot in by_then))


def _by_then(asked: str, taken: Sequence[_Taken]) -> Callable[[_Taken], bool]:
    """Whether a snapshot was there at the moment asked for."""
    if not asked:
        return lambda snapshot: True
    numbered = _NUMBER.fullmatch(asked)
    if numbered:
        number, kind = int(numbered["number"]), "pull" if numbered["pull"] else "id"
        if number not in {getattr(snapshot, kind) for snapshot in taken}:
            raise KaznedraError(Code.NO_SUCH_MOMENT, text=asked)
        return lambda snapshot: getattr(snapshot, kind) <= number
    end = _end(asked)
    return lambda snapshot: bool(snapshot.finished) and moment(snapshot.finished) <= end


def _end(asked: str) -> datetime:
    """The last instant that belongs to a date or time."""
    try:
        if _DATE.fullmatch(asked):
            day = datetime.strptime(asked, "%Y-%m-%d").replace(tzinfo=timezone.utc)
            return day + timedelta(days=1) - timedelta(microseconds=1)
        found = _TIME.fullmatch(asked)
        if found:
            day, minutes, seconds, fraction, offset = found.groups()
            offset = "+00:00" if offset in (None, "Z", "z") else offset
            micros = (fraction or "").ljust(6, "0")[:6]
            return datetime.fromisoformat(f"{day}T{minutes}{seconds or ':00'}.{micros}{offset}")
    except (ValueError, OverflowError):
        pass
    raise KaznedraError(Code.NO_SUCH_MOMENT, text=asked)
