"""The demo data: the same for the same date and seed, lawful in itself, and never to be taken for real."""

import json
import os
import re
import sqlite3
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta

import pytest
from osgeo import ogr
from shapely import wkb
from shapely.ops import unary_union
from shapely.prepared import prep

from kaznedra_qgis.subsoil.agreement import Comparer
from kaznedra_qgis.subsoil.blocks import Rule, components, covering, outline
from kaznedra_qgis.subsoil.codes import read_codes
from kaznedra_qgis.subsoil.numbering import default_scheme
from kaznedra_qgis.themes import LANGUAGES, THEMES, Kind
from tests.demo.country import Country, world_map
from tests.demo.generate import SEED, make, write
from tests.demo.tables import CODE_IN_FORCE, Setting, table
from tests.qgis.conftest import DEMO_DAY
from tests.servers.platform import ROOT

IN_FORCE = ("active", "suspended")
PENDING = ("submitted", "accepted")


@pytest.fixture(scope="module")
def country(qgis_app):
    return Country(world_map())


@pytest.fixture(scope="module", params=[(DEMO_DAY, SEED), (date(2028, 2, 29), 7)], ids=["demo", "other"])
def setting(request):
    return Setting(*request.param)


@pytest.fixture(scope="module")
def generated(setting, country):
    return make(setting, country)


@pytest.fixture(scope="module")
def themes(generated):
    return generated.themes


def everywhere(themes):
    return [(name, feature) for name, features in themes.items() for feature in features]


def on_blocks(themes):
    """Rights made of blocks, with what their codes say."""
    for name in ("licences", "licence_applications"):
        for feature in themes[name]:
            if feature.values["blocks"]:
                yield feature, read_codes(feature.values["blocks"], default_scheme())


def test_the_same_date_and_seed_give_the_same_file(demo_data, tmp_path):
    again = tmp_path / "again.gpkg"
    command = [sys.executable, "-m", "tests.demo.generate", str(again), "--date", DEMO_DAY.isoformat()]
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "PYTHONPATH": str(ROOT)}
    environment.pop("DISPLAY", None)
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert again.read_bytes() == demo_data.read_bytes()
    assert (tmp_path / "basemap.gpkg").read_bytes() == demo_data.with_name("basemap.gpkg").read_bytes()
    assert "licences: 1500" in done.stdout
    assert "without coordinates: 4 (Yubileyno-Snegirikhinsky, Abyz, Kazzinc, Karaganda)" in done.stdout


def test_another_seed_gives_another_country(demo_data, tmp_path):
    other = tmp_path / "other.gpkg"
    write(other, DEMO_DAY, seed=SEED + 1)
    assert other.read_bytes() != demo_data.read_bytes()


def test_the_file_is_small_enough_for_the_plugin(demo_data):
    assert demo_data.stat().st_size < 5_000_000
    assert demo_data.with_name("basemap.gpkg").stat().st_size < 1_000_000


def test_layers_and_attributes_are_those_of_the_themes(demo_data):
    types = {
        Kind.TEXT: "String",
        Kind.TIME: "String",
        Kind.DATE: "Date",
        Kind.INTEGER: "Integer64",
        Kind.REAL: "Real",
        Kind.BOOLEAN: "Integer(Boolean)",
    }
    source = ogr.Open(str(demo_data))
    layers = {source.GetLayer(i).GetName(): source.GetLayer(i) for i in range(source.GetLayerCount())}
    assert set(layers) == set(THEMES) - {"blocks"}
    for name, layer in layers.items():
        columns = [(field.GetName(), field.GetTypeName(), field.GetSubType()) for field in layer.schema]
        told = [(name, f"{kind}(Boolean)" if subtype == ogr.OFSTBoolean else kind) for name, kind, subtype in columns]
        assert told == [(attribute.name, types[attribute.kind]) for attribute in THEMES[name].attributes]
        assert layer.GetSpatialRef().GetAuthorityCode(None) == "4326"
    with sqlite3.connect(demo_data) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_counts(themes):
    assert {name: len(features) for name, features in themes.items()} == {
        "licences": 1500,
        "licence_applications": 174,
        "deposits": 165,
        "restricted_areas": 341,
        "state_programme_areas": 50,
        "liquidation_areas": 26,
        "technogenic_formations": 44,
    }
    assert Counter(licence.values["kind"] for licence in themes["licences"]) == {
        "exploration": 930,
        "production": 150,
        "geological_study": 90,
        "subsoil_space": 40,
        "artisanal": 120,
        "common_minerals": 110,
        "contract": 60,
    }
    assert sum(filed.values["status"] in PENDING for filed in themes["licence_applications"]) == 150


