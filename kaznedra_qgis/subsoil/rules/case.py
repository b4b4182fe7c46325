"""What the rules are asked about: the blocks applied for, in their surroundings, by a rule pack, on a day."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from math import cos, radians
from typing import Any, Optional

from ...errors import KaznedraError
from ..aftermath import over, unseen_licence
from ..area_classes import UNREADABLE, UNTOLD_APPLICATION, AreaClass, AreaClasses
from ..blocks import Block
from ..footprints import footprint
from ..partial_blocks import Remainder, remainders
from ..rulepack import RulePack
from ..standing import THEMES_THAT_COUNT
from ..surroundings import Area, Surroundings

_METRES_OF_MINUTE = 1842.0
"""Least length of a minute of latitude in the country"""


@dataclass(frozen=True)
class ProposedBlocks:
    """The blocks of an application, and what of the applicant bears on them."""

    blocks: tuple[Block, ...]
    """Each once, in the user's order"""
    partial: frozenset[Block] = frozenset()
    """Those that the application marks as partial"""
    applicant: str = ""
    """BIN or IIN; empty where it is not known yet"""
    consents: frozenset[tuple[str, str]] = frozenset()
    """Theme and feature id of what the holder's or owner's consent, or an agreement, is at hand for"""
    filed_at: Optional[datetime] = None
    """When the application was received; None: it is not filed yet, and comes after all that are"""
    national_company: bool = False
    """The applicant is the national company for uranium"""


@dataclass(frozen=True)
class Meeting:
    """An area that meets the blocks: those that lie in it wholly, and those that lie in it in part."""

    area: Area
    found: AreaClass
    whole: tuple[Block, ...]
    part: tuple[Block, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks that it meets."""
        return self.whole + self.part

    @property
    def cuts(self) -> bool:
        """Whether it leaves a partial block of one that it covers in part (article 186(3))."""
        return self.area.theme != "restricted_areas" and self.found.whole is not None


@dataclass(frozen=True)
class Case:
    """An application in its surroundings."""

    application: ProposedBlocks
    surroundings: Surroundings
    pack: RulePack
    day: date
    only: Optional[frozenset[Block]] = field(default=None)
    """The blocks that are left in question; None: all"""

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks in question, each once."""
        every = tuple(dict.fromkeys(self.application.blocks))
        return every if self.only is None else tuple(block for block in every if block in self.only)

    @cached_property
    def classes(self) -> AreaClasses:
        """The classes of areas by the pack on the day."""
        return AreaClasses(self.pack, self.day)

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """All areas that count and meet the blocks."""
        areas = self.surroundings.of(*THEMES_THAT_COUNT)
        met = (self._meeting(area, self.classes.of(area)) for area in areas if self.classes.of(area).counts)
        return tuple(meeting for meeting in met if meeting is not None)

    @cached_property
    def left_by(self) -> tuple[Meeting, ...]:
        """Rights that ended or vanished, where they met the blocks."""
        met = (self._meeting(area, self.classes.of(area)) for area in over(self.surroundings, self.classes))
        return tuple(meeting for meeting in met if meeting is not None)

    @cached_property
    def issued_unseen(self) -> tuple[tuple[Meeting, tuple[Block, ...]], ...]:
        """Applications that became licences which the pulled ones may not show yet, and the blocks concerned."""
        seen = {
            block
            for meeting in (*self.meetings, *self.left_by)
            if meeting.area.theme == "licences"
            for block in meeting.blocks
        }
        found = []
        for area in self.surroundings.of("licence_applications"):
            unseen = unseen_licence(area, self.surroundings)
            meeting = self._meeting(area, self.classes.of(area)) if unseen else None
            blocks = () if meeting is None else tuple(block for block in meeting.blocks if block not in seen)
            if meeting is not None and blocks:
                found.append((meeting, blocks))
        return tuple(found)

    def _meeting(self, area: Area, found: AreaClass) -> Optional[Meeting]:
        if not self._is_near(area, found.buffer_m):
            return None
        try:
            seen = footprint(area, found.buffer_m)
        except KaznedraError:
            return Meeting(area, AreaClass(UNREADABLE, confidence="L"), (), self.blocks)
        if seen is None:
            return None
        shares = [(block, seen.share(block)) for block in self.blocks]
        whole = tuple(block for block, share in shares if share == "whole")
        part = tuple(block for block, share in shares if share == "part")
        return Meeting(area, found, whole, part) if whole or part else None

    def _is_near(self, area: Area, buffer_m: float) -> bool:
        """Whether the area's bounds, with the distance around it, reach any block: most areas end here."""
        if area.bounds is None:
            return False
        west, south, east, north = (side * 60 for side in area.bounds)
        high = 1 + buffer_m / _METRES_OF_MINUTE
        wide = high / max(cos(radians(min(max(abs(south), abs(north)) / 60 + 1, 89))), 0.01)
        lons, lats = self._places
        near = (lons + 1 >= west - wide) & (lons <= east + wide) & (lats + 1 >= south - high) & (lats <= north + high)
        return bool(near.any())

    @cached_property
    def _places(self) -> Any:
        """West and south edges of the blocks, as two arrays."""
        import numpy as np

        return np.array(self.blocks, np.int64).reshape(-1, 2).T

    def meeting(self, *classes: str) -> Iterator[Meeting]:
        """The meetings with areas of those classes."""
        return (meeting for meeting in self.meetings if meeting.found.name in classes)

    def doubtful(self, *themes: str) -> frozenset[Block]:
        """Blocks of which those themes cannot tell: records that do not say what they are, or nobody looked there."""
        met = {
            block
            for meeting in self.meeting(UNREADABLE, UNTOLD_APPLICATION)
            if meeting.area.theme in themes
            for block in meeting.blocks
        }
        return frozenset(met | self.beyond) if themes else frozenset()

    @cached_property
    def beyond(self) -> frozenset[Block]:
        """Blocks where nobody looked."""
        bounds = self.surroundings.bounds
        if bounds is None:
            return frozenset()
        west, south, east, north = bounds
        return frozenset(
            block for block in self.blocks if not (west <= block.lon < east and south <= block.lat < north)
        )

    def has_consent(self, area: Area) -> bool:
        """Whether the holder's or owner's consent, or an agreement, is at hand."""
        return (area.theme, area.feature_id) in self.application.consents

    def is_own(self, area: Area) -> bool:
        """Whether the applicant holds the right."""
        return bool(area.is_held_by(self.application.applicant))

    @cached_property
    def cut(self) -> dict[Block, tuple[Area, ...]]:
        """Blocks that lie in part on plots that leave partial blocks, and those plots; lifted by consent."""
        found: dict[Block, list[Area]] = {}
        for meeting in self.meetings:
            if meeting.cuts and not self.lifted(meeting):
                for block in meeting.part:
                    found.setdefault(block, []).append(meeting.area)
        return {block: tuple(areas) for block, areas in found.items()}

    def lifted(self, meeting: Meeting) -> bool:
        """Whether consent, or its being the applicant's own, lifts what an area in part forbids."""
        part = meeting.found.part
        return bool(part and part.unless == "holder_consent") and (
            self.has_consent(meeting.area) or self.is_own(meeting.area)
        )

    @cached_property
    def remainders(self) -> dict[Block, Remainder]:
        """What is left of each block that lies in part on such plots."""
        return remainders(self.blocks, self.cut)
