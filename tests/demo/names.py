"""Invented names. Every holder carries the word Demo, every number begins with DEMO, no BIN or IIN can exist."""

import random

from .tables import LANGUAGES, Setting, Words, phrase, table, words

_FORMS = {"LLP": 8, "JSC": 2, "private company": 1}
"""Legal forms among the companies, by weight"""


def identification_number(draw: random.Random, year: int) -> str:
    """A BIN or IIN with the right check digit that nobody can hold: digits 3 and 4 are a month, and it is 13."""
    while True:
        digits = f"{year % 100:02d}1340{draw.randrange(100000):05d}"
        for weights in (range(1, 12), (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)):
            check = sum(int(digit) * weight for digit, weight in zip(digits, weights)) % 11
            if check < 10:
                return f"{digits}{check}"


class Holders:
    """Invented companies and prospectors; some hold many rights, most hold few."""

    def __init__(self, setting: Setting, companies: int = 140, prospectors: int = 60) -> None:
        draw = setting.draw("holders")
        roots = [row for row in table("holder_words") if row["part"] == "first"]
        tails = [row for row in table("holder_words") if row["part"] == "second"]
        pairs = [(root, tail) for root in roots for tail in tails if root["en"] != tail["en"]]
        draw.shuffle(pairs)
        self.companies = [self._company(draw, *pair) for pair in pairs[:companies]]
        self.prospectors = [self._prospector(draw, number) for number in range(1, prospectors + 1)]
        self._weights = [1 / (rank + 3) for rank in range(len(self.companies))]

    @staticmethod
    def _company(draw: random.Random, root: dict[str, str], tail: dict[str, str]) -> tuple[Words, str]:
        form = draw.choices(list(_FORMS), list(_FORMS.values()))[0]
        name = {language: f"{root[language]} {tail[language]}" for language in LANGUAGES}
        return phrase(form, name), identification_number(draw, draw.randrange(2004, 2025))

    @staticmethod
    def _prospector(draw: random.Random, number: int) -> tuple[Words, str]:
        return phrase("prospector", number), identification_number(draw, draw.randrange(1965, 2000))

    def company(self, draw: random.Random) -> tuple[Words, str]:
        """Name and BIN of some company."""
        return draw.choices(self.companies, self._weights)[0]

    def prospector(self, draw: random.Random) -> tuple[Words, str]:
        """Name and IIN of some prospector."""
        return draw.choice(self.prospectors)


def deposit_names(setting: Setting) -> list[Words]:
    """Names of deposits that exist nowhere, in random order: Kok-Tulpar, Кок-Тулпар, Көк-Тұлпар."""
    firsts = [words(row) for row in table("deposit_words") if row["part"] == "first"]
    seconds = [words(row) for row in table("deposit_words") if row["part"] == "second"]
    names = [{key: f"{a[key]}-{b[key]}" for key in a} for a in firsts for b in seconds]
    setting.draw("deposit names").shuffle(names)
    return names
