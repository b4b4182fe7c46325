"""Outline, regions and neighbours from the world map that QGIS ships, and the base map made of them.

The world map's regions predate 2018 and 2022: South Kazakhstan is today's Turkistan region with Shymkent, and
Karaganda, East Kazakhstan and Almaty still hold Ulytau, Abai and Zhetisu. Such a polygon carries the names of all
that it covers today (data/regions.csv); no boundary was invented. The Baykonur lease is part of Kyzylorda region.
"""

from pathlib import Path

from osgeo import gdal, ogr
from shapely import wkb
from shapely.geometry import MultiPolygon, Point, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union
from shapely.prepared import prep

from .tables import Words, table, words

FRAME = box(43.0, 38.0, 92.0, 58.5)
"""What the base map shows around the country, in degrees"""


def world_map() -> Path:
    """Path of world_map.gpkg; a QgsApplication must exist. Raises FileNotFoundError where QGIS came without it."""
    from qgis.core import QgsApplication

    if QgsApplication.instance() is None:
        raise RuntimeError("only a QgsApplication knows where QGIS keeps its data")
    path = Path(QgsApplication.pkgDataPath()) / "resources" / "data" / "world_map.gpkg"
    if not path.is_file():
        raise FileNotFoundError(f"QGIS's world map is not at {path}")
    return path


def multi(geometry: BaseGeometry) -> MultiPolygon:
    """The polygons of a geometry as one MultiPolygon."""
    parts = getattr(geometry, "geoms", [geometry])
    return MultiPolygon([part for part in parts if part.geom_type == "Polygon"])


def _read(source: gdal.Dataset, layer: str, where: str) -> list[tuple[dict, BaseGeometry]]:
    rows = source.GetLayerByName(layer)
    rows.SetAttributeFilter(where)
    return [(row.items(), wkb.loads(bytes(row.GetGeometryRef().ExportToWkb()))) for row in rows]


class Country:
    """Kazakhstan as QGIS's world map draws it, EPSG:4326."""

    def __init__(self, path: Path) -> None:
        source = ogr.Open(str(path))
        if source is None:
            raise FileNotFoundError(f"{path} is no world map")
        names = {row["world_map"]: words(row) for row in table("regions")}
        merged: dict[str, tuple[Words, list[BaseGeometry]]] = {}
        for row, geometry in _read(source, "states_provinces", "sov_a3 = 'KAZ'"):
            name = names[row["name"]]
            merged.setdefault(name["en"], (name, []))[1].append(geometry)
        self.regions = [(name, multi(unary_union(parts))) for _, (name, parts) in sorted(merged.items())]
        self.outline = multi(unary_union([geometry for _, geometry in self.regions]).buffer(0))
        countries = {row["iso_a3"]: words(row) for row in table("neighbours")}
        quoted = ", ".join(f"'{code}'" for code in countries)
        self.neighbours = [
            (countries[row["ISO_A3"]], multi(geometry.intersection(FRAME)))
            for row, geometry in _read(source, "countries", f"ISO_A3 IN ({quoted})")
        ]
        self._within = prep(self.outline.buffer(-0.02))
        self._prepared = [(name, prep(geometry), geometry) for name, geometry in self.regions]

    def holds(self, geometry: BaseGeometry) -> bool:
        """True when the geometry lies within the country, 0.02 degrees or more from its border."""
        return self._within.contains(geometry)

    def region(self, geometry: BaseGeometry) -> Words:
        """Names of the region in which the geometry's representative point lies."""
        point: Point = geometry.representative_point()
        for name, prepared, _ in self._prepared:
            if prepared.covers(point):
                return name
        return min(self._prepared, key=lambda entry: entry[2].distance(point))[0]
