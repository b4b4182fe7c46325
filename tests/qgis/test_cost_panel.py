"""The costs of a draft as the user sees and changes them: table, chart, cliffs, the MCI of their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QDate, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QColor, QGuiApplication, QPalette
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QDoubleSpinBox, QLabel, QLineEdit, QToolButton

from kaznedra_qgis import i18n
from kaznedra_qgis.gui.cost_chart import EXPENDITURE, EXPENDITURE_ON_DARK, CostChart, tick_step
from kaznedra_qgis.gui.cost_panel import CostPanel
from kaznedra_qgis.gui.draft_costs import figures
from kaznedra_qgis.subsoil.licences import PlannedLicences, RestsOn
from tests.qgis.test_gui import wait_for

SETTINGS: dict = {"start": "2026-01-01", "years": 6, "mci": {}}


def licences(*blocks: int, rests_on: RestsOn = RestsOn.OUTCOME, left_out: int = 0) -> PlannedLicences:
    return PlannedLicences(blocks, rests_on, sum(blocks) + left_out, left_out)


@pytest.fixture
def panel(qgis_app):
    made = CostPanel()
    made.sent = []
    made.changed.connect(made.sent.append)
    made.resize(440, 900)
    made.show()
    QgsApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()
    i18n.remove()


def cells(panel) -> list[list[str]]:
    table = panel.table
    return [
        [table.item(row, column).text().replace("\u202f", " ") for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def write(field: QLineEdit, text: str) -> None:
    """As a user does: click, replace what is there, Enter."""
    field.setFocus()
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def mci_of(panel, year: int) -> QLineEdit:
    panel.index_box.setCollapsed(False)
    QgsApplication.processEvents()
    return panel.findChild(QLineEdit, f"kaznedraMci{year}")


def test_the_table_shows_each_year_in_mci_and_tenge_and_the_sums(panel):
    panel.show_draft(licences(5), SETTINGS)
    assert cells(panel)[0] == ["1\n01.2026", "1 800 MCI\n7 785 000 ₸", "75 MCI\n324 375 ₸", "1 875 MCI\n8 109 375 ₸"]
    assert cells(panel)[1][1] == "1 800 MCI\nunknown"
    assert cells(panel)[6] == ["Total", "12 300 MCI\nunknown", "615 MCI\nunknown", "12 915 MCI\nunknown"]
    assert "2027, 2028, 2029, 2030, 2031" in panel.notes.text()
    assert "+5\u202f100 MCI" in panel.cliffs.text() and "Blocks 5 → 4" in panel.cliffs.text()
    assert "kz-2026" in panel.basis.text() and "№ 125-VI, article 192(2)" in panel.basis.text()
    assert panel.sent == [], "showing is not changing"


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_all_that_is_opened_fits_a_narrow_dock(panel, language):
    assert i18n.install(language) == language
    panel.retranslate()
    panel.show_draft(licences(5, 3, left_out=2), SETTINGS)
    for box in (panel.index_box, panel.basis_box):
        box.setCollapsed(False)
    QgsApplication.processEvents()
    assert panel.minimumSizeHint().width() <= panel.fontMetrics().averageCharWidth() * 46


def test_no_blocks_no_costs_but_what_to_do(panel):
    told = []
    panel.costs_changed.connect(told.append)
    panel.show_draft(licences(5), SETTINGS)
    panel.show_draft(licences(), SETTINGS)
    assert told[0].blocks == 5 and told[1] is None
    assert not panel.table.isVisible() and not panel.chart.isVisible() and panel.message.isVisible()
    assert "Choose blocks first" in panel.message.text()
    panel.show_draft(licences(201), SETTINGS)
    assert "limit: 200" in panel.message.text() and not panel.table.isVisible()


def test_an_mci_of_the_users_own_makes_tenge_and_can_be_taken_back(panel):
    panel.show_draft(licences(5), {**SETTINGS, "years": 2})
    assert panel.findChild(QLabel, "kaznedraMciOrigin2027").text() == "not known yet"
    write(mci_of(panel, 2027), "4700,5")
    assert panel.sent[-1] == {"start": "2026-01-01", "years": 2, "mci": {"2027": "4700.5"}}
    assert cells(panel)[1][1] == "1 800 MCI\n8 460 900 ₸" and cells(panel)[2][1].endswith("16 245 900 ₸")
    assert panel.findChild(QLabel, "kaznedraMciOrigin2027").text() == "your own"
    assert panel.notes.text() == "By your own MCI: 2027."
    QTest.mouseClick(panel.findChild(QToolButton, "kaznedraMciReset2027"), Qt.MouseButton.LeftButton)
    assert panel.sent[-1]["mci"] == {} and cells(panel)[1][1] == "1 800 MCI\nunknown"
    assert mci_of(panel, 2027).text() == ""


def test_the_packs_mci_can_be_changed_and_comes_back_when_it_is_emptied(panel):
    panel.show_draft(licences(1), {**SETTINGS, "years": 1})
    write(mci_of(panel, 2026), "5000")
    assert cells(panel)[0][1] == "1 200 MCI\n6 000 000 ₸"
    write(mci_of(panel, 2026), "")
    panel.start.setFocus()
    QgsApplication.processEvents()
    assert cells(panel)[0][1] == "1 200 MCI\n5 190 000 ₸" and mci_of(panel, 2026).text() == "4325"
    assert panel.sent[-1]["mci"] == {}
    count = len(panel.sent)
    write(mci_of(panel, 2026), "4325")
    assert len(panel.sent) == count, "the pack's own figure is no figure of the user's"


def test_letters_and_signs_are_no_mci(panel):
    panel.show_draft(licences(1), {**SETTINGS, "years": 2})
    write(mci_of(panel, 2027), "-4a7x0.123")
    assert mci_of(panel, 2027).text() == "470.12"


def test_day_and_years_are_the_users(panel):
    panel.show_draft(licences(10), None)
    assert panel.start.date() == QDate.currentDate() and panel.years.value() == 6 and panel.years.maximum() == 11
    panel.years.setFocus()
    for _ in range(5):
        QTest.keyClick(panel.years, Qt.Key.Key_Up)
    assert panel.sent[-1]["years"] == 11 and len(cells(panel)) == 12
    assert "6 of 10" in panel.notes.text()
    panel.start.setDate(QDate(2026, 6, 1))
    assert panel.sent[-1]["start"] == "2026-06-01" and cells(panel)[0][0] == "1\n06.2026"


@pytest.mark.parametrize("settings", ["soon", [], {"start": "soon", "years": "many", "mci": {"x": "1", "2027": "-3"}}])
def test_settings_that_cannot_be_read_are_those_of_a_new_draft(panel, settings):
    panel.show_draft(licences(1), settings)
    told = {"start": QDate.currentDate().toString(Qt.DateFormat.ISODate), "years": 6, "mci": {}}
    assert panel.settings().to_json() == told


def test_no_amount_is_cut_short_in_a_narrow_dock(panel):
    panel.show_draft(licences(200), SETTINGS)
    narrowest = panel.minimumSizeHint().width()
    for width, sums in ((600, {True}), (380, {True, False}), (narrowest, {False})):
        panel.resize(width, 900)
        QgsApplication.processEvents()
        table = panel.table
        shown = [column for column in range(table.columnCount()) if not table.isColumnHidden(column)]
        assert shown[:3] == [0, 1, 2] and (3 in shown) in sums
        assert all(table.columnWidth(column) >= table.sizeHintForColumn(column) for column in shown)
        assert panel.widget().width() <= panel.viewport().width()


def test_a_comparison_names_the_costs_and_no_costs_without_blocks():
    told = {title: figure.replace("\u202f", " ") for title, figure in figures(licences(5), SETTINGS).items()}
    assert told == {
        "Licences by blocks": "5",
        "Costs of the plots": "as predicted",
        "Cost of year 1": "1 875 MCI",
        "Minimum expenditure": "12 300 MCI, years: 6",
        "Land rent": "615 MCI, years: 6",
        "Signature bonus": "100 MCI",
        "Liquidation security": "3 600 MCI",
    }
    assert set(figures(licences(), None).values()) == set(figures(licences(500), None).values()) == {"–"}


def test_cells_are_copied_for_a_spreadsheet(panel):
    panel.show_draft(licences(5), SETTINGS)
    panel.table.setFocus()
    panel.table.selectRow(0)
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "1 / 01.2026\t1800MCI / 7785000₸\t75MCI / 324375₸\t1875MCI / 8109375₸"
    )


def plain(text: str) -> str:
    return text.replace("\u202f", " ")


def test_several_licences_are_a_sum_a_row_each_and_the_difference_to_one_plot(panel):
    panel.show_draft(licences(5, 3, left_out=1), SETTINGS)
    assert panel.licences.text() == (
        "2 licences: 5 and 3 blocks. These are the plots of the predicted outcome. "
        "Blocks that would not be granted and cost nothing: 1."
    )
    assert cells(panel)[0][1] == "3 600 MCI\n15 570 000 ₸" and "signature bonus 200" in plain(panel.at_issue.text())
    table = panel.by_licence
    rows = [[plain(table.item(row, column).text()) for column in range(4)] for row in range(table.rowCount())]
    assert rows[0] == ["1\nblocks: 5", "12 300 MCI\nunknown", "615 MCI\nunknown", "12 915 MCI\nunknown"]
    assert rows[1][:2] == ["2\nblocks: 3", "12 300 MCI\nunknown"] and rows[2][1] == "24 600 MCI\nunknown"
    assert table.isVisible() and panel.cliffs_title.text().startswith("Other plots")
    lines = plain(panel.cliffs.text()).splitlines()
    assert "One connected plot of 8 blocks instead" in lines[0]
    assert "signature bonus −100 MCI, minimum expenditure −7 200 MCI" in lines[0]
    assert [line.split(":")[0] for line in lines[1:]] == ["• Blocks 5 → 6", "• Blocks 3 → 6"]
    assert "A licence for each plot" in panel.basis.text() and "188(4)" in panel.basis.text()
    panel.show_licences(licences(8))
    assert not table.isVisible() and plain(panel.cliffs.text()).startswith("• Blocks 8 → 7")


@pytest.mark.parametrize(
    ("rests_on", "told"),
    [(RestsOn.CHOSEN, "The outcome is not known"), (RestsOn.NONE_GRANTED, "None of the blocks would be granted")],
)
def test_the_panel_tells_what_says_which_plots(panel, rests_on, told):
    panel.show_draft(licences(2, 2, 2, rests_on=rests_on, left_out=1), SETTINGS)
    assert told in panel.licences.text() and "share no side with another and are left out: 1" in panel.licences.text()
    assert plain(panel.licences.text()).startswith("3 licences: 3 × 2 blocks")


def test_an_outcome_known_in_part_is_called_so(panel):
    panel.show_draft(licences(4, 3, rests_on=RestsOn.UNCERTAIN, left_out=1), SETTINGS)
    assert panel.licences.text() == (
        "2 licences: 4 and 3 blocks. A part of the outcome is not known: these are its plots if all uncertain blocks "
        "are granted. Blocks that would not be granted and cost nothing: 1."
    )
    told = figures(licences(4, 3, rests_on=RestsOn.UNCERTAIN), SETTINGS)
    assert (told["Licences by blocks"], told["Costs of the plots"]) == ("4 and 3", "predicted in part")


def paste(field: QLineEdit, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_the_menu_of_a_field_pastes_a_column_too(panel):
    panel.show_draft(licences(5), SETTINGS)
    field = mci_of(panel, 2027)
    QGuiApplication.clipboard().setText("4 700\n4 950")
    menu = field.menu()
    menu.findChild(QAction, "kaznedraMciPasteHere").trigger()
    assert panel.sent[-1]["mci"] == {"2027": "4700", "2028": "4950"}


def press(panel, name: str) -> None:
    QTest.mouseClick(panel.findChild(QToolButton, name), Qt.MouseButton.LeftButton)


def test_a_column_of_a_spreadsheet_fills_the_years_from_the_one_it_is_pasted_into(panel):
    panel.show_draft(licences(5), SETTINGS)
    paste(mci_of(panel, 2028), "4 950\n5,200.50\n\n5 700\n5 900\n")
    assert panel.sent[-1]["mci"] == {"2028": "4950", "2029": "5200.50", "2031": "5700"}
    told = panel.findChild(QLabel, "kaznedraMciTold").text()
    assert told == "Pasted for 2028, 2029, 2031. Left out, for years that are not shown: 1."
    assert [mci_of(panel, year).text() for year in (2028, 2029, 2030)] == ["4950", "5200.5", ""]
    press(panel, "kaznedraMciUndo")
    assert panel.sent[-1]["mci"] == {} and mci_of(panel, 2028).text() == ""


def test_the_button_pastes_from_the_first_year_that_the_pack_does_not_know(panel):
    panel.show_draft(licences(5), SETTINGS)
    panel.index_box.setCollapsed(False)
    QgsApplication.processEvents()
    QGuiApplication.clipboard().setText("МРП\n4 700\n4 950")
    press(panel, "kaznedraMciPaste")
    assert panel.sent[-1]["mci"] == {"2027": "4700", "2028": "4950"}
    QGuiApplication.clipboard().setText("2026\t4,325\n2027\t4,710")
    press(panel, "kaznedraMciPaste")
    assert panel.sent[-1]["mci"] == {"2027": "4710", "2028": "4950"}, "the pack's own figure is no figure of the user's"
    press(panel, "kaznedraMciReset")
    assert panel.sent[-1]["mci"] == {}


def test_what_is_no_column_of_mci_changes_nothing_and_is_named(panel):
    panel.show_draft(licences(5), SETTINGS)
    paste(mci_of(panel, 2027), "4700\nsoon")
    assert "line 2, “soon”" in panel.findChild(QLabel, "kaznedraMciTold").text() and panel.sent == []
    paste(mci_of(panel, 2027), "2050 9000")
    assert "Nothing was pasted" in panel.findChild(QLabel, "kaznedraMciTold").text() and panel.sent == []


def test_growth_is_filled_in_only_when_asked_for_and_called_the_users_assumption(panel):
    panel.show_draft(licences(5), {**SETTINGS, "years": 4, "mci": {"2028": "5000"}})
    assert mci_of(panel, 2027).text() == "" and "unknown" in cells(panel)[1][1]
    panel.findChild(QDoubleSpinBox, "kaznedraMciPercent").setValue(5)
    assert panel.sent == [], "a percentage alone fills nothing in"
    press(panel, "kaznedraMciFill")
    assert panel.sent[-1]["mci"] == {"2027": "4541", "2028": "5000", "2029": "5250"}
    assert panel.sent[-1]["growth"] == {"2027": "5.0", "2029": "5.0"}
    assert panel.findChild(QLabel, "kaznedraMciOrigin2027").text() == "your assumption, +5\u202f%"
    assert panel.findChild(QLabel, "kaznedraMciOrigin2028").text() == "your own"
    assert "your own assumption that the MCI changes by +5 % a year: 2027, 2029." in plain(panel.notes.text())
    panel.findChild(QDoubleSpinBox, "kaznedraMciPercent").setValue(5.5)
    press(panel, "kaznedraMciFill")
    assert panel.findChild(QLabel, "kaznedraMciOrigin2027").text() == "your assumption, +5.5\u202f%"
    panel.findChild(QDoubleSpinBox, "kaznedraMciPercent").setValue(-2)
    press(panel, "kaznedraMciFill")
    assert panel.sent[-1]["mci"] == {"2027": "4239", "2028": "5000", "2029": "4900"}
    write(mci_of(panel, 2027), "4600")
    assert panel.sent[-1]["growth"] == {"2029": "-2.0"} and panel.sent[-1]["mci"]["2027"] == "4600"
    kept = panel.sent[-1]
    panel.show_draft(licences(5), kept)
    assert panel.findChild(QLabel, "kaznedraMciOrigin2029").text() == "your assumption, −2\u202f%"
    assert panel.settings().to_json() == kept and not panel.findChild(QToolButton, "kaznedraMciUndo").isEnabled()


def drawn(chart: CostChart) -> set[str]:
    """Colours of the chart."""
    image = chart.grab().toImage()
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(0, image.height(), 2)}


def test_the_chart_draws_what_the_table_says_in_light_and_dark(panel):
    panel.show_draft(licences(5), SETTINGS)
    assert EXPENDITURE in drawn(panel.chart) and EXPENDITURE_ON_DARK not in drawn(panel.chart)
    dark = QPalette()
    dark.setColor(QPalette.ColorRole.Window, QColor("#303030"))
    dark.setColor(QPalette.ColorRole.WindowText, QColor("#202020"))
    panel.chart.setPalette(dark)
    assert {EXPENDITURE_ON_DARK, "#E6E6E6"} <= drawn(panel.chart) and EXPENDITURE not in drawn(panel.chart)


def test_bars_stand_in_proportion(panel):
    """The bar of year 4 is higher than that of year 1 as 2 300 is more than 1 800."""
    panel.show_draft(licences(5), SETTINGS)
    image = panel.chart.grab().toImage()
    plot = panel.chart._plot()

    def height(place: int) -> int:
        x = round(plot.left() + plot.width() / 6 * (place + 0.5)) + 6
        return sum(
            image.pixelColor(x, y).name().upper() == EXPENDITURE for y in range(round(plot.top()), image.height())
        )

    assert height(3) / height(0) == pytest.approx(2300 / 1800, abs=0.1)


def test_the_chart_tells_the_year_under_the_mouse_and_to_who_cannot_see(panel):
    panel.show_draft(licences(5), SETTINGS)
    chart, plot = panel.chart, panel.chart._plot()
    assert chart.year_at(QPointF(plot.left() + 1, plot.center().y())) == 0
    assert chart.year_at(QPointF(plot.right() - 1, plot.center().y())) == 5
    assert chart.year_at(QPointF(plot.left() - 5, plot.center().y())) is None
    lines = chart.accessibleDescription().splitlines()
    assert len(lines) == 6 and lines[-1].endswith("so far 12\u202f915 MCI")
    wait_for(lambda: chart.isVisible())
    QTest.mouseMove(chart, QPoint(round(plot.center().x()), round(plot.center().y())))


@given(st.floats(0.01, 1e12), st.integers(1, 10))
def test_the_scale_has_round_steps_that_reach_the_top(most: float, ticks: int):
    step = tick_step(most, ticks)
    assert step * ticks >= most * (1 - 1e-6) and step * ticks <= most * 2.51
    assert f"{step:.3e}"[0] in "125"


@pytest.mark.parametrize(("language", "word"), [("ru", "неизвестно"), ("kk", "белгісіз")])
@pytest.mark.parametrize("blocks", [(10,), (10, 3)])
def test_every_part_speaks_the_language(panel, language, word, blocks):
    panel.show_draft(licences(*blocks), {**SETTINGS, "years": 11})
    i18n.install(language)
    panel.retranslate()
    assert word in cells(panel)[1][1]
    english = ("Blocks", "expenditure", "Rent", "MCI", "Year", "article", "rule pack")
    texts = [label.text() for label in panel.findChildren(QLabel)]
    assert not [text for text in texts for word in english if word in text]
