"""A source in memory whose features come and go, and that can be asked for what changed: rightly, or with a lie."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any, Optional

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.sources.source import BBox, Contract, Count, Offer, Page, Way
from kaznedra_qgis.sources.ways import COUNTRY
from tests.qgis.pages import Feature, Pages, feature, profile, square

START = datetime(2026, 11, 1, tzinfo=timezone.utc)


class Shelf(Pages):
    """Features by id, two to a page; every change of one moves the clock and is dated by it.

    `asked` lists what was asked for. Lies: `ignores` the filter (all come), `silent` (none come), `stale` (the told
    total stays what it was), `heavy` (nothing can be left out of the outlines), `shifted` (the filter's clock).
    """

    def __init__(self, **mapped: Any) -> None:
        super().__init__(
            mapped=replace(profile(changed_attribute="changed_at", changed_filter="since", **mapped), page_size=2)
        )
        self.features: dict[str, Feature] = {}
        self.clock = START
        self.asked: list[str] = []
        self.ignores = self.silent = self.heavy = False
        self.shifted = timedelta()
        self.stale: Optional[int] = None
        self.breaks: Optional[KaznedraError] = None
        """Raised where changes are asked for"""

    def put(self, identifier: Any, number: str = "", quietly: bool = False) -> None:
        """Add or change a feature; `quietly`: without a time of change that tells so."""
        self.clock += timedelta(hours=1)
        old = self.features.get(str(identifier))
        time = START if quietly else self.clock
        if quietly and old:
            time = _time(old)
        self.features[str(identifier)] = feature(
            identifier, square(60 + len(self.features) % 20), number=number, changed_at=time.isoformat()
        )

    def take(self, identifier: Any) -> None:
        """Let a feature vanish."""
        self.clock += timedelta(hours=1)
        del self.features[str(identifier)]

    def contract(self, themes: Optional[Collection[str]] = None) -> Contract:
        told = self._told()
        return Contract(
            "Shelf",
            {"licences": Offer("licences", "licences", expected=told, extent=COUNTRY, changes=self)},
            server_time="2026-11-22T08:00:00Z",
        )

    def pages(self, offer: Offer, bbox: Optional[BBox] = None, way: Way = Way.PLAIN) -> Iterator[Page]:
        self.asked.append("everything")
        yield from self._pages(list(self.features.values()))

    def since(self, time: str) -> Iterator[Page]:
        self.asked.append("changes")
        if self.breaks:
            raise self.breaks
        from_time = datetime.fromisoformat(time.replace("Z", "+00:00")) + self.shifted
        came = [
            each for each in self.features.values() if not self.silent and (self.ignores or _time(each) >= from_time)
        ]
        yield from self._pages(came)

    def count(self, near: int) -> Count:
        if self.stale is not None:
            return Count(self.stale)
        offset = max(near - 1, 0)
        return Count(len(self.features), offset, 100, min(max(len(self.features) - offset, 0), 100))

    def outlines(self) -> Optional[Iterator[Page]]:
        if self.heavy:
            return None
        self.asked.append("outlines")
        return self._pages([
            {**each, "geometry": None, "properties": {"changed_at": each["properties"].get("changed_at")}}
            for each in self.features.values()
        ])  # fmt: skip

    def _told(self) -> int:
        return len(self.features) if self.stale is None else self.stale

    def _pages(self, features: list[Feature]) -> Iterator[Page]:
        self.given = tuple(features[at : at + 2] for at in range(0, len(features), 2)) or ([],)
        self.expected = self._told()
        return super().pages(self.contract().offers["licences"])


def _time(feature: Feature) -> datetime:
    """Time of change; features without one come whatever is asked for, as QGIS Server has it."""
    told = feature["properties"].get("changed_at")
    return datetime.fromisoformat(told) if told else datetime.max.replace(tzinfo=timezone.utc)


def refused() -> KaznedraError:
    """What a server says that does not know the filter."""
    return KaznedraError(Code.REFUSED, status=400)
