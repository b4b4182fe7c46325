"""The block grid as a map layer that holds no blocks: it draws what the view shows, on screen and in print."""

from collections.abc import Callable
from typing import Optional

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsLayerTreeModelLegendNode,
    QgsLegendSymbolItem,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMapLayerLegend,
    QgsMapLayerRenderer,
    QgsPluginLayer,
    QgsPluginLayerType,
    QgsProject,
    QgsRenderContext,
    QgsSymbolLegendNode,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QTimer
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument, QDomElement, QDomNode

from . import grid_levels

TYPE = "kaznedra_grid"
GREY = "#6e6e6e"
GROUP = "Kaznedra"
SCOPE = "Kaznedra"
"""Where a project keeps the settings of its grid, should the layer be lost where the plugin is not installed"""


class GridLayer(QgsPluginLayer):
    """Sections, subsections and blocks of the numbering scheme, in the scheme's datum."""

    def __init__(self) -> None:
        from ..subsoil.numbering import default_scheme

        super().__init__(TYPE, QCoreApplication.translate("Kaznedra", "Block grid"))
        self._colour = QColor(GREY)
        self._labels = True
        self.setCrs(QgsCoordinateReferenceSystem(default_scheme().datum))
        self.setExtent(grid_levels.extent())
        self.setLegend(GridLegend(self))
        self.setValid(True)

    def colour(self) -> QColor:
        """Colour of the lines; the codes are a darker shade of it."""
        return QColor(self._colour)

    def set_colour(self, colour: QColor) -> None:
        """Draw in another colour; one that is invalid is ignored."""
        if colour.isValid() and colour != self._colour:
            self._colour = QColor(colour)
            self._restyled()

    def labels(self) -> bool:
        """Whether codes are written."""
        return self._labels

    def set_labels(self, labels: bool) -> None:
        """Write codes, or lines only."""
        if labels != self._labels:
            self._labels = labels
            self._restyled()

    def _restyled(self) -> None:
        self.legend().itemsChanged.emit()
        self.styleChanged.emit()
        self.triggerRepaint()

    def createMapRenderer(self, context: QgsRenderContext) -> QgsMapLayerRenderer:
        """A renderer of the present look."""
        from .grid_renderer import GridRenderer, Look

        return GridRenderer(self.id(), context, Look(self.colour(), self._labels, self.opacity()))

    def clone(self) -> "GridLayer":
        """A grid of the same look, as print layouts and map themes ask for."""
        copy = GridLayer()
        QgsMapLayer.clone(self, copy)
        copy._colour, copy._labels = self.colour(), self._labels
        copy.setOpacity(self.opacity())
        return copy

    def setTransformContext(self, context) -> None:
        """Nothing to do: the renderer is given its transformation."""

    def writeXml(self, node: QDomNode, document: QDomDocument, context) -> bool:
        """Save the layer in a project."""
        element = node.toElement()
        element.setAttribute("type", "plugin")
        element.setAttribute("name", TYPE)
        return self.writeSymbology(node, document, "", context)

    def readXml(self, node: QDomNode, context) -> bool:
        """Read the layer from a project; what is missing there keeps its default."""
        return self.readSymbology(node, "", context)

    def writeSymbology(self, node, document, message, context, categories=None) -> bool:
        """Save the look, in a project or a style file."""
        element: QDomElement = document.createElement(TYPE)
        element.setAttribute("colour", self._colour.name())
        element.setAttribute("labels", int(self._labels))
        element.setAttribute("opacity", str(self.opacity()))
        node.appendChild(element)
        self.writeCommonStyle(node.toElement(), document, context)
        return True

    def readSymbology(self, node, message, context, categories=None) -> bool:
        """Read the look; a value that cannot be read is passed over."""
        self.readCommonStyle(node.toElement(), context)
        element = node.namedItem(TYPE).toElement()
        if element.isNull():
            return True
        self.set_colour(QColor(element.attribute("colour")))
        self.set_labels(element.attribute("labels", "1") != "0")
        self.setOpacity(_fraction(element.attribute("opacity")))
        return True


def _fraction(text: str) -> float:
    try:
        return min(1.0, max(0.0, float(text)))
    except ValueError:
        return 1.0


class GridLegend(QgsMapLayerLegend):
    """The kinds of lines, each as it is drawn."""

    def __init__(self, layer: GridLayer) -> None:
        super().__init__(layer)
        self._layer = layer

    def createLayerTreeModelLegendNodes(self, node: QgsLayerTreeLayer) -> list[QgsLayerTreeModelLegendNode]:
        """A row per kind of line."""
        titles = {
            grid_levels.SHEET: QCoreApplication.translate("Kaznedra", "Sheet of 1:100 000"),
            grid_levels.SECTION: QCoreApplication.translate("Kaznedra", "Section, 10′"),
            grid_levels.SUBSECTION: QCoreApplication.translate("Kaznedra", "Subsection, 5′"),
            grid_levels.BLOCK: QCoreApplication.translate("Kaznedra", "Block, 1′"),
        }
        colour = self._layer.colour().name()
        rows = []
        for level, title in titles.items():
            look = {"line_color": colour, "line_width": str(level.line), "line_width_unit": "MM", "capstyle": "flat"}
            row = QgsSymbolLegendNode(node, QgsLegendSymbolItem(QgsLineSymbol.createSimple(look), title, level.name))
            sip.transferto(row, None)  # QGIS deletes the rows; Python must not do so first
            rows.append(row)
        return rows


