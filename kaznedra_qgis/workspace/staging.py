"""Pages of one theme gathered in files of their own, before anything in the workspace changes.

GDAL parses and writes whole pages, off the interpreter's lock, so that two threads do it in half the time; each writes
to a file of its own. Every attribute is staged as the text that came, under the name a0, a1, ... in the order of the
theme's attributes: what is a date or a number is decided where all of it can be seen, in the merge.
"""

import hashlib
import itertools
import queue
import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Callable, Optional

from ..errors import Code, KaznedraError
from ..sources.profile import ThemeProfile
from ..sources.source import Page
from ..themes import Theme
from .gdal_calls import calls

WRITERS = 2

_HELD_IN_MEMORY = 64 * 1024 * 1024
"""Bytes of unread pages that are held in memory; more go to the staging folder"""

_HELD = "held"
_NOTHING: Mapping[int, str] = {}

_numbers = itertools.count()


class Staging:
    """Staged pages of a theme. `pages`, `bytes` and `received` (features) count what was added, from any thread.

    `known` are the digests by number of the pages that the theme's current features were made of. As long as the very
    same pages come, they are held and not read: all of them again means that nothing has changed.
    """

    def __init__(self, stem: Path, theme: Theme, mapping: ThemeProfile, known: Mapping[int, str] = _NOTHING) -> None:
        self.pages = self.bytes = self.received = 0
        self.paths: list[Path] = []
        self._stem = stem
        self._mapping = mapping
        self._columns = {attribute.name: f"a{number}" for number, attribute in enumerate(theme.attributes)}
        self._known = known
        self._held: Optional[list[Page]] = [] if known else None
        self._held_bytes = 0
        self._digests: dict[int, str] = {}
        self._attributes: dict[str, set[str]] = {}
        self._lock = threading.Lock()
        self._idle: queue.SimpleQueue[_Writer] = queue.SimpleQueue()

    @property
    def hash(self) -> str:
        """SHA-256 over the pages' features as they came, in the order of the pages, hexadecimal."""
        whole = "".join(self._digests[number] for number in sorted(self._digests))
        return hashlib.sha256(whole.encode()).hexdigest()

    def add(self, page: Page, is_cancelled: Callable[[], bool] = lambda: False) -> None:
        """Stage a page. Raises KaznedraError NOT_FEATURES, BAD_FILE, DISK_FULL or CANCELLED."""
        if self._hold(page):
            return
        self.release(is_cancelled)
        self._stage(page, is_cancelled)

    @property
    def digests(self) -> dict[int, str]:
        """Digests of the pages by number."""
        return dict(self._digests)

    @property
    def attributes(self) -> dict[str, set[str]]:
        """All of the source's attributes that came, with the types (text, number, boolean, json) they came as."""
        return {name: set(kinds) for name, kinds in self._attributes.items()}

    @property
    def is_unchanged(self) -> bool:
        """True while all that came is what was there, and all of it came."""
        return self._held is not None and self._digests.keys() == self._known.keys()

    def release(self, is_cancelled: Callable[[], bool] = lambda: False) -> None:
        """Read the pages that were held, and hold none from now on."""
        with self._lock:
            held, self._held = self._held or [], None
        for page in held:
            self._uncount(page)
            self._stage(_recalled(page), is_cancelled)

    def _hold(self, page: Page) -> bool:
        with self._lock:
            if self._held is None or not page.digest or self._known.get(page.number) != page.digest:
                return False
            self._held_bytes += len(page.body)
            if page.body and self._held_bytes > _HELD_IN_MEMORY:
                path = self._stem.with_name(f"{self._stem.name}-held-{page.number}.json")
                try:
                    path.write_bytes(page.body)
                except OSError as refusal:
                    raise KaznedraError(Code.DISK_FULL, path=str(path), detail=str(refusal)) from refusal
                self._held.append(
                    replace(page, body=b"", layer=_HELD, path=str(path), size=page.size or len(page.body))
                )
            else:
                self._held.append(page)
            self._count(page, page.returned or 0)
            return True

    def _count(self, page: Page, features: int) -> None:
        self.received += features
        self.pages += 1
        self.bytes += page.size or len(page.body)
        self._digests[page.number] = page.digest

    def _uncount(self, page: Page) -> None:
        with self._lock:
            self.received -= page.returned or 0
            self.pages -= 1
            self.bytes -= page.size or len(page.body)

    def _stage(self, page: Page, is_cancelled: Callable[[], bool]) -> None:
        writer = self._writer()
        try:
            count = writer.add_layer(page, is_cancelled) if page.path else writer.add_body(page, is_cancelled)
        except KaznedraError as error:
            if error.code is Code.DISK_FULL:
                error.facts["path"] = str(self._stem.parent)
            raise
        finally:
            self._idle.put(writer)
        with self._lock:
            self._count(page, count)
            for name, kind in writer.attributes.items():
                self._attributes.setdefault(name, set()).add(kind)

    def close(self) -> None:
        """Write what is left and let go of the files, of which there is one even without a page."""
        if not self.paths:
            self._idle.put(self._writer())
        for _ in self.paths:
            self._idle.get_nowait().close()

    def _writer(self) -> "_Writer":
        with self._lock:
            if self._idle.empty() and len(self.paths) < WRITERS:
                path = self._stem.with_name(f"{self._stem.name}-{len(self.paths)}.gpkg")
                self._idle.put(_Writer(path, self._columns, self._mapping))
                self.paths.append(path)
        return self._idle.get()


