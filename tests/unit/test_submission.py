"""What is sent, and what a platform's answers about a key prove."""

import json
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.sources import open_source
from kaznedra_qgis.sources.http import Client
from kaznedra_qgis.sources.limits import Limits
from kaznedra_qgis.sources.profile import builtin_profiles, read_profile
from kaznedra_qgis.sources.submission import counter, feature, readable
from tests.servers.faulty import Collection, Platform

KAZNEDRA = next(profile for profile in builtin_profiles() if profile.id == "kaznedra")
GROUND = {"type": "MultiPolygon", "coordinates": [[[[70, 50], [71, 50], [71, 51], [70, 50]]]]}
SENT = {"client_key": "k-7", "kind": "exploration", "applicant_kk": "Тұмар", "block_count": 2, "status": "accepted"}


class Registry(Platform):
    """A platform with applications k-0 … k-24; `heeds` says whether it can be asked by key."""

    heeds = True
    elsewhere = ""

    def __init__(self):
        super().__init__()
        rows = [
            {"type": "Feature", "id": str(n), "geometry": None, "properties": {"client_key": f"k-{n}", "status": "new"}}
            for n in range(250)
        ]
        self.collections["applications"] = Collection("applications", rows)

    def _items(self, handler, collection, query):
        if self.elsewhere and collection.id == "applications":
            handler.reply(302, b"", Location=f"{self.elsewhere}/api/collections/applications/items")
            return
        key = parse_qs(urlsplit(handler.path).query).get("client_key")
        if self.heeds and key:
            collection = replace(
                collection, features=[one for one in collection.features if one["properties"]["client_key"] in key]
            )
        super()._items(handler, collection, query)


@pytest.fixture
def registry():
    with Registry() as running:
        yield running


def at(platform, profile=KAZNEDRA):
    session = requests.Session()
    session.trust_env = False
    limits = Limits(attempts=1, connect_s=3, idle_s=3, total_s=10)
    return counter(open_source(replace(profile, address=platform.url), Client(session, limits)))


def mapped(**attributes):
    return read_profile(
        {
            "id": "other",
            "title": {"en": "Other"},
            "kind": "ogc-api-features",
            "themes": {"licences": {"collection": "licences"}},
            "submission": {"collection": "zayavki", "attributes": attributes},
        }
    )


def test_the_body_is_of_the_applicants_attributes_alone_and_always_the_same():
    made = feature(KAZNEDRA, SENT, GROUND)
    told = json.loads(made.body)["properties"]
    assert told["client_key"] == "k-7" and told["applicant_kk"] == "Тұмар" and told["minerals"] is None
    assert not {"status", "receipt_number", "filed_at"} & set(told)
    assert (
        made.body.isascii() and "Тұмар" in readable(made.body) and json.loads(readable(made.body))["properties"] == told
    )
    assert made == feature(KAZNEDRA, dict(reversed(SENT.items())), GROUND)


def test_the_digest_is_of_the_place_too():
    here = feature(KAZNEDRA, SENT, GROUND).digest
    assert here != feature(replace(KAZNEDRA, address="https://other.example"), SENT, GROUND).digest
    assert here != feature(KAZNEDRA, {**SENT, "block_count": 3}, GROUND).digest


def test_a_profile_names_attributes_and_values_its_own_way():
    profile = mapped(
        client_key="nomer_klienta",
        kind={"source": "vid", "values": {"razvedka": "exploration"}},
        applicant_en=None,
        status={"source": "sostoyanie", "values": {"Принято": "accepted"}},
    )
    told = json.loads(feature(profile, SENT, GROUND).body)["properties"]
    assert told["nomer_klienta"] == "k-7" and told["vid"] == "razvedka"
    assert "applicant_en" not in told and "sostoyanie" not in told


@pytest.mark.parametrize("key", [None, {"source": "key", "values": {"a": "b"}}])
def test_a_profile_without_a_key_of_its_own_is_refused(key):
    with pytest.raises(KaznedraError) as refused:
        mapped(client_key=key)
    assert refused.value.code is Code.BAD_PROFILE


@pytest.mark.parametrize("heeds", [True, False])
def test_an_application_is_found_by_its_key(registry, heeds):
    registry.heeds = heeds
    found = at(registry).find("k-207", feature(KAZNEDRA, {**SENT, "client_key": "k-207"}, GROUND).body)
    assert (found.feature_id, found.attributes["status"], found.copies) == ("207", "new", 1)
    assert "block_count" in found.differs and "client_key" not in found.differs
    assert at(registry).find("k-1000") is None


