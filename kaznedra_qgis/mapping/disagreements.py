"""The layer of features whose block codes and geometry disagree: the output of kaznedra:codedisagreements, dressed."""

from qgis.core import QgsLayerTreeLayer, QgsProject, QgsSingleSymbolRenderer, QgsVectorLayer

from .expressions import markup_safe
from .symbols import RED, area, stroke

PROPERTY = "kaznedra/disagreements"
"""Custom property that names the theme"""


def add(project: QgsProject, layer: QgsVectorLayer, theme: str, title: str) -> None:
    """Put the layer on top of the map, in place of the theme's last one."""
    for old in list(project.mapLayers().values()):
        if old.customProperty(PROPERTY) == theme:
            project.removeMapLayer(old.id())
    layer.setName(title)
    layer.setCustomProperty(PROPERTY, theme)
    # nothing is lost with it: it can be listed again at any time
    layer.setCustomProperty("skipMemoryLayersCheck", 1)
    layer.setRenderer(QgsSingleSymbolRenderer(area(stroke(RED, 0.9))))
    layer.setDisplayExpression("coalesce(\"number\", '') || ': ' || \"says\"")
    layer.setMapTipTemplate(f"<b>[% {markup_safe('number')} %]</b><br>[% {markup_safe('says')} %]")
    project.addMapLayer(layer, False)
    project.layerTreeRoot().insertChildNode(0, QgsLayerTreeLayer(layer))
