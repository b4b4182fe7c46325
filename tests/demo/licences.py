"""Licences of every kind with their histories; contracts from before the Code too."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Optional

from shapely.geometry import Polygon

from kaznedra_qgis.subsoil.blocks import Block

from .belts import belts, positions
from .country import Country
from .deposits import Site
from .ground import Ground
from .growth import Habit, block_count, grown
from .lives import Life, contract_life, life_ended, life_in_force
from .names import Holders
from .rights import LEGAL_BASES, SUFFIXES, Territory, on_blocks, on_plot, some, sorted_blocks
from .shapes import Position, plot, scattered
from .tables import Feature, Setting, iso, record, table, worded

COUNTS = {
    "exploration": 930,
    "production": 150,
    "geological_study": 90,
    "subsoil_space": 40,
    "artisanal": 120,
    "common_minerals": 110,
    "contract": 60,
}
ENDED = {"exploration": 334, "production": 9, "geological_study": 27, "artisanal": 42, "common_minerals": 17}
"""How many of these have ended"""
FREED_LATELY = ("revoked", "relinquished", "terminated") * 3
"""How some of these ended in the last three weeks: their blocks may yet go to auction (art. 189-1)"""
ON_GIVEN_BACK_GROUND = 0.4
"""Part of the ended exploration licences whose ground was licensed anew"""
OIL_FIELDS = "53 47.2;54.2 46.6;52.6 43.4;53.3 44.6;57.3 48.4;52.3 50.9;65.4 46.6;56.2 46.9"


@dataclass(frozen=True)
class Licence:
    """A licence before it becomes a row."""

    kind: str
    life: Life
    territory: Territory


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
            radius_km, corners, stretch = draw.uniform(0.7, 3.4), draw.randrange(5, 12), draw.uniform(1, 3)
            shape = plot(draw, near, radius_km, corners, 0.2, stretch, draw.uniform(0, 3.1))
            if country.holds(shape) and not any(shape.intersects(other) for other in kept):
                break
        kept.append(shape)
        if life.in_force:
            ground.put_plot(shape)
        yield Licence("production", life, on_plot(shape, site.minerals))


def _life(setting: Setting, draw: random.Random, kind: str, number: int) -> Life:
    return (life_ended if number < ENDED.get(kind, 0) else life_in_force)(setting, draw, kind)


def exploration(setting: Setting, ground: Ground) -> Iterator[Licence]:
    """Territories of whole blocks, none on another in force; some stand on ground that was given back."""
    draw = setting.draw("exploration")
    standing: list[tuple[Life, Territory]] = []
    for _ in range(COUNTS["exploration"] - ENDED["exploration"]):
        blocks, minerals = ground.territory(draw)
        standing.append((life_in_force(setting, draw, "exploration"), on_blocks(ground, blocks, minerals)))
    yield from (Licence("exploration", life, territory) for life, territory in standing)
    ended = [_ended_exploration(setting, draw, ground, standing) for _ in range(ENDED["exploration"])]
    yield from _freed_lately(setting, ended, {block for _, territory in standing for block in territory.blocks})


def _ended_exploration(
    setting: Setting, draw: random.Random, ground: Ground, standing: list[tuple[Life, Territory]]
) -> Licence:
    while draw.random() < ON_GIVEN_BACK_GROUND:
        life, territory = draw.choice(standing)
        if (setting.today - life.issued).days > 365 * 4:
            continue
        former = _overlapping(draw, ground, territory)
        if former:
            ground.taken.update(former)
            before = life_ended(setting, draw, "exploration", before=life.issued)
            return Licence("exploration", before, on_blocks(ground, former, territory.minerals))
    blocks, minerals = ground.territory(draw)
    return Licence("exploration", life_ended(setting, draw, "exploration"), on_blocks(ground, blocks, minerals))


def _freed_lately(setting: Setting, ended: list[Licence], taken: set[Block]) -> Iterator[Licence]:
    """The ended licences; the last day of a few on ground that nobody took since falls into the last three weeks."""
    draw, left = setting.draw("freed lately"), list(FREED_LATELY)
    for licence in ended:
        life = licence.life
        is_free = life.status != "expired" and life.expires > setting.today and not licence.territory.blocks & taken
        if left and is_free:
            last = setting.today - timedelta(days=draw.randrange(2, 20))
            life = replace(life, status=left.pop(), ended=max(life.issued, last))
        yield replace(licence, life=life)


def _overlapping(draw: random.Random, ground: Ground, territory: Territory) -> Optional[frozenset[Block]]:
    own, seed = territory.blocks, draw.choice(sorted_blocks(territory.blocks))
    habit = Habit.drawn(draw)
    return grown(draw, seed, block_count(draw), habit, lambda block: block in own or ground.is_free(block))


def on_plots(setting: Setting, country: Country, sites: list[Site]) -> Iterator[Licence]:
    """Geological study, subsoil space, artisanal mining, common minerals and contracts: plots by corners."""
    for kind in ("geological_study", "subsoil_space", "artisanal", "common_minerals", "contract"):
        draw = setting.draw(kind)
        for number in range(COUNTS[kind]):
            life = contract_life(setting, draw) if kind == "contract" else _life(setting, draw, kind, number)
            while True:
                place, radius_km, minerals = _DRAWN[kind](draw, sites, number)
                roughness, stretch = (0.1, draw.uniform(1, 1.4)) if radius_km > 8 else (0.16, draw.uniform(1, 1.8))
                corners, azimuth = draw.randrange(5, 11), draw.uniform(0, 3.1)
                shape = plot(draw, place, radius_km, corners, roughness, stretch, azimuth)
                if country.holds(shape):
                    break
            yield Licence(kind, life, on_plot(shape, minerals))


Drawn = tuple[Position, float, tuple[str, ...]]


def _city(draw: random.Random, spread_km: float) -> Position:
    row = draw.choice(table("cities"))
    return scattered(draw, (float(row["lon"]), float(row["lat"])), spread_km)


def _geological_study(draw: random.Random, sites: list[Site], number: int) -> Drawn:
    belt = draw.choices(belts(), [belt.licences for belt in belts()])[0]
    return scattered(draw, belt.position(draw), 60), draw.uniform(9, 36), some(draw, belt.suite(draw))


def _subsoil_space(draw: random.Random, sites: list[Site], number: int) -> Drawn:
    return _city(draw, 22), draw.uniform(0.5, 1.8), ()


def _artisanal(draw: random.Random, sites: list[Site], number: int) -> Drawn:
    golden = [site for site in sites if site.minerals[0] == "Au"]
    return scattered(draw, golden[number // 4 % len(golden)].position, 3), draw.uniform(0.06, 0.14), ("Au",)


def _common_minerals(draw: random.Random, sites: list[Site], number: int) -> Drawn:
    return _city(draw, 24), draw.uniform(0.15, 0.6), (draw.choice(("sand", "clay", "limestone")),)


def _contract(draw: random.Random, sites: list[Site], number: int) -> Drawn:
    if number < 36:
        suite = draw.choice((("oil",), ("oil", "gas"), ("gas",)))
        return scattered(draw, draw.choice(positions(OIL_FIELDS)), 45), draw.uniform(4, 20), suite
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
