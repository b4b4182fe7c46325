"""Every code of the contract has its look and its word; whatever else a server sends is drawn as other."""

from datetime import date, timedelta

import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsLayerTreeModel,
    QgsProject,
    QgsRenderContext,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QColor

from kaznedra_qgis.mapping import layers, minerals, words
from kaznedra_qgis.mapping.labels import KAZAKH_LETTERS, font_family
from kaznedra_qgis.themes import THEMES
from tests.qgis.mapped import Tongue, colours, picture, workspace

LOOKS = {
    "licences": ("kind", {"status": "active"}),
    "licence_applications": ("status", {}),
    "deposits": ("commodity_group", {}),
    "restricted_areas": ("category", {}),
    "state_programme_areas": ("kind", {}),
    "liquidation_areas": ("status", {}),
    "technogenic_formations": ("kind", {}),
}
CODES = [(theme, code) for theme, (name, _) in LOOKS.items() for code in THEMES[theme].attribute(name).codes]
STRANGE = (None, "", "новое", "Exploration", "exploration ")


def in_days(days: int) -> str:
    return (date.today() + timedelta(days)).isoformat()


@pytest.fixture(scope="module")
def themes(qgis_app, tmp_path_factory):
    """All theme layers of an empty workspace, in English."""
    project = QgsProject()
    path = workspace(tmp_path_factory.mktemp("styles") / "w.gpkg")
    layers.add_theme_layers(project, path, layers.ORDER, "en")
    yield {layers.theme_of(layer): layer for layer in layers.theme_layers(project)}
    project.clear()


@pytest.fixture
def drawn(qgis_app, tmp_path):
    """Draws features of one theme: image and labels, or images of as many `places`, one degree apart."""
    projects = []

    def draw(theme, rows, scale=200_000, language="en", places=0):
        project = QgsProject()
        projects.append(project)
        path = workspace(tmp_path / f"{len(projects)}.gpkg", **{theme: rows})
        layers.add_theme_layers(project, path, [theme], language)
        shown = layers.theme_layers(project)
        if places:
            return [picture(shown, scale, (76.05 + number, 50.05))[0] for number in range(places)]
        return picture(shown, scale)

    yield draw
    for project in projects:
        project.clear()


def rules_of(layer, **values) -> set[str]:
    """Keys of the rules that draw a feature of those values."""
    feature = QgsFeature(layer.fields())
    for name, value in values.items():
        feature[name] = value
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((76 50, 77 50, 77 51, 76 50))"))
    context = QgsRenderContext()
    expressions = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    expressions.setFeature(feature)
    context.setExpressionContext(expressions)
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    found = {rule.ruleKey() for rule in renderer.rootRule().rulesForFeature(feature, context, False)}
    renderer.stopRender(context)
    return found - {renderer.rootRule().ruleKey()}


def rule(layer, key):
    return layer.renderer().rootRule().findRuleByKey(key)


@pytest.mark.parametrize("theme, code", CODES)
def test_every_code_is_drawn_as_itself(themes, theme, code):
    name, rest = LOOKS[theme]
    found = rules_of(themes[theme], **{name: code}, **rest)
    assert len(found) == 1 and "other" not in found
    assert rule(themes[theme], found.pop()).label() not in ("", code, words.other())


@pytest.mark.parametrize("theme", LOOKS)
@pytest.mark.parametrize("code", STRANGE)
def test_what_the_contract_does_not_know_is_drawn_as_other(themes, theme, code):
    name, rest = LOOKS[theme]
    assert rules_of(themes[theme], **{name: code}, **rest) == {"other"}


@pytest.mark.parametrize("status", STRANGE)
def test_a_licence_of_unknown_status_is_other_whatever_its_kind(themes, status):
    assert rules_of(themes["licences"], kind="exploration", status=status) == {"other"}


@pytest.mark.parametrize("status", THEMES["licences"].attribute("status").codes)
@pytest.mark.parametrize("kind", (*THEMES["licences"].attribute("kind").codes, "новый"))
def test_status_comes_before_kind(themes, kind, status):
    known = kind if kind != "новый" else "other"
    expected = {"active": {known}, "suspended": {known, "suspended"}}.get(status, {"ended"})
    assert rules_of(themes["licences"], kind=kind, status=status) == expected


