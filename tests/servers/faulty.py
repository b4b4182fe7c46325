"""A platform in memory: right by the book until a test switches one of its faults on.

with Platform() as platform:
    platform["licences"].faults.html_on_page = 2
    ... pull from platform.url
"""

import hashlib
import json
import math
from dataclasses import dataclass, field
from typing import Any, Optional
from urllib.parse import parse_qs, urlencode, urlsplit

from tests.servers.wire import Handler, Server

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
PULKOVO = "http://www.opengis.net/def/crs/EPSG/0/4284"
SHAPES = {
    "licences": "Polygon",
    "licence_applications": "Polygon",
    "deposits": "Point",
    "restricted_areas": "Polygon",
}


@dataclass
class Faults:
    """What is wrong with a collection; nothing, at first."""

    status: int = 0
    """of its items, always"""
    status_on_page: dict[int, int] = field(default_factory=dict)
    """by page, counted from 1 by what is asked for"""
    fail_times: int = 0
    """how often a status of `status_on_page` is given before all is well; 0: always"""
    cut_on_page: int = 0
    """the JSON ends in the middle, and the length says so too"""
    html_on_page: int = 0
    clamp: int = 0
    """a larger limit is lowered to this, silently"""
    refuse: int = 0
    """a larger limit is an error 400"""
    no_matched: bool = False
    no_returned: bool = False
    no_next: bool = False
    """no links: offsets only"""
    relative_next: bool = False
    next_elsewhere: str = ""
    """the next link leads to this address"""
    repeat: bool = False
    """`offset` is ignored: page one again and again, with next links"""
    same_next: bool = False
    """the next link leads to the page it stands on"""
    endless: bool = False
    """there is always a next link, and features behind it"""
    empty_last: bool = False
    """a next link on the last page, and an empty page behind it"""
    strict: bool = False
    """`offset` is an error 400"""
    total_changes: bool = False
    """numberMatched grows by one with every page"""
    links_first: bool = False
    """`links` and the counts stand before `features`"""
    indent: Optional[int] = None
    crs: list[str] = field(default_factory=lambda: [CRS84])
    crs_member: str = ""
    extent: tuple[float, float, float, float] = (46.5, 40.6, 87.3, 55.4)
    missing: bool = False
    etags: bool = False
    """not a fault: pages have an ETag, and If-None-Match is heeded"""
    times: bool = False
    """not a fault: `datetime=T/..` is heeded, on changed_at"""


@dataclass
class Collection:
    """Features with ids `<collection>.<number>`, and faults."""

    id: str
    features: list[dict[str, Any]]
    faults: Faults = field(default_factory=Faults)


