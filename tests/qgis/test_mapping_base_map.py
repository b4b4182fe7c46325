"""The country map beneath everything."""

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QColor

from kaznedra_qgis.mapping import base_map, layers
from tests.qgis.mapped import Tongue, colours, picture, workspace


@pytest.fixture
def project(qgis_app):
    made = QgsProject()
    yield made
    made.clear()


def drawn(project, scale=12_000_000, centre=(67, 48), size=(1100, 700)):
    return picture([node.layer() for node in project.layerTreeRoot().findLayers()], scale, centre, size)


def test_it_lies_at_the_bottom_once_on_the_colour_of_water(project, tmp_path):
    group = base_map.add_base_map(project)
    layers.add_theme_layers(project, workspace(tmp_path / "w.gpkg"), layers.ORDER, "en")
    assert base_map.add_base_map(project) == group
    names = [node.name() for node in project.layerTreeRoot().children()]
    assert names == [layers.GROUP, group.name()]
    assert len(group.children()) == 2 and not group.isExpanded()
    assert project.backgroundColor() == QColor("#DCE6EC")


def test_in_a_project_of_the_users_it_changes_no_setting(project):
    own = QgsVectorLayer("Point?crs=EPSG:32643", "own", "memory")
    project.addMapLayer(own)
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:32643"))
    project.setBackgroundColor(QColor("#112233"))
    base_map.add_base_map(project)
    assert project.crs().authid() == "EPSG:32643"
    assert project.backgroundColor() == QColor("#112233")
    assert project.layerTreeRoot().children()[0].layer() is own


def test_removing_it_leaves_nothing(project):
    base_map.add_base_map(project)
    base_map.remove(project)
    assert project.mapLayers() == {} and project.layerTreeRoot().children() == []


def test_land_neighbours_and_regions_are_drawn(project):
    base_map.add_base_map(project)
    image, labels = drawn(project)
    counted = colours(image)
    total = image.width() * image.height()
    assert counted["#fbf9f4"] / total > 0.2
    assert counted["#efede7"] / total > 0.1
    texts = {label.labelText.replace("\n", " ") for label in labels}
    assert len(texts & set(base_map._region_names().values())) >= 8
    assert len(texts & set(base_map._neighbours().values())) >= 3


def test_the_country_has_no_hole(project):
    base_map.add_base_map(project)
    image, _ = drawn(project, 2_000_000, centre=(63.3, 45.9))
    assert image.pixelColor(550, 350).name() == "#fbf9f4"


@pytest.mark.parametrize("language, name", [("ru", "Западно-Казахстанская область"), ("kk", "Батыс Қазақстан облысы")])
def test_names_follow_the_language(project, language, name):
    group = base_map.add_base_map(project)
    english = [group.name(), *(node.name() for node in group.children())]
    tongue = Tongue(language)
    QCoreApplication.installTranslator(tongue)
    layers.restyle(project, language)
    QCoreApplication.removeTranslator(tongue)
    assert not set(english) & {group.name(), *(node.name() for node in group.children())}
    _, labels = drawn(project)
    assert name in {label.labelText.replace("\n", " ") for label in labels}


def test_every_region_and_neighbour_of_the_world_map_has_a_name(project):
    base_map.add_base_map(project)
    found = {node.layer().customProperty(base_map.MARK): node.layer() for node in project.layerTreeRoot().findLayers()}
    regions = {feature["name"] for feature in found["regions"].getFeatures()}
    assert regions == set(base_map._region_names())
    countries = {feature["ISO_A3"] for feature in found["countries"].getFeatures()}
    assert countries == {"KAZ", *base_map._neighbours()}


def test_without_the_world_map_there_is_none(project, monkeypatch, tmp_path):
    monkeypatch.setattr(base_map, "world_map", lambda: tmp_path / "none.gpkg")
    assert base_map.add_base_map(project) is None
    assert project.mapLayers() == {}


def test_it_is_known_again_after_saving(project, tmp_path):
    base_map.add_base_map(project)
    assert project.write(str(tmp_path / "p.qgz"))
    again = QgsProject()
    assert again.read(str(tmp_path / "p.qgz"))
    assert base_map.find_base_map(again) is not None
    base_map.add_base_map(again)
    assert len(again.mapLayers()) == 2
    again.clear()
