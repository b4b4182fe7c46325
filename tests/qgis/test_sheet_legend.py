"""The legend of a map sheet: the symbols of what the map shows, no others, and all of them within its place."""

import pytest
from qgis.core import QgsGeometry, QgsLayoutItemLegend, QgsLayoutUtils, QgsLegendRenderer
from qgis.PyQt.QtCore import QSizeF

from kaznedra_qgis import i18n
from kaznedra_qgis.documents import map_sheet, sheet_legend
from kaznedra_qgis.documents.gathering import rests_on
from kaznedra_qgis.themes import RESTRICTED_CATEGORIES
from kaznedra_qgis.workspace import Workspace
from tests.qgis import mapped
from tests.qgis.application import SOUTH, WEST, text_of
from tests.qgis.test_map_sheet import laid_out, plain


def square(west, south, size=0.02):
    east, north = west + size, south + size
    return f"MULTIPOLYGON((({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south})))"


def narrowed(content, ground, language="en"):
    """The legend after it was narrowed, and how often the window might answer meanwhile."""
    drawn, layout, main = laid_out(content, ground, language)
    (legend,) = [item for item in layout.items() if isinstance(item, QgsLayoutItemLegend)]
    settings = main.mapSettings(main.extent(), QSizeF(main.rect().width(), main.rect().height()), 25.4, True)
    turns = list(sheet_legend.narrow(legend, settings))
    assert set(turns) <= {sheet_legend.MORE}
    sheet_legend.fit(legend)
    return drawn, layout, legend, len(turns)


@pytest.fixture
def ground(qgis_app, tmp_path):
    """One kind of licence on the map, another beside it; of applications only one far away."""
    near = {"geom": square(WEST / 60, SOUTH / 60), "number": "1-EL", "kind": "exploration", "status": "active"}
    far = {"geom": square(WEST / 60 + 5, SOUTH / 60), "number": "2-ML", "kind": "production", "status": "active"}
    asked = {"geom": square(WEST / 60 + 5, SOUTH / 60), "number": "3", "kind": "exploration", "status": "submitted"}
    return mapped.workspace(tmp_path / "workspace.gpkg", licences=[near, far], licence_applications=[asked])


def test_it_names_what_the_map_shows_and_nothing_else(ground, tmp_path):
    content = plain(sources=rests_on(Workspace.open(ground)))
    text = text_of(map_sheet.write_map_sheet(content, tmp_path / "map.pdf", "en", ground))
    legend = text[text.index("Legend") : text.index("Sources")]
    assert "Exploration" in legend and "Corner point" in legend
    assert "Production" not in legend and "Applications" not in legend and "Suspended" not in legend


def test_what_lies_beside_the_bent_map_is_not_named(ground, tmp_path):
    """Within the degrees that the map reaches over, but off its paper."""
    drawn, layout, main = laid_out(plain(sources=rests_on(Workspace.open(ground))), ground)
    settings = main.mapSettings(main.extent(), QSizeF(main.rect().width(), main.rect().height()), 25.4, True)
    paper = sheet_legend._area(drawn.themes[0], settings)
    box, size = paper.boundingBox(), 0.0005
    corners = [(x, y) for x in (box.xMinimum(), box.xMaximum() - size) for y in (box.yMinimum(), box.yMaximum() - size)]
    beside = [corner for corner in corners if not paper.intersects(QgsGeometry.fromWkt(square(*corner, size)))]
    layout.clear()
    assert beside
    kinds = {"number": "1", "kind": "production", "status": "active"}
    off = mapped.workspace(
        tmp_path / "off.gpkg", licences=[{"geom": square(*corner, size), **kinds} for corner in beside]
    )
    drawn, layout, legend, _ = narrowed(plain(sources=rests_on(Workspace.open(off))), off)
    assert drawn.themes and not [
        node for node in legend.model().rootGroup().findLayers() if node.layer() in drawn.themes
    ]
    layout.clear()


def test_the_window_may_answer_while_features_are_looked_at(ground, monkeypatch):
    monkeypatch.setattr(sheet_legend, "TURN_S", 0.0)
    *_, turns = narrowed(plain(sources=rests_on(Workspace.open(ground))), ground)
    assert turns


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_all_symbols_of_the_demo_country_have_room(qgis_app, tmp_path, language):
    kinds = ("exploration", "production", "geological_study", "prospecting", "subsoil_space")
    rows = {
        "licences": [{"kind": kind, "status": "active"} for kind in kinds],
        "licence_applications": [{"kind": "exploration", "status": "submitted"}],
        "restricted_areas": [{"category": category} for category in RESTRICTED_CATEGORIES],
        "state_programme_areas": [{"kind": kind} for kind in ("auction", "geological_study")],
        "liquidation_areas": [{"status": status} for status in ("planned", "under_way", "accepted")],
    }
    around = square(WEST / 60, SOUTH / 60, 0.05)
    ground = mapped.workspace(
        tmp_path / "all.gpkg", **{theme: [{"geom": around, **row} for row in every] for theme, every in rows.items()}
    )
    assert i18n.install(language) == language
    try:
        drawn, layout, legend, _ = narrowed(plain(sources=rests_on(Workspace.open(ground))), ground, language)
        context = QgsLayoutUtils.createRenderContextForLayout(layout, None)
        taken = QgsLegendRenderer(legend.model(), legend.legendSettings()).minimumSize(context)
    finally:
        i18n.remove()
    shown = sum(len(legend.model().layerLegendNodes(node)) for node in legend.model().rootGroup().findLayers())
    assert shown > 20
    assert taken.width() <= legend.rect().width() and taken.height() <= legend.rect().height()
    layout.clear()
