"""Where in the layer tree the group belongs."""

from qgis.core import QgsLayerTreeGroup, QgsLayerTreeLayer, QgsLayerTreeNode, QgsVectorLayer, QgsWkbTypes


def above_base_maps(root: QgsLayerTreeGroup) -> int:
    """Index for a new group: over images, tiles and areas at the bottom, under the points and lines of the user."""
    index = len(root.children())
    while index > 0 and _is_ground(root.children()[index - 1]):
        index -= 1
    return index


def _is_ground(node: QgsLayerTreeNode) -> bool:
    if isinstance(node, QgsLayerTreeGroup):
        return bool(node.children()) and all(_is_ground(child) for child in node.children())
    layer = node.layer() if isinstance(node, QgsLayerTreeLayer) else None
    if isinstance(layer, QgsVectorLayer):
        return layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
    return layer is not None
