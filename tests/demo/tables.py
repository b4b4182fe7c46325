"""The hand-made tables beside the generator, and what every part of it shares."""

import csv
import hashlib
import random
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Optional

from shapely.geometry.base import BaseGeometry

DATA = Path(__file__).parent / "data"
LANGUAGES = ("en", "ru", "kk")
CODE_IN_FORCE = date(2018, 6, 29)
"""First day of the Code on Subsoil and Subsoil Use"""

RFC_3339 = "%Y-%m-%dT%H:%M:%SZ"

Words = dict[str, str]
"""The same text by language: en, ru, kk"""


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Rows of data/<name>.csv, cells stripped."""
    with open(DATA / f"{name}.csv", encoding="utf-8", newline="") as file:
        return tuple({key: (cell or "").strip() for key, cell in row.items()} for row in csv.DictReader(file))


def words(row: dict[str, str]) -> Words:
    """The three languages of a table's row."""
    return {language: row[language] for language in LANGUAGES}


def phrase(key: str, *parts: object) -> Words:
    """A phrase of data/phrases.csv with its places filled, by text or by words of each language."""
    row = next(row for row in table("phrases") if row["key"] == key)
    return {
        language: row[language].format(*(part[language] if isinstance(part, dict) else part for part in parts))
        for language in LANGUAGES
    }


def worded(stem: str, text: Words) -> dict[str, str]:
    """Attributes stem_en, stem_ru, stem_kk."""
    return {f"{stem}_{language}": text[language] for language in LANGUAGES}


@dataclass
class Feature:
    """A row of a theme: geometry in EPSG:4326 and values by attribute."""

    geometry: BaseGeometry
    values: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Setting:
    """What the whole of a generation shares: the day it pretends to be and the seed."""

    today: date
    seed: int

    def draw(self, stream: str) -> random.Random:
        """A stream of random numbers of its own, so that one theme's change does not move the others."""
        digest = hashlib.sha256(f"{self.seed}/{stream}".encode()).digest()
        return random.Random(int.from_bytes(digest[:8], "big"))

    def before(self, days: float) -> date:
        """The day so many days before today, never before the Code came into force."""
        return max(self.today - timedelta(days=int(days)), CODE_IN_FORCE)

    def office_hour(self, day: date, draw: random.Random) -> str:
        """A moment of that day's office hours as RFC 3339 in UTC, never after the morning of today."""
        hour = draw.randrange(4, 13) if day < self.today else draw.randrange(0, 4)
        moment = datetime.combine(day, time(hour, draw.randrange(60), draw.randrange(60)), timezone.utc)
        return moment.strftime(RFC_3339)


def years_later(day: date, years: int) -> date:
    """The same day of a later year; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def iso(day: Optional[date]) -> Optional[str]:
    """YYYY-MM-DD, or None."""
    return day.isoformat() if day else None


def record(theme: str, number: str, changed_at: str, legal_basis: str = "", demo: bool = True) -> dict[str, object]:
    """Attributes that every theme has, but for the region. The address is of a domain that can never exist."""
    return {
        "legal_basis": legal_basis or None,
        "record_url": f"https://kaznedra.example/records/{theme}/{number}" if demo else None,
        "changed_at": changed_at,
        "demo": demo,
    }
