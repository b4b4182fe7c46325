"""The tables of a workspace: one per theme, with the history of its features, and the bookkeeping beside them."""

import sqlite3
from contextlib import suppress
from datetime import datetime, timezone
from pathlib import Path

from ..errors import Code, KaznedraError
from ..themes import THEMES, Kind, Shape, Theme
from . import digests, snapshots, versions
from .connection import connect, plain_words, transaction
from .gdal_calls import calls
from .versions import VERSION

BOOKKEEPING = ("source", "feature_id", "first_seen", "gone_at", "geometry_issue", "value_issues")
"""Columns of every theme table before its attributes.

`first_seen` and `gone_at` are snapshot ids, `gone_at` NULL while the version is current. `geometry_issue` is NULL,
'missing', 'invalid: why' or 'other: the geometry as WKT'. `value_issues` is NULL or a JSON object of the values that
are not of their attribute's type, as they came.
"""

_INTEGERS = {"first_seen", "gone_at"}


def create(path: Path) -> None:
    """Make an empty workspace. Raises KaznedraError READ_ONLY where the file cannot be made or stands already."""
    if path.exists():
        raise KaznedraError(Code.READ_ONLY, path=str(path), detail="a file of that name stands already")
    unfinished = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _remove(unfinished)
        _create_theme_tables(unfinished)
        _create_bookkeeping(unfinished)
        # SQLite would replay the log of a deleted workspace into a new one of its name
        _remove(path)
        unfinished.replace(path)
    except OSError as refusal:
        raise KaznedraError(Code.READ_ONLY, path=str(path), detail=str(refusal)) from refusal
    finally:
        with suppress(OSError):
            _remove(unfinished)


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)


def _create_theme_tables(path: Path) -> None:
    from osgeo import gdal, ogr, osr

    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    with calls() as made:
        dataset = made(gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown), path)
        for theme in THEMES.values():
            shape = ogr.wkbMultiPolygon if theme.shape is Shape.POLYGON else ogr.wkbPoint
            layer = made(dataset.CreateLayer(theme.name, wgs84, shape, ["GEOMETRY_NAME=geom", "FID=fid"]), path)
            for definition in _fields(theme):
                layer.CreateField(definition)
        del layer, dataset


def _fields(theme: Theme) -> list:
    from osgeo import ogr

    fields = [ogr.FieldDefn(name, ogr.OFTInteger64 if name in _INTEGERS else ogr.OFTString) for name in BOOKKEEPING]
    types = {Kind.INTEGER: ogr.OFTInteger64, Kind.REAL: ogr.OFTReal, Kind.BOOLEAN: ogr.OFTInteger}
    for attribute in theme.attributes:
        definition = ogr.FieldDefn(attribute.name, types.get(attribute.kind, ogr.OFTString))
        if attribute.kind is Kind.BOOLEAN:
            definition.SetSubType(ogr.OFSTBoolean)
        fields.append(definition)
    return fields


def _create_bookkeeping(path: Path) -> None:
    connection = connect(path)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        with transaction(connection, path):
            connection.execute("CREATE TABLE kaznedra (key TEXT PRIMARY KEY, value TEXT NOT NULL)")
            created = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
            connection.executemany("INSERT INTO kaznedra VALUES (?, ?)", (("version", "1"), ("created", created)))
            connection.execute(snapshots.TABLE)
            connection.execute(digests.TABLE)
            connection.execute("CREATE INDEX snapshots_theme ON snapshots (source, theme, id)")
            for table in ("kaznedra", "snapshots", "page_digests"):
                connection.execute(
                    "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES (?, 'attributes', ?)",
                    (table, table),
                )
            for theme in THEMES:
                connection.execute(
                    f'CREATE UNIQUE INDEX "{theme}_current" ON "{theme}" (source, feature_id) WHERE gone_at IS NULL'
                )
                connection.execute(f'CREATE INDEX "{theme}_gone" ON "{theme}" (source, gone_at)')
            versions.upgrade(connection, 1)
    finally:
        connection.close()


def check(connection: sqlite3.Connection, path: Path) -> int:
    """The workspace's version. Raises KaznedraError NOT_A_WORKSPACE or NEWER_VERSION where it cannot be used."""
    try:
        row = connection.execute("SELECT value FROM kaznedra WHERE key = 'version'").fetchone()
        version = int(row["value"]) if row else 0
    except (sqlite3.DatabaseError, ValueError) as refusal:
        if isinstance(refusal, sqlite3.OperationalError) and "no such table" not in str(refusal):
            raise
        raise KaznedraError(Code.NOT_A_WORKSPACE, path=str(path), detail=str(refusal)) from refusal
    if version > VERSION:
        raise KaznedraError(Code.NEWER_VERSION, path=str(path), version=version, known=VERSION)
    if version < 1:
        raise KaznedraError(Code.NOT_A_WORKSPACE, path=str(path), detail="no version")
    return version


def prepare_reading(connection: sqlite3.Connection, path: Path) -> None:
    """Check the workspace; one of an older version is read as if it were up to date, and stays as it is."""
    version = check(connection, path)
    if version < VERSION:
        versions.stand_in(connection, version)


def prepare_writing(connection: sqlite3.Connection, path: Path) -> None:
    """Check the workspace and bring one of an older version up to date, wholly or not at all; outside a transaction.

    Raises KaznedraError as `check` does, READ_ONLY, LOCKED or DISK_FULL.
    """
    with plain_words(path):
        if check(connection, path) < VERSION:
            with transaction(connection, path):
                # another may have done it meanwhile
                versions.upgrade(connection, check(connection, path))
