import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kaznedra_qgis import paths
from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.sources.profile import builtin_profiles, read_profile
from kaznedra_qgis.themes import THEMES

SCHEMA = json.loads(paths.resources("profiles", "source-profile.schema.json").read_text(encoding="utf-8"))
GOOD: dict[str, Any] = {
    "$schema": "source-profile.schema.json",
    "id": "karta-2",
    "title": {"en": "Map", "kk": "Карта"},
    "kind": "ogc-api-features",
    "address": "https://example.org/ogc",
    "page_size": 500,
    "concurrency": 2,
    "requests_per_second": 2.5,
    "freshness_days": 7,
    "themes": {
        "licences": {
            "collection": "lic",
            "id_attribute": "guid",
            "changed_attribute": "updated",
            "changed_filter": "datetime",
            "freshness_days": 1.5,
            "attributes": {
                "number": "nomer",
                "status": {"source": "state", "values": {"1": "active", "0": "revoked", "9": None}},
                "minerals": None,
                "area_km2": {"source": "area", "values": {"n/a": None, "one": 1}},
            },
        },
        "deposits": {"collection": "dep"},
    },
}


def changed(path: str, value: Any) -> dict[str, Any]:
    profile = copy.deepcopy(GOOD)
    *parents, name = path.split("/")
    inner = profile
    for parent in parents:
        inner = inner[parent]
    if value is ...:
        del inner[name]
    else:
        inner[name] = value
    return profile


ACCEPTED: list[dict[str, Any]] = [
    GOOD,
    changed("$schema", ...),
    changed("address", ...),
    changed("address", ""),
    changed("page_size", ...),
    changed("page_size", 1000.0),
    changed("requests_per_second", 0),
    changed("kind", "file"),
    changed("id", "a"),
    changed("title", {"ru": "Карта"}),
    changed("themes", {name: {"collection": "c"} for name in THEMES}),
    changed("themes/licences/attributes", {}),
    changed("themes/licences/attributes/status", {"source": "state"}),
    changed("themes/licences/attributes/status", {"source": "state", "values": {}}),
    changed("themes/licences/id_attribute", ""),
    changed("themes/licences/changed_filter", ...),
    changed("whole_pull_days", 0),
    changed("themes/deposits/attributes", {"discovered_year": {"source": "y", "values": {"?": None, "x": 1950}}}),
    changed("themes/deposits/attributes", {"demo": {"source": "d", "values": {"yes": True}}}),
]
REFUSED: list[tuple[dict[str, Any], str, str]] = [
    (changed("id", ...), "$.id", "missing"),
    (changed("id", ""), "$.id", "value"),
    (changed("id", "Has Space"), "$.id", "value"),
    (changed("id", "-a"), "$.id", "value"),
    (changed("id", "a" * 65), "$.id", "value"),
    (changed("id", 7), "$.id", "type"),
    (changed("$schema", 7), "$.$schema", "type"),
    (changed("title", ...), "$.title", "missing"),
    (changed("title", "Map"), "$.title", "type"),
    (changed("title", {}), "$.title", "missing"),
    (changed("title", {"de": "Karte"}), "$.title.de", "unknown"),
    (changed("title", {"en": ""}), "$.title.en", "value"),
    (changed("kind", "wfs"), "$.kind", "value"),
    (changed("kind", ...), "$.kind", "missing"),
    (changed("address", None), "$.address", "type"),
    (changed("page_size", 0), "$.page_size", "range"),
    (changed("page_size", 100_001), "$.page_size", "range"),
    (changed("page_size", 10.5), "$.page_size", "type"),
    (changed("page_size", "10"), "$.page_size", "type"),
    (changed("page_size", True), "$.page_size", "type"),
    (changed("page_size", float("inf")), "$.page_size", "type"),
    (changed("concurrency", 17), "$.concurrency", "range"),
    (changed("requests_per_second", -1), "$.requests_per_second", "range"),
    (changed("freshness_days", "7"), "$.freshness_days", "type"),
    (changed("freshness_days", None), "$.freshness_days", "type"),
    (changed("whole_pull_days", -1), "$.whole_pull_days", "range"),
    (changed("themes/licences/changed_filter", 7), "$.themes.licences.changed_filter", "type"),
    (changed("themes/licences/changed_attribute", ...), "$.themes.licences.changed_attribute", "missing"),
    (changed("colour", "red"), "$.colour", "unknown"),
    (changed("themes", ...), "$.themes", "missing"),
    (changed("themes", {}), "$.themes", "missing"),
    (changed("themes", []), "$.themes", "type"),
    (changed("themes/oil", {"collection": "x"}), "$.themes.oil", "unknown"),
    (changed("themes/licences", None), "$.themes.licences", "type"),
    (changed("themes/licences/collection", ...), "$.themes.licences.collection", "missing"),
    (changed("themes/licences/collection", ""), "$.themes.licences.collection", "value"),
    (changed("themes/licences/freshness_days", -1), "$.themes.licences.freshness_days", "range"),
    (changed("themes/licences/layer", "x"), "$.themes.licences.layer", "unknown"),
    (changed("themes/licences/id_attribute", None), "$.themes.licences.id_attribute", "type"),
    (changed("themes/licences/attributes/colour", "x"), "$.themes.licences.attributes.colour", "unknown"),
    (changed("themes/licences/attributes/number", ""), "$.themes.licences.attributes.number", "value"),
    (changed("themes/licences/attributes/number", 7), "$.themes.licences.attributes.number", "type"),
    (changed("themes/licences/attributes/number", {}), "$.themes.licences.attributes.number.source", "missing"),
    (
        changed("themes/licences/attributes/number", {"source": "x", "value": {}}),
        "$.themes.licences.attributes.number.value",
        "unknown",
    ),
    (
        changed("themes/licences/attributes/status/values", {"1": "alive"}),
        "$.themes.licences.attributes.status.values.1",
        "value",
    ),
    (
        changed("themes/licences/attributes/number", {"source": "x", "values": {"1": [1]}}),
        "$.themes.licences.attributes.number.values.1",
        "type",
    ),
    (
        changed("themes/licences/attributes/status/values", ["active"]),
        "$.themes.licences.attributes.status.values",
        "type",
    ),
]


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("profile", ACCEPTED)
def test_schema_and_reader_accept(profile: dict[str, Any]) -> None:
    assert list(Draft202012Validator(SCHEMA).iter_errors(profile)) == []
    assert read_profile(profile).id == profile["id"]


