"""GeoPackages made out of a workspace: a state as of a moment, or what changed."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple, Optional

from ..errors import Code, KaznedraError
from ..themes import THEMES, Kind, Shape, Theme
from .changes import Changes, ThemeChanges
from .gdal_calls import calls
from .geometries import decoded
from .history import AsOf
from .workspace import Workspace

_AT_ONCE = 500
_BEFORE = ("source", "feature_id")
_AFTER = ("geometry_issue", "value_issues")
_CHANGE_FIELDS = (
    ("changed_attributes", Kind.TEXT),
    ("old_values", Kind.TEXT),
    ("geometry_changed", Kind.BOOLEAN),
    ("old_area_km2", Kind.REAL),
    ("new_area_km2", Kind.REAL),
    ("difference_km2", Kind.REAL),
    ("moved_km", Kind.REAL),
)


class Layer(NamedTuple):
    """A layer that was written: its name, its theme, what it holds ('' the state; added, removed, changed)."""

    name: str
    theme: str
    part: str
    features: int


def write_as_of(workspace: Workspace, state: AsOf, path: Path) -> list[Layer]:
    """Write a layer for each theme of which something is known; a theme that is unknown gets none, not an empty one.

    Replaces the file at `path`. Raises KaznedraError READ_ONLY or DISK_FULL; then `path` is as it was.
    """
    written = []
    with _writing(path) as made, workspace.reading() as connection:
        connection.execute("BEGIN")
        for name in state.themes:
            condition = state.subset(name)
            if condition:
                layer = made.layer(name, THEMES[name])
                count = made.fill(layer, _rows(connection, THEMES[name], condition))
                written.append(Layer(name, name, "", count))
    return written


def write_changes(changes: Changes, path: Path) -> list[Layer]:
    """Write THEME_added, THEME_removed (as they were) and THEME_changed (as they are now, and what they were).

    A theme gets its layers where changes of at least one source are known. Replaces the file at `path`. Raises
    KaznedraError READ_ONLY or DISK_FULL; then `path` is as it was.
    """
    written = []
    with _writing(path) as made, changes.old.reading() as old, changes.new.reading() as new:
        for found in changes.themes.values():
            if found.rests_on:
                written += _write_theme(made, found, old, new)
    return written


def _write_theme(
    made: "_GeoPackage", found: ThemeChanges, old: sqlite3.Connection, new: sqlite3.Connection
) -> list[Layer]:
    theme = THEMES[found.theme]
    what_changed = {change.new_fid: change for change in found.changed}
    parts: tuple[tuple[str, sqlite3.Connection, Sequence[int]], ...] = (
        ("added", new, [key.fid for key in found.added]),
        ("removed", old, [key.fid for key in found.removed]),
        ("changed", new, list(what_changed)),
    )
    written = []
    for part, connection, fids in parts:
        name = f"{theme.name}_{part}"
        layer = made.layer(name, theme, _CHANGE_FIELDS if part == "changed" else ())
        rows: Iterable[dict[str, Any]] = _rows_of(connection, theme, fids)
        if part == "changed":
            rows = ({**row, **_told(what_changed[row["fid"]])} for row in rows)
        written.append(Layer(name, theme.name, part, made.fill(layer, rows)))
    return written


def _told(change: Any) -> dict[str, Any]:
    old_km2, new_km2, difference_km2, moved_km = change.geometry or (None, None, None, None)
    old_values = {name: old for name, (old, _) in change.attributes.items()}
    return {
        "changed_attributes": ", ".join(change.attributes) or None,
        "old_values": json.dumps(old_values, ensure_ascii=False) if old_values else None,
        "geometry_changed": change.geometry is not None,
        "old_area_km2": old_km2,
        "new_area_km2": new_km2,
        "difference_km2": difference_km2,
        "moved_km": moved_km,
    }


def _rows(connection: sqlite3.Connection, theme: Theme, condition: str) -> Iterator[dict[str, Any]]:
    cursor = connection.execute(f'SELECT * FROM "{theme.name}" WHERE {condition}')  # nosec B608
    return map(dict, cursor)


def _rows_of(connection: sqlite3.Connection, theme: Theme, fids: Sequence[int]) -> Iterator[dict[str, Any]]:
    for start in range(0, len(fids), _AT_ONCE):
        listed = ", ".join(str(int(fid)) for fid in fids[start : start + _AT_ONCE])
        yield from _rows(connection, theme, f"fid IN ({listed}) ORDER BY source, feature_id")


@contextmanager
def _writing(path: Path) -> Iterator["_GeoPackage"]:
    """A GeoPackage beside `path` that takes its place when the block ends well."""
    unfinished = path.with_name(f".{path.name}.new.gpkg")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        made = _GeoPackage(unfinished)
        try:
            yield made
        finally:
            made.close()
        unfinished.replace(path)
    except OSError as refusal:
        raise KaznedraError(Code.READ_ONLY, path=str(path), detail=str(refusal)) from refusal
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


class _GeoPackage:
    """A new GeoPackage, written in one go."""

    def __init__(self, path: Path) -> None:
        from osgeo import gdal

        self._path = path
        with calls() as made:
            self._dataset = made(gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown), path)

    def layer(self, name: str, theme: Theme, more: Iterable[tuple[str, Kind]] = ()) -> Any:
        """A new layer with the theme's attributes and the fields `more`."""
        from osgeo import ogr, osr

        wgs84 = osr.SpatialReference()
        wgs84.ImportFromEPSG(4326)
        shape = ogr.wkbMultiPolygon if theme.shape is Shape.POLYGON else ogr.wkbPoint
        fields = [
            *((field, Kind.TEXT) for field in _BEFORE),
            *((attribute.name, attribute.kind) for attribute in theme.attributes),
            *((field, Kind.TEXT) for field in _AFTER),
            *more,
        ]
        with calls() as made:
            layer = made(self._dataset.CreateLayer(name, wgs84, shape, ["GEOMETRY_NAME=geom"]), self._path)
            for field, kind in fields:
                layer.CreateField(_definition(field, kind))
        return layer

    def fill(self, layer: Any, rows: Iterable[dict[str, Any]]) -> int:
        """Write rows by field name, with the geometry as `geom`; returns how many."""
        from osgeo import ogr

        definition = layer.GetLayerDefn()
        names = [definition.GetFieldDefn(number).GetName() for number in range(definition.GetFieldCount())]
        count = 0
        with calls(Code.DISK_FULL) as made:
            layer.StartTransaction()
            for row in rows:
                feature = ogr.Feature(definition)
                for number, name in enumerate(names):
                    value = row.get(name)
                    if value is not None:
                        feature.SetField(number, value)
                geometry = decoded(row["geom"])
                if geometry is not None:
                    feature.SetGeometryDirectly(geometry)
                made(None if layer.CreateFeature(feature) else feature, self._path)
                count += 1
            made(None if layer.CommitTransaction() else layer, self._path)
        return count

    def close(self) -> None:
        """Write what is not yet written."""
        with calls():
            self._dataset = None


def _definition(name: str, kind: Kind) -> Any:
    from osgeo import ogr

    types = {Kind.INTEGER: ogr.OFTInteger64, Kind.REAL: ogr.OFTReal, Kind.BOOLEAN: ogr.OFTInteger}
    definition = ogr.FieldDefn(name, types.get(kind, ogr.OFTString))
    if kind is Kind.BOOLEAN:
        definition.SetSubType(ogr.OFSTBoolean)
    return definition


def same_file(path: Path, others: Iterable[Optional[Path]]) -> bool:
    """Whether a path is one of the files named, however it is written."""
    return any(other is not None and _is_same(path, other) for other in others)


def _is_same(one: Path, two: Path) -> bool:
    try:
        return one.samefile(two)
    except OSError:
        return one.absolute() == two.absolute()
