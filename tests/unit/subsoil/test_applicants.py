"""Applicants: the check digit of IIN and BIN, what an application needs to know, profiles as JSON and back."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaznedra_qgis.subsoil.applicants import (
    Flaw,
    Individual,
    Lack,
    LegalEntity,
    Person,
    Representative,
    check_digit,
    flaw,
    from_json,
    in_language,
    lacks,
    to_json,
)

COMPANY = LegalEntity(
    "c1",
    {"kk": "«Демо Кен» ЖШС", "ru": "ТОО «Демо Кен»", "en": "Demo Ken LLP"},
    "101340000014",
    {"kk": "Астана", "ru": "Астана"},
    "123-1958, 05.05.2010",
    (Person("Демо А. Б.", "800101300011", "Директор"),),
    (Person("Demo Holding", "", "100 %, NL"),),
)
PERSON = Individual(
    "p1", {"kk": "Демо Әлия", "ru": "Демо Алия"}, "800101300011", {"kk": "Қарағанды", "ru": "Караганда"}, "KZ", "1"
)


@pytest.mark.parametrize(
    ("eleven", "digit"),
    [
        # worked by hand: 1*1 + 0*2 + 1*3 + 3*4 + 4*5 = 36, 36 + 1*11 = 47, 47 mod 11 = 3
        ("10134000001", 3),
        # 1 to 11 over 0...01 and 9: 9*10 + 1*11 = 101, mod 11 = 2
        ("00000000091", 2),
        # the first sum gives 10 (1*10), so the second: 1*1, mod 11 = 1
        ("00000000010", 1),
        # the first sum gives 10 (5*2), so the second: 5*4 = 20, mod 11 = 9
        ("05000000000", 9),
        ("00000000000", 0),
    ],
)
def test_the_check_digit(eleven: str, digit: int) -> None:
    assert check_digit(eleven) == digit
    assert flaw(f"{eleven}{digit}") is not Flaw.CHECK_DIGIT


def test_where_both_sums_give_ten_there_is_no_such_number() -> None:
    impossible = [f"{number:011d}" for number in range(2000) if check_digit(f"{number:011d}") is None]
    assert impossible
    for eleven in impossible[:5]:
        for weights in (range(1, 12), (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)):
            assert sum(int(digit) * weight for digit, weight in zip(eleven, weights)) % 11 == 10
        assert all(flaw(f"{eleven}{last}") is Flaw.CHECK_DIGIT for last in range(10))


@pytest.mark.parametrize(
    ("number", "wrong"),
    [
        ("", Flaw.EMPTY),
        ("  ", Flaw.EMPTY),
        ("10134000001", Flaw.LENGTH),
        ("1013400000133", Flaw.LENGTH),
        ("10134000001a", Flaw.NOT_DIGITS),
        ("1013 40000013", Flaw.NOT_DIGITS),
        ("١٠١٣٤٠٠٠٠٠١٣", Flaw.NOT_DIGITS),
        ("101340000014", Flaw.CHECK_DIGIT),
        (" 101340000013 ", None),
    ],
)
def test_flaws_of_a_number(number: str, wrong) -> None:
    assert flaw(number) is wrong


@given(st.text("0123456789", min_size=11, max_size=11))
def test_every_single_slip_is_noticed(eleven: str) -> None:
    last = check_digit(eleven)
    if last is None:
        return
    assert flaw(f"{eleven}{last}") in (None, Flaw.NEITHER)
    assert all(flaw(f"{eleven}{other}") is Flaw.CHECK_DIGIT for other in range(10) if other != last)


def numbered(eleven: str) -> str:
    """The number of which these are the first eleven digits; another serial number where there is none."""
    last = check_digit(eleven)
    return f"{eleven}{last}" if last is not None else numbered(f"{eleven[:-1]}{(int(eleven[-1]) + 1) % 10}")


DIGITS = st.text("0123456789", min_size=4, max_size=4)
BORN = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(BORN, st.sampled_from("0123456"), DIGITS)
def test_the_iin_of_a_person_is_no_bin(born: date, century: str, serial: str) -> None:
    number = numbered(f"{born:%y%m%d}{century}{serial}")
    assert flaw(number, "iin") is None and flaw(number) is None
    assert flaw(number, "bin") is Flaw.NO_BIN


@given(BORN, st.sampled_from("456"), DIGITS, st.integers(0, 99))
def test_the_bin_of_a_legal_entity_is_no_iin(since: date, kind: str, serial: str, more: int) -> None:
    number = numbered(f"{since:%y%m}{kind}{serial}{more:02}")
    assert flaw(number, "bin") is None and flaw(number) is None
    assert flaw(number, "iin") is Flaw.NO_IIN


@pytest.mark.parametrize("eleven", ["80130130001", "80023030001", "80010030001", "80010170001", "00007012345"])
def test_what_is_no_day_of_birth_is_neither(eleven: str) -> None:
    number = numbered(eleven)
    assert flaw(number) is Flaw.NEITHER
    assert (flaw(number, "iin"), flaw(number, "bin")) == (Flaw.NO_IIN, Flaw.NO_BIN)


def sound(applicant):
    """The applicant with numbers that pass the check."""
    number = f"80010130001{check_digit('80010130001')}"
    if isinstance(applicant, Individual):
        return replace(applicant, iin=number)
    managers = tuple(replace(manager, number=number) for manager in applicant.managers)
    return replace(applicant, bin=f"10134000001{check_digit('10134000001')}", managers=managers)


def test_a_complete_profile_lacks_nothing() -> None:
    assert lacks(sound(COMPANY)) == () and lacks(sound(PERSON)) == ()
    assert (sound(COMPANY).number, sound(PERSON).number) == ("101340000013", sound(PERSON).iin)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"bin": "101340000014"}, [Lack("bin", flaw=Flaw.CHECK_DIGIT)]),
        ({"bin": ""}, [Lack("bin", flaw=Flaw.EMPTY)]),
        ({"bin": numbered("80010130001")}, [Lack("bin", flaw=Flaw.NO_BIN)]),
        ({"representative": Representative("Демо", numbered("10134000001"), "№ 1")}, [
            Lack("representative.iin", flaw=Flaw.NO_IIN)
        ]),
        ({"name": {"ru": "ТОО", "kk": " "}}, [Lack("name", "kk")]),
        ({"seat": {}}, [Lack("seat", "kk"), Lack("seat", "ru")]),
        ({"registration": " "}, [Lack("registration")]),
        ({"managers": ()}, [Lack("managers")]),
        ({"controlling": (Person("", "1", ""),)}, [
            Lack("controlling.0.name"), Lack("controlling.0.number", flaw=Flaw.LENGTH)
        ]),
        ({"representative": Representative("", "", "")}, [
            Lack("representative.name"), Lack("representative.authority")
        ]),
        ({"representative": Representative("Демо", "12", "№ 1")}, [Lack("representative.iin", flaw=Flaw.LENGTH)]),
    ],
)  # fmt: skip
def test_what_a_company_lacks(changes, expected) -> None:
    assert list(lacks(replace(sound(COMPANY), **changes))) == expected


def test_what_an_empty_individual_lacks() -> None:
    assert [lack.member for lack in lacks(Individual("p"))] == [
        "name", "name", "iin", "residence", "residence", "citizenship", "document"
    ]  # fmt: skip


@pytest.mark.parametrize("applicant", [COMPANY, PERSON, replace(PERSON, representative=Representative("a", "b", "c"))])
def test_json_and_back(applicant) -> None:
    assert from_json(json.loads(json.dumps(to_json(applicant)))) == applicant


@pytest.mark.parametrize(
    "told",
    [
        {},
        [],
        {"kind": []},
        {"kind": "ghost", "id": "1"},
        {"kind": "individual"},
        {"kind": "individual", "id": ""},
        {"kind": "legal_entity", "id": "1", "managers": [3]},
    ],
)
def test_what_is_no_profile_is_refused(told) -> None:
    with pytest.raises(ValueError, match="applicant"):
        from_json(told)


def test_members_of_a_later_version_are_passed_over() -> None:
    assert from_json({**to_json(PERSON), "later": 1}) == PERSON


def test_texts_fall_back_to_a_language_that_is_there() -> None:
    assert in_language(COMPANY.name, "kk") == "«Демо Кен» ЖШС"
    assert in_language({"kk": "Астана", "ru": " "}, "en") == "Астана" and in_language({}, "ru") == ""
