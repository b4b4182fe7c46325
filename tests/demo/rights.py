"""What licences and applications have in common: terms, words of the law, and rows over blocks or plots."""

import random
from collections.abc import Iterable
from dataclasses import dataclass

from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from kaznedra_qgis.subsoil.blocks import Block, components, outline, polygon, total_area_km2
from kaznedra_qgis.subsoil.codes import format_codes
from kaznedra_qgis.subsoil.numbering import default_scheme

from .country import Country, multi
from .ground import Ground, area_km2
from .tables import worded

SUFFIXES = {
    "exploration": "EL",
    "production": "ML",
    "geological_study": "GIN",
    "subsoil_space": "SSU",
    "artisanal": "SML",
    "common_minerals": "CML",
    "contract": "K",
}
LEGAL_BASES = {kind: "K1700000125 art. 278" if kind == "contract" else "K1700000125 art. 30" for kind in SUFFIXES}
MAY_KEEP_OF_CUT_BLOCK = 0.15
"""Part of a block outside a production plot below which the block is left out of the territory"""


@dataclass(frozen=True)
class Territory:
    """The ground of a right: its geometry, and the blocks where it is made of blocks."""

    geometry: MultiPolygon
    minerals: tuple[str, ...] = ()
    blocks: frozenset[Block] = frozenset()
    partial: frozenset[Block] = frozenset()

    def values(self, country: Country) -> dict[str, object]:
        """Attributes minerals, blocks, block_count, area_km2 and region."""
        codes, area = None, area_km2(self.geometry)
        if self.blocks:
            codes = format_codes(sorted_blocks(self.blocks), default_scheme(), self.partial)
            area = area if self.partial else total_area_km2(self.blocks)
        return {
            "minerals": ", ".join(self.minerals) or None,
            "blocks": codes,
            "block_count": len(self.blocks) or None,
            "area_km2": round(area, 3),
            **worded("region", country.region(self.geometry)),
        }


def sorted_blocks(blocks: Iterable[Block]) -> list[Block]:
    """Row by row from the north-west."""
    return sorted(blocks, key=lambda block: (-block.lat, block.lon))


def on_blocks(ground: Ground, blocks: frozenset[Block], minerals: tuple[str, ...]) -> Territory:
    """The territory of these blocks less what production plots cut off; always one side-connected plot."""
    cut = ground.cut(blocks)
    hardly = {block for block, plot in cut.items() if _rest(block, plot) < MAY_KEEP_OF_CUT_BLOCK}
    blocks = max(components(sorted_blocks(blocks - hardly)), key=len)
    partial = frozenset(block for block in blocks if block in cut)
    whole = outline(sorted_blocks(blocks))
    if not partial:
        return Territory(whole, minerals, blocks)
    rest = whole.difference(unary_union([cut[block] for block in sorted_blocks(partial)]))
    return Territory(multi(rest), minerals, blocks, partial)


def _rest(block: Block, plot: BaseGeometry) -> float:
    cell = polygon(block)
    return float(cell.difference(plot).area / cell.area)


def on_plot(geometry: BaseGeometry, minerals: tuple[str, ...]) -> Territory:
    """A territory of corner coordinates."""
    return Territory(multi(geometry), minerals)


def some(draw: random.Random, suite: tuple[str, ...]) -> tuple[str, ...]:
    """The main mineral and perhaps those that come with it."""
    return suite[: draw.randrange(1, len(suite) + 1)]
