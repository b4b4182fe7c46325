"""The way from a draft to its receipt as a user goes it: look, tick, press; and what the pane shows at each step."""

import os
import time
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QPoint, Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QCheckBox, QPlainTextEdit, QPushButton

from kaznedra_qgis import applicant_profiles, i18n, submission_words
from kaznedra_qgis.applicant_profiles import ApplicantProfiles
from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.gui import submission_pane
from kaznedra_qgis.gui.submission_pane import SubmissionPane
from kaznedra_qgis.messages import explain
from kaznedra_qgis.settings import Settings
from kaznedra_qgis.workspace import filing
from kaznedra_qgis.workspace.drafts import Drafts
from kaznedra_qgis.workspace.submissions import State, submissions_of
from tests.qgis.test_submission import (  # noqa: F401 (fixtures)
    LIMITS,
    WHO,
    draft,
    of,
    relay,
    setting,
    workspace,
)
from tests.servers.filed import decide
from tests.servers.severed import Fault

PICTURES = os.environ.get("KAZNEDRA_PICTURES", "")
"""Folder for pictures of the windows, where they are wanted"""
WIDTH = 300
NARROW = 300
"""What a dock has beside the map at 1024 x 768"""


@pytest.fixture(params=["en", "ru", "kk"] if PICTURES else ["en"])
def language(qgis_app, request):
    assert i18n.install(request.param) == request.param
    yield request.param
    i18n.remove()


@pytest.fixture
def pane(language, workspace, draft, setting, monkeypatch):  # noqa: F811
    monkeypatch.setattr(applicant_profiles, "default_path", lambda: workspace.path.with_name("applicants.json"))
    ApplicantProfiles().keep(WHO)
    drafts = Drafts(workspace)
    drafts.set_detail(draft.id, "applicant", {"profile": WHO.id})
    drafts.close()
    settings = Settings("kaznedra-submission-test")
    settings.sources = [setting]
    settings.source = setting
    settings.limits = LIMITS
    made = SubmissionPane(settings, lambda: True)
    made.resize(WIDTH, 420)
    made.follow(workspace.path, draft.id)
    made.show()
    yield made
    made.end()
    made.hide()
    made.deleteLater()
    settings.sources = []


def turn(until, seconds=30):
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end
        QCoreApplication.processEvents()
        time.sleep(0.01)


def press(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def picture(widget, name):
    if PICTURES:
        QCoreApplication.processEvents()
        assert widget.grab().save(str(Path(PICTURES) / f"{name}.png"))


def opened(pane):
    press(pane.submit)
    dialog = pane.dialog
    QTest.qWaitForWindowExposed(dialog)
    return dialog


def file(pane):
    """Open the dialog, tick, press; wait for the end."""
    dialog = opened(pane)
    press_box(dialog.consent)
    press(dialog.send)
    turn(lambda: dialog.submission is not None or (dialog._task is None and dialog.outcome.isVisible()))
    return dialog


def press_box(box):
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))


def test_a_draft_is_filed_by_tick_and_press(demo_platform, pane, workspace, draft, language):  # noqa: F811
    picture(pane, f"pane-new-{language}")
    dialog = opened(pane)
    assert not dialog.send.isEnabled() and dialog.close_button.isDefault()
    exact = dialog.findChild(QPlainTextEdit).toPlainText()
    assert "«Демо Тұмар» ЖШС" in exact and "block_count" in exact
    picture(dialog, f"dialog-{language}")
    dialog.tabs.setCurrentIndex(1)
    picture(dialog, f"dialog-exact-{language}")
    press(dialog.send)
    assert of(demo_platform, draft) == []
    press_box(dialog.consent)
    assert dialog.send.isEnabled()
    press(dialog.send)
    press(dialog.send)
    turn(lambda: dialog.submission is not None)
    assert dialog.submission.state is State.FILED
    (row,) = of(demo_platform, draft)
    assert row["receipt_number"] in dialog.outcome.text()
    picture(dialog, f"dialog-filed-{language}")
    press(dialog.close_button)
    assert pane.receipt["receipt_number"][1].text() == row["receipt_number"]
    assert not pane.submit.isEnabled() and pane.ask.isEnabled()
    decide(demo_platform.data, row["client_key"], status="accepted", remark="to be looked at by 1 December")
    press(pane.ask)
    turn(lambda: pane._task is None)
    assert pane.submission.status == "accepted" and pane.events.count() == 4
    picture(pane, f"pane-accepted-{language}")


