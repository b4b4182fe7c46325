"""Each rule by a table of cases: what is around the blocks, what the rule says of each, and by which article."""

from dataclasses import replace
from itertools import product

import pytest
from shapely.geometry import Polygon

from kaznedra_qgis.subsoil.area_classes import ENDED, UNREADABLE, AreaClasses
from kaznedra_qgis.subsoil.attachments import circumstances_of
from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.subsoil.findings import State
from kaznedra_qgis.subsoil.rulepack import newest_rule_pack
from kaznedra_qgis.subsoil.rules import RULES, ProposedBlocks, check_all
from kaznedra_qgis.subsoil.rules.words import CLASSES
from kaznedra_qgis.subsoil.surroundings import CoverageState
from kaznedra_qgis.themes import (
    APPLICATION_STATUSES,
    LANGUAGES,
    LICENCE_KINDS,
    LICENCE_STATUSES,
    RESTRICTED_CATEGORIES,
    THEMES,
)
from tests.unit.subsoil.ground import (
    DAY,
    HALF,
    HELD,
    OURS,
    ROW,
    WHOLE,
    application,
    area,
    around,
    at,
    box,
    known,
    licence,
    liquidation,
    programme,
    restricted,
    said,
)

CLEAR, CONFLICT, UNKNOWN = State.CLEAR, State.CONFLICT, State.UNKNOWN
A, B, C, D = ROW


