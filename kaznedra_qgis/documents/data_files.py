"""Blocks, plots and corners as files for other programs: GeoJSON, GeoPackage, KML, Shapefile, CSV, XLSX."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ..compat import field
from ..errors import Code, KaznedraError
from ..subsoil.blocks import area_km2, components, outline, polygon, total_area_km2
from ..subsoil.catalogue import dms
from ..subsoil.codes import format_code
from ..subsoil.transformations import WGS_84, Operation
from .content import ApplicationContent
from .view import plots

_STARTS = "=+\\-@＝＋－＠"
"""What makes a spreadsheet take a text for a formula, the wide forms of East Asian keyboards among them"""
_FORMULA = re.compile(f"(^|[;,])([ \u00a0]*)(?=[{_STARTS}])")
_CONTROL = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029]")
SPREADSHEETS = ("CSV", "XLSX")


class Table(NamedTuple):
    """Columns (name, kind as in `compat.field`) and rows of values, the last of each row a shapely geometry or None."""

    name: str
    columns: Sequence[tuple[str, str]]
    rows: Sequence[Sequence[Any]]


def neutral(text: str) -> str:
    """A text of one line in which no spreadsheet finds a formula: an apostrophe stands before any = + - @ at its start.

    The start is also what follows a comma or semicolon: a spreadsheet that splits a file's lines at the other of the
    two, as those of Kazakhstan do with commas, heeds no quotes within a line.
    """
    return _FORMULA.sub(r"\1'\2", _CONTROL.sub(" ", text))


def tables(content: ApplicationContent) -> list[Table]:
    """Blocks, plots and corners of an application, in the datum of the grid."""
    return [_blocks(content), _plots(content), _corners(content)]


def write_vectors(content: ApplicationContent, folder: Path) -> list[Path]:
    """Write the blocks as GeoJSON, KML and Shapefile, and blocks, plots and corners as a GeoPackage.

    GeoJSON and KML are in WGS 84, as their standards want; the others in the grid's datum. KaznedraError READ_ONLY.
    """
    made = tables(content)
    blocks, datum = made[0], content.scheme.datum
    package = folder / "plot.gpkg"
    for table in made:
        _write(table, package, "GPKG", datum)
    # the table of a Shapefile is one that spreadsheets open, too
    _write(_neutral(blocks), folder / "blocks.shp", "ESRI Shapefile", datum)
    turned = _turned(blocks, content.way_to(WGS_84))
    _write(turned, folder / "blocks.geojson", "GeoJSON", WGS_84)
    _write(_named(turned), folder / "blocks.kml", _kml(), WGS_84)
    return [package, *(path for path in sorted(folder.glob("blocks.*")) if path.suffix not in (".csv", ".xlsx"))]


def write_sheets(content: ApplicationContent, folder: Path) -> list[Path]:
    """Write the block list and the corner catalogue as CSV and, where GDAL can, as XLSX. KaznedraError READ_ONLY."""
    made = []
    for table in (_blocks(content), _corners(content)):
        plain = _neutral(table._replace(rows=[[*row[:-1], None] for row in table.rows]))
        for suffix, driver in ((".csv", "CSV"), (".xlsx", "XLSX")):
            if not _can_write(driver):
                continue
            path = folder / f"{table.name}{suffix}"
            _write(plain, path, driver, content.scheme.datum)
            made.append(path)
    return made


def _neutral(table: Table) -> Table:
    rows = [[neutral(value) if isinstance(value, str) else value for value in row] for row in table.rows]
    return table._replace(rows=rows)


def _blocks(content: ApplicationContent) -> Table:
    plot_of = plots(content.ordered)
    rows = [
        [
            format_code(block, content.scheme),
            block in content.partial,
            plot_of[block],
            round(area_km2(block), 6),
            content.name,
            polygon(block),
        ]
        for block in content.ordered
    ]
    columns = [("code", "text"), ("partial", "boolean"), ("plot", "integer"), ("area_km2", "real"), ("draft", "text")]
    return Table("blocks", columns, rows)


def _plots(content: ApplicationContent) -> Table:
    parts = sorted(components(content.ordered), key=lambda part: min((-block.lat, block.lon) for block in part))
    rows = [
        [number, len(part), round(total_area_km2(part), 6), outline(sorted(part)).geoms[0]]
        for number, part in enumerate(parts, 1)
    ]
    return Table("plots", [("plot", "integer"), ("blocks", "integer"), ("area_km2", "real")], rows)


def _corners(content: ApplicationContent) -> Table:
    """The corners, in every datum as degrees and as degrees, minutes, seconds, with the transformation."""
    from shapely.geometry import Point

    found = content.catalogue
    columns = [("plot", "integer"), ("contour", "integer"), ("point", "integer")]
    for conversion in found.conversions:
        key = conversion.datum.name.lower().replace(" ", "").replace("-", "")
        columns += [(f"{key}_{part}", "real") for part in ("lat", "lon")]
        columns += [(f"{key}_{part}", "text") for part in ("lat_dms", "lon_dms", "by")]
    rows = []
    for corner in found.corners:
        row: list[Any] = [corner.plot, corner.contour, corner.number]
        for conversion, (lat, lon) in zip(found.conversions, corner.positions):
            row += [round(lat, 9), round(lon, 9), dms(lat), dms(lon), conversion.operation or conversion.datum.crs]
        rows.append([*row, Point(*(minutes / 60 for minutes in corner.minutes))])
    return Table("corners", columns, rows)


def _write(table: Table, path: Path, driver: str, datum: str) -> None:
    """Write a table in that datum; a GeoPackage may get several. KaznedraError READ_ONLY."""
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransformContext,
        QgsVectorFileWriter,
        QgsWkbTypes,
    )

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.fileEncoding, options.layerName = driver, "UTF-8", table.name
    if driver == "GPKG" and path.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    crs = QgsCoordinateReferenceSystem(datum)
    kind = QgsWkbTypes.Type.NoGeometry
    if driver not in SPREADSHEETS:
        kind = {"Point": QgsWkbTypes.Type.Point}.get(table.rows[0][-1].geom_type, QgsWkbTypes.Type.Polygon)
    made = fields(table.columns)
    writer = QgsVectorFileWriter.create(str(path), made, kind, crs, QgsCoordinateTransformContext(), options)
    refused = writer.hasError() != QgsVectorFileWriter.WriterError.NoError
    if not refused:
        features = _features(table, made, driver)
        refused = not all(writer.addFeature(feature) for feature in features)
    detail = writer.errorMessage()
    del writer
    if refused:
        raise KaznedraError(Code.READ_ONLY, path=str(path), detail=detail)


def _features(table: Table, made: Any, driver: str) -> Iterator[Any]:
    from qgis.core import QgsFeature, QgsGeometry

    for *values, shape in table.rows:
        feature = QgsFeature(made)
        feature.setAttributes(values)
        if driver not in SPREADSHEETS:
            geometry = QgsGeometry()
            geometry.fromWkb(shape.wkb)
            feature.setGeometry(geometry)
        yield feature


def _turned(table: Table, way: Operation) -> Table:
    """The table with its geometries in another datum."""
    from shapely.ops import transform

    if not way.steps:
        return table
    return table._replace(rows=[[*values, transform(way.convert, shape)] for *values, shape in table.rows])


def _named(table: Table) -> Table:
    """The table with what its first column says as the name under which globes show a feature."""
    return table._replace(columns=[("Name", "text"), *table.columns], rows=[[row[0], *row] for row in table.rows])


def fields(columns: Sequence[tuple[str, str]]) -> Any:
    """QgsFields of columns."""
    from qgis.core import QgsFields

    found = QgsFields()
    for name, kind in columns:
        found.append(field(name, kind))
    return found


def _can_write(driver: str) -> bool:
    from qgis.core import QgsVectorFileWriter

    return driver in {found.driverName for found in QgsVectorFileWriter.ogrDriverList()}


def _kml() -> str:
    return "LIBKML" if _can_write("LIBKML") else "KML"