def _recalled(page: Page) -> Page:
    """A held page with its body."""
    return replace(page, body=Path(page.path).read_bytes(), path="", layer="") if page.layer == _HELD else page


class _Writer:
    """One staging file; used by one thread at a time."""

    def __init__(self, path: Path, columns: dict[str, str], mapping: ThemeProfile) -> None:
        from osgeo import gdal, ogr, osr

        self.attributes: dict[str, str] = {}
        """Types of the attributes of the page that was added last, by name"""
        self._mapping = mapping
        self._columns = columns
        self._wgs84 = osr.SpatialReference()
        self._wgs84.ImportFromEPSG(4326)
        self._wgs84.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
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
        with calls():
            self._dataset = None

    def add_body(self, page: Page, is_cancelled: Callable[[], bool]) -> int:
        """Stage GeoJSON; returns the number of features."""
        from osgeo import gdal

        name = f"/vsimem/kaznedra-{next(_numbers)}.json"
        gdal.FileFromMemBuffer(name, page.body)
        try:
            with calls(Code.NOT_FEATURES) as made:
                options = ["DATE_AS_STRING=YES", "ARRAY_AS_STRING=YES", "NATIVE_DATA=NO"]
                opened = gdal.OpenEx(name, gdal.OF_VECTOR, allowed_drivers=["GeoJSON"], open_options=options)
                source = made(opened, f"page {page.number}")
                done, count = self._append(source, source.GetLayer(0), b'"id"' in page.body, is_cancelled)
                return made(count if done else None, f"page {page.number}")
        finally:
            gdal.Unlink(name)

    def add_layer(self, page: Page, is_cancelled: Callable[[], bool]) -> int:
        """Stage a layer of a file; returns the number of features."""
        from osgeo import gdal

        with calls(Code.BAD_FILE) as made:
            flags = gdal.OF_VECTOR | gdal.OF_READONLY
            # leaves nothing beside somebody's file; one with a log still has to be read with it
            options = [] if Path(f"{page.path}-wal").exists() else ["IMMUTABLE=YES"]
            source = made(gdal.OpenEx(page.path, flags, open_options=options), page.path)
            layer = made(source.GetLayerByName(page.layer), f"{page.path}: {page.layer}")
            done, count = self._append(source, layer, True, is_cancelled)
            return made(count if done else None, f"{page.path}: {page.layer}")

    def _append(self, source, layer, has_ids: bool, is_cancelled: Callable[[], bool]) -> tuple[bool, int]:
        """Whether it went well, and the number of features."""
        from osgeo import gdal

        count = layer.GetFeatureCount()
        self.attributes = _types(layer.GetLayerDefn()) if count else {}
        if not count:
            return True, 0
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
        return bool(done), count

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


def _types(definition) -> dict[str, str]:
    from osgeo import ogr

    numbers = (ogr.OFTInteger, ogr.OFTInteger64, ogr.OFTReal)
    found = {}
    for index in range(definition.GetFieldCount()):
        field = definition.GetFieldDefn(index)
        kind = "number" if field.GetType() in numbers else "text"
        special = {ogr.OFSTBoolean: "boolean", ogr.OFSTJSON: "json"}
        found[field.GetName()] = special.get(field.GetSubType(), kind)
    return found


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