@pytest.mark.parametrize(
    ("rule", "make", "whole", "half", "article"),
    [
        ("restricted_whole", lambda g: restricted(g, "defence"), CONFLICT, CLEAR, "186(2)"),
        ("restricted_whole", lambda g: restricted(g, "protected_area"), CLEAR, CLEAR, "186(2)"),
        ("restricted_part", lambda g: restricted(g, "defence"), CLEAR, CONFLICT, "25(1)"),
        ("restricted_whole", lambda g: restricted(g, "settlement"), CONFLICT, CONFLICT, "186(2)"),
        ("restricted_part", lambda g: restricted(g, "infrastructure"), CLEAR, CONFLICT, "25(1)"),
        ("protected_whole", lambda g: restricted(g, "protected_area"), CONFLICT, CLEAR, "26"),
        ("protected_part", lambda g: restricted(g, "protected_area"), CLEAR, CONFLICT, "26"),
        ("hydrocarbon_production", lambda g: licence(g, "production", minerals="oil"), CONFLICT, CLEAR, "186(2)"),
        ("hydrocarbon_production", lambda g: licence(g, "contract", minerals="gas"), UNKNOWN, UNKNOWN, "186(2)"),
        ("subsoil_space", lambda g: licence(g, "subsoil_space"), CONFLICT, CLEAR, "186(2)"),
        ("exploration_licence", licence, CONFLICT, CONFLICT, "186(2)"),
        ("exploration_licence", lambda g: licence(g, status="suspended"), CONFLICT, CONFLICT, "186(2)"),
        ("exploration_licence", lambda g: licence(g, status="expired"), CLEAR, CLEAR, "186(2)"),
        ("exploration_licence", lambda g: licence(g, holder_bin=OURS), CONFLICT, CONFLICT, "186(2)"),
        ("production", lambda g: licence(g, "production"), CONFLICT, CLEAR, "186(2)"),
        ("production", lambda g: licence(g, "common_minerals", minerals="sand"), CONFLICT, CLEAR, "186(2)"),
        ("production", lambda g: licence(g, "production", minerals=None), CONFLICT, UNKNOWN, "186(2)"),
        ("production", lambda g: licence(g, "contract"), CONFLICT, UNKNOWN, "186(2)"),
        ("production_application", lambda g: application(g, "production"), CONFLICT, CLEAR, "186(2)"),
        ("production_application", lambda g: application(g, "production", status="refused"), CLEAR, CLEAR, "186(2)"),
        ("liquidation_area", liquidation, CONFLICT, CLEAR, "186(2)"),
        ("liquidation_area", lambda g: liquidation(g, "accepted"), CLEAR, CLEAR, "186(2)"),
        ("uranium_production", lambda g: licence(g, "production", minerals="U"), CONFLICT, CONFLICT, "186(2)"),
        ("uranium_programme", lambda g: programme(g, "uranium"), CONFLICT, CONFLICT, "187(1)"),
        ("uranium_programme", lambda g: programme(g, "uranium", valid_from="2026-11-23"), CLEAR, CLEAR, "187(1)"),
        ("uranium_programme", lambda g: programme(g, "uranium", valid_to="2026-11-22"), CONFLICT, CONFLICT, "187(1)"),
        ("auction_area", lambda g: programme(g, "auction"), CONFLICT, CONFLICT, "189-1"),
        ("state_study", lambda g: programme(g, "state_study"), UNKNOWN, UNKNOWN, "68-1"),
        ("pending_application", application, CONFLICT, CONFLICT, "187(9), 189(1)"),
        ("pending_application", lambda g: application(g, filed_at=None), UNKNOWN, UNKNOWN, "187(9), 189(1)"),
        ("pending_application", lambda g: application(g, filed_at="soon"), UNKNOWN, UNKNOWN, "187(9), 189(1)"),
        ("pending_application", lambda g: application(g, status="withdrawn"), CLEAR, CLEAR, "187(9), 189(1)"),
        ("other_rights", lambda g: licence(g, "geological_study"), CLEAR, CLEAR, "186(2)"),
        ("other_rights", lambda g: licence(g, "artisanal"), UNKNOWN, UNKNOWN, "186(2)"),
        ("other_rights", lambda g: application(g, "subsoil_space"), UNKNOWN, UNKNOWN, "187(9), 189(1)"),
        ("readable_records", lambda g: licence(g, "concession"), UNKNOWN, UNKNOWN, "186(2)"),
        ("readable_records", lambda g: licence(g, status=None), UNKNOWN, UNKNOWN, "186(2)"),
        ("readable_records", lambda g: restricted(g, "sacred"), UNKNOWN, UNKNOWN, "186(2)"),
        ("freed_blocks", lambda g: licence(g, status="expired", ended_on="2026-11-20"), UNKNOWN, UNKNOWN, "189-1"),
        ("freed_blocks", lambda g: licence(g, status="expired", ended_on="2026-10-01"), CLEAR, CLEAR, "189-1"),
        ("freed_blocks", lambda g: licence(g, status="expired"), UNKNOWN, UNKNOWN, "189-1"),
        ("revoked", lambda g: licence(g, status="revoked", ended_on="2026-01-01"), UNKNOWN, UNKNOWN, "190"),
        ("relinquished", lambda g: licence(g, status="relinquished", ended_on="2026-01-01"), UNKNOWN, UNKNOWN, "190"),
        ("consents", lambda g: licence(g, "production"), CLEAR, CONFLICT, "186(2)"),
        ("consents", lambda g: licence(g, "production", minerals="oil"), CONFLICT, CONFLICT, "186(2)"),
        ("consents", lambda g: restricted(g, "settlement"), CONFLICT, CONFLICT, "settlement zones"),
        ("consents", lambda g: restricted(g, "third_party_land"), CONFLICT, CONFLICT, "25(1)"),
        ("consents", lambda g: restricted(g, "defence"), CLEAR, CLEAR, "186(2)"),
    ],
)
def test_areas_that_hold_a_block_wholly_or_in_part(rule, make, whole, half, article):
    assert [said(rule, around(make(shape)))[0] for shape in (WHOLE, HALF)] == [whole, half]
    assert said(rule, around(make(WHOLE if whole is not CLEAR else HALF)))[1] == article
    assert said(rule, around(make(WHOLE)), block=D)[0] is CLEAR


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.themes], ids=lambda rule: rule.id)
@pytest.mark.parametrize("state", [each for each in CoverageState if each is not CoverageState.COMPLETE])
def test_no_rule_is_clear_while_a_theme_that_it_needs_is_not_known(rule, state):
    for theme in rule.themes:
        findings = rule.check(_case(around(states={theme: state})))
        assert {finding.state for finding in findings} == {UNKNOWN}
        assert (theme, state.value) in {(each.theme, each.state) for each in findings[-1].evidence}
        assert {finding.state for finding in rule.check(_case(around(absent=[theme])))} == {UNKNOWN}


def _case(surroundings):
    from kaznedra_qgis.subsoil.rules import Case

    return Case(ProposedBlocks(ROW), surroundings, newest_rule_pack(), DAY)


def test_one_bad_source_of_two_leaves_a_theme_unknown():
    good, bad = known("licences")[0], known("licences", CoverageState.PARTIAL)[0]
    both = around()
    both = replace(both, coverage={**both.coverage, "licences": (good, replace(bad, source="other"))})
    assert said("exploration_licence", both)[0] is UNKNOWN


def test_a_conflict_is_a_conflict_in_a_theme_that_is_only_partly_known():
    surroundings = around(licence(WHOLE), states={"licences": CoverageState.PARTIAL})
    assert said("exploration_licence", surroundings)[0] is CONFLICT
    assert said("exploration_licence", surroundings, block=D)[0] is UNKNOWN


def test_beyond_what_was_read_nothing_is_clear():
    surroundings = replace(around(), bounds=(A.lon - 1, A.lat - 1, B.lon + 1, A.lat + 2))
    for rule in (rule for rule in RULES if rule.themes and rule.id != "readable_records"):
        told = rule.check(_case(surroundings))
        assert {block for finding in told for block in finding.blocks} == {A, B}
    assert said("readable_records", surroundings, block=D)[0] is UNKNOWN


