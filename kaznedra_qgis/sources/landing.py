"""The landing page of a server of OGC API - Features (OGC 17-069r4), and what it leads to."""

import re
from dataclasses import dataclass, field
from typing import Any, Callable, Optional
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from ..errors import Code, KaznedraError
from .addresses import has_credentials, is_web_address, linked, shown, with_parameters
from .envelope import read_json
from .fan import side_by_side
from .http import Answer, Client
from .links import hrefs
from .paging import in_utc
from .promise import conformance_names

COLLECTIONS = "collections"
_BESIDE_COLLECTIONS = ("conformance", "api", "openapi", "index")
_OF_ONE_REQUEST = frozenset(
    {"f", "limit", "offset", "startindex", "bbox", "bbox-crs", "crs", "datetime", "sortby", "filter", "filter-lang"}
)
_SUFFIX = re.compile(r"(/index)?\.(json|html)$")
_DATA = ("data", "http://www.opengis.net/def/rel/ogc/1.0/data", COLLECTIONS)
_CONFORMANCE = ("conformance", "http://www.opengis.net/def/rel/ogc/1.0/conformance")
_DESCRIPTION = ("service-desc",)
_LISTINGS = 100


@dataclass(frozen=True)
class Home:
    """The landing page as it was found."""

    url: str
    title: str
    server_time: str
    collections: dict[str, dict[str, Any]]
    """By id, in the order of the server"""
    shared_crs: list[str]
    conformance: tuple[str, ...] = ()
    description: Any = field(default=None, repr=False)
    """The API description; None where there is none"""


class Landing:
    """Finds the landing page by the address of it, of the collections, of one collection or of its items.

    `query` holds the parameters of the address that go along with every request: all but those of paging and format.
    """

    def __init__(self, address: str, client: Client, width: int) -> None:
        self._client = client
        self._width = width
        self._addresses, self.query = _landing_addresses(address)

    def home(self) -> Home:
        """Ask anew. Raises NOT_A_PLATFORM (`address`, `reason`) and the client's errors."""
        landing, answer = self._find_landing()
        parts: dict[str, Callable[[Client], Any]] = {
            "collections": lambda client: self._collections(landing, answer.url, client),
            "conformance": lambda client: self._conformance(landing, answer.url, client),
            "description": lambda client: self.optional(link(landing, answer.url, _DESCRIPTION), client),
        }
        found = side_by_side(self._client, self._width, lambda name, client: parts[name](client), list(parts))
        collections, shared_crs = found["collections"]
        server_time = answer.server_time or in_utc(text(landing.get("timeStamp")))
        title = text(landing.get("title"))
        return Home(answer.url, title, server_time, collections, shared_crs, found["conformance"], found["description"])

    def _find_landing(self) -> tuple[dict[str, Any], Answer]:
        first_error: Optional[KaznedraError] = None
        for address in self._addresses:
            try:
                landing, answer = self._document(address)
            except KaznedraError as error:
                if error.code is not Code.NOT_A_PLATFORM:
                    raise
                first_error = first_error or error
                continue
            if isinstance(landing, dict) and isinstance(landing.get("links"), list):
                return landing, answer
            first_error = first_error or self._no_platform(answer, "no links")
        assert first_error is not None  # nosec B101
        raise first_error

    def optional(self, url: Optional[str], client: Client) -> Any:
        """A document that a server need not have, asked for once; None where it cannot be had."""
        try:
            return self._document(url, client.once())[0] if url else None
        except KaznedraError as error:
            if error.code is Code.CANCELLED:
                raise
            return None

    def _document(self, url: str, client: Optional[Client] = None) -> tuple[Any, Answer]:
        """A JSON document of the server. Raises NOT_A_PLATFORM where there is something else."""

        def parse(answer: Answer) -> tuple[Any, Answer]:
            return read_json(answer.body), answer

        url = with_parameters(url, self.query, override=False)
        client = client or self._client
        try:
            try:
                return client.read(url, parse)
            except KaznedraError as error:
                if error.code is not Code.NOT_JSON or error.facts.get("reason") != "html":
                    raise
                return client.read(url, parse, {"f": "json"})
        except KaznedraError as error:
            if error.code in (Code.NOT_FOUND, Code.NOT_JSON, Code.REFUSED):
                raise KaznedraError(Code.NOT_A_PLATFORM, **{**error.facts, "reason": error.code.value}) from error
            raise

    def _no_platform(self, answer: Answer, reason: str) -> KaznedraError:
        return KaznedraError(Code.NOT_A_PLATFORM, address=shown(answer.url), reason=reason)

    def _conformance(self, landing: dict[str, Any], url: str, client: Client) -> tuple[str, ...]:
        """The classes that the server says it conforms to. Raises NOT_A_PLATFORM where none is of features."""
        address = link(landing, url, _CONFORMANCE)
        if address is None:
            return ()
        document, answer = self._document(address, client)
        classes = texts(document.get("conformsTo")) if isinstance(document, dict) else []
        if classes and not any("features" in name.lower() for name in classes):
            raise self._no_platform(answer, "no features")
        return conformance_names(classes)

    def _collections(
        self, landing: dict[str, Any], at: str, client: Client
    ) -> tuple[dict[str, dict[str, Any]], list[str]]:
        url = link(landing, at, _DATA) or below(at, COLLECTIONS)
        found: dict[str, dict[str, Any]] = {}
        shared_crs: list[str] = []
        following: Optional[str] = url
        for _ in range(_LISTINGS):
            listing, answer = self._document(following or url, client)
            collections = listing.get("collections") if isinstance(listing, dict) else None
            if not isinstance(collections, list):
                raise self._no_platform(answer, "no collections")
            shared_crs = shared_crs or texts(listing.get("crs"))
            new = {
                collection["id"]: {**collection, "listed_at": answer.url}
                for collection in collections
                if isinstance(collection, dict) and isinstance(collection.get("id"), str)
            }
            following = link(listing, answer.url, ("next",)) if new.keys() - found.keys() else None
            found = {**new, **found}
            if following is None:
                break
        return found, shared_crs


