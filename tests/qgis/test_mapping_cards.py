"""The card of a feature: words, dates and pulls for the reader; a server's text is never markup, script or formula."""

import json
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from qgis.core import QgsExpression, QgsFeature, QgsProject

from kaznedra_qgis.mapping import cards, layers
from kaznedra_qgis.themes import THEMES, Kind
from tests.qgis.mapped import Tongue, workspace

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "[% env('HOME') %]",
    "%] [% 1 + 1 %]",
    "&lt;b&gt;&amp;",
    "'||\"fid\"||'",
    "@project_path",
    "]]><!-- -->",
    "қ‘’“”„«»₸<b>",
)


class Reader(HTMLParser):
    """Reads a card: its text, its tags, its links."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags, self.attributes, self.links = "", [], set(), []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value for name, value in attrs if name == "href"]

    def handle_data(self, data):
        self.text += data + "\n"


@pytest.fixture(scope="module")
def project(qgis_app, tmp_path_factory):
    rows = {theme: [{}] for theme in THEMES}
    made = QgsProject()
    layers.add_theme_layers(made, workspace(tmp_path_factory.mktemp("cards") / "w.gpkg", **rows), layers.ORDER, "en")
    yield made
    made.clear()


@pytest.fixture(scope="module")
def card(project):
    """Card of a feature of a theme with the given values, in a language."""
    shown = {layers.theme_of(layer): layer for layer in layers.theme_layers(project)}

    def read(theme: str, language: str = "en", **values) -> Reader:
        layer = shown[theme]
        feature = QgsFeature(layer.fields())
        for name, value in {"first_seen": 1, **values}.items():
            feature[name] = value
        context = layer.createExpressionContext()
        context.setFeature(feature)
        return Reader(QgsExpression.replaceExpressionText(cards.card(theme, language), context))

    return read


TAGS = {"div", "b", "table", "tr", "td", "br", "a"}
ATTRIBUTES = {"style", "cellspacing", "cellpadding", "valign", "width", "href"}


def text_attributes(theme):
    return [
        attribute.name for attribute in THEMES[theme].attributes if attribute.kind in (Kind.TEXT, Kind.DATE, Kind.TIME)
    ]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_servers_text_stays_text_in_every_field(card, theme, hostile):
    read = card(theme, **dict.fromkeys(text_attributes(theme), hostile), geometry_issue=f"other: {hostile}")
    assert set(read.tags) <= TAGS and read.attributes <= ATTRIBUTES and read.links == []
    assert hostile in read.text


@pytest.mark.parametrize("turned", ["\u202e", "\u202a", "\u2066", "\u2069"])
def test_nothing_turns_the_direction_of_writing(card, turned):
    read = card("licences", number="1-EL", holder_en=f"{turned}LE-1")
    assert turned not in read.text and "LE-1" in read.text


def test_a_null_character_breaks_out_of_nothing(card):
    read = card("licences", number="1-EL\x00<script>", holder_en='\x00"><b>')
    assert set(read.tags) <= TAGS and "1-EL" in read.text


@given(text=st.text(min_size=1, max_size=60, alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cf"])))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_read_back_as_it_came(card, text):
    read = card("licences", number="n", holder_en=text)
    assert set(read.tags) <= TAGS
    assert not text.strip() or text in read.text


@pytest.mark.parametrize(
    "url, link",
    [
        ("https://kaznedra.example/records/1?a=b&c=д#x", True),
        ("http://127.0.0.1:8080/r/1", True),
        ("javascript:alert(1)", False),
        ("JavaScript:alert(1)", False),
        ("file:///etc/passwd", False),
        ('https://a.example/" onclick="alert(1)', False),
        ("https://a.example/<b>", False),
        (" https://a.example/", False),
        ("data:text/html,<script>alert(1)</script>", False),
        ("https://a.example/" + "x" * 2000, False),
    ],
)
def test_only_a_plain_web_address_becomes_a_link(card, url, link):
    read = card("licences", number="1-EL", record_url=url)
    assert read.links == ([url] if link else [])
    assert url[:30] in read.text


def test_a_licence_is_told_in_words(card):
    read = card(
        "licences",
        number="12-EL",
        kind="exploration",
        status="suspended",
        holder_en="Demo LLP",
        holder_ru="ТОО Демо",
        issued_on="2022-03-01",
        expires_on="2028-02-29",
        minerals="Cu,Au, coal,неизвестное",
        area_km2=1234.56,
        block_count=3,
        changed_at="2026-11-01T07:30:00Z",
    )
    for words in (
        "12-EL",
        "Exploration licence · Suspended",
        "Demo LLP",
        "1 Mar 2022",
        "29 Feb 2028",
        "copper (Cu), gold (Au), coal, неизвестное",
        "1,234.6",
        "Changed at the source: 1 Nov 2026 07:30 UTC",
    ):
        assert words in read.text, words
    assert "ТОО Демо" not in read.text


def test_the_card_speaks_the_chosen_language(card, qgis_app):
    from qgis.PyQt.QtCore import QCoreApplication

    for language, words in {
        "ru": ("Лицензия на добычу · Действует", "Держатель", "ТОО Демо", "29.02.2028", "золото (Au)"),
        "kk": ("Өндіруге арналған лицензия · Қолданыста", "Ұстаушы", "Демо ЖШС", "29.02.2028", "алтын (Au)"),
    }.items():
        tongue = Tongue(language)
        QCoreApplication.installTranslator(tongue)
        read = card(
            "licences",
            language,
            kind="production",
            status="active",
            holder_en="Demo LLP",
            holder_ru="ТОО Демо",
            holder_kk="Демо ЖШС",
            expires_on="2028-02-29",
            minerals="Au",
        )
        QCoreApplication.removeTranslator(tongue)
        for each in words:
            assert each in read.text, each
        assert "Demo LLP" not in read.text


def test_reserves_keep_unit_category_standard_and_date(card):
    reserves = [
        {
            "commodity": "Cu",
            "value": 1500,
            "unit": "kt of ore",
            "category": "C1",
            "standard": "GKZ",
            "date": "2015-01-01",
        },
        {
            "commodity": "Cu",
            "value": 700,
            "unit": "kt of ore",
            "category": "C2",
            "standard": "GKZ",
            "date": "2015-01-01",
        },
    ]
    read = card("deposits", name_en="Kara", reserves=json.dumps(reserves))
    assert "C1 1,500 kt of ore Cu (GKZ, 2015); C2 700 kt of ore Cu (GKZ, 2015)" in read.text


@pytest.mark.parametrize(
    "reserves", ["not json", "{}", "[1, 2]", "[]", '{"value": 1}', "null", '[{"value": "<b>x</b>"}]']
)
def test_reserves_in_another_form_do_no_harm(card, reserves):
    read = card("deposits", name_en="Kara", reserves=reserves)
    assert "Kara" in read.text and set(read.tags) <= TAGS


@pytest.mark.parametrize("broken", ["31.12.2026", "когда-нибудь", "2026-13-45"])
def test_a_date_that_is_none_is_shown_as_it_came(card, broken):
    assert broken in card("licences", number="1", expires_on=broken).text


def test_a_code_that_the_contract_does_not_know_is_shown_as_it_came(card):
    assert "моратория · frozen" in card("licences", number="1", kind="моратория", status="frozen").text


def test_long_values_are_cut_and_say_so(card):
    read = card("licences", number="1", blocks="M-44-77-(10е-5а-11); " * 200)
    assert "…" in read.text and len(read.text) < 1500


@pytest.mark.parametrize(
    "values, told",
    [
        ({"geometry_issue": "missing"}, "The source gives no geometry."),
        ({"geometry_issue": "invalid: Self-intersection"}, "The geometry of the source is invalid"),
        ({"geometry_issue": "other: POINT(1 2)"}, "a geometry of another type"),
        ({"value_issues": '{"area_km2": "много"}'}, "Some values of the source"),
        ({"demo": True}, "Demo data: invented"),
    ],
)
def test_notices_stand_on_the_card_only_where_they_apply(card, values, told):
    assert told in card("licences", number="1", **values).text
    assert told not in card("licences", number="1").text


def test_the_pull_that_a_feature_rests_on_is_named(card):
    read = card("licences", number="1", first_seen=1)
    assert "In the data since 20 Nov 2026 09:05 UTC" in read.text
    assert "Last complete pull: 20 Nov 2026 09:05 UTC" in read.text
    assert "In the data since" not in card("licences", number="1", first_seen=99).text


@pytest.mark.parametrize("theme", THEMES)
def test_an_empty_feature_has_no_empty_rows(card, theme):
    assert "tr" not in card(theme).tags


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_name_in_lists_falls_back_to_the_identifier(project, theme, language):
    layer = next(layer for layer in layers.theme_layers(project) if layers.theme_of(layer) == theme)
    feature = QgsFeature(layer.fields())
    feature["feature_id"] = "id-7"
    context = layer.createExpressionContext()
    context.setFeature(feature)
    assert QgsExpression(cards.display(theme, language)).evaluate(context) == "id-7"
