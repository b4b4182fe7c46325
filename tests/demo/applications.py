"""Applications for licences: pending ones of the last weeks, and those decided lately."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from kaznedra_qgis.subsoil.blocks import Block

from .belts import belts
from .country import Country
from .deposits import Site
from .ground import Ground
from .growth import Habit, block_at, block_count, grown
from .names import Holders
from .rights import SUFFIXES, Territory, on_blocks, on_plot, some, sorted_blocks
from .shapes import plot, scattered
from .tables import Feature, Setting, record, worded

PENDING = 150
DECIDED = ("refused",) * 9 + ("withdrawn",) * 6 + ("annulled",) * 3 + ("licence_issued",) * 6
KINDS = (("exploration", 116), ("production", 12), ("geological_study", 8), ("artisanal", 10), ("common_minerals", 4))
COMPETING = 0.15
"""Part of the pending applications that want blocks which another one wants too"""
ARTICLE = {"exploration": "K1700000125 art. 187"}


@dataclass(frozen=True)
class Application:
    """An application before it becomes a row."""

    kind: str
    status: str
    filed: datetime
    territory: Territory


def applications(setting: Setting, country: Country, ground: Ground, sites: list[Site]) -> Iterator[Application]:
    """Pending applications, then decided ones."""
    draw = setting.draw("applications")
    kinds = [kind for kind, count in KINDS for _ in range(count)]
    wanted: set[Block] = set()
    for kind in kinds:
        status = "accepted" if draw.random() < 0.6 else "submitted"
        territory = _territory(draw, country, ground, sites, kind, wanted)
        yield Application(kind, status, _filed(setting, draw, 45 if status == "accepted" else 12), territory)
    for status in DECIDED:
        territory = _taken_ground(draw, ground) if status == "refused" else _on_free_blocks(draw, ground, wanted)
        yield Application("exploration", status, _filed(setting, draw, 90, 46), territory)


def _filed(setting: Setting, draw: random.Random, most_days: int, least_days: int = 0) -> datetime:
    """A working day's office hour in the last weeks, to the second: priority hangs on it."""
    day = setting.today - timedelta(days=draw.randrange(least_days + 1, most_days + 1))
    day -= timedelta(days=max(0, day.weekday() - 4))
    second = draw.randrange(4 * 3600, 13 * 3600)
    return datetime(day.year, day.month, day.day, tzinfo=timezone.utc) + timedelta(seconds=second)


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
    while True:
        place, minerals = ground.interest(draw)
        blocks = grown(
            draw, block_at(place), block_count(draw), Habit.drawn(draw), lambda block: block not in wanted and ground.is_free(block)
        )
        if blocks:
            wanted.update(blocks)
            return on_blocks(ground, blocks, minerals)


def _taken_ground(draw: random.Random, ground: Ground) -> Territory:
    """Blocks of which some belong to another's licence: the reason for a refusal (art. 186(2))."""
    while True:
        seed = draw.choice(sorted_blocks(ground.taken))
        blocks = grown(draw, seed, min(block_count(draw), 40), Habit.drawn(draw), ground.is_inside)
        if blocks:
            return on_blocks(ground, blocks, draw.choice(("Au", "Cu")) and ("Au",))


def _plot(draw: random.Random, country: Country, sites: list[Site], kind: str) -> Territory:
    radius_km = {"production": 1.8, "geological_study": 18.0, "artisanal": 0.1, "common_minerals": 0.4}[kind]
    invented = [site for site in sites if site.invented and (kind != "artisanal" or site.minerals[0] == "Au")]
    while True:
        site = draw.choice(invented)
        spread = 4 if kind != "geological_study" else 50
        shape = plot(draw, scattered(draw, site.position, spread), radius_km * draw.uniform(0.6, 1.4), draw.randrange(5, 10), 0.16)
        if country.holds(shape):
            minerals = {"artisanal": ("Au",), "common_minerals": ("sand",)}.get(kind)
            return on_plot(shape, minerals or some(draw, draw.choice(belts()).suite(draw) if not site.belt else site.minerals))


def rows(setting: Setting, country: Country, holders: Holders, filed: list[Application]) -> list[Feature]:
    """Applications as rows of the theme in order of receipt."""
    draw = setting.draw("application rows")
    features = []
    ordered = sorted(filed, key=lambda application: (application.filed, application.territory.geometry.bounds))
    for place, application in enumerate(ordered, start=1):
        number = f"DEMO-A-{place:04d}-{SUFFIXES[application.kind]}"
        name, bin_number = (holders.prospector if application.kind == "artisanal" else holders.company)(draw)
        decided = application.status not in ("submitted", "accepted")
        changed = application.filed + timedelta(days=draw.randrange(5, 40) if decided else 0, minutes=draw.randrange(1, 90))
        values = {
            "number": number,
            "kind": application.kind,
            "status": application.status,
            **worded("applicant", name),
            "applicant_bin": bin_number,
            "filed_at": application.filed.strftime("%Y-%m-%dT%H:%M:%SZ"),
            **application.territory.values(country),
            **record(
                "licence_applications",
                number,
                changed.strftime("%Y-%m-%dT%H:%M:%SZ"),
                ARTICLE.get(application.kind, "K1700000125 art. 30"),
            ),
        }
        features.append(Feature(application.territory.geometry, values))
    return features
