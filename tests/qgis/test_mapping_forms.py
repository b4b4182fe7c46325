"""Attribute table, identify panel and form say words, not codes, and keep the bookkeeping to themselves."""

import pytest
from qgis.core import QgsApplication, QgsFeature, QgsProject

from kaznedra_qgis.mapping import forms, layers, words
from kaznedra_qgis.themes import THEMES, Kind
from kaznedra_qgis.workspace.schema import BOOKKEEPING
from tests.qgis.mapped import workspace

LANGUAGES = ("en", "ru", "kk")


@pytest.fixture(scope="module")
def path(qgis_app, tmp_path_factory):
    return workspace(tmp_path_factory.mktemp("forms") / "w.gpkg")


@pytest.fixture(scope="module", params=LANGUAGES)
def shown(request, path):
    project = QgsProject()
    layers.add_theme_layers(project, path, layers.ORDER, request.param)
    yield request.param, {layers.theme_of(layer): layer for layer in layers.theme_layers(project)}
    project.clear()


def represented(layer, name, value):
    index = layer.fields().indexOf(name)
    setup = layer.editorWidgetSetup(index)
    formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter(setup.type())
    return formatter.representValue(layer, index, setup.config(), None, value)


def test_every_column_has_an_alias(shown):
    _, found = shown
    for theme, layer in found.items():
        for attribute in THEMES[theme].attributes:
            assert layer.attributeAlias(layer.fields().indexOf(attribute.name)) not in ("", attribute.name)


def test_codes_are_shown_as_words_and_unknown_ones_as_they_are(shown):
    _, found = shown
    for theme, layer in found.items():
        for attribute in THEMES[theme].attributes:
            for code in attribute.codes:
                assert represented(layer, attribute.name, code) == words.code_words(theme, attribute.name)[code]
    assert "moratorium" in represented(found["licences"], "kind", "moratorium")


def test_dates_are_shown_as_the_language_writes_them(shown):
    language, found = shown
    expected = {"en": ("28 Feb 2027", "1 Nov 2026 07:30 UTC")}.get(language, ("28.02.2027", "01.11.2026 07:30 UTC"))
    assert represented(found["licences"], "expires_on", "2027-02-28") == expected[0]
    assert represented(found["licences"], "changed_at", "2026-11-01T07:30:00Z") == expected[1]
    assert represented(found["licences"], "expires_on", "никогда") == "никогда"


def test_bookkeeping_and_other_languages_are_out_of_sight(shown):
    language, found = shown
    for theme, layer in found.items():
        hidden = {
            field.name()
            for index, field in enumerate(layer.fields())
            if layer.editorWidgetSetup(index).type() == "Hidden"
        }
        others = {
            attribute.name
            for attribute in THEMES[theme].attributes
            if words.stem(attribute.name) and not attribute.name.endswith(f"_{language}")
        }
        assert hidden == {"fid", *BOOKKEEPING, *others} - {"geometry_issue"}
        table = [(each.name, each.hidden) for each in layer.attributeTableConfig().columns() if each.name]
        own = [each.name for each in THEMES[theme].attributes if each.name not in others]
        assert [name for name, is_hidden in table if not is_hidden] == [*own, "geometry_issue"]


def test_the_form_follows_the_contract_and_tells_a_geometry_problem_when_there_is_one(shown):
    language, found = shown
    for theme, layer in found.items():
        main, issue = layer.editFormConfig().tabs()
        visible = [
            name for name in (each.name for each in THEMES[theme].attributes) if not forms.hidden(name, language)
        ]
        assert [child.name() for child in main.children()] == visible
        assert [child.name() for child in issue.children()] == ["geometry_issue"]
        shown_when = issue.visibilityExpression()
        assert shown_when.enabled()
        for value, visible in ((None, False), ("missing", True)):
            feature = QgsFeature(layer.fields())
            feature["geometry_issue"] = value
            context = layer.createExpressionContext()
            context.setFeature(feature)
            assert bool(shown_when.data().evaluate(context)) is visible


def test_numbers_and_truths_have_fitting_widgets(shown):
    _, found = shown
    kinds = {Kind.BOOLEAN: "CheckBox", Kind.DATE: "DateTime", Kind.TIME: "DateTime"}
    for theme, layer in found.items():
        for attribute in THEMES[theme].attributes:
            if attribute.kind in kinds:
                assert layer.editorWidgetSetup(layer.fields().indexOf(attribute.name)).type() == kinds[attribute.kind]
