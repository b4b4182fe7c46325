"""The dock Kaznedra. What is in it is made once QGIS is idle, so that the plugin does not hold up QGIS's start."""

from typing import Any, Optional

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QEvent, QObject, QSize, Qt, QTimer
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QStackedWidget

from ..settings import Settings
from .icons import icon

ROOMY = 1200
"""Width of a window that has room for more than the docks' least widths, in pixels"""


class Frame(QStackedWidget):
    """Holds the panel: never narrower than its rows can be read, and at first as wide as they like."""

    def minimumSizeHint(self) -> QSize:
        """Room for the icons of the states and some letters of the titles."""
        smallest = super().minimumSizeHint()
        return QSize(max(self.fontMetrics().averageCharWidth() * 34, smallest.width()), smallest.height())

    def sizeHint(self) -> QSize:
        """Room for titles, features, ages and states."""
        return QSize(self.fontMetrics().averageCharWidth() * 72, super().sizeHint().height())


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
        from .panel import Panel

        self.panel = Panel(self._iface, self._settings, self.frame)
        self.frame.addWidget(self.panel)
        self.panel.begin()

    def showEvent(self, event: QShowEvent) -> None:
        """Take a good width the first time that the window has room; QGIS remembers the user's from then on."""
        super().showEvent(event)
        self._iface.mainWindow().installEventFilter(self)
        QTimer.singleShot(0, self._take_width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the window become roomy."""
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self._take_width)
        return super().eventFilter(watched, event)

    def _take_width(self) -> None:
        from . import memory

        window = self._iface.mainWindow()
        if self._action is None or memory.was_placed():
            window.removeEventFilter(self)
            return
        if not self.isVisible() or window.width() < ROOMY:
            return
        memory.remember_placed()
        others = [dock for dock in window.findChildren(QDockWidget) if dock is not self and dock.isVisible()]
        widths = [dock.width() for dock in others]
        # named with their widths, the others keep them; the room is the map's
        good = min(self.frame.sizeHint().width(), window.width() * 3 // 10)
        window.resizeDocks([*others, self], [*widths, good], Qt.Orientation.Horizontal)

    def uninstall(self) -> None:
        """Stop what runs and take everything out again."""
        self._iface.mainWindow().removeEventFilter(self)
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

    def follow_settings(self) -> None:
        """Say and judge everything by the settings as they are now."""
        self.retranslate()
        if self.panel is not None:
            self.panel.reload()
