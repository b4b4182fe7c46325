"""As of: the map shown as of an earlier pull or day, from the dock."""

from datetime import datetime, timedelta, timezone

import pytest
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDateEdit, QSlider, QStyle, QStyleOptionSlider

from kaznedra_qgis import i18n
from kaznedra_qgis.gui import words
from kaznedra_qgis.mapping import layers
from kaznedra_qgis.workspace import Workspace
from kaznedra_qgis.workspace.pruning import prune
from kaznedra_qgis.workspace.retention import Retention
from tests.qgis.desktop.conftest import click, turn, wait_for, widget
from tests.servers.faulty import Platform

DAYS_AGO = (20, 10, 0)
"""When the three pulls were, as the workspace is made to say"""


@pytest.fixture
def platform():
    with Platform() as served:
        yield served


@pytest.fixture
def grown(desk, platform):
    """A workspace of three pulls with 25, 24 and 23 licences; deposits were first pulled by the second."""
    desk.use(platform.url)
    desk.panel.start_sync(("licences",))
    desk.settled()
    for _ in range(2):
        platform["licences"].features.pop()
        desk.sync()
    for pull, days in enumerate(DAYS_AGO, 1):
        date_back(desk, pull, days)
    desk.reload()
    return desk


def date_back(desk, pull, days):
    """Have a pull end so many days ago, at noon by this computer."""
    noon = datetime.now().astimezone().replace(hour=12, minute=0, second=0, microsecond=0)
    when = noon - timedelta(days=days)
    if not days:
        return
    with Workspace(desk.workspace).writing() as connection:
        utc = when.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        connection.execute("UPDATE snapshots SET finished = ? WHERE pull = ?", (utc, pull))


def pulled(desk, number):
    """When a pull ended, in words."""
    (pull,) = (pull for pull in desk.panel.state.pulls if pull.number == number)
    return words.exact(pull.finished)


def slider():
    return widget("kaznedraAsOfSlider", QSlider)


def spot(bar, value):
    """Where the handle stands at a value, and where it stands now."""
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    handle = bar.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, bar)
    room = bar.width() - handle.width()
    return QPoint(handle.width() // 2 + round(room * value / max(bar.maximum(), 1)), handle.center().y())


def drag(bar, to):
    start = spot(bar, bar.value())
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.25, 0.5, 0.75, 1.0):
        at = QPointF(start + (spot(bar, to) - start) * share)
        # QTest's own moves the pointer with no button down
        held = Qt.MouseButton.LeftButton
        moved = QMouseEvent(QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(bar, moved)
        turn(3)
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=spot(bar, to))


def shown(theme="licences"):
    """How many features the theme's layer shows."""
    layer = next(each for each in layers.theme_layers(QgsProject.instance()) if layers.theme_of(each) == theme)
    return sum(1 for _ in layer.getFeatures())


def group_name():
    return layers.find_group(QgsProject.instance()).name()


def settle(desk):
    """Wait until the map shows what the row says."""
    wait_for(lambda: not desk.panel.as_of_row._soon.isActive() and desk.panel.as_of._task is None)
    turn()


def test_the_slider_goes_through_the_pulls_and_back(grown):
    bar = slider()
    assert (bar.minimum(), bar.maximum(), bar.value()) == (0, 2, 2)
    assert widget("kaznedraAsOfMoment").text() == "today" and not widget("kaznedraToday").isEnabled()
    drag(bar, 1)
    settle(grown)
    then = pulled(grown, 2)
    assert shown() == 24 and widget("kaznedraAsOfMoment").text() == then
    assert group_name() == f"Kaznedra, as of {then}"
    assert widget("kaznedraSnapshot").text() == f"The map shows {then}, not today."
    assert grown.rows()["Licences"] == ("24", "10 days", "complete")
    click(widget("kaznedraToday"))
    settle(grown)
    assert shown() == 23 and group_name() == "Kaznedra" and bar.value() == 2
    assert grown.rows()["Licences"] == ("23", "today", "complete")
    assert "complete" in widget("kaznedraSnapshot").text() and not widget("kaznedraToday").isEnabled()


def test_keys_move_through_the_pulls_and_what_was_not_pulled_is_unknown(grown):
    bar = slider()
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Left)
    QTest.keyClick(bar, Qt.Key.Key_Left)
    settle(grown)
    assert bar.value() == 0 and shown() == 25 and shown("deposits") == 0
    assert grown.rows()["Deposits"] == ("", "", "unknown")
    names = {layer.name() for layer in layers.theme_layers(QgsProject.instance())}
    assert f"Deposits: unknown as of {pulled(grown, 1)}" in names
    row = list(grown.rows()).index("Deposits")
    tip = grown.panel.themes.index(row, 3).data(Qt.ItemDataRole.ToolTipRole)
    assert "not pulled until later" in tip and "Unknown is not free ground" in tip
    QTest.keyClick(bar, Qt.Key.Key_End)
    settle(grown)
    assert shown() == 23 and shown("deposits") == 12


