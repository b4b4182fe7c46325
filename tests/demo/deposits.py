"""Deposits: real mines as their source states them, and invented ones that say so."""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Optional

from shapely.geometry import Point
from shapely.prepared import PreparedGeometry

from .belts import Belt, belts, commodity_group
from .country import Country
from .names import deposit_names
from .shapes import Position, distance_km, scattered
from .tables import Feature, Setting, Words, record, table, worded

MINERAL_OF_PRODUCT = {
    "Gold": "Au",
    "Copper": "Cu",
    "Copper cathode": "Cu",
    "Silver": "Ag",
    "Zinc": "Zn",
    "Lead": "Pb",
    "Iron": "Fe",
    "Coal": "coal",
}
FACILITIES = {
    "Open pit": "open_pit",
    "Underground": "underground",
    "Heap leaching plant": "heap_leach",
}
INVENTED_SOURCE = "Invented for the demo platform (demo)"


@dataclass(frozen=True)
class Site:
    """Where a deposit lies and what is in it, for the rights and formations that gather round it."""

    name: Words
    position: Position
    minerals: tuple[str, ...]
    kind: str
    stage: str
    size: str
    invented: bool
    belt: Optional[Belt] = None


@dataclass(frozen=True)
class LeftOut:
    """Rows of kz_mines.csv that are no deposit on the map, by reason."""

    without_coordinates: tuple[str, ...]
    plants: tuple[dict[str, str], ...]


def real_deposits(country: Country) -> tuple[list[Feature], list[Site], LeftOut]:
    """The mines of kz_mines.csv that have coordinates and are no smelter; what the source does not say stays empty."""
    known = {row["name"]: row for row in table("mines")}
    features, sites, nowhere, plants = [], [], [], []
    for row in table("kz_mines"):
        if not row["latitude"]:
            nowhere.append(row["name"])
            continue
        own = known[row["name"]]
        if own["kind"] == "plant":
            plants.append({**row, **own})
            continue
        name = {"en": row["name"], "ru": own["ru"], "kk": own["kk"]}
        minerals = tuple(dict.fromkeys(MINERAL_OF_PRODUCT[item.strip()] for item in row["commodities"].split(",")))
        producing = bool(row["production_start"] or row["activity"] == "active")
        site = Site(
            name,
            (float(row["longitude"]), float(row["latitude"])),
            minerals,
            "deposit",
            "production" if producing else "unknown",
            "unknown",
            invented=False,
        )
        values = {
            **_values(site, country),
            "commodity_group": own["group"],
            "facility": ", ".join(FACILITIES[item.strip()] for item in row["facility"].split(",") if item) or None,
            "production_start": int(row["production_start"]) if row["production_start"] else None,
            "data_source": row["source"],
            **record("deposits", row["name"], _as_of(row["source"]), demo=False),
        }
        features.append(Feature(Point(site.position), values))
        sites.append(site)
    return features, sites, LeftOut(tuple(nowhere), tuple(plants))


def _as_of(source: str) -> str:
    """End of the latest year in which a source of the mine was published."""
    return f"{max(re.findall(r'[(]([0-9]{4})[)]', source))}-12-31T00:00:00Z"


