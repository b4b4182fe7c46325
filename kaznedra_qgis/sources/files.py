"""A GeoPackage (OGC 12-128r19) as a source: its catalogue is read here, its features by whoever takes the pages."""

import hashlib
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Optional, Union

from ..errors import Code, KaznedraError
from .profile import SourceProfile
from .promise import Promise, Told
from .source import BBox, Contract, Offer, Page, Way

_SUFFIX = ".gpkg"
_CHUNK = 1 << 20
_SQLITE = b"SQLite format 3\0"
_TYPES = {
    **dict.fromkeys(("TEXT", "DATE", "DATETIME"), "text"),
    **dict.fromkeys(("TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "FLOAT", "DOUBLE", "REAL"), "number"),
    "BOOLEAN": "boolean",
}
_LAYERS = """
    SELECT contents.table_name, contents.identifier, systems.organization, systems.organization_coordsys_id,
           contents.min_x, contents.min_y, contents.max_x, contents.max_y
    FROM gpkg_contents AS contents LEFT JOIN gpkg_spatial_ref_sys AS systems ON systems.srs_id = contents.srs_id
    WHERE contents.data_type = 'features' ORDER BY contents.table_name
"""


@dataclass(frozen=True)
class _Layer:
    name: str
    title: str
    crs: str
    count: int
    extent: Optional[BBox]
    attributes: dict[str, str]


class FileSource:
    """A GeoPackage whose layers are the collections of a profile. The file is opened for reading only."""

    def __init__(self, profile: SourceProfile, path: Union[str, Path]) -> None:
        self.profile = profile
        self.path = Path(path)
        self._hashed_state: Optional[tuple[Optional[tuple[int, int]], ...]] = None
        self._hash = ""

    def contract(self, themes: Optional[Collection[str]] = None) -> Contract:
        """What the file holds of the profile's themes or of some; its server time is the file's time of change.

        A theme may be missing with THEME_MISSING (`collection`, `offered`) or OTHER_CRS (`crs`).
        Raises BAD_FILE (`path`, `reason`: missing, format, not_geopackage, unreadable).
        """
        layers = {layer.name: layer for layer in self._layers()}
        offers: dict[str, Offer] = {}
        missing: dict[str, KaznedraError] = {}
        for theme, mapped in self.profile.asked(themes).items():
            layer = layers.get(mapped.collection)
            facts = {"theme": theme, "collection": mapped.collection, "path": str(self.path)}
            if layer is None:
                missing[theme] = KaznedraError(Code.THEME_MISSING, **facts, offered=", ".join(layers))
            elif layer.crs != "EPSG:4326":
                missing[theme] = KaznedraError(Code.OTHER_CRS, **facts, crs=layer.crs)
            else:
                promise = Promise(layer.name, layer.title, attributes=layer.attributes, told=Told.SCHEMA)
                offers[theme] = Offer(theme, layer.name, layer.title, layer.count, layer.extent, promise)
        return Contract(self.path.stem, offers, missing, self._time())

    def ways(self, offer: Offer) -> Iterator[Way]:
        """A file has one order."""
        yield Way.PLAIN

    def pages(self, offer: Offer, bbox: Optional[BBox] = None, way: Way = Way.PLAIN) -> Iterator[Page]:
        """One page: the layer. Raises BAD_FILE as `contract` does."""
        self._check()
        yield Page(
            number=1,
            path=str(self.path),
            layer=offer.collection,
            matched=offer.expected if bbox is None else None,
            server_time=self._time(),
            size=self.path.stat().st_size,
            digest=self._digest(offer.collection, bbox),
            returned=offer.expected if bbox is None else None,
            bbox=bbox,
        )

    def _digest(self, layer: str, bbox: Optional[BBox]) -> str:
        """SHA-256 of the file, with what its write-ahead log holds, and of what is asked of it."""
        parts = [self.path, Path(f"{self.path}-wal")]
        state = tuple((part.stat().st_mtime_ns, part.stat().st_size) if part.exists() else None for part in parts)
        if state != self._hashed_state:
            hashed = hashlib.sha256()
            for part in parts:
                if part.exists():
                    with part.open("rb") as file:
                        while chunk := file.read(_CHUNK):
                            hashed.update(chunk)
            self._hashed_state, self._hash = state, hashed.hexdigest()
        return hashlib.sha256(repr((self._hash, layer, bbox)).encode()).hexdigest()

    def _check(self) -> None:
        if not self.path.is_file():
            raise self._bad("missing")
        if self.path.suffix.lower() != _SUFFIX:
            raise self._bad("format")
        try:
            with self.path.open("rb") as file:
                start = file.read(len(_SQLITE))
        except OSError as error:
            raise self._bad("unreadable") from error
        if start != _SQLITE:
            raise self._bad("not_geopackage")

    def _bad(self, reason: str) -> KaznedraError:
        return KaznedraError(Code.BAD_FILE, path=str(self.path), reason=reason)

    def _time(self) -> str:
        changed = datetime.fromtimestamp(self.path.stat().st_mtime, timezone.utc)
        return changed.strftime("%Y-%m-%dT%H:%M:%SZ")

    def _layers(self) -> list[_Layer]:
        self._check()
        try:
            return self._read("mode=ro")
        except sqlite3.OperationalError:
            # a WAL file in a folder that cannot be written: SQLite can read it only as one that nobody changes
            try:
                return self._read("mode=ro&immutable=1")
            except sqlite3.DatabaseError as error:
                raise self._bad("not_geopackage") from error
        except sqlite3.DatabaseError as error:
            raise self._bad("not_geopackage") from error

    def _read(self, options: str) -> list[_Layer]:
        uri = f"{self.path.resolve().as_uri()}?{options}"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            return [self._layer(connection, *row) for row in connection.execute(_LAYERS).fetchall()]

    def _layer(
        self,
        connection: sqlite3.Connection,
        name: str,
        title: Optional[str],
        organization: Optional[str],
        code: Optional[int],
        *edges: Optional[float],
    ) -> _Layer:
        quoted = name.replace('"', '""')
        count = connection.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()[0]  # nosec B608
        west, south, east, north = edges
        known = west is not None and south is not None and east is not None and north is not None
        extent = (west, south, east, north) if known else None
        crs = f"{(organization or '').upper()}:{code}"
        return _Layer(name, title or "", crs, count, extent, _attributes(connection, quoted))  # type: ignore[arg-type]


def _attributes(connection: sqlite3.Connection, layer: str) -> dict[str, str]:
    """Attributes of a layer with their types, by what its table declares; without the key and the geometry."""
    declared = connection.execute(f'PRAGMA table_info("{layer}")').fetchall()
    return {row[1]: _TYPES.get(row[2].partition("(")[0].upper(), "") for row in declared if not row[5]}
