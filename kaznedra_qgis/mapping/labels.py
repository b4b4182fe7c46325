"""Labels: a halo, a font that has every Kazakh letter, and scales at which they can be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from qgis.core import (
    QgsPalLayerSettings,
    QgsRuleBasedLabeling,
    QgsTextBufferSettings,
    QgsTextFormat,
)
from qgis.PyQt.QtGui import QColor, QFont, QFontInfo, QRawFont

from ..compat import MILLIMETRES, POINTS, offset_from_symbol, placement
from .symbols import BLACK, WHITE

KAZAKH_LETTERS = "әғқңөұүһіӘҒҚҢӨҰҮҺІ"
LONGEST = 90
WRAP = 26
"""Characters of a label that are drawn, and after which a line is broken at the next space"""
_FAMILIES = ("DejaVu Sans", "Noto Sans", "Segoe UI", "Helvetica Neue", "Arial")


@dataclass
class Label:
    """One rule of labelling, drawn at scales larger than 1:`farthest`; priority 0 (gives way) to 10."""

    text: str
    farthest: int
    filter: str = ""
    nearest: int = 0
    """Not drawn at scales larger than 1:`nearest`; 0 for no bound"""
    size: float = 7.5
    colour: str = BLACK
    bold: bool = False
    italic: bool = False
    priority: int = 5
    placement: str = "Horizontal"
    within: bool = False
    """Only where the text fits in the polygon"""
    spacing: float = 0
    """Points between letters beyond the font's own"""
    obstacle: bool = False
    """Whether labels of other layers keep off the feature itself"""


def labeling(labels: Sequence[Label]) -> QgsRuleBasedLabeling:
    """Labelling by rules, in their order."""
    root = QgsRuleBasedLabeling.Rule(None)
    for label in labels:
        root.appendChild(QgsRuleBasedLabeling.Rule(settings(label), label.nearest, label.farthest, label.filter))
    return QgsRuleBasedLabeling(root)


def settings(label: Label) -> QgsPalLayerSettings:
    """QGIS's settings of a label."""
    made = QgsPalLayerSettings()
    made.fieldName = f"left({label.text}, {LONGEST})"
    made.isExpression = True
    made.autoWrapLength = WRAP
    obstacle = made.obstacleSettings()
    obstacle.setIsObstacle(label.obstacle)
    made.setObstacleSettings(obstacle)
    made.placement = placement(label.placement)
    made.priority = label.priority
    made.fitInPolygonOnly = label.within
    made.centroidInside = True
    made.setFormat(text_format(label))
    if label.placement == "OrderedPositionsAroundPoint":
        made.dist = 0.6
        made.distUnits = MILLIMETRES
        made.offsetType = offset_from_symbol()
    return made


def text_format(label: Label) -> QgsTextFormat:
    """Letters with a white halo."""
    font = QFont(font_family())
    font.setBold(label.bold)
    font.setItalic(label.italic)
    if label.spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, label.spacing)
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.7)
    halo.setSizeUnit(MILLIMETRES)
    colour = QColor(WHITE)
    colour.setAlphaF(0.85)
    halo.setColor(colour)
    made = QgsTextFormat()
    made.setFont(font)
    made.setSize(label.size)
    made.setSizeUnit(POINTS)
    made.setColor(QColor(label.colour))
    made.setBuffer(halo)
    return made


@lru_cache(maxsize=1)
def font_family() -> str:
    """The first family on this machine that has every Kazakh letter; the system's own where none is known."""
    for family in (*_FAMILIES, QFont().family()):
        font = QFont(family)
        if QFontInfo(font).family() == family and _has_kazakh(font):
            return family
    return QFont().family()


def _has_kazakh(font: QFont) -> bool:
    raw = QRawFont.fromFont(font)
    return all(raw.supportsCharacter(letter) for letter in KAZAKH_LETTERS)
