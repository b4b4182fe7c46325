"""The page Applications and the tool that chooses blocks, by real mouse and keys."""

import sqlite3
from contextlib import closing

import pytest
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QTableWidget,
    QToolButton,
    QTreeView,
)
from qgis.utils import plugins

from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.workspace import Workspace
from kaznedra_qgis.workspace.drafts import drafts_of
from tests.qgis.desktop.conftest import click, wait_for, widget
from tests.qgis.desktop.ground import CONTROL, LEFT, MIDDLE, SHIFT, code

CRSES = ("EPSG:4326", "EPSG:3857", "EPSG:28413", "EPSG:32643")


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