def test_every_rule_answers_for_every_block_and_in_three_languages():
    around_all = around(licence(WHOLE), restricted(HALF, "settlement"), application(box(1, 0, 2, 1)))
    findings = check_all(ROW, around_all)
    for rule in RULES:
        assert {block for finding in findings if finding.rule == rule.id for block in finding.blocks} == set(ROW)
        assert set(rule.title) == set(LANGUAGES) and rule.article
    for finding in findings:
        assert set(finding.message) == set(LANGUAGES) and all(finding.message.values())
        assert not any("{" in text for text in finding.message.values())
    order = [finding.state for finding in findings]
    assert order == sorted(order, key=[CONFLICT, UNKNOWN, CLEAR].index)


def test_a_finding_names_what_it_met_and_what_it_rests_on():
    finding = next(each for each in check_all(ROW, around(licence(WHOLE))) if each.state is CONFLICT)
    assert finding.message["en"] == "Wholly in the exploration licence 1-EL, Other LLP; blocks: 1."
    (evidence,) = finding.evidence
    assert (evidence.theme, evidence.feature_id, evidence.snapshot, evidence.age_days) == ("licences", "1", 7, 1)
    clear = next(each for each in check_all(ROW, around()) if each.rule == "exploration_licence")
    assert [(each.theme, each.snapshot) for each in clear.evidence] == [("licences", 7)]


@pytest.mark.parametrize(
    ("blocks", "states"),
    [
        ([at(0, 0)], {"shared_side": CLEAR, "separate_plots": CLEAR, "block_count": CLEAR}),
        ([at(0, 0), at(1, 0)], {"shared_side": CLEAR, "separate_plots": CLEAR}),
        ([at(0, 0), at(1, 1)], {"shared_side": CONFLICT, "separate_plots": CONFLICT}),
        ([at(0, 0), at(1, 0), at(3, 0), at(4, 0)], {"shared_side": CLEAR, "separate_plots": CONFLICT}),
        ([at(lon, lat) for lon in range(20) for lat in range(10)], {"block_count": CLEAR}),
        ([at(lon, lat) for lon in range(67) for lat in range(3)], {"block_count": CONFLICT}),
        ([Block(30 * 60, 45 * 60)], {"in_country": CONFLICT, "shared_side": CLEAR}),
        ([Block(70 * 60, 50 * 60)], {"in_country": CLEAR}),
    ],
)
def test_the_shape_of_the_application(blocks, states):
    articles = {"shared_side": "19", "separate_plots": "188(4)", "block_count": "187(2)", "in_country": "19"}
    for rule, state in states.items():
        assert said(rule, around(), block=blocks[0], blocks=blocks) == (state, articles[rule])


def test_only_isolated_blocks_lack_a_side():
    lone = at(5, 5)
    assert said("shared_side", around(), block=lone, blocks=(*ROW, lone))[0] is CONFLICT
    assert said("shared_side", around(), block=A, blocks=(*ROW, lone))[0] is CLEAR


@pytest.mark.parametrize(
    ("metres_away", "category", "met"),
    [(990, "settlement", True), (1010, "settlement", False), (390, "hydraulic_structure", True)]
    + [(410, "hydraulic_structure", False), (90, "burial_ground", True), (110, "burial_ground", False)]
    + [(90, "third_party_land", True), (5, "infrastructure", False)],
)
def test_the_distances_of_the_pack_are_kept_to_a_few_metres(metres_away, category, met):
    west = 4 + metres_away / 1193.5  # a minute of longitude at 50 N is 1 193.5 m
    place = restricted(box(west, 0.4, west + 0.1, 0.6), category)
    assert said("restricted_part", around(place), block=D)[0] is (CONFLICT if met else CLEAR)


def test_a_larger_distance_of_the_record_counts():
    place = restricted(box(4.5, 0.4, 4.6, 0.6), "defence", buffer_m=800.0)
    assert said("restricted_part", around(place), block=D)[0] is CONFLICT


def test_a_block_that_two_territories_hold_together_is_wholly_restricted():
    west, east = restricted(box(-1, -1, 0.6, 2), "defence", "w"), restricted(box(0.5, -1, 1, 2), "water_fund", "e")
    assert said("restricted_whole", around(west, east))[0] is CONFLICT
    assert said("restricted_whole", around(west))[0] is CLEAR
    gap = restricted(box(0.7, -1, 1, 2), "water_fund", "e")
    assert said("restricted_whole", around(west, gap))[0] is CLEAR


