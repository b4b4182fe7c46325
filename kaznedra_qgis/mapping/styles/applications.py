"""Applications for licences: pending ones stand out, decided ones recede."""

from collections.abc import Sequence

from qgis.PyQt.QtCore import QCoreApplication

from ...themes import APPLICATION_STATUSES
from ..expressions import column, in_list, not_in_list
from ..labels import Label
from ..rules import Entry
from ..symbols import DASHES, DOTS, GREY, ORANGE, area, hatch, on_pass, stroke
from .unlisted import unlisted, unlisted_area

PENDING = ("submitted", "accepted")
DECIDED = ("refused", "withdrawn", "annulled", "licence_issued")


def entries() -> Sequence[Entry]:
    """Pending, then decided."""
    return (
        Entry(
            "pending",
            QCoreApplication.translate("Kaznedra", "Under review"),
            in_list("status", PENDING),
            on_pass(2, area(hatch(ORANGE, 135, 2.0, 0.3), stroke(ORANGE, 0.4, DASHES))),
        ),
        Entry(
            "decided",
            QCoreApplication.translate("Kaznedra", "Decided or withdrawn"),
            in_list("status", DECIDED),
            on_pass(0, area(stroke(GREY, 0.25, DOTS))),
        ),
        unlisted(not_in_list("status", APPLICATION_STATUSES), unlisted_area()),
    )


def labels(language: str) -> Sequence[Label]:
    """The number of the application."""
    return (
        Label(
            column("number"), 300_000, in_list("status", PENDING), size=7, colour="#7A5200", italic=True, within=True
        ),
    )
