"""The report of a check, what is kept of it, and what differs from one check to the next."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kaznedra_qgis.subsoil.application_check import Difference, check, differences
from kaznedra_qgis.subsoil.blocks import Block, total_area_km2
from kaznedra_qgis.subsoil.codes import format_codes
from kaznedra_qgis.subsoil.findings import State
from kaznedra_qgis.subsoil.numbering import default_scheme
from kaznedra_qgis.subsoil.outcome import predict
from kaznedra_qgis.subsoil.rules import ProposedBlocks, check_all
from kaznedra_qgis.subsoil.standing import Kind, standings
from kaznedra_qgis.subsoil.surroundings import CoverageState
from tests.unit.subsoil.ground import (
    SOUTH,
    WEST,
    application,
    around,
    at,
    box,
    licence,
    liquidation,
    programme,
    restricted,
)

ROW = tuple(at(lon, 0) for lon in range(6))
CODES = format_codes(ROW, default_scheme()).split("; ")


def test_the_report_is_json_with_the_members_of_the_contract():
    plot = licence(box(5.5, -1, 7, 2), "production")
    told = json.loads(json.dumps(check(ROW, around(licence(box(0, 0, 1, 1)), plot)).report()))
    assert (told["result"], told["blocks"], told["plots"], told["rule_pack"]) == ("conflict", 6, 1, "kz-2026")
    assert told["date"] == "2026-11-22" and told["area_km2"] == round(total_area_km2(ROW), 3)
    for finding in told["findings"]:
        assert set(finding) == {"rule", "article", "state", "blocks", "message", "evidence"}
        assert finding["state"] in ("clear", "conflict", "unknown") and set(finding["blocks"]) <= set(CODES)
    outcome = told["outcome"]
    assert (outcome["whole"], outcome["refused"], outcome["suggested_drop"]) == (CODES[1:5], CODES[:1], CODES[:1])
    (partial,) = outcome["partial"]
    assert partial["block"] == CODES[5] and partial["geometry"]["type"] == "MultiPolygon" and partial["pieces"] == 1
    assert told["costs"]["rule_pack"] == "kz-2026" and told["costs"]["totals"]["expenditure_mci"] == 12300
    assert [part["blocks"] for part in told["costs"]["licences"]] == [5], "of what would be granted"
    assert told["snapshots"]["licences"] == [7]


def test_a_partial_block_counts_with_what_remains_of_it():
    plot = licence(box(5.5, -1, 7, 2), "production")
    marked = check(ProposedBlocks(ROW, frozenset([ROW[5]])), around(plot))
    assert marked.area_km2 == pytest.approx(total_area_km2(ROW) * 5.5 / 6, rel=1e-4)


def test_nothing_chosen_is_not_clear():
    told = check((), around()).report()
    assert (told["result"], told["blocks"], told["costs"]) == ("unknown", 0, None)


def test_too_many_blocks_have_no_costs():
    many = [at(lon, lat) for lon in range(67) for lat in range(3)]
    assert check(many, around()).costs is None


def test_blocks_off_the_grid_are_told_all_the_same():
    told = check([Block(1800, 2700)], around()).report()
    assert told["result"] == "conflict" and told["codes"] == ["1800' E 2700' N"]


def test_the_digest_follows_the_answers_and_not_the_order():
    surroundings = around(licence(box(0, 0, 1, 1)))
    first = check(ROW, surroundings)
    assert first.digest() == check(ROW[::-1], around(licence(box(0, 0, 1, 1)))).digest()
    assert first.digest() != check(ROW, around()).digest()
    assert (
        first.digest()
        != check(ROW, around(licence(box(0, 0, 1, 1)), states={"licences": CoverageState.STALE})).digest()
    )


def test_what_differs_is_told_block_by_block():
    before = check(ROW, around()).summary()
    after = check(ROW, around(licence(box(0, 0, 2, 1)))).summary()
    assert differences(before, after) == [Difference("exploration_licence", "clear", "conflict", tuple(CODES[:2]))]
    assert differences(after, before) == [Difference("exploration_licence", "conflict", "clear", tuple(CODES[:2]))]
    kept = json.loads(json.dumps(before))
    assert differences(kept, before) == []
    fewer = check(ROW[:5], around()).summary()
    assert {(each.before, each.after, each.blocks) for each in differences(before, fewer)} == {
        ("clear", "", (CODES[5],))
    }


def test_the_day_decides():
    area = programme(box(0, 0, 1, 1), "auction", valid_from="2026-12-01")
    assert check(ROW, around(area)).result is State.CLEAR
    assert check(ROW, around(area, day=date(2026, 12, 1))).result is State.CONFLICT


_places = some.tuples(some.floats(-1, 6), some.floats(-1, 6), some.floats(0.1, 3), some.floats(0.1, 3))
_makers = (
    licence,
    lambda g: licence(g, "production"),
    lambda g: licence(g, "production", minerals="oil"),
    lambda g: licence(g, "production", minerals="U"),
    lambda g: licence(g, "production", minerals=None),
    lambda g: licence(g, "contract"),
    lambda g: licence(g, "contract", minerals="oil"),
    lambda g: licence(g, "subsoil_space"),
    lambda g: licence(g, "geological_study"),
    lambda g: licence(g, "artisanal"),
    lambda g: licence(g, "?"),
    lambda g: licence(g, status="revoked", ended_on="2020-01-01"),
    application,
    lambda g: application(g, "production"),
    lambda g: application(g, "artisanal"),
    lambda g: restricted(g, "defence"),
    lambda g: restricted(g, "burial_ground"),
    lambda g: restricted(g, "protected_area"),
    lambda g: programme(g, "auction"),
    lambda g: programme(g, "uranium"),
    lambda g: programme(g, "state_study"),
    liquidation,
)


@settings(max_examples=60, deadline=None)
@given(some.lists(some.tuples(some.sampled_from(_makers), _places), max_size=3))
def test_the_map_and_the_rules_say_the_same_of_every_block(drawn):
    """What the map shows as free the rules find clear, and what the rules refuse the map never shows as free."""
    areas = [make(box(x, y, x + width, y + height)) for make, (x, y, width, height) in drawn]
    surroundings = around(*areas)
    shown = standings((WEST, SOUTH, WEST + 6, SOUTH + 6), surroundings)
    blocks = [at(lon, lat) for lon in range(6) for lat in range(6)]
    findings = check_all(blocks, surroundings)
    outcome = predict(blocks, findings, surroundings)
    met = {block for finding in findings if finding.state is not State.CLEAR for block in finding.blocks}
    for block in blocks:
        kind = shown.of(block).kind
        assert (kind is Kind.FREE) == (block not in met)
        if kind in (Kind.TAKEN, Kind.APPLIED, Kind.RESTRICTED, Kind.PROGRAMME):
            assert block not in outcome.whole
        if kind is Kind.FREE:
            assert block not in outcome.refused and block not in outcome.partial
