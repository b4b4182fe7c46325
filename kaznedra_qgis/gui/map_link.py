"""Ties the list of themes to the layers of the open project: what is on the map, and switching it."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsLayerTreeLayer, QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from .. import i18n
from .theme_model import GRID


class MapLink(QObject):
    """`changed` tells, once per turn of the event loop, that layers came, went, or were switched on or off."""

    changed = pyqtSignal()

    def __init__(self, iface: Any, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.changed)

    def _signals(self) -> tuple:
        project = QgsProject.instance()
        return (
            project.layersAdded,
            project.layersRemoved,
            project.readProject,
            project.cleared,
            project.layerTreeRoot().visibilityChanged,
        )

    def connect_project(self) -> None:
        """Listen to the project."""
        for signal in self._signals():
            signal.connect(self._note)

    def disconnect_project(self) -> None:
        """Listen no more."""
        for signal in self._signals():
            signal.disconnect(self._note)
        self._soon.stop()

    def _note(self, *_args: Any) -> None:
        self._soon.start()

    def layer(self, name: str) -> Optional[QgsMapLayer]:
        """The layer of a theme or of the block grid, None where the project has none."""
        from ..mapping import grid_layer, layers

        project = QgsProject.instance()
        if name == GRID:
            return grid_layer.grid_of(project)
        return next((found for found in layers.theme_layers(project) if theme_of(found) == name), None)

    def _node(self, name: str) -> Optional[QgsLayerTreeLayer]:
        layer = self.layer(name)
        return QgsProject.instance().layerTreeRoot().findLayer(layer.id()) if layer is not None else None

    def visible(self, names: Iterable[str]) -> set[str]:
        """Those of the names whose layer is switched on, groups above it included."""
        nodes = {name: self._node(name) for name in names}
        return {name for name, node in nodes.items() if node is not None and node.isVisible()}

    def switch(self, name: str, on: bool, workspace: Optional[Path]) -> None:
        """Switch a layer on or off; one that is missing is added first."""
        node = self._node(name)
        if node is None and on:
            self._add(name, workspace)
            node = self._node(name)
        if node is None:
            self._note()
        elif on:
            node.setItemVisibilityCheckedParentRecursive(True)
        else:
            node.setItemVisibilityChecked(False)

    def _add(self, name: str, workspace: Optional[Path]) -> None:
        if name == GRID:
            from ..mapping import grid_layer

            grid_layer.add_block_grid(QgsProject.instance())
        elif workspace is not None:
            self.show_themes(workspace, [name])

    def show_themes(self, workspace: Path, themes: Iterable[str]) -> None:
        """Put themes of a workspace on the map, and read those that are on it anew."""
        from ..mapping import layers

        layers.add_theme_layers(QgsProject.instance(), workspace, list(themes), i18n.language())

    def show_as_of(
        self, moment: str, subsets: Optional[Mapping[str, Optional[str]]], told: str = "", partly: Iterable[str] = ()
    ) -> None:
        """Show the themes on the map as of a moment; None for `subsets`: as they are now."""
        from ..mapping import layers

        layers.show_as_of(QgsProject.instance(), moment, subsets, told, partly)

    def show_source(self, source: str, title: str) -> None:
        """Show the features of one source only, as they are now; '': those of all."""
        from ..mapping import layers

        layers.show_source(QgsProject.instance(), source, title)

    def shown(self, workspace: Optional[Path]) -> tuple[str, str]:
        """The moment and the only source of the workspace that the map shows, each empty where it is now, or all."""
        from ..mapping import layers

        project = QgsProject.instance()
        if any(layers.workspace_of(layer) != workspace for layer in layers.theme_layers(project)):
            return "", ""
        return layers.moment_shown(project), layers.source_shown(project)

    def prepare(self, workspace: Path, themes: Iterable[str]) -> None:
        """Have the workspace on the map: `themes` where there is nothing of the plugin's yet."""
        from ..mapping import layers

        on_it = layers.theme_layers(QgsProject.instance())
        if not on_it or any(layers.workspace_of(layer) != workspace for layer in on_it):
            self.show_themes(workspace, [] if on_it else themes)

    def restyle(self) -> None:
        """Say everything on the map in the language in force."""
        from ..mapping import layers

        layers.restyle(QgsProject.instance(), i18n.language())

    def zoom(self, layer: QgsMapLayer) -> None:
        """Show all of a layer."""
        self._iface.setActiveLayer(layer)
        self._iface.zoomToActiveLayer()

    def shown_themes(self) -> list[str]:
        """Themes that have a layer in the project."""
        from ..mapping import layers

        return [theme_of(layer) for layer in layers.theme_layers(QgsProject.instance())]


def theme_of(layer: QgsMapLayer) -> str:
    """The theme that a layer shows."""
    from ..mapping import layers

    return str(layer.customProperty(layers.THEME_PROPERTY, ""))
