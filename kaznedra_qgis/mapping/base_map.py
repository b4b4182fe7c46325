"""A calm country map from the world map that QGIS ships, for projects that have none.

Source: Natural Earth as in QGIS's resources/data/world_map.gpkg. Its regions are those from before the reform of
2022, which divided Almaty, East Kazakhstan and Karaganda; where two regions of today share an outline, both are named.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QColor

from . import rules
from .expressions import column, literal, word_of
from .labels import Label, labeling
from .rules import Entry
from .symbols import area, fill, stroke, whole

COUNTRY = QgsRectangle(46.49, 40.59, 87.35, 55.45)
"""Extent of Kazakhstan in EPSG:4326 (EPSG area 1131)"""
MARK = "kaznedra/base_map"
"""Custom property by which the group and the layers of the base map are known"""

WATER, LAND = "#DCE6EC", "#FBF9F4"
"""Colours of what is under the country, and of the country"""
_ABROAD = "#EFEDE7"
_COUNTRY_LINE, _REGION_LINE, _BAND = "#8B857A", "#C3BCAF", "#C9BFAE"
_REGIONS = ("states_provinces", "\"sov_a3\" = 'KAZ'")


def add_base_map(project: QgsProject) -> Optional[QgsLayerTreeGroup]:
    """Put the country at the bottom of the map, on the colour of water; None where QGIS has no world map.

    In an empty project it also sets the project's CRS, where none is set, to EPSG:4326. A base map that is there
    already is returned as it is.
    """
    present = find_base_map(project)
    if present is not None or not world_map().is_file():
        return present
    layers = [layer for layer in (_regions(), _countries()) if layer.isValid()]
    if not layers:
        return None
    group = project.layerTreeRoot().addGroup("")
    group.setCustomProperty(MARK, True)
    if not project.mapLayers():
        project.setBackgroundColor(QColor(WATER))
        if not project.crs().isValid():
            project.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    for layer in layers:
        layer.setReadOnly(True)
        project.addMapLayer(layer, False)
        group.addLayer(layer).setExpanded(False)
    restyle(project)
    group.setExpanded(False)
    return group


def find_base_map(project: QgsProject) -> Optional[QgsLayerTreeGroup]:
    """The group of the base map, None where there is none."""
    found = (group for group in project.layerTreeRoot().findGroups(True) if group.customProperty(MARK))
    return next(found, None)


def restyle(project: QgsProject) -> None:
    """Name everything on the base map in the language that the plugin's translator speaks."""
    group = find_base_map(project)
    if group is None:
        return
    group.setName(QCoreApplication.translate("Kaznedra", "Base map"))
    dress = {"regions": _dress_regions, "countries": _dress_countries}
    for node in group.findLayers():
        layer = node.layer()
        if layer is not None and layer.customProperty(MARK) in dress:
            dress[layer.customProperty(MARK)](layer)
            layer.setMapTipTemplate("")
            layer.triggerRepaint()


def remove(project: QgsProject) -> None:
    """Take the base map out of the project."""
    group = find_base_map(project)
    if group is not None:
        project.removeMapLayers([node.layerId() for node in group.findLayers() if _is_ours(node)])
        if not group.children():
            group.parent().removeChildNode(group)


def world_map() -> Path:
    """Where QGIS keeps its world map."""
    return Path(QgsApplication.pkgDataPath()) / "resources" / "data" / "world_map.gpkg"


def _is_ours(node: QgsLayerTreeLayer) -> bool:
    return node.layer() is not None and bool(node.layer().customProperty(MARK))


def _layer(table: str, subset: str, mark: str) -> QgsVectorLayer:
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False
    layer = QgsVectorLayer(f"{world_map()}|layername={table}|subset={subset}", table, "ogr", options)
    layer.setCustomProperty(MARK, mark)
    return layer


def _regions() -> QgsVectorLayer:
    return _layer(*_REGIONS, "regions")


def _countries() -> QgsVectorLayer:
    codes = ", ".join(literal(code) for code in ("KAZ", *_neighbours()))
    return _layer("countries", f'"ISO_A3" IN ({codes})', "countries")


def _dress_regions(layer: QgsVectorLayer) -> None:
    layer.setName(QCoreApplication.translate("Kaznedra", "Regions (outlines from before 2022)"))
    border = area(stroke(_REGION_LINE, 0.2))
    name = Label(
        word_of("name", _region_names()),
        14_000_000,
        nearest=900_000,
        size=7.5,
        colour="#8D8678",
        priority=1,
        spacing=0.4,
        within=True,
    )
    _dress(layer, [Entry("region", "", "", border)], [name])


