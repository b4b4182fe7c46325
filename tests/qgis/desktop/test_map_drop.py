"""What is dropped on the map while a draft is worked on, by the drag and drop of the X server where a mouse can."""

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QMimeData, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel, QMenu, QPlainTextEdit
from qgis.utils import iface

from tests.qgis.desktop.conftest import click, turn, wait_for, widget
from tests.qgis.desktop.ground import code, rectangle

COPY = Qt.DropAction.CopyAction
LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


def data_of(text="", files=()):
    data = QMimeData()
    if text:
        data.setText(text)
    if files:
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def drag(data, target):
    """Drag over a widget as Qt would; whether it would take it."""
    place = target.rect().center()
    event = QDragEnterEvent(place, COPY, data, LEFT, NO_KEYS)
    event.ignore()
    QApplication.sendEvent(target, event)
    if not event.isAccepted():
        return False
    move = QDragMoveEvent(place, COPY, data, LEFT, NO_KEYS)
    QApplication.sendEvent(target, move)
    return move.isAccepted()


def drop(data, target):
    """Drag and drop; whether it was taken."""
    if not drag(data, target):
        return False
    event = QDropEvent(QPointF(target.rect().center()), COPY, data, LEFT, NO_KEYS)
    QApplication.sendEvent(target, event)
    turn()
    return event.isAccepted()


def answer(place):
    """Choose an entry of the menu that a dropped file brings up, with the mouse."""
    window = iface.mainWindow()
    menu = wait_for(lambda: [menu for menu in window.findChildren(QMenu, "kaznedraDropped") if menu.isVisible()])[0]
    actions = [action for action in menu.actions() if not action.isSeparator()]
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(actions[place]).center())
    turn()


@pytest.fixture
def view(ground):
    return ground.canvas.viewport()


def hint():
    return any(
        label.isVisible() and label.text().startswith("Drop it") for label in iface.mapCanvas().findChildren(QLabel)
    )


def test_dropped_codes_are_shown_before_they_are_added_in_one_step(ground, view):
    ground.click(3, 3)
    assert drop(data_of(f"{code()}, {code(1)}"), view)
    assert widget("kaznedraPasteText", QPlainTextEdit).toPlainText() == f"{code()}, {code(1)}"
    assert "2" in widget("kaznedraPasteTold", QLabel).text()
    assert ground.chosen == {(3, 3)}
    click(widget("kaznedraPasteAdd"))
    assert ground.chosen == {(3, 3), (0, 0), (1, 0)}
    ground.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert ground.chosen == {(3, 3)}


def test_dropped_corners_are_read_as_pasted_ones(ground, view):
    west, south = 77 * 60 + 10, 48 * 60 + 10
    corners = [(west, south), (west + 2, south), (west + 2, south + 1), (west, south + 1)]
    rows = [
        f"{n}. {lat // 60}°{lat % 60:02d}'00\" {lon // 60}°{lon % 60:02d}'00\""
        for n, (lon, lat) in enumerate(corners, 1)
    ]
    assert drop(data_of("\n".join(rows)), view)
    click(widget("kaznedraPasteAdd"))
    assert ground.chosen == {(0, 0), (1, 0)}


def test_a_drag_says_that_it_would_be_taken_until_it_leaves(ground, view):
    assert drag(data_of(code()), view) and hint()
    QApplication.sendEvent(view, QDragLeaveEvent())
    assert not hint()


def test_what_is_of_no_blocks_or_of_no_draft_is_left_to_qgis(ground, view, tmp_path):
    picture = tmp_path / "map.tif"
    picture.write_bytes(b"")
    two = [tmp_path / "one.geojson", tmp_path / "two.geojson"]
    for data in (data_of("Quarterly report, page 12"), data_of(files=[picture]), data_of(files=two)):
        assert not drag(data, view) and not hint()
    ground.room.map.put_down()
    assert drag(data_of(code()), view)
    widget("kaznedraPages").setCurrentIndex(0)
    assert not drag(data_of(code()), view)
    ground.room.map.take_up()
    assert drag(data_of(code()), view)


def test_a_dropped_file_of_features_is_asked_about_and_shown_before_it_is_added(ground, view, tmp_path):
    from qgis.core import QgsGeometry

    path = tmp_path / "plot.geojson"
    shape = QgsGeometry.fromWkt(rectangle()).asJson()
    path.write_text(f'{{"type": "Feature", "properties": {{}}, "geometry": {shape}}}')
    assert drop(data_of(files=[path]), view)
    answer(0)
    wait_for(lambda: "Blocks: 2" in widget("kaznedraFromLayerTold", QLabel).text())
    assert not ground.chosen and not QgsProject.instance().mapLayers()
    click(widget("kaznedraFromLayerAdd"))
    assert ground.chosen == {(0, 0), (1, 0)}
    ground.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not ground.chosen


def test_a_dropped_file_may_be_opened_in_qgis_as_ever(ground, view, tmp_path):
    from qgis.core import QgsGeometry

    path = tmp_path / "plot.geojson"
    shape = QgsGeometry.fromWkt(rectangle()).asJson()
    path.write_text(f'{{"type": "Feature", "properties": {{}}, "geometry": {shape}}}')
    assert drop(data_of(files=[path]), view)
    answer(1)
    (layer,) = wait_for(lambda: list(QgsProject.instance().mapLayers().values()))
    assert layer.source().startswith(str(path))
    assert not ground.chosen


def test_a_dropped_text_file_is_read_as_if_it_were_pasted(ground, view, tmp_path):
    path = tmp_path / "blocks.csv"
    path.write_bytes(f"Блок;площадь\r\n{code(2, 2)};2,2".encode("cp1251"))
    assert drop(data_of(files=[path]), view)
    answer(0)
    click(widget("kaznedraPasteAdd"))
    assert ground.chosen == {(2, 2)}


def test_a_text_file_of_no_blocks_is_opened_in_qgis_without_a_question(ground, view, tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("name,town\nAigul,Almaty\nMarat,Astana\n")
    assert drop(data_of(files=[path]), view)
    wait_for(lambda: [layer.source() for layer in QgsProject.instance().mapLayers().values()])
    assert not ground.chosen