def test_every_code_of_every_list_is_met_and_no_other(themes):
    for name, features in themes.items():
        for attribute in THEMES[name].attributes:
            if not attribute.codes:
                continue
            met = {feature.values[attribute.name] for feature in features}
            assert met <= set(attribute.codes)
            if (name, attribute.name) == ("licence_applications", "kind"):
                assert met == {"exploration", "production", "geological_study", "artisanal", "common_minerals"}
            else:
                assert met == set(attribute.codes), (name, attribute.name)


def test_minerals_are_of_the_list(themes):
    known = {row["code"] for row in table("minerals")}
    for _, feature in everywhere(themes):
        for attribute in ("minerals", "commodities"):
            listed = feature.values.get(attribute)
            assert not listed or set(listed.split(", ")) <= known


def test_blocks_codes_count_area_and_geometry_agree(themes, generated):
    checked = partly = 0
    for feature, reading in on_blocks(themes):
        if feature.values["number"] in generated.slips:
            continue
        values, blocks = feature.values, [read.block for read in reading.blocks]
        assert not reading.problems and not reading.doubles
        assert 1 <= len(blocks) == values["block_count"] <= 200
        assert len(components(blocks)) == 1
        whole = outline(blocks)
        if reading.partial:
            partly += 1
            assert feature.geometry.difference(whole).area < 1e-12
            assert set(covering(feature.geometry, Rule.WITHIN)) == set(blocks) - reading.partial
            assert set(covering(feature.geometry, Rule.TOUCH)) == set(blocks)
        else:
            checked += 1
            assert feature.geometry.symmetric_difference(whole).area < 1e-12
            assert covering(feature.geometry, Rule.WITHIN) and set(covering(feature.geometry, Rule.TOUCH)) == set(
                blocks
            )
        assert 1.9 * len(blocks) * 0.1 < values["area_km2"] < 2.7 * len(blocks)
    assert checked > 900 and partly > 20


def test_three_licences_have_codes_that_disagree_with_their_geometry(themes, generated):
    comparer, found = Comparer(default_scheme()), {}
    for feature, _ in on_blocks(themes):
        rings = [[list(ring.coords) for ring in (part.exterior, *part.interiors)] for part in feature.geometry.geoms]
        kinds = tuple(finding.kind.value for finding in comparer.compare(feature.values["blocks"], rings))
        if kinds:
            found[feature.values["number"]] = tuple(kind for kind in kinds if kind != "off_grid")
    assert found == generated.slips
    assert sorted(found.values()) == [("corners_in_pulkovo",), ("not_covered", "not_listed"), ("part_unmarked",)]


def test_exploration_in_force_keeps_off_each_other_and_off_production(themes):
    held = Counter()
    explored, mined = [], []
    for licence in themes["licences"]:
        if licence.values["status"] not in IN_FORCE:
            continue
        if licence.values["kind"] == "exploration":
            held.update(read.block for read in read_codes(licence.values["blocks"], default_scheme()).blocks)
            explored.append(licence.geometry)
        elif licence.values["kind"] == "production":
            mined.append(licence.geometry)
    assert max(held.values()) == 1
    assert unary_union(explored).intersection(unary_union(mined)).area < 1e-12


def test_all_lies_within_the_country_and_is_valid(themes, country):
    within = prep(country.outline.buffer(2e-5))
    for name, feature in everywhere(themes):
        assert feature.geometry.is_valid and not feature.geometry.is_empty, (name, feature.values)
        assert within.covers(feature.geometry), (name, feature.values)


def test_every_text_is_there_in_three_languages(themes):
    for name, feature in everywhere(themes):
        stems = {attribute.name[:-3] for attribute in THEMES[name].attributes if attribute.name.endswith("_en")}
        assert "region" in stems
        for stem in stems:
            texts = [feature.values[f"{stem}_{language}"] for language in LANGUAGES]
            assert all(texts), (name, stem, feature.values)
            assert not re.search("[А-я]", texts[0]) and not re.search(
                "[A-Za-z]{3,}", re.sub(r"DEMO-\S+|Ltd", "", texts[1])
            )


def test_nothing_invented_can_be_taken_for_real(themes):
    real = {row["name"] for row in table("kz_mines")}
    for name, feature in everywhere(themes):
        values = feature.values
        if not values["demo"]:
            assert name == "deposits" and values["name_en"] in real
            continue
        assert values["record_url"].startswith("https://kaznedra.example/records/")
        for stem in ("holder", "applicant", "owner", "responsible"):
            assert f"{stem}_en" not in values or all(
                re.search("Demo|Демо", values[f"{stem}_{language}"]) for language in LANGUAGES
            )
        for attribute in ("number", "licence_number"):
            assert not values.get(attribute) or values[attribute].startswith("DEMO-")
        if name == "restricted_areas":
            assert re.search("^Demo | \\(demo outline\\)$", values["name_en"])


