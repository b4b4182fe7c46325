"""The map sheet of an application: what stands on it, in three languages, and what is drawn where."""

import json
import subprocess
from dataclasses import replace

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsLayoutItemLegend, QgsLayoutUtils, QgsLegendRenderer, QgsMapRendererSequentialJob, QgsProject
from qgis.PyQt.QtCore import QSizeF
from qgis.PyQt.QtGui import QColor, QImage

from kaznedra_qgis import i18n
from kaznedra_qgis.documents import map_sheet, sheet_layers, sheet_legend, sheet_painting, templates
from kaznedra_qgis.documents.content import Rest
from kaznedra_qgis.documents.gathering import rests_on
from kaznedra_qgis.documents.wording import Wording
from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.themes import RESTRICTED_CATEGORIES, THEMES
from kaznedra_qgis.workspace import Workspace
from tests.qgis import mapped
from tests.qgis.application import SOUTH, WEST, application, pages_of, text_of


def licensed(path, columns):
    """A workspace with a licence over so many columns of blocks from the west."""
    west, east, south, north = WEST / 60, (WEST + columns) / 60, (SOUTH - 9) / 60, (SOUTH + 9) / 60
    shape = f"MULTIPOLYGON((({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south})))"
    licence = {"geom": shape, "number": "777-EL", "kind": "exploration", "status": "active"}
    return mapped.workspace(path, licences=[licence])


@pytest.fixture
def ground(qgis_app, tmp_path):
    return licensed(tmp_path / "workspace.gpkg", 1)


def plain(**other):
    return application(blocks=frozenset(Block(WEST + x, SOUTH + y) for x in range(5) for y in range(3)), **other)


def laid_out(content, workspace=None, language="en"):
    wording = Wording(language, templates.words(language))
    catalogue = content.catalogue
    drawn = sheet_layers.Drawn(QgsProject())
    sheet_layers.add_ground(drawn, content, catalogue, wording)
    sheet_layers.add_themes(drawn, content, workspace, language, THEMES)
    return drawn, *map_sheet.lay_out(content, catalogue, drawn, wording)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_sheet_says_where_the_plot_lies_and_how_one_knows(ground, tmp_path, language):
    content = plain(sources=rests_on(Workspace.open(ground)))
    before = i18n.language()
    path = map_sheet.write_map_sheet(content, tmp_path / "map.pdf", language, ground)
    text, told = text_of(path), templates.words(language)
    assert pages_of(path) == 1 and i18n.language() == before
    for key in ("map_title", "map_overview", "map_legend", "map_applied", "map_applied_partial", "map_sources"):
        assert told[key] in text, key
    for wanted in ("49°50′00.00″", "80°25′00.00″", "(10е-5а-15)", "EPSG:32644", "777-EL", "80°20′", "=Қарабұлақ"):
        assert wanted in text, wanted
    assert told["map_none"] not in text


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_no_line_of_the_legend_runs_out_of_it(qgis_app, tmp_path, language):
    """Lines of infrastructure have the longest title of all."""
    west, south = WEST / 60, SOUTH / 60
    shape = f"MULTIPOLYGON((({west} {south}, {west + 0.1} {south}, {west + 0.1} {south + 0.1}, {west} {south})))"
    near = [{"geom": shape, "category": category} for category in RESTRICTED_CATEGORIES]
    ground = mapped.workspace(tmp_path / "workspace.gpkg", restricted_areas=near)
    assert i18n.install(language) == language
    try:
        drawn, layout, *_ = laid_out(plain(), ground, language)
        (legend,) = [item for item in layout.items() if isinstance(item, QgsLayoutItemLegend)]
        room = legend.rect().size()
        context = QgsLayoutUtils.createRenderContextForLayout(layout, None)
        taken = QgsLegendRenderer(legend.model(), legend.legendSettings()).minimumSize(context)
    finally:
        i18n.remove()
    assert legend.model().layerLegendNodes(legend.model().rootGroup().findLayers()[-1])
    assert 0 < taken.width() <= room.width() and 0 < taken.height() <= room.height()


