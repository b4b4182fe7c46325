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
from .tables import Feature, Setting, Words, iso, record, table, worded, words, years_later

PROGRAMME: dict[str, tuple[int, float, float, Words]] = {
    "auction": (26, 3, 14, {"en": "Demo auction plot {}", "ru": "Демо-участок для аукциона {}", "kk": "Демо аукцион учаскесі {}"}),
    "state_study": (
        16,
        14,
        40,
        {"en": "Demo state study area {}", "ru": "Демо-площадь госизучения {}", "kk": "Демо мемлекеттік зерттеу алаңы {}"},
    ),
    "uranium": (8, 6, 14, {"en": "Demo uranium area {}", "ru": "Демо-урановая площадь {}", "kk": "Демо уран алаңы {}"}),
}
FORMATIONS: dict[str, Words] = {
    "tailings": {"en": "Demo tailings {}", "ru": "Демо-хвостохранилище {}", "kk": "Демо қалдық қоймасы {}"},
    "waste_dump": {"en": "Demo waste dump {}", "ru": "Демо-отвал {}", "kk": "Демо үйінді {}"},
    "slag": {"en": "Demo slag heap {}", "ru": "Демо-шлакоотвал {}", "kk": "Демо шлак үйіндісі {}"},
    "sludge": {"en": "Demo sludge pond {}", "ru": "Демо-шламонакопитель {}", "kk": "Демо шлам жинағыш {}"},
}
LIQUIDATION: Words = {
    "en": "Demo liquidation of plot {}",
    "ru": "Ликвидация демо-участка {}",
    "kk": "Демо учаскені жою {}",
}
FORMATION_COUNT = 44
ARTICLE_68_1 = "K1700000125 art. 68-1"


def _numbered(name: Words, number: object) -> Words:
    return {language: text.format(number) for language, text in name.items()}


def _placed(draw: random.Random, country: Country, centre: Position, radius_km: float, spread_km: float) -> Polygon:
    """A plot near the centre, in the country; it strays further while it does not fit."""
    while True:
        shape = plot(
            draw, scattered(draw, centre, spread_km), radius_km, draw.randrange(6, 12), 0.1, draw.uniform(1, 1.8), draw.uniform(0, 3.1)
        )
        if country.holds(shape):
            return shape
        spread_km *= 1.2


def state_programme_areas(setting: Setting, country: Country) -> list[Feature]:
    """Plots for auction, areas of state study, and uranium areas in the uranium belts."""
    draw = setting.draw("state programme")
    features = []
    for kind, (count, least_km, most_km, name) in PROGRAMME.items():
        fitting = [belt for belt in belts() if (belt.suites == (("U",),)) == (kind == "uranium")]
        for number in range(1, count + 1):
            belt = draw.choice(fitting)
            minerals = belt.suite(draw)
            shape = _placed(draw, country, belt.position(draw), draw.uniform(least_km, most_km), 4)
            start = setting.before(draw.uniform(20, 900))
            changed = setting.office_hour(start, draw)
            basis = "K1700000125 art. 187(1)" if kind == "uranium" else ARTICLE_68_1
            values = {
                **worded("name", _numbered(name, number)),
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
        values = {
            **worded("name", _numbered(LIQUIDATION, number)),
            "licence_number": number,
            "status": status,
            **{f"responsible_{key}": licence.values[f"holder_{key}"] for key in ("en", "ru", "kk")},
            "started_on": iso(started) if status != "planned" else None,
            "due_on": iso(due),
            **{key: licence.values[key] for key in ("region_en", "region_ru", "region_kk")},
            **record("liquidation_areas", f"L-{len(features) + 1:03d}", setting.office_hour(started, draw), ARTICLE_68_1),
        }
        features.append(Feature(licence.geometry, values))
    return features


def technogenic_formations(
    setting: Setting, country: Country, holders: Holders, sites: list[Site], left_out: LeftOut, licences: Sequence[Feature]
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
        if number <= 2 * len(left_out.plants):
            plant = left_out.plants[number % len(left_out.plants)]
            kind, centre = draw.choice(("slag", "sludge")), away((float(plant["longitude"]), float(plant["latitude"])), 4, 4)
            minerals: tuple[str, ...] = ("Fe",) if "steel" in plant["name"] else ("Cu",)
        else:
            site = draw.choice(worked)
            kind, minerals = draw.choice(("tailings", "waste_dump", "waste_dump")), site.minerals
            centre = away(site.position, draw.uniform(-3, 3), draw.uniform(-3, 3))
        shape = _placed(draw, country, centre, draw.uniform(0.3, 1.2), 0.8)
        owner, _ = holders.company(draw)
        changed = setting.office_hour(setting.before(draw.uniform(10, 2000)), draw)
        values = {
            **worded("name", _numbered(FORMATIONS[kind], number)),
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


def _nearest(licences: dict[str, object], shape: Polygon) -> Optional[str]:
    """Number of the production licence within some 5 km; None when there is none."""
    near = [(shape.distance(geometry), number) for number, geometry in licences.items()]
    distance, number = min(near)
    return number if distance < 0.05 else None
