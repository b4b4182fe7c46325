"""The applicant and the attachments of a draft, as the user fills them in."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QDate, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QLabel, QMessageBox

from kaznedra_qgis import i18n
from kaznedra_qgis.applicant_profiles import ApplicantProfiles
from kaznedra_qgis.gui.applicant_dialog import ApplicantDialog
from kaznedra_qgis.gui.papers_form import PapersForm
from kaznedra_qgis.subsoil.applicants import Individual, LegalEntity, Person, Representative

LEFT = Qt.MouseButton.LeftButton
COMPANY = LegalEntity(
    "c",
    {"kk": "«Демо Кен» ЖШС", "ru": "ТОО «Демо Кен»"},
    "101340000013",
    {"kk": "Астана", "ru": "Астана"},
    "№ 1",
    (Person("Демо А.", "", "Директор"),),
    (Person("Демо Б.", "", "100 %"),),
)
ORDER = [
    "applicant_identity",
    "representative_authority",
    "exploration_description",
    "financial_capability",
    "professional_capability",
    "tax_certificate",
    "hydrocarbon_consent",
    "production_consent",
    "socio_economic_agreement",
]


@pytest.fixture
def profiles(tmp_path):
    return ApplicantProfiles(tmp_path / "applicants.json")


@pytest.fixture
def form(qgis_app, profiles):
    made = PapersForm(profiles)
    made.sent, made.chosen = [], []
    made.attachments.changed.connect(made.sent.append)
    made.applicant.changed.connect(made.chosen.append)
    made.resize(420, 560)
    made.show()
    made.activateWindow()
    QgsApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()
    i18n.remove()


@pytest.fixture
def dialog(qgis_app):
    made = []

    def opened(applicant=None) -> ApplicantDialog:
        made.append(ApplicantDialog(applicant))
        made[-1].show()
        return made[-1]

    yield opened
    for each in made:
        each.close()
        each.deleteLater()
    i18n.remove()


def keep_button(dialog):
    return dialog.box.button(QDialogButtonBox.StandardButton.Ok)


def write(dialog, name: str, text: str) -> None:
    field = dialog.texts[name]
    field.clear()
    QTest.keyClicks(field, text)


def choose(form, name: str) -> None:
    """Click a line of the checklist."""
    item = form.attachments.list.topLevelItem(ORDER.index(name))
    form.attachments.list.scrollToItem(item)
    QTest.mouseClick(form.attachments.list.viewport(), LEFT, pos=form.attachments.list.visualItemRect(item).center())


def told(form, name: str) -> str:
    return form.attachments.list.topLevelItem(ORDER.index(name)).text(0).splitlines()[1]


def test_a_new_company_is_written_and_kept(form, profiles):
    QTest.mouseClick(form.applicant.buttons["new"], LEFT)
    opened = next(each for each in QApplication.topLevelWidgets() if isinstance(each, ApplicantDialog))
    assert not keep_button(opened).isEnabled() and "Give the applicant a name" in opened.told.text()
    write(opened, "name.ru", "Demo LLP")
    write(opened, "bin", "101340000014")
    assert not keep_button(opened).isEnabled() and "BIN: the check digit is wrong" in opened.told.text()
    write(opened, "bin", "101340000013")
    assert "Name (Kazakh)" in opened.told.text() and "BIN" not in opened.told.text()
    QTest.mouseClick(keep_button(opened), LEFT)
    kept = profiles.all()
    assert [(each.name, each.number) for each in kept] == [({"ru": "Demo LLP"}, "101340000013")]
    assert form.chosen == [{"profile": kept[0].id}] and form.applicant.applicant == kept[0]
    assert "Name (Kazakh)" in form.applicant.told.text()


@pytest.mark.parametrize(
    "applicant",
    [
        COMPANY,
        replace(COMPANY, representative=Representative("Демо В.", "", "№ 5")),
        Individual("p", {"kk": "Демо", "ru": "Демо"}, "101340000013", {"kk": "а", "ru": "б"}, "KZ", "№ 3", "+7", "a@b"),
    ],
)
def test_the_dialog_loses_nothing(dialog, applicant):
    assert dialog(applicant).applicant() == applicant


@pytest.mark.parametrize("is_person", [False, True])
def test_tab_goes_through_the_fields_as_they_are_read(dialog, is_person):
    opened = dialog()
    if is_person:
        opened.individual.setChecked(True)
    QApplication.processEvents()
    first = each = opened.texts["name.kk"]
    assert opened.focusWidget() is first
    stops = []
    while not stops or each is not first:
        stops.append(each)
        each = each.nextInFocusChain()
    fields = [field for field in stops if field in opened.texts.values() and field.isVisible()]
    places = {field: field.mapTo(opened, QPoint()) for field in fields}
    assert fields == sorted(fields, key=lambda field: (places[field].y(), places[field].x())) and len(fields) > 10


def test_persons_are_added_by_hand_and_wrong_numbers_are_told(dialog):
    opened = dialog(replace(COMPANY, managers=(), controlling=()))
    assert "Managers; Controlling persons" in opened.told.text() and keep_button(opened).isEnabled()
    opened.managers.add()
    opened.managers.table.item(0, 0).setText("Demo")
    opened.managers.table.item(0, 1).setText("12")
    assert "Managers 1, IIN, BIN: 12 digits are needed" in opened.told.text() and not keep_button(opened).isEnabled()
    opened.managers.table.selectRow(0)
    opened.managers.remove()
    assert opened.applicant().managers == () and keep_button(opened).isEnabled()


def test_a_complete_profile_says_so_and_turning_to_a_person_asks_for_other_things(dialog):
    opened = dialog(COMPANY)
    assert opened.told.text() == "Complete for an application."
    QTest.keyClick(opened.individual, Qt.Key.Key_Space)
    assert opened.texts["iin"].isVisible() and not opened.texts["bin"].isVisible()
    assert (
        opened.texts["phone"].mapTo(opened, QPoint()).y() - opened.texts["residence.kk"].mapTo(opened, QPoint()).y()
        < 100
    )
    assert "IIN: not given" in opened.told.text() and isinstance(opened.applicant(), Individual)


def test_an_applicant_of_another_computer_is_told(form, profiles):
    profiles.keep(COMPANY)
    form.show_papers({"profile": "elsewhere"}, None)
    assert form.applicant.applicant is None and form.applicant.choice.currentText() == "not on this computer"
    assert "another computer" in form.applicant.told.text()
    form.applicant.choice.setFocus()
    QTest.keyClick(form.applicant.choice, Qt.Key.Key_Up)
    assert form.applicant.applicant == COMPANY and form.chosen == [{"profile": "c"}]
    assert not form.applicant.told.isVisible()


def test_a_profile_is_removed_after_a_question_only(form, profiles):
    profiles.keep(COMPANY)
    form.show_papers({"profile": "c"}, None)

    def answer(button):
        box = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox))
        QTest.mouseClick(box.button(button), LEFT)

    QTimer.singleShot(100, lambda: answer(QMessageBox.StandardButton.Cancel))
    QTest.mouseClick(form.applicant.buttons["forget"], LEFT)
    assert profiles.all() == [COMPANY]
    QTimer.singleShot(100, lambda: answer(QMessageBox.StandardButton.Yes))
    QTest.mouseClick(form.applicant.buttons["forget"], LEFT)
    assert profiles.all() == [] and form.chosen == [None] and form.applicant.choice.currentText() == "none yet"


def test_broken_profiles_are_told_not_hidden(form, profiles):
    profiles.path.write_text("{", "utf-8")
    form.show_papers({"profile": "c"}, None)
    assert "applicants.json" in form.applicant.told.text()
    assert profiles.path.read_text("utf-8") == "{"


def test_a_tax_certificate_is_filed_dated_and_certified(form, tmp_path):
    paper = tmp_path / "tax.pdf"
    paper.write_bytes(b"%PDF")
    form.show_papers(None, None)
    assert told(form, "tax_certificate") == "missing"
    choose(form, "tax_certificate")
    form.attachments.add_files([str(paper), str(paper)])
    assert told(form, "tax_certificate") == "not certified yet" and form.attachments.files.count() == 1
    QTest.keyClick(form.attachments.certified, Qt.Key.Key_Space)
    assert told(form, "tax_certificate") == "its day of issue is not known"
    QTest.keyClick(form.attachments.is_dated, Qt.Key.Key_Space)
    today = form.attachments.day
    assert form.sent[-1]["tax_certificate"]["issued"] == today.isoformat()
    assert told(form, "tax_certificate").startswith("there, serves until")
    old = today - timedelta(11)
    form.attachments.issued.setDate(QDate(old.year, old.month, old.day))
    assert (
        told(form, "tax_certificate") == "too old"
        and date.fromisoformat(form.sent[-1]["tax_certificate"]["issued"]) == old
    )
    paper.unlink()
    form.attachments.show_attachments(form.sent[-1])
    assert told(form, "tax_certificate") == "a file is no longer where it was"
    choose(form, "tax_certificate")
    QTest.mouseClick(form.attachments.remove, LEFT)
    assert form.sent[-1]["tax_certificate"]["files"] == [] and told(form, "tax_certificate") == "missing"


def test_a_file_dropped_on_a_line_is_attached_there(form, tmp_path):
    paper = tmp_path / "report.pdf"
    paper.write_bytes(b"%PDF")
    form.show_papers(None, None)
    view = form.attachments.list.viewport()
    item = form.attachments.list.topLevelItem(ORDER.index("financial_capability"))
    place = view.mapTo(form.attachments, form.attachments.list.visualItemRect(item).center())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(paper)), QUrl("https://example.kz/a.pdf"), QUrl.fromLocalFile(str(tmp_path))])
    for kind in (QDragEnterEvent, QDropEvent):
        where = QPointF(place) if kind is QDropEvent else place
        event = kind(where, Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(form.attachments, event)
        assert event.isAccepted()
    assert form.sent[-1]["financial_capability"]["files"] == [str(paper)] and list(form.sent[-1]) == [
        "financial_capability"
    ]


def test_what_the_ground_does_not_tell_the_user_may(form):
    form.show_papers(None, None)
    choose(form, "socio_economic_agreement")
    assert (
        told(form, "socio_economic_agreement") == "not known whether it is needed" and form.attachments.need.isVisible()
    )
    form.attachments.need.setFocus()
    QTest.keyClick(form.attachments.need, Qt.Key.Key_Down)
    assert told(form, "socio_economic_agreement") == "missing"
    QTest.keyClick(form.attachments.need, Qt.Key.Key_Down)
    assert told(form, "socio_economic_agreement") == "not needed here"
    form.attachments.set_circumstances({"settlement_zone": True})
    assert told(form, "socio_economic_agreement") == "missing" and not form.attachments.need.isVisible()


def test_a_representative_asks_for_a_proof_of_authority(form, profiles):
    profiles.keep(COMPANY)
    form.show_papers(None, None)
    assert told(form, "representative_authority") == "not known whether it is needed"
    form.show_papers({"profile": "c"}, None)
    assert told(form, "representative_authority") == "not needed here"
    profiles.keep(replace(COMPANY, representative=Representative("Демо", "", "№ 1")))
    form.show_papers({"profile": "c"}, None)
    assert told(form, "representative_authority") == "missing"


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_part_speaks_the_language(form, dialog, language):
    i18n.install(language)
    form.show_papers(None, None)
    form.retranslate()
    opened = dialog(replace(COMPANY, bin="1", representative=Representative("", "1", "")))
    texts = [label.text() for home in (form, opened) for label in home.findChildren(QLabel)]
    texts += [form.attachments.list.topLevelItem(row).text(0) for row in range(len(ORDER))]
    assert not [text for text in texts for letter in text if "a" <= letter.lower() <= "z"]
