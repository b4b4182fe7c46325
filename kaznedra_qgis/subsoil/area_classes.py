"""What an area is to the rules: its class by the rule pack, and how that class bars blocks from exploration."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timezone
from typing import Any, Optional

from .rulepack import RulePack
from .surroundings import Area

ENDED = "ended"
"""Class of what bars nothing any more, or not yet"""
UNREADABLE = "unreadable"
"""Class of an area whose attributes do not say what it is"""
UNTOLD_APPLICATION = "untold_application"
"""Class of a pending application that does not say what right it is for"""


@dataclass(frozen=True)
class Bar:
    """A line of articles 186 and following: an area of a class bars a block that lies in it, wholly or in part."""

    extent: str
    """whole or part"""
    unless: str
    """What lifts the bar: holder_consent, applicant_is_national_company; empty where nothing does"""
    article: str
    confidence: str
    lifted_for_sure: bool = True
    """Whether `unless` lifts it whatever the record leaves untold"""

    @property
    def certain(self) -> bool:
        """Whether the law read says so; otherwise it is told as unknown."""
        return self.confidence != "L"


@dataclass(frozen=True)
class AreaClass:
    """Class of an area, with what bars a block that lies in it wholly, and one that lies in it in part."""

    name: str
    whole: Optional[Bar] = None
    part: Optional[Bar] = None
    buffer_m: float = 0.0
    """Distance around it that counts as the area"""
    article: str = ""
    confidence: str = "H"

    @property
    def bars(self) -> bool:
        """Whether it bars blocks, wholly or in part."""
        return bool(self.whole or self.part)

    @property
    def counts(self) -> bool:
        """Whether it matters to a block."""
        return self.name != ENDED


class AreaClasses:
    """The classes of areas by one rule pack on one day."""

    def __init__(self, pack: RulePack, day: date) -> None:
        self.pack = pack
        self.day = day
        self._rows = pack.data.get("area_classes", ())
        self._bars: dict[tuple[str, str], Bar] = {}
        for row in pack.data.get("exploration_bars", ()):
            bar = Bar(row["extent"], row.get("unless", ""), row["article"], row["confidence"])
            bar = replace(bar, lifted_for_sure=row.get("lifted_for_sure", True))
            self._bars.setdefault((row["area"], row["extent"]), bar)
        self._buffers = {row["category"]: float(row["value"]) for row in pack.data.get("restricted_areas", ())}

    def of(self, area: Area) -> AreaClass:
        """The class of an area; kept with it, so that asking again costs nothing."""
        key = ("class", self.pack.id, self.pack.path, self.day)
        found = area.cache.get(key)
        if found is None:
            found = area.cache[key] = self._classify(area, area.attributes)
        return found

    def in_force(self, area: Area) -> AreaClass:
        """The class that an ended right had while it was in force."""
        return self._classify(area, {**area.attributes, "status": "active"})

    def _classify(self, area: Area, values: Mapping[str, Any]) -> AreaClass:
        if not _in_time(values, self.day):
            return AreaClass(ENDED)
        last = day_of(values.get("ended_on"))
        row = next((row for row in self._rows if row["theme"] == area.theme and _fits(row, values)), None)
        name = row["class"] if row else UNREADABLE
        if name == ENDED and last and self.day < last:
            return self._classify(area, {**values, "status": "active", "ended_on": None})
        if area.doubt and name != ENDED:
            return AreaClass(UNREADABLE)
        bars = (self._bars.get((name, "whole")), self._bars.get((name, "part")))
        article, confidence = (row["article"], row["confidence"]) if row else ("", "L")
        return AreaClass(name, *bars, self._buffer_m(area), article, confidence)

    def _buffer_m(self, area: Area) -> float:
        """The larger of what the pack gives the category and what the record gives the area."""
        if area.theme != "restricted_areas":
            return 0.0
        told = area.attributes.get("buffer_m")
        own = float(told) if isinstance(told, (int, float)) and told > 0 else 0.0
        return max(self._buffers.get(str(area.attributes.get("category")), max(self._buffers.values(), default=0)), own)

    def widest_buffer_m(self) -> float:
        """The largest buffer that the pack gives a category."""
        return max(self._buffers.values(), default=0.0)


def minerals(values: Mapping[str, Any]) -> frozenset[str]:
    """Codes of the minerals that a record lists."""
    return frozenset(filter(None, (part.strip() for part in str(values.get("minerals") or "").split(","))))


def day_of(value: object) -> Optional[date]:
    """The day that a date or time names; None where it names none."""
    try:
        return date.fromisoformat(str(value or "")[:10])
    except ValueError:
        return None


def instant(value: object) -> Optional[datetime]:
    """The moment that an RFC 3339 text names; None where it names none."""
    try:
        moment = datetime.fromisoformat(str(value).replace("Z", "+00:00"))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


def _in_time(values: Mapping[str, Any], day: date) -> bool:
    """Whether the area's own first and last day leave it standing; unknown days leave it."""
    first, last = day_of(values.get("valid_from")), day_of(values.get("valid_to"))
    return not ((first and day < first) or (last and day > last))


def _fits(row: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    if any(str(values.get(name)) not in row[name] for name in ("kind", "status", "category") if name in row):
        return False
    told = minerals(values)
    if "all_minerals" in row:
        return bool(told) and told <= set(row["all_minerals"])
    return "minerals" not in row or bool(told & set(row["minerals"]))
