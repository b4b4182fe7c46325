"""Symbols built from QGIS's own symbol layers, by the property names of its style files. Lengths are millimetres."""

from collections.abc import Sequence
from typing import Optional

from qgis.core import (
    QgsCentroidFillSymbolLayer,
    QgsEllipseSymbolLayer,
    QgsFillSymbol,
    QgsFontMarkerSymbolLayer,
    QgsGeometryGeneratorSymbolLayer,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPointPatternFillSymbolLayer,
    QgsProperty,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbolLayer,
)
from qgis.PyQt.QtGui import QColor

from ..compat import symbol_property

# Okabe and Ito's colours, which colour-blind people tell apart, and the few that the map adds to them
BLUE = "#0072B2"
VERMILLION = "#D55E00"
GREEN = "#009E73"
SKY = "#56B4E9"
ORANGE = "#E69F00"
YELLOW = "#F0E442"
PURPLE = "#CC79A7"
BLACK = "#1F1F1F"
WHITE = "#FFFFFF"
GREY = "#8C8C8C"
AMBER = "#FFB000"
RED = "#B00020"
VIOLET = "#5E4B8B"
UMBER = "#6B5744"
OCHRE = "#9A7B4F"

FINER_AFAR = "CASE WHEN @map_scale > 6000000 THEN 0.4 WHEN @map_scale > 2000000 THEN 0.65 ELSE 1 END"
"""Factor for lengths, so that the country's plots do not clot at small scales; 1 in legends"""

DOTS = (0.01, 0.9)
DASHES = (2.4, 1.2)
DASH_DOT = (3.0, 0.9, 0.4, 0.9)


def rgba(colour: str, opacity: float = 1.0) -> str:
    """Colour as style files write it."""
    parts = QColor(colour)
    return f"{parts.red()},{parts.green()},{parts.blue()},{round(255 * opacity)}"


def fill(colour: str, opacity: float) -> QgsSymbolLayer:
    """Even fill without a line."""
    return QgsSimpleFillSymbolLayer.create({"color": rgba(colour, opacity), "style": "solid", "outline_style": "no"})


def stroke(
    colour: str,
    width: float,
    dash: Sequence[float] = (),
    opacity: float = 1.0,
    inside: bool = False,
    finer_afar: bool = True,
) -> QgsSymbolLayer:
    """Line along an outline; `dash` lists stroke and gap in turn, `inside` keeps the line within the polygon."""
    layer = QgsSimpleLineSymbolLayer.create(
        {
            "line_color": rgba(colour, opacity),
            "line_width": str(width),
            "capstyle": "round" if dash == DOTS else "flat",
            "joinstyle": "round",
            "use_custom_dash": "1" if dash else "0",
            "customdash": ";".join(str(length) for length in dash),
            "draw_inside_polygon": "1" if inside else "0",
        }
    )
    if finer_afar:
        driven(layer, "StrokeWidth", f"{width} * ({FINER_AFAR})")
        if dash:
            lengths = (f"{length} * ({FINER_AFAR})" for length in dash)
            driven(layer, "CustomDash", f"concat({', {}, '.format(repr(';')).join(lengths)})")
    return layer


def hatch(colour: str, angle: float, distance: float, width: float, opacity: float = 1.0) -> QgsSymbolLayer:
    """Parallel lines; `angle` in degrees counter-clockwise from the east."""
    layer = QgsLinePatternFillSymbolLayer.create({"angle": str(angle), "distance": str(distance)})
    layer.setSubSymbol(line(stroke(colour, width, opacity=opacity, finer_afar=False)))
    return layer


def dashes(
    colour: str, angle: float, length: float, distance: float, width: float, opacity: float = 1.0
) -> QgsSymbolLayer:
    """Short strokes in staggered rows; `angle` in degrees clockwise from the north."""
    return scatter(point(shape("line", colour, length, colour, width, opacity, angle=angle)), distance)


def scatter(marker: QgsMarkerSymbol, distance: float) -> QgsSymbolLayer:
    """Markers in staggered rows."""
    layer = QgsPointPatternFillSymbolLayer.create(
        {"distance_x": str(distance), "distance_y": str(distance), "displacement_x": str(distance / 2)}
    )
    layer.setSubSymbol(marker)
    return layer