def test_an_empty_map_says_that_nothing_is_known(qgis_app, tmp_path):
    content = application(sources=(Rest("licences", "", 0, "", "unknown", 0),))
    text = text_of(map_sheet.write_map_sheet(content, tmp_path / "map.pdf", "en"))
    assert "what lies around is unknown" in text and "Licences: –, –, unknown" in text


def test_an_expression_in_a_name_is_not_evaluated(qgis_app, tmp_path):
    text = text_of(map_sheet.write_map_sheet(application(name="a [% 6 * 7 %] b"), tmp_path / "map.pdf", "en"))
    assert "[ % 6 * 7 %] b" in text and "42" not in text.split("Overview")[0].split("Map of")[1][:30]


def test_an_expression_in_words_of_ones_own_is_not_evaluated(ground, tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    names = [name for name in templates.words("en") if name.startswith(("map_", "theme_")) or name == "footer"]
    said = {name: f"{number} [% {number} + 1000003 %]" for number, name in enumerate(names, 1)}
    (own / "words.en.json").write_text(json.dumps(said), encoding="utf-8")
    text = text_of(map_sheet.write_map_sheet(plain(), tmp_path / "map.pdf", "en", ground, own))
    assert "[ %" in text
    assert not [number for number in range(1, len(names) + 1) if str(number + 1000003) in text.replace(",", "")]


def test_the_blocks_are_drawn_in_their_colour_at_their_place(ground, tmp_path):
    drawn, layout, main = laid_out(plain(colour="#0000ff"), ground)
    path = map_sheet.write_map_sheet(plain(colour="#0000ff"), tmp_path / "map.pdf", "en", ground)
    subprocess.run(["pdftoppm", "-r", "50", "-png", "-singlefile", str(path), str(tmp_path / "map")], check=True)
    picture = QImage(str(tmp_path / "map.png"))
    extent = main.mapUnitsToLayoutUnits() and main.extent()
    turn = mapped.QgsCoordinateTransform(
        mapped.QgsCoordinateReferenceSystem("EPSG:4326"), main.crs(), drawn.project.transformContext()
    )

    def colour(lon, lat):
        point = turn.transform(mapped.QgsPointXY(lon / 60, lat / 60))
        x = map_sheet.MAP_MM.left() + (point.x() - extent.xMinimum()) / extent.width() * map_sheet.MAP_MM.width()
        y = map_sheet.MAP_MM.top() + (extent.yMaximum() - point.y()) / extent.height() * map_sheet.MAP_MM.height()
        return QColor(picture.pixel(round(x * 50 / 25.4), round(y * 50 / 25.4)))

    inside, outside = colour(WEST + 2.3, SOUTH + 1.2), colour(WEST + 5.7, SOUTH + 1.2)
    assert inside.blue() > inside.red() + 60 and abs(outside.red() - outside.blue()) < 20
    layout.clear()


@pytest.mark.parametrize(("across", "scale"), [(1, 20_000), (5, 75_000), (14, 200_000), (60, 1_000_000)])
def test_the_scale_is_the_largest_that_fits(across, scale):
    content = application(blocks=frozenset(Block(WEST + x, SOUTH + x) for x in range(across)))
    found = sheet_layers.fitting_scale(content, map_sheet.MAP_MM.width(), map_sheet.MAP_MM.height())
    assert found == scale
    assert across * 1852 * 1000 / found < map_sheet.MAP_MM.height()


def test_the_sheet_is_true_to_shape(qgis_app):
    assert sheet_layers.map_crs(application()).authid() == "EPSG:32644"
    west = replace(application(), blocks=frozenset({Block(47 * 60, 48 * 60)}), partial=frozenset())
    assert sheet_layers.map_crs(west).authid() == "EPSG:32638"


def test_many_corners_go_on_in_the_catalogue(qgis_app, tmp_path):
    stairs = frozenset(Block(WEST + x, SOUTH + y) for x in range(12) for y in (x, x + 1))
    text = text_of(map_sheet.write_map_sheet(application(blocks=stairs), tmp_path / "map.pdf", "en"))
    assert "more in the catalogue" in text


@pytest.mark.parametrize(("across", "down"), [(1, 1), (3, 2), (10, 6), (15, 14)])
def test_no_label_hits_another_and_every_block_has_its_code(qgis_app, tmp_path, across, down):
    ground = licensed(tmp_path / "workspace.gpkg", 3)
    blocks = frozenset(Block(WEST - 2 + x, SOUTH + y) for x in range(across) for y in range(down))
    content = application(blocks=blocks, partial=frozenset(), sources=rests_on(Workspace.open(ground)))
    drawn, layout, main = laid_out(content, ground)
    size = QSizeF(main.rect().width() * 300 / 25.4, main.rect().height() * 300 / 25.4)
    job = QgsMapRendererSequentialJob(main.mapSettings(main.extent(), size, 300, True))
    job.start()
    job.waitForFinished()
    labels = [label for label in job.takeLabelingResults().allLabels() if not label.isUnplaced]
    boxes = [(label.labelText, label.labelRect) for label in labels]
    hit = [(a, b) for at, (a, one) in enumerate(boxes) for b, other in boxes[at + 1 :] if share(one, other) > 0.02]
    assert hit == [] and "777-EL" in [text for text, _ in boxes]
    degrees = mapped.QgsCoordinateReferenceSystem("EPSG:4326")
    turn = mapped.QgsCoordinateTransform(main.crs(), degrees, drawn.project)
    coded = set()
    for text, box in boxes:
        if text[:1].isdigit() or text.startswith("M-"):
            place = turn.transform(box.center())
            block = Block(int(place.x() * 60), int(place.y() * 60))
            if content.scheme.code(block).rstrip(")").endswith(text.rstrip(")").rpartition("-")[2]):
                coded.add(block)
    assert blocks <= coded
    layout.clear()


def share(one, other):
    """What two boxes share, of the smaller one."""
    both = one.intersect(other)
    return 0 if both.isEmpty() else both.width() * both.height() / min(r.width() * r.height() for r in (one, other))


def test_a_sheet_is_drawn_in_turns_and_given_up_in_each_of_them_without_a_trace(ground, tmp_path):
    content, path = plain(sources=rests_on(Workspace.open(ground))), tmp_path / "map.pdf"
    jobs = []
    for job in map_sheet.draw_map_sheet(content, path, "kk", ground):
        jobs.append(job)
        assert i18n.language() == "en"
        if job is not None:
            job.waitForFinished()
    assert len(jobs) == map_sheet.TURNS and sum(job is not None for job in jobs) == 3 and path.is_file()
    path.unlink()
    for last in range(1, map_sheet.TURNS):
        turns = map_sheet.draw_map_sheet(content, path, "kk", ground)
        for _ in range(last):
            next(turns)
        turns.close()
        assert not path.exists() or last == map_sheet.TURNS, last


@pytest.fixture
def crowd(qgis_app, tmp_path):
    """Hatched areas by the thousand, over six degrees, and a licence."""

    def square(west, south, side):
        east, north = west + side, south + side
        return f"MULTIPOLYGON((({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south})))"

    west, south = WEST / 60, SOUTH / 60 - 2
    areas = [
        {"geom": square(west + x / 10, south + y / 10, 0.08), "category": RESTRICTED_CATEGORIES[(x + y) % 10]}
        for x in range(60)
        for y in range(40)
    ]
    licence = {"geom": square(west + 2, south + 1, 1), "number": "777-EL", "kind": "exploration", "status": "active"}
    return mapped.workspace(tmp_path / "workspace.gpkg", restricted_areas=areas, licences=[licence])


def test_a_crowd_of_areas_becomes_an_image_under_the_same_map(crowd, tmp_path, monkeypatch):
    content, seen, texts, sizes = spread(crowd), [], [], []
    for most in (sheet_painting.MOST_BYTES, 10**9):
        monkeypatch.setattr(sheet_painting, "MOST_BYTES", most)
        path = map_sheet.write_map_sheet(content, tmp_path / f"{most}.pdf", "en", crowd)
        assert bool(images_of(path)) is (most < 10**9)
        seen.append(blue(path))
        texts.append(text_of(path).split())
        sizes.append(path.stat().st_size)
    assert sizes[0] < min(sizes[1], 4_000_000)
    assert sorted(texts[0]) == sorted(texts[1]) and "6-4" in texts[0] and "Russia" in "".join(texts[0])
    assert np.sum(seen[1]) > 2000 and np.sum(seen[0] & seen[1]) > 0.6 * np.sum(seen[0] | seen[1])


def blue(pdf):
    """Where the page is of the blue of licences for exploration."""
    call = ["pdftoppm", "-r", "50", "-png", "-singlefile", str(pdf), str(pdf.with_suffix(""))]
    subprocess.run(call, check=True)
    page = QImage(str(pdf.with_suffix(".png"))).convertToFormat(QImage.Format.Format_RGB32)
    dots = np.frombuffer(page.constBits().asstring(page.sizeInBytes()), np.uint8).reshape(-1, 4).astype(int)
    return dots[:, 0] > dots[:, 2] + 15


def test_the_map_of_a_compact_draft_is_drawn_by_lines_among_as_many_areas(crowd, tmp_path):
    content = plain(sources=rests_on(Workspace.open(crowd)))
    assert images_of(map_sheet.write_map_sheet(content, tmp_path / "map.pdf", "en", crowd)) == []


@pytest.mark.parametrize(("jobs", "strips"), [(2, 0), (3, 0), (4, 0), (4, 1), (4, 6)])
def test_a_sheet_with_an_image_is_given_up_without_a_trace(crowd, tmp_path, jobs, strips):
    turns = map_sheet.draw_map_sheet(spread(crowd), tmp_path / "map.pdf", "en", crowd)
    seen = [0, 0]
    for turn in turns:
        strip = turn is sheet_legend.MORE and (tmp_path / "map.pdf").exists()
        seen = [seen[0] + (turn is not None and turn is not sheet_legend.MORE), seen[1] + strip]
        if seen == [jobs, strips]:
            break
        sheet_painting.wait_for(turn)
    turns.close()
    assert seen == [jobs, strips] and not (tmp_path / "map.pdf").exists()


def spread(ground):
    """Six plots over five degrees."""
    blocks = frozenset(Block(WEST + 60 * x, SOUTH) for x in range(6))
    return application(blocks=blocks, partial=frozenset(), sources=rests_on(Workspace.open(ground)))


def images_of(pdf):
    """The lines by which pdfimages lists the images of a PDF."""
    told = subprocess.run(["pdfimages", "-list", str(pdf)], check=True, capture_output=True, text=True)
    return told.stdout.splitlines()[2:]


def test_it_is_small_georeferenced_and_named(ground, tmp_path):
    path = map_sheet.write_map_sheet(plain(), tmp_path / "map.pdf", "ru", ground)
    assert path.stat().st_size < 700_000
    told = gdal.Open(str(path))
    assert told.GetSpatialRef().GetAuthorityCode(None) == "32644"
    info = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True, text=True).stdout
    assert "=Қарабұлақ" in info and "Kaznedra for QGIS" in info and "1191 x 842 pts (A3)" in info


def test_drawing_leaves_the_workspace_as_it_was(ground, tmp_path):
    before = _content(ground)
    content = plain(sources=rests_on(Workspace.open(ground)))
    for language in ("ru", "en", "ru"):
        map_sheet.write_map_sheet(content, tmp_path / "map.pdf", language, ground)
    assert _content(ground) == before


def _content(path):
    with Workspace.open(path).reading() as connection:
        tables = [
            row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
        ]
        return {table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in tables}
