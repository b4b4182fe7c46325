"""Styles kept in the workspace, so that the file carries its look wherever QGIS opens it."""

import os
from pathlib import Path

from qgis.core import QgsVectorLayer

REVISION = 1
"""Raise it when a style changes, so that workspaces get the new one"""


def name(language: str) -> str:
    """Name of the plugin's own style in a workspace."""
    return f"Kaznedra ({language})"


def stored(workspace_path: Path) -> dict[str, dict[str, str]]:
    """Per table, the names and descriptions of stored styles; the default's name stands under the empty name too."""
    table = QgsVectorLayer(f"{workspace_path}|layername=layer_styles|option:QGIS_FORCE_WAL=ON", "", "ogr")
    styles: dict[str, dict[str, str]] = {}
    if not table.isValid():
        return styles
    for row in table.getFeatures():
        of_table = styles.setdefault(str(row["f_table_name"]), {})
        of_table[str(row["styleName"])] = str(row["description"])
        if row["useAsDefault"]:
            of_table[""] = str(row["styleName"])
    return styles


def users_own(styles: dict[str, str]) -> bool:
    """Whether the default among a table's stored styles was made by the user."""
    return not styles.get("", name("")).startswith("Kaznedra (")


def save(layer: QgsVectorLayer, language: str, styles: dict[str, str]) -> bool:
    """Make the layer's style the default of its table; False where nothing was written.

    Nothing is written when the same stands there already, over a default of the user's own, or in a workspace that
    cannot be written: the project then keeps the style, and the workspace opens without it elsewhere.
    """
    path, described = layer.source().split("|")[0], _description(language)
    unchanged = styles.get(name(language)) == described and styles.get("") == name(language)
    if unchanged or users_own(styles) or not os.access(path, os.W_OK):
        return False
    if name(language) in styles:
        _delete(layer, name(language))
    failure = layer.saveStyleToDatabase(name(language), described, True, "")
    return not (failure[-1] if isinstance(failure, tuple) else failure)


def _description(language: str) -> str:
    return f"Kaznedra for QGIS, {language}, revision {REVISION}"


def _delete(layer: QgsVectorLayer, style: str) -> None:
    """QGIS 3.22 asks in a modal dialog before it overwrites a style, so none of that name may be left."""
    own, ids, names, *_ = layer.listStylesInDatabase()
    for number, each in zip(ids[:own], names[:own]):  # those of other tables follow
        if each == style:
            layer.deleteStyleFromDatabase(number)
