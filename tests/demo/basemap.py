"""The country base map: outline, regions, neighbours, and the cities and waters of the hand-made tables."""

from datetime import date
from pathlib import Path

from osgeo import ogr
from shapely.geometry import Point

from .country import Country, multi
from .geopackage import named_layer, write_geopackage
from .tables import Feature, table, worded, words

COUNTRY = {"en": "Kazakhstan", "ru": "Казахстан", "kk": "Қазақстан"}
TOLERANCE = 0.002
"""Degrees by which neighbours may be drawn simpler"""


def write_basemap(path: Path, country: Country, waters: list[Feature], today: date) -> None:
    """A GeoPackage with layers country, regions, neighbours, waters and cities, each with name_en, name_ru, name_kk."""
    neighbours = [Feature(multi(shape.simplify(TOLERANCE)), worded("name", name)) for name, shape in country.neighbours]
    cities = [
        Feature(Point(float(city["lon"]), float(city["lat"])), worded("name", words(city))) for city in table("cities")
    ]
    regions = [Feature(shape, worded("name", name)) for name, shape in country.regions]
    layers = [
        named_layer("country", ogr.wkbMultiPolygon, [Feature(country.outline, worded("name", COUNTRY))]),
        named_layer("regions", ogr.wkbMultiPolygon, regions),
        named_layer("neighbours", ogr.wkbMultiPolygon, neighbours),
        named_layer("waters", ogr.wkbMultiPolygon, waters),
        named_layer("cities", ogr.wkbPoint, cities),
    ]
    write_geopackage(path, today, layers)
