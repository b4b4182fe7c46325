"""What a map sheet shows: the blocks applied for over the data of the workspace, in a project of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsMapLayer,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsRenderContext,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)

from ..compat import allow_overlap
from ..mapping import base_map, labels, layers, symbols
from ..mapping.grid_layer import GridLayer
from ..subsoil.blocks import bounds, outline
from ..subsoil.catalogue import Catalogue
from .content import ApplicationContent
from .wording import Wording, inert

SCALES = (
    5_000,
    10_000,
    20_000,
    25_000,
    50_000,
    75_000,
    100_000,
    150_000,
    200_000,
    300_000,
    500_000,
    1_000_000,
    2_500_000,
    5_000_000,
)
_MINUTE_M = 1852.0
"""Height of a block on the ground, within 0.5 %"""


@dataclass
class Drawn:
    """The project, which owns the layers, and these from the top of the map down."""

    project: QgsProject
    own: list[QgsMapLayer] = field(default_factory=list)
    """The application's own layers"""
    grid: Optional[QgsMapLayer] = None
    """The lines of the block grid"""
    themes: list[QgsVectorLayer] = field(default_factory=list)
    ground: list[QgsVectorLayer] = field(default_factory=list)
    place: Optional[QgsMapLayer] = None
    """A mark where the plot lies, for the overview"""

    @property
    def areas(self) -> list[QgsVectorLayer]:
        """Themes and ground but for points, from whose symbols labels keep their distance."""
        points = QgsWkbTypes.GeometryType.PointGeometry
        found = [layer for layer in (*self.themes, *self.ground) if layer.isSpatial()]
        return [
            layer for layer in found if layer.geometryType() != points and layer.renderer().symbols(QgsRenderContext())
        ]


def add_ground(drawn: Drawn, content: ApplicationContent, catalogue: Catalogue, wording: Wording) -> None:
    """Add the country, the grid and what is applied for, in the language that the plugin's translator speaks."""
    project = drawn.project
    project.setCrs(map_crs(content))
    project.metadata().setTitle(content.name)
    base_map.add_base_map(project)
    found = base_map.find_base_map(project)
    drawn.ground = [node.layer() for node in found.findLayers()] if found else []
    drawn.own = [
        _corners(content, catalogue, wording),
        _outline(content, wording),
        _blocks(content, wording),
    ]
    drawn.grid = grid = GridLayer()
    grid.set_labels(False)
    drawn.place = _place(content)
    project.addMapLayers([*drawn.own, grid, drawn.place], False)


def add_themes(
    drawn: Drawn, content: ApplicationContent, workspace: Optional[Path], language: str, themes: Sequence[str]
) -> None:
    """Add those of the themes, below what is there, of which the application knows a snapshot in the workspace."""
    if workspace is not None:
        known = {rest.theme for rest in content.sources if rest.snapshot} & set(themes)
        opened = layers.open_for_print(workspace, known, language)
        drawn.project.addMapLayers(opened, False)
        drawn.themes += opened


def map_crs(content: ApplicationContent) -> QgsCoordinateReferenceSystem:
    """The UTM zone of WGS 84 that the middle of the blocks lies in: true to shape."""
    west, _, east, _ = bounds(content.blocks)
    return QgsCoordinateReferenceSystem(f"EPSG:{32600 + int((west + east) / 120 // 6) + 31}")


def fitting_scale(content: ApplicationContent, width_mm: float, height_mm: float) -> int:
    """The largest of SCALES at which the blocks and a margin of a sixth on each side fit on so much paper."""
    from math import cos, radians

    west, south, east, north = bounds(content.blocks)
    across = (east - west) * _MINUTE_M * cos(radians(south / 60))
    down = (north - south) * _MINUTE_M
    needed = max(across / width_mm, down / height_mm) * 1000 * 1.5
    return next((scale for scale in SCALES if scale >= needed), SCALES[-1])


def geometry(shape: Any) -> QgsGeometry:
    """A shapely geometry as QGIS has it."""
    made = QgsGeometry()
    made.fromWkb(shape.wkb)
    return made