@pytest.mark.parametrize(
    "days, mark", [(-400, "term_passed"), (-1, "term_passed"), (0, "expiring"), (90, "expiring"), (91, None)]
)
def test_the_end_of_the_term_is_told_from_today(themes, days, mark):
    found = rules_of(themes["licences"], kind="production", status="active", expires_on=in_days(days))
    assert found == {"production"} | ({mark} if mark else set())


@pytest.mark.parametrize("text", [None, "", "никогда", "31.12.2026", "\x00", "9999-99-99"])
def test_a_term_that_is_no_date_marks_nothing_as_ending_soon(themes, text):
    assert "expiring" not in rules_of(themes["licences"], kind="production", status="active", expires_on=text)


@pytest.mark.parametrize("status", ["expired", "terminated", "revoked", "relinquished"])
def test_an_ended_licence_does_not_expire_again(themes, status):
    assert rules_of(themes["licences"], kind="production", status=status, expires_on=in_days(9)) == {"ended"}


def blend(colour: str, opacity: float) -> QColor:
    over = QColor(colour)
    return QColor(*(round(part * opacity + 255 * (1 - opacity)) for part in (over.red(), over.green(), over.blue())))


def near(found: str, wanted: QColor, tolerance: int = 12) -> bool:
    parts = zip(QColor(found).getRgb(), wanted.getRgb())
    return max(abs(one - other) for one, other in parts) <= tolerance


def share(image, wanted: QColor) -> float:
    """Part of the picture that has about that colour."""
    counted = colours(image)
    return sum(count for colour, count in counted.items() if near(colour, wanted)) / (image.width() * image.height())


@pytest.mark.parametrize(
    "kind, colour, opacity, least",
    [
        ("exploration", "#0072B2", 0.20, 0.2),
        ("production", "#D55E00", 0.30, 0.2),
        ("subsoil_space", "#56B4E9", 0.25, 0.2),
        ("geological_study", "#009E73", 1, 0.001),
        ("contract", "#CC79A7", 1, 0.002),
        ("artisanal", "#E69F00", 1, 0.002),
        ("common_minerals", "#E69F00", 1, 0.002),
    ],
)
def test_licences_have_the_colours_of_their_kind(drawn, kind, colour, opacity, least):
    image, _ = drawn("licences", [{"kind": kind, "status": "active"}], 150_000)
    assert share(image, blend(colour, opacity)) >= least


@pytest.mark.parametrize("theme", LOOKS)
def test_everything_leaves_ink_the_unknown_too(drawn, theme):
    name, rest = LOOKS[theme]
    codes = (*THEMES[theme].attribute(name).codes, "новое", None)
    place = "POINT" if theme == "deposits" else "POLYGON"
    rows = [{name: code, **rest, "geom": geometry(place, 76 + number)} for number, code in enumerate(codes)]
    for number, image in enumerate(drawn(theme, rows, places=len(codes))):
        assert share(image, QColor("white")) < 1, codes[number]


def geometry(place: str, west: float) -> str:
    if place == "POINT":
        return f"POINT({west + 0.05} 50.05)"
    east = west + 0.1
    return f"MULTIPOLYGON((({west} 50, {east} 50, {east} 50.1, {west} 50.1, {west} 50)))"


@pytest.mark.parametrize("days, seen", [(30, True), (200, False)])
def test_a_licence_that_ends_soon_has_an_amber_halo(drawn, days, seen):
    row = {"kind": "exploration", "status": "active", "expires_on": in_days(days)}
    image, _ = drawn("licences", [row])
    # the fill of exploration lies over the halo
    assert (share(image, QColor("#D8A514")) + share(image, QColor("#FFB819")) > 0.01) is seen


def test_an_artisanal_plot_turns_into_a_point_when_it_gets_small(drawn):
    rows = [{"kind": "artisanal", "status": "active"}]
    near_image, _ = drawn("licences", rows, 150_000)
    far_image, _ = drawn("licences", rows, 250_000)
    centre = QColor("#E69F00")
    assert not near(near_image.pixelColor(200, 200).name(), centre)
    assert near(far_image.pixelColor(200, 200).name(), centre)


def test_restricted_areas_leave_the_map_readable_and_differ_from_one_another(drawn):
    categories = THEMES["restricted_areas"].attribute("category").codes
    rows = [{"category": each, "geom": geometry("POLYGON", 76 + number)} for number, each in enumerate(categories)]
    seen = set()
    for category, image in zip(categories, drawn("restricted_areas", rows, places=len(categories))):
        inside = image.copy(150, 150, 100, 100)
        greys = [inside.pixelColor(x, y).lightness() for x in range(100) for y in range(100)]
        assert sum(greys) / len(greys) > 225, category
        seen.add(tuple(inside.pixelColor(x, y).name() for x in range(100) for y in range(100)))
    assert len(seen) == len(categories)


