"""The block grid: its lines, its codes, its place in a project and in QGIS."""

import gc
import subprocess

import pytest
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsLayerTreeModel,
    QgsLayoutExporter,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutSize,
    QgsMapRendererCustomPainterJob,
    QgsMapRendererParallelJob,
    QgsPrintLayout,
    QgsProject,
    QgsRenderContext,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter
from qgis.PyQt.QtXml import QDomDocument

from kaznedra_qgis.mapping import grid_layer
from kaznedra_qgis.mapping.grid_layer import GridLayer, add_block_grid, grid_of
from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.subsoil.numbering import default_scheme
from tests.qgis.pictures import darkness, ink, pixel, render, settings

CRSES = ["EPSG:4326", "EPSG:3857", "EPSG:32643", "EPSG:28413", "EPSG:3413"]


@pytest.fixture
def project():
    """The open project, empty, with the grid's type registered."""
    project = QgsProject.instance()
    project.clear()
    grid_layer.register()
    yield project
    project.clear()
    grid_layer.unregister()


@pytest.fixture
def grid():
    layer = GridLayer()
    layer.set_labels(False)
    return layer


def pdf_text(layers, path, crs, centre, scale, legend=False) -> str:
    """What pdftotext reads in a page printed from a layout: an A4 map at 1:scale."""
    layout = QgsPrintLayout(QgsProject.instance())
    layout.initializeDefaults()
    item = QgsLayoutItemMap(layout)
    item.attemptSetSceneRect(QRectF(5, 5, 287, 200))
    item.setLayers(layers)
    item.setCrs(QgsCoordinateReferenceSystem(crs))
    item.setExtent(settings(layers, crs, centre, scale).visibleExtent())
    item.setScale(scale)
    layout.addLayoutItem(item)
    if legend:
        rows = QgsLayoutItemLegend(layout)
        rows.attemptSetSceneRect(QRectF(10, 10, 60, 60))
        rows.attemptResize(QgsLayoutSize(60, 60, QgsUnitTypes.LayoutUnit.LayoutMillimeters))
        layout.addLayoutItem(rows)
    options = QgsLayoutExporter.PdfExportSettings()
    options.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    assert QgsLayoutExporter(layout).exportToPdf(str(path), options) == QgsLayoutExporter.ExportResult.Success
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("crs", CRSES)
def test_lines_lie_on_whole_minutes_and_nowhere_else(grid, crs):
    view = settings([grid], crs, scale=100_000)
    image = render(view)
    lon, lat = 77 * 60 + 15, 48 * 60 + 30
    for east in (-1, 0, 1):
        for north in (-1, 0, 1):
            west, south = lon + east, lat + north
            assert darkness(image, pixel(view, west / 60, (south + 0.5) / 60)) > 20
            assert darkness(image, pixel(view, (west + 0.5) / 60, south / 60)) > 20
            assert darkness(image, pixel(view, (west + 0.5) / 60, (south + 0.5) / 60)) == 0


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:32643"])
def test_sections_subsections_and_blocks_are_told_apart(grid, crs):
    view = settings([grid], crs, scale=100_000)
    image = render(view)
    middle = 48 + 32.5 / 60

    def weight(minute: int) -> int:
        at = pixel(view, 77 + minute / 60, middle)
        x, y = round(at.x()), round(at.y())
        return sum(255 - image.pixelColor(x + dx, y).lightness() for dx in range(-4, 5))

    section, subsection, block = weight(10), weight(15), weight(16)
    assert section > 1.3 * subsection > 1.3 * 1.3 * block > 0


def test_a_parallel_bends_with_the_crs(grid):
    view = settings([grid], "EPSG:32643", centre=(80, 50), scale=20_000_000, size=(900, 600))
    image = render(view)
    for lon in range(50, 88, 2):
        assert darkness(image, pixel(view, lon + 0.5, 48)) > 20


@pytest.mark.parametrize(
    ("scale", "blocks", "sections"), [(500_000, True, True), (600_000, False, True), (1_200_000, False, False)]
)
def test_what_a_scale_shows(grid, scale, blocks, sections):
    view = settings([grid], "EPSG:32643", scale=scale)
    image = render(view)
    assert (darkness(image, pixel(view, 77 + 13 / 60, 48 + 32.5 / 60)) > 0) is blocks
    assert (darkness(image, pixel(view, 77 + 10 / 60, 48 + 32.5 / 60)) > 0) is sections


def test_no_block_is_drawn_that_has_no_code(grid):
    west, _, _, north = default_scheme().extent
    view = settings([grid], "EPSG:4326", centre=(west / 60, 48), scale=100_000)
    image = render(view)
    assert darkness(image, pixel(view, (west + 1.5) / 60, 48 + 1 / 60)) > 20
    assert darkness(image, pixel(view, (west - 1.5) / 60, 48 + 1 / 60)) == 0
    beyond = settings([grid], "EPSG:4326", centre=(100, 70), scale=100_000)
    assert ink(render(beyond)) == 0


