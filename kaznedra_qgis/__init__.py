"""Kaznedra for QGIS: exploration licence and deposit data of Kazakhstan."""


def classFactory(iface):
    """The plugin, or where a library it stands on is missing, a stand-in that says so and offers to install it."""
    from . import dependencies

    missing = dependencies.missing()
    if missing:
        from .gui.missing import MissingLibraries

        return MissingLibraries(iface, missing)
    from .plugin import KaznedraPlugin

    return KaznedraPlugin(iface)
