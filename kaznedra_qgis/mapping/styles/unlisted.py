"""What a server sends and the contract does not know: drawn as such, never left out."""

from qgis.core import QgsSymbol

from .. import words
from ..labels import font_family
from ..rules import Entry
from ..symbols import BLACK, DASHES, GREY, WHITE, area, letter, on_pass, point, scatter, shape, stroke


def unlisted(filter: str, symbol: QgsSymbol) -> Entry:
    """Legend line for the features that the filter finds."""
    return Entry("other", words.other(), filter, symbol)


def unlisted_area() -> QgsSymbol:
    """Grey question marks within a dashed line."""
    marks = scatter(point(letter("?", GREY, 2.6, font_family())), 4)
    return on_pass(2, area(marks, stroke(BLACK, 0.25, DASHES)))


def unlisted_point() -> QgsSymbol:
    """A question mark in a white disc."""
    return point(shape("circle", WHITE, 3.2, GREY, 0.3), letter("?", BLACK, 2.4, font_family()))