def test_a_seam_of_the_crs_is_not_drawn_across(grid):
    cut_at_74_6_east = "PROJ:+proj=eqc +lon_0=-105.4 +datum=WGS84 +type=crs"
    view = settings([grid], cut_at_74_6_east, centre=(74.5, 47.3), scale=1_000_000, size=(400, 300))
    image = render(view)
    assert darkness(image, pixel(view, 74.55, 47 + 20 / 60)) > 20
    seam = round(pixel(view, 74.5999, 47.3).x())
    assert seam < 390
    assert all(image.pixelColor(x, y) == QColor("white") for x in range(seam + 4, 400) for y in range(300))


@pytest.mark.parametrize("proj", ["ortho +lat_0=0 +lon_0=0", "gnom +lat_0=0 +lon_0=0", "aea +lat_1=1"])
def test_what_cannot_be_transformed_is_left_out(grid, proj):
    view = settings([grid], f"PROJ:+proj={proj} +datum=WGS84 +type=crs", centre=(50, 45), scale=20_000_000)
    assert 0 < ink(render(view)) < 100_000


def test_a_picture_that_is_cancelled_stops(grid):
    view = settings([grid], scale=500_000)
    image = QImage(800, 600, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    context = QgsRenderContext.fromMapSettings(view)
    context.setPainter(painter)
    context.setExtent(view.visibleExtent())
    renderer = grid.createMapRenderer(context)
    renderer.feedback().cancel()
    assert renderer.render() is False
    painter.end()
    assert ink(image) == 0


def test_pictures_are_drawn_side_by_side_and_outlive_the_layer():
    layer = GridLayer()
    jobs = [QgsMapRendererParallelJob(settings([layer], crs, scale=300_000)) for crs in CRSES]
    for job in jobs:
        job.start()
    del layer
    gc.collect()
    for job in jobs:
        job.waitForFinished()
        assert ink(job.renderedImage()) > 1000


@pytest.mark.parametrize("job_type", ["parallel", "painter"])
def test_opacity(grid, job_type):
    def shade() -> int:
        view = settings([grid], scale=100_000)
        if job_type == "parallel":
            image = render(view)
        else:
            image = QImage(QSize(800, 600), QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(QColor("white"))
            painter = QPainter(image)
            job = QgsMapRendererCustomPainterJob(view, painter)
            job.start()
            job.waitForFinished()
            painter.end()
        return darkness(image, pixel(view, 77 + 10 / 60, 48 + 32.5 / 60))

    full = shade()
    grid.setOpacity(0.5)
    assert shade() == pytest.approx(full / 2, abs=4)


def test_colour_is_that_of_the_lines(grid):
    grid.set_colour(QColor("#d00000"))
    view = settings([grid], scale=50_000)
    at = pixel(view, 77 + 10 / 60, 48 + 30.5 / 60)
    view = settings([grid], scale=50_000, centre=(77 + 10 / 60, 48 + 30.5 / 60))
    at = pixel(view, 77 + 10 / 60, 48 + 30.5 / 60)
    assert render(view).pixelColor(round(at.x() - 0.5), round(at.y() - 0.5)).red() > 190
    grid.set_colour(QColor())
    assert grid.colour().name() == "#d00000"


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:32643"])
def test_full_codes_are_printed_as_text(tmp_path, crs):
    text = pdf_text([GridLayer()], tmp_path / "map.pdf", crs, (77.5, 48.5), 25_000)
    code = default_scheme().code(Block(77 * 60 + 30, 48 * 60 + 30))
    assert code.startswith("M-43-")
    assert code in text


def test_codes_of_what_is_seen_agree_with_the_scheme(tmp_path):
    text = pdf_text([GridLayer()], tmp_path / "map.pdf", "EPSG:32643", (77.5, 48.5), 25_000)
    scheme = default_scheme()
    printed = [word for word in text.split() if word.startswith("M-43-")]
    assert len(printed) > 12
    for code in printed:
        lon, lat = scheme.block(code)
        assert abs(lon / 60 - 77.5) < 0.12
        assert abs(lat / 60 - 48.5) < 0.08


def test_numbers_stand_in_blocks_and_prefixes_at_corners(tmp_path):
    text = pdf_text([GridLayer()], tmp_path / "map.pdf", "EPSG:32643", (77.5, 48.5), 150_000)
    prefix, _, _ = default_scheme().code(Block(77 * 60 + 30, 48 * 60 + 29)).rpartition("-")
    assert prefix + ")" in text
    words = text.split()
    assert {str(number) for number in range(1, 26)} <= set(words)


@pytest.mark.parametrize(
    ("scale", "word"), [(500_000, "10а-5б"), (1_000_000, "10е"), (2_400_000, "M-43-77"), (15_000_000, "M-43")]
)
def test_codes_of_coarser_cells(tmp_path, scale, word):
    text = pdf_text([GridLayer()], tmp_path / "map.pdf", "EPSG:32643", (76.5, 50), scale)
    assert word in text.split()


def test_codes_can_be_left_out(tmp_path, grid):
    assert pdf_text([grid], tmp_path / "map.pdf", "EPSG:4326", (77.5, 48.5), 25_000).split() == []


def test_the_legend_names_the_kinds_of_lines(project, tmp_path):
    layer = add_block_grid(project)
    layer.set_labels(False)
    model = QgsLayerTreeModel(project.layerTreeRoot())
    gc.collect()
    nodes = model.layerLegendNodes(project.layerTreeRoot().findLayer(layer.id()))
    names = [node.data(Qt.ItemDataRole.DisplayRole) for node in nodes]
    assert names == ["Sheet of 1:100 000", "Section, 10′", "Subsection, 5′", "Block, 1′"]
    text = pdf_text([layer], tmp_path / "map.pdf", "EPSG:4326", (77.5, 48.5), 25_000, legend=True)
    assert all(name in text for name in names)


def test_the_grid_comes_on_top_once_and_leaves_the_crs_alone(project):
    utm = QgsCoordinateReferenceSystem("EPSG:32643")
    project.setCrs(utm)
    group = project.layerTreeRoot().addGroup("Kaznedra")
    group.addGroup("below")
    layer = add_block_grid(project)
    QgsApplication.processEvents()
    assert group.children()[0].layerId() == layer.id()
    assert add_block_grid(project) is layer
    assert project.crs() == utm
    assert layer.crs().authid() == default_scheme().datum


def dressed(project) -> GridLayer:
    layer = add_block_grid(project)
    layer.set_colour(QColor("#aa0000"))
    layer.set_labels(False)
    layer.setOpacity(0.5)
    layer.setName("Блоктар торы")
    return layer


def looks_dressed(layer: GridLayer) -> bool:
    look = (layer.colour().name(), layer.labels(), layer.opacity(), layer.name())
    return look == ("#aa0000", False, 0.5, "Блоктар торы")


def test_a_project_keeps_the_grid(project, tmp_path):
    dressed(project)
    assert project.write(str(tmp_path / "map.qgz"))
    project.clear()
    assert grid_of(project) is None
    assert project.read(str(tmp_path / "map.qgz"))
    assert looks_dressed(grid_of(project))
    assert project.count() == 1


def test_a_project_saved_without_the_plugin_gets_its_grid_back(project, tmp_path):
    dressed(project)
    project.write(str(tmp_path / "map.qgz"))
    project.clear()
    grid_layer.unregister()
    project.read(str(tmp_path / "map.qgz"))
    assert project.count() == 0
    project.write(str(tmp_path / "map.qgz"))
    project.clear()
    grid_layer.register()
    project.read(str(tmp_path / "map.qgz"))
    assert looks_dressed(grid_of(project))
    assert len(project.layerTreeRoot().findLayers()) == 1


def test_a_grid_that_was_removed_stays_away(project, tmp_path):
    dressed(project)
    project.write(str(tmp_path / "map.qgz"))
    project.removeAllMapLayers()
    project.write(str(tmp_path / "map.qgz"))
    project.clear()
    project.read(str(tmp_path / "map.qgz"))
    assert grid_of(project) is None


def test_loading_and_unloading_leaves_nothing_behind(project):
    registry = QgsApplication.pluginLayerRegistry()
    dressed(project)
    for _ in range(2):
        grid_layer.unregister()
        assert registry.pluginLayerTypes() == []
        assert project.count() == 0
        grid_layer.register()
        grid_layer.register()
        assert registry.pluginLayerTypes() == [grid_layer.TYPE]
        assert looks_dressed(grid_of(project))
    grid_layer.unregister()
    grid_layer.unregister()
    assert registry.pluginLayerTypes() == []


def test_style_and_clone_carry_the_look(project):
    layer = dressed(project)
    document = QDomDocument()
    layer.exportNamedStyle(document)
    other = GridLayer()
    assert other.importNamedStyle(document)[0]
    other.setName(layer.name())
    assert looks_dressed(other)
    assert looks_dressed(layer.clone())


@pytest.mark.parametrize("broken", ['opacity="much"', 'opacity="7"', 'colour="no colour"', ""])
def test_a_spoilt_project_gives_the_default_look(project, tmp_path, broken):
    add_block_grid(project)
    path = tmp_path / "map.qgs"
    project.write(str(path))
    text = path.read_text(encoding="utf-8")
    start = text.index(f"<{grid_layer.TYPE} ")
    end = text.index("/>", start)
    path.write_text(text[:start] + f"<{grid_layer.TYPE} {broken}" + text[end:], encoding="utf-8")
    project.clear()
    project.read(str(path))
    layer = grid_of(project)
    assert (layer.colour().name(), layer.labels(), layer.opacity()) == (grid_layer.GREY, True, 1.0)
