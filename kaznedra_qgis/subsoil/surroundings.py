"""Surroundings: the rights and areas around some blocks, how well each theme covers them, and as of which day.

This is all that a rule may know of the world. A theme without a `Coverage` counts as missing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, Optional

from ..themes import LANGUAGES
from .findings import Evidence

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

Bounds = tuple[int, int, int, int]
"""West, south, east, north in whole minutes"""

NUMBER_DIGITS = 12
"""Of a BIN or IIN"""
RIGHTS = ("licences", "licence_applications")
"""Themes of rights and of those applied for"""


class CoverageState(str, Enum):
    """How well a theme is known."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    """Features may be missing, or some of those that there are cannot be placed"""
    STALE = "stale"
    """Older than its source promises to be"""
    FAILED = "failed"
    """The last pull failed; what is there is older"""
    MISSING = "missing"
    """Nothing is known of it"""


@dataclass(frozen=True)
class Coverage:
    """How well a theme of a source is known, and by which snapshot."""

    theme: str
    state: CoverageState
    snapshot: Optional[int] = None
    taken: str = ""
    age_days: Optional[int] = None
    expected: Optional[int] = None
    received: Optional[int] = None
    source: str = ""
    unplaced: int = 0
    """Features without a place: neither geometry nor readable codes"""

    @property
    def sound(self) -> bool:
        """Whether the absence of a feature means that there is none."""
        return self.state is CoverageState.COMPLETE

    def evidence(self) -> Evidence:
        """The theme as a whole, as evidence."""
        return Evidence(
            self.theme, self.snapshot, self.taken, self.age_days, state=self.state.value, source=self.source
        )


@dataclass(frozen=True, eq=False)
class Area:
    """A right or area. `geometry`: polygons in degrees of WGS 84, longitude first; None where it has none."""

    theme: str
    feature_id: str
    geometry: "Optional[BaseGeometry]"
    attributes: Mapping[str, Any] = field(default_factory=dict)
    source: str = ""
    gone_on: Optional[date] = None
    """Of a feature that vanished from its source: the day of the pull that no longer brought it"""
    doubt: str = ""
    """Why it cannot be told whether a right is there: `codes` where its block codes say so and its geometry does not"""
    cache: dict[Any, Any] = field(default_factory=dict, init=False, repr=False)
    """What was computed of it"""

    def name(self) -> dict[str, str]:
        """What it is called, by language: the number of a right with its holder, the name of an area."""
        who = {"licences": "holder", "licence_applications": "applicant"}.get(self.theme, "name")
        number = str(self.attributes.get("number") or "")
        named = {language: str(self.attributes.get(f"{who}_{language}") or "") for language in LANGUAGES}
        fallback = next(filter(None, named.values()), "")
        return {
            language: ", ".join(filter(None, (number, text or fallback))) or self.feature_id
            for language, text in named.items()
        }

    @property
    def bounds(self) -> Optional[tuple[float, float, float, float]]:
        """West, south, east, north in degrees; None where it has no geometry."""
        if "bounds" not in self.cache:
            placed = self.geometry is not None and not self.geometry.is_empty
            self.cache["bounds"] = self.geometry.bounds if placed and self.geometry is not None else None
        return self.cache["bounds"]  # type: ignore[no-any-return]

    @property
    def holder(self) -> str:
        """BIN or IIN of the holder or applicant; empty where it is not known."""
        return full_number(self.attributes.get("holder_bin") or self.attributes.get("applicant_bin"))

    def is_held_by(self, applicant: str) -> Optional[bool]:
        """Whether the one of that BIN or IIN holds it: no only where both numbers are told, whole, and differ."""
        asked = full_number(applicant)
        if asked and self.holder == asked:
            return True
        return False if is_full_number(asked) and is_full_number(self.holder) else None


def full_number(told: object) -> str:
    """A BIN or IIN as it is written, with the leading zeros that tables of numbers lose; empty for none."""
    digits = str(told or "").strip()
    return digits.zfill(NUMBER_DIGITS) if digits.isascii() and digits.isdigit() else digits


def is_full_number(digits: str) -> bool:
    """Whether a text has the form of a BIN or IIN, so that it can be told apart from another."""
    return len(digits) == NUMBER_DIGITS and digits.isascii() and digits.isdigit()


def polygons_of(wkb: bytes) -> "BaseGeometry":
    """The geometry of well-known binary (OGC 06-103r4)."""
    from shapely import wkb as well_known

    return well_known.loads(wkb)


Right = Area
"""An area of one of the themes RIGHTS"""


@dataclass(frozen=True, eq=False)
class Surroundings:
    """What is known around some blocks on the day `as_of`."""

    areas: Mapping[str, tuple[Area, ...]]
    """By theme"""
    coverage: Mapping[str, tuple[Coverage, ...]]
    """By theme, an entry per source"""
    as_of: date
    bounds: Optional[Bounds] = None
    """Where the areas were looked for; None: everywhere. Beyond it nothing is known"""
    gone: tuple[Area, ...] = ()
    """Licences that vanished from their source within the time that the rules look back"""
    cache: dict[Any, Any] = field(default_factory=dict, init=False, repr=False)
    """What was computed of it"""

    def of(self, *themes: str) -> Iterable[Area]:
        """The areas of those themes."""
        for theme in themes:
            yield from self.areas.get(theme, ())

    def covered(self, theme: str) -> tuple[Coverage, ...]:
        """How well a theme is known; one entry that says that it is missing where nothing is."""
        return self.coverage.get(theme) or (Coverage(theme, CoverageState.MISSING),)

    def unsound(self, *themes: str) -> list[Coverage]:
        """Coverages of those themes that are not complete."""
        return [found for theme in themes for found in self.covered(theme) if not found.sound]

    def evidence(self, area: Area) -> Evidence:
        """An area of these surroundings as evidence."""
        of_theme = self.covered(area.theme)
        ground = next((found for found in of_theme if found.source == area.source), of_theme[0]).evidence()
        return Evidence(
            ground.theme,
            ground.snapshot,
            ground.taken,
            ground.age_days,
            area.feature_id,
            area.name(),
            ground.state,
            ground.source,
        )

    def snapshots(self) -> dict[str, list[int]]:
        """Numbers of the snapshots that each theme rests on."""
        return {
            theme: [found.snapshot for found in of_theme if found.snapshot is not None]
            for theme, of_theme in self.coverage.items()
        }
