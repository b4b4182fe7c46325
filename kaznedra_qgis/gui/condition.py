"""How good the data of a theme is: the word, the icon, why, and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from enum import Enum
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication

from .. import messages
from ..errors import Code
from ..freshness import is_stale
from ..themes import THEMES
from . import words


class Condition(str, Enum):
    """What a user may expect of the theme's data; the value names the icon."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    STALE = "stale"
    FAILED = "failed"
    NOT_OFFERED = "absent"
    NEVER = "never"
    RUNNING = "running"
    UNKNOWN = "unknown"


_ACCEPTABLE = frozenset(
    code.value for code in (Code.TOTAL_COLLAPSED, Code.IDS_CHANGED, Code.ATTRIBUTE_LOST, Code.ATTRIBUTE_TYPE)
)


@dataclass(frozen=True)
class CodesTold:
    """Features whose block codes and geometry agree, disagree, and of which that is unknown; None: not compared."""

    agree: Optional[int] = None
    disagree: Optional[int] = None
    unknown: Optional[int] = None

    def __str__(self) -> str:
        if self.disagree is None:
            return QCoreApplication.translate(
                "Kaznedra", "Block codes and geometry were not compared; the next sync compares them."
            )
        return QCoreApplication.translate(
            "Kaznedra", "Codes and geometry disagree: {disagree}; agree: {agree}; cannot be told: {unknown}."
        ).format(
            disagree=words.count(self.disagree),
            agree=words.count(self.agree or 0),
            unknown=words.count(self.unknown or 0),
        )


@dataclass(frozen=True)
class Standing:
    """A theme as the dock shows it."""

    condition: Condition
    count: Optional[int] = None
    """Features on the map, None before the first pull"""
    pulled: Optional[datetime] = None
    """When the data on the map was pulled last"""
    whole: bool = False
    """True where the data on the map is a complete pull"""
    received: Optional[int] = None
    expected: Optional[int] = None
    freshness_days: Optional[float] = None
    stored: Optional[dict] = None
    """Code and facts of what went wrong last"""
    oddities: tuple[int, int, int] = (0, 0, 0)
    """Features without geometry, with an invalid one, with a value of another type"""
    notices: tuple[dict, ...] = ()
    """What the last pull noted of the source, each as `stored`"""
    codes: Optional["CodesTold"] = None
    """None where the theme lists no block codes, or nothing was pulled"""

    @property
    def word(self) -> str:
        """The state in a word or two."""
        if self.condition is Condition.PARTIAL and self.expected:
            return QCoreApplication.translate("Kaznedra", "partial {received}/{expected}").format(
                received=words.count(self.received or 0), expected=words.count(self.expected)
            )
        return word(self.condition)

    @property
    def tip(self) -> str:
        """Plain text: the state, why, what the map shows, what to do."""
        codes = str(self.codes) if self.codes else ""
        noted = (messages.explain_stored(notice).happened for notice in self.notices)
        parts = (self._happened(), self._kept(), *noted, self._odd(), codes, self._remedy())
        return "\n".join(part for part in parts if part)

    @property
    def may_be_accepted(self) -> bool:
        """True where the last pull failed for what the source changed, and the user may take that as right."""
        return self.condition is Condition.FAILED and (self.stored or {}).get("code") in _ACCEPTABLE

    def _happened(self) -> str:
        if self.stored and self.condition is not Condition.COMPLETE:
            return messages.explain_stored(self.stored).happened
        return {
            Condition.COMPLETE: QCoreApplication.translate("Kaznedra", "All that the source has was pulled."),
            Condition.PARTIAL: QCoreApplication.translate(
                "Kaznedra", "Fewer features came than the source promised. A missing feature is not free ground."
            ),
            Condition.STALE: QCoreApplication.translate(
                "Kaznedra",
                "The pull is older than {days} days, the age that the source's profile or your settings allow. "
                "The rules of the law call nothing clear by it.",
            ).format(days=f"{self.freshness_days or 0:g}"),
            Condition.FAILED: QCoreApplication.translate("Kaznedra", "The last pull failed."),
            Condition.NOT_OFFERED: QCoreApplication.translate("Kaznedra", "The source does not offer this theme."),
            Condition.NEVER: QCoreApplication.translate("Kaznedra", "This theme was never pulled from this source."),
            Condition.RUNNING: QCoreApplication.translate("Kaznedra", "This theme is being pulled."),
        }[self.condition]

    def _kept(self) -> str:
        return kept(self.pulled, self.count, self.whole)

    def _odd(self) -> str:
        if not any(self.oddities):
            return ""
        return QCoreApplication.translate(
            "Kaznedra", "Without geometry: {missing}; geometry invalid: {invalid}; values of another type: {values}."
        ).format(missing=self.oddities[0], invalid=self.oddities[1], values=self.oddities[2])

    def _remedy(self) -> str:
        if self.condition in (Condition.COMPLETE, Condition.RUNNING):
            return ""
        if self.stored:
            return messages.explain_stored(self.stored).remedy
        if self.condition is Condition.NOT_OFFERED:
            return QCoreApplication.translate("Kaznedra", "Whatever this theme would show is unknown here.")
        return QCoreApplication.translate("Kaznedra", "Press Sync to pull it.")


