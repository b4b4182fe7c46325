"""Areas of the state programme, of liquidation, and technogenic formations."""

from collections.abc import Sequence

from qgis.core import QgsFillSymbol

from ...themes import THEMES
from .. import words
from ..expressions import column, literal, not_in_list, worded
from ..labels import Label
from ..rules import Entry
from ..symbols import (
    DASH_DOT,
    DASHES,
    OCHRE,
    UMBER,
    VIOLET,
    area,
    dashes,
    fill,
    hatch,
    on_pass,
    point,
    scatter,
    shape,
    stroke,
)
from .unlisted import unlisted, unlisted_area

_CLASSIFIED_BY = {
    "state_programme_areas": "kind",
    "liquidation_areas": "status",
    "technogenic_formations": "kind",
}


def entries(theme: str) -> Sequence[Entry]:
    """One line per code."""
    attribute = _CLASSIFIED_BY[theme]
    code_words = words.code_words(theme, attribute)
    symbols = {
        "state_programme_areas": _state_programme,
        "liquidation_areas": _liquidation,
        "technogenic_formations": _technogenic,
    }[theme]()
    return (
        *(
            Entry(code, code_words[code], f"{column(attribute)} = {literal(code)}", on_pass(1, symbols[code]))
            for code in code_words
        ),
        unlisted(not_in_list(attribute, THEMES[theme].attribute(attribute).codes), unlisted_area()),
    )


def _state_programme() -> dict[str, QgsFillSymbol]:
    outline = (VIOLET, 0.4, (4.0, 1.2))
    return {
        "auction": area(hatch(VIOLET, 90, 3.0, 0.15, opacity=0.7), stroke(*outline)),
        "state_study": area(_marks("circle", VIOLET, 0.6, 3.0), stroke(*outline)),
        "uranium": area(_marks("equilateral_triangle", VIOLET, 1.2, 3.2), stroke(*outline)),
    }


def _liquidation() -> dict[str, QgsFillSymbol]:
    return {
        "planned": area(_marks("cross2", UMBER, 1.1, 3.4), stroke(UMBER, 0.35, DASHES)),
        "under_way": area(_marks("cross2", UMBER, 1.1, 2.2), stroke(UMBER, 0.45)),
        "accepted": area(stroke(UMBER, 0.3, DASH_DOT)),
    }


def _technogenic() -> dict[str, QgsFillSymbol]:
    ground = (OCHRE, 0.35)
    return {
        "tailings": area(fill(*ground), hatch(OCHRE, 0, 1.1, 0.15), stroke(OCHRE, 0.35)),
        "waste_dump": area(fill(*ground), _marks("triangle", OCHRE, 0.9, 2.0), stroke(OCHRE, 0.35)),
        "slag": area(fill(*ground), _marks("square", OCHRE, 0.7, 1.8), stroke(OCHRE, 0.35)),
        "sludge": area(fill(*ground), dashes(OCHRE, 90, 1.1, 1.5, 0.15), stroke(OCHRE, 0.35)),
    }


def _marks(name: str, colour: str, size: float, distance: float):
    return scatter(point(shape(name, colour, size, colour, 0.15)), distance)


def labels(theme: str, language: str) -> Sequence[Label]:
    """The name."""
    farthest, colour = {
        "state_programme_areas": (1_500_000, "#463769"),
        "liquidation_areas": (250_000, "#4E3F32"),
        "technogenic_formations": (200_000, "#6E5532"),
    }[theme]
    return (Label(worded("name", language), farthest, size=7, colour=colour, italic=True, priority=3, within=True),)
