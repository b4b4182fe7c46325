"""How every block of a view stands: free, taken, applied for, partly taken, restricted or unknown.

The quick answer for the map: integers on a bitmap of the view, each area stamped on it. The rules say the same at
length for the blocks of one application.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, IntFlag
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, Optional

from ..errors import KaznedraError
from .area_classes import UNREADABLE, AreaClass, AreaClasses
from .blocks import Block
from .footprints import Footprint, footprint
from .rulepack import RulePack, newest_rule_pack
from .surroundings import Area, Bounds, Coverage, Surroundings

if TYPE_CHECKING:
    Array = Any

THEMES_THAT_COUNT = (
    "licences",
    "licence_applications",
    "restricted_areas",
    "state_programme_areas",
    "liquidation_areas",
)
"""Without any one of them no block can be called free"""


class Mark(IntFlag):
    """What was found of a block; several may hold at once."""

    FREE = 0
    TAKEN = 1
    """A right that bars it"""
    APPLIED = 2
    """A pending application that comes first"""
    PARTLY = 4
    """A right that covers a part of it, which leaves a partial block"""
    RESTRICTED = 8
    """It lies wholly in a territory of article 25(1) or 26"""
    RESTRICTED_PARTLY = 16
    """It lies partly in such a territory, where operations are banned"""
    PROGRAMME = 32
    """An area of the state programme: for auction, for the national company"""
    NOTED = 64
    """A right that bars nothing, such as geological study"""
    UNKNOWN = 128
    """A theme is missing, stale, partial or failed, or the law or a record does not say"""


class Kind(str, Enum):
    """How a block stands, the word to show."""

    TAKEN = "taken"
    APPLIED = "applied"
    RESTRICTED = "restricted"
    PROGRAMME = "programme"
    PARTLY = "partly"
    UNKNOWN = "unknown"
    RESTRICTED_PARTLY = "restricted_partly"
    FREE = "free"


KINDS = tuple(Kind)
"""First come, first shown, where several marks hold; their places are the numbers in `StandingMap.kinds`"""


@dataclass(frozen=True)
class Standing:
    """How one block stands: the word, all marks, the areas that it meets, and the themes that are not known."""

    kind: Kind
    marks: Mark
    areas: tuple[Area, ...]
    missing: tuple[Coverage, ...]


class StandingMap:
    """The standings of all blocks of a view. `marks` and `kinds`: a row per minute from the south, uint8."""

    def __init__(self, view: Bounds, marks: "Array", stamps: "_Stamps", missing: Iterable[Coverage]) -> None:
        self.view = view
        self.marks = marks
        self.kinds = _kinds_by_marks()[marks]
        self.missing = tuple(missing)
        self._stamps = stamps

    def of(self, block: Block) -> Standing:
        """How the block stands; one outside the view is unknown."""
        west, south, east, north = self.view
        lon, lat = block
        if not (west <= lon < east and south <= lat < north):
            return Standing(Kind.UNKNOWN, Mark.UNKNOWN, (), self.missing)
        marks = Mark(int(self.marks[lat - south, lon - west]))
        near = self._stamps.meeting((lon, lat, lon + 1, lat + 1)) if marks else ()
        areas = tuple(stamp.area for stamp in near if stamp.seen.share(block))
        return Standing(KINDS[self.kinds[lat - south, lon - west]], marks, areas, self.missing)


class _Stamp(NamedTuple):
    """What an area marks on blocks that lie in it partly, and wholly."""

    area: Area
    seen: Footprint
    part: Mark
    whole: Mark


class _Stamps:
    """The stamps of all areas, found by place."""

    def __init__(self, stamps: list[_Stamp]) -> None:
        import numpy as np

        self._stamps = stamps
        edges = [(seen.west, seen.south, seen.east, seen.north) for _, seen, _, _ in stamps]
        self._edges = np.array(edges, np.int32).reshape(-1, 4).T.copy()

    def meeting(self, box: Bounds) -> list[_Stamp]:
        """Stamps whose bounds share area with the box."""
        west, south, east, north = self._edges
        near = (west < box[2]) & (east > box[0]) & (south < box[3]) & (north > box[1])
        return [self._stamps[number] for number in near.nonzero()[0]]


def standings(view: Bounds, surroundings: Surroundings, pack: Optional[RulePack] = None) -> StandingMap:
    """How the blocks of the view stand by the pack (default: the newest) on the surroundings' day.

    The first view of new surroundings pays for the footprints of their areas, later ones do not; see `prepare`.
    """
    import numpy as np

    west, south, east, north = view
    marks = np.zeros((max(north - south, 0), max(east - west, 0)), np.uint8)
    missing = surroundings.unsound(*THEMES_THAT_COUNT)
    if missing:
        marks |= _byte(Mark.UNKNOWN)
    else:
        _mark_beyond(marks, view, surroundings.bounds)
    stamps = prepare(surroundings, pack)
    for stamp in stamps.meeting(view):
        _put(marks, view, stamp)
    return StandingMap(view, marks, stamps, missing)


def prepare(surroundings: Surroundings, pack: Optional[RulePack] = None) -> _Stamps:
    """Compute the footprints of all areas beforehand, off the main thread; they are kept with the surroundings."""
    used = pack or newest_rule_pack()
    key = ("stamps", used.id, used.path)
    if key not in surroundings.cache:
        classes = AreaClasses(used, surroundings.as_of)
        surroundings.cache[key] = _Stamps(list(_stamps(surroundings, classes)))
    return surroundings.cache[key]  # type: ignore[no-any-return]


def _stamps(surroundings: Surroundings, classes: AreaClasses) -> Iterable[_Stamp]:
    for area in surroundings.of(*THEMES_THAT_COUNT):
        found = classes.of(area)
        seen = _seen(area, found) if found.counts else None
        if seen is not None:
            yield _Stamp(area, seen, *_marks(area.theme, found))


def _seen(area: Area, found: AreaClass) -> Optional[Footprint]:
    try:
        return footprint(area, found.buffer_m)
    except KaznedraError:
        return None


def _mark_beyond(marks: "Array", view: Bounds, bounds: Optional[Bounds]) -> None:
    """Mark what lies beyond the bounds of the surroundings as unknown."""
    if bounds is None:
        return
    inside = _overlap(view, bounds)
    known = None if inside is None else marks[inside].copy()
    marks |= _byte(Mark.UNKNOWN)
    if known is not None:
        marks[inside] = known


def _put(marks: "Array", view: Bounds, stamp: _Stamp) -> None:
    """Put an area's marks on the bitmap of the view, which it meets."""
    seen = stamp.seen
    place = _overlap(view, (seen.west, seen.south, seen.east, seen.north))
    if place is None:
        return
    rows, columns = place
    down, left = view[1] - seen.south, view[0] - seen.west
    source = slice(rows.start + down, rows.stop + down), slice(columns.start + left, columns.stop + left)
    here, touched, within = marks[place], seen.touched[source], seen.within[source]
    if stamp.part == stamp.whole:
        here |= touched * _byte(stamp.part)
    else:
        here |= (touched & ~within) * _byte(stamp.part)
        here |= within * _byte(stamp.whole)