class GridLayerType(QgsPluginLayerType):
    """What QGIS makes grids by when it reads a project."""

    def __init__(self, show_properties: Optional[Callable[[GridLayer], None]] = None) -> None:
        super().__init__(TYPE)
        self._show_properties = show_properties

    def createLayer(self, uri: str = "") -> GridLayer:
        """A grid with the default look."""
        return GridLayer()

    def showLayerProperties(self, layer: QgsPluginLayer) -> bool:
        """Show the properties window; False where there is none."""
        if self._show_properties is None or not isinstance(layer, GridLayer):
            return False
        self._show_properties(layer)
        return True


_type: Optional[GridLayerType] = None


def register(show_properties: Optional[Callable[[GridLayer], None]] = None) -> None:
    """Let QGIS draw, save and read grids; a project that has lost its grid gets it back.

    `show_properties` opens the window for a double click on the layer.
    """
    global _type
    if _type is not None:
        return
    _type = GridLayerType(show_properties)
    QgsApplication.pluginLayerRegistry().addPluginLayerType(_type)
    project = QgsProject.instance()
    project.writeProject.connect(_remember_on_save)
    project.readProject.connect(_recall_on_open)
    recall(project)


def unregister() -> None:
    """Take the layer type out of QGIS, and with it the grids of the open project, which remembers that it had one."""
    global _type
    if _type is None:
        return
    project = QgsProject.instance()
    project.writeProject.disconnect(_remember_on_save)
    project.readProject.disconnect(_recall_on_open)
    remember(project)
    QgsApplication.pluginLayerRegistry().removePluginLayerType(TYPE)
    _type = None


def grid_of(project: QgsProject) -> Optional[GridLayer]:
    """The grid of a project, if it has one."""
    return next((layer for layer in project.mapLayers().values() if isinstance(layer, GridLayer)), None)


def add_block_grid(project: QgsProject) -> GridLayer:
    """The project's grid; a new one is put on top of the Kaznedra group, or of all layers where there is none.

    The project keeps its CRS: a grid that comes first must not make it geographic.
    """
    present = grid_of(project)
    if present is not None:
        return present
    root = project.layerTreeRoot()
    return _add(project, root.findGroup(GROUP) or root, 0)


def _add(project: QgsProject, group: QgsLayerTreeGroup, place: int) -> GridLayer:
    crs, first = project.crs(), project.count() == 0
    layer = GridLayer()
    project.addMapLayer(layer, False)
    group.insertLayer(place, layer)
    if first:
        QTimer.singleShot(0, lambda: project.setCrs(crs))
    return layer


def remember(project: QgsProject) -> None:
    """Note in the project's own entries whether it has a grid, and its look."""
    layer = grid_of(project)
    if layer is None:
        project.removeEntry(SCOPE, "/grid")
        return
    node = project.layerTreeRoot().findLayer(layer.id())
    project.writeEntry(SCOPE, "/grid/layer", layer.id())
    project.writeEntry(SCOPE, "/grid/name", layer.name())
    project.writeEntry(SCOPE, "/grid/colour", layer.colour().name())
    project.writeEntryBool(SCOPE, "/grid/labels", layer.labels())
    project.writeEntryDouble(SCOPE, "/grid/opacity", layer.opacity())
    project.writeEntryBool(SCOPE, "/grid/visible", node is None or node.itemVisibilityChecked())


def recall(project: QgsProject) -> Optional[GridLayer]:
    """The grid that the project's entries tell of, made anew where the layer itself was lost; else None."""
    lost, told = project.readEntry(SCOPE, "/grid/layer", "")
    if not told or grid_of(project) is not None:
        return None
    node = project.layerTreeRoot().findLayer(lost)
    if node is None:
        layer = add_block_grid(project)
    else:
        group = node.parent()
        layer = _add(project, group, group.children().index(node))
        group.removeChildNode(node)
    layer.setName(project.readEntry(SCOPE, "/grid/name", layer.name())[0])
    layer.set_colour(QColor(project.readEntry(SCOPE, "/grid/colour", "")[0]))
    layer.set_labels(project.readBoolEntry(SCOPE, "/grid/labels", True)[0])
    layer.setOpacity(project.readDoubleEntry(SCOPE, "/grid/opacity", 1.0)[0])
    node = project.layerTreeRoot().findLayer(layer.id())
    node.setItemVisibilityChecked(project.readBoolEntry(SCOPE, "/grid/visible", True)[0])
    return layer


def _remember_on_save(document: QDomDocument) -> None:
    remember(QgsProject.instance())


def _recall_on_open(document: QDomDocument) -> None:
    recall(QgsProject.instance())