def test_while_the_slider_is_dragged_only_the_last_place_is_read(grown):
    asked = []
    grown.panel.as_of_row.asked.connect(asked.append)
    bar = slider()
    added = []
    QgsApplication.taskManager().taskAdded.connect(added.append)
    drag(bar, 0)
    settle(grown)
    QgsApplication.taskManager().taskAdded.disconnect(added.append)
    assert asked == ["pull 1"] and shown() == 25
    assert added == [], "the status bar would grow and shrink with every move"


def test_any_day_can_be_typed(grown):
    day = (datetime.now().astimezone() - timedelta(days=15)).date()
    edit = widget("kaznedraAsOfDate", QDateEdit)
    edit.setFocus()
    edit.setSelectedSection(QDateEdit.Section.DaySection)
    QTest.keyClicks(edit, f"{day.day:02d}")
    edit.setDate(day)
    settle(grown)
    assert widget("kaznedraAsOfMoment").text() == words.day(day) and slider().value() == 0
    assert shown() == 25 and group_name() == f"Kaznedra, as of {words.day(day)}"
    edit.setDate(datetime.now().date())
    settle(grown)
    assert shown() == 23 and slider().value() == 2


def test_a_day_before_the_first_pull_shows_nothing_and_says_unknown(grown):
    widget("kaznedraAsOfDate", QDateEdit).setDate((datetime.now() - timedelta(days=100)).date())
    settle(grown)
    assert shown() == 0 and grown.rows()["Licences"] == ("", "", "unknown")


def test_a_pull_meanwhile_keeps_the_past_and_says_that_data_came(grown, platform):
    slider().setValue(0)
    settle(grown)
    platform["licences"].features.pop()
    grown.sync()
    settle(grown)
    assert shown() == 25 and group_name() == f"Kaznedra, as of {pulled(grown, 1)}"
    assert slider().maximum() == 3 and slider().value() == 0
    assert widget("kaznedraSnapshot").text().endswith(f"New data came on {pulled(grown, 4)}.")
    click(widget("kaznedraToday"))
    settle(grown)
    assert shown() == 22 and "New data" not in widget("kaznedraSnapshot").text()


def test_a_project_opened_again_shows_the_same_moment(grown, tmp_path):
    slider().setValue(1)
    settle(grown)
    project, path = QgsProject.instance(), str(tmp_path / "p.qgz")
    assert project.write(path)
    project.clear()
    wait_for(lambda: widget("kaznedraAsOfMoment").text() == "today")
    assert project.read(path)
    wait_for(lambda: slider().value() == 1)
    settle(grown)
    assert shown() == 24 and widget("kaznedraAsOfMoment").text() == pulled(grown, 2)


def test_what_was_pruned_meanwhile_is_unknown_when_the_project_is_opened(grown, tmp_path):
    slider().setValue(0)
    settle(grown)
    project, path = QgsProject.instance(), str(tmp_path / "p.qgz")
    assert project.write(path)
    project.clear()
    turn()
    prune(Workspace(grown.workspace), Retention(last=1))
    grown.reload()
    assert project.read(path)
    wait_for(lambda: grown.rows()["Licences"][2] == "unknown")
    settle(grown)
    assert shown() == 0 and "unknown" in " ".join(each.name() for each in layers.theme_layers(project))
    tip = grown.panel.themes.index(0, 3).data(Qt.ItemDataRole.ToolTipRole)
    assert f"before {pulled(grown, 3)} was pruned" in tip


def test_without_layers_the_past_brings_them(grown):
    QgsProject.instance().clear()
    turn()
    slider().setValue(0)
    settle(grown)
    assert shown() == 25 and group_name().endswith(pulled(grown, 1))


def test_with_nothing_pulled_there_is_nothing_to_go_back_to(desk, platform):
    desk.use(platform.url)
    assert not widget("kaznedraAsOf").isEnabled()


@pytest.mark.parametrize(("language", "today"), [("en", "today"), ("ru", "сегодня"), ("kk", "бүгін")])
def test_the_moment_is_said_in_the_users_language(grown, language, today):
    assert i18n.install(language) == language
    grown.dock.retranslate()
    assert widget("kaznedraAsOfMoment").text() == today
    slider().setValue(0)
    settle(grown)
    assert words.exact(grown.panel.state.pulls[0].finished) in group_name()
    i18n.install("en")
    grown.dock.retranslate()
    assert group_name() == f"Kaznedra, as of {pulled(grown, 1)}"