@cache
def _byte(mark: Mark) -> Any:
    import numpy as np

    return np.uint8(mark.value)


def _overlap(view: Bounds, box: Bounds) -> Optional[tuple[slice, slice]]:
    """Rows and columns of the view that the box covers; None where it covers none."""
    west, south = max(view[0], box[0]), max(view[1], box[1])
    east, north = min(view[2], box[2]), min(view[3], box[3])
    if west >= east or south >= north:
        return None
    return slice(south - view[1], north - view[1]), slice(west - view[0], east - view[0])


def _marks(theme: str, found: AreaClass) -> tuple[Mark, Mark]:
    """What an area marks on blocks that lie in it partly, and wholly."""
    if found.name == UNREADABLE:
        return Mark.UNKNOWN, Mark.UNKNOWN
    if theme == "restricted_areas":
        return Mark.RESTRICTED_PARTLY, Mark.RESTRICTED
    kind = {"licence_applications": Mark.APPLIED, "state_programme_areas": Mark.PROGRAMME}.get(theme, Mark.TAKEN)
    part, whole = found.part, found.whole
    if part and not part.unless or part and not whole:
        barred = kind if part.certain else kind | Mark.UNKNOWN
        partly = barred if part.certain or not whole else Mark.PARTLY | Mark.UNKNOWN
        return partly, kind if whole and whole.certain else barred
    if whole:
        doubt = Mark.FREE if part is None or part.certain else Mark.UNKNOWN
        return Mark.PARTLY | doubt, kind if whole.certain else kind | Mark.UNKNOWN
    return Mark.NOTED, Mark.NOTED


@cache
def _kinds_by_marks() -> "Array":
    """For each of the 256 sets of marks the place of its word in KINDS."""
    import numpy as np

    table = np.full(256, KINDS.index(Kind.FREE), np.uint8)
    for marks in range(256):
        for place, kind in enumerate(KINDS):
            if kind is not Kind.FREE and marks & Mark[kind.name].value:
                table[marks] = place
                break
    return table