def _layer(kind: str, fields: str, title: str, datum: str, features: Iterable[tuple[QgsGeometry, list]]) -> Any:
    layer = QgsVectorLayer(f"{kind}?crs={datum}&{fields}", title, "memory")
    made = []
    for shape, values in features:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(shape)
        feature.setAttributes(values)
        made.append(feature)
    layer.dataProvider().addFeatures(made)
    layer.updateExtents()
    return layer


def _blocks(content: ApplicationContent, wording: Wording) -> QgsVectorLayer:
    rows = []
    for block in content.ordered:
        west, south, east, north = (edge / 60 for edge in (block.lon, block.lat, block.lon + 1, block.lat + 1))
        rows.append((QgsGeometry.fromRect(QgsRectangle(west, south, east, north)), [int(block in content.partial)]))
    layer = _layer("Polygon", "field=partial:integer", wording.say("map_applied"), content.scheme.datum, rows)
    rim = symbols.stroke(symbols.WHITE, 0.3)
    whole = symbols.area(symbols.fill(content.colour, 0.45), rim)
    hatched = symbols.hatch(content.colour, 45, 1.6, 0.5)
    partly = symbols.area(symbols.fill(content.colour, 0.2), hatched, rim.clone())
    categories = [QgsRendererCategory(0, whole, inert(wording.say("map_applied")))]
    if content.partial:
        categories.append(QgsRendererCategory(1, partly, inert(wording.say("map_applied_partial"))))
    layer.setRenderer(QgsCategorizedSymbolRenderer("partial", categories))
    return layer


def _outline(content: ApplicationContent, wording: Wording) -> QgsVectorLayer:
    shapes = [(geometry(part), []) for part in outline(content.ordered).geoms]
    layer = _layer("Polygon", "", wording.say("map_outline"), content.scheme.datum, shapes)
    layer.setRenderer(QgsSingleSymbolRenderer(symbols.area(symbols.stroke("#000000", 0.7))))
    return layer


def _corners(content: ApplicationContent, catalogue: Catalogue, wording: Wording) -> QgsVectorLayer:
    several = any(corner.plot > 1 or corner.contour for corner in catalogue.corners)
    rows = []
    for corner in catalogue.corners:
        name = corner_name(corner, several)
        rows.append((QgsGeometry.fromPointXY(QgsPointXY(*(each / 60 for each in corner.minutes))), [name]))
    layer = _layer("Point", "field=name:string", wording.say("map_corner"), content.scheme.datum, rows)
    dot = symbols.point(symbols.shape("circle", "#000000", 1.4, outline=symbols.WHITE, outline_width=0.25))
    layer.setRenderer(QgsSingleSymbolRenderer(dot))
    _label(layer, '"name"', 7.5, "OrderedPositionsAroundPoint", bold=True)
    return layer


def corner_name(corner: Any, several: bool) -> str:
    """What a corner is called on the sheet: its number, after those of its plot and inner contour where need be."""
    if not several:
        return str(corner.number)
    return f"{corner.plot}{f'/{corner.contour}' if corner.contour else ''}-{corner.number}"


def _place(content: ApplicationContent) -> QgsVectorLayer:
    west, south, east, north = bounds(content.blocks)
    middle = QgsGeometry.fromPointXY(QgsPointXY((west + east) / 120, (south + north) / 120))
    layer = _layer("Point", "", "", content.scheme.datum, [(middle, [])])
    mark = symbols.shape("square", symbols.RED, 3.2, outline=symbols.WHITE, outline_width=0.5)
    layer.setRenderer(QgsSingleSymbolRenderer(symbols.point(mark)))
    return layer


def _label(layer: QgsVectorLayer, text: str, size: float, where: str, bold: bool = False) -> None:
    made = labels.settings(labels.Label(text, 0, size=size, bold=bold, placement=where, priority=9))
    allow_overlap(made)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(made))
    layer.setLabelsEnabled(True)
