"""What the themes are called, in the language in force."""

from qgis.PyQt.QtCore import QCoreApplication


def theme_title(name: str) -> str:
    """Title of a theme; a name that is no theme is returned as it is."""
    titles = {
        "licences": QCoreApplication.translate("Kaznedra", "Licences"),
        "licence_applications": QCoreApplication.translate("Kaznedra", "Pending applications"),
        "deposits": QCoreApplication.translate("Kaznedra", "Deposits"),
        "restricted_areas": QCoreApplication.translate("Kaznedra", "Restricted areas"),
        "state_programme_areas": QCoreApplication.translate("Kaznedra", "State programme areas"),
        "liquidation_areas": QCoreApplication.translate("Kaznedra", "Liquidation areas"),
        "technogenic_formations": QCoreApplication.translate("Kaznedra", "Technogenic formations"),
        "blocks": QCoreApplication.translate("Kaznedra", "Blocks of the platform"),
    }
    return titles.get(name, name)
