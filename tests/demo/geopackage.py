"""Writes layers into a GeoPackage, byte for byte the same for the same content."""

from collections.abc import Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from osgeo import gdal, ogr, osr

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


@contextmanager
def geopackage(path: Path, today: date):  # type: ignore[no-untyped-def]
    """A new GeoPackage that takes the place of a former one; its own time stamps are that day's."""
    path.unlink(missing_ok=True)
    gdal.SetConfigOption("OGR_CURRENT_DATE", f"{today.isoformat()}T00:00:00.000Z")
    try:
        target = ogr.GetDriverByName("GPKG").CreateDataSource(str(path), ["VERSION=1.2"])
        if target is None:
            raise OSError(f"GDAL could not create {path}")
        target.StartTransaction()
        yield target
        target.CommitTransaction()
        target = None
    finally:
        gdal.SetConfigOption("OGR_CURRENT_DATE", None)


def write_theme(target: ogr.DataSource, theme: Theme, features: Sequence[Feature]) -> None:
    """A layer of the theme's name and attributes; feature n gets fid n. KeyError when a feature lacks a value."""
    shape = ogr.wkbPoint if theme.shape is Shape.POINT else ogr.wkbMultiPolygon
    write_layer(target, theme.name, shape, theme.attributes, features)


def named_layer(target: ogr.DataSource, name: str, shape: int, features: Sequence[Feature]) -> None:
    """A layer of the base map, its features named in three languages."""
    write_layer(target, name, shape, [Attribute(f"name_{language}") for language in LANGUAGES], features)


def write_layer(
    target: ogr.DataSource, name: str, shape: int, attributes: Sequence[Attribute], features: Sequence[Feature]
) -> None:
    """A layer in EPSG:4326, longitude first, with exactly these attributes."""
    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    layer = target.CreateLayer(name, wgs84, shape, ["GEOMETRY_NAME=geom", "FID=fid"])
    for attribute in attributes:
        kind, subtype = _TYPES[attribute.kind]
        field = ogr.FieldDefn(attribute.name, kind)
        field.SetSubType(subtype)
        layer.CreateField(field)
    for number, feature in enumerate(features, start=1):
        strange = set(feature.values) ^ {attribute.name for attribute in attributes}
        if strange:
            raise KeyError(f"{name}: {sorted(strange)} not of the theme, or missing")
        row = ogr.Feature(layer.GetLayerDefn())
        row.SetFID(number)
        for attribute in attributes:
            value = feature.values[attribute.name]
            row[attribute.name] = int(value) if isinstance(value, bool) else value
        row.SetGeometryDirectly(ogr.CreateGeometryFromWkb(feature.geometry.wkb))
        if layer.CreateFeature(row) != ogr.OGRERR_NONE:
            raise OSError(f"GDAL could not write feature {number} of {name}")
