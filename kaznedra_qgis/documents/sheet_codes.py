"""Block codes as labels of a map sheet, which QGIS then places so that no other label is hit."""

from math import cos, radians
from typing import NamedTuple

from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsNullSymbolRenderer,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsRuleBasedLabeling,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QFont, QFontMetricsF

from ..compat import MILLIMETRES, label_below_right
from ..mapping import labels
from ..mapping.grid_codes import PLANS, WIDEST, Codes, Plan
from ..mapping.grid_levels import BLOCK, Level, Window, covered
from ..subsoil.blocks import Block
from .content import ApplicationContent

LETTERS_PT = 6.5
_MM_PER_PT = 25.4 / 72
_MARGIN_MM = 0.6
_INK = "#3c3c3c"
_MINUTE_M = 1852.0
_PROBE_PX = 100


class _Kind(NamedTuple):
    """What a label is for: a block that is applied for, another, or the prefix of a cell's codes."""

    name: str
    priority: int
    bold: bool = False


_OWN, _OTHER, _PREFIX = _Kind("own", 10), _Kind("other", 3), _Kind("prefix", 10, bold=True)


def codes_layer(content: ApplicationContent, view: Window, scale: float) -> QgsVectorLayer:
    """Points in the datum of the blocks, labelled with the fullest codes for which cells at 1:`scale` have room.

    `view` is what the map shows, in minutes. Where the codes are written in parts, the prefix stands in the north-west
    of its cell. Blocks that are applied for keep their codes; those of others give way to names and numbers of rights.
    """
    layer = QgsVectorLayer(f"Point?crs={content.scheme.datum}&field=text:string&field=kind:string", "", "memory")
    plan = next(plan for plan in PLANS if plan is PLANS[-1] or _fits(plan, view, scale))
    chosen = content.blocks if plan.middle is BLOCK else frozenset[Block]()
    codes, features = Codes(), []

    def add(kind: _Kind, west: float, north: float, text: str) -> None:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(west / 60, north / 60)))
        feature.setAttributes([text, kind.name])
        features.append(feature)

    for part, cell in _seen(plan.middle, view, scale, _needed_mm(plan.lines(WIDEST))):
        kind = _OWN if Block(int(cell.west), int(cell.south)) in chosen else _OTHER
        add(kind, (part.west + part.east) / 2, (part.south + part.north) / 2, "\n".join(plan.lines(codes.of(cell))))
    if plan.corner is not None:
        for part, cell in _seen(plan.corner, view, scale, _needed_mm([plan.prefix(WIDEST)], bold=True)):
            add(_PREFIX, part.west, part.north, plan.prefix(codes.of(cell)))
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    layer.setRenderer(QgsNullSymbolRenderer())
    layer.setLabeling(_labeling())
    layer.setLabelsEnabled(True)
    return layer


def _seen(level: Level, view: Window, scale: float, least_mm: tuple[float, float]) -> list[tuple[Window, Window]]:
    """The cells of a level of which the view shows at least so much paper: what it shows, and the whole."""
    seen = view.meet(covered(level))
    width, height = _cell_mm(BLOCK, view, scale)
    wide, high = least_mm[0] / width, least_mm[1] / height
    pairs = [(cell.meet(seen), cell) for cell in seen.cells(level)]
    return [(part, cell) for part, cell in pairs if part.east - part.west >= wide and part.north - part.south >= high]


def _cell_mm(level: Level, view: Window, scale: float) -> tuple[float, float]:
    """Width and height of a cell on paper."""
    minute = _MINUTE_M * 1000 / scale
    return level.width * minute * cos(radians((view.south + view.north) / 120)), level.height * minute


def _fits(plan: Plan, view: Window, scale: float) -> bool:
    width, height = _cell_mm(plan.middle, view, scale)
    needed = _needed_mm(plan.lines(WIDEST))
    beside = 0.0
    if plan.corner is not None:
        prefix = _needed_mm([plan.prefix(WIDEST)], bold=True)
        beside = 2 * prefix[1] + _MARGIN_MM
        if prefix[0] > _cell_mm(plan.corner, view, scale)[0]:
            return False
    return width >= needed[0] and height >= needed[1] + beside


def _needed_mm(lines: list[str], bold: bool = False) -> tuple[float, float]:
    """Width of a label with its margins, and height."""
    font = QFont(labels.font_family())
    font.setPixelSize(_PROBE_PX)
    font.setBold(bold)
    metrics = QFontMetricsF(font)
    size = LETTERS_PT * _MM_PER_PT
    width = max(metrics.horizontalAdvance(line) for line in lines) / _PROBE_PX * size
    return width + 2 * _MARGIN_MM, len(lines) * metrics.height() / _PROBE_PX * size


def _labeling() -> QgsRuleBasedLabeling:
    root = QgsRuleBasedLabeling.Rule(None)
    for kind in (_OWN, _OTHER, _PREFIX):
        made = _settings(kind)
        root.appendChild(QgsRuleBasedLabeling.Rule(made, 0, 0, f"\"kind\" = '{kind.name}'"))
    return QgsRuleBasedLabeling(root)


def _settings(kind: _Kind) -> QgsPalLayerSettings:
    made = labels.settings(
        labels.Label(
            '"text"', 0, size=LETTERS_PT, colour=_INK, bold=kind.bold, priority=kind.priority, placement="OverPoint"
        )
    )
    made.autoWrapLength = 0
    if kind is _PREFIX:
        label_below_right(made)
        made.xOffset, made.yOffset = _MARGIN_MM, _MARGIN_MM / 2
        made.offsetUnits = MILLIMETRES
    return made
