"""Writes layers into a GeoPackage, byte for byte the same for the same content."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from osgeo import gdal, ogr, osr
from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from kaznedra_qgis.themes import Attribute, Kind, Shape, Theme

from .tables import LANGUAGES, Feature

_TYPES = {
    Kind.TEXT: (ogr.OFTString, ogr.OFSTNone),
    Kind.INTEGER: (ogr.OFTInteger64, ogr.OFSTNone),
    Kind.REAL: (ogr.OFTReal, ogr.OFSTNone),
    Kind.DATE: (ogr.OFTDate, ogr.OFSTNone),
    # QGIS Server drops the zone of a DateTime: text keeps the Z
    Kind.TIME: (ogr.OFTString, ogr.OFSTNone),
    Kind.BOOLEAN: (ogr.OFTInteger, ogr.OFSTBoolean),
}


@dataclass(frozen=True)
class Layer:
    """A layer to be written; its geometry type is ogr's."""

    name: str
    shape: int
    attributes: Sequence[Attribute]
    features: Sequence[Feature]


def theme_layer(theme: Theme, features: Sequence[Feature]) -> Layer:
    """A layer of the theme's name, shape and attributes."""
    shape = ogr.wkbPoint if theme.shape is Shape.POINT else ogr.wkbMultiPolygon
    return Layer(theme.name, shape, theme.attributes, features)


def named_layer(name: str, shape: int, features: Sequence[Feature]) -> Layer:
    """A layer of the base map, its features named in three languages."""
    return Layer(name, shape, [Attribute(f"name_{language}") for language in LANGUAGES], features)


def write_geopackage(path: Path, today: date, layers: Iterable[Layer]) -> None:
    """Write the layers in EPSG:4326, longitude first, in place of a former file; feature n of a layer gets fid n.

    The file's own time stamps are that day's. KeyError when a feature's values are not just the layer's attributes,
    OSError when the file cannot be written.
    """
    path.unlink(missing_ok=True)
    gdal.SetConfigOption("OGR_CURRENT_DATE", f"{today.isoformat()}T00:00:00.000Z")
    try:
        target = ogr.GetDriverByName("GPKG").CreateDataSource(str(path), ["VERSION=1.2"])
        if target is None:
            raise OSError(f"GDAL could not create {path}")
        target.StartTransaction()
        for layer in layers:
            _write(target, layer)
        target.CommitTransaction()
        target = None  # only this closes the file, and closing writes the time stamps
    finally:
        gdal.SetConfigOption("OGR_CURRENT_DATE", None)


def _turned(geometry: BaseGeometry) -> BaseGeometry:
    """Outer rings counter-clockwise, as RFC 7946 asks."""
    if geometry.geom_type != "MultiPolygon":
        return geometry
    return MultiPolygon([orient(part) for part in geometry.geoms])


def _write(target: gdal.Dataset, layer: Layer) -> None:
    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    table = target.CreateLayer(layer.name, wgs84, layer.shape, ["GEOMETRY_NAME=geom", "FID=fid"])
    for attribute in layer.attributes:
        kind, subtype = _TYPES[attribute.kind]
        field = ogr.FieldDefn(attribute.name, kind)
        field.SetSubType(subtype)
        table.CreateField(field)
    names = [attribute.name for attribute in layer.attributes]
    for number, feature in enumerate(layer.features, start=1):
        if set(feature.values) != set(names):
            raise KeyError(f"{layer.name}: {sorted(set(feature.values) ^ set(names))} are too many or missing")
        row = ogr.Feature(table.GetLayerDefn())
        row.SetFID(number)
        for place, name in enumerate(names):
            value = feature.values[name]
            row.SetField(place, int(value) if isinstance(value, bool) else value)
        row.SetGeometryDirectly(ogr.CreateGeometryFromWkb(_turned(feature.geometry).wkb))
        if table.CreateFeature(row) != ogr.OGRERR_NONE:
            raise OSError(f"GDAL could not write feature {number} of {layer.name}")
