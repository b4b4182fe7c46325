"""What every source gives, whatever it is: a contract, then pages of features."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Optional, Protocol, runtime_checkable

from ..errors import KaznedraError
from .profile import SourceProfile

if TYPE_CHECKING:
    from .kept import KeptPages
    from .promise import Promise

BBox = tuple[float, float, float, float]
"""west, south, east, north in degrees, EPSG:4326 with longitude first"""


OPENING, CLOSING = b'{"type":"FeatureCollection","features":[', b"]}"
"""Between these stand the features of a page's body, whatever else the server said around them"""


class Way(str, Enum):
    """How to walk a theme. A server whose pages have no stable order gives some features twice, some never."""

    PLAIN = "plain"
    """Page after page, as the server orders them"""
    SORTED = "sorted"
    """Page after page, sorted by an attribute that tells features apart"""
    SPLIT = "split"
    """Box by box, each small enough for one page; a feature on an edge comes more than once"""


class Watch:
    """Whoever waits for a long job: told how far it is, asked whether to go on. Called from any thread."""

    def is_cancelled(self) -> bool:
        """True once the user has cancelled; the job then raises KaznedraError(CANCELLED)."""
        return False

    def noticed(self, theme: str, notice: KaznedraError) -> None:
        """Something about the theme that the user should know and that stops nothing: RESUMED, MOVED_ON."""

    def received(self, theme: str, features: int, expected: Optional[int], size: int) -> None:
        """`features` and `size` (bytes) have come so far for the theme, of `expected` (None: not known)."""

    def compared(self, theme: str, share: float) -> None:
        """That share of the theme's new features, 0 to 1, has had its block codes compared with its geometry."""


@dataclass(frozen=True)
class Count:
    """How many features a theme has, in two ways: as the source tells, and by what lies at its end.

    Of `asked` features from `offset` on `returned` came; `asked` is 0 where the source cannot be asked so.
    """

    told: Optional[int]
    offset: int = 0
    asked: int = 0
    returned: int = 0

    def agrees(self, number: int) -> bool:
        """True where there are exactly so many, whichever way that is known."""
        if self.asked:
            ends_there = self.returned < self.asked and (self.returned > 0 or self.offset == 0)
            return ends_there and self.offset + self.returned == number and self.told in (None, number)
        return self.told == number


class Changes(Protocol):
    """What a source can tell of a theme's changes."""

    def since(self, time: str) -> "Iterator[Page]":
        """Pages of the features that changed at `time` (RFC 3339, UTC) or later; maybe of some that did not."""

    def count(self, near: int) -> Count:
        """How many features there are now, looked for where as many as `near` would end."""

    def outlines(self) -> "Optional[Iterator[Page]]":
        """Pages of all features with ids and times of change alone; None where nothing can be left out."""


@dataclass(frozen=True)
class Offer:
    """A theme as the source offers it. `expected` is the promised number of features, None when not promised."""

    theme: str
    collection: str
    title: str = ""
    expected: Optional[int] = None
    extent: Optional[BBox] = None
    promise: Optional["Promise"] = None
    """All that the source says of the theme; None where a kind of source makes no promises"""
    changes: Optional[Changes] = field(default=None, repr=False, compare=False)
    """None where the source cannot be asked for what changed since a time"""


@dataclass(frozen=True)
class Contract:
    """What a source said of itself when asked: themes offered, and for the others why not."""

    title: str
    offers: dict[str, Offer]
    missing: dict[str, KaznedraError] = field(default_factory=dict)
    server_time: str = ""
    """RFC 3339, the server's own clock; empty where it has none"""


@dataclass(frozen=True)
class Page:
    """A piece of a theme: a GeoJSON FeatureCollection (`body`, EPSG:4326, longitude first) or a layer of a file."""

    number: int
    body: bytes = b""
    path: str = ""
    layer: str = ""
    matched: Optional[int] = None
    """The server's count of all features, as of this page"""
    server_time: str = ""
    size: int = 0
    """Bytes as they came over the wire or stand in the file"""
    digest: str = ""
    """SHA-256 of the page's features as they came, hexadecimal; time stamps and links are not part of it"""
    returned: Optional[int] = None
    """Features of this page as the server counts them"""
    etag: str = ""
    """The server's name for this state of the page; empty where it gave none"""
    parameters: str = ""
    """What was asked for of the theme's items, as JSON; empty where that is not known, or may hold a secret"""
    asked: Optional[int] = None
    """Features that were asked for at most"""
    bbox: Optional[BBox] = None
    """Of a layer of a file: only what touches this is asked for; a server's page is what was asked for already"""


class Source(Protocol):
    """Somewhere features come from."""

    profile: SourceProfile

    def contract(self, themes: Optional[Collection[str]] = None) -> Contract:
        """Ask the source what it offers of the themes (None: of all). Raises KaznedraError when it is none at all."""

    def ways(self, offer: Offer) -> Iterator[Way]:
        """The ways that there are to get a theme, the quickest first; may ask the source between one and the next."""

    def pages(self, offer: Offer, bbox: Optional[BBox] = None, way: Way = Way.PLAIN) -> Iterator[Page]:
        """All pages of a theme, each once, in any order. Raises KaznedraError; may be closed at any time."""


@runtime_checkable
class Conditional(Source, Protocol):
    """A source that can say of pages that they are as they were, without giving them again."""

    def is_unchanged(self, offer: Offer, pages: "Collection[tuple[str, str]]") -> bool:
        """True where every page (`parameters` and `etag` as they came) still has its ETag. Raises CANCELLED."""


@runtime_checkable
class Countable(Source, Protocol):
    """A source that can show how many features a theme has where the total that it tells is an estimate."""

    def has_just(self, offer: Offer, features: int, told: int) -> bool:
        """True where it is shown that so many features are all, though another total is told. Raises CANCELLED."""


@runtime_checkable
class Resumable(Source, Protocol):
    """A source whose pages are worth keeping where a pull is interrupted."""

    def keep_pages(self, theme: str, kept: "Optional[KeptPages]") -> None:
        """From now on take and keep the theme's pages there; None: neither."""
