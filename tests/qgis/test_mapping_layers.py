"""Theme layers in a project: added once, refreshed, renamed, moved, saved and read again, removed."""

import json

import pytest
from qgis.core import (
    QgsExpressionContextUtils,
    QgsFillSymbol,
    QgsLayerTreeLayer,
    QgsProject,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from kaznedra_qgis.mapping import layers
from tests.qgis.mapped import SQUARE, add, colours, picture, pulled, workspace

FAR_SQUARE = "MULTIPOLYGON(((60 45, 61 45, 61 46, 60 46, 60 45)))"


@pytest.fixture
def project(qgis_app):
    made = QgsProject()
    yield made
    made.clear()


@pytest.fixture
def path(tmp_path):
    rows = [{"number": "1-EL", "kind": "exploration", "status": "active"}]
    return workspace(tmp_path / "w.gpkg", licences=rows, deposits=[{"name_en": "Kara"}])


def shown(project):
    return {layers.theme_of(layer): layer for layer in layers.theme_layers(project)}


def names(group):
    return [node.name() for node in group.children()]


def test_all_themes_come_in_the_order_of_the_map(project, path):
    group = layers.add_theme_layers(project, path, reversed(layers.ORDER), "en")
    assert [layers.theme_of(node.layer()) for node in group.children()] == list(layers.ORDER)
    assert project.layerTreeRoot().children() == [group]


def test_layers_are_the_current_state_behind_the_write_ahead_log_and_read_only(project, path):
    layers.add_theme_layers(project, path, ["licences"], "en")
    licences = shown(project)["licences"]
    assert licences.source() == f'{path}|layername=licences|option:QGIS_FORCE_WAL=ON|subset="gone_at" IS NULL'
    assert licences.subsetString() == '"gone_at" IS NULL'
    assert licences.readOnly() and not licences.startEditing()
    assert layers.workspace_of(licences) == path


def test_what_is_gone_is_not_shown(project, path):
    add(path, "licences", [{"number": "old", "kind": "exploration", "status": "active", "gone_at": 2}])
    layers.add_theme_layers(project, path, ["licences"], "en")
    assert [feature["number"] for feature in shown(project)["licences"].getFeatures()] == ["1-EL"]


def test_adding_again_doubles_nothing_and_shows_what_is_new(project, path):
    first = layers.add_theme_layers(project, path, ["licences", "deposits"], "en")
    licences = shown(project)["licences"]
    assert licences.featureCount() == 1
    add(path, "licences", [{"number": "2-EL", "geom": FAR_SQUARE}])
    again = layers.add_theme_layers(project, path, ["deposits", "licences", "blocks"], "en")
    assert again == first
    assert [layers.theme_of(node.layer()) for node in again.children()] == ["deposits", "licences", "blocks"]
    assert shown(project)["licences"] is licences
    assert licences.featureCount() == 2
    assert licences.extent().xMinimum() == pytest.approx(60)


def test_refresh_tells_the_pulls_that_the_card_names(project, path):
    from kaznedra_qgis.workspace.workspace import Workspace

    layers.add_theme_layers(project, path, ["licences"], "en")
    before = shown(project)["licences"].customProperty("variableValues")
    pulled(Workspace.open(path), "licences", "2026-11-22T10:00:00Z")
    layers.refresh(project, path)
    after = shown(project)["licences"].customProperty("variableValues")
    assert "2026-11-22T10:00:00Z" in after and "2026-11-22T10:00:00Z" not in before


def test_another_workspace_takes_the_place_of_the_first(project, path, tmp_path):
    group = layers.add_theme_layers(project, path, ["licences"], "en")
    other = workspace(tmp_path / "other.gpkg", licences=[{"number": "9-ML"}])
    assert layers.add_theme_layers(project, other, ["licences"], "en") == group
    licences = shown(project)["licences"]
    assert layers.workspace_of(licences) == other
    assert licences.subsetString() == layers.CURRENT
    assert [feature["number"] for feature in licences.getFeatures()] == ["9-ML"]


def test_a_theme_without_a_table_is_left_out(project, tmp_path):
    from osgeo import ogr

    path = workspace(tmp_path / "w.gpkg")
    dataset = ogr.Open(str(path), 1)
    dataset.ExecuteSQL("DROP TABLE blocks")
    del dataset
    group = layers.add_theme_layers(project, path, ["licences", "blocks"], "en")
    assert [layers.theme_of(node.layer()) for node in group.children()] == ["licences"]


def test_a_path_with_blanks_and_other_letters_works(project, tmp_path):
    path = workspace(tmp_path / "жер қойнауы 2026.gpkg", licences=[{"number": "1-EL"}])
    layers.add_theme_layers(project, path, ["licences"], "en")
    assert shown(project)["licences"].featureCount() == 1


def test_the_group_lies_above_ground_and_beneath_the_users_points(project, path, tmp_path):
    points = QgsVectorLayer("Point?crs=EPSG:4326", "points", "memory")
    areas = QgsVectorLayer("Polygon?crs=EPSG:4326", "areas", "memory")
    image = tmp_path / "image.tif"
    from osgeo import gdal

    gdal.GetDriverByName("GTiff").Create(str(image), 2, 2).FlushCache()
    for layer in (points, areas, QgsRasterLayer(str(image), "image")):
        project.addMapLayer(layer, False)
        project.layerTreeRoot().addLayer(layer)
    layers.add_theme_layers(project, path, ["licences"], "en")
    assert names(project.layerTreeRoot()) == ["points", layers.GROUP, "areas", "image"]


def test_removing_leaves_nothing_but_what_the_user_put_there(project, path):
    group = layers.add_theme_layers(project, path, layers.ORDER, "en")
    layers.remove(project)
    assert project.mapLayers() == {} and project.layerTreeRoot().children() == []
    group = layers.add_theme_layers(project, path, layers.ORDER, "en")
    own = QgsVectorLayer("Point?crs=EPSG:4326", "own", "memory")
    project.addMapLayer(own, False)
    group.addLayer(own)
    layers.remove(project)
    assert names(layers.find_group(project)) == ["own"]


def test_a_moved_renamed_and_switched_off_layer_stays_so(project, path):
    layers.add_theme_layers(project, path, ["licences", "deposits"], "en")
    licences, deposits = shown(project)["licences"], shown(project)["deposits"]
    licences.setName("My licences")
    switched = licences.renderer().rootRule().findRuleByKey("production")
    switched.setActive(False)
    root = project.layerTreeRoot()
    node = root.findLayer(deposits.id())
    root.insertChildNode(0, node.clone())
    node.parent().removeChildNode(node)
    layers.restyle(project, "ru")
    layers.add_theme_layers(project, path, ["licences", "deposits"], "ru")
    assert licences.name() == "My licences"
    off = [rule.ruleKey() for rule in licences.renderer().rootRule().descendants() if not rule.active()]
    assert off == ["production"]
    assert isinstance(root.children()[0], QgsLayerTreeLayer) and root.children()[0].layer() is deposits


def test_symbols_of_the_users_own_survive_another_language(project, path):
    layers.add_theme_layers(project, path, ["licences", "deposits"], "en")
    licences, deposits = shown(project)["licences"], shown(project)["deposits"]
    licences.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": "#123456"})))
    layers.restyle(project, "kk")
    assert licences.renderer().type() == "singleSymbol"
    assert "name_kk" in licences.mapTipTemplate() or "holder_kk" in licences.mapTipTemplate()
    assert "name_kk" in deposits.labeling().rootRule().children()[0].settings().fieldName.split(",")[0]


def test_a_project_saved_and_read_again_is_known(project, path, tmp_path):
    layers.add_theme_layers(project, path, layers.ORDER, "en")
    assert project.write(str(tmp_path / "p.qgz"))
    again = QgsProject()
    assert again.read(str(tmp_path / "p.qgz"))
    assert [layers.theme_of(layer) for layer in layers.theme_layers(again)] == list(layers.ORDER)
    assert all(layer.readOnly() and layer.subsetString() == layers.CURRENT for layer in layers.theme_layers(again))
    layers.add_theme_layers(again, path, layers.ORDER, "en")
    assert len(again.mapLayers()) == len(layers.ORDER)
    layers.restyle(again, "kk")
    for layer in layers.theme_layers(again):
        rules = layer.labeling().rootRule().children()
        texts = [rule.settings().fieldName for rule in rules]
        assert not any("name_en" in text and "name_kk" not in text.split(",")[0] for text in texts)
    again.clear()


def test_a_style_pasted_from_another_theme_does_not_change_what_a_layer_is(project, path):
    from qgis.PyQt.QtXml import QDomDocument

    layers.add_theme_layers(project, path, ["licences", "restricted_areas"], "en")
    style = QDomDocument()
    shown(project)["restricted_areas"].exportNamedStyle(style)
    shown(project)["licences"].importNamedStyle(style)
    assert set(shown(project)) == {"licences", "restricted_areas"}


def test_a_feature_is_drawn_after_a_refresh(project, path):
    layers.add_theme_layers(project, path, ["licences"], "en")
    licences = shown(project)["licences"]
    image, _ = picture([licences], 200_000, centre=(70.05, 45.05))
    assert set(colours(image)) == {QColor("white").name()}
    add(
        path,
        "licences",
        [{"kind": "production", "status": "active", "geom": SQUARE.replace("76", "70").replace("50", "45")}],
    )
    layers.refresh(project, path)
    image, _ = picture([licences], 200_000, centre=(70.05, 45.05))
    assert len(colours(image)) > 1


def as_of_state(path, when):
    from kaznedra_qgis.workspace import Workspace
    from kaznedra_qgis.workspace.history import as_of

    state = as_of(Workspace.open(path), when)
    return {theme: state.subset(theme) for theme in state.themes}


@pytest.fixture
def grown(path):
    """The workspace after a second pull of licences, in which one vanished and one came."""
    from kaznedra_qgis.workspace import Workspace

    second = pulled(Workspace.open(path), "licences", "2026-11-22T09:05:00Z")
    add(path, "licences", [{"number": "old", "first_seen": 1, "gone_at": second}])
    add(path, "licences", [{"number": "new", "first_seen": second}])
    return path


def numbers(project, theme="licences"):
    return sorted(feature["number"] for feature in shown(project)[theme].getFeatures())


def test_the_map_shows_any_moment_and_says_so(project, grown):
    group = layers.add_theme_layers(project, grown, ["licences", "restricted_areas"], "en")
    assert numbers(project) == ["1-EL", "new"] and layers.moment_shown(project) == ""
    layers.show_as_of(project, "21 Nov 2026", as_of_state(grown, "2026-11-21"))
    assert numbers(project) == ["1-EL", "old"]
    assert group.name() == "Kaznedra, as of 21 Nov 2026" and layers.moment_shown(project) == "21 Nov 2026"
    assert names(group) == ["Licences", "Restricted areas: unknown as of 21 Nov 2026"]
    layers.show_as_of(project, "20 Nov 2026", as_of_state(grown, "2026-11-19"))
    assert names(group) == ["Licences: unknown as of 20 Nov 2026", "Restricted areas: unknown as of 20 Nov 2026"]
    assert numbers(project) == [] and group.name() == "Kaznedra, as of 20 Nov 2026"
    layers.show_as_of(project, "", None)
    assert numbers(project) == ["1-EL", "new"] and names(group) == ["Licences", "Restricted areas"]
    assert group.name() == "Kaznedra" and layers.moment_shown(project) == ""


def test_what_is_added_later_is_of_the_same_moment(project, grown, tmp_path):
    group = layers.add_theme_layers(project, grown, ["deposits"], "en")
    group.setName("Mine")
    layers.show_as_of(project, "then", as_of_state(grown, "2026-11-21"))
    layers.add_theme_layers(project, grown, ["licences", "blocks"], "en")
    assert numbers(project) == ["1-EL", "old"] and names(group) == [
        "Deposits",
        "Licences",
        "Blocks of the platform: unknown as of then",
    ]
    layers.refresh(project, grown)
    assert numbers(project) == ["1-EL", "old"] and group.name() == "Mine, as of then"
    other = workspace(tmp_path / "other.gpkg", licences=[{"number": "other"}])
    layers.refresh(project, other)
    assert numbers(project) == ["other"] and group.name() == "Mine" and layers.moment_shown(project) == ""


def test_the_moment_is_saved_with_the_project(project, grown, tmp_path):
    layers.add_theme_layers(project, grown, ["licences"], "en")
    layers.show_as_of(project, "then {0}", as_of_state(grown, "2026-11-21"))
    assert project.write(str(tmp_path / "p.qgz"))
    again = QgsProject()
    assert again.read(str(tmp_path / "p.qgz"))
    assert layers.moment_shown(again) == "then {0}" and numbers(again) == ["1-EL", "old"]
    layers.show_as_of(again, "", None)
    assert numbers(again) == ["1-EL", "new"]
    again.clear()


def two_sources(path):
    add(path, "licences", [{"number": "theirs", "source": "o'ther", "feature_id": "x"}])


def test_one_source_can_be_shown_alone_and_the_group_says_so(project, grown):
    two_sources(grown)
    group = layers.add_theme_layers(project, grown, ["licences"], "en")
    assert numbers(project) == ["1-EL", "new", "theirs"] and layers.source_shown(project) == ""
    layers.show_source(project, "o'ther", "The {other}")
    assert numbers(project) == ["theirs"] and layers.source_shown(project) == "o'ther"
    assert group.name() == "Kaznedra, only The {other}" and names(group) == ["Licences"]
    layers.refresh(project, grown)
    layers.add_theme_layers(project, grown, ["deposits"], "en")
    assert numbers(project) == ["theirs"]
    layers.show_source(project, "")
    assert numbers(project) == ["1-EL", "new", "theirs"] and group.name() == "Kaznedra"


def test_a_source_alone_stays_alone_in_the_past(project, grown):
    two_sources(grown)
    group = layers.add_theme_layers(project, grown, ["licences"], "en")
    layers.show_source(project, "o'ther")
    layers.show_as_of(project, "2026-11-21", as_of_state(grown, "2026-11-21"), "21 Nov 2026", ["licences"])
    assert group.name() == "Kaznedra, only o'ther, as of 21 Nov 2026"
    assert layers.moment_shown(project) == "2026-11-21" and layers.source_shown(project) == "o'ther"
    assert names(group) == ["Licences: partly unknown as of 21 Nov 2026"]
    layers.show_as_of(project, "", None)
    assert group.name() == "Kaznedra, only o'ther" and numbers(project) == ["theirs"]


def test_a_pruned_pull_still_tells_since_when_a_feature_is_known(project, grown):
    from kaznedra_qgis.workspace import Workspace

    with Workspace.open(grown).writing() as connection:
        connection.execute(
            """INSERT INTO pruned_snapshots
               SELECT id, pull, source, theme, finished, state, '2026-11-23T00:00:00Z' FROM snapshots WHERE id = 1"""
        )
        connection.execute("DELETE FROM snapshots WHERE id = 1")
    layers.add_theme_layers(project, grown, ["licences"], "en")
    variables = QgsExpressionContextUtils.layerScope(shown(project)["licences"])
    assert "1" in json.loads(variables.variable("kaznedra_pulls"))
