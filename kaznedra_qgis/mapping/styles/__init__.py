"""How each theme looks: lines of the legend, and labels. One module per theme, or per family of alike ones."""

from collections.abc import Sequence

from ..labels import Label
from ..rules import Entry
from . import applications, areas, blocks, deposits, licences, restricted

_MODULES = {
    "licences": licences,
    "licence_applications": applications,
    "deposits": deposits,
    "restricted_areas": restricted,
    "blocks": blocks,
}


def entries(theme: str) -> Sequence[Entry]:
    """Legend of a theme from the top down, its words in the language in force."""
    return _MODULES[theme].entries() if theme in _MODULES else areas.entries(theme)


def labels(theme: str, language: str) -> Sequence[Label]:
    """Labels of a theme, the most important first; `language` chooses among names in three languages."""
    return _MODULES[theme].labels(language) if theme in _MODULES else areas.labels(theme, language)


def largest_first(theme: str) -> str:
    """Expression by which features are drawn in descending order, so that small ones stay on top; empty for none."""
    return deposits.SIZE_MM if theme == "deposits" else ""


def farthest(theme: str) -> int:
    """Scale denominator beyond which the whole theme is not drawn; 0 for none."""
    return blocks.FARTHEST if theme == "blocks" else 0
