"""Styles in the workspace: written once, left alone while unchanged, never over the user's, never asking."""

import os
import sqlite3

import pytest
from qgis.core import QgsFillSymbol, QgsProject, QgsSingleSymbolRenderer, QgsVectorLayer

from kaznedra_qgis.mapping import layers, saved_styles
from tests.qgis.mapped import workspace

THEMES = ["licences", "deposits"]


@pytest.fixture
def path(qgis_app, tmp_path):
    return workspace(tmp_path / "w.gpkg", licences=[{"number": "1-EL", "kind": "exploration", "status": "active"}])


@pytest.fixture
def show(path):
    """Opens the themes in a project of its own; the projects are cleared at the end."""
    projects = []

    def opened(language="en"):
        project = QgsProject()
        projects.append(project)
        layers.add_theme_layers(project, path, THEMES, language)
        return project

    yield opened
    for project in projects:
        project.clear()


def rows(path):
    connection = sqlite3.connect(path)
    found = connection.execute(
        "SELECT f_table_name, styleName, useAsDefault, update_time, id FROM layer_styles ORDER BY 1, 2"
    ).fetchall()
    connection.close()
    return found


def test_the_file_carries_its_look(path, show):
    show()
    assert [row[:3] for row in rows(path)] == [("deposits", "Kaznedra (en)", 1), ("licences", "Kaznedra (en)", 1)]
    elsewhere = QgsVectorLayer(f"{path}|layername=licences|option:QGIS_FORCE_WAL=ON", "", "ogr")
    assert elsewhere.renderer().rootRule().findRuleByKey("exploration") is not None
    assert elsewhere.labelsEnabled() and "holder" in elsewhere.mapTipTemplate()


def test_an_unchanged_style_is_not_written_again(path, show):
    show()
    before = rows(path)
    show()
    assert rows(path) == before


def test_each_language_has_its_own_and_the_last_is_the_default(path, show):
    layers.restyle(show("en"), "kk")
    assert [row[1:3] for row in rows(path) if row[0] == "licences"] == [("Kaznedra (en)", 0), ("Kaznedra (kk)", 1)]
    show("en")
    assert [row[1:3] for row in rows(path) if row[0] == "licences"] == [("Kaznedra (en)", 1), ("Kaznedra (kk)", 0)]


def test_a_newer_revision_takes_the_place_of_the_old_without_asking(path, show, monkeypatch):
    show()
    before = rows(path)
    monkeypatch.setattr(saved_styles, "REVISION", saved_styles.REVISION + 1)
    show()
    after = rows(path)
    assert [row[:3] for row in after] == [row[:3] for row in before]
    assert {row[4] for row in after}.isdisjoint(row[4] for row in before)


def test_the_users_own_default_is_used_and_kept(path, show):
    licences = next(layer for layer in layers.theme_layers(show()) if layers.theme_of(layer) == "licences")
    licences.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": "#123456"})))
    assert licences.saveStyleToDatabase("Mine", "", True, "") == ""
    before = rows(path)
    again = show()
    own = next(layer for layer in layers.theme_layers(again) if layers.theme_of(layer) == "licences")
    assert own.renderer().type() == "singleSymbol" and own.renderer().symbol().color().name() == "#123456"
    assert own.readOnly() and own.mapTipTemplate()
    layers.restyle(again, "ru")
    assert own.renderer().type() == "singleSymbol"
    assert [row for row in rows(path) if row[0] == "licences"] == [row for row in before if row[0] == "licences"]


def test_symbols_changed_for_one_project_are_not_written_as_the_plugins(path, show):
    project = show()
    licences = next(layer for layer in layers.theme_layers(project) if layers.theme_of(layer) == "licences")
    licences.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({})))
    layers.restyle(project, "kk")
    assert [row[1] for row in rows(path) if row[0] == "licences"] == ["Kaznedra (en)"]


@pytest.mark.skipif(not hasattr(os, "seteuid") or os.getuid() != 0, reason="only root can take the rights of nobody")
def test_a_workspace_that_cannot_be_written_is_shown_all_the_same(qgis_app, tmp_path_factory):
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        path = workspace(Path(folder) / "w.gpkg", licences=[{"number": "1-EL"}])
        os.chmod(path, 0o644)
        os.chmod(folder, 0o755)
        before = path.read_bytes()
        project = QgsProject()
        os.seteuid(65534)
        try:
            layers.add_theme_layers(project, path, THEMES, "en")
            shown = {layers.theme_of(layer): layer for layer in layers.theme_layers(project)}
            assert set(shown) == set(THEMES)
            assert shown["licences"].featureCount() == 1
            assert shown["licences"].renderer().type() == "RuleRenderer"
            project.clear()
        finally:
            os.seteuid(0)
        assert path.read_bytes() == before
