"""The dock as a user meets it: clicks of the mouse, and what its widgets say then."""

import threading

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QComboBox, QMessageBox, QProgressBar, QTreeView

from kaznedra_qgis import i18n, paths
from kaznedra_qgis.mapping.grid_layer import grid_of
from kaznedra_qgis.mapping.layers import theme_layers
from kaznedra_qgis.workspace import Workspace
from tests.qgis.desktop.conftest import click, turn, wait_for, widget
from tests.servers.faulty import Platform


class HeldPlatform(Platform):
    """Answers pages after the first of a theme only once `go` is set."""

    def __init__(self, **options):
        self.go = threading.Event()
        self.waits = threading.Event()
        super().__init__(**options)

    def _items(self, handler, collection, query):
        if collection.id == "deposits" and not self.go.is_set():
            self.waits.set()
            self.go.wait(30)
        super()._items(handler, collection, query)


@pytest.fixture
def platform():
    with Platform() as served:
        yield served


@pytest.fixture
def held():
    with HeldPlatform() as served:
        yield served
        served.go.set()


def test_the_first_start_offers_three_ways(desk):
    assert widget("kaznedraFirstStart").isVisible()
    for name in ("kaznedraDemo", "kaznedraPlatform", "kaznedraOpenWorkspace"):
        assert widget(name).isVisible()
    assert not widget("kaznedraSync").isVisible()


def test_sync_of_the_demo_platform_shows_what_was_pulled(desk, demo_platform):
    desk.use(demo_platform.address)
    assert all(state == "never pulled" for title, (_, _, state) in desk.rows().items() if title != "Block grid")
    desk.sync()
    states = Workspace.open(desk.workspace).theme_states("tested")
    rows = desk.rows()
    for theme, title in (
        ("licences", "Licences"),
        ("licence_applications", "Pending applications"),
        ("deposits", "Deposits"),
        ("restricted_areas", "Restricted areas"),
    ):
        features, age, state = rows[title]
        assert states[theme].count > 100
        assert int(features.replace("\u202f", "")) == states[theme].count == states[theme].last.expected
        assert (age, state) == ("today", "complete")
    assert rows["Blocks of the platform"] == ("", "", "not offered")
    assert {layer.name() for layer in theme_layers(QgsProject.instance())} >= {"Licences", "Deposits"}
    assert all(layer.isValid() and layer.featureCount() for layer in theme_layers(QgsProject.instance()))
    assert "complete" in widget("kaznedraSnapshot").text()
    assert widget("kaznedraSourceState").text() == "answered: today"


def test_a_tick_switches_the_layer(desk, platform):
    desk.use(platform.url)
    desk.sync()
    view = widget("kaznedraThemes")
    layer = next(layer for layer in theme_layers(QgsProject.instance()) if layer.name() == "Deposits")
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    row = list(desk.rows()).index("Deposits")
    spot = view.visualRect(view.model().index(row, 0))
    assert node.isVisible()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(spot.left() + 10, spot.center().y()))
    wait_for(lambda: not node.isVisible())
    node.setItemVisibilityChecked(True)
    wait_for(lambda: view.model().index(row, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked)


def test_a_removed_layer_comes_back_with_its_tick(desk, platform):
    desk.use(platform.url)
    desk.sync()
    project, view = QgsProject.instance(), widget("kaznedraThemes")
    gone = next(layer for layer in theme_layers(project) if layer.name() == "Licences")
    project.removeMapLayer(gone.id())
    index = view.model().index(0, 0)
    wait_for(lambda: index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked)
    view.setCurrentIndex(index.siblingAtColumn(3))
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Space)
    wait_for(lambda: "Licences" in {layer.name() for layer in theme_layers(project)})


def test_cancel_of_the_first_sync_leaves_nothing(desk, held):
    desk.use(held.url)
    click(widget("kaznedraSync"))
    wait_for(held.waits.is_set)
    progress = widget("kaznedraProgress")
    wait_for(progress.isVisible)
    assert not widget("kaznedraSync").isEnabled()
    click(widget("kaznedraCancel"))
    desk.settled()
    assert not progress.isVisible()
    assert [path for path in desk.folder.rglob("*") if path.is_file()] == []
    assert theme_layers(QgsProject.instance()) == []
    assert desk.rows()["Licences"] == ("", "", "never pulled")


def test_cancel_later_keeps_the_last_good_state(desk, held):
    held.go.set()
    desk.use(held.url)
    desk.sync()
    before = Workspace.open(desk.workspace).theme_states("tested")
    held.go.clear()
    held.waits.clear()
    click(widget("kaznedraSync"))
    wait_for(held.waits.is_set)
    click(widget("kaznedraCancel"))
    desk.settled()
    after = Workspace.open(desk.workspace).theme_states("tested")
    assert [state.good for state in after.values()] == [state.good for state in before.values()]
    assert desk.rows()["Licences"][0] == "25"
    assert desk.rows()["Licences"][2] == "complete"