def _dress_countries(layer: QgsVectorLayer) -> None:
    layer.setName(QCoreApplication.translate("Kaznedra", "Kazakhstan and its neighbours"))
    home = f"{column('ISO_A3')} = 'KAZ'"
    land = area(whole(area(fill(LAND, 1), stroke(_BAND, 2.6, opacity=0.35, inside=True), stroke(_COUNTRY_LINE, 0.6))))
    abroad = area(fill(_ABROAD, 1), stroke(_REGION_LINE, 0.2))
    entries = [
        Entry("kazakhstan", QCoreApplication.translate("Kaznedra", "Kazakhstan"), home, land),
        Entry("neighbours", QCoreApplication.translate("Kaznedra", "Neighbouring countries"), f"NOT ({home})", abroad),
    ]
    name = Label(
        word_of("ISO_A3", _neighbours()),
        30_000_000,
        f"NOT ({home})",
        nearest=2_000_000,
        size=9,
        colour="#A8A296",
        priority=0,
        spacing=1.2,
    )
    _dress(layer, entries, [name])


def _dress(layer: QgsVectorLayer, entries: Sequence[Entry], labels: Sequence[Label]) -> None:
    layer.setRenderer(rules.renderer(entries, off=rules.switched_off(layer.renderer())))
    layer.setLabeling(labeling(labels))
    layer.setLabelsEnabled(True)


def _neighbours() -> Mapping[str, str]:
    return {
        "RUS": QCoreApplication.translate("Kaznedra", "Russia"),
        "CHN": QCoreApplication.translate("Kaznedra", "China"),
        "KGZ": QCoreApplication.translate("Kaznedra", "Kyrgyzstan"),
        "UZB": QCoreApplication.translate("Kaznedra", "Uzbekistan"),
        "TKM": QCoreApplication.translate("Kaznedra", "Turkmenistan"),
        "TJK": QCoreApplication.translate("Kaznedra", "Tajikistan"),
        "MNG": QCoreApplication.translate("Kaznedra", "Mongolia"),
        "AFG": QCoreApplication.translate("Kaznedra", "Afghanistan"),
        "IRN": QCoreApplication.translate("Kaznedra", "Iran"),
        "AZE": QCoreApplication.translate("Kaznedra", "Azerbaijan"),
        "ARM": QCoreApplication.translate("Kaznedra", "Armenia"),
        "GEO": QCoreApplication.translate("Kaznedra", "Georgia"),
        "UKR": QCoreApplication.translate("Kaznedra", "Ukraine"),
    }


def _region_names() -> Mapping[str, str]:
    return {
        "Aqmola": QCoreApplication.translate("Kaznedra", "Akmola region"),
        "Aqtöbe": QCoreApplication.translate("Kaznedra", "Aktobe region"),
        "Almaty": QCoreApplication.translate("Kaznedra", "Almaty and Zhetisu regions"),
        "Almaty City": QCoreApplication.translate("Kaznedra", "Almaty"),
        "Astana": QCoreApplication.translate("Kaznedra", "Astana"),
        "Atyrau": QCoreApplication.translate("Kaznedra", "Atyrau region"),
        "Baykonur lease in Qyzylorda": QCoreApplication.translate("Kaznedra", "Baikonur"),
        "East Kazakhstan": QCoreApplication.translate("Kaznedra", "East Kazakhstan and Abai regions"),
        "Mangghystau": QCoreApplication.translate("Kaznedra", "Mangystau region"),
        "North Kazakhstan": QCoreApplication.translate("Kaznedra", "North Kazakhstan region"),
        "Pavlodar": QCoreApplication.translate("Kaznedra", "Pavlodar region"),
        "Qaraghandy": QCoreApplication.translate("Kaznedra", "Karaganda and Ulytau regions"),
        "Qostanay": QCoreApplication.translate("Kaznedra", "Kostanay region"),
        "Qyzylorda": QCoreApplication.translate("Kaznedra", "Kyzylorda region"),
        "South Kazakhstan": QCoreApplication.translate("Kaznedra", "Turkistan region and Shymkent"),
        "West Kazakhstan": QCoreApplication.translate("Kaznedra", "West Kazakhstan region"),
        "Zhambyl": QCoreApplication.translate("Kaznedra", "Zhambyl region"),
    }
