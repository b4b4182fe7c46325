"""Leaves in the legend of a map sheet what the map shows.

QGIS finds that itself, but in one piece, and writes the symbol of every feature out to compare it: where a map shows
thousands of features its window would not answer for seconds.
"""

import time
from collections.abc import Generator, Iterator
from typing import Any

from qgis.core import (
    QgsCoordinateTransform,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsGeometry,
    QgsLayoutItemLegend,
    QgsLayoutUtils,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsMapSettings,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QFont

from ..mapping.labels import font_family

TURN_S = 0.03
_SPACINGS = (
    (2.5, 2.8, 7.0, 6.5),
    (1.5, 2.8, 7.0, 6.5),
    (0.8, 2.6, 7.0, 6.5),
    (0.5, 2.2, 6.0, 5.5),
    (0.3, 2.0, 5.5, 5.0),
    (0.3, 1.8, 5.0, 4.5),
)
"""From the widest on: gap between lines and height of a symbol, in mm; titles and lines, in points"""
MORE = object()
"""Given in the midst of a turn, so that the window may answer"""
_BETWEEN = 16
"""Points put on each side of a map, which is bent in another CRS"""


def narrow(legend: QgsLayoutItemLegend, settings: QgsMapSettings) -> Iterator[object]:
    """Take out symbols, and layers, that the map does not show; gives MORE every TURN_S."""
    model = legend.model()
    for node in model.rootGroup().findLayers():
        layer = node.layer()
        shown = yield from _shown(layer, settings)
        keys = [item.ruleKey() for item in layer.renderer().legendSymbolItems()]
        if not shown:
            model.rootGroup().removeChildNode(node)
        elif len(keys) == len(model.layerOriginalLegendNodes(node)):
            QgsMapLayerLegendUtils.setLegendNodeOrder(node, [place for place, key in enumerate(keys) if key in shown])
            model.refreshLayerLegend(node)


def fit(legend: QgsLayoutItemLegend) -> None:
    """Set the lines closer, then smaller, until all of the legend has room."""
    for gap, symbol, title, text in _SPACINGS:
        for style, above, size in (
            (QgsLegendStyle.Style.Group, gap + 0.5, title),
            (QgsLegendStyle.Style.Subgroup, gap + 0.5, title),
            (QgsLegendStyle.Style.SymbolLabel, gap, text),
            (QgsLegendStyle.Style.Symbol, gap, text),
        ):
            face = QFont(font_family())
            face.setPointSizeF(size)
            face.setBold(size == title)
            legend.setStyleFont(style, face)
            legend.setStyleMargin(style, QgsLegendStyle.Side.Top, above)
        legend.setSymbolHeight(symbol)
        context = QgsLayoutUtils.createRenderContextForLayout(legend.layout(), None)
        taken = QgsLegendRenderer(legend.model(), legend.legendSettings()).minimumSize(context)
        if taken.height() <= legend.rect().height():
            return


def _shown(layer: QgsVectorLayer, settings: QgsMapSettings) -> Generator[object, None, set[str]]:
    """The keys of the symbols that features on the map have."""
    context = QgsRenderContext.fromMapSettings(settings)
    shown: set[str] = set()
    if not layer.isInScaleRange(context.rendererScale()):
        return shown
    context.expressionContext().appendScope(QgsExpressionContextUtils.layerScope(layer))
    area = _area(layer, settings)
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    try:
        every = {item.ruleKey() for item in renderer.legendSymbolItems()}
        until = time.perf_counter() + TURN_S
        for feature in layer.getFeatures(_request(layer, renderer, context, area)):
            context.expressionContext().setFeature(feature)
            found = renderer.legendKeysForFeature(feature, context) - shown
            if found and feature.geometry().intersects(area):
                shown |= found
                if shown >= every:
                    break
            if time.perf_counter() > until:
                yield MORE
                until = time.perf_counter() + TURN_S
    finally:
        renderer.stopRender(context)
    return shown


def _area(layer: QgsVectorLayer, settings: QgsMapSettings) -> QgsGeometry:
    """What the map shows, in the CRS of the layer."""
    area = QgsGeometry.fromRect(settings.visibleExtent()).densifyByCount(_BETWEEN)
    turn = QgsCoordinateTransform(settings.destinationCrs(), layer.crs(), settings.transformContext())
    area.transform(turn)
    return area


def _request(layer: QgsVectorLayer, renderer: Any, context: QgsRenderContext, area: QgsGeometry) -> QgsFeatureRequest:
    request = QgsFeatureRequest().setFilterRect(area.boundingBox())
    used = renderer.usedAttributes(context)
    if QgsFeatureRequest.ALL_ATTRIBUTES not in used:
        request.setSubsetOfAttributes(used, layer.fields())
    return request
