"""The dialog of a source: what it accepts, and its test of the connection."""

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialogButtonBox, QLabel

from kaznedra_qgis.gui.source_dialog import SourceDialog, new_id
from kaznedra_qgis.settings import NetworkLimits, SourceSetting
from tests.qgis.desktop.conftest import click, turn, wait_for, widget
from tests.servers.faulty import Platform

FAST = NetworkLimits(idle_s=5, total_s=10, attempts=1)


@pytest.fixture
def dialog(desk):
    made = SourceDialog(FAST, None, frozenset({"127-0-0-1"}), desk.dock.window())
    made.show()
    turn()
    yield made
    made.reject()
    made.deleteLater()


def ok(dialog):
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)


def found(dialog):
    """What the report says of each step, by its name."""
    labels = dialog.report.findChildren(QLabel)
    return {
        label.objectName().removeprefix("kaznedraProbe_"): label.text()
        for label in labels
        if label.objectName().startswith("kaznedraProbe_")
    }


def probe(dialog, address):
    dialog.name.setText("Mine")
    dialog.address.setText(address)
    click(widget("kaznedraTestConnection", home=dialog))
    wait_for(lambda: dialog._task is None)
    turn()
    return found(dialog)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("", "Enter the address"),
        ("platform.example", "neither an address"),
        ("ftp://platform.example", "neither an address"),
        ("https://", "cannot be read"),
        ("https://user:" + "word@platform.example", "Take the sign-in out"),
    ],
)
def test_an_address_that_cannot_be_is_told_before_anything_is_sent(dialog, address, told):
    dialog.name.setText("Mine")
    dialog.address.setText(address)
    assert told in dialog.problem.text()
    assert not ok(dialog).isEnabled()
    assert not dialog.test.isEnabled()


def test_every_step_is_passed_at_a_platform(dialog):
    with Platform() as platform:
        steps = probe(dialog, platform.url)
    assert dialog.verdict_text() == "The source can be pulled."
    assert steps["connection"] == "in order"
    assert "Licences" in steps["themes"]
    assert "failed here" not in steps.values()


def test_a_port_without_a_server_fails_at_the_connection(dialog):
    steps = probe(dialog, "http://127.0.0.1:9/api")
    assert steps["connection"] == "failed here"
    assert steps["platform"] == "not reached"
    assert "cannot be reached" in dialog.verdict_text()


def test_a_web_server_that_is_no_platform_fails_at_its_answer(dialog):
    with Platform() as platform:
        steps = probe(dialog, f"{platform.origin}/html")
    assert steps["connection"] == "in order"
    assert steps["platform"] == "failed here"


def test_a_platform_without_themes_fails_at_the_themes(dialog):
    with Platform() as platform:
        for collection in platform.collections.values():
            collection.faults.missing = True
        steps = probe(dialog, platform.url)
    assert steps["themes"] == "failed here"
    assert steps["features"] == "not reached"


def test_a_test_can_be_stopped_and_tab_walks_in_order(dialog):
    dialog.name.setFocus()
    QTest.keyClick(dialog.name, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.address
    dialog.name.setText("Mine")
    dialog.address.setText("http://127.0.0.1:9/")
    dialog.toggle_test()
    dialog.toggle_test()
    wait_for(lambda: dialog._task is None)


def test_an_edited_source_keeps_its_id(desk):
    before = SourceSetting("kept", "Before", "kaznedra", "https://platform.example/api", "abc1234")
    dialog = SourceDialog(FAST, before, frozenset({"kept"}), desk.dock.window())
    dialog.name.setText("After")
    assert dialog.source().id == "kept"
    assert dialog.source().title == "After"
    dialog.reject()
    dialog.deleteLater()


def test_ids_are_of_the_address_and_never_taken():
    assert new_id("x", "https://Data.Platform.example/api", frozenset()) == "data-platform-example"
    assert new_id("x", "https://a.example", frozenset({"a-example", "a-example-2"})) == "a-example-3"
    assert new_id("Қазақстан", "https://", frozenset()) == "source"
