"""The dock Kaznedra. What is in it is made once QGIS is idle, so that the plugin does not hold up QGIS's start."""

from typing import Any, Optional

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QSize, Qt, QTimer
from qgis.PyQt.QtWidgets import QAction, QStackedWidget, QWidget

from ..settings import Settings
from .icons import icon


class Frame(QStackedWidget):
    """Holds the panel: never narrower than its rows can be read, and at first as wide as they like."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 32)

    def sizeHint(self) -> QSize:
        """Room for titles, features and states."""
        return QSize(self.fontMetrics().averageCharWidth() * 52, super().sizeHint().height())


class Dock(QgsDockWidget):
    """`panel` is None until QGIS was idle after `install`."""

    def __init__(self, iface: Any, settings: Settings) -> None:
        super().__init__("Kaznedra", iface.mainWindow())
        self.setObjectName("KaznedraDock")
        self._iface, self._settings = iface, settings
        self.panel: Any = None
        self._action: Optional[QAction] = None
        self.frame = Frame(self)
        self.setWidget(self.frame)

    def install(self) -> None:
        """Put the dock into the window, and an action that shows it into menu and toolbar."""
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self)
        self._action = self.toggleViewAction()
        self._action.setIcon(icon("kaznedra"))
        self._iface.addPluginToMenu("Kaznedra", self._action)
        self._iface.addToolBarIcon(self._action)
        QTimer.singleShot(0, self._fill)

    def _fill(self) -> None:
        if self._action is None or self.panel is not None:
            return
        from . import memory
        from .panel import Panel

        self.panel = Panel(self._iface, self._settings, self.frame)
        self.frame.addWidget(self.panel)
        if not memory.was_placed() and self.isVisible():
            self._iface.mainWindow().resizeDocks([self], [self.frame.sizeHint().width()], Qt.Orientation.Horizontal)
            memory.remember_placed()
        self.panel.begin()

    def uninstall(self) -> None:
        """Stop what runs and take everything out again."""
        if self.panel is not None:
            self.panel.end()
        self._iface.removePluginMenu("Kaznedra", self._action)
        self._iface.removeToolBarIcon(self._action)
        self._action = None
        self._iface.removeDockWidget(self)
        self.deleteLater()

    def retranslate(self) -> None:
        """Say everything in the language in force, here and on the map."""
        if self.panel is not None:
            self.panel.retranslate()
            self.panel.map.restyle()