@pytest.mark.parametrize(("profile", "where", "reason"), REFUSED)
def test_schema_and_reader_refuse(profile: dict[str, Any], where: str, reason: str) -> None:
    assert not Draft202012Validator(SCHEMA).is_valid(profile)
    with pytest.raises(KaznedraError) as caught:
        read_profile(profile)
    assert caught.value.code is Code.BAD_PROFILE
    assert (caught.value.facts["where"], caught.value.facts["reason"]) == (where, reason)


def test_schema_knows_the_themes_their_attributes_and_codes() -> None:
    assert list(SCHEMA["properties"]["themes"]["properties"]) == list(THEMES)
    for name, theme in THEMES.items():
        attributes = SCHEMA["$defs"][name]["properties"]["attributes"]["properties"]
        assert list(attributes) == [attribute.name for attribute in theme.attributes]
        for attribute in theme.attributes:
            if attribute.codes:
                values = attributes[attribute.name]["anyOf"][2]["properties"]["values"]
                assert values["additionalProperties"]["enum"] == [*attribute.codes, None]
            else:
                assert attributes[attribute.name] == {"$ref": "#/$defs/attribute"}


def test_mapping() -> None:
    licences = read_profile(GOOD).theme("licences")
    assert licences.collection == "lic"
    assert licences.source_of("number") == "nomer"
    assert licences.source_of("status") == "state"
    assert licences.values_of("status") == {"1": "active", "0": "revoked", "9": None}
    assert licences.source_of("minerals") == ""
    assert licences.source_of("holder_kk") == "holder_kk"
    assert licences.values_of("holder_kk") == {}


def test_theme_that_the_profile_lacks() -> None:
    with pytest.raises(KaznedraError) as caught:
        read_profile(GOOD).theme("blocks")
    assert caught.value.code is Code.THEME_MISSING


def test_title_by_language() -> None:
    profile = read_profile(GOOD)
    assert profile.title_in("kk") == "Карта"
    assert profile.title_in("ru") == "Map"
    assert read_profile(changed("title", {"ru": "Карта"})).title_in("kk") == "Карта"


def test_builtin_profiles() -> None:
    profiles = {profile.id: profile for profile in builtin_profiles()}
    kaznedra = profiles["kaznedra"]
    assert set(kaznedra.themes) == set(THEMES)
    for name, theme in THEMES.items():
        mapped = kaznedra.theme(name)
        assert mapped.collection == name
        assert [mapped.source_of(attribute.name) for attribute in theme.attributes] == list(mapped.attributes)
    for path in paths.resources("profiles").glob("*.json"):
        if path.name != "source-profile.schema.json":
            assert list(Draft202012Validator(SCHEMA).iter_errors(json.loads(path.read_text(encoding="utf-8")))) == []
    for profile in profiles.values():
        assert set(profile.title) == {"en", "ru", "kk"}


def test_file_and_the_address_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    path.write_text(json.dumps({**GOOD, "kind": "file", "address": "data/map.gpkg"}), encoding="utf-8-sig")
    assert read_profile(path).address == str((tmp_path / "data" / "map.gpkg").resolve())
    path.write_text(json.dumps(GOOD), encoding="utf-8")
    assert read_profile(str(path)).address == "https://example.org/ogc"


@pytest.mark.parametrize(
    ("content", "where", "reason"),
    [
        (b'{"id": "a",\n', "$", "syntax"),
        (b'{"id": NaN}', "$", "syntax"),
        (b"\xff\xfe", "$", "syntax"),
        (b"[]", "$", "type"),
        (None, "$", "unreadable"),
    ],
)
def test_unreadable_file(tmp_path: Path, content: bytes, where: str, reason: str) -> None:
    path = tmp_path / "own.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(KaznedraError) as caught:
        read_profile(path)
    assert caught.value.code is Code.BAD_PROFILE
    assert caught.value.facts["where"] == where
    assert caught.value.facts["reason"] == reason
    assert caught.value.facts["path"] == str(path)
