"""Block codes that disagree with the geometry: told after a sync, and shown on the map from the theme's menu."""

from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QApplication, QTreeView

from kaznedra_qgis.mapping.disagreements import PROPERTY
from tests.qgis.desktop.conftest import turn, wait_for, widget


def choose(title, words):
    """Choose an entry from the context menu of a theme's row; False where there is none."""
    view = widget("kaznedraThemes", QTreeView)
    index = next(
        view.model().index(row, 0)
        for row in range(view.model().rowCount())
        if view.model().index(row, 0).data() == title
    )
    view.scrollTo(index)
    view.customContextMenuRequested.emit(view.visualRect(index).center())
    menu = wait_for(QApplication.activePopupWidget)
    action = next((action for action in menu.actions() if words in action.text().replace("&", "")), None)
    if action is not None:
        action.trigger()
    menu.close()
    turn()
    return action is not None


def listed():
    return [layer for layer in QgsProject.instance().mapLayers().values() if layer.customProperty(PROPERTY)]


def test_what_disagrees_is_told_and_put_on_the_map(desk, demo_platform):
    desk.use(demo_platform.address)
    desk.sync()
    assert "Codes and geometry disagree: 3." in desk.notice()
    row = next(row for row in desk.panel.themes.rows() if row.name == "licences")
    assert "Codes and geometry disagree: 3; agree:" in row.standing.tip
    assert choose("Licences", "codes and geometry disagree")
    (first,) = wait_for(listed)
    number = first.id()
    desk.panel.disagreements.list(desk.workspace, "licences", "tested")
    wait_for(lambda: [layer.id() for layer in listed()] not in ([], [number]))
    (layer,) = listed()
    found = sorted({feature["kind"] for feature in layer.getFeatures()} - {"off_grid"})
    assert found == ["corners_in_pulkovo", "not_covered", "not_listed", "part_unmarked"]
    assert layer.name() == "Licences: codes and geometry disagree"
    assert QgsProject.instance().layerTreeRoot().layerOrder()[0] is layer


def test_a_refusal_is_told(desk, demo_platform):
    desk.use(demo_platform.address)
    desk.sync()
    desk.workspace.rename(desk.folder / "away.gpkg")
    assert choose("Licences", "codes and geometry disagree")
    wait_for(lambda: "not a Kaznedra workspace" in desk.notice())
    assert not listed()


def test_a_theme_without_disagreements_offers_no_list_of_them(desk, demo_platform):
    desk.use(demo_platform.address)
    desk.sync()
    assert not choose("Pending applications", "codes and geometry disagree")
