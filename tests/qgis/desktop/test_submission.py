"""An application filed from the page Applications by real clicks, and its status brought by the next pull."""

import os
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QCheckBox, QDialog, QLabel, QPushButton, QTabWidget, QToolButton
from qgis.utils import iface

from kaznedra_qgis.applicant_profiles import ApplicantProfiles
from kaznedra_qgis.gui import last_check
from kaznedra_qgis.subsoil.applicants import LegalEntity
from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.workspace.submissions import key_of
from tests.qgis.desktop.conftest import click, turn, wait_for, widget
from tests.servers.filed import decide, filed

WHO = LegalEntity("who", {"en": "Demo LLP", "ru": "ТОО «Демо»", "kk": "«Демо» ЖШС"}, "181340063234")
GROUND = (Block(4620, 2890), Block(4621, 2890))
LEFT = Qt.MouseButton.LeftButton
PICTURES = os.environ.get("KAZNEDRA_PICTURES", "")


def turn_to(tabs, page):
    held = [tabs.widget(place) for place in range(tabs.count())]
    place = next(place for place, each in enumerate(held) if each is page or each.isAncestorOf(page))
    QTest.mouseClick(tabs.tabBar(), LEFT, pos=tabs.tabBar().tabRect(place).center())
    wait_for(page.isVisible)


def picture(name):
    if PICTURES:
        turn()
        iface.mainWindow().screen().grabWindow(0).save(str(Path(PICTURES) / f"{name}.png"))


@pytest.fixture
def applicant():
    profiles = ApplicantProfiles()
    profiles.keep(WHO)
    yield WHO
    profiles.forget(WHO.id)


@pytest.fixture
def filing(desk, demo_platform, applicant):
    """The pane Submission of a new draft, over a pulled workspace."""
    desk.use(demo_platform.address)
    desk.sync()
    turn_to(widget("kaznedraPages", QTabWidget), desk.panel.pages.applications)
    click(widget("kaznedraDraftButton_new", QToolButton))
    room = desk.panel.pages.applications.room
    room.desk.choice.add(GROUND, "blocks")
    room.desk.set_detail(room.desk.open_id, "applicant", {"profile": applicant.id})
    turn_to(widget("kaznedraDraftTabs", QTabWidget), room.submission)
    yield room.submission
    desk.panel.pages.applications.follow(None)
    widget("kaznedraPages", QTabWidget).setCurrentIndex(0)


def test_a_draft_is_filed_and_the_next_pull_brings_its_status(desk, demo_platform, filing):
    key = key_of(desk.panel.pages.applications.room.desk.open_id, 0)
    assert widget("kaznedraSubmissionState", QLabel).text() == "Not submitted"
    room = desk.panel.pages.applications.room
    wait_for(lambda: last_check.result(room.desk.draft))
    click(widget("kaznedraSubmissionSubmit", QPushButton))
    dialog = wait_for(lambda: widget("kaznedraSubmissionDialog", QDialog))
    wait_for(dialog.isVisible)
    assert widget("kaznedraSubmissionCheck", QLabel, dialog).text().startswith("Last check of the rules: clear")
    picture("desktop-dialog")
    box = dialog.findChild(QCheckBox, "kaznedraSubmissionConsent")
    QTest.mouseClick(box, LEFT, pos=QPoint(10, box.height() // 2))
    send = dialog.findChild(QPushButton, "kaznedraSubmissionSend")
    assert send.isEnabled()
    for _ in range(2):
        QTest.mouseClick(send, LEFT)
    picture("desktop-sending")
    wait_for(lambda: dialog.submission is not None)
    (row,) = [each for each in filed(demo_platform.data) if each["client_key"] == key]
    click(dialog.close_button)
    wait_for(lambda: QApplication.activeModalWidget() is None)
    assert widget("kaznedraReceipt_receipt_number", QLabel).text() == row["receipt_number"]
    picture("desktop-filed")
    decide(demo_platform.data, key, status="accepted")
    desk.sync()
    wait_for(lambda: widget("kaznedraSubmissionState", QLabel).text() == "Accepted for review")
    notices = [each.text() for each in iface.mainWindow().findChildren(QLabel, "kaznedraNoticeText")]
    assert any("news from the platform: 1" in text and row["receipt_number"] in text for text in notices)
    picture("desktop-accepted")
