"""A source made of pages held in memory: what a server sent, without the server."""

import hashlib
import json
from collections.abc import Collection, Iterator
from typing import Any, Optional

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.sources.profile import SourceProfile, read_profile
from kaznedra_qgis.sources.source import CLOSING, OPENING, BBox, Contract, Offer, Page, Way

Feature = dict[str, Any]


def profile(theme: str = "licences", **mapped: Any) -> SourceProfile:
    """A profile with one theme; `mapped` is the theme's part of it."""
    entry = {"collection": theme, **mapped}
    return read_profile(
        {
            "id": "test",
            "title": {"en": "Test"},
            "kind": "ogc-api-features",
            "address": "http://localhost/",
            "themes": {theme: entry},
        }
    )


def square(west: float = 70.0, south: float = 48.0, side: float = 0.1) -> dict[str, Any]:
    """GeoJSON of a square, sides in degrees."""
    east, north = west + side, south + side
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def feature(identifier: Any, geometry: Optional[dict[str, Any]] = None, **properties: Any) -> Feature:
    """A GeoJSON feature; identifier None leaves the id out."""
    made = {"type": "Feature", "properties": properties, "geometry": geometry}
    return made if identifier is None else {**made, "id": identifier}


class Pages:
    """A Source that gives its pages of features and promises `expected` of them (default: as many as there are)."""

    def __init__(self, *pages: list[Feature], expected: Any = ..., mapped: Optional[SourceProfile] = None) -> None:
        self.profile = mapped or profile()
        self.given = pages
        self.expected = sum(map(len, pages)) if expected is ... else expected
        self.fails: Optional[KaznedraError] = None
        self.fails_after = -1
        """Page after which `fails` is raised; -1: already when asked for the contract"""

    def contract(self, themes: Optional[Collection[str]] = None) -> Contract:
        if self.fails and self.fails_after < 0:
            raise self.fails
        (theme,) = self.profile.themes
        return Contract(
            "Test", {theme: Offer(theme, theme, expected=self.expected)}, server_time="2026-11-22T08:00:00Z"
        )

    def ways(self, offer: Offer) -> Iterator[Way]:
        yield Way.PLAIN

    def pages(self, offer: Offer, bbox: Optional[BBox] = None, way: Way = Way.PLAIN) -> Iterator[Page]:
        for number, features in enumerate(self.given, 1):
            inside = json.dumps(features, ensure_ascii=False)[1:-1].encode()
            body = OPENING + inside + CLOSING
            digest = hashlib.sha256(inside).hexdigest()
            yield Page(number, body, matched=self.expected, size=len(body), digest=digest)
            if self.fails and number == self.fails_after:
                raise self.fails


def cut_off(page: int = -1) -> KaznedraError:
    """What a source raises when the line goes dead."""
    return KaznedraError(Code.UNREACHABLE, address="http://localhost/", page=page)