def test_deposits_grow_with_their_size_and_shrink_with_the_scale(drawn):
    def ink(size, scale):
        image, _ = drawn("deposits", [{"commodity_group": "base", "kind": "deposit", "size": size}], scale)
        return 1 - share(image, QColor("white"))

    areas = [ink(size, 400_000) for size in ("unique", "large", "medium", "small")]
    assert areas == sorted(areas, reverse=True) and areas[0] > 2 * areas[3]
    assert ink("unique", 12_000_000) < areas[0]
    assert ink("gigantic", 400_000) == ink("unknown", 400_000) > 0


def test_an_occurrence_is_hollow(drawn):
    solid, _ = drawn("deposits", [{"commodity_group": "base", "kind": "deposit", "size": "unique"}])
    hollow, _ = drawn("deposits", [{"commodity_group": "base", "kind": "occurrence", "size": "unique"}])
    assert near(solid.pixelColor(200, 200).name(), QColor("#D55E00"))
    assert near(hollow.pixelColor(200, 200).name(), QColor("white"))


def test_shapes_tell_commodity_groups_apart_without_colour(drawn):
    def silhouette(group):
        image, _ = drawn("deposits", [{"commodity_group": group, "kind": "deposit", "size": "unique"}])
        return tuple(image.pixelColor(x, y).lightness() < 250 for x in range(180, 220) for y in range(180, 220))

    groups = THEMES["deposits"].attribute("commodity_group").codes
    assert len({silhouette(group) for group in groups}) == len(groups)


@pytest.mark.parametrize(
    "language, until", [("en", "until {:%-d %b %Y}"), ("ru", "до {:%d.%m.%Y}"), ("kk", "{:%d.%m.%Y} дейін")]
)
def test_the_label_of_a_licence_that_ends_soon_says_when(drawn, speaking, language, until):
    day = date.today() + timedelta(40)
    row = {"number": "12-EL", "kind": "exploration", "status": "active", "expires_on": day.isoformat()}
    with speaking(language):
        _, labels = drawn("licences", [row], 500_000, language)
    assert [label.labelText for label in labels] == [f"12-EL\n{until.format(day)}"]


def test_labels_come_at_scales_where_they_can_be_read(drawn):
    row = {"number": "12-EL", "kind": "exploration", "status": "active"}
    assert [label.labelText for label in drawn("licences", [row], 100_000)[1]] == ["12-EL"]
    assert drawn("licences", [row], 3_000_000)[1] == []
    deposit = {"name_en": "Kara", "commodities": "Au, coal", "commodity_group": "precious"}
    for size, far in {"unique": 12_000_000, "large": 4_000_000, "medium": 1_000_000, "small": 500_000}.items():
        assert [each.labelText for each in drawn("deposits", [{**deposit, "size": size}], far)[1]] == ["Kara\nAu, coal"]
        assert drawn("deposits", [{**deposit, "size": size}], far * 3)[1] == []


@pytest.mark.parametrize("language, text", [("en", "Kara"), ("ru", "Кара"), ("kk", "Қара")])
def test_names_are_in_the_chosen_language(drawn, language, text):
    row = {"name_en": "Kara", "name_ru": "Кара", "name_kk": "Қара", "size": "unique"}
    assert [label.labelText for label in drawn("deposits", [row], language=language)[1]] == [text]


@pytest.mark.parametrize(
    "names, language, text",
    [
        ({"name_ru": "Кара"}, "en", "Кара"),
        ({"name_en": "Kara", "name_kk": "Қара"}, "ru", "Қара"),
        ({"name_en": "Kara", "name_ru": "", "name_kk": None}, "kk", "Kara"),
    ],
)
def test_a_missing_name_is_taken_from_the_next_language(drawn, names, language, text):
    assert [label.labelText for label in drawn("deposits", [{**names, "size": "unique"}], language=language)[1]] == [
        text
    ]


def test_a_label_is_text_and_nothing_else(drawn):
    hostile = '<b>[% 1+1 %]</b>\'||"fid"'
    assert [label.labelText for label in drawn("deposits", [{"name_en": hostile, "size": "unique"}])[1]] == [hostile]
    endless = "ab " * 5000
    (label,) = drawn("deposits", [{"name_en": endless, "size": "unique"}])[1]
    assert len(label.labelText) <= 100


