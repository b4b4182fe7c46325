"""What can be done with a theme of the list, as its context menu."""

from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QObject, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QMenu, QWidget

from .condition import Standing
from .map_link import MapLink
from .notices import Notices
from .theme_model import GRID, Row


class ThemeMenu(QObject):
    """`sync_wanted` gives a theme, and whether what its source changed is accepted; `disagreements_wanted` a theme."""

    sync_wanted = pyqtSignal(str, bool)
    disagreements_wanted = pyqtSignal(str)

    def __init__(self, iface: Any, map_link: MapLink, notices: Notices, parent: QWidget) -> None:
        super().__init__(parent)
        self._iface, self._map, self._notices, self._parent = iface, map_link, notices, parent

    def show(self, row: Row, where: QPoint, is_syncing: bool) -> None:
        """Open the menu of a row; while a sync runs, none is offered."""
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layer = self._map.layer(row.name)
        if layer is not None and row.name != GRID:
            menu.addAction(QCoreApplication.translate("Kaznedra", "&Zoom to the layer"), lambda: self._map.zoom(layer))
            menu.addAction(
                QCoreApplication.translate("Kaznedra", "Open the attribute &table"),
                lambda: self._iface.showAttributeTable(layer),
            )
        if row.standing is not None:
            self._add_pulls(menu, row.name, row.standing, is_syncing)
            menu.addAction(
                QCoreApplication.translate("Kaznedra", "&Why this state?"),
                lambda: self._notices.show_text(row.standing.tip),
            )
        if menu.actions():
            menu.popup(where)

    def _add_pulls(self, menu: QMenu, theme: str, standing: Standing, is_syncing: bool) -> None:
        sync = menu.addAction(
            QCoreApplication.translate("Kaznedra", "&Sync only this theme"), lambda: self.sync_wanted.emit(theme, False)
        )
        sync.setEnabled(not is_syncing)
        if standing.may_be_accepted and not is_syncing:
            menu.addAction(
                QCoreApplication.translate("Kaznedra", "Pull again and &accept what the source changed"),
                lambda: self.sync_wanted.emit(theme, True),
            )
        if standing.codes and standing.codes.disagree:
            menu.addAction(
                QCoreApplication.translate("Kaznedra", "Show where &codes and geometry disagree"),
                lambda: self.disagreements_wanted.emit(theme),
            )