def _landing_addresses(address: str) -> tuple[list[str], dict[str, str]]:
    """Where the landing page may be, likeliest first, and the parameters that go along with every request."""
    address = address.strip()
    if not is_web_address(address):
        raise KaznedraError(Code.NOT_A_PLATFORM, address=shown(address), reason="address")
    if has_credentials(address):
        raise KaznedraError(Code.CREDENTIALS_UNUSABLE, address=shown(address), reason="address")
    parts = urlsplit(address)
    segments = parts.path.split("/")
    stems = [segment.partition(".")[0].lower() for segment in segments]
    if COLLECTIONS in stems:
        stem = "/".join(segments[: len(stems) - 1 - stems[::-1].index(COLLECTIONS)])
        paths = [stem, f"{stem}/"]
    else:
        paths = [parts.path, parts.path.rstrip("/") + "/"]
        if stems[-1] in _BESIDE_COLLECTIONS:
            paths += ["/".join(segments[:-1]), "/".join([*segments[:-1], ""])]
    query = {name: value for name, value in parse_qsl(parts.query) if name.lower() not in _OF_ONE_REQUEST}
    found = [urlunsplit((parts.scheme, parts.netloc, path or "/", "", "")) for path in paths]
    return list(dict.fromkeys(found)), query


def link(document: dict[str, Any], url: str, relations: tuple[str, ...]) -> Optional[str]:
    """Address of the first such link that stays at the origin of `url`, where the document was found."""
    return next((address for href in hrefs(document, relations) if (address := linked(url, href))), None)


def below(resource: str, path: str) -> str:
    """Address of a resource below another, which may be written with a slash or a suffix (`.json`)."""
    parts = urlsplit(resource)
    stem = _SUFFIX.sub("", parts.path).rstrip("/")
    return urlunsplit((parts.scheme, parts.netloc, f"{stem}/{path}", "", ""))


def text(value: object) -> str:
    """The value where it is text, else nothing."""
    return value if isinstance(value, str) else ""


def texts(value: object) -> list[str]:
    """The texts of a list; of anything else none."""
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
