"""The plan of works as the user writes it: cells, copies, minerals, and how each year stands."""

from datetime import date
from decimal import Decimal

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit

from kaznedra_qgis import i18n
from kaznedra_qgis.gui.works_form import WorksForm
from kaznedra_qgis.gui.works_model import Column, read_amount
from kaznedra_qgis.subsoil.costs import costs
from kaznedra_qgis.subsoil.licences import PlannedLicences, RestsOn, application_costs
from kaznedra_qgis.subsoil.rulepack import newest_rule_pack

LEFT = Qt.MouseButton.LeftButton
MINIMUM = 1200 * 4325


@pytest.fixture
def form(qgis_app):
    made = WorksForm()
    made.sent, made.codes = [], []
    made.changed.connect(made.sent.append)
    made.minerals_changed.connect(made.codes.append)
    made.resize(800, 600)
    made.show_plan(None)
    made.show_costs(costs(1, date(2026, 1, 1), 2, newest_rule_pack()))
    made.show()
    made.activateWindow()
    QgsApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()
    i18n.remove()


def open_editor(form, row: int, column: Column, kind=QLineEdit):
    """Double click a cell; its editor."""
    table = form.table
    place = table.visualRect(form.model.index(row, column)).center()
    QTest.mouseClick(table.viewport(), LEFT, pos=place)
    QTest.mouseDClick(table.viewport(), LEFT, pos=place)
    return next(editor for editor in table.viewport().findChildren(kind) if editor.isVisible())


def write(form, row: int, column: Column, text: str) -> None:
    """Write into a cell, Enter."""
    editor = open_editor(form, row, column)
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QgsApplication.processEvents()


def press(form, name: str) -> None:
    QTest.mouseClick(form.buttons[name], LEFT)
    QgsApplication.processEvents()


def year(form, number: int) -> str:
    return form.findChild(QLabel, f"kaznedraPlanYear{number}").text().replace("\u202f", " ")


def test_works_are_added_written_and_checked_year_by_year(form):
    assert form.empty.isVisible() and year(form, 1) == "Year 1: 0 ₸ planned, 5 190 000 ₸ needed; 5 190 000 ₸ short"
    press(form, "add")
    assert not form.empty.isVisible() and form.sent[-1][0]["kind"] == "data_review"
    assert "works without a cost: 1" in year(form, 1)
    write(form, 0, Column.VOLUME, "1 200,5")
    write(form, 0, Column.COST, str(MINIMUM))
    assert form.sent[-1] == [
        {"year": 1, "kind": "data_review", "volume": "1200.5", "unit": "report", "cost": "5190000", "method": ""}
    ]
    assert form.model.index(0, Column.VOLUME).data() == "1\u202f200.5"
    assert year(form, 1) == "Year 1: 5 190 000 ₸ planned, 5 190 000 ₸ needed"
    assert year(form, 2) == "Year 2: 0 ₸ planned; the MCI of the year is not known"


def test_a_narrow_dock_has_method_and_unit_under_the_table(form):
    press(form, "add")
    assert not form.folded.isVisible()
    form.resize(320, 600)
    QgsApplication.processEvents()
    assert form.folded.isVisible()
    QTest.keyClicks(form.folded.method, "by archive, then field ")
    QTest.keyClick(form.folded.method, Qt.Key.Key_Tab)
    assert form.sent[-1][0]["method"] == "by archive, then field"
    form.folded.unit.setFocus()
    QTest.keyClick(form.folded.unit, Qt.Key.Key_Down)
    assert form.sent[-1][0]["unit"] == form.folded.unit.currentData() != "report"
    press(form, "add")
    assert form.folded.method.text() == "" and form.folded.unit.currentData() == "report"
    form.table.selectRow(0)
    assert form.folded.method.text() == "by archive, then field"
    choice = open_editor(form, 0, Column.KIND, QComboBox)
    assert choice.width() >= min(choice.sizeHint().width(), form.table.viewport().width() - choice.x())
    form.show_plan(None)
    assert not form.folded.isVisible()


def test_the_works_added_last_are_in_view(form):
    form.resize(320, 300)
    for _ in range(8):
        press(form, "add")
    QgsApplication.processEvents()
    last = form.table.visualRect(form.table.currentIndex())
    assert form.table.viewport().rect().contains(last) and form.table.currentIndex().row() == 7


