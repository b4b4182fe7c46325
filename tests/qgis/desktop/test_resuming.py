"""A pull interrupted and taken up again, as the user sees it."""

import os
import threading

import pytest

from kaznedra_qgis import i18n
from kaznedra_qgis.workspace import Workspace
from tests.qgis.desktop.conftest import click, turn, wait_for, widget
from tests.servers.misbehaving import Misbehaving

PAGES = 6


class Held:
    """A trick that holds back the last page of licences until `go` is set; `waits` says that somebody waits for it."""

    def __init__(self):
        self.go = threading.Event()
        self.waits = threading.Event()
        self.given = set()

    def __call__(self, asked):
        if int(asked.query.get("offset", 0)) >= (PAGES - 1) * int(asked.query["limit"]):
            self.waits.set()
            self.go.wait(30)
        asked.give_right()
        if asked.query["limit"] != "1":
            self.given.add(asked.number)


@pytest.fixture
def platform():
    with Misbehaving({"licences": PAGES * 1000, "deposits": 5}) as served:
        yield served


@pytest.fixture
def held(platform):
    trick = Held()
    platform.play("licences", trick)
    yield trick
    trick.go.set()


def interrupt(desk, held):
    """Sync until the last page is waited for, then cancel."""
    click(widget("kaznedraSync"))
    wait_for(held.waits.is_set)
    wait_for(lambda: len(held.given) >= PAGES - 1)
    turn()
    click(widget("kaznedraCancel"))
    desk.settled()
    held.waits.clear()


def take_picture(name):
    folder = os.environ.get("KAZNEDRA_PICTURES")
    if folder:
        turn()
        assert widget("kaznedraProgress").window().grab().save(os.path.join(folder, name))


@pytest.mark.parametrize(
    ("language", "resumed", "over"),
    [
        ("en", "resumed", "starting over, the source has changed"),
        ("ru", "продолжено", "сначала: источник изменился"),
        ("kk", "жалғастырылды", "басынан: дереккөз өзгерді"),
    ],
)
def test_the_row_says_that_a_pull_is_resumed_or_starts_over(desk, platform, held, language, resumed, over):
    desk.use(platform.url)
    assert i18n.install(language) == language
    desk.panel.retranslate()
    interrupt(desk, held)
    figures = widget("kaznedraProgressFigures")
    click(widget("kaznedraSync"))
    wait_for(lambda: figures.text().endswith(resumed))
    take_picture(f"resumed-{language}.png")
    click(widget("kaznedraCancel"))
    desk.settled()
    first = platform["licences"].features[0]
    platform["licences"].features[0] = {**first, "properties": {**first["properties"], "number": "changed"}}
    held.waits.clear()
    click(widget("kaznedraSync"))
    wait_for(lambda: figures.text().endswith(over))
    take_picture(f"over-{language}.png")
    held.go.set()
    desk.settled()
    snapshot = Workspace.open(desk.workspace).theme_states("tested")["licences"].good
    assert snapshot.distinct == PAGES * 1000
    assert [notice["code"] for notice in snapshot.notices] == ["moved_on"]