def invented_deposits(
    setting: Setting, country: Country, forbidden: PreparedGeometry, sites: list[Site]
) -> list[Feature]:
    """Deposits and occurrences that gather in a few ore districts of each belt; their sites are added to `sites`."""
    draw = setting.draw("deposits")
    names, sizes = iter(deposit_names(setting)), _sizes(draw)
    features = []
    for belt in belts():
        districts = [belt.position(draw) for _ in range(max(3, belt.deposits // 2))]
        for _ in range(belt.deposits):
            position = _free_position(draw, country, forbidden, belt, districts, sites)
            kind = "deposit" if draw.random() < 0.62 else "occurrence"
            size = next(sizes) if kind == "deposit" else "unknown"
            site = Site(next(names), position, belt.suite(draw), kind, _stage(draw, kind), size, True, belt)
            sites.append(site)
            changed = setting.office_hour(setting.before(draw.uniform(20, 2500)), draw)
            values = {
                **_invented_values(setting, draw, country, site),
                **record("deposits", f"D-{len(sites):03d}", changed),
            }
            features.append(Feature(Point(position), values))
    return features


def _free_position(
    draw: random.Random,
    country: Country,
    forbidden: PreparedGeometry,
    belt: Belt,
    districts: list[Position],
    sites: list[Site],
) -> Position:
    while True:
        in_district = draw.random() < 0.8
        lon, lat = scattered(draw, draw.choice(districts), belt.width_km / 2.2) if in_district else belt.position(draw)
        position = round(lon, 5), round(lat, 5)
        point = Point(position)
        if not country.holds(point) or forbidden.contains(point):
            continue
        if all(distance_km(position, site.position) > 4 for site in sites):
            return position


def _sizes(draw: random.Random) -> Iterator[str]:
    """Sizes in random order: of 50 deposits 1 unique, 6 large, 16 medium, 27 small."""
    while True:
        pool = ["unique"] + ["large"] * 6 + ["medium"] * 16 + ["small"] * 27
        draw.shuffle(pool)
        yield from pool


def _stage(draw: random.Random, kind: str) -> str:
    if kind == "occurrence":
        return draw.choices(("prospecting", "exploration", "unknown"), (5, 3, 2))[0]
    stages = ("exploration", "development", "production", "suspended", "closed")
    return draw.choices(stages, (4, 2, 4, 1, 1))[0]


def _values(site: Site, country: Country) -> dict[str, object]:
    return {
        **worded("name", site.name),
        "kind": site.kind,
        "commodities": ", ".join(site.minerals),
        "commodity_group": commodity_group(site.minerals[0]),
        "size": site.size,
        "stage": site.stage,
        "reserves": None,
        "facility": None,
        "discovered_year": None,
        "production_start": None,
        **worded("region", country.region(Point(site.position))),
    }


def _invented_values(setting: Setting, draw: random.Random, country: Country, site: Site) -> dict[str, object]:
    discovered, last_year = draw.randrange(1932, 2016), setting.today.year - 1
    worked = site.stage in ("production", "suspended", "closed")
    return {
        **_values(site, country),
        "reserves": _reserves(draw, site, discovered, last_year) if site.kind == "deposit" else None,
        "facility": _facility(draw, site) if worked else None,
        "discovered_year": discovered,
        "production_start": min(discovered + draw.randrange(6, 40), last_year) if worked else None,
        "data_source": INVENTED_SOURCE,
    }


def _facility(draw: random.Random, site: Site) -> str:
    if site.minerals[0] == "U":
        return "in_situ_leach"
    works = draw.choice(("open_pit", "underground"))
    if site.minerals[0] == "coal":
        return works
    return f"{works}, {draw.choice(('concentrator', 'heap_leach'))}" if draw.random() < 0.6 else works


def _reserves(draw: random.Random, site: Site, discovered: int, last_year: int) -> str:
    """Tonnage by category, as the contract's JSON; one standard a deposit, never converted into the other."""
    scale_kt = {"unique": 400_000, "large": 90_000, "medium": 15_000, "small": 1_800}[site.size]
    standard, categories = draw.choice((("GKZ", ("B", "C1", "C2", "P1")), ("KAZRC", ("Indicated", "Inferred"))))
    entries = [
        {
            "commodity": site.minerals[0],
            "value": round(scale_kt * draw.uniform(0.1, 0.6) * (rank + 1) / 2),
            "unit": "kt",
            "measure": "ore",
            "category": category,
            "standard": standard,
            "date": f"{draw.randrange(max(discovered + 3, 1990), last_year + 1)}-01-01",
            "source": INVENTED_SOURCE,
        }
        for rank, category in enumerate(categories)
    ]
    return json.dumps(entries, ensure_ascii=False)
