"""What rights and applications that are over leave on their blocks for a time (articles 189-1, 190).

The rules on time and the map's standings both rest on this, so that neither calls free what the other doubts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Optional

from .area_classes import UNREADABLE, AreaClasses, day_of, instant
from .surroundings import Area, Surroundings

ISSUED = "licence_issued"
"""Status of an application that led to a licence"""


class After(str, Enum):
    """What is left on the blocks."""

    AUCTION = "auction"
    """Freed lately: with several applications within the window they go to auction"""
    REVOKED = "revoked"
    """Refused to the one whose licence was revoked"""
    RELINQUISHED = "relinquished"
    """Refused to the one who gave the plot back"""
    VANISHED = "vanished"
    """Gone from the register without a word: perhaps revoked or given back"""
    ISSUED = "issued"
    """A licence was issued on an application, and those pulled do not show it yet"""


@dataclass(frozen=True)
class Aftermath:
    """What an area that is over leaves."""

    after: After
    area: Area
    article: str
    ended: Optional[date] = None
    """When the right ended, or its record last changed, or it was missed; None where nothing tells"""
    until: Optional[date] = None
    """Last day on which it is so; None where that cannot be told"""
    refuses: bool = False
    """It was the applicant's for sure: refused. Otherwise it is not known"""


def over(surroundings: Surroundings, classes: AreaClasses) -> Iterator[Area]:
    """Licences that ended, or vanished from their source."""
    yield from (area for area in surroundings.of("licences") if not classes.of(area).counts)
    yield from surroundings.gone


def aftermath(area: Area, classes: AreaClasses, applicant: str = "") -> tuple[Aftermath, ...]:
    """All that a licence which ended or vanished leaves on its blocks on the day of the classes."""
    found = (auction_window(area, classes), refusal(area, classes, applicant))
    return tuple(each for each in found if each is not None)


def auction_window(area: Area, classes: AreaClasses) -> Optional[Aftermath]:
    """The window of article 189-1, public holidays allowed for; None where it is over or the right barred nothing."""
    was = classes.in_force(area)
    if not was.bars and was.name != UNREADABLE:
        return None
    window = classes.pack.figure("limits", "auction_window")
    days = window.value + classes.pack.figure("limits", "auction_window_holidays").value
    told = published_on(area, classes)
    over = working_days_after(told, days + 1) if told else None
    if over and classes.day >= over:
        return None
    until = over - timedelta(days=1) if over else None
    return Aftermath(After.AUCTION, area, window.article, ended_on(area, classes), until)


_REFUSALS = {After.REVOKED: "refusal_after_revocation", After.RELINQUISHED: "refusal_after_relinquishment"}


def refusal(area: Area, classes: AreaClasses, applicant: str = "") -> Optional[Aftermath]:
    """The refusal of article 190; None where the time is over or the right was somebody else's for sure."""
    vanished = has_vanished(area, classes)
    status = area.attributes.get("status")
    after = After.VANISHED if vanished else next((each for each in _REFUSALS if each.value == status), None)
    whose = area.is_held_by(applicant)
    if after is None or whose is False:
        return None
    figure = classes.pack.figure("limits", _REFUSALS.get(after, _REFUSALS[After.RELINQUISHED]))
    ended = ended_on(area, classes)
    until = years_after(ended, figure.value) if ended else None
    if until and classes.day > until:
        return None
    return Aftermath(after, area, figure.article, ended, until, bool(whose and ended and not vanished))


def unseen_licence(area: Area, surroundings: Surroundings) -> Optional[Aftermath]:
    """That a licence was issued on an application after the licences were pulled, or it cannot be told when.

    It concerns only blocks that no licence meets, in force or over.
    """
    if area.attributes.get("status") != ISSUED:
        return None
    changed = instant(area.attributes.get("changed_at"))
    pulled = [instant(each.taken) for each in surroundings.covered("licences")]
    if changed and all(taken and taken >= changed for taken in pulled):
        return None
    return Aftermath(After.ISSUED, area, "187(9), 189(1)", changed.date() if changed else None)


def has_vanished(area: Area, classes: AreaClasses) -> bool:
    """Whether the right was in force when it was last seen; one that had ended by then went as records go."""
    return area.gone_on is not None and classes.of(area).counts


def ended_on(area: Area, classes: AreaClasses) -> Optional[date]:
    """The day on which a right ended, or the record last changed, or it was missed; None where nothing tells."""
    if has_vanished(area, classes):
        return area.gone_on
    values = area.attributes
    return day_of(values.get("ended_on")) or day_of(values.get("changed_at")) or area.gone_on


def published_on(area: Area, classes: AreaClasses) -> Optional[date]:
    """The latest day on which the end of a right may have been published: it ended, or its record changed."""
    ended = ended_on(area, classes)
    changed = None if has_vanished(area, classes) else day_of(area.attributes.get("changed_at"))
    return max(ended, changed) if ended and changed else ended


def working_days_after(day: date, count: int) -> date:
    """The day so many days later, Saturdays and Sundays not counted."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def years_after(day: date, years: int) -> date:
    """The same day so many years later; of 29 February, 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