def shape(
    name: str,
    colour: str,
    size: float,
    outline: str = WHITE,
    outline_width: float = 0.2,
    opacity: float = 1.0,
    fill_opacity: float = 1.0,
    angle: float = 0,
) -> QgsSymbolLayer:
    """Simple marker: circle, diamond, square, triangle, star, hexagon, cross, cross2, line ..."""
    return QgsSimpleMarkerSymbolLayer.create(
        {
            "name": name,
            "angle": str(angle),
            "color": rgba(colour, fill_opacity),
            "size": str(size),
            "outline_color": rgba(outline, opacity),
            "outline_width": str(outline_width),
            "joinstyle": "round",
        }
    )


def bar(colour: str, size: float, outline: str = WHITE, outline_width: float = 0.2) -> QgsSymbolLayer:
    """Lying bar, `size` long and well under half as high."""
    return QgsEllipseSymbolLayer.create(
        {
            "symbol_name": "rectangle",
            "symbol_width": str(size),
            "symbol_height": str(size * BAR_FLATNESS),
            "color": rgba(colour),
            "outline_color": rgba(outline),
            "outline_width": str(outline_width),
            "joinstyle": "miter",
        }
    )


BAR_FLATNESS = 0.42


def letter(text: str, colour: str, size: float, family: str) -> QgsSymbolLayer:
    """A character as marker."""
    return QgsFontMarkerSymbolLayer.create({"chr": text, "color": rgba(colour), "size": str(size), "font": family})


def centroid(marker: QgsMarkerSymbol) -> QgsSymbolLayer:
    """Marker on a point that lies within the polygon."""
    layer = QgsCentroidFillSymbolLayer.create({"point_on_surface": "1", "point_on_all_parts": "0"})
    layer.setSubSymbol(marker)
    return layer


def whole(symbol: QgsFillSymbol) -> QgsSymbolLayer:
    """The symbol drawn over a polygon's holes too."""
    part = "make_polygon(exterior_ring(geometry_n($geometry, @element)))"
    parts = f"array_foreach(generate_series(1, num_geometries($geometry)), {part})"
    layer = QgsGeometryGeneratorSymbolLayer.create(
        {"SymbolType": "Fill", "geometryModifier": f"collect_geometries({parts})"}
    )
    layer.setSubSymbol(symbol)
    return layer


def area(*layers: QgsSymbolLayer) -> QgsFillSymbol:
    """Polygon symbol of layers from the bottom up."""
    return _stacked(QgsFillSymbol(), layers)


def line(*layers: QgsSymbolLayer) -> QgsLineSymbol:
    """Line symbol of layers from the bottom up."""
    return _stacked(QgsLineSymbol(), layers)


def point(*layers: QgsSymbolLayer) -> QgsMarkerSymbol:
    """Marker symbol of layers from the bottom up."""
    return _stacked(QgsMarkerSymbol(), layers)


def _stacked(symbol, layers: Sequence[QgsSymbolLayer]):
    symbol.deleteSymbolLayer(0)
    for layer in layers:
        symbol.appendSymbolLayer(layer)
    return symbol


def on_pass(number: int, symbol: QgsFillSymbol, line: Optional[int] = None) -> QgsFillSymbol:
    """The symbol, drawn in the given turn: everything of a lower turn lies beneath it. Its lines may have their own."""
    for layer in symbol.symbolLayers():
        is_line = isinstance(layer, QgsSimpleLineSymbolLayer)
        layer.setRenderingPass(line if is_line and line is not None else number)
    return symbol


def smaller_afar(marker: QgsSymbolLayer) -> QgsSymbolLayer:
    """The simple marker, smaller at small scales."""
    return driven(marker, "Size", f"{marker.size()} * ({FINER_AFAR})")


def driven(layer: QgsSymbolLayer, name: str, expression: str) -> QgsSymbolLayer:
    """The layer with one of its properties (Size, Width, LayerEnabled ...) computed per feature."""
    layer.setDataDefinedProperty(symbol_property(name), QgsProperty.fromExpression(expression))
    return layer


def between(layer: QgsSymbolLayer, nearest: Optional[int] = None, farthest: Optional[int] = None) -> QgsSymbolLayer:
    """The layer drawn only at scales 1:`nearest` and smaller, and larger than 1:`farthest`; always in legends."""
    bounds = []
    if nearest is not None:
        bounds.append(f"@map_scale >= {nearest}")
    if farthest is not None:
        bounds.append(f"@map_scale < {farthest}")
    return driven(layer, "LayerEnabled", f"coalesce({' AND '.join(bounds)}, true)")
