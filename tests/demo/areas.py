"""State-programme areas, liquidation areas and technogenic formations: plots round belts, mines and ended rights."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Optional

from shapely.geometry import Polygon

from .belts import belts
from .country import Country, multi
from .deposits import LeftOut, Site
from .names import Holders
from .shapes import Position, away, plot, scattered
from .tables import Feature, Setting, iso, phrase, record, worded, years_later

PROGRAMME = {"auction": (26, 3, 14), "state_study": (16, 14, 40), "uranium": (8, 6, 14)}
"""How many areas of a kind, their least and greatest mean radius in km"""

FORMATION_COUNT = 44
ARTICLE_68_1 = "K1700000125 art. 68-1"


def _placed(draw: random.Random, country: Country, centre: Position, radius_km: float, spread_km: float) -> Polygon:
    """A plot near the centre, in the country; it strays further while it does not fit."""
    while True:
        near, stretch, azimuth = scattered(draw, centre, spread_km), draw.uniform(1, 1.8), draw.uniform(0, 3.1)
        shape = plot(draw, near, radius_km, draw.randrange(6, 12), 0.1, stretch, azimuth)
        if country.holds(shape):
            return shape
        spread_km *= 1.2


def state_programme_areas(setting: Setting, country: Country) -> list[Feature]:
    """Plots for auction, areas of state study, and uranium areas in the uranium belts."""
    draw = setting.draw("state programme")
    features = []
    for kind, (count, least_km, most_km) in PROGRAMME.items():
        fitting = [belt for belt in belts() if (belt.suites == (("U",),)) == (kind == "uranium")]
        for number in range(1, count + 1):
            belt = draw.choice(fitting)
            minerals = belt.suite(draw)
            shape = _placed(draw, country, belt.position(draw), draw.uniform(least_km, most_km), 4)
            start = setting.before(draw.uniform(20, 900))
            changed = setting.office_hour(start, draw)
            basis = "K1700000125 art. 187(1)" if kind == "uranium" else ARTICLE_68_1
            values = {
                **worded("name", phrase(f"programme {kind}", number)),
                "kind": kind,
                "minerals": ", ".join(minerals),
                "valid_from": iso(start),
                "valid_to": iso(years_later(start, draw.randrange(3, 6))),
                **worded("region", country.region(shape)),
                **record("state_programme_areas", f"P-{len(features) + 1:03d}", changed, basis),
            }
            features.append(Feature(multi(shape), values))
    return features


def liquidation_areas(setting: Setting, country: Country, licences: Sequence[Feature]) -> list[Feature]:
    """Where production, common minerals and contracts ended: works planned, under way or accepted."""
    draw = setting.draw("liquidation")
    ended = [
        licence
        for licence in licences
        if licence.values["ended_on"] and licence.values["kind"] in ("production", "common_minerals", "contract")
    ]
    features = []
    for licence in sorted(draw.sample(ended, min(26, len(ended))), key=lambda licence: str(licence.values["number"])):
        number = str(licence.values["number"])
        ended_on = date.fromisoformat(str(licence.values["ended_on"]))
        started = min(ended_on + timedelta(days=draw.randrange(30, 400)), setting.today - timedelta(days=1))
        due = years_later(ended_on, draw.randrange(2, 7))
        status = "accepted" if due < setting.today else draw.choice(("planned", "under_way", "under_way"))
        changed = setting.office_hour(due if status == "accepted" else started, draw)
        values = {
            **worded("name", phrase("liquidation", number)),
            "licence_number": number,
            "status": status,
            **{f"responsible_{key}": licence.values[f"holder_{key}"] for key in ("en", "ru", "kk")},
            "started_on": iso(started) if status != "planned" else None,
            "due_on": iso(due),
            **{key: licence.values[key] for key in ("region_en", "region_ru", "region_kk")},
            **record("liquidation_areas", f"L-{len(features) + 1:03d}", changed, ARTICLE_68_1),
        }
        features.append(Feature(licence.geometry, values))
    return features


def technogenic_formations(
    setting: Setting,
    country: Country,
    holders: Holders,
    sites: list[Site],
    left_out: LeftOut,
    licences: Sequence[Feature],
) -> list[Feature]:
    """Dumps and tailings beside invented mines, slag and sludge at some distance of the smelters."""
    draw = setting.draw("technogenic formations")
    worked = [site for site in sites if site.invented and site.stage in ("production", "suspended", "closed")]
    in_force = {
        str(licence.values["number"]): licence.geometry
        for licence in licences
        if licence.values["kind"] == "production" and licence.values["status"] == "active"
    }
    features = []
    for number in range(1, FORMATION_COUNT + 1):
        plant = left_out.plants[number % len(left_out.plants)] if number <= 2 * len(left_out.plants) else None
        kind, centre, minerals = _beside_plant(draw, plant) if plant else _beside_mine(draw, worked)
        shape = _placed(draw, country, centre, draw.uniform(0.3, 1.2), 0.8)
        owner, _ = holders.company(draw)
        changed = setting.office_hour(setting.before(draw.uniform(10, 2000)), draw)
        values = {
            **worded("name", phrase(f"formation {kind}", number)),
            "kind": kind,
            "commodities": ", ".join(minerals),
            "volume_kt": round(draw.lognormvariate(7.5, 1.2), 1),
            **worded("owner", owner),
            "licence_number": _nearest(in_force, shape),
            **worded("region", country.region(shape)),
            **record("technogenic_formations", f"T-{number:03d}", changed),
        }
        features.append(Feature(multi(shape), values))
    return features


def _beside_plant(draw: random.Random, plant: dict[str, str]) -> tuple[str, Position, tuple[str, ...]]:
    position = float(plant["longitude"]), float(plant["latitude"])
    return draw.choice(("slag", "sludge")), away(position, 4, 4), ("Fe",) if "steel" in plant["name"] else ("Cu",)


def _beside_mine(draw: random.Random, mines: list[Site]) -> tuple[str, Position, tuple[str, ...]]:
    mine = draw.choice(mines)
    place = away(mine.position, draw.uniform(-3, 3), draw.uniform(-3, 3))
    return draw.choice(("tailings", "waste_dump", "waste_dump")), place, mine.minerals


def _nearest(licences: dict[str, object], shape: Polygon) -> Optional[str]:
    """Number of the production licence within some 5 km; None when there is none."""
    near = [(shape.distance(geometry), number) for number, geometry in licences.items()]
    distance, number = min(near)
    return number if distance < 0.05 else None