@pytest.mark.parametrize(
    ("minerals", "rule", "state"),
    [
        ("Cu, Au", "production", CLEAR),
        ("uranium", "production", UNKNOWN),
        ("Cu, ???", "production", UNKNOWN),
        (" , ", "production", UNKNOWN),
        ("U, oil", "uranium_production", CONFLICT),
        ("U, Mo", "uranium_production", CONFLICT),
    ],
)
def test_minerals_of_no_known_code_may_be_uranium(minerals, rule, state):
    """Of uranium a part bars the block, with or without the holder's consent."""
    plot = licence(HALF, "production", minerals=minerals)
    assert said(rule, around(plot))[0] is state
    assert said(rule, around(plot), consents=HELD)[0] is state


def test_consent_to_a_contract_on_hydrocarbons_is_asked_for_and_settles_it():
    contract = around(licence(WHOLE, "contract", minerals="gas"))
    assert said("consents", contract)[0] is UNKNOWN
    assert said("hydrocarbon_production", contract)[0] is UNKNOWN
    assert said("consents", contract, consents=HELD)[0] is CLEAR
    assert said("hydrocarbon_production", contract, consents=HELD)[0] is CLEAR
    assert circumstances_of(check_all(ROW, contract))["hydrocarbon_overlap"] is True


def test_no_attachment_is_needless_while_a_record_cannot_be_read():
    findings = check_all(ROW, around(licence(WHOLE, kind=None)))
    assert set(circumstances_of(findings).values()) == {None}


def test_coordinates_that_cannot_be_degrees_leave_nothing_clear_where_they_reach():
    metres = Polygon([(50, 40), (500000, 40), (500000, 5500000), (50, 5500000)])
    assert said("readable_records", around(licence(metres)))[0] is UNKNOWN
    assert not [f for f in check_all(ROW, around(licence(metres))) if f.state is CLEAR and f.rule == "production"]


def test_what_bars_is_the_packs_word():
    """Without the pack's rows an area is unreadable: nothing about the law stands in code alone."""
    pack = newest_rule_pack()
    silent = replace(pack, data={**pack.data, "area_classes": []}, path="silent")
    assert AreaClasses(silent, DAY).of(licence(WHOLE)).name == "unreadable"
    assert {finding.state for finding in check_all(ROW, around(licence(WHOLE)), silent) if A in finding.blocks} > {
        UNKNOWN
    }


def test_the_pack_classes_every_record_that_keeps_to_the_code_lists():
    classes = AreaClasses(newest_rule_pack(), DAY)
    lists = {
        "licences": {"kind": LICENCE_KINDS, "status": LICENCE_STATUSES},
        "licence_applications": {"kind": LICENCE_KINDS, "status": APPLICATION_STATUSES},
        "restricted_areas": {"category": RESTRICTED_CATEGORIES},
        "state_programme_areas": {"kind": THEMES["state_programme_areas"].attribute("kind").codes},
        "liquidation_areas": {"status": THEMES["liquidation_areas"].attribute("status").codes},
    }
    told = set()
    for theme, attributes in lists.items():
        for values in product(*attributes.values()):
            for minerals in (None, "Cu", "oil", "U, Mo"):
                found = classes.of(area(theme, WHOLE, **dict(zip(attributes, values)), minerals=minerals))
                assert found.name != UNREADABLE
                told.add(found.name)
    told.add(classes.of(application(WHOLE, kind="untold")).name)
    barred = {row["area"] for row in newest_rule_pack().data["exploration_bars"]}
    assert barred <= told and told - {ENDED} == set(CLASSES)
    heard = {name for rule in RULES for name in getattr(rule, "classes", ())} | {"exploration_application"}
    assert barred <= heard


@pytest.mark.parametrize(
    ("area", "needed"),
    [
        (licence(HALF, "production", minerals="oil"), {"hydrocarbon_overlap"}),
        (licence(HALF, "production"), {"production_overlap"}),
        (restricted(HALF, "settlement"), {"settlement_zone"}),
        (restricted(HALF, "defence"), set()),
    ],
)
def test_what_takes_consent_tells_which_attachment_is_needed(area, needed):
    findings = check_all(ProposedBlocks(ROW), around(area))
    assert {name for name, applies in circumstances_of(findings).items() if applies} == needed
    unsound = check_all(ProposedBlocks(ROW), around(states={area.theme: CoverageState.STALE}))
    assert set(circumstances_of(unsound).values()) == {None}


@pytest.mark.parametrize("states", [{}, {"licences": CoverageState.STALE}])
def test_every_finding_that_met_nothing_says_what_it_is_about(states):
    findings = check_all(ProposedBlocks(ROW), around(states=states))
    for language in LANGUAGES:
        told = [finding.message[language] for finding in findings]
        assert len(told) == len(RULES) and len(set(told)) == len(told)
