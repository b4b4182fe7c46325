"""Deposits: shape and colour by commodity group, size by size class, hollow for occurrences."""

from collections.abc import Sequence

from qgis.core import QgsMarkerSymbol, QgsSimpleMarkerSymbolLayer
from qgis.PyQt.QtCore import QCoreApplication

from ...themes import COMMODITY_GROUPS
from .. import words
from ..expressions import column, literal, not_in_list, worded
from ..labels import Label
from ..minerals import as_symbols
from ..rules import Entry
from ..symbols import BAR_FLATNESS, BLACK, BLUE, GREEN, PURPLE, VERMILLION, WHITE, bar, driven, point, rgba, shape
from .unlisted import unlisted, unlisted_point

GOLD = "#F2C230"
STEEL = "#6C7A89"

_MARKS = {
    "precious": ("circle", GOLD, 1.0),
    "base": ("diamond", VERMILLION, 1.2),
    "iron_alloy": ("square", STEEL, 0.95),
    "uranium": ("equilateral_triangle", GREEN, 1.2),
    "coal": ("bar", BLACK, 1.35),
    "rare": ("star", PURPLE, 1.45),
    "industrial": ("hexagon", BLUE, 1.05),
}
"""Shape, colour, and how much larger the shape must be to weigh as much as a circle"""

_SIZES = {"unique": 4.8, "large": 3.9, "medium": 3.0, "small": 2.2, "unknown": 2.2}
_CASES = " ".join(f"WHEN {column('size')} = {literal(size)} THEN {length}" for size, length in _SIZES.items())
SIZE_MM = f"CASE {_CASES} ELSE {_SIZES['unknown']} END"
_BY_SCALE = "CASE WHEN @map_scale > 5000000 THEN 0.62 WHEN @map_scale > 1500000 THEN 0.8 ELSE 1 END"


def entries() -> Sequence[Entry]:
    """The groups, then the key to sizes and to hollow marks."""
    groups = words.code_words("deposits", "commodity_group")
    return (
        *(
            Entry(group, groups[group], f"{column('commodity_group')} = {literal(group)}", _mark(group))
            for group in groups
        ),
        unlisted(not_in_list("commodity_group", COMMODITY_GROUPS), unlisted_point()),
        Entry(
            "key_occurrence", QCoreApplication.translate("Kaznedra", "Hollow: occurrence"), "FALSE", _hollow_circle()
        ),
        Entry(
            "key_size",
            QCoreApplication.translate("Kaznedra", "Size: unique to small or unknown"),
            "FALSE",
            _nested_circles(),
        ),
    )


def _mark(group: str) -> QgsMarkerSymbol:
    name, colour, weight = _MARKS[group]
    make = bar if name == "bar" else lambda *arguments: shape(name, *arguments)
    casing = make(WHITE, _SIZES["medium"] * weight, WHITE, 0.55)
    mark = make(colour, _SIZES["medium"] * weight, BLACK, 0.18)
    for layer in (casing, mark):
        size = f"{weight} * ({SIZE_MM}) * ({_BY_SCALE})"
        driven(layer, "Width" if name == "bar" else "Size", size)
        if name == "bar":
            driven(layer, "Height", f"{BAR_FLATNESS} * {size}")
    driven(mark, "FillColor", f"if({column('kind')} = 'occurrence', {literal(rgba(WHITE))}, {literal(rgba(colour))})")
    driven(mark, "StrokeColor", f"if({column('kind')} = 'occurrence', {literal(rgba(colour))}, {literal(rgba(BLACK))})")
    driven(mark, "StrokeWidth", f"if({column('kind')} = 'occurrence', 0.45, 0.18)")
    return point(casing, mark)


def _hollow_circle() -> QgsMarkerSymbol:
    return point(shape("circle", WHITE, _SIZES["medium"], BLACK, 0.45))


def _nested_circles() -> QgsMarkerSymbol:
    largest = _SIZES["unique"]
    circles = []
    for size in ("unique", "large", "medium", "small"):
        circle: QgsSimpleMarkerSymbolLayer = shape("circle", WHITE, _SIZES[size], BLACK, 0.2)
        offset = circle.offset()
        offset.setY((largest - _SIZES[size]) / 2)
        circle.setOffset(offset)
        circles.append(circle)
    return point(*circles)


def labels(language: str) -> Sequence[Label]:
    """Name over chemical symbols; the greater the deposit, the farther off it is named."""
    text = f"concat({worded('name', language)}, '\\n' || nullif({as_symbols('commodities')}, ''))"
    common = {"text": text, "placement": "OrderedPositionsAroundPoint", "obstacle": True}
    return (
        Label(farthest=13_000_000, filter="\"size\" = 'unique'", size=8.5, bold=True, priority=9, **common),
        Label(farthest=4_500_000, filter="\"size\" = 'large'", size=8, priority=8, **common),
        Label(farthest=1_200_000, filter="\"size\" = 'medium'", size=7.5, priority=6, **common),
        Label(
            farthest=600_000, filter=not_in_list("size", ("unique", "large", "medium")), size=7, priority=4, **common
        ),
    )
