"""The country base map of the demo as layers under everything else: quiet, so that the themes stand out."""

from pathlib import Path

from qgis.core import (
    QgsCoordinateTransform,
    QgsFillSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor, QFont

TITLES = {
    "group": {"en": "Base map", "ru": "Основа карты", "kk": "Негізгі карта"},
    "cities": {"en": "Cities", "ru": "Города", "kk": "Қалалар"},
    "regions": {"en": "Regions", "ru": "Области", "kk": "Облыстар"},
    "waters": {"en": "Waters", "ru": "Водоёмы", "kk": "Сулар"},
    "country": {"en": "Kazakhstan", "ru": "Казахстан", "kk": "Қазақстан"},
    "neighbours": {"en": "Neighbours", "ru": "Соседние страны", "kk": "Көршілес елдер"},
}
MARGIN = 1.03


def _symbols():
    """In drawing order, the top first."""
    return {
        "cities": QgsMarkerSymbol.createSimple({"color": "#4a4a4a", "outline_color": "#ffffff", "size": "1.6"}),
        "regions": QgsFillSymbol.createSimple({"style": "no", "outline_color": "#b9b1a4", "outline_width": "0.2"}),
        "waters": QgsFillSymbol.createSimple({"color": "#cfe2ee", "outline_color": "#a9c9dc", "outline_width": "0.1"}),
        "country": QgsFillSymbol.createSimple({"color": "#fbf8f0", "outline_color": "#8d8577", "outline_width": "0.5"}),
        "neighbours": QgsFillSymbol.createSimple(
            {"color": "#eceae5", "outline_color": "#cfcac0", "outline_width": "0.2"}
        ),
    }


def add_base_map(project: QgsProject, path: Path) -> None:
    """Add the layers of `path` in a group below all others, titled in the plugin's language."""
    from kaznedra_qgis import i18n

    speaks = i18n.language()
    group = project.layerTreeRoot().addGroup(TITLES["group"][speaks])
    group.setExpanded(False)
    for name, symbol in _symbols().items():
        layer = QgsVectorLayer(f"{path}|layername={name}", TITLES[name][speaks], "ogr")
        if not layer.isValid():
            raise RuntimeError(f"the base map has no layer {name}: {path}")
        layer.setRenderer(QgsSingleSymbolRenderer(symbol))
        layer.setCustomProperty("base_map", name)
        if name == "cities":
            _label(layer, f"name_{speaks}")
        project.addMapLayer(layer, False)
        group.addLayer(layer)


def _label(layer: QgsVectorLayer, field: str) -> None:
    style = QgsTextFormat()
    style.setFont(QFont("DejaVu Sans"))
    style.setSize(7)
    style.setColor(QColor("#4a4a4a"))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.7)
    halo.setColor(QColor("#fbf8f0"))
    style.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = field
    settings.setFormat(style)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def country_extent(project: QgsProject) -> QgsRectangle:
    """The country with a margin, in the project's CRS."""
    country = next(layer for layer in project.mapLayers().values() if layer.customProperty("base_map") == "country")
    extent = QgsCoordinateTransform(country.crs(), project.crs(), project).transformBoundingBox(country.extent())
    extent.scale(MARGIN)
    return extent
