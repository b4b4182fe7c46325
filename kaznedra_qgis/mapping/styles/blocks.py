"""The platform's own map of block identification: a hairline net with codes."""

from collections.abc import Sequence

from qgis.PyQt.QtCore import QCoreApplication

from ..expressions import column
from ..labels import Label
from ..rules import Entry
from ..symbols import GREY, area, stroke

FARTHEST = 500_000


def entries() -> Sequence[Entry]:
    """All blocks alike."""
    return (Entry("block", QCoreApplication.translate("Kaznedra", "Block"), "", area(stroke(GREY, 0.1))),)


def labels(language: str) -> Sequence[Label]:
    """The code, where it fits."""
    return (Label(column("code"), 60_000, size=6, colour="#5A5A5A", priority=1, within=True),)
