"""Letters of codes in both alphabets: which are read, and which name candidates because they may be several.

Rows of sheets are written in Latin letters; Cyrillic К Л М Н transcribe K L M N and are read. Н is also the twin of
Latin H, but row H (28-32 N) is not in the country, and documents write Н for N: it is read as N. A Latin H is a
problem with the candidate N: it may be a mistyped Н or a sheet of another country.

Sections and subsections are written in Cyrillic; Latin a and e are their twins and are read. Any other Latin letter is
ambiguous: B looks like В but transcribes Б, c is the third letter of one alphabet and looks like another of the other.
Where a text writes such letters, it may count sections in Latin order (a b c d e f), so its Latin e may be the fifth,
д: it is ambiguous too.
"""

from typing import NamedTuple, Optional

from .problems import Reason

_ROWS = {"к": "K", "л": "L", "м": "M", "н": "N"}
_ROWS_PERHAPS = {"h": "N", "п": "N", "қ": "K", "т": "M", "i": "L", "і": "L"}
_TWINS = {"a": "а", "e": "е"}
_PERHAPS = {
    "b": "бв",
    "c": "ве",
    "с": "ве",
    "d": "гд",
    "f": "е",
    "g": "гд",
    "v": "в",
    "r": "г",
    "ё": "е",
    "ә": "а",
    "ғ": "г",
    "ь": "бв",
}
_LATIN_ORDER = frozenset("bcdfg")


class Letters(NamedTuple):
    """What a letter may stand for; `reason` is None where it is read as the one candidate."""

    candidates: tuple[str, ...]
    reason: Optional[Reason]


def row_letter(text: str) -> Letters:
    """The row of a sheet of 1:1 000 000 that the letter names: a Latin capital."""
    low = text.lower()
    if low in _ROWS:
        return Letters((_ROWS[low],), None)
    if low in _ROWS_PERHAPS:
        return Letters((_ROWS_PERHAPS[low],), Reason.AMBIGUOUS_LETTER)
    return Letters((low.upper(),), None)


def is_row_letter(text: str) -> bool:
    """True for K L M N in either alphabet."""
    return text.lower() in "klmnклмн"


def part_letter(text: str, letters: tuple[str, ...], none: Reason, latin_order: bool) -> Letters:
    """The section or subsection of `letters` that the letter names; `none` is the reason where it names none."""
    low = text.lower()
    if low in letters:
        return Letters((low,), None)
    if low in _TWINS:
        meant = _TWINS[low]
        if not (latin_order and low == "e"):
            return Letters((meant,), None) if meant in letters else Letters((), none)
        perhaps = "де"
    else:
        perhaps = _PERHAPS.get(low, "")
    candidates = tuple(letter for letter in perhaps if letter in letters)
    return Letters(candidates, Reason.AMBIGUOUS_LETTER if candidates else none)


def is_latin_order(text: str) -> bool:
    """True for a letter that a text counting sections a b c d e f would use, and a Cyrillic one would not."""
    return text.lower() in _LATIN_ORDER
