"""The page Applications and the tool that chooses blocks, by real mouse and keys."""

import sqlite3
from contextlib import closing

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTableWidget,
    QTabWidget,
    QToolButton,
    QTreeView,
    QTreeWidget,
)
from qgis.utils import iface, plugins

from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.subsoil.codes import read_codes
from kaznedra_qgis.subsoil.numbering import default_scheme
from kaznedra_qgis.workspace import Workspace
from kaznedra_qgis.workspace.drafts import drafts_of
from tests.qgis.desktop.conftest import click, turn, wait_for, widget

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
MIDDLE = Block(77 * 60 + 10, 48 * 60 + 10)
CRSES = ("EPSG:4326", "EPSG:3857", "EPSG:28413", "EPSG:32643")


class Ground:
    """The map around MIDDLE, and the drafts."""

    def __init__(self, desk):
        self.desk, self.canvas = desk, iface.mapCanvas()
        self.room = desk.panel.pages.applications.room

    def look(self, crs="EPSG:4326", minutes=10):
        """Show blocks around the middle in a CRS."""
        QgsProject.instance().setCrs(QgsCoordinateReferenceSystem(crs))
        turn()
        room = minutes / 120
        lon, lat = (MIDDLE.lon + 0.5) / 60, (MIDDLE.lat + 0.5) / 60
        box = QgsRectangle(lon - room, lat - room, lon + room, lat + room)
        self.canvas.setExtent(self.room.map.grid.transform.transformBoundingBox(box))
        turn()

    def at(self, east=0, north=0):
        """The pixel in the middle of a block, counted from the middle one."""
        shape = self.room.map.grid.shape(Block(MIDDLE.lon + east, MIDDLE.lat + north))
        middle = self.canvas.getCoordinateTransform().transform().map(shape).boundingRect().center()
        return middle.toPoint()

    def click(self, east=0, north=0, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.mouseClick(self.canvas.viewport(), LEFT, modifier, self.at(east, north))
        turn(2)

    def drag(self, *points, modifier=Qt.KeyboardModifier.NoModifier):
        view = self.canvas.viewport()
        QTest.mousePress(view, LEFT, modifier, points[0])
        for before, after in zip(points, points[1:]):
            for step in range(1, 6):
                self.move(before + (after - before) * step / 5, modifier)
        QTest.mouseRelease(view, LEFT, modifier, points[-1])
        turn(2)

    def move(self, where, modifier=Qt.KeyboardModifier.NoModifier, button=LEFT):
        """Move the mouse, told to the canvas at once: the X server would put moves together."""
        from qgis.PyQt.QtCore import QEvent, QPointF
        from qgis.PyQt.QtGui import QMouseEvent

        view = self.canvas.viewport()
        place = QPointF(where)
        event = QMouseEvent(
            QEvent.Type.MouseMove, place, QPointF(view.mapToGlobal(where)), Qt.MouseButton.NoButton, button, modifier
        )
        QApplication.sendEvent(view, event)

    def hover(self, east=0, north=0):
        turn()
        self.move(self.at(east, north), button=Qt.MouseButton.NoButton)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.canvas, key, modifier)
        turn(2)

    @property
    def chosen(self):
        """The blocks of the open draft as the workspace has them, counted from the middle one."""
        draft = next(each for each in drafts_of(Workspace(self.desk.workspace)) if each.id == self.room.desk.open_id)
        return {(block.lon - MIDDLE.lon, block.lat - MIDDLE.lat) for block in draft.blocks}

    @property
    def hovered(self):
        found = [each for each in self.canvas.findChildren(QLabel, "kaznedraHover") if each.isVisible()]
        return found[0].text() if found else ""


@pytest.fixture
def page(desk):
    """The page Applications, turned to by the mouse, over an empty workspace."""
    Workspace.create(desk.workspace)
    desk.use(desk.folder / "no-platform")
    tabs = widget("kaznedraPages", QTabWidget)
    place = tabs.indexOf(desk.panel.pages.applications)
    QTest.mouseClick(tabs.tabBar(), LEFT, pos=tabs.tabBar().tabRect(place).center())
    wait_for(lambda: widget("kaznedraApplications").isVisible())
    yield desk
    desk.panel.pages.applications.room.map.put_down()
    desk.panel.pages.applications.follow(None)
    tabs.setCurrentIndex(0)


