"""Numbers, days and phrases as a language writes them; it is the papers' language, not that of the windows."""

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, Optional

from ..errors import Code, KaznedraError

NARROW = "\u202f"
DASH = "–"


class Wording:
    """The words of one language. Values that a phrase is filled with are plain text."""

    def __init__(self, language: str, words: Mapping[str, Any]) -> None:
        self.language = language
        self.words = words

    def say(self, key: str, **values: object) -> str:
        """A phrase filled in; a key that has no words is shown as it is. KaznedraError(BAD_TEMPLATE)."""
        phrase = self.words.get(key)
        if not isinstance(phrase, str):
            return key.partition("_")[2] or key
        try:
            return phrase.format(**values)
        except (LookupError, ValueError, TypeError, AttributeError) as wrong:
            raise KaznedraError(
                Code.BAD_TEMPLATE, path=f"words.{self.language}.json: {key}", detail=str(wrong)
            ) from wrong

    def named(self, kind: str, value: str) -> str:
        """What a value of a code list is called; one that is not known as it is."""
        found = self.words.get(f"{kind}_{value}")
        return found if isinstance(found, str) else value

    def number(self, value: object, decimals: Optional[int] = None) -> str:
        """A number with its thousands apart; a dash for None."""
        if value is None:
            return DASH
        try:
            number = Decimal(str(value))
        except InvalidOperation:
            return str(value)
        if decimals is None:
            text = f"{number.normalize():,f}"
        else:
            text = f"{number:,.{decimals}f}"
        whole, point, part = text.partition(".")
        mark = "." if self.language == "en" else ","
        return whole.replace(",", NARROW) + (mark + part if point else "")

    def day(self, text: str) -> str:
        """The day of an RFC 3339 time or date: 22.11.2026, in English 2026-11-22; a dash for none."""
        date = text[:10]
        if len(date) != 10:
            return text or DASH
        return date if self.language == "en" else ".".join(reversed(date.split("-")))

    def moment(self, text: str) -> str:
        """Day, hour and minute of an RFC 3339 time in UTC; a dash for none."""
        return f"{self.day(text)} {text[11:16]}".strip() if text else DASH

    def text(self, value: Any) -> str:
        """A text that may come in several languages: this one, else Russian, Kazakh, English; plain text as it is."""
        if isinstance(value, Mapping):
            found = (value.get(each) for each in (self.language, "ru", "kk", "en"))
            return next((str(text) for text in found if str(text or "").strip()), "")
        return str(value or "")

    def heads(self, names: Iterable[str]) -> list[str]:
        """Titles of columns."""
        return [self.say(f"head_{name}") for name in names]


def inert(said: str) -> str:
    """A text in which a layout finds no expression: it would evaluate what stands between [% and %]."""
    return said.replace("[%", "[ %")
