"""Rules by a table of cases that turn on whose a right is, when it ended, and who came first."""

from dataclasses import replace
from datetime import datetime, timezone

import pytest

from kaznedra_qgis.subsoil.aftermath import working_days_after, years_after
from kaznedra_qgis.subsoil.findings import State
from kaznedra_qgis.subsoil.rules import check_all
from tests.unit.subsoil.ground import (
    AGREED,
    DAY,
    HALF,
    HELD,
    OURS,
    ROW,
    WHOLE,
    application,
    around,
    licence,
    programme,
    restricted,
    said,
)

CLEAR, CONFLICT, UNKNOWN = State.CLEAR, State.CONFLICT, State.UNKNOWN
A, *_, D = ROW


@pytest.mark.parametrize(
    ("ours", "theirs", "state"),
    [
        (None, "2026-11-22T23:00:00Z", CONFLICT),
        (None, "2026-11-23T02:00:00+05:00", CONFLICT),
        (None, "2026-11-23T02:00:00", CONFLICT),
        (None, "2027-01-01T00:00:00Z", CONFLICT),
        (None, None, UNKNOWN),
        ("2026-11-20T05:00:00+00:00", None, UNKNOWN),
        ("2026-11-20T05:00:00+00:00", "2026-11-20T05:00:00Z", UNKNOWN),
        ("2026-11-20T05:00:01+00:00", "2026-11-20T05:00:00Z", CONFLICT),
        ("2026-11-20T04:59:59+00:00", "2026-11-20T05:00:00Z", CLEAR),
        ("2026-11-20T10:00:01+05:00", "2026-11-20T05:00:00Z", CONFLICT),
    ],
)
def test_priority_by_the_moment_of_receipt(ours, theirs, state):
    filed = datetime.fromisoformat(ours) if ours else None
    assert said("pending_application", around(application(WHOLE, filed_at=theirs)), filed_at=filed)[0] is state


@pytest.mark.parametrize(
    ("rule", "met", "told", "state"),
    [
        ("hydrocarbon_production", licence(WHOLE, "production", minerals="oil"), {"consents": HELD}, CLEAR),
        (
            "hydrocarbon_production",
            licence(WHOLE, "production", minerals="oil", holder_bin=OURS),
            {"applicant": OURS},
            CLEAR,
        ),
        ("production", licence(WHOLE, "production"), {"consents": HELD}, CONFLICT),
        ("partial_blocks", licence(HALF, "production"), {"consents": HELD}, CLEAR),
        ("partial_blocks", licence(HALF, "subsoil_space"), {"consents": HELD}, CONFLICT),
        ("consents", licence(HALF, "production"), {"consents": HELD}, CLEAR),
        (
            "restricted_whole",
            restricted(WHOLE, "settlement"),
            {"consents": AGREED},
            CLEAR,
        ),
        (
            "restricted_whole",
            restricted(WHOLE, "defence"),
            {"consents": AGREED},
            CONFLICT,
        ),
        ("pending_application", application(WHOLE, applicant_bin=OURS), {"applicant": OURS}, UNKNOWN),
        ("uranium_programme", programme(WHOLE, "uranium"), {"national_company": True}, CLEAR),
        ("revoked", licence(WHOLE, status="revoked", ended_on="2026-01-01"), {"applicant": OURS}, CLEAR),
        (
            "revoked",
            licence(WHOLE, status="revoked", ended_on="2026-01-01", holder_bin=OURS),
            {"applicant": OURS},
            CONFLICT,
        ),
        (
            "revoked",
            licence(WHOLE, status="revoked", ended_on="2025-11-21", holder_bin=OURS),
            {"applicant": OURS},
            CLEAR,
        ),
        (
            "revoked",
            licence(WHOLE, status="revoked", ended_on="2025-11-22", holder_bin=OURS),
            {"applicant": OURS},
            CONFLICT,
        ),
        (
            "relinquished",
            licence(WHOLE, status="relinquished", ended_on="2026-06-01", holder_bin=OURS),
            {"applicant": OURS},
            CONFLICT,
        ),
        (
            "relinquished",
            licence(WHOLE, status="relinquished", ended_on="2026-06-01", holder_bin=None),
            {"applicant": OURS},
            UNKNOWN,
        ),
        (
            "revoked",
            licence(WHOLE, status="revoked", holder_bin=OURS),
            {"applicant": OURS},
            UNKNOWN,
        ),
    ],
)
def test_what_is_told_of_the_applicant_matters(rule, met, told, state):
    assert said(rule, around(met), **told)[0] is state


