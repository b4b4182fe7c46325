"""Cuts text with block codes into tokens, whatever dashes, spaces and invisible characters it was typed with."""

import re
import unicodedata
from enum import Enum, auto
from typing import NamedTuple

_DASHES = "-‐‑‒–—―−﹣⁃˗➖\u001e"
_NEWLINES = "\n\r\v\f\x85\u2028\u2029"
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u001f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SOFT_HYPHEN = "\u00ad"
_QUOTES_AND_BULLETS = "\"'`´«»„“”‘’‚‹›•·▪▫●○◦■□◆‣*|"
_BRACKETS = {"[": "(", "{": "(", "]": ")", "}": ")"}

SEPARATORS = frozenset(_DASHES + _NEWLINES + _INVISIBLE + _SOFT_HYPHEN + _QUOTES_AND_BULLETS + "()[]{},;:.…÷")
"""characters that carry no code by themselves; so does everything that `str.isspace()` holds for"""


class Kind(Enum):
    """What a token is."""

    NUMBER = auto()
    LETTER = auto()
    DASH = auto()
    RANGE = auto()
    """an ellipsis, ÷ or the word «по»"""
    OPEN = auto()
    CLOSE = auto()
    COMMA = auto()
    """a comma or the word «и»"""
    SEMICOLON = auto()
    COLON = auto()
    DOT = auto()
    MARK = auto()
    """a mark of partial blocks, with its brackets"""
    KNOWN = auto()
    """a word that stands around codes: «блоки», «лист» """
    UNKNOWN = auto()
    END = auto()


class Token(NamedTuple):
    """A token; `start` and `end` count characters of the source, `text` is as tidied up."""

    kind: Kind
    text: str
    start: int
    end: int
    broken: bool
    """first of its line"""

    @property
    def number(self) -> int:
        """Value of a NUMBER; -1 where it is far longer than any number of a code."""
        return int(self.text) if len(self.text) <= 6 else -1


_MARK = (
    r"(?:частичн\w*|част(?!\w)\.?|неполн\w*|не\ полн\w*|ішінара|толық\ емес|partial(?:ly)?|partly|part(?!\w)\.?)"
    r"(?:\s+(?:блок|block)\w*)?"
)
_TOKENS = re.compile(
    rf"""
    (?P<MARK>\(\s*{_MARK}\s*\)|(?<!\w){_MARK}(?!\w))
  | (?P<COMMA>,|&|(?<!\w)(?:и|and|және|мен|пен|бен|а\ также)(?!\w))
  | (?P<RANGE>\.{{2,}}|…|÷|(?<=[0-9]\ )(?:по|to)(?=\ [0-9]))
  | (?P<KNOWN>№|\#|п/п|(?<!\w)(?:с|from)(?=\ [0-9]+\ (?:по|to)\ )|(?<!\w)(?:
        блок\w*|blocks?|код\w*|codes?|лист\w*|парақ\w*|sheets?|номенклатур\w*|номер\w*|нөмір\w*
      | подсекци\w*|секци\w*|кіші|sections?|subsections?|участ\w*|учаске\w*|территори\w*|аума\w*)(?!\w))
  | (?P<UNKNOWN>[0-9]+(?:\.[0-9]+)+|[^\W\d_]{{2,}})
  | (?P<NUMBER>[0-9]+)
  | (?P<LETTER>[^\W\d_])
  | (?P<DASH>-[-\ ]*(?<!\ )) | (?P<OPEN>\() | (?P<CLOSE>\)) | (?P<SEMICOLON>;) | (?P<COLON>:) | (?P<DOT>\.)
  | (?P<space>\s+)
  | (?P<odd>.)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def tokens(text: str) -> list[Token]:
    """The tokens of the text, an END last. Every character of the text is in a token or is a separator."""
    tidy, starts, ends = _tidied(text)
    found: list[Token] = []
    broken = True
    for match in _TOKENS.finditer(tidy):
        name = match.lastgroup or "odd"
        if name == "space":
            broken = broken or "\n" in match.group()
            continue
        kind = Kind.UNKNOWN if name == "odd" else Kind[name]
        start, end = starts[match.start()], ends[match.end() - 1]
        found.append(Token(kind, match.group(), start, end, broken))
        broken = False
    return [*found, Token(Kind.END, "", len(text), len(text), broken)]


def _tidied(text: str) -> tuple[str, list[int], list[int]]:
    """The text with one kind of dash, space, line break and bracket, and where each character began and ended."""
    kept: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for at, char in enumerate(text):
        if char in _INVISIBLE or (char == _SOFT_HYPHEN and _inside_word(text, at)):
            continue
        if unicodedata.combining(char) and kept:
            composed = unicodedata.normalize("NFC", kept[-1] + char)
            if len(composed) == 1:
                kept[-1], ends[-1] = composed, at + 1
                continue
        kept.append(_plain(char))
        starts.append(at)
        ends.append(at + 1)
    return "".join(kept), starts, ends


def _inside_word(text: str, at: int) -> bool:
    return text[max(at - 1, 0) : at].isalpha() and text[at + 1 : at + 2].isalpha()


def _plain(char: str) -> str:
    if "\uff01" <= char <= "\uff5e":
        char = chr(ord(char) - 0xFEE0)
    if char in _DASHES or char == _SOFT_HYPHEN:
        return "-"
    if char in _NEWLINES:
        return "\n"
    if char.isspace() or char in _QUOTES_AND_BULLETS:
        return " "
    return _BRACKETS.get(char, char)
