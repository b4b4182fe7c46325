"""Histories of rights: when they were issued, run out, were suspended or cut short."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Optional

from .tables import CODE_IN_FORCE, Setting, years_later

TERMS = {
    "exploration": 6,
    "production": 25,
    "geological_study": 3,
    "subsoil_space": 25,
    "artisanal": 3,
    "common_minerals": 10,
}
"""Years for which a licence is issued"""
EXTENSION_YEARS = 5
"""Years by which an exploration licence may be extended once (art. 193)"""
SUSPENDED, EXTENDED, ENDING_SOON = 0.03, 0.07, 0.05
"""Parts of the licences in force"""


@dataclass(frozen=True)
class Life:
    """When a right began, should end and did end."""

    status: str
    issued: date
    expires: date
    ended: Optional[date] = None

    @property
    def in_force(self) -> bool:
        """True while the right has not ended."""
        return self.ended is None


def life_in_force(setting: Setting, draw: random.Random, kind: str) -> Life:
    """A licence in force; of those with a short term some run out within 90 days, and some were extended."""
    term = TERMS[kind]
    status = "suspended" if draw.random() < SUSPENDED else "active"
    if kind == "exploration" and draw.random() < EXTENDED:
        issued = setting.before(365.25 * term + draw.uniform(30, 650))
        if years_later(issued, term) <= setting.today:
            return Life(status, issued, years_later(issued, term + EXTENSION_YEARS))
    if draw.random() < ENDING_SOON:
        age = 365.25 * term - draw.uniform(2, 89)
    else:
        age = 365.25 * min(term, 8.3) * draw.random() ** 1.25 * 0.98
    issued = setting.before(max(age, 3))
    return Life(status, issued, max(years_later(issued, term), setting.today + timedelta(days=1)))


def life_ended(setting: Setting, draw: random.Random, kind: str, before: Optional[date] = None) -> Life:
    """A licence that ran out or was cut short, before the day that is given."""
    term = TERMS[kind]
    last = max((before or setting.today) - timedelta(days=draw.randrange(1, 60)), CODE_IN_FORCE + timedelta(days=2))
    if years_later(CODE_IN_FORCE, term) <= last and draw.random() < 0.45:
        issued = max(CODE_IN_FORCE, years_later(last, -term) - timedelta(days=draw.randrange(700)))
        expires = years_later(issued, term)
        return Life("expired", issued, expires, expires)
    issued = CODE_IN_FORCE + timedelta(days=draw.randrange((last - CODE_IN_FORCE).days))
    ended = issued + timedelta(days=draw.randrange(1, (last - issued).days + 1))
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
        days = (setting.today - signed).days
        return Life("terminated", signed, expires, signed + timedelta(days=draw.randrange(days // 3, days)))
    return Life("active", signed, expires)