def test_an_address_without_a_server_is_told_with_what_to_do(desk):
    desk.use("http://127.0.0.1:9/api")
    desk.settings.limits = type(desk.settings.limits)(attempts=1)
    desk.sync()
    assert "The source cannot be reached" in desk.notice()
    assert "There is no data of this on this computer" in desk.notice()
    wait_for(lambda: widget("kaznedraTryAgain").isVisible())
    assert widget("kaznedraSourceState").text() == "did not answer: today"
    assert desk.rows()["Licences"][2] == "failed"


def test_an_address_that_is_no_platform_is_told(desk, platform):
    desk.use(platform.origin)
    desk.sync()
    assert "OGC API" in desk.notice() or "nothing at this address" in desk.notice()


def test_a_partial_theme_says_how_many_and_try_again_completes_it(desk, platform):
    platform["deposits"].faults.total_changes = True
    desk.use(platform.url)
    desk.sync()
    features, _, state = desk.rows()["Deposits"]
    assert features == "12"
    assert state.startswith("partial")
    assert desk.rows()["Licences"][2] == "complete"
    platform["deposits"].faults.total_changes = False
    click(widget("kaznedraTryAgain"))
    wait_for(lambda: desk.rows()["Deposits"][2] == "complete")


def test_a_theme_left_out_is_not_asked_for(desk, platform):
    desk.use(platform.url)
    action = next(
        action for action in widget("kaznedraSync").menu().actions() if action.objectName() == "kaznedraSync_deposits"
    )
    action.trigger()
    desk.sync()
    assert {asked["limit"] for asked in platform.asked("deposits")} <= {"1"}  # how many there are, and no more
    assert platform.asked("licences") != []
    assert desk.rows()["Deposits"][2] == "never pulled"
    desk.reload()
    assert not next(
        action for action in widget("kaznedraSync").menu().actions() if action.objectName() == "kaznedraSync_deposits"
    ).isChecked()


def test_a_servers_text_is_never_markup(desk, platform):
    platform["licences"].faults.status = 503
    desk.use(platform.url, title="<img src=x> & co")
    desk.sync()
    assert "&lt;img" not in widget("kaznedraSource").currentText()
    assert widget("kaznedraSource").currentText() == "<img src=x> & co"
    assert "<img" not in desk.notice()


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\x00" + b"\x00" * 200])
def test_a_file_that_is_no_workspace_is_told_and_left(desk, content):
    path = desk.folder / "wrong.gpkg"
    path.write_bytes(content)
    desk.panel.desk.open_workspace_at(path)
    wait_for(lambda: desk.panel.desk._task is None)
    assert "not a Kaznedra workspace" in desk.notice()
    assert path.read_bytes() == content
    assert widget("kaznedraFirstStart").isVisible()


def test_an_existing_workspace_brings_its_source_and_layers(desk, platform):
    desk.use(platform.url)
    desk.sync()
    QgsProject.instance().clear()
    desk.settings.sources = []
    desk.settings.workspace = None
    desk.reload()
    assert widget("kaznedraFirstStart").isVisible()
    desk.panel.desk.open_workspace_at(desk.workspace)
    wait_for(lambda: desk.panel.desk._task is None)
    desk.settled()
    assert desk.settings.source.address == platform.url
    assert desk.rows()["Licences"][0] == "25"
    assert {layer.name() for layer in theme_layers(QgsProject.instance())} >= {"Licences", "Deposits"}


def test_the_demo_data_needs_one_click(desk, demo_data, tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "resources", lambda *parts, own=paths.resources: _demo(demo_data, own, parts))
    click(widget("kaznedraDemo"))
    wait_for(lambda: desk.panel._sync is not None)
    desk.settled()
    assert desk.rows()["Licences"][2] == "complete"
    assert widget("kaznedraSourceState").text() == "read: today"
    assert (tmp_path / "workspaces" / "kaznedra-demo.gpkg").is_file()


def test_without_the_demo_data_the_dock_says_how_to_get_it(desk, tmp_path, monkeypatch):
    monkeypatch.setattr(
        paths, "resources", lambda *parts, own=paths.resources: _demo(tmp_path / "none.gpkg", own, parts)
    )
    click(widget("kaznedraDemo"))
    turn()
    assert "demo data is not in this copy" in desk.notice()
    assert widget("kaznedraFirstStart").isVisible()


def _demo(path, own, parts):
    return path if parts[:1] == ("demo",) else own(*parts)


