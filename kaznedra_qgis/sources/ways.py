"""Ways round a server whose pages have no stable order: an attribute to sort by, or boxes small enough for one page."""

import threading
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from math import ceil, log
from typing import Any, Callable, Optional

from ..errors import Code, KaznedraError
from .fan import fan
from .openapi import items_parameters
from .paging import Fetched, Paging
from .source import BBox, Page

_DEEPEST = 16
_CROWDED = 16
_SPARE = 2
"""How many times over the features of a box should fit a page where they lie evenly: many lie unevenly"""
_KEYS = ("id", "fid", "ogc_fid", "gid", "objectid", "uuid")

COUNTRY: BBox = (46.0, 40.0, 88.0, 56.0)
"""Where to look when a collection tells no extent"""


def sort_attribute(description: Any, collection: str, preferred: str = "") -> str:
    """The attribute that tells features apart and that the server says it can sort by (`sortby`); empty without one.

    `description` is the server's OpenAPI document.
    """
    names = items_parameters(description, collection)
    if "sortby" not in names:
        return ""
    return identifying(names, preferred)


def identifying(names: Collection[str], preferred: str = "") -> str:
    """The one of the attributes that tells features apart, by its name; empty where none has such a name."""
    keys = [preferred, *_KEYS] if preferred else list(_KEYS)
    by_folded = {name.lower(): name for name in names}
    return next((by_folded[key.lower()] for key in keys if key.lower() in by_folded), "")


@dataclass(frozen=True)
class Boxes:
    """An extent to be quartered, and where that is known how many features are in it and how many fit a page."""

    extent: BBox
    expected: Optional[int] = None
    page_size: int = 0

    def first(self) -> tuple[int, list[tuple[int, BBox]]]:
        """How often to quarter before anything is asked for, and the numbered boxes that makes."""
        boxes = [(1, self.extent)]
        if not self.expected or not self.page_size or self.expected <= self.page_size:
            return 0, boxes
        depth = min(ceil(log(_SPARE * self.expected / self.page_size, 4)), _DEEPEST)
        for _ in range(depth):
            boxes = [quarter for number, box in boxes for quarter in _quarters(number, box)]
        return depth, boxes


def split(walk: Callable[[BBox, threading.Event], Paging], whole: Boxes, width: int, most_pages: int) -> Iterator[Page]:
    """Every feature that touches the extent, box by box; one on the edge of two boxes comes twice.

    `walk` begins a walk through the features of a box that ends when the event is set. Where it is known how many
    features there are, the first boxes are so small that each should fit a page several times. A box that does not
    fit one page is quartered; at the last depth (features heaped up in one place) it is walked page by page.
    Pages are numbered as the boxes are: the whole is 1, the quarters of box n are 4n - 2 to 4n + 1.

    Raises REPEATED_PAGE where the server takes no notice of the box, ENDLESS_PAGES where far more boxes are too full
    than its count of features can fill, or, where it gives none, more than `most_pages`.
    """
    start, boxes = whole.first()
    most = _CROWDED * ((whole.expected or 0) // whole.page_size + 1) if start else most_pages
    contents_before: set[object] = set()
    for depth in range(start, _DEEPEST + 1):
        wide: list[tuple[int, BBox]] = []
        contents: set[object] = set()
        whole_again = 0
        stop = threading.Event()

        def first(numbered: tuple[int, BBox], stop: threading.Event = stop) -> tuple[int, BBox, Fetched]:
            number, box = numbered
            return number, box, walk(box, stop).first()

        for number, box, fetched in fan(first, boxes, width, stop):
            contents.add(fetched.page.digest if fetched.page.matched is None else fetched.page.matched)
            if depth == 0:
                most = _most_too_full(fetched, most)
            if _is_whole(fetched):
                if not fetched.envelope.empty or depth == 0:
                    yield replace(fetched.page, number=number, matched=None)
            elif depth == _DEEPEST:
                for page in walk(box, threading.Event()).pages():
                    yield replace(page, number=number * 1_000_000 + page.number, matched=None)
            else:
                wide += _quarters(number, box)
                whole_again += start > 0 and fetched.page.matched == whole.expected
                if whole_again > 1:
                    raise KaznedraError(Code.REPEATED_PAGE)
        if not wide:
            return
        if depth == 1 and len(wide) == 16 and contents == contents_before:
            raise KaznedraError(Code.REPEATED_PAGE)
        if len(wide) > 4 * most:
            raise KaznedraError(Code.ENDLESS_PAGES)
        boxes, contents_before = wide, contents


def _most_too_full(whole: Fetched, most: int) -> int:
    """How many boxes of one size may hold more than a page, features on edges and overlaps generously allowed for."""
    matched, returned = whole.page.matched, whole.envelope.returned
    return _CROWDED * (matched // returned + 1) if matched and returned else most


def _is_whole(fetched: Fetched) -> bool:
    """True when the first page holds all of its box."""
    matched, returned = fetched.page.matched, fetched.envelope.returned
    if matched is not None and returned is not None:
        return returned >= matched
    return not fetched.leads_on


def _quarters(number: int, box: BBox) -> list[tuple[int, BBox]]:
    west, south, east, north = box
    middle_x, middle_y = (west + east) / 2, (south + north) / 2
    quarters = [
        (west, south, middle_x, middle_y),
        (middle_x, south, east, middle_y),
        (west, middle_y, middle_x, north),
        (middle_x, middle_y, east, north),
    ]
    return list(zip(range(4 * number - 2, 4 * number + 2), quarters))
