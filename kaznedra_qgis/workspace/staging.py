"""Pages of one theme gathered in a file of their own, before anything in the workspace changes.

GDAL parses and writes whole pages. Every attribute is staged as the text that came, under the name a0, a1, ... in the
order of the theme's attributes: what is a date or a number is decided where all of it can be seen, in the merge.
"""

import hashlib
import itertools
from pathlib import Path
from typing import Callable

from ..errors import Code, KaznedraError
from ..sources.profile import ThemeProfile
from ..sources.source import Page
from ..themes import Theme
from .gdal_calls import calls

_numbers = itertools.count()


class Staging:
    """A staging file. `pages`, `bytes` and `received` (features) count what was added."""

    def __init__(self, path: Path, theme: Theme, mapping: ThemeProfile) -> None:
        from osgeo import gdal, ogr, osr

        self.path = path
        self.pages = self.bytes = self.received = 0
        self._mapping = mapping
        self._columns = {attribute.name: f"a{number}" for number, attribute in enumerate(theme.attributes)}
        self._digest = hashlib.sha256()
        self._wgs84 = osr.SpatialReference()
        self._wgs84.ImportFromEPSG(4326)
        self._wgs84.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        with calls(Code.DISK_FULL) as made:
            dataset = made(gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown), path)
            options = ["SPATIAL_INDEX=NO", "GEOMETRY_NAME=geom", "FID=fid"]
            layer = made(dataset.CreateLayer("staged", self._wgs84, ogr.wkbUnknown, options), path)
            for name in ("id", *self._columns.values()):
                layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
            del layer, dataset
            prelude = "PRELUDE_STATEMENTS=PRAGMA synchronous=OFF;PRAGMA journal_mode=OFF"
            self._dataset = made(gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE, open_options=[prelude]), path)

    @property
    def hash(self) -> str:
        """SHA-256 over the pages' features as they came, hexadecimal."""
        return self._digest.hexdigest()

    def add(self, page: Page, is_cancelled: Callable[[], bool] = lambda: False) -> int:
        """Stage a page; returns how many features it held.

        Raises KaznedraError NOT_FEATURES, BAD_FILE, DISK_FULL or CANCELLED.
        """
        before = self.received
        if page.path:
            self._add_layer(page, is_cancelled)
        else:
            self._add_body(page, is_cancelled)
        self.pages += 1
        self.bytes += page.size or len(page.body)
        self._digest.update(page.digest.encode())
        return self.received - before

    def close(self) -> None:
        """Write what is left and let go of the file."""
        self._dataset = None

    def _add_body(self, page: Page, is_cancelled: Callable[[], bool]) -> None:
        from osgeo import gdal

        name = f"/vsimem/kaznedra-{next(_numbers)}.json"
        gdal.FileFromMemBuffer(name, page.body)
        try:
            with calls(Code.NOT_FEATURES) as made:
                options = ["DATE_AS_STRING=YES", "NATIVE_DATA=NO"]
                opened = gdal.OpenEx(name, gdal.OF_VECTOR, allowed_drivers=["GeoJSON"], open_options=options)
                source = made(opened, f"page {page.number}")
                has_ids = b'"id"' in page.body
                self._append(source, source.GetLayer(0), has_ids, is_cancelled)
                del source
        finally:
            gdal.Unlink(name)

    def _add_layer(self, page: Page, is_cancelled: Callable[[], bool]) -> None:
        from osgeo import gdal

        with calls(Code.BAD_FILE) as made:
            flags = gdal.OF_VECTOR | gdal.OF_READONLY
            source = made(gdal.OpenEx(page.path, flags, open_options=["IMMUTABLE=YES"]), page.path)
            layer = made(source.GetLayerByName(page.layer), f"{page.path}: {page.layer}")
            self._append(source, layer, True, is_cancelled)
            del source

    def _append(self, source, layer, has_ids: bool, is_cancelled: Callable[[], bool]) -> None:
        from osgeo import gdal

        count = layer.GetFeatureCount()
        if not count:
            return
        options = ["-append", "-nln", "staged", "-nlt", "PROMOTE_TO_MULTI", "-dim", "XY"]
        options += ["-dialect", "OGRSQL", "-sql", self._selection(layer, has_ids)]
        srs = layer.GetSpatialRef()
        if srs is not None and not srs.IsSame(self._wgs84, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]):
            options += ["-t_srs", "EPSG:4326"]
        done = gdal.VectorTranslate(
            self._dataset,
            source,
            options=gdal.VectorTranslateOptions(options=options, callback=lambda *_: 0 if is_cancelled() else 1),
        )
        if is_cancelled():
            raise KaznedraError(Code.CANCELLED)
        if not done:
            words = gdal.GetLastErrorMsg()
            full = "full" in words or "No space" in words
            raise KaznedraError(Code.DISK_FULL if full else Code.NOT_FEATURES, detail=words)
        self.received += count

    def _selection(self, layer, has_ids: bool) -> str:
        """OGR SQL that renames the layer's attributes to the staging file's columns; `has_ids`: its FIDs are ids."""
        definition = layer.GetLayerDefn()
        there = {definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount())}
        # GDAL gives a whole-number id of GeoJSON as FID and any other as the attribute "id"
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


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
