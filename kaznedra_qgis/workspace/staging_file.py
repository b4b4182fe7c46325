"""One file of staged features, written by GDAL from pages of GeoJSON and from layers of files."""

import itertools
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Callable, Optional

from ..errors import Code, KaznedraError
from ..sources.profile import ThemeProfile
from ..sources.promise import sampled
from ..sources.source import CLOSING, OPENING, Page
from .gdal_calls import calls

_LOOK_AHEAD = 100_000
"""Bytes of a page in which GDAL looks for attributes; it reads in pieces of some tens of thousands"""

_GEOJSON = ["DATE_AS_STRING=YES", "ARRAY_AS_STRING=YES", "NATIVE_DATA=NO"]
_ALL_BUT_FIRST = "LIMIT 1000000000 OFFSET 1"

_SAMPLE = 100
"""Features of a page that are looked at for attributes and the types of their values"""

_DECODER = json.JSONDecoder()
_BETWEEN = re.compile(r"[\s,]*")
_numbers = itertools.count()


class StagingFile:
    """A GeoPackage with the table `staged`: id, geom, and a text for each attribute; used by one thread at a time.

    `columns` are the table's by the theme's attributes.
    """

    def __init__(self, path: Path, columns: dict[str, str], mapping: ThemeProfile) -> None:
        from osgeo import gdal, ogr, osr

        self.attributes: dict[str, set[str]] = {}
        """Attributes that were seen of the page that was added last, with the types of their values"""
        self._mapping = mapping
        self._columns = columns
        self._wgs84 = osr.SpatialReference()
        self._wgs84.ImportFromEPSG(4326)
        self._wgs84.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        self._read = {mapping.id_attribute, *map(mapping.source_of, columns)} - {""}
        with calls(Code.DISK_FULL) as made:
            dataset = made(gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown), path)
            options = ["SPATIAL_INDEX=NO", "GEOMETRY_NAME=geom", "FID=fid"]
            layer = made(dataset.CreateLayer("staged", self._wgs84, ogr.wkbUnknown, options), path)
            for name in ("id", *columns.values()):
                layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
            del layer, dataset
            prelude = "PRELUDE_STATEMENTS=PRAGMA synchronous=OFF;PRAGMA journal_mode=OFF"
            self._dataset = made(gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE, open_options=[prelude]), path)

    def close(self) -> None:
        """Write what is left and let go of the file."""
        with calls():
            self._dataset = None

    def add_body(self, page: Page, is_cancelled: Callable[[], bool]) -> int:
        """Stage GeoJSON; returns the number of features. Raises NOT_FEATURES, DISK_FULL, CANCELLED."""
        from osgeo import gdal

        if is_cancelled():
            raise KaznedraError(Code.CANCELLED)
        features = page.body[len(OPENING) : -len(CLOSING)]
        self.attributes = _sampled(features.decode())
        if not features.strip():
            return 0
        name = f"/vsimem/kaznedra-{next(_numbers)}.json"
        gdal.FileFromMemBuffer(name, b"".join((OPENING, self._pattern(), b",", features, CLOSING)))
        source = None
        try:
            with calls(Code.NOT_FEATURES) as made:
                source = made(self._opened(name), f"page {page.number}")
                before = self._count()
                query = f"{self._selection(source.GetLayer(0), has_ids=False)} {_ALL_BUT_FIRST}"
                made(self._append(source, source.GetLayer(0), query) or None, f"page {page.number}")
                return self._count() - before
        finally:
            # an error on its way up would hold it open
            del source
            gdal.Unlink(name)

    def add_layer(self, page: Page, is_cancelled: Callable[[], bool]) -> int:
        """Stage a layer of a file; returns the number of features. Raises BAD_FILE, DISK_FULL, CANCELLED."""
        from osgeo import gdal

        with calls(Code.BAD_FILE) as made:
            flags = gdal.OF_VECTOR | gdal.OF_READONLY
            # leaves nothing beside somebody's file; one with a log still has to be read with it
            options = [] if Path(f"{page.path}-wal").exists() else ["IMMUTABLE=YES"]
            source = made(gdal.OpenEx(page.path, flags, open_options=options), page.path)
            layer = made(source.GetLayerByName(page.layer), f"{page.path}: {page.layer}")
            before = self._count()
            self.attributes = _types(layer.GetLayerDefn()) if layer.GetFeatureCount() else {}
            done = self._append(source, layer, self._selection(layer, has_ids=True), is_cancelled)
            if is_cancelled():
                raise KaznedraError(Code.CANCELLED)
            made(done or None, f"{page.path}: {page.layer}")
            return self._count() - before

    def _pattern(self) -> bytes:
        """A feature with a text for all that is to be read: the first of every page, so that GDAL takes all as text."""
        pattern = {"type": "Feature", "properties": dict.fromkeys(sorted(self._read), ""), "geometry": None}
        if not self._mapping.id_attribute:
            pattern["id"] = "pattern"
        return json.dumps(pattern).encode()

    def _opened(self, name: str):
        """The GeoJSON of that name. GDAL reads it once where it knows the pattern's attributes early, else twice."""
        from osgeo import gdal

        with _looking_ahead(_LOOK_AHEAD):
            opened = gdal.OpenEx(name, gdal.OF_VECTOR, allowed_drivers=["GeoJSON"], open_options=_GEOJSON)
            if opened is not None and self._read <= _attributes(opened.GetLayer(0)):
                return opened
        return gdal.OpenEx(name, gdal.OF_VECTOR, allowed_drivers=["GeoJSON"], open_options=_GEOJSON)

    def _count(self) -> int:
        return int(self._dataset.GetLayerByName("staged").GetFeatureCount())

    def _append(self, source, layer, query: str, is_cancelled: Optional[Callable[[], bool]] = None) -> bool:
        """Whether it went well. To be asked whether to go on, GDAL would count a page's features first: parse it."""
        from osgeo import gdal

        options = ["-append", "-nln", "staged", "-nlt", "PROMOTE_TO_MULTI", "-dim", "XY"]
        options += ["-dialect", "OGRSQL", "-sql", query]
        srs = layer.GetSpatialRef()
        if srs is not None and not srs.IsSame(self._wgs84, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]):
            options += ["-t_srs", "EPSG:4326"]
        going_on = (lambda *_: 0 if is_cancelled() else 1) if is_cancelled else None
        asked = gdal.VectorTranslateOptions(options=options, callback=going_on)
        return bool(gdal.VectorTranslate(self._dataset, source, options=asked))

    def _selection(self, layer, has_ids: bool) -> str:
        """OGR SQL that renames the layer's attributes to the file's columns; `has_ids`: its FIDs are ids."""
        there = _attributes(layer)
        id_attribute = self._mapping.id_attribute or "id"
        parts = []
        if id_attribute in there:
            parts.append(f"{_quoted(id_attribute)} AS id")
        elif has_ids and not self._mapping.id_attribute:
            parts.append("FID AS id")
        for name, column in self._columns.items():
            attribute = self._mapping.source_of(name)
            if attribute in there:
                parts.append(f"{_quoted(attribute)} AS {column}")
        return f"SELECT {', '.join(parts) or '0 AS nothing'} FROM {_quoted(layer.GetName())}"  # nosec B608


