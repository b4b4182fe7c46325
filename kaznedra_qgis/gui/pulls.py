"""The pulls of a workspace, as the dock lists them and names moments by them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication

from . import words

_PULL = "pull "
_END_OF_DAY = time(23, 59, 59, 999999)


@dataclass(frozen=True)
class Pull:
    """One sync: its number and its snapshots, in the order they were taken."""

    number: int
    snapshots: tuple[Any, ...]

    @property
    def finished(self) -> Optional[datetime]:
        """When the last of its themes was there; None where the workspace does not tell."""
        return words.instant(self.snapshots[-1].finished)

    @property
    def stands(self) -> bool:
        """Whether it brought data: only such a pull is a moment of its own."""
        return any(snapshot.state.name in ("COMPLETE", "PARTIAL") for snapshot in self.snapshots)

    @property
    def moment(self) -> str:
        """The moment as `workspace.history.as_of` takes it."""
        return f"{_PULL}{self.number}"


def pulls_of(snapshots: Iterable[Any]) -> tuple[Pull, ...]:
    """Snapshots by pull, in order."""
    found: dict[int, list[Any]] = {}
    for snapshot in snapshots:
        found.setdefault(snapshot.pull, []).append(snapshot)
    return tuple(Pull(number, tuple(taken)) for number, taken in sorted(found.items()))


def end_of(day: date) -> str:
    """The last instant of a day by the computer's time zone, as a moment."""
    return datetime.combine(day, _END_OF_DAY).astimezone().isoformat()


def day_of(moment: str) -> Optional[date]:
    """The day whose end a moment is, by the computer's time zone; None for any other moment."""
    found = None if moment.startswith(_PULL) else words.instant(moment)
    local = found.astimezone() if found else None
    return local.date() if local and local.time() == _END_OF_DAY else None


def told(moment: str, pulls: Sequence[Pull]) -> str:
    """A moment in words; '' is now."""
    if not moment:
        return QCoreApplication.translate("Kaznedra", "today")
    day = day_of(moment)
    if day:
        return words.day(day)
    when = time_of(moment, pulls)
    return words.exact(when) if when else moment


def time_of(moment: str, pulls: Sequence[Pull]) -> Optional[datetime]:
    """The point in time of a moment other than now; None where it names a pull that is not there."""
    if not moment.startswith(_PULL):
        return words.instant(moment)
    return next((pull.finished for pull in pulls if pull.moment == moment), None)