def test_a_licence_that_vanished_may_have_been_given_up():
    vanished = replace(licence(WHOLE), gone_on=DAY)
    assert said("relinquished", around(gone=[vanished]), applicant=OURS)[0] is CLEAR
    vanished = replace(licence(WHOLE, holder_bin=OURS), gone_on=DAY)
    assert said("relinquished", around(gone=[vanished]), applicant=OURS)[0] is UNKNOWN
    assert said("freed_blocks", around(gone=[vanished]), applicant=OURS)[0] is UNKNOWN
    assert said("relinquished", around(gone=[replace(vanished, gone_on=None)]), block=D)[0] is CLEAR


@pytest.mark.parametrize(
    ("status", "rule", "state"), [("revoked", "revoked", CONFLICT), ("relinquished", "relinquished", CONFLICT)]
)
def test_a_record_of_an_ended_right_may_go_and_is_remembered(status, rule, state):
    """A register that drops what ended takes nothing from what was known of it."""
    dropped = licence(WHOLE, status=status, ended_on="2026-06-01", holder_bin=OURS)
    assert said(rule, around(gone=[replace(dropped, gone_on=DAY)]), applicant=OURS)[0] is state
    assert said(rule, around(gone=[replace(dropped, gone_on=DAY)]))[0] is UNKNOWN
    old = licence(WHOLE, status=status, ended_on="2025-06-01", holder_bin=OURS)
    assert said(rule, around(gone=[replace(old, gone_on=DAY)]), applicant=OURS)[0] is CLEAR


@pytest.mark.parametrize("holder", ["40340063234", 40340063234, "040340063234", " 040340063234 "])
def test_a_number_that_lost_its_leading_zero_is_still_the_applicants(holder):
    revoked = licence(WHOLE, status="revoked", ended_on="2026-06-01", holder_bin=holder)
    assert said("revoked", around(revoked), applicant="040340063234")[0] is CONFLICT


@pytest.mark.parametrize("holder", ["***", "БИН 1513", "1513405799901", 0, ""])
def test_a_holder_that_no_number_names_may_be_the_applicant(holder):
    revoked = licence(WHOLE, status="revoked", ended_on="2026-06-01", holder_bin=holder)
    assert said("revoked", around(revoked), applicant=OURS)[0] is UNKNOWN


def test_a_right_that_ends_later_is_still_in_force():
    assert said("exploration_licence", around(licence(HALF, status="relinquished", ended_on="2026-11-23")))[0] is (
        CONFLICT
    )
    assert said("exploration_licence", around(licence(HALF, status="relinquished", ended_on="2026-11-22")))[0] is CLEAR


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ({"ended_on": "2026-11-20"}, UNKNOWN),
        ({"ended_on": "2026-06-01"}, CLEAR),
        ({"ended_on": "2026-06-01", "changed_at": "2026-11-20T05:00:00Z"}, UNKNOWN),
        ({"changed_at": "2026-11-20T05:00:00Z"}, UNKNOWN),
        ({"ended_on": "2026-11-20", "kind": None}, UNKNOWN),
        ({"ended_on": "2026-11-20", "kind": "geological_study"}, CLEAR),
        ({}, UNKNOWN),
    ],
)
def test_the_window_of_freed_blocks_runs_from_what_may_be_their_publication(told, state):
    assert said("freed_blocks", around(licence(WHOLE, **{"status": "terminated", **told})))[0] is state


def test_an_application_for_an_untold_right_leaves_nothing_clear_there():
    pending = around(application(WHOLE, kind=None))
    findings = check_all(ROW, pending)
    on_applications = {"pending_application", "production_application", "other_rights"}
    assert {f.state for f in findings if f.rule in on_applications and A in f.blocks} == {UNKNOWN}
    assert said("production_application", pending, block=D)[0] is CLEAR


@pytest.mark.parametrize(
    ("changed", "licences", "state"),
    [
        ("2026-11-21T08:00:01Z", (), UNKNOWN),
        ("2026-11-21T07:59:59Z", (), CLEAR),
        ("2026-11-21T13:00:01+05:00", (), UNKNOWN),
        (None, (), UNKNOWN),
        (None, (licence(WHOLE, status="expired", ended_on="2024-01-01"),), CLEAR),
        ("2026-11-21T08:00:01Z", (licence(WHOLE),), CLEAR),
    ],
)
def test_a_licence_issued_since_the_licences_were_pulled_is_not_overlooked(changed, licences, state):
    issued = application(WHOLE, status="licence_issued", changed_at=changed)
    surroundings = around(issued, *licences)
    assert said("pending_application", surroundings)[0] is state
    assert said("pending_application", surroundings, block=D)[0] is CLEAR


def test_days_are_counted_as_the_law_has_them():
    assert working_days_after(DAY.replace(day=20), 1) == DAY.replace(day=23)
    assert working_days_after(DAY.replace(day=2), 15) == DAY.replace(day=23)
    assert years_after(DAY, 1) == DAY.replace(year=2027)
    assert years_after(datetime(2024, 2, 29, tzinfo=timezone.utc).date(), 1).isoformat() == "2025-03-01"
