"""Licences of every kind with their histories; contracts from before the Code too."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Optional

from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry

from kaznedra_qgis.subsoil.blocks import Block

from .belts import belts
from .country import Country
from .deposits import Site
from .ground import Ground
from .growth import Habit, block_at, block_count, centre, grown
from .names import Holders
from .rights import LEGAL_BASES, SUFFIXES, Territory, on_blocks, on_plot, some, sorted_blocks
from .shapes import Position, plot, scattered
from .tables import Feature, Setting, iso, record, table, worded, years_later

COUNTS = {
    "exploration": 930,
    "production": 150,
    "geological_study": 90,
    "subsoil_space": 40,
    "artisanal": 120,
    "common_minerals": 110,
    "contract": 60,
}
TERMS = {"exploration": 6, "production": 25, "geological_study": 3, "subsoil_space": 25, "artisanal": 3, "common_minerals": 10}
ENDED_SHARE = {"exploration": 0.36, "production": 0.06, "geological_study": 0.3, "artisanal": 0.35, "common_minerals": 0.15}
EXTENSION_YEARS = 5
OIL_FIELDS = ((53.0, 47.2), (54.2, 46.6), (52.6, 43.4), (53.3, 44.6), (57.3, 48.4), (52.3, 50.9), (65.4, 46.6), (56.2, 46.9))


@dataclass(frozen=True)
class Life:
    """When a right began, should end and did end."""

    status: str
    issued: date
    expires: date
    ended: Optional[date] = None

    @property
    def holds(self) -> bool:
        """True while the right is in force."""
        return self.status in ("active", "suspended")


@dataclass(frozen=True)
class Licence:
    """A licence before it becomes a row."""

    kind: str
    life: Life
    territory: Territory


def life_in_force(setting: Setting, draw: random.Random, kind: str) -> Life:
    """A right in force; of the short ones some run out within 90 days, and some of exploration were extended."""
    term = TERMS[kind]
    status = "suspended" if draw.random() < 0.03 else "active"
    if kind == "exploration" and draw.random() < 0.07:
        issued = setting.before(365.25 * term + draw.uniform(30, 365 * 1.8))
        if years_later(issued, term) <= setting.today:
            return Life(status, issued, years_later(issued, term + EXTENSION_YEARS))
    soon = draw.random() < 0.05
    age = 365.25 * term - draw.uniform(2, 89) if soon else 365.25 * min(term, 8.3) * draw.random() ** 1.25 * 0.98
    issued = setting.before(max(age, 3))
    return Life(status, issued, max(years_later(issued, term), setting.today + timedelta(days=1)))


def life_ended(setting: Setting, draw: random.Random, kind: str, before: Optional[date] = None) -> Life:
    """A right that ended, before that day where one is given: ran out, or was cut short."""
    last = (before or setting.today) - timedelta(days=draw.randrange(1, 60))
    term = TERMS[kind]
    full = years_later(setting.before(9999), term) <= last and draw.random() < 0.45
    if full:
        issued = max(setting.before(9999), years_later(last, -term) - timedelta(days=draw.randrange(0, 700)))
        expires = years_later(issued, term)
        return Life("expired", issued, expires, expires)
    first = setting.before(9999)
    span = max((last - first).days, 2)
    issued = first + timedelta(days=draw.randrange(0, max(1, span - 1)))
    ended = issued + timedelta(days=draw.randrange(1, max(2, (last - issued).days)))
    expires = years_later(issued, term)
    if ended >= expires:
        return Life("expired", issued, expires, expires)
    return Life(draw.choice(("terminated", "revoked", "relinquished")), issued, expires, ended)


def contract_life(setting: Setting, draw: random.Random) -> Life:
    """A contract signed before the Code, in force or ended."""
    signed = date(draw.randrange(1996, 2018), draw.randrange(1, 13), draw.randrange(1, 29))
    expires = years_later(signed, draw.choice((20, 25, 30, 35, 40, 45)))
    if expires <= setting.today:
        return Life("expired", signed, expires, expires)
    if draw.random() < 0.12:
        span = (setting.today - signed).days
        return Life("terminated", signed, expires, signed + timedelta(days=draw.randrange(span // 3, span)))
    return Life("active", signed, expires)


def production(setting: Setting, country: Country, ground: Ground, sites: list[Site]) -> Iterator[Licence]:
    """Plots round invented deposits, none on another in force."""
    draw = setting.draw("production")
    mined = [site for site in sites if site.invented and site.kind == "deposit"]
    kept: list[Polygon] = []
    for number in range(COUNTS["production"]):
        life = _life(setting, draw, "production", number)
        while True:
            site = draw.choice(mined)
            near = site.position if draw.random() < 0.5 else scattered(draw, site.position, 5)
            shape = plot(draw, near, draw.uniform(0.7, 3.4), draw.randrange(5, 12), 0.2, draw.uniform(1, 3), draw.uniform(0, 3.1))
            if country.holds(shape) and not any(shape.intersects(other) for other in kept):
                break
        kept.append(shape)
        if life.holds:
            ground.put_plot(shape)
        yield Licence("production", life, on_plot(shape, site.minerals))


def _life(setting: Setting, draw: random.Random, kind: str, number: int) -> Life:
    ended = number < COUNTS[kind] * ENDED_SHARE.get(kind, 0)
    return life_ended(setting, draw, kind) if ended else life_in_force(setting, draw, kind)


def exploration(setting: Setting, ground: Ground) -> Iterator[Licence]:
    """Territories of whole blocks, none on another in force; some stand on ground that was given back."""
    draw = setting.draw("exploration")
    ended_count = int(COUNTS["exploration"] * ENDED_SHARE["exploration"])
    standing: list[tuple[Life, Territory]] = []
    for _ in range(COUNTS["exploration"] - ended_count):
        blocks, minerals = ground.territory(draw)
        standing.append((life_in_force(setting, draw, "exploration"), on_blocks(ground, blocks, minerals)))
    yield from (Licence("exploration", life, territory) for life, territory in standing)
    for _ in range(ended_count):
        yield _ended_exploration(setting, draw, ground, standing)


def _ended_exploration(
    setting: Setting, draw: random.Random, ground: Ground, standing: list[tuple[Life, Territory]]
) -> Licence:
    while draw.random() < 0.4:
        life, territory = draw.choice(standing)
        if (setting.today - life.issued).days > 365 * 4:
            continue
        seed = draw.choice(sorted_blocks(territory.blocks))
        own = territory.blocks
        former = grown(draw, seed, block_count(draw), Habit.drawn(draw), lambda block: block in own or ground.is_free(block))
        if former:
            ground.taken.update(former)
            before = life_ended(setting, draw, "exploration", before=life.issued)
            return Licence("exploration", before, on_blocks(ground, former, territory.minerals))
    blocks, minerals = ground.territory(draw)
    return Licence("exploration", life_ended(setting, draw, "exploration"), on_blocks(ground, blocks, minerals))


def on_plots(setting: Setting, country: Country, ground: Ground, sites: list[Site]) -> Iterator[Licence]:
    """Geological study, subsoil space, artisanal mining, common minerals and contracts: plots by corners."""
    for kind in ("geological_study", "subsoil_space", "artisanal", "common_minerals", "contract"):
        draw = setting.draw(kind)
        for number in range(COUNTS[kind]):
            life = contract_life(setting, draw) if kind == "contract" else _life(setting, draw, kind, number)
            while True:
                centre, radius_km, minerals = _DRAWN[kind](draw, ground, sites, number)
                roughness, stretch = (0.1, 1.4) if radius_km > 8 else (0.16, 1.8)
                shape = plot(
                    draw, centre, radius_km, draw.randrange(5, 11), roughness, draw.uniform(1, stretch), draw.uniform(0, 3.1)
                )
                if country.holds(shape):
                    break
            yield Licence(kind, life, on_plot(shape, minerals))


Drawn = tuple[Position, float, tuple[str, ...]]


def _city(draw: random.Random, spread_km: float) -> Position:
    row = draw.choice(table("cities"))
    return scattered(draw, (float(row["lon"]), float(row["lat"])), spread_km)


def _geological_study(draw: random.Random, ground: Ground, sites: list[Site], number: int) -> Drawn:
    belt = draw.choices(belts(), [belt.licences for belt in belts()])[0]
    return scattered(draw, belt.position(draw), 60), draw.uniform(9, 36), some(draw, belt.suite(draw))


def _subsoil_space(draw: random.Random, ground: Ground, sites: list[Site], number: int) -> Drawn:
    return _city(draw, 22), draw.uniform(0.5, 1.8), ()


def _artisanal(draw: random.Random, ground: Ground, sites: list[Site], number: int) -> Drawn:
    golden = [site for site in sites if site.minerals[0] == "Au"]
    return scattered(draw, golden[number // 4 % len(golden)].position, 3), draw.uniform(0.06, 0.14), ("Au",)


def _common_minerals(draw: random.Random, ground: Ground, sites: list[Site], number: int) -> Drawn:
    return _city(draw, 24), draw.uniform(0.15, 0.6), (draw.choice(("sand", "clay", "limestone")),)


def _contract(draw: random.Random, ground: Ground, sites: list[Site], number: int) -> Drawn:
    if number < 36:
        suite = draw.choice((("oil",), ("oil", "gas"), ("gas",)))
        return scattered(draw, draw.choice(OIL_FIELDS), 45), draw.uniform(4, 20), suite
    of_contracts = [site for site in sites if site.invented and site.minerals[0] in ("U", "coal", "Cr", "Fe", "Cu")]
    site = draw.choice(of_contracts)
    return scattered(draw, site.position, 8), draw.uniform(1.2, 4.5), site.minerals


_DRAWN = {
    "geological_study": _geological_study,
    "subsoil_space": _subsoil_space,
    "artisanal": _artisanal,
    "common_minerals": _common_minerals,
    "contract": _contract,
}


def rows(setting: Setting, country: Country, holders: Holders, licences: list[Licence]) -> list[Feature]:
    """Licences as rows of the theme, oldest first, numbered in order of issue."""
    draw = setting.draw("licence rows")
    features = []
    ordered = sorted(licences, key=lambda licence: (licence.life.issued, licence.territory.geometry.bounds))
    for place, licence in enumerate(ordered, start=1):
        life, number = licence.life, f"DEMO-{place}-{SUFFIXES[licence.kind]}"
        name, bin_number = (holders.prospector if licence.kind == "artisanal" else holders.company)(draw)
        last = max(day for day in (life.issued, life.ended) if day)
        values = {
            "number": number,
            "kind": licence.kind,
            "status": life.status,
            **worded("holder", name),
            "holder_bin": bin_number,
            "issued_on": iso(life.issued),
            "expires_on": iso(life.expires),
            "ended_on": iso(life.ended),
            **licence.territory.values(country),
            **record("licences", number, setting.office_hour(last, draw), LEGAL_BASES[licence.kind]),
        }
        features.append(Feature(licence.territory.geometry, values))
    return features