def test_a_lost_answer_is_told_and_asked_after(
    demo_platform,
    relay,  # noqa: F811
    pane,
    workspace,  # noqa: F811
    draft,  # noqa: F811
    language,
    monkeypatch,
):
    relay.fault = Fault.LOST
    dialog = file(pane)
    assert dialog.submission.state is State.UNCERTAIN
    picture(dialog, f"dialog-uncertain-{language}")
    press(dialog.close_button)
    assert not pane.submit.isEnabled() and pane.ask.isEnabled()
    picture(pane, f"pane-uncertain-{language}")
    relay.fault = Fault.NONE
    monkeypatch.setattr(filing, "moment", lambda later_s=0.0: "9999-01-01T00:00:00Z")
    press(pane.ask)
    turn(lambda: pane._task is None)
    assert pane.submit.isEnabled()
    press(file(pane).close_button)
    assert pane.submission.state is State.FILED and len(of(demo_platform, draft)) == 1


def test_what_the_platform_took_and_never_shows_is_told_with_its_way_out(
    demo_platform,
    relay,  # noqa: F811
    pane,
    language,
):
    assert not pane.duplicate.isVisible()
    relay.fault = Fault.SWALLOWED
    press(file(pane).close_button)
    assert pane.submission.state is State.UNCERTAIN
    assert submission_words.way_out() in pane.meaning.text()
    pane.resize(NARROW, 900)
    QCoreApplication.processEvents()
    items = [pane.events.visualItemRect(pane.events.item(row)) for row in range(pane.events.count())]
    assert sum(item.height() for item in items) <= pane.events.viewport().height() < pane.height() / 4
    pane.resize(NARROW, pane.layout().totalHeightForWidth(NARROW))
    picture(pane, f"pane-way-out-{language}")
    press(pane.copy_key)
    assert QGuiApplication.clipboard().text() == pane.submission.key
    assert pane.submission.key in pane.key.text().replace("\u200b", "")
    copied = []
    pane.duplicate_wanted.connect(copied.append)
    press(pane.duplicate)
    assert copied == [pane.submission.draft]
    assert pane.ask.isEnabled() and pane.minimumSizeHint().width() < NARROW


def test_a_key_of_digits_does_not_widen_the_pane(pane):
    digits, letters = "11111111-1111-5111-8111-111111111111", "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"
    widths = []
    for key in (digits, letters):
        pane.key.setText(submission_pane._key_line(key))
        widths.append(pane.key.minimumSizeHint().width() / pane.key.fontMetrics().horizontalAdvance(key))
    assert max(widths) < 0.7


def test_offline_it_waits_and_asks_again(relay, pane, workspace, draft, language):  # noqa: F811
    relay.close()
    dialog = file(pane)
    assert dialog.submission.state is State.QUEUED
    picture(dialog, f"dialog-queued-{language}")
    press(dialog.close_button)
    assert pane.minimumSizeHint().width() < NARROW
    picture(pane, f"pane-queued-{language}")
    again = opened(pane)
    assert not again.findChild(QCheckBox).isChecked() and not again.send.isEnabled()
    press(again.close_button)
    assert pane.findChild(QPushButton, "kaznedraSubmissionDrop").isVisible()
    press(pane.drop)
    assert submissions_of(workspace, draft.id)[0].state is State.DROPPED


def test_what_is_missing_is_told_before_anything_is_shown(pane, workspace, draft):  # noqa: F811
    drafts = Drafts(workspace)
    drafts.set_detail(draft.id, "applicant", None)
    drafts.close()
    press(pane.submit)
    told = KaznedraError(Code.APPLICATION_INCOMPLETE, reason="no applicant")
    assert pane.dialog is None and pane.meaning.text() == explain(told).plain()


def test_cancelled_before_it_is_sent_it_is_as_if_nothing_had_been(relay, pane, workspace, draft):  # noqa: F811
    dialog = opened(pane)
    press_box(dialog.consent)
    relay.fault = Fault.NONE
    dialog.send.click()
    dialog.reject()
    turn(lambda: dialog._task is None)
    assert relay.posts == 0
    assert [one.state for one in submissions_of(workspace, draft.id)] in ([], [State.DROPPED])
    press(dialog.close_button)
    assert pane.submit.isEnabled()