class Platform(Server):
    """An OGC API - Features server below `/api`; `query` are parameters that it insists on (else 404)."""

    def __init__(
        self, counts: Optional[dict[str, int]] = None, query: Optional[dict[str, str]] = None, **options: Any
    ) -> None:
        counts = {"licences": 25, "licence_applications": 5, "deposits": 12, "restricted_areas": 0} | (counts or {})
        self.collections = {
            name: Collection(name, [feature(name, number) for number in range(count)]) for name, count in counts.items()
        }
        self.query = query or {}
        self.conformance = {"conformsTo": ["http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core"]}
        self.description: Optional[dict[str, Any]] = None
        """OpenAPI document; there is none at first"""
        self.schemas: dict[str, dict[str, Any]] = {}
        """Queryables by collection"""
        self.headers: dict[str, str] = {}
        """of every answer with data, with _ for -"""
        self.failed: dict[str, int] = {}
        super().__init__(**options)
        self.origin, self.url = self.url, f"{self.url}/api"

    def __getitem__(self, name: str) -> Collection:
        return self.collections[name]

    def asked(self, name: str) -> list[dict[str, str]]:
        """Parameters of the requests for the items of a collection, in order."""
        seen = (urlsplit(request.path) for request in self.seen)
        return [_parameters(parts.query) for parts in seen if parts.path == f"/api/collections/{name}/items"]

    def respond(self, handler: Handler) -> None:
        parts = urlsplit(handler.path)
        query = _parameters(parts.query)
        if any(query.get(name) != value for name, value in self.query.items()):
            handler.reply(404, b"{}")
            return
        path = parts.path.rstrip("/")
        name = path.rpartition("/collections/")[2].removesuffix("/items")
        if path == "/api":
            self._send(handler, self._landing())
        elif path == "/api/conformance":
            self._send(handler, self.conformance)
        elif path == "/api/openapi" and self.description is not None:
            self._send(handler, self.description)
        elif path.endswith("/queryables") and path.split("/")[-2] in self.schemas:
            self._send(handler, self.schemas[path.split("/")[-2]])
        elif path == "/api/collections":
            there = [self._described(each) for each in self.collections.values() if not each.faults.missing]
            self._send(handler, {"links": [], "collections": there})
        elif name in self.collections:
            self._items(handler, self.collections[name], query)
        else:
            super().respond(handler)

    def _send(self, handler: Handler, document: dict[str, Any]) -> None:
        handler.reply(200, json.dumps(document).encode())

    def _landing(self) -> dict[str, Any]:
        links = [
            {"rel": "self", "type": "application/json", "href": f"{self.url}/"},
            {"rel": "conformance", "type": "application/json", "href": "/api/conformance"},
            {"rel": "data", "type": "text/html", "href": f"{self.url}/collections.html"},
            {"rel": "data", "type": "application/json", "href": f"{self.url}/collections"},
        ]
        if self.description is not None:
            kind = "application/vnd.oai.openapi+json;version=3.0"
            links.append({"rel": "service-desc", "type": kind, "href": "/api/openapi"})
        return {"title": "Faulty platform", "links": links}

    def _described(self, collection: Collection) -> dict[str, Any]:
        items = {
            "rel": "items",
            "type": "application/geo+json",
            "href": f"{self.url}/collections/{collection.id}/items",
        }
        extent = {"spatial": {"bbox": [list(collection.faults.extent)], "crs": CRS84}}
        links = [items]
        if collection.id in self.schemas:
            relation = "http://www.opengis.net/def/rel/ogc/1.0/queryables"
            links.append({"rel": relation, "href": f"{self.url}/collections/{collection.id}/queryables"})
        return {
            "id": collection.id,
            "title": collection.id.replace("_", " ").title(),
            "extent": extent,
            "crs": collection.faults.crs,
            "links": links,
        }

    def _items(self, handler: Handler, collection: Collection, query: dict[str, str]) -> None:
        faults = collection.faults
        limit = int(query.get("limit", 10))
        if faults.status or (faults.refuse and limit > faults.refuse) or (faults.strict and "offset" in query):
            handler.reply(faults.status or 400, b'{"code": "refused"}')
            return
        limit = min(limit, faults.clamp or limit)
        offset = 0 if faults.repeat else int(query.get("offset", 0))
        number = int(query.get("offset", 0)) // limit + 1
        status = faults.status_on_page.get(number, 0)
        if status and not (faults.fail_times and self.failed.get(collection.id, 0) >= faults.fail_times):
            self.failed[collection.id] = self.failed.get(collection.id, 0) + 1
            handler.reply(status, b"{}")
        elif faults.html_on_page == number:
            handler.reply(200, b"<html><body>Sign in</body></html>", Content_Type="text/html")
        else:
            page = self._page(collection, query, limit, offset, number)
            body = json.dumps(page, ensure_ascii=False, indent=faults.indent).encode("utf-8", "backslashreplace")
            etag = f'"{hashlib.sha256(json.dumps(page["features"]).encode()).hexdigest()[:16]}"'
            tagged = {"ETag": etag} if faults.etags else {}
            if faults.etags and handler.headers.get("If-None-Match") == etag:
                handler.reply(304, b"", ETag=etag)
                return
            if faults.cut_on_page == number:
                body = body[: len(body) // 2]
            handler.reply(200, body, Content_Type="application/geo+json", **self.headers, **tagged)

    def _page(
        self, collection: Collection, query: dict[str, str], limit: int, offset: int, number: int
    ) -> dict[str, Any]:
        faults = collection.faults
        matching = [each for each in collection.features if _inside(each, query.get("bbox", ""))]
        if faults.times and "datetime" in query:
            since = query["datetime"].partition("/")[0]
            matching = [each for each in matching if each["properties"]["changed_at"] >= since]
        if faults.endless:
            matching = [feature(collection.id, offset + index) for index in range(offset + limit * 2)]
        here = matching[offset : offset + limit]
        counts: dict[str, Any] = {"timeStamp": f"2026-11-22T10:00:{number % 60:02}Z"}
        if not faults.no_matched:
            counts["numberMatched"] = len(matching) + (number if faults.total_changes else 0)
        if not faults.no_returned:
            counts["numberReturned"] = len(here)
        last = offset + limit >= len(matching)
        more = not last or faults.repeat or (faults.empty_last and bool(here))
        counts["links"] = [] if faults.no_next or not more else [self._next(collection, query, limit)]
        page: dict[str, Any] = {"type": "FeatureCollection"}
        if faults.crs_member:
            page["crs"] = {"type": "name", "properties": {"name": faults.crs_member}}
        if faults.links_first:
            return {**page, **counts, "features": here}
        return {**page, "features": here, **counts}

    def _next(self, collection: Collection, query: dict[str, str], limit: int) -> dict[str, str]:
        faults = collection.faults
        offset = int(query.get("offset", 0)) + (0 if faults.same_next else limit)
        path = f"/collections/{collection.id}/items?{urlencode({**query, 'limit': limit, 'offset': offset})}"
        href = faults.next_elsewhere or (f"/api{path}" if faults.relative_next else f"{self.url}{path}")
        return {"rel": "next", "type": "application/geo+json", "href": href}


def feature(collection: str, number: int) -> dict[str, Any]:
    """A feature at a place of its own in Kazakhstan."""
    west, south = 60 + number % 200 * 0.05, 44 + number // 200 % 100 * 0.05
    if SHAPES.get(collection) == "Point":
        geometry: dict[str, Any] = {"type": "Point", "coordinates": [west, south]}
    else:
        ring = [[west, south], [west + 0.05, south], [west + 0.05, south + 0.04], [west, south + 0.04], [west, south]]
        geometry = {"type": "Polygon", "coordinates": [ring]}
    properties = {"number": f"{number}-EL", "name_kk": f"Қазба [{number}]", "changed_at": "2026-11-20T00:00:00Z"}
    return {"type": "Feature", "id": f"{collection}.{number}", "geometry": geometry, "properties": properties}


def without_geometry(feature: dict[str, Any]) -> None:
    """Take the geometry away."""
    feature["geometry"] = None


def with_bow_tie(feature: dict[str, Any]) -> None:
    """Give the feature a polygon that crosses itself."""
    feature["geometry"] = {"type": "Polygon", "coordinates": [[[60, 44], [61, 45], [61, 44], [60, 45], [60, 44]]]}


def with_other_type(feature: dict[str, Any]) -> None:
    """Give the feature a line, which no theme is made of."""
    feature["geometry"] = {"type": "LineString", "coordinates": [[60, 44], [61, 45]]}


def with_infinite_coordinates(feature: dict[str, Any]) -> None:
    """Give the feature a place that JSON has no word for but Python's writer does."""
    feature["geometry"] = {"type": "Point", "coordinates": [math.inf, math.nan]}


def with_swapped_axes(feature: dict[str, Any]) -> None:
    """Turn every pair of coordinates round."""

    def swapped(part: Any) -> Any:
        return part[::-1] if isinstance(part[0], (int, float)) else [swapped(each) for each in part]

    feature["geometry"] = {**feature["geometry"], "coordinates": swapped(feature["geometry"]["coordinates"])}


def _parameters(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}


def _inside(feature: dict[str, Any], bbox: str) -> bool:
    if not bbox or not feature["geometry"]:
        return not bbox
    west, south, east, north = map(float, bbox.split(","))
    point = feature["geometry"]["coordinates"]
    while isinstance(point[0], list):
        point = point[0]
    return bool(west <= point[0] <= east and south <= point[1] <= north)