def _sampled(features: str) -> dict[str, set[str]]:
    """Attributes of the first features of a page of GeoJSON, with the types of their values."""
    found: dict[str, set[str]] = {}
    place = 0
    for _ in range(_SAMPLE):
        try:
            feature, end = _DECODER.raw_decode(features, _BETWEEN.match(features, place).end())
        except (ValueError, RecursionError):
            break
        for name, kind in sampled(feature)[0].items():
            found.setdefault(name, set()).update({kind} - {""})
        place = end
    return found


def _types(definition) -> dict[str, set[str]]:
    from osgeo import ogr

    numbers = (ogr.OFTInteger, ogr.OFTInteger64, ogr.OFTReal)
    found = {}
    for index in range(definition.GetFieldCount()):
        field = definition.GetFieldDefn(index)
        kind = "number" if field.GetType() in numbers else "text"
        special = {ogr.OFSTBoolean: "boolean", ogr.OFSTJSON: "json"}
        found[field.GetName()] = {special.get(field.GetSubType(), kind)}
    return found


def _attributes(layer) -> set[str]:
    definition = layer.GetLayerDefn()
    return {definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount())}


@contextmanager
def _looking_ahead(size: int) -> Iterator[None]:
    """Within the block, and in this thread only, GDAL looks no further than so many bytes for a page's attributes."""
    from osgeo import gdal

    name = "OGR_GEOJSON_MAX_BYTES_FIRST_PASS"
    before = gdal.GetThreadLocalConfigOption(name)
    gdal.SetThreadLocalConfigOption(name, str(size))
    try:
        yield
    finally:
        gdal.SetThreadLocalConfigOption(name, before)


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
