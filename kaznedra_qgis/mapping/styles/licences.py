"""Licences: by status first, then by kind; those that end soon carry an amber halo inside their line."""

from collections.abc import Sequence

from qgis.core import QgsFillSymbol
from qgis.PyQt.QtCore import QCoreApplication

from ...themes import LICENCE_KINDS, LICENCE_STATUSES
from .. import words
from ..expressions import column, day, expires_soon, in_list, literal, not_in_list, term_passed
from ..labels import Label
from ..rules import Entry
from ..symbols import (
    AMBER,
    BLUE,
    DASH_DOT,
    DOTS,
    GREEN,
    GREY,
    ORANGE,
    PURPLE,
    SKY,
    VERMILLION,
    WHITE,
    area,
    between,
    centroid,
    fill,
    hatch,
    on_pass,
    point,
    shape,
    smaller_afar,
    stroke,
)
from .unlisted import unlisted, unlisted_area

IN_FORCE = ("active", "suspended")
ENDED = ("expired", "terminated", "revoked", "relinquished")
POINT_BEYOND = 200_000
"""Artisanal plots and quarries are too small for an outline at scales smaller than this"""


def entries() -> Sequence[Entry]:
    """Kinds in force, then what happened to them."""
    in_force = in_list("status", IN_FORCE)
    kinds = words.code_words("licences", "kind")
    symbols = _kind_symbols()
    return (
        *(
            Entry(kind, kinds[kind], f"{column('kind')} = {literal(kind)} AND {in_force}", symbols[kind])
            for kind in kinds
        ),
        Entry(
            "expiring",
            QCoreApplication.translate("Kaznedra", "Expires within 90 days"),
            f"{in_force} AND {expires_soon()}",
            on_pass(2, area(stroke(AMBER, 2.2, opacity=0.9, inside=True))),
        ),
        Entry(
            "term_passed",
            QCoreApplication.translate("Kaznedra", "Term has passed, still listed as in force"),
            f"{in_force} AND {term_passed()}",
            on_pass(2, area(stroke(AMBER, 1.8, (1.2, 1.0), inside=True))),
        ),
        Entry(
            "suspended",
            words.code_words("licences", "status")["suspended"],
            f"{column('status')} = 'suspended'",
            on_pass(3, area(hatch(GREY, 0, 2.4, 0.2))),
        ),
        Entry(
            "ended",
            QCoreApplication.translate("Kaznedra", "Ended or withdrawn"),
            in_list("status", ENDED),
            on_pass(0, area(stroke(GREY, 0.25, DOTS))),
        ),
        unlisted(
            f"{not_in_list('kind', LICENCE_KINDS)} AND {not_in_list('status', ENDED)}"
            f" OR {not_in_list('status', LICENCE_STATUSES)}",
            unlisted_area(),
        ),
    )


def _kind_symbols() -> dict[str, QgsFillSymbol]:
    symbols = {
        "exploration": area(fill(BLUE, 0.2), stroke(BLUE, 0.3)),
        "production": area(fill(VERMILLION, 0.3), stroke(VERMILLION, 0.5)),
        "geological_study": area(hatch(GREEN, 45, 2.2, 0.22), stroke(GREEN, 0.3)),
        "subsoil_space": area(fill(SKY, 0.25), stroke(SKY, 0.45, DOTS)),
        "artisanal": _small("triangle"),
        "common_minerals": _small("square"),
        "contract": area(stroke(PURPLE, 0.45, DASH_DOT)),
    }
    return {kind: on_pass(1, symbol, line=4) for kind, symbol in symbols.items()}


def _small(marker: str) -> QgsFillSymbol:
    outline = between(stroke(ORANGE, 0.35), farthest=POINT_BEYOND)
    return area(
        outline, between(centroid(point(smaller_afar(shape(marker, ORANGE, 1.8, WHITE, 0.12)))), nearest=POINT_BEYOND)
    )


def labels(language: str) -> Sequence[Label]:
    """The number; with the last day of the term where that is near."""
    number = column("number")
    before, after = QCoreApplication.translate("Kaznedra", "until {date}").split("{date}")
    until = f"{literal(before)} || {day(column('expires_on'), language)} || {literal(after)}"
    in_force = in_list("status", IN_FORCE)
    return (
        Label(
            f"{number} || '\\n' || {until}",
            1_000_000,
            f"{in_force} AND {expires_soon()}",
            size=7.5,
            colour="#7A4A00",
            bold=True,
            priority=8,
        ),
        Label(
            number, 400_000, f"NOT coalesce({in_list('status', ENDED)} OR {expires_soon()}, false)", size=7, within=True
        ),
        Label(
            number, 50_000, in_list("status", ENDED), size=6.5, colour="#6E6E6E", italic=True, priority=2, within=True
        ),
    )
