"""Applications for licences: pending ones of the last weeks, and those decided lately."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from typing import Optional

from kaznedra_qgis.subsoil.blocks import Block

from .country import Country
from .deposits import Site
from .ground import Ground
from .growth import Habit, block_at, block_count, grown
from .licences import Licence
from .names import Holders
from .rights import LEGAL_BASES, SUFFIXES, Territory, on_blocks, on_plot, some, sorted_blocks
from .shapes import plot, scattered
from .tables import RFC_3339, Feature, Setting, record, worded

KINDS = {"exploration": 116, "production": 12, "geological_study": 8, "artisanal": 10, "common_minerals": 4}
"""Pending applications by kind of licence: 150 in all"""
DECIDED = {"refused": 9, "withdrawn": 6, "annulled": 3}
GRANTED = 6
"""How many of the newest exploration licences still show the application they came of"""
COMPETING = 0.15
"""Part of the pending applications that want blocks which another one wants too"""
BASES = {**LEGAL_BASES, "exploration": "K1700000125 art. 187"}


@dataclass(frozen=True)
class Application:
    """An application before it becomes a row."""

    kind: str
    status: str
    filed: datetime
    territory: Territory
    decided: Optional[datetime] = None


def applications(
    setting: Setting, country: Country, ground: Ground, sites: list[Site], issued: Sequence[Licence]
) -> Iterator[Application]:
    """Pending applications, then decided ones."""
    draw = setting.draw("applications")
    wanted: set[Block] = set()
    for kind in [kind for kind, count in KINDS.items() for _ in range(count)]:
        status = "accepted" if draw.random() < 0.6 else "submitted"
        territory = _territory(draw, country, ground, sites, kind, wanted)
        yield Application(kind, status, _filed(setting, draw, 45 if status == "accepted" else 12), territory)
    for status, count in DECIDED.items():
        for _ in range(count):
            territory = _taken_ground(draw, ground) if status == "refused" else _on_free_blocks(draw, ground, wanted)
            filed = _filed(setting, draw, 90, 46)
            yield Application("exploration", status, filed, territory, filed + timedelta(days=draw.randrange(5, 40)))
    young = [licence for licence in issued if licence.kind == "exploration" and licence.life.in_force]
    for licence in sorted(young, key=lambda licence: licence.life.issued)[-GRANTED:]:
        filed = _office_hour(draw, licence.life.issued - timedelta(days=draw.randrange(20, 60)))
        yield Application("exploration", "licence_issued", filed, licence.territory, _at_noon(licence.life.issued))


def _filed(setting: Setting, draw: random.Random, most_days: int, least_days: int = 0) -> datetime:
    """A moment of the last weeks."""
    return _office_hour(draw, setting.today - timedelta(days=draw.randrange(least_days + 1, most_days + 1)))


def _office_hour(draw: random.Random, day: date) -> datetime:
    """An hour of that day, or of the Friday before, to the second: priority hangs on it (art. 189)."""
    working = day - timedelta(days=max(0, day.weekday() - 4))
    hour, minute, second = draw.randrange(4, 13), draw.randrange(60), draw.randrange(60)
    return datetime.combine(working, time(hour, minute, second), timezone.utc)


def _at_noon(day: date) -> datetime:
    """Noon in Astana."""
    return datetime.combine(day, time(7), timezone.utc)


def _territory(
    draw: random.Random, country: Country, ground: Ground, sites: list[Site], kind: str, wanted: set[Block]
) -> Territory:
    if kind != "exploration":
        return _plot(draw, country, sites, kind)
    if wanted and draw.random() < COMPETING:
        seed = draw.choice(sorted_blocks(wanted))
        blocks = grown(draw, seed, block_count(draw), Habit.drawn(draw), ground.is_free)
        if blocks:
            wanted.update(blocks)
            return on_blocks(ground, blocks, draw.choice(sites).minerals[:1])
    return _on_free_blocks(draw, ground, wanted)


def _on_free_blocks(draw: random.Random, ground: Ground, wanted: set[Block]) -> Territory:
    def is_free(block: Block) -> bool:
        return block not in wanted and ground.is_free(block)

    while True:
        place, minerals = ground.interest(draw)
        blocks = grown(draw, block_at(place), block_count(draw), Habit.drawn(draw), is_free)
        if blocks:
            wanted.update(blocks)
            return on_blocks(ground, blocks, minerals)


def _taken_ground(draw: random.Random, ground: Ground) -> Territory:
    """Blocks of which some belong to another's licence: the reason for a refusal (art. 186(2))."""
    while True:
        seed = draw.choice(sorted_blocks(ground.taken))
        blocks = grown(draw, seed, min(block_count(draw), 40), Habit.drawn(draw), ground.is_inside)
        if blocks:
            return on_blocks(ground, blocks, (draw.choice(("Au", "Cu")),))


RADII_KM = {"production": 1.8, "geological_study": 18.0, "artisanal": 0.1, "common_minerals": 0.4}


def _plot(draw: random.Random, country: Country, sites: list[Site], kind: str) -> Territory:
    near = [site for site in sites if site.invented and (kind != "artisanal" or site.minerals[0] == "Au")]
    while True:
        site = draw.choice(near)
        place = scattered(draw, site.position, 50 if kind == "geological_study" else 4)
        shape = plot(draw, place, RADII_KM[kind] * draw.uniform(0.6, 1.4), draw.randrange(5, 10), 0.16)
        if country.holds(shape):
            return on_plot(shape, {"common_minerals": ("sand",)}.get(kind, some(draw, site.minerals)))


def rows(setting: Setting, country: Country, holders: Holders, filed: list[Application]) -> list[Feature]:
    """Applications as rows of the theme in order of receipt."""
    draw = setting.draw("application rows")
    features = []
    ordered = sorted(filed, key=lambda application: (application.filed, application.territory.geometry.bounds))
    for place, application in enumerate(ordered, start=1):
        number = f"DEMO-A-{place:04d}-{SUFFIXES[application.kind]}"
        name, bin_number = (holders.prospector if application.kind == "artisanal" else holders.company)(draw)
        noted = application.filed + timedelta(minutes=draw.randrange(1, 90))
        changed = (application.decided or noted).strftime(RFC_3339)
        values = {
            "number": number,
            "kind": application.kind,
            "status": application.status,
            **worded("applicant", name),
            "applicant_bin": bin_number,
            "filed_at": application.filed.strftime(RFC_3339),
            **application.territory.values(country),
            **record(
                "licence_applications", number, changed, BASES.get(application.kind, LEGAL_BASES[application.kind])
            ),
        }
        features.append(Feature(application.territory.geometry, values))
    return features
