"""The attachments of article 187: which are needed, and how they stand on the day of the application."""

import json
from datetime import date, timedelta

import pytest

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.subsoil.attachments import (
    CIRCUMSTANCES,
    Attachment,
    Certified,
    Reason,
    check_attachments,
    circumstances_of,
    files_of,
    from_json,
    requirements,
    to_json,
)
from kaznedra_qgis.subsoil.findings import Finding, State
from kaznedra_qgis.subsoil.rulepack import newest_rule_pack, read_rule_pack

PACK = newest_rule_pack()
DAY = date(2026, 11, 22)
NOTHING = Attachment()


def stands(name: str, attachment: Attachment = NOTHING, day: date = DAY, gone: str = "", **circumstances):
    checks = check_attachments(PACK, {name: attachment}, circumstances, day, lambda path: path != gone)
    found = next(check for check in checks if check.requirement.id == name)
    return found.state, found.reason


def test_what_the_pack_lists() -> None:
    listed = {each.id: each for each in requirements(PACK)}
    assert [name for name, each in listed.items() if each.when == "always"] == [
        "applicant_identity",
        "exploration_description",
        "financial_capability",
        "professional_capability",
        "tax_certificate",
    ]
    assert listed["tax_certificate"].age_days == 10 and listed["tax_certificate"].certified is Certified.ISSUER
    assert listed["applicant_identity"].certified is Certified.NOTARY
    assert all(each.languages == ("kk", "ru") and each.article for each in listed.values())
    assert {each.when for each in listed.values()} == {"always", *CIRCUMSTANCES}


@pytest.mark.parametrize(
    ("days_old", "expected"),
    [
        (0, (State.CLEAR, Reason.THERE)),
        (10, (State.CLEAR, Reason.THERE)),
        (11, (State.CONFLICT, Reason.EXPIRED)),
        (-1, (State.CONFLICT, Reason.NOT_YET_ISSUED)),
    ],
)
def test_a_tax_certificate_serves_ten_days(days_old: int, expected) -> None:
    issued = DAY - timedelta(days_old)
    assert stands("tax_certificate", Attachment(("tax.pdf",), issued, True)) == expected
    checks = check_attachments(PACK, {"tax_certificate": Attachment(("a",), issued, True)}, {}, DAY, lambda _: True)
    assert next(check.expires for check in checks if check.expires) == issued + timedelta(10)


@pytest.mark.parametrize(
    ("attachment", "expected"),
    [
        (Attachment(), (State.CONFLICT, Reason.MISSING)),
        (Attachment(("a.pdf",)), (State.CONFLICT, Reason.NOT_CERTIFIED)),
        (Attachment(("a.pdf", "gone.pdf"), certified=True), (State.CONFLICT, Reason.FILE_GONE)),
        (Attachment(("a.pdf",), certified=True), (State.UNKNOWN, Reason.NO_DATE)),
    ],
)
def test_a_certificate_that_does_not_stand(attachment, expected) -> None:
    assert stands("tax_certificate", attachment, gone="gone.pdf") == expected


@pytest.mark.parametrize(
    ("applies", "attachment", "expected"),
    [
        (False, Attachment(), (State.CLEAR, Reason.NOT_NEEDED)),
        (True, Attachment(), (State.CONFLICT, Reason.MISSING)),
        (None, Attachment(), (State.UNKNOWN, Reason.NEED_UNKNOWN)),
        (None, Attachment(("a",), certified=True), (State.CLEAR, Reason.THERE)),
        (None, Attachment(needed=False), (State.CLEAR, Reason.NOT_NEEDED)),
        (None, Attachment(needed=True), (State.CONFLICT, Reason.MISSING)),
        (True, Attachment(needed=False), (State.CONFLICT, Reason.MISSING)),
    ],
)
def test_what_depends_on_the_ground_is_unknown_where_the_ground_is(applies, attachment, expected) -> None:
    assert stands("socio_economic_agreement", attachment, settlement_zone=applies) == expected


def test_json_and_back() -> None:
    attached = {"tax_certificate": Attachment(("a", "b"), DAY, True, "№ 7", False), "applicant_identity": Attachment()}
    told = json.loads(json.dumps(to_json(attached)))
    assert from_json(told) == {"tax_certificate": attached["tax_certificate"]} and from_json(None) == {}
    assert list(files_of({**attached, "x": Attachment(("b", "c"))})) == ["a", "b", "c"]
    with pytest.raises(ValueError):
        from_json([1])
    with pytest.raises(ValueError):
        from_json({"a": {"issued": "soon"}})


@pytest.mark.parametrize("change", [{"when": "sometimes"}, {"certified": "anyone"}, {"age_limit": "none"}])
def test_a_pack_with_a_strange_attachment_is_refused(change, tmp_path) -> None:
    data = json.loads(json.dumps(dict(PACK.data)))
    data["attachments"][0].update(change)
    path = tmp_path / "pack.json"
    path.write_text(json.dumps(data), "utf-8")
    with pytest.raises(KaznedraError) as raised:
        requirements(read_rule_pack(path))
    assert raised.value.code is Code.BAD_RULE_PACK


def consents(state: State, circumstance: str = "") -> Finding:
    return Finding("consents", "186(2)", state, (), {}, (), circumstance)


@pytest.mark.parametrize(
    ("findings", "settlement", "hydrocarbons"),
    [
        ([], None, None),
        ([consents(State.CLEAR)], False, False),
        ([consents(State.UNKNOWN)], None, None),
        ([consents(State.CLEAR), consents(State.UNKNOWN)], None, None),
        ([consents(State.CONFLICT, "settlement_zone"), consents(State.CLEAR)], True, False),
        ([consents(State.CLEAR, "settlement_zone")], True, None),
        ([consents(State.CONFLICT, "hydrocarbon_overlap"), consents(State.UNKNOWN)], None, True),
        ([Finding("exploration_licence", "186(2)", State.CLEAR, (), {})], None, None),
    ],
)
def test_the_ground_tells_what_is_needed_and_never_more_than_it_knows(findings, settlement, hydrocarbons) -> None:
    told = circumstances_of(findings)
    assert (told["settlement_zone"], told["hydrocarbon_overlap"]) == (settlement, hydrocarbons)
    assert set(told) == set(CIRCUMSTANCES) - {"representative"}