def test_no_bin_can_be_real_but_all_pass_the_check_digit(themes):
    numbers = [licence.values["holder_bin"] for licence in themes["licences"]]
    numbers += [filed.values["applicant_bin"] for filed in themes["licence_applications"]]
    for number in numbers:
        assert re.fullmatch(r"\d{12}", number)
        assert number[2:4] == "13", "the month of registration or birth"
        check = sum(int(digit) * weight for digit, weight in zip(number, range(1, 12))) % 11
        if check == 10:
            weights = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
            check = sum(int(digit) * weight for digit, weight in zip(number, weights)) % 11
        assert int(number[11]) == check


def test_real_mines_say_what_their_source_says(themes):
    sources = {row["name"]: row for row in table("kz_mines")}
    mines = [deposit for deposit in themes["deposits"] if not deposit.values["demo"]]
    assert len(mines) == 25
    for mine in mines:
        values, row = mine.values, sources[mine.values["name_en"]]
        assert (mine.geometry.x, mine.geometry.y) == (float(row["longitude"]), float(row["latitude"]))
        assert values["data_source"] == row["source"]
        assert values["reserves"] is None and values["size"] == "unknown" and values["discovered_year"] is None
        assert values["production_start"] == (int(row["production_start"]) if row["production_start"] else None)
    plants = {row["name"] for row in table("mines") if row["kind"] == "plant"}
    nowhere = {row["name"] for row in sources.values() if not row["latitude"]}
    assert {mine.values["name_en"] for mine in mines} | plants | nowhere == set(sources)


def test_reserves_carry_what_the_contract_asks(themes):
    entries = [
        entry
        for deposit in themes["deposits"]
        if deposit.values["reserves"]
        for entry in json.loads(deposit.values["reserves"])
    ]
    assert len(entries) > 100
    keys = {"commodity", "value", "unit", "measure", "category", "standard", "date", "source"}
    assert all(set(entry) == keys for entry in entries)


def test_histories_hang_together(themes, setting):
    today = setting.today
    for licence in themes["licences"]:
        values = licence.values
        issued, expires = date.fromisoformat(values["issued_on"]), date.fromisoformat(values["expires_on"])
        ended = date.fromisoformat(values["ended_on"]) if values["ended_on"] else None
        assert issued <= today and issued < expires
        assert (values["kind"] == "contract") == (issued < CODE_IN_FORCE)
        if values["status"] in IN_FORCE:
            assert ended is None and expires > today
        elif values["status"] == "expired":
            assert ended == expires <= today
        else:
            assert issued <= ended < expires and ended <= today
    for filed in themes["licence_applications"]:
        if filed.values["status"] in PENDING:
            assert timedelta(0) < today - date.fromisoformat(filed.values["filed_at"][:10]) <= timedelta(days=48)
    soon = [
        licence
        for licence in themes["licences"]
        if licence.values["status"] in IN_FORCE
        and today < date.fromisoformat(licence.values["expires_on"]) <= today + timedelta(days=90)
    ]
    assert len(soon) > 20


def test_some_ground_was_freed_so_lately_that_it_may_go_to_auction(themes, setting):
    of_exploration = [each for each in themes["licences"] if each.values["kind"] == "exploration"]
    taken = {code for each in of_exploration if each.values["status"] in IN_FORCE for code in listed(each)}
    lately = (setting.today - timedelta(days=21)).isoformat()
    freed = [each for each in of_exploration if (each.values["ended_on"] or "") >= lately and not listed(each) & taken]
    assert {each.values["status"] for each in freed} >= {"revoked", "relinquished", "terminated"}


def listed(licence):
    """The blocks that a licence lists."""
    return {read.block for read in read_codes(licence.values["blocks"], default_scheme()).blocks}


def test_times_are_rfc_3339_and_not_of_the_future(themes, setting):
    for name, feature in everywhere(themes):
        for attribute in THEMES[name].attributes:
            value = feature.values[attribute.name]
            if attribute.kind is Kind.TIME:
                assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", value)
                assert value[:10] <= setting.today.isoformat()


def test_formations_and_liquidations_name_licences_that_exist(themes):
    licences = {licence.values["number"]: licence.values for licence in themes["licences"]}
    for formation in themes["technogenic_formations"]:
        assert formation.values["licence_number"] in {None, *licences}
    for area in themes["liquidation_areas"]:
        assert licences[area.values["licence_number"]]["ended_on"]


def test_the_base_map_has_the_country_named_in_three_languages(demo_data):
    source = ogr.Open(str(demo_data.with_name("basemap.gpkg")))
    counts = {source.GetLayer(i).GetName(): source.GetLayer(i).GetFeatureCount() for i in range(source.GetLayerCount())}
    assert counts == {"country": 1, "regions": 16, "neighbours": 12, "waters": 25, "cities": 45}
    for name in counts:
        for row in source.GetLayerByName(name):
            assert all(row[f"name_{language}"] for language in LANGUAGES)
            assert wkb.loads(bytes(row.GetGeometryRef().ExportToWkb())).is_valid