def word(condition: Condition) -> str:
    """The condition in a word or two."""
    return {
        Condition.COMPLETE: QCoreApplication.translate("Kaznedra", "complete"),
        Condition.PARTIAL: QCoreApplication.translate("Kaznedra", "partial"),
        Condition.STALE: QCoreApplication.translate("Kaznedra", "stale"),
        Condition.FAILED: QCoreApplication.translate("Kaznedra", "failed"),
        Condition.NOT_OFFERED: QCoreApplication.translate("Kaznedra", "not offered"),
        Condition.NEVER: QCoreApplication.translate("Kaznedra", "never pulled"),
        Condition.RUNNING: QCoreApplication.translate("Kaznedra", "pulling"),
        Condition.UNKNOWN: QCoreApplication.translate("Kaznedra", "unknown"),
    }[condition]


def kept(pulled: Optional[datetime], features: Optional[int], whole: bool) -> str:
    """What the map shows of a theme, as a sentence."""
    if pulled is None and not features:
        return QCoreApplication.translate("Kaznedra", "There is no data of this on this computer yet.")
    shown = words.count(features or 0)
    if pulled is None:
        return QCoreApplication.translate("Kaznedra", "The map shows an incomplete pull. Features: {features}.").format(
            features=shown
        )
    if whole:
        return QCoreApplication.translate(
            "Kaznedra", "The map shows the complete pull of {date}. Features: {features}."
        ).format(date=_dated(pulled), features=shown)
    return QCoreApplication.translate(
        "Kaznedra", "The map shows the incomplete pull of {date}. Features: {features}."
    ).format(date=_dated(pulled), features=shown)


def _dated(pulled: datetime) -> str:
    """The moment of a pull, with its age where that is not of today."""
    return f"{words.exact(pulled)} ({words.age(pulled)})" if words.days_since(pulled) > 0 else words.exact(pulled)


def standing(state: Any, freshness_days: Optional[float], now: Optional[datetime] = None) -> Standing:
    """Standing of a theme from the workspace's ThemeState whose last pull was not a cancelled one (None: no pull)."""
    last = state.last if state else None
    if last is None:
        return Standing(Condition.NEVER, freshness_days=freshness_days)
    stands = last if last.state.name == "PARTIAL" else state.good
    pulled = words.instant(stands.finished) if stands else None
    shown = Standing(
        Condition.COMPLETE,
        count=state.count if stands or state.count else None,
        pulled=pulled,
        whole=stands is not None and stands is state.good,
        received=last.distinct,
        expected=last.expected,
        freshness_days=freshness_days,
        stored=_stored(last),
        notices=getattr(last, "notices", ()),
        oddities=(stands.without_geometry, stands.invalid_geometry, stands.value_issues) if stands else (0, 0, 0),
        codes=CodesTold(stands.codes_agree, stands.codes_disagree, stands.codes_unknown)
        if stands and THEMES[state.theme].block_codes
        else None,
    )
    return replace(shown, condition=_condition(last, shown, now))


def _condition(last: Any, shown: Standing, now: Optional[datetime]) -> Condition:
    if last.state.name == "FAILED":
        absent = shown.stored is not None and shown.stored.get("code") == Code.THEME_MISSING.value
        return Condition.NOT_OFFERED if absent else Condition.FAILED
    if last.state.name == "PARTIAL":
        return Condition.PARTIAL
    today = (now or datetime.now(timezone.utc)).astimezone(timezone.utc).date()
    if shown.pulled and is_stale(shown.pulled, today, shown.freshness_days):
        return Condition.STALE
    return Condition.COMPLETE


def worst(standings: Iterable[Standing]) -> Condition:
    """The condition to know of first, of the themes that were ever pulled; NEVER where none was."""
    met = {standing.condition for standing in standings}
    order = (Condition.FAILED, Condition.PARTIAL, Condition.STALE, Condition.COMPLETE)
    return next((condition for condition in order if condition in met), Condition.NEVER)


def _stored(snapshot: Any) -> Optional[dict]:
    message = getattr(snapshot, "message", None)
    return dict(message) if isinstance(message, dict) and message.get("code") else None
