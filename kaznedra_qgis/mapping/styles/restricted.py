"""Restricted areas: one red pattern per category, thin enough to read the map through it."""

from collections.abc import Sequence

from qgis.core import QgsFillSymbol

from ...themes import RESTRICTED_CATEGORIES
from .. import words
from ..expressions import column, literal, not_in_list, worded
from ..labels import Label
from ..rules import Entry
from ..symbols import RED, area, dashes, hatch, on_pass, point, scatter, shape, stroke
from .unlisted import unlisted, unlisted_area

_OPACITY = 0.65


def entries() -> Sequence[Entry]:
    """The categories in the order of the Code."""
    categories = words.code_words("restricted_areas", "category")
    patterns = _patterns()
    return (
        *(
            Entry(each, categories[each], f"{column('category')} = {literal(each)}", patterns[each])
            for each in categories
        ),
        unlisted(not_in_list("category", RESTRICTED_CATEGORIES), unlisted_area()),
    )


def _patterns() -> dict[str, QgsFillSymbol]:
    def lines(angle: float, distance: float):
        return hatch(RED, angle, distance, 0.13, _OPACITY)

    def strokes(angle: float):
        return dashes(RED, angle, 1.1, 2.1, 0.18, _OPACITY)

    def marks(name: str, size: float, distance: float, fill_opacity: float = _OPACITY):
        return scatter(point(shape(name, RED, size, RED, 0.15, _OPACITY, fill_opacity)), distance)

    patterns = {
        "defence": (lines(45, 2.6), lines(135, 2.6)),
        "settlement": (lines(0, 2.0), lines(90, 2.0)),
        "hydraulic_structure": (lines(0, 1.4),),
        "water_fund": (strokes(90),),
        "drinking_groundwater": (marks("circle", 1.1, 2.6, fill_opacity=0),),
        "burial_ground": (marks("cross", 1.2, 2.6),),
        "third_party_land": (strokes(0),),
        "infrastructure": (lines(135, 1.6),),
        "state_needs": (strokes(45),),
        "protected_area": (lines(45, 2.2),),
    }
    return {each: on_pass(1, area(*layers, stroke(RED, 0.2, opacity=0.8))) for each, layers in patterns.items()}


def labels(language: str) -> Sequence[Label]:
    """The name, where there is room for it."""
    return (Label(worded("name", language), 1_500_000, size=7, colour="#7A0016", italic=True, priority=3, within=True),)
