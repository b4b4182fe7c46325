"""Territories of articles 25 and 26 of the Code: real places, outlines invented or drawn by hand, and marked so."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry

from .belts import belts, positions
from .country import Country
from .shapes import Position, corridor, plot, scattered, trimmed, weathered
from .tables import Feature, Setting, Words, phrase, record, table, worded, words

ARTICLE_25 = "K1700000125 art. 25(1)"
ARTICLE_26 = "K1700000125 art. 26"
BUFFERS_M = {"settlement": 1000.0, "hydraulic_structure": 400.0, "burial_ground": 100.0, "third_party_land": 100.0}
"""Metres around the territory that are restricted too; the geometry is the territory itself"""

KEEPERS = {
    "defence": "defence",
    "hydraulic_structure": "water",
    "water_fund": "water",
    "drinking_groundwater": "geology",
    "infrastructure": "transport",
    "protected_area": "nature",
}
INVENTED = {
    "defence": (14, 9.0),
    "hydraulic_structure": (22, 0.5),
    "drinking_groundwater": (46, 3.0),
    "burial_ground": (60, 0.25),
    "third_party_land": (62, 0.8),
    "state_needs": (12, 3.5),
}
"""How many of a category are invented, and their mean radius in km"""

ROADS = (
    "Astana,Karaganda,Balkhash,Almaty",
    "Astana,Kokshetau,Petropavl",
    "Astana,Ekibastuz,Pavlodar",
    "Pavlodar,Semey,Oskemen,Ridder",
    "Semey,Ayagoz,Taldykorgan,Konaev",
    "Almaty,Shu,Taraz,Shymkent,Turkistan,Kyzylorda,Aral",
    "Aral,Kandyagash,Aktobe,Oral",
    "Aktobe,Khromtau,Zhitikara,Rudny,Kostanay",
    "Kandyagash,Kulsary,Atyrau",
    "Kulsary,Zhanaozen,Aktau",
    "Karaganda,Karazhal,Zhezkazgan",
    "Kostanay,Kokshetau",
    "Arkalyk,Astana",
    "Taraz,Karatau,Zhanatas",
)
ROUND_THE_LAKE = {("Balkhash", "Almaty"): ((73.35, 46.3), (73.2, 45.3), (74.1, 44.1))}


@dataclass(frozen=True)
class Territory:
    """A territory before it becomes a row."""

    category: str
    name: Words
    geometry: BaseGeometry


def restricted_areas(setting: Setting, country: Country) -> list[Feature]:
    """Territories of every category, clipped to the country."""
    draw = setting.draw("restricted")
    features = []
    for territory in _territories(setting, country):
        shape = trimmed(territory.geometry.intersection(country.outline))
        if shape.is_empty:
            continue
        basis = ARTICLE_26 if territory.category == "protected_area" else ARTICLE_25
        established = date(draw.randrange(1975, 2025), draw.randrange(1, 13), draw.randrange(1, 29))
        changed = setting.office_hour(setting.before(draw.uniform(10, 2800)), draw)
        values = {
            **worded("name", territory.name),
            "category": territory.category,
            "buffer_m": BUFFERS_M.get(territory.category, 0.0),
            **worded("authority", phrase(f"authority {KEEPERS.get(territory.category, 'local')}")),
            "established_on": established.isoformat(),
            **worded("region", country.region(shape)),
            **record("restricted_areas", f"R-{len(features) + 1:04d}", changed, basis),
        }
        features.append(Feature(shape, values))
    return features


def _territories(setting: Setting, country: Country) -> Iterator[Territory]:
    yield from _settlements(setting.draw("settlements"))
    yield from _waters(setting.draw("waters"))
    yield from _protected(setting.draw("protected areas"))
    yield from _roads(setting.draw("roads"))
    for category in INVENTED:
        yield from _invented(setting.draw(category), country, category)


def _settlements(draw: random.Random) -> Iterator[Territory]:
    for row in table("cities"):
        centre = float(row["lon"]), float(row["lat"])
        shape = plot(draw, centre, float(row["radius_km"]) * 0.7, 22, 0.16, draw.uniform(1, 1.6), draw.uniform(0, 3))
        yield Territory("settlement", phrase("outline", words(row)), shape)


def _waters(draw: random.Random) -> Iterator[Territory]:
    for row in table("waters"):
        line = positions(row["outline"])
        if row["form"] == "lake":
            shape = Polygon(weathered(draw, [*line, line[0]], 0.09)).buffer(0.004, 3)
        else:
            shape = corridor(weathered(draw, line, 0.14, 4), float(row["width_km"]))
        yield Territory("water_fund", phrase("outline", words(row)), shape.simplify(0.0015))


def _protected(draw: random.Random) -> Iterator[Territory]:
    for row in table("protected"):
        centre = float(row["lon"]), float(row["lat"])
        rough = plot(draw, centre, float(row["radius_km"]), 12, 0.2, draw.uniform(1, 1.8), draw.uniform(0, 3))
        shape = Polygon(weathered(draw, list(rough.exterior.coords), 0.07, 2)).buffer(0)
        yield Territory("protected_area", phrase("outline", words(row)), shape)


def _roads(draw: random.Random) -> Iterator[Territory]:
    cities = {row["en"]: (words(row), (float(row["lon"]), float(row["lat"]))) for row in table("cities")}
    for road in ROADS:
        stops = road.split(",")
        for start, end in zip(stops, stops[1:]):
            (from_name, from_place), (to_name, to_place) = cities[start], cities[end]
            stations = (from_place, *ROUND_THE_LAKE.get((start, end), ()), to_place)
            line = weathered(draw, stations, 0.05, 4)
            name = phrase("outline", phrase("road", from_name, to_name))
            yield Territory("infrastructure", name, corridor(line, 0.4))


def _invented(draw: random.Random, country: Country, category: str) -> Iterator[Territory]:
    count, radius_km = INVENTED[category]
    for number in range(1, count + 1):
        shape = None
        while shape is None or not country.holds(shape):
            centre = _somewhere(draw, country, category)
            size = radius_km * draw.uniform(0.5, 1.6)
            shape = plot(draw, centre, size, draw.randrange(5, 12), 0.2, draw.uniform(1, 2), draw.uniform(0, 3))
        yield Territory(category, phrase(f"restricted {category}", number), shape)


def _somewhere(draw: random.Random, country: Country, category: str) -> Position:
    """Dams stand on rivers, ranges in the steppe, the rest lies round cities and in the belts."""
    if category == "hydraulic_structure":
        rivers = [row for row in table("waters") if row["form"] == "river"]
        return draw.choice(positions(draw.choice(rivers)["outline"])[1:-1])
    if category == "defence":
        west, south, east, north = country.outline.bounds
        while True:
            place = draw.uniform(west, east), draw.uniform(south, north)
            if country.holds(Point(place).buffer(0.3)):
                return place
    if draw.random() < 0.6:
        city = draw.choice(table("cities"))
        return scattered(draw, (float(city["lon"]), float(city["lat"])), 35)
    return scattered(draw, draw.choice(belts()).position(draw), 15)