def test_labels_do_not_overlap(drawn):
    rows = [
        {
            "name_en": f"Deposit {number}",
            "commodities": "Au",
            "size": "unique",
            "geom": f"POINT({76 + number / 99} 50.05)",
        }
        for number in range(12)
    ]
    _, labels = drawn("deposits", rows, 200_000)
    boxes = [label.labelRect for label in labels]
    assert len(boxes) > 2
    assert not any(one.intersects(other) for number, one in enumerate(boxes) for other in boxes[:number])


def test_the_font_has_every_kazakh_letter(qgis_app):
    from qgis.PyQt.QtGui import QFont, QRawFont

    raw = QRawFont.fromFont(QFont(font_family()))
    assert all(raw.supportsCharacter(letter) for letter in KAZAKH_LETTERS + "₸²")


def test_all_expressions_can_be_read(themes):
    for layer in themes.values():
        texts = [rule.filterExpression() for rule in layer.renderer().rootRule().descendants()]
        for each in layer.labeling().rootRule().children():
            texts += [each.filterExpression(), each.settings().fieldName]
        for text in filter(None, [*texts, layer.displayExpression()]):
            assert not QgsExpression(text).hasParserError(), text


@pytest.fixture
def speaking(qgis_app):
    """Context manager: the application speaks a language of the project."""
    from contextlib import contextmanager

    @contextmanager
    def speak(language):
        tongue = Tongue(language) if language != "en" else None
        if tongue:
            QCoreApplication.installTranslator(tongue)
        try:
            yield
        finally:
            if tongue:
                QCoreApplication.removeTranslator(tongue)

    return speak


def all_words() -> dict[tuple, str]:
    found = {}
    for theme in THEMES.values():
        for attribute in theme.attributes:
            found["field", attribute.name] = words.field_words(attribute.name)
            for code, word in words.code_words(theme.name, attribute.name).items():
                found[theme.name, attribute.name, code] = word
    for table in (minerals._elements(), minerals._others(), minerals._facilities()):
        found.update({("mineral", code): word for code, word in table.items()})
    return found


def test_every_code_and_field_has_a_word_in_each_language(speaking):
    english = all_words()
    for theme in THEMES.values():
        for attribute in theme.attributes:
            assert set(words.code_words(theme.name, attribute.name)) == set(attribute.codes)
            assert words.field_words(attribute.name) != attribute.name
    for language in ("ru", "kk"):
        with speaking(language):
            assert [key for key, word in all_words().items() if word == english[key]] == []


def legend(project) -> dict[str, list[str]]:
    model = QgsLayerTreeModel(project.layerTreeRoot())
    found = {}
    for node in project.layerTreeRoot().findLayers():
        nodes = model.layerLegendNodes(node)
        found[layers.theme_of(node.layer())] = [str(each.data(0)) for each in nodes]
    return found


def test_the_legend_is_short_and_in_the_chosen_language(speaking, qgis_app, tmp_path):
    path = workspace(tmp_path / "w.gpkg")
    seen = []
    for language in ("en", "ru", "kk"):
        with speaking(language):
            project = QgsProject()
            group = layers.add_theme_layers(project, path, layers.ORDER, language)
            seen.append(legend(project))
            open_lines = sum(
                1 + (len(seen[-1][layers.theme_of(node.layer())]) if node.isExpanded() else 0)
                for node in group.children()
            )
            assert open_lines <= 32
            project.clear()
    for theme in layers.ORDER:
        english, russian, kazakh = (set(each[theme]) for each in seen)
        assert english and not (english & russian) and not (english & kazakh)


def test_counts_drawn_are_counts_stored(themes, tmp_path, qgis_app):
    project = QgsProject()
    rows = [{"kind": kind, "status": "active"} for kind in ("exploration", "exploration", "contract", None)]
    layers.add_theme_layers(project, workspace(tmp_path / "w.gpkg", licences=rows), ["licences"], "en")
    (licences,) = layers.theme_layers(project)
    counter = licences.countSymbolFeatures()
    assert counter.waitForFinished(10_000) or counter.status()
    counts = {key: licences.featureCount(key) for key in ("exploration", "contract", "other", "production", "ended")}
    assert counts == {"exploration": 2, "contract": 1, "other": 1, "production": 0, "ended": 0}
    project.clear()
