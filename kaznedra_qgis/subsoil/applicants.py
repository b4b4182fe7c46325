"""Who applies for a licence: an individual or a legal entity, with what article 187(3) of the Code asks of them.

Personal data: a draft in a workspace names an applicant by `id` only; the profiles themselves stay on this computer.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from enum import Enum
from typing import Any, Optional, Union

DIGITS = 12
Worded = Mapping[str, str]
"""A text by language: en, ru, kk"""


class Flaw(str, Enum):
    """Why a text is no IIN or BIN, or not the one that is asked for."""

    EMPTY = "empty"
    NOT_DIGITS = "not_digits"
    LENGTH = "length"
    CHECK_DIGIT = "check_digit"
    NO_IIN = "no_iin"
    NO_BIN = "no_bin"
    NEITHER = "neither"


def check_digit(digits: str) -> Optional[int]:
    """The twelfth digit of an IIN or BIN by its first eleven; None where no such number is given out.

    The sum of the digits by the weights 1 to 11, modulo 11; where that is 10, by the weights 3 to 11, 1, 2.
    """
    for weights in (range(1, 12), (*range(3, 12), 1, 2)):
        found: int = sum(int(digit) * weight for digit, weight in zip(digits, weights)) % 11
        if found < 10:
            return found
    return None


def is_iin(digits: str) -> bool:
    """Whether 12 digits can be an IIN: day of birth as YYMMDD, then century and sex (1 to 6; 0 of a foreigner)."""
    try:
        date(2000, int(digits[2:4]), int(digits[4:6]))  # a leap year: the century does not matter
    except ValueError:
        return False
    return digits[6] in "0123456"


def is_bin(digits: str) -> bool:
    """Whether 12 digits can be a BIN: the fifth tells the type of entity, and no day of birth begins with it.

    4 is a resident, 5 a non-resident, 6 a joint enterprise of individuals.
    """
    return digits[4] in "456"


def flaw(number: str, member: str = "number") -> Optional[Flaw]:
    """What is wrong with an `iin`, a `bin` or a `number`, which may be either; None where it is sound.

    A sound number need not have been given out to anyone.
    """
    digits = number.strip()
    if not digits:
        return Flaw.EMPTY
    if not (digits.isascii() and digits.isdigit()):
        return Flaw.NOT_DIGITS
    if len(digits) != DIGITS:
        return Flaw.LENGTH
    if check_digit(digits[:-1]) != int(digits[-1]):
        return Flaw.CHECK_DIGIT
    is_of_kind, other = {
        "iin": (is_iin(digits), Flaw.NO_IIN),
        "bin": (is_bin(digits), Flaw.NO_BIN),
        "number": (is_iin(digits) or is_bin(digits), Flaw.NEITHER),
    }[member]
    return None if is_of_kind else other


@dataclass(frozen=True)
class Representative:
    """Who signs for the applicant, and by what authority (power of attorney: number, day)."""

    name: str = ""
    iin: str = ""
    authority: str = ""


@dataclass(frozen=True)
class Person:
    """A manager, or a person or organisation that controls the applicant; `role`: position, or share and country."""

    name: str = ""
    number: str = ""
    """IIN or BIN; may be empty for foreigners"""
    role: str = ""


@dataclass(frozen=True)
class Individual:
    """A natural person."""

    id: str
    name: Worded = field(default_factory=dict)
    iin: str = ""
    residence: Worded = field(default_factory=dict)
    citizenship: str = ""
    document: str = ""
    """Identity document: kind, number, issuer, day"""
    phone: str = ""
    email: str = ""
    representative: Optional[Representative] = None

    @property
    def number(self) -> str:
        """The IIN."""
        return self.iin


@dataclass(frozen=True)
class LegalEntity:
    """A company."""

    id: str
    name: Worded = field(default_factory=dict)
    bin: str = ""
    seat: Worded = field(default_factory=dict)
    registration: str = ""
    """State registration: number, day, body"""
    managers: tuple[Person, ...] = ()
    controlling: tuple[Person, ...] = ()
    """Persons, organisations and states that control the applicant directly or indirectly"""
    phone: str = ""
    email: str = ""
    representative: Optional[Representative] = None

    @property
    def number(self) -> str:
        """The BIN."""
        return self.bin


Applicant = Union[Individual, LegalEntity]
KINDS: dict[str, type] = {"individual": Individual, "legal_entity": LegalEntity}
REQUIRED = {
    Individual: ("name", "iin", "residence", "citizenship", "document"),
    LegalEntity: ("name", "bin", "seat", "registration", "managers", "controlling"),
}
"""What an application names of its applicant, Code on Subsoil 187(3)"""
IN_BOTH = ("kk", "ru")
"""An application is written in Kazakh and in Russian"""


@dataclass(frozen=True)
class Lack:
    """Something that an application needs and the profile has not, or not rightly.

    `member`: a field, or `managers.0.number`; `language` where a text lacks in one; `flaw` of an IIN or BIN.
    """

    member: str
    language: str = ""
    flaw: Optional[Flaw] = None


def lacks(applicant: Applicant) -> tuple[Lack, ...]:
    """What is missing or wrong before the applicant can stand in an application."""
    found = []
    for member in REQUIRED[type(applicant)]:
        value = getattr(applicant, member)
        if member in ("iin", "bin"):
            wrong = flaw(value, member)
            found += [Lack(member, flaw=wrong)] if wrong else []
        elif isinstance(value, Mapping):
            found += [Lack(member, language) for language in IN_BOTH if not str(value.get(language, "")).strip()]
        elif not value or not str(value).strip():
            found.append(Lack(member))
    return (*found, *_lacks_of_persons(applicant), *_lacks_of_representative(applicant.representative))


def _lacks_of_persons(applicant: Applicant) -> list[Lack]:
    found = []
    for member in ("managers", "controlling"):
        for place, person in enumerate(getattr(applicant, member, ())):
            if not person.name.strip():
                found.append(Lack(f"{member}.{place}.name"))
            found += _flawed(f"{member}.{place}.number", person.number)
    return found


def _lacks_of_representative(representative: Optional[Representative]) -> list[Lack]:
    if representative is None:
        return []
    empty = [name for name in ("name", "authority") if not getattr(representative, name).strip()]
    return [*(Lack(f"representative.{name}") for name in empty), *_flawed("representative.iin", representative.iin)]


def _flawed(member: str, number: str) -> list[Lack]:
    """A number that may be left out, but not be wrong."""
    wrong = flaw(number, member.rpartition(".")[2])
    return [Lack(member, flaw=wrong)] if wrong not in (None, Flaw.EMPTY) else []


def in_language(text: Worded, language: str) -> str:
    """The text in that language; else in Russian, Kazakh or English, whichever there is first."""
    return next((text[each] for each in (language, "ru", "kk", "en") if text.get(each, "").strip()), "")


def to_json(applicant: Applicant) -> dict[str, Any]:
    """The applicant as JSON, with its `kind`."""
    kind = next(name for name, made in KINDS.items() if isinstance(applicant, made))
    return {"kind": kind, **asdict(applicant)}


def from_json(told: Mapping[str, Any]) -> Applicant:
    """The applicant of `to_json`. ValueError for anything else; members that are not known here are passed over."""
    try:
        made = KINDS[told["kind"]]
        known = {each.name: told[each.name] for each in fields(made) if each.name in told}
        for member in ("managers", "controlling"):
            if member in known:
                known[member] = tuple(_texts(Person, person) for person in known[member])
        if known.get("representative") is not None:
            known["representative"] = _texts(Representative, known["representative"])
        for member in ("name", "residence", "seat"):
            if member in known:
                known[member] = {str(language): str(text) for language, text in known[member].items()}
        applicant: Applicant = made(**known)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no applicant: {error}") from error
    if not isinstance(applicant.id, str) or not applicant.id:
        raise ValueError("an applicant without an id")
    return applicant


def _texts(made: type, told: Mapping[str, Any]) -> Any:
    return made(**{each.name: str(told[each.name]) for each in fields(made) if each.name in told})
