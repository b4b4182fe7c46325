"""How every block of a view stands: free, taken, applied for, partly taken, restricted, refused or unknown.

The quick answer for the map: integers on a bitmap of the view, each area stamped on it. The rules say the same at
length for the blocks of one application: a block that any of them doubts or refuses for its ground is never free here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, IntFlag
from functools import cache
from math import ceil, floor
from typing import TYPE_CHECKING, Any, NamedTuple, Optional

from ..errors import KaznedraError
from .aftermath import Aftermath, aftermath, over, unseen_licence
from .area_classes import UNREADABLE, AreaClass, AreaClasses
from .blocks import Block
from .footprints import Footprint, footprint
from .rectangles import rectangles
from .rulepack import RulePack, newest_rule_pack
from .surroundings import Area, Bounds, Coverage, Surroundings

if TYPE_CHECKING:
    Array = Any

Place = tuple[slice, slice]
"""Rows and columns of a bitmap"""

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
    """A theme is missing, stale, partial or failed, the law or a record does not say, or a right left it lately"""
    REFUSED = 256
    """A right that the applicant lost or gave up within the time of article 190"""


class Kind(str, Enum):
    """How a block stands, the word to show."""

    TAKEN = "taken"
    APPLIED = "applied"
    RESTRICTED = "restricted"
    PROGRAMME = "programme"
    REFUSED = "refused"
    PARTLY = "partly"
    UNKNOWN = "unknown"
    RESTRICTED_PARTLY = "restricted_partly"
    FREE = "free"

    @property
    def mark(self) -> Mark:
        """The mark that makes a block stand so."""
        return Mark[self.name]


KINDS = tuple(Kind)
"""First come, first shown, where several marks hold; their places are the numbers in `StandingMap.kinds`"""


@dataclass(frozen=True)
class Standing:
    """How one block stands: the word, all marks, the areas that it meets, and the themes that are not known."""

    kind: Kind
    marks: Mark
    areas: tuple[Area, ...]
    """Those that make it stand so come first"""
    missing: tuple[Coverage, ...]
    makers: int = 0
    """How many of the areas make it stand so"""
    aftermath: tuple[Aftermath, ...] = ()
    """What those of the areas that are over leave on it"""


class StandingMap:
    """The standings of all blocks of a view. `marks` and `kinds`: a row per minute from the south, uint16 and uint8."""

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
        kind = KINDS[self.kinds[lat - south, lon - west]]
        met = self._stamps.at(block) if marks else []
        met.sort(key=lambda each: not each[1] & kind.mark)
        makers = sum(bool(mark & kind.mark) for _, mark in met)
        left = tuple(each for stamp, _ in met for each in stamp.aftermath)
        return Standing(kind, marks, tuple(stamp.area for stamp, _ in met), self.missing, makers, left)

    def blocks(self, kind: str) -> Iterator[Block]:
        """The blocks of the view that stand so."""
        west, south, _, _ = self.view
        for row, column in zip(*self._cells(kind).nonzero()):
            yield Block(west + int(column), south + int(row))

    def rectangles(self, kind: str) -> Iterator[Bounds]:
        """The same blocks as rectangles, each block in one."""
        west, south, _, _ = self.view
        for left, low, right, high in rectangles(self._cells(kind)):
            yield west + left, south + low, west + right, south + high

    def _cells(self, kind: str) -> "Array":
        return self.kinds == KINDS.index(Kind(kind))


class _Stamp(NamedTuple):
    """What an area marks on blocks that lie in it partly, and wholly."""

    area: Area
    seen: Optional[Footprint]
    """None: it cannot be told where it is, and any block may lie in it"""
    part: Mark
    whole: Mark
    aftermath: tuple[Aftermath, ...] = ()

    def mark(self, block: Block) -> Mark:
        """What it marks on the block; FREE where it does not meet it."""
        share = self.seen.share(block) if self.seen is not None else "part"
        return self.whole if share == "whole" else self.part if share else Mark.FREE


class _Stamps:
    """The stamps of all areas, found by place."""

    def __init__(self, stamps: list[_Stamp]) -> None:
        import numpy as np

        self.anywhere = [stamp for stamp in stamps if stamp.seen is None]
        placed = [(stamp, stamp.seen) for stamp in stamps if stamp.seen is not None]
        self._placed = [stamp for stamp, _ in placed]
        edges = [(seen.west, seen.south, seen.east, seen.north) for _, seen in placed]
        self._edges = np.array(edges, np.int32).reshape(-1, 4).T.copy()

    def meeting(self, box: Bounds) -> list[_Stamp]:
        """Stamps whose bounds share area with the box."""
        west, south, east, north = self._edges
        near = (west < box[2]) & (east > box[0]) & (south < box[3]) & (north > box[1])
        return [self._placed[number] for number in near.nonzero()[0]]

    def at(self, block: Block) -> list[tuple[_Stamp, Mark]]:
        """Stamps of the areas that meet the block, or may, and what they mark on it."""
        lon, lat = block
        near = (*self.meeting((lon, lat, lon + 1, lat + 1)), *self.anywhere)
        return [(stamp, mark) for stamp, mark in ((stamp, stamp.mark(block)) for stamp in near) if mark]


def standings(
    view: Bounds, surroundings: Surroundings, pack: Optional[RulePack] = None, applicant: str = ""
) -> StandingMap:
    """How the blocks of the view stand by the pack (default: the newest) on the surroundings' day.

    `applicant`: BIN or IIN of who asks, empty where that is open; what others lost or gave up is no doubt to them.
    The first view of new surroundings pays for the footprints of their areas, later ones do not; see `prepare`.
    """
    import numpy as np

    west, south, east, north = view
    used = pack or newest_rule_pack()
    marks = np.zeros((max(north - south, 0), max(east - west, 0)), np.uint16)
    missing = surroundings.unsound(*THEMES_THAT_COUNT)
    stamps = prepare(surroundings, used, applicant)
    if missing or stamps.anywhere:
        marks |= _bits(Mark.UNKNOWN)
    else:
        _mark_beyond(marks, view, surroundings.bounds)
        _mark_beyond(marks, view, _grid(used))
    for stamp in stamps.meeting(view):
        _put(marks, view, stamp)
    return StandingMap(view, marks, stamps, missing)


def prepare(surroundings: Surroundings, pack: Optional[RulePack] = None, applicant: str = "") -> _Stamps:
    """Compute the footprints of all areas beforehand, off the main thread; they are kept with the surroundings."""
    used = pack or newest_rule_pack()
    key = ("stamps", used.id, used.path, applicant)
    if key not in surroundings.cache:
        classes = AreaClasses(used, surroundings.as_of)
        stamps = (*_in_force(surroundings, classes), *_over(surroundings, classes, applicant), *_unseen(surroundings))
        surroundings.cache[key] = _Stamps(list(stamps))
    return surroundings.cache[key]  # type: ignore[no-any-return]


def _in_force(surroundings: Surroundings, classes: AreaClasses) -> Iterator[_Stamp]:
    """Of areas that count."""
    for area in surroundings.of(*THEMES_THAT_COUNT):
        found = classes.of(area)
        if found.counts:
            yield from _stamp(area, found.buffer_m, *_marks(area.theme, found))


def _over(surroundings: Surroundings, classes: AreaClasses, applicant: str) -> Iterator[_Stamp]:
    """Of licences that ended or vanished, where that leaves something on their blocks."""
    for area in over(surroundings, classes):
        left = aftermath(area, classes, applicant)
        if left:
            mark = Mark.REFUSED if any(each.refuses for each in left) else Mark.UNKNOWN
            yield from _stamp(area, 0, mark, mark, left)


def _unseen(surroundings: Surroundings) -> Iterator[_Stamp]:
    """Of applications that became licences which those pulled do not show yet, where no licence is."""
    for area in surroundings.of("licence_applications"):
        left = unseen_licence(area, surroundings)
        for stamp in _stamp(area, 0, Mark.UNKNOWN, Mark.UNKNOWN, (left,)) if left else ():
            bare = stamp.seen and _without(stamp.seen, (*surroundings.of("licences"), *surroundings.gone))
            if bare is None or bare.touched.any():
                yield stamp._replace(seen=bare)


def _without(seen: Footprint, areas: Iterable[Area]) -> Footprint:
    """What is left of a footprint where none of the areas is."""
    touched = seen.touched.copy()
    box = (seen.west, seen.south, seen.east, seen.north)
    for area in areas:
        for other in _stamp(area, 0, Mark.FREE, Mark.FREE) if _reaches(area, box) else ():
            place = other.seen and _overlap(box, (other.seen.west, other.seen.south, other.seen.east, other.seen.north))
            if other.seen and place:
                touched[place] &= ~other.seen.touched[_shifted(place, box, other.seen)]
    return Footprint(seen.west, seen.south, touched, seen.within & touched)


def _reaches(area: Area, box: Bounds) -> bool:
    if area.bounds is None:
        return False
    west, south, east, north = (side * 60 for side in area.bounds)
    return west < box[2] and south < box[3] and east > box[0] and north > box[1]


def _stamp(area: Area, buffer_m: float, part: Mark, whole: Mark, left: tuple[Aftermath, ...] = ()) -> Iterator[_Stamp]:
    """The stamp of an area; none where it has no place, one without footprint where its coordinates are no degrees."""
    try:
        seen = footprint(area, buffer_m)
    except KaznedraError:
        yield _Stamp(area, None, Mark.UNKNOWN, Mark.UNKNOWN, left)
        return
    if seen is not None:
        yield _Stamp(area, seen, part, whole, left)


def _grid(pack: RulePack) -> Bounds:
    """Where the pack has blocks: those that reach in."""
    west, south, east, north = (side * 60 for side in pack.figure("numbering", "extent").value)
    return floor(west), floor(south), ceil(east), ceil(north)


def _mark_beyond(marks: "Array", view: Bounds, bounds: Optional[Bounds]) -> None:
    """Mark what lies beyond the bounds of the surroundings as unknown."""
    if bounds is None:
        return
    inside = _overlap(view, bounds)
    known = None if inside is None else marks[inside].copy()
    marks |= _bits(Mark.UNKNOWN)
    if known is not None:
        marks[inside] = known


def _put(marks: "Array", view: Bounds, stamp: _Stamp) -> None:
    """Put an area's marks on the bitmap of the view, which it meets."""
    seen = stamp.seen
    place = _overlap(view, (seen.west, seen.south, seen.east, seen.north)) if seen else None
    if seen is None or place is None:
        return
    source = _shifted(place, view, seen)
    here, touched, within = marks[place], seen.touched[source], seen.within[source]
    if stamp.part == stamp.whole:
        here |= touched * _bits(stamp.part)
    else:
        here |= (touched & ~within) * _bits(stamp.part)
        here |= within * _bits(stamp.whole)


def _shifted(place: Place, box: Bounds, seen: Footprint) -> Place:
    """Rows and columns of a footprint that a place in the box has."""
    (rows, columns), down, left = place, box[1] - seen.south, box[0] - seen.west
    return slice(rows.start + down, rows.stop + down), slice(columns.start + left, columns.stop + left)


@cache
def _bits(mark: Mark) -> Any:
    import numpy as np

    return np.uint16(mark.value)


def _overlap(view: Bounds, box: Bounds) -> Optional[Place]:
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
    """For each set of marks the place of its word in KINDS."""
    import numpy as np

    table = np.full(2 * max(Mark), KINDS.index(Kind.FREE), np.uint8)
    for marks in range(len(table)):
        for place, kind in enumerate(KINDS):
            if marks & kind.mark:
                table[marks] = place
                break
    return table
