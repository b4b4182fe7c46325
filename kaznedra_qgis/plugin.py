"""Installs the plugin's parts in QGIS, and takes them out again in reverse."""

from contextlib import ExitStack
from typing import Callable

from qgis.core import QgsApplication

from . import i18n
from .settings import Settings

Undo = Callable[[], None]


class KaznedraPlugin:
    """What QGIS loads: `initGui` on the desktop, `initProcessing` in qgis_process, `unload` at the end."""

    def __init__(self, iface) -> None:
        self.iface = iface
        self.settings = Settings()
        self.dock = None
        self.provider = None
        self._installed = ExitStack()

    def initGui(self) -> None:
        """Install everything; no network and no file of the user's is touched."""
        for install in (self._translation, self._provider, self._grid_layer, self._options, self._dock):
            self._installed.callback(install())

    def initProcessing(self) -> None:
        """Install what Processing needs without a desktop."""
        for install in (self._translation, self._provider):
            self._installed.callback(install())

    def unload(self) -> None:
        """Leave nothing behind."""
        self._installed.close()

    def _translation(self) -> Undo:
        i18n.install(self.settings.language)
        return i18n.remove

    def _provider(self) -> Undo:
        from .processing.provider import KaznedraProvider

        self.provider = KaznedraProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)
        return self._remove_provider

    def _remove_provider(self) -> None:
        provider, self.provider = self.provider, None
        QgsApplication.processingRegistry().removeProvider(provider)

    def _grid_layer(self) -> Undo:
        from .mapping import grid_layer

        grid_layer.register(self._show_grid_properties)
        return grid_layer.unregister

    @staticmethod
    def _show_grid_properties(layer) -> None:
        from .gui.grid_properties import show_grid_properties

        show_grid_properties(layer)

    def _options(self) -> Undo:
        from .gui.options import OptionsFactory

        factory = OptionsFactory(self.settings, self._settings_changed)
        self.iface.registerOptionsWidgetFactory(factory)
        return lambda: self.iface.unregisterOptionsWidgetFactory(factory)

    def _dock(self) -> Undo:
        from .gui.dock import Dock

        self.dock = Dock(self.iface, self.settings)
        self.dock.install()
        return self._remove_dock

    def _remove_dock(self) -> None:
        dock, self.dock = self.dock, None
        if dock is not None:
            dock.uninstall()

    def _settings_changed(self) -> None:
        i18n.install(self.settings.language)
        if self.provider is not None:
            self.provider.refreshAlgorithms()
        if self.dock is not None:
            self.dock.follow_settings()
