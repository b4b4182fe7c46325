"""Blocks chosen by pasted texts, layers and files, as a user does it."""

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QToolButton,
)
from qgis.utils import iface

from tests.qgis.desktop.conftest import click, turn, wait_for, widget
from tests.qgis.desktop.ground import CONTROL, MIDDLE, code, rectangle


def menu(name):
    """Call an entry of the menu Add."""
    button = widget("kaznedraBlocksButton_add", QToolButton)
    action = next(each for each in button.menu().actions() if each.objectName() == f"kaznedraBlocks_{name}")
    assert action.isEnabled()
    action.trigger()
    turn()


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


def test_a_polygon_of_any_layer_gives_its_blocks(ground):
    layer_of(rectangle())
    menu("layer")
    assert not widget("kaznedraFromLayerPart").isVisible(), "only a file has layers to choose from"
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