def test_more_than_one_of_a_key_is_told(registry):
    registry["applications"].features.append({**registry["applications"].features[3], "id": "again"})
    assert at(registry).find("k-3").copies == 2


@pytest.mark.parametrize("written", ["{}", "{{{}}}"])
def test_a_key_may_be_written_as_databases_write_it(registry, written):
    key = "0b0f6ad4-6c2e-5d0c-9f4e-0a3c5b7d9e11"
    registry["applications"].features[201]["properties"]["client_key"] = written.format(key.upper())
    registry.heeds = False
    assert at(registry).find(key).feature_id == "201"


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ({"status": 500}, Code.SERVER_FAULT),
        ({"status": 400}, Code.REFUSED),
        ({"no_next": True}, Code.COUNT_DIFFERS),
        ({"endless": True}, Code.ENDLESS_PAGES),
        ({"repeat": True}, Code.COUNT_DIFFERS),
        ({"repeat": True, "no_matched": True}, Code.SUBMISSION_UNPROVEN),
        ({"same_next": True}, Code.COUNT_DIFFERS),
        ({"no_next": True, "no_matched": True}, Code.SUBMISSION_UNPROVEN),
        ({"no_next": True, "no_matched": True, "clamp": 10}, Code.SUBMISSION_UNPROVEN),
        ({"next_elsewhere": "http://127.0.0.1:9/api", "no_matched": True}, Code.FOREIGN_LINK),
        ({"next_elsewhere": "http://127.0.0.1:9/\ud800"}, Code.FOREIGN_LINK),
    ],
)
def test_what_leaves_it_open_is_no_proof_that_it_is_not_there(registry, fault, code, monkeypatch):
    from kaznedra_qgis.sources import submission

    monkeypatch.setattr(submission, "_MOST_PAGES", 20)
    registry.heeds = False
    for name, value in fault.items():
        setattr(registry["applications"].faults, name, value)
    with pytest.raises(KaznedraError) as open_question:
        at(registry).find("k-1000")
    assert open_question.value.code is code
    str(open_question.value.facts).encode()
    # what was seen on the first page is there all the same
    if "status" not in fault and not fault.get("endless"):
        assert at(registry).find("k-7").feature_id == "7"


@pytest.mark.parametrize("links", [{}, {"empty_last": True}, {"no_matched": True}])
def test_where_all_was_seen_it_is_not_there(registry, links):
    registry.heeds = False
    for name, value in links.items():
        setattr(registry["applications"].faults, name, value)
    assert at(registry).find("k-1000") is None


def test_a_platform_that_does_not_show_the_keys_proves_nothing(registry):
    for one in registry["applications"].features:
        del one["properties"]["client_key"]
    registry.heeds = False
    with pytest.raises(KaznedraError) as open_question:
        at(registry).find("k-7")
    assert (open_question.value.code, open_question.value.facts["attribute"]) == (
        Code.SUBMISSION_UNPROVEN,
        "client_key",
    )


def test_an_empty_page_that_leads_on_proves_nothing(registry):
    registry["applications"].features.clear()
    faults = registry["applications"].faults
    faults.repeat = faults.no_matched = True
    with pytest.raises(KaznedraError) as open_question:
        at(registry).find("k-7")
    assert open_question.value.code is Code.SUBMISSION_UNPROVEN


def test_what_a_platform_tells_is_kept_within_bounds(registry):
    told = registry["applications"].features[7]["properties"]
    told.update(status={"nested": ["x" * 9000]}, receipt_number="R-\ud800-1", remark="y" * 9000)
    found = at(registry).find("k-7")
    assert found.attributes["receipt_number"] == "R-?-1"
    assert {len(found.attributes[name]) for name in ("status", "remark")} == {2000}


def test_another_server_proves_nothing(registry):
    with Registry() as other:
        registry.elsewhere = other.origin
        with pytest.raises(KaznedraError) as refused:
            at(registry).find("k-1000")
    assert refused.value.code is Code.FOREIGN_LINK


def test_a_platform_without_the_collection_takes_none():
    with Platform() as platform, pytest.raises(KaznedraError) as refused:
        at(platform).file(b"{}")
    assert refused.value.code is Code.SUBMISSION_NOT_OFFERED and refused.value.facts["taken"] == "no"
    with pytest.raises(KaznedraError) as refused:
        feature(replace(KAZNEDRA, submission=None), SENT, GROUND)
    assert refused.value.code is Code.SUBMISSION_NOT_OFFERED