@pytest.fixture
def ground(page):
    """A new draft, the tool taken up over the middle."""
    click(widget("kaznedraDraftButton_new", QToolButton))
    found = Ground(page)
    found.look()
    click(widget("kaznedraBlocksButton_choose", QToolButton))
    assert found.room.map.is_choosing
    return found


def names():
    model = widget("kaznedraDrafts", QTreeView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_without_drafts_the_page_says_what_to_do(page):
    assert "Press New draft" in widget("kaznedraNoDrafts", QLabel).text()
    assert not widget("kaznedraOpenDraft").isVisible()


@pytest.mark.parametrize("crs", CRSES)
def test_a_click_toggles_the_block_under_the_mouse(ground, crs):
    ground.look(crs)
    ground.click()
    ground.click(2, 1)
    assert ground.chosen == {(0, 0), (2, 1)}
    ground.click()
    assert ground.chosen == {(2, 1)}


@pytest.mark.parametrize("crs", CRSES)
def test_a_drag_adds_a_rectangle_and_with_shift_removes_one(ground, crs):
    ground.look(crs)
    ground.drag(ground.at(-1, -1), ground.at(2, 1))
    assert ground.chosen == {(east, north) for east in range(-1, 3) for north in range(-1, 2)}
    ground.drag(ground.at(0, 0), ground.at(2, 3), modifier=SHIFT)
    assert ground.chosen == {(-1, -1), (0, -1), (1, -1), (2, -1), (-1, 0), (-1, 1)}


def test_the_mouse_tells_the_code_and_a_drag_the_number_of_blocks(ground):
    ground.hover()
    assert ground.hovered.startswith(ground.room.map.grid.scheme.code(MIDDLE))
    view = ground.canvas.viewport()
    QTest.mousePress(view, LEFT, Qt.KeyboardModifier.NoModifier, ground.at())
    ground.move(ground.at(3, 1))
    assert ground.hovered == "4 × 2 = 8 blocks"
    ground.press(Qt.Key.Key_Escape)
    QTest.mouseRelease(view, LEFT, Qt.KeyboardModifier.NoModifier, ground.at(3, 1))
    assert ground.chosen == set() and ground.room.map.is_choosing


def test_the_block_under_the_mouse_is_told_in_another_language_at_once(ground):
    wait_for(lambda: ground.room.ground.standing(MIDDLE))
    ground.hover()
    assert ground.hovered.splitlines()[1] == "unknown"
    plugin = plugins["kaznedra_qgis"]
    plugin.settings.language = "ru"
    plugin._settings_changed()
    assert ground.hovered.splitlines()[1] == "неизвестно"


def test_ctrl_and_drag_draw_a_lasso(ground):
    ground.drag(ground.at(-3, -3), ground.at(3, -3), ground.at(-3, 3), ground.at(-3, -3), modifier=CONTROL)
    assert (-2, -2) in ground.chosen and (2, 2) not in ground.chosen
    assert {north for _, north in ground.chosen} <= set(range(-3, 4))


def test_the_lasso_button_makes_every_drag_a_lasso(ground):
    click(widget("kaznedraBlocksButton_lasso", QToolButton))
    assert ground.room.map.is_choosing
    assert not widget("kaznedraBlocksButton_choose", QToolButton).isChecked()
    ground.drag(ground.at(-3, -3), ground.at(3, -3), ground.at(-3, 3), ground.at(-3, -3))
    assert (2, 2) not in ground.chosen and ground.chosen


def test_a_double_click_fills_the_hole_in_one_step(ground):
    ground.drag(ground.at(-2, -2), ground.at(2, 2))
    ground.drag(ground.at(-1, -1), ground.at(1, 1), modifier=SHIFT)
    ring = ground.chosen
    QTest.mouseClick(ground.canvas.viewport(), LEFT, pos=ground.at())
    QTest.mouseDClick(ground.canvas.viewport(), LEFT, pos=ground.at())
    assert len(ground.chosen) == 25
    ground.press(Qt.Key.Key_Z, CONTROL)
    assert ground.chosen == ring


def test_undo_and_redo_have_no_limit(ground):
    for east in range(-4, 5):
        for north in range(-4, 5):
            ground.click(east, north)
    assert len(ground.chosen) == 81
    for _ in range(81):
        ground.press(Qt.Key.Key_Z, CONTROL)
    assert ground.chosen == set()
    assert not widget("kaznedraBlocksButton_undo", QToolButton).isEnabled()
    for _ in range(80):
        ground.press(Qt.Key.Key_Y, CONTROL)
    click(widget("kaznedraBlocksButton_redo", QToolButton))
    assert len(ground.chosen) == 81


def test_arrows_and_space_choose_without_a_mouse(ground):
    ground.hover()
    ground.press(Qt.Key.Key_Right)
    ground.press(Qt.Key.Key_Up)
    ground.press(Qt.Key.Key_Space)
    ground.press(Qt.Key.Key_Left)
    ground.press(Qt.Key.Key_Return)
    assert ground.chosen == {(1, 1), (0, 1)}
    ground.press(Qt.Key.Key_Delete)
    assert ground.chosen == {(1, 1)}
    before = ground.canvas.extent()
    for _ in range(30):
        ground.press(Qt.Key.Key_Right)
    assert ground.canvas.extent() != before
    assert ground.room.map.tool.block == Block(MIDDLE.lon + 30, MIDDLE.lat + 1)


def test_escape_gives_the_mouse_back(ground):
    ground.press(Qt.Key.Key_Escape)
    assert not ground.room.map.is_choosing
    assert not widget("kaznedraBlocksButton_choose", QToolButton).isChecked()
    ground.click()
    assert ground.chosen == set()


def test_far_out_no_single_block_is_meant(ground):
    ground.look(minutes=60 * 12)
    ground.click()
    assert ground.chosen == set() and "Zoom in" in ground.desk.notice()
    ground.drag(QPoint(5, 5), QPoint(ground.canvas.width() - 5, ground.canvas.height() - 5))
    assert ground.chosen == set() and "one step takes no more" in ground.desk.notice()


def test_the_list_shows_the_blocks_and_copies_their_codes(ground):
    ground.drag(ground.at(0, 0), ground.at(2, 0))
    view = widget("kaznedraBlocks", QTreeView)
    codes = [view.model().index(row, 0).data() for row in range(view.model().rowCount())]
    assert codes == sorted(codes) and len(codes) == 3
    assert "3" in widget("kaznedraDraftSummary", QLabel).text()
    view.setFocus()
    view.selectionModel().clear()
    QTest.keyClick(view, Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text().splitlines() == codes
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert len(ground.chosen) == 2


def test_drafts_are_duplicated_compared_archived_deleted_and_brought_back(ground):
    ground.drag(ground.at(0, 0), ground.at(2, 0))
    click(widget("kaznedraDraftButton_duplicate", QToolButton))
    assert names() == ["Draft 1", "Draft 1, copy"]
    ground.click(0, 0)
    ground.click(0, 2)
    click(widget("kaznedraDraftButton_compare", QToolButton))
    lists = [widget(f"kaznedraCompareBlocks{place}", QListWidget) for place in range(3)]
    assert [each.count() for each in lists] == [1, 2, 1]
    ground.click(1, 2)
    assert [each.count() for each in lists] == [2, 2, 1]
    table = widget("kaznedraCompareFigures", QTableWidget)
    told = {table.verticalHeaderItem(row).text(): row for row in range(table.rowCount())}
    assert [table.item(told["Blocks"], side).text() for side in range(2)] == ["4", "3"]
    click(widget("kaznedraCompareClose"))
    click(widget("kaznedraDraftButton_archive", QToolButton))
    assert drafts_of(Workspace(ground.desk.workspace))[1].archived
    click(widget("kaznedraDraftButton_delete", QToolButton))
    assert names() == ["Draft 1"]
    assert "was deleted" in ground.desk.notice()
    click(widget("kaznedraBringBack"))
    assert len(drafts_of(Workspace(ground.desk.workspace))[1].blocks) == 4


def test_a_draft_is_renamed_in_place_and_hidden_by_its_tick(ground):
    ground.click()
    view = widget("kaznedraDrafts", QTreeView)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_F2)
    editor = wait_for(lambda: view.findChild(QLineEdit))
    QTest.keyClicks(editor, "North")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    wait_for(lambda: names() == ["North"])
    assert len(ground.room.map._items) == 1
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert len(ground.room.map._items) == 0


def test_drafts_of_another_workspace_take_the_place_of_these(ground):
    ground.click()
    other = ground.desk.folder / "other.gpkg"
    Workspace.create(other)
    ground.desk.settings.workspace = other
    ground.desk.reload()
    assert names() == [] and not ground.room.map.is_choosing
    ground.desk.settings.workspace = ground.desk.workspace
    ground.desk.reload()
    assert names() == ["Draft 1"] and ground.chosen == {(0, 0)}


def test_what_another_holds_up_is_saved_as_soon_as_it_may(ground):
    ground.click()
    with closing(sqlite3.connect(ground.desk.workspace, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        ground.click(1)
        ground.click(2)
        assert ground.chosen == {(0, 0)} and len(ground.room.desk.choice.blocks) == 3
        other.execute("ROLLBACK")
    wait_for(lambda: ground.chosen == {(0, 0), (1, 0), (2, 0)})


# other ways to choose


def menu(name):
    """Call an entry of the menu Add."""
    button = widget("kaznedraBlocksButton_add", QToolButton)
    action = next(each for each in button.menu().actions() if each.objectName() == f"kaznedraBlocks_{name}")
    assert action.isEnabled()
    action.trigger()
    turn()


def code(east=0, north=0):
    return default_scheme().code(Block(MIDDLE.lon + east, MIDDLE.lat + north))


def paste(text):
    menu("paste")
    editor = widget("kaznedraPasteText", QPlainTextEdit)
    editor.setPlainText(text)
    wait_for(lambda: not widget("kaznedraPaste")._pause.isActive())
    return widget("kaznedraPasteTold", QLabel).text()


def test_pasted_codes_are_added_in_one_step_with_their_marks(ground):
    ground.click(3, 3)
    told = paste(f"нечто\n{code()}; {code(1)} (частично)")
    assert "Blocks: 2" in told and "left out: 1" in told
    problems = widget("kaznedraPasteProblems", QListWidget)
    assert "нечто" in problems.item(0).text()
    problems.setCurrentRow(0)
    assert widget("kaznedraPasteText", QPlainTextEdit).textCursor().selectedText() == "нечто"
    click(widget("kaznedraPasteAdd"))
    assert ground.chosen == {(3, 3), (0, 0), (1, 0)}
    assert {block.lon - MIDDLE.lon for block in ground.room.desk.choice.partial} == {1}
    ground.press(Qt.Key.Key_Z, CONTROL)
    assert ground.chosen == {(3, 3)}


def test_pasted_corners_in_cyrillic_replace_the_blocks(ground):
    ground.click(3, 3)
    rows = [(0, 0), (0, 2), (1, 2), (1, 0)]
    told = paste(
        "№ Широта Долгота\n"
        + "\n".join(
            f"{at}\t48°{10 + north:02d}'00\" с.ш.\t77°{10 + east:02d}'00\" в.д."
            for at, (east, north) in enumerate(rows, 1)
        )
    )
    assert "Corners: 4; plots: 1" in told and "Blocks: 2" in told
    click(widget("kaznedraPasteReplace"))
    assert ground.chosen == {(0, 0), (0, 1)}


def test_pasted_metres_ask_for_their_datum(ground):
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem("EPSG:28413"), QgsProject.instance()
    )
    lon, lat = MIDDLE.lon / 60, MIDDLE.lat / 60
    corners = [(lon, lat), (lon, lat + 3 / 60), (lon + 2 / 60, lat + 3 / 60), (lon + 2 / 60, lat)]
    points = [transform.transform(QgsPointXY(*corner)) for corner in corners]
    told = paste("\n".join(f"{point.y():.2f} {point.x():.2f}".replace(".", ",") for point in points))
    assert "Choose the datum" in told
    assert not widget("kaznedraPasteAdd").isEnabled()
    box = widget("kaznedraPasteDatum", QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == "EPSG:4284"
    click(widget("kaznedraPasteAdd"))
    assert ground.chosen == {(east, north) for east in range(2) for north in range(3)}


def test_corners_of_another_datum_are_told(ground):
    rows = [(0, 0), (0, 2), (1, 2), (1, 0)]
    lines = [f"48°{9 + north:02d}'59.3\" 77°{10 + east:02d}'02.9\"" for east, north in rows]
    assert "see whether the datum is right" in paste("\n".join(lines))
    click(widget("kaznedraPasteClose"))


def test_a_corner_that_cannot_be_read_is_never_passed_over(ground):
    told = paste("Каталог координат\n48°10' 77°10'\n48°12' 77°10'\n48°12' 77°73'\n48°10' 77°12'\n48°09' 77°11'")
    assert "Correct the rows" in told
    assert not widget("kaznedraPasteAdd").isEnabled()
    click(widget("kaznedraPasteClose"))


def layer_of(wkt, kind="Polygon"):
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:4326", "mine", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt(wkt))
    layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    iface.setActiveLayer(layer)
    return layer


def rectangle(columns=2, rows=1):
    west, south = MIDDLE.lon / 60, MIDDLE.lat / 60
    box = QgsRectangle(west, south, west + columns / 60, south + rows / 60)
    return QgsGeometry.fromRect(box).asWkt()


def test_a_polygon_of_any_layer_gives_its_blocks(ground):
    layer_of(rectangle())
    menu("layer")
    click(widget("kaznedraFromLayerAdd"))
    wait_for(lambda: ground.chosen == {(0, 0), (1, 0)})


def test_a_dialog_that_was_closed_minds_no_layers_that_go(ground):
    layer_of(rectangle())
    menu("layer")
    click(widget("kaznedraFromLayerCancel"))
    QgsProject.instance().clear()
    turn()
    layer_of(rectangle())
    assert widget("kaznedraApplications").isVisible()


def test_a_buffered_line_gives_blocks_from_the_current_selection(ground):
    west, south = (MIDDLE.lon + 0.5) / 60, (MIDDLE.lat + 0.5) / 60
    layer = layer_of(f"LINESTRING({west} {south}, {west + 2 / 60} {south})", "LineString")
    menu("selection")
    assert "Nothing is selected" in ground.desk.notice()
    layer.selectAll()
    menu("selection")
    assert widget("kaznedraFromLayerSelected").isChecked()
    wait_for(lambda: widget("kaznedraFromLayerTold", QLabel).text())
    assert "give lines a distance" in widget("kaznedraFromLayerTold", QLabel).text()
    assert not widget("kaznedraFromLayerAdd").isEnabled()
    widget("kaznedraFromLayerDistance", QDoubleSpinBox).setValue(900)
    click(widget("kaznedraFromLayerAdd"))
    wait_for(lambda: ground.chosen)
    assert ground.chosen == {(0, 0), (1, 0), (2, 0)}


def test_a_file_of_text_or_of_features_gives_its_blocks(ground):
    path = ground.desk.folder / "codes.txt"
    path.write_bytes(f"Блоки: {code(2, 2)}".encode("cp1251"))
    ground.room.ways.from_file_at(path)
    click(widget("kaznedraPasteAdd"))
    assert ground.chosen == {(2, 2)}
    path = ground.desk.folder / "plot.geojson"
    shape = QgsGeometry.fromWkt(rectangle()).asJson()
    path.write_text(f'{{"type": "Feature", "properties": {{}}, "geometry": {shape}}}')
    ground.room.ways.from_file_at(path)
    click(widget("kaznedraFromLayerReplace"))
    wait_for(lambda: ground.chosen == {(0, 0), (1, 0)})


def test_of_a_file_with_several_layers_one_is_asked_for(ground):
    path = ground.desk.folder / "plots.gpkg"
    for name, columns in (("small", 1), ("large", 3)):
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.layerName = name
        if path.exists():
            options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
        context = QgsProject.instance().transformContext()
        QgsVectorFileWriter.writeAsVectorFormatV3(layer_of(rectangle(columns)), str(path), context, options)
    ground.room.ways.from_file_at(path)
    wait_for(lambda: widget("kaznedraFromLayerPart", QComboBox).isVisible())
    parts = widget("kaznedraFromLayerPart", QComboBox)
    assert [parts.itemText(row) for row in range(parts.count())] == ["small", "large"]
    parts.setFocus()
    QTest.keyClick(parts, Qt.Key.Key_Down)
    wait_for(lambda: "Blocks: 3" in widget("kaznedraFromLayerTold", QLabel).text())
    click(widget("kaznedraFromLayerAdd"))
    assert ground.chosen == {(0, 0), (1, 0), (2, 0)}


# what is known of the ground


@pytest.fixture
def known(desk, demo_data):
    """The demo data pulled, and a draft over the edge of an exploration licence in force; its south-west is MIDDLE."""
    global MIDDLE
    was = MIDDLE
    desk.use(demo_data)
    desk.sync()
    layer = QgsVectorLayer(f"{desk.workspace}|layername=licences", "licences", "ogr")
    wanted = QgsFeatureRequest().setFilterExpression("kind = 'exploration' AND status = 'active' AND block_count > 12")
    found = next(layer.getFeatures(wanted))
    (first, *_) = [read.block for read in read_codes(found["blocks"], default_scheme()).blocks]
    MIDDLE = first
    tabs = widget("kaznedraPages", QTabWidget)
    tabs.setCurrentWidget(desk.panel.pages.applications)
    click(widget("kaznedraDraftButton_new", QToolButton))
    ground = Ground(desk)
    ground.look()
    click(widget("kaznedraBlocksButton_choose", QToolButton))
    yield ground, found
    ground.room.map.put_down()
    desk.panel.pages.applications.follow(None)
    tabs.setCurrentIndex(0)
    MIDDLE = was


def test_the_tool_says_when_the_map_is_too_small_and_nothing_when_the_mouse_is_away(ground):
    ground.look(minutes=3000)
    ground.hover()
    assert ground.hovered == "Zoom in until single blocks can be seen."
    ground.look()
    assert ground.hovered.startswith(code()[:4])
    ground.hover()
    assert ground.hovered.startswith(code())
    QApplication.sendEvent(ground.canvas, QEvent(QEvent.Type.Leave))
    assert not ground.hovered


def checked(ground):
    """The report on the open draft, once it is the last word."""
    return wait_for(lambda: not ground.room.checks.is_running and ground.room.checks.report)


def test_the_mouse_tells_who_has_the_block(known):
    from kaznedra_qgis.mapping.grid_layer import grid_of

    ground, licence = known
    assert grid_of(QgsProject.instance()) is not None
    wait_for(lambda: ground.room.ground.standing(MIDDLE))
    ground.hover()
    lines = ground.hovered.splitlines()
    assert lines[0] == code() and lines[1] == "taken"
    assert any(licence["number"] in line and "Exploration licence" in line for line in lines[2:])


def test_findings_stand_by_the_blocks_and_the_suggestion_is_one_step(known):
    ground, licence = known
    ground.drag(ground.at(-3, -3), ground.at(3, 3))
    report = checked(ground)
    tree = widget("kaznedraFindings", QTreeWidget)
    assert tree.isVisible() and widget("kaznedraBlocks", QTreeView).isVisible()
    conflicts = tree.topLevelItem(0)
    assert conflicts.text(0).startswith("Conflict")
    about = next(
        conflicts.child(row)
        for row in range(conflicts.childCount())
        if licence["number"] in conflicts.child(row).text(0)
    )
    assert "article" in about.toolTip(0)
    QTest.mouseClick(tree.viewport(), LEFT, pos=tree.visualItemRect(about).center())
    blocks = about.data(0, Qt.ItemDataRole.UserRole).blocks
    assert set(ground.room.open_draft.selected()) == set(blocks)
    before = ground.chosen
    dropped = {(block.lon - MIDDLE.lon, block.lat - MIDDLE.lat) for block in report.outcome.suggested_drop}
    assert dropped
    click(widget("kaznedraLeaveOut"))
    assert ground.chosen == before - dropped
    ground.press(Qt.Key.Key_Z, CONTROL)
    assert ground.chosen == before
    again = checked(ground)
    assert again.digest() == report.digest()
    (draft,) = drafts_of(Workspace(ground.desk.workspace))
    assert draft.details["checked"]["result"] == "conflict" and draft.details["checked"]["snapshots"]


def test_the_suggestion_asks_in_part_for_what_is_granted_in_part(known):
    ground, licence = known
    west, south = MIDDLE.lon / 60, MIDDLE.lat / 60
    cut = f"MULTIPOLYGON ((({west} {south - 1}, {west + 0.4 / 60} {south - 1}, {west + 0.4 / 60} {south + 1}, "
    geometry = QgsGeometry.fromWkt(f"{cut}{west} {south + 1}, {west} {south - 1})))")
    layer = QgsVectorLayer(f"{ground.desk.workspace}|layername=licences", "licences", "ogr")
    place = layer.fields().indexOf
    assert layer.dataProvider().changeGeometryValues({licence.id(): geometry})
    changed = {place("kind"): "production", place("blocks"): None, place("minerals"): "Cu"}
    assert layer.dataProvider().changeAttributeValues({licence.id(): changed})
    ground.desk.reload()
    ground.drag(ground.at(0, 0), ground.at(1, 1))
    report = checked(ground)
    assert MIDDLE in report.outcome.partial and not report.outcome.suggested_drop
    tree = widget("kaznedraFindings", QTreeWidget)
    conflicts = tree.topLevelItem(0)
    assert any(conflicts.child(row).text(0).startswith(f"{code()}: Partial") for row in range(conflicts.childCount()))
    count = len(report.outcome.partial)
    assert widget("kaznedraLeaveOut").text() == f"Ask in part: {count}"
    click(widget("kaznedraLeaveOut"))
    (draft,) = drafts_of(Workspace(ground.desk.workspace))
    assert draft.partial == set(report.outcome.partial) and len(draft.blocks) == 4
    assert not checked(ground).outcome.suggested_drop
    assert not widget("kaznedraLeaveOut").isVisible()
    ground.press(Qt.Key.Key_Z, CONTROL)
    (draft,) = drafts_of(Workspace(ground.desk.workspace))
    assert not draft.partial


def test_what_changed_on_the_ground_since_the_check_is_told(known):
    ground, _ = known
    ground.drag(ground.at(-1, -1), ground.at(1, 1))
    checked(ground)
    with Workspace(ground.desk.workspace).writing() as connection:
        connection.execute("UPDATE licences SET status = 'terminated', ended_on = '2020-01-01'")
    ground.desk.reload()
    wait_for(lambda: widget("kaznedraFindingsNews", QLabel).isVisible())
    assert "has changed" in widget("kaznedraFindingsNews", QLabel).text()
    assert "conflict → clear" in widget("kaznedraFindingsNews", QLabel).text()
    click(widget("kaznedraFindingsNoted"))
    assert not widget("kaznedraFindingsNews", QLabel).isVisible()
    ground.desk.reload()
    checked(ground)
    assert not widget("kaznedraFindingsNews", QLabel).isVisible()


def test_without_any_pull_nothing_is_called_free(ground):
    wait_for(lambda: ground.room.ground.standing(MIDDLE))
    ground.hover()
    assert ground.hovered.splitlines()[1] == "unknown"
    assert "Never pulled: " in ground.hovered
    ground.click()
    checked(ground)
    tree = widget("kaznedraFindings", QTreeWidget)
    assert tree.topLevelItem(0).text(0).startswith("Unknown")