def test_a_narrow_dock_keeps_the_types_readable(form):
    form.show_plan([{"year": 1, "kind": "drilling_core", "volume": "1500", "unit": "m", "cost": "5", "method": "HQ"}])
    for width, is_narrow in ((800, False), (380, True)):
        form.resize(width, 600)
        QgsApplication.processEvents()
        assert form.table.isColumnHidden(Column.UNIT) is form.table.isColumnHidden(Column.METHOD) is is_narrow
        assert form.model.index(0, Column.VOLUME).data() == ("1\u202f500 m" if is_narrow else "1\u202f500")
        assert form.table.columnWidth(Column.KIND) >= form.fontMetrics().horizontalAdvance("drilling")
    form.resize(800, 600)
    QgsApplication.processEvents()
    assert abs(form.table.columnWidth(Column.METHOD) - form.table.columnWidth(Column.KIND)) <= 2
    assert "HQ" in form.model.index(0, Column.KIND).data(Qt.ItemDataRole.ToolTipRole)


def test_a_type_brings_its_unit(form):
    press(form, "add")
    choice = open_editor(form, 0, Column.KIND, QComboBox)
    choice.setCurrentIndex(choice.findData("drilling_core"))
    choice.activated.emit(choice.currentIndex())
    QgsApplication.processEvents()
    assert (form.sent[-1][0]["kind"], form.sent[-1][0]["unit"]) == ("drilling_core", "m")


def test_the_selected_works_are_copied_to_the_next_year_and_removed(form):
    press(form, "add")
    assert form.buttons["next"].isEnabled()
    press(form, "next")
    assert [work["year"] for work in form.sent[-1]] == [1, 2]
    form.table.setFocus()
    form.table.selectRow(0)
    QTest.keyClick(form.table, Qt.Key.Key_Delete)
    assert [work["year"] for work in form.sent[-1]] == [2]
    form.table.selectRow(0)
    press(form, "remove")
    assert form.sent[-1] == [] and not form.buttons["next"].isEnabled()


def test_what_is_no_amount_leaves_the_old_one(form):
    press(form, "add")
    write(form, 0, Column.COST, "500")
    for wrong in ("much", "-5", "1e99"):
        write(form, 0, Column.COST, wrong)
        assert form.model.works[0].cost == 500
    write(form, 0, Column.COST, " ")
    assert form.model.works[0].cost is None


def test_works_beyond_the_years_of_the_costs_are_told(form):
    form.show_plan([{"year": 3, "kind": "assays", "cost": "5"}])
    assert "1" in form.verdict.text() and "do not show" in form.verdict.text()
    form.show_costs(None)
    assert "Choose blocks first" in form.verdict.text()
    assert not form.findChild(QLabel, "kaznedraPlanYear1").isVisible()


def test_minerals_are_chosen_and_kept_as_codes(form):
    form.show_plan(None, ["Au", "helium3"])
    assert form.chosen_minerals() == ["Au", "helium3"] and "gold (Au)" in form.minerals.currentText()
    assert form.codes == [], "showing is not changing"
    place = form.minerals.findData("Cu")
    form.minerals.toggleItemCheckState(place)
    assert form.codes[-1] == ["Au", "Cu", "helium3"]
    assert form.minerals.findData("gas") < 0
    i18n.install("ru")
    form.retranslate()
    assert form.chosen_minerals() == ["Au", "Cu", "helium3"] and "золото" in form.minerals.currentText()


@pytest.mark.parametrize("plan", ["text", [3], [{"year": "x"}]])
def test_a_plan_that_cannot_be_read_is_none(form, plan):
    form.show_plan(plan, plan)
    assert form.model.works == []


@pytest.mark.parametrize(
    ("text", "amount"),
    [("", None), ("1 234\u202f567,50", Decimal("1234567.50")), ("12.5 ₸", Decimal("12.5")), ("0", Decimal(0))],
)
def test_amounts_are_read_as_people_write_them(text, amount):
    assert read_amount(text) == amount


@pytest.mark.parametrize("text", ["-1", "nan", "inf", "1e16", "1,2,3", "ten"])
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(ValueError):
        read_amount(text)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_part_speaks_the_language(form, language):
    form.show_plan([{"year": 1, "kind": "drilling_core", "unit": "sample"}])
    i18n.install(language)
    form.retranslate()
    QApplication.processEvents()
    texts = [form.model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    texts += [form.model.index(0, column).data() for column in Column] + [year(form, 1), form.verdict.text()]
    assert not [text for text in texts for letter in text if "a" <= letter.lower() <= "z"]


def test_a_plan_for_several_licences_is_held_against_their_sum_and_says_so(form):
    planned = PlannedLicences((1, 1), RestsOn.NONE_GRANTED, 2)
    form.show_costs(application_costs(planned, date(2026, 1, 1), 2, newest_rule_pack()))
    assert "2 licences together" in form.verdict.text() and "is not checked" in form.verdict.text()
    assert "10 380 000 ₸ needed" in year(form, 1)
