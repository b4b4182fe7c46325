"""Retention: how much history a workspace keeps, and which snapshots that is."""

import sqlite3
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from typing import Any, Callable, Optional

from .snapshots import STANDING, Snapshot, State, moment
from .workspace import Workspace

_KEY = "retention"
_Key = Callable[[Snapshot], Any]


@dataclass(frozen=True)
class Retention:
    """All history (neither is given), that of so many days, or the last so many pulls of every theme and source."""

    days: Optional[int] = None
    last: Optional[int] = None

    def __post_init__(self) -> None:
        if self.days is not None and self.last is not None:
            raise ValueError("days or last, not both")
        if any(number is not None and number < 1 for number in (self.days, self.last)):
            raise ValueError("at least 1")

    @property
    def is_all(self) -> bool:
        """Whether nothing is ever pruned."""
        return self.days is None and self.last is None

    def __str__(self) -> str:
        if self.days is not None:
            return f"days {self.days}"
        return "all" if self.last is None else f"last {self.last}"


def chosen(workspace: Workspace) -> Retention:
    """What the user has chosen for this workspace; all history where nothing was."""
    with workspace.reading() as connection:
        return read(connection)


def read(connection: sqlite3.Connection) -> Retention:
    """The choice written in a workspace; all history where it cannot be read."""
    row = connection.execute("SELECT value FROM kaznedra WHERE key = ?", (_KEY,)).fetchone()
    kind, _, number = str(row[0]).partition(" ") if row else ("all", "", "")
    try:
        return Retention(**{kind: int(number)}) if kind in ("days", "last") else Retention()
    except ValueError:
        return Retention()


def choose(workspace: Workspace, retention: Retention) -> None:
    """Write the user's choice into the workspace; it takes effect with the next pull."""
    with workspace.writing() as connection:
        connection.execute("INSERT OR REPLACE INTO kaznedra VALUES (?, ?)", (_KEY, str(retention)))


def kept(taken: Sequence[Snapshot], retention: Retention, cited: Iterable[int], now: datetime) -> set[int]:
    """Ids of the snapshots to keep.

    Of every theme of every source: those that the retention asks for, the last of all, the last complete one and the
    one that is shown now. Beside them the cited ones. For each of all these stays what the other themes showed when
    its pull was over, and for the cited ones also what they showed in the midst of it.
    """
    if retention.is_all:
        return {snapshot.id for snapshot in taken}
    series: dict[tuple[str, str], list[Snapshot]] = {}
    for snapshot in taken:
        series.setdefault((snapshot.source, snapshot.theme), []).append(snapshot)
    wanted = {snapshot.id for each in series.values() for snapshot in _wanted(each, retention, now)}
    named = set(cited)
    found = wanted | {snapshot.id for snapshot in taken if snapshot.id in named}
    for each in series.values():
        found |= _last(each)
        if retention.days is not None:
            found |= _stood(each, now - timedelta(days=retention.days))
        found |= _grounds(each, [snapshot for snapshot in taken if snapshot.id in wanted], (_pull,))
        found |= _grounds(each, [snapshot for snapshot in taken if snapshot.id in named], (_number, _pull, _finished))
    return found


def _wanted(series: Sequence[Snapshot], retention: Retention, now: datetime) -> list[Snapshot]:
    if retention.days is not None:
        start = now - timedelta(days=retention.days)
        return [each for each in series if _finished(each) >= start]
    standing = [each.id for each in series if each.state in STANDING][-(retention.last or 0) :]
    return [each for each in series if standing and each.id >= standing[0]]


def _stood(series: Sequence[Snapshot], start: datetime) -> set[int]:
    """What stood when the days that are kept began."""
    return set([each.id for each in series if each.state in STANDING and _finished(each) < start][-1:])


def _last(series: Sequence[Snapshot]) -> set[int]:
    """The last of all, the last complete one, and the one that is shown."""
    complete = [each.id for each in series if each.state is State.COMPLETE]
    standing = [each.id for each in series if each.state in STANDING]
    return {series[-1].id, *complete[-1:], *standing[-1:]}


def _grounds(series: Sequence[Snapshot], moments: Sequence[Snapshot], keys: Sequence[_Key]) -> set[int]:
    """What stood of a theme at the moments of snapshots, as each of `keys` names those."""
    standing = [each for each in series if each.state in STANDING]
    found = set()
    for key in keys:
        ordered = sorted(standing, key=key)
        places = [key(each) for each in ordered]
        last = list(accumulate((each.id for each in ordered), max))
        found |= {last[place - 1] for place in (bisect_right(places, key(each)) for each in moments) if place}
    return found


def _number(snapshot: Snapshot) -> int:
    return snapshot.id


def _pull(snapshot: Snapshot) -> int:
    return snapshot.pull


def _finished(snapshot: Snapshot) -> datetime:
    return moment(snapshot.finished or snapshot.started)