def test_a_removed_source_leaves_its_workspace(desk, platform):
    desk.use(platform.url)
    desk.sync()
    desk.panel.desk.remove()
    desk.settled()
    assert desk.workspace.is_file()
    assert widget("kaznedraFirstStart").isVisible()
    assert desk.settings.sources == []


def test_a_new_workspace_never_overwrites(desk, platform):
    desk.use(platform.url)
    path = desk.folder / "mine.gpkg"
    path.write_bytes(b"mine")
    desk.panel.desk.new_workspace_at(path)
    assert "There is a file of this name already" in desk.notice()
    assert path.read_bytes() == b"mine"
    assert desk.settings.workspace == desk.workspace


def test_no_message_box_is_ever_shown(desk):
    assert not [box for box in desk.dock.window().findChildren(QMessageBox) if box.isVisible()]


def test_a_theme_can_be_synced_by_itself_from_its_menu(desk, platform):
    desk.use(platform.url)
    view = widget("kaznedraThemes")
    row = list(desk.rows()).index("Deposits")
    view.customContextMenuRequested.emit(view.visualRect(view.model().index(row, 0)).center())
    menu = wait_for(QApplication.activePopupWidget)
    next(action for action in menu.actions() if "only this theme" in action.text()).trigger()
    menu.close()
    wait_for(lambda: desk.rows()["Deposits"][2] == "complete")
    desk.settled()
    assert desk.rows()["Licences"][2] == "never pulled"
    assert {layer.name() for layer in theme_layers(QgsProject.instance())} == {"Deposits"}


def test_the_block_grid_comes_with_its_tick(desk, platform):
    desk.use(platform.url)
    view = widget("kaznedraThemes")
    last = view.model().index(view.model().rowCount() - 1, 0)
    view.setCurrentIndex(last)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Space)
    grid = wait_for(lambda: grid_of(QgsProject.instance()))
    node = QgsProject.instance().layerTreeRoot().findLayer(grid.id())
    assert node.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Space)
    wait_for(lambda: not node.isVisible())


def test_in_a_narrow_dock_states_keep_their_icons_and_spoken_words(desk, platform):
    desk.use(platform.url)
    desk.sync()
    view = widget("kaznedraThemes")
    # how narrow the dock itself can be is up to all its pages
    view.resize(150, view.height())
    model = view.model()
    state = model.index(0, 3)
    assert state.data() == ""
    assert not state.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert state.data(Qt.ItemDataRole.AccessibleTextRole) == "complete"
    assert "25" in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_no_title_is_cut_for_the_word_of_a_state(desk, platform, language):
    desk.use(platform.url)
    desk.sync()
    i18n.install(language)
    desk.panel.retranslate()
    view = widget("kaznedraThemes")
    for width in (330, 360, 480):
        view.resize(width, view.height())
        assert view.columnWidth(0) >= view.sizeHintForColumn(0), (width, view.sizeHintForColumn(0))


def test_everything_can_be_found_by_name_and_reached_by_tab(desk, platform):
    desk.use(platform.url)
    for kind in (QAbstractButton, QComboBox, QProgressBar, QTreeView):
        for each in desk.panel.findChildren(kind):
            # the corner of a table is Qt's own
            assert each.objectName() or type(each) is QAbstractButton, each
    order, at = [], widget("kaznedraSource")
    for _ in range(200):
        order.append(at.objectName())
        at = at.nextInFocusChain()
    walk = [name for name in order if name in ("kaznedraSource", "kaznedraMore", "kaznedraSync", "kaznedraThemes")]
    assert walk[:4] == ["kaznedraSource", "kaznedraMore", "kaznedraSync", "kaznedraThemes"]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_no_two_entries_of_the_menu_share_a_letter(desk, language):
    i18n.install(language)
    desk.panel.retranslate()
    letters = [
        text[text.index("&") + 1].lower()
        for text in (action.text() for action in desk.panel.commands.menu.actions())
        if "&" in text
    ]
    assert len(letters) == 10
    assert sorted(set(letters)) == sorted(letters)


def test_a_project_that_lost_its_layers_gets_them_back_with_the_next_sync(desk, platform):
    desk.use(platform.url)
    desk.sync()
    QgsProject.instance().clear()
    desk.sync()
    assert {layer.name() for layer in theme_layers(QgsProject.instance())} >= {"Licences", "Deposits"}


def test_a_file_of_the_users_is_never_taken_for_a_workspace(desk, platform):
    desk.workspace.write_bytes(b"something of mine")
    desk.use(platform.url)
    assert "not a Kaznedra workspace" in desk.notice()
    desk.sync()
    assert "not a Kaznedra workspace" in desk.notice()
    assert desk.workspace.read_bytes() == b"something of mine"
