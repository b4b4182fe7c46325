"""Who holds which ground already: what the territories of blocks must keep off."""

import random
from collections.abc import Iterable
from functools import lru_cache
from typing import Optional

from pyproj import Geod
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from kaznedra_qgis.subsoil.blocks import Block, Rule, covering, polygon

from .belts import belts
from .country import Country
from .deposits import Site
from .growth import Habit, block_at, block_count, grown
from .shapes import Position, scattered


@lru_cache(maxsize=1)
def _wgs84() -> Geod:
    return Geod(ellps="WGS84")


def area_km2(geometry: BaseGeometry) -> float:
    """Geodesic area on the WGS 84 ellipsoid."""
    return abs(_wgs84().geometry_area_perimeter(geometry)[0]) / 1e6


class Ground:
    """The blocks of the country and what stands on them."""

    def __init__(self, country: Country, forbidden: Iterable[BaseGeometry], sites: list[Site]) -> None:
        self._country = country
        self._forbidden = {block for geometry in forbidden for block in covering(geometry, Rule.MAJORITY)}
        self._sites = sites
        self._inside: dict[Block, bool] = {}
        self._plots: dict[Block, BaseGeometry] = {}
        self.taken: set[Block] = set()

    def put_plot(self, geometry: BaseGeometry) -> None:
        """Keep exploration off the blocks that lie within a production plot; those it cuts may stay in part."""
        self._forbidden.update(covering(geometry, Rule.MAJORITY))
        for block in covering(geometry, Rule.TOUCH):
            former = self._plots.get(block)
            self._plots[block] = geometry if former is None else unary_union([former, geometry])

    def is_free(self, block: Block) -> bool:
        """True when the block lies in the country, on no forbidden ground and in no other territory."""
        return block not in self.taken and block not in self._forbidden and self.is_inside(block)

    def is_inside(self, block: Block) -> bool:
        """True when the whole block lies in the country."""
        if block not in self._inside:
            self._inside[block] = self._country.holds(polygon(block))
        return self._inside[block]

    def cut(self, blocks: Iterable[Block]) -> dict[Block, BaseGeometry]:
        """The blocks among these that a production plot cuts, and the plot."""
        return {block: self._plots[block] for block in blocks if block in self._plots}

    def interest(self, draw: random.Random) -> tuple[Position, tuple[str, ...]]:
        """Where someone would look for ore next, and for what: near deposits, along belts, seldom elsewhere."""
        if draw.random() < 0.72:
            weights = self._site_weights()
            site = draw.choices(self._sites, weights)[0]
            return scattered(draw, site.position, draw.choice((6, 14, 26))), site.minerals[:2]
        belt = draw.choices(belts(), [belt.licences for belt in belts()])[0]
        if draw.random() < 0.86:
            return belt.position(draw), belt.suite(draw)[:2]
        return scattered(draw, belt.position(draw), 140), belt.suite(draw)[:2]

    def _site_weights(self) -> list[float]:
        return [
            site.belt.licences / site.belt.deposits if site.belt else (1.5 if site.minerals[0] == "coal" else 6.0)
            for site in self._sites
        ]

    def territory(
        self, draw: random.Random, occupied: Optional[set[Block]] = None
    ) -> tuple[frozenset[Block], tuple[str, ...]]:
        """A new territory of blocks on free ground and its minerals; its blocks are then taken in `occupied`."""
        while True:
            place, minerals = self.interest(draw)
            blocks = grown(draw, block_at(place), block_count(draw), Habit.drawn(draw), self._freedom(occupied))
            if blocks:
                (self.taken if occupied is None else occupied).update(blocks)
                return blocks, minerals

    def _freedom(self, occupied: Optional[set[Block]]):  # type: ignore[no-untyped-def]
        if occupied is None:
            return self.is_free
        return lambda block: block not in occupied and block not in self._forbidden and self.is_inside(block)
