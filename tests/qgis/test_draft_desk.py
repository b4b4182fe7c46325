"""Drafts that two windows work on, and what becomes of an edit that the workspace does not take: nothing is lost."""

import resource
import shutil
import sqlite3
import time
from contextlib import closing

import pytest
from qgis.PyQt.QtCore import QCoreApplication

from kaznedra_qgis.errors import Code
from kaznedra_qgis.gui.draft_desk import DraftDesk
from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.workspace import Workspace
from kaznedra_qgis.workspace.drafts import drafts_of
from tests.nobody import run_as_nobody
from tests.qgis.locking import Locking
from tests.qgis.pulling import integrity

A, B, C, D = (Block(4200 + lon, 2900) for lon in range(4))


class Notices:
    """What a desk says, collected."""

    def __init__(self):
        self.errors = []

    def warn_of(self, error, again=None, kept_data=""):
        self.errors.append((error.code, kept_data))

    def show(self, *_):
        return self

    def add_button(self, *_):
        pass

    def clear(self):
        pass


@pytest.fixture
def workspace(tmp_path):
    return Workspace.create(tmp_path / "own.gpkg")


@pytest.fixture
def window(qgis_app, workspace):
    """Makes desks over the workspace, as windows of QGIS have them."""
    desks = []

    def opened():
        desk = DraftDesk(Notices())
        desk.follow(workspace.path)
        desks.append(desk)
        return desk

    yield opened
    for desk in desks:
        desk.end()


def turn(until, seconds=10):
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end
        QCoreApplication.processEvents()
        time.sleep(0.01)


def kept(workspace):
    (draft,) = drafts_of(workspace)
    return draft


def test_two_windows_edit_one_draft_and_neither_undoes_the_other(workspace, window):
    one = window()
    one.new("North", [A, B])
    two = window()
    one.choice.remove([A], "remove")
    two.choice.add([C], "add")
    one.choice.add([D], "add")
    two.choice.mark_partial([B], True)
    assert kept(workspace).blocks == {B, C, D} and kept(workspace).partial == {B}
    one.choice.stack.undo()
    assert kept(workspace).blocks == {B, C}
    one.set_detail(one.open_id, "minerals", ["Au"])
    two.set_detail(two.open_id, "plan", [{"year": 1}])
    assert kept(workspace).details == {"minerals": ["Au"], "plan": [{"year": 1}]}


def test_what_is_filled_in_while_another_writes_is_saved_later(workspace, window):
    desk = window()
    desk.new("North", [A])
    first = desk.open_id
    with Locking(workspace.path) as other:
        desk.set_detail(first, "minerals", ["Cu"])
        desk.set_detail(first, "minerals", ["Au"])
        desk.set_detail(first, "plan", [{"year": 1}])
        desk.choice.add([B], "add")
        assert desk.draft.details == {"minerals": ["Au"], "plan": [{"year": 1}]}
        assert not desk.save() and kept(workspace).details == {} and desk._notices.errors == []
        other.let_go()
    turn(lambda: kept(workspace).details and kept(workspace).blocks == {A, B})
    assert kept(workspace).details == {"minerals": ["Au"], "plan": [{"year": 1}]} and desk.save()


def test_a_window_that_closes_waits_for_another_that_writes(workspace, window):
    desk = window()
    desk.new("North", [A])
    with closing(sqlite3.connect(workspace.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        desk.set_detail(desk.open_id, "minerals", ["Au"])
        other.execute("ROLLBACK")
    desk.end()
    assert kept(workspace).details == {"minerals": ["Au"]}


def test_a_draft_that_cannot_be_deleted_keeps_its_unsaved_blocks(workspace, window):
    desk = window()
    desk.new("North", [A])
    draft = desk.open_id
    with Locking(workspace.path) as other:
        desk.choice.add([B], "add")
        desk.set_detail(draft, "minerals", ["Au"])
        desk.delete(draft)
        assert [code for code, _ in desk._notices.errors] == [Code.LOCKED]
        assert desk.choice.blocks == {A, B}
        other.let_go()
    turn(lambda: kept(workspace).blocks == {A, B} and kept(workspace).details == {"minerals": ["Au"]})


def test_a_deleted_draft_comes_back_with_all_that_was_done_to_it(workspace, window, monkeypatch):
    desk = window()
    desk.new("North", [A])
    deleted = []
    monkeypatch.setattr(Notices, "add_button", lambda self, name, text, job: deleted.append(job))
    desk.choice.add([B], "add")
    desk.delete(desk.open_id)
    assert drafts_of(workspace) == [] and desk.choice is None
    deleted[0]()
    assert kept(workspace).blocks == {A, B} and desk.choice.blocks == {A, B}


def test_a_full_disk_loses_nothing_that_was_edited(workspace, window):
    desk = window()
    desk.new("North", [A])
    largest = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = workspace.path.stat().st_size
    import signal

    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, largest[1]))
    try:
        desk.choice.add([Block(lon, 2901) for lon in range(4000, 4200)], "add")
        desk.set_detail(desk.open_id, "minerals", ["Au"])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, largest)
        signal.signal(signal.SIGXFSZ, before)
    assert {code for code, _ in desk._notices.errors} == {Code.DISK_FULL} and size > 4096
    assert all("this window" in told for _, told in desk._notices.errors)
    assert len(desk.choice.blocks) == 201 and desk.draft.details == {"minerals": ["Au"]}
    assert kept(workspace).blocks == {A}
    desk.choice.add([B], "add")
    assert len(kept(workspace).blocks) == 202 and desk.save()
    assert kept(workspace).details == {"minerals": ["Au"]} and integrity(workspace.path) == []


READING = """
import sys
from pathlib import Path
from kaznedra_qgis.errors import KaznedraError
from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.workspace import Workspace
from kaznedra_qgis.workspace.drafts import Drafts, drafts_of
workspace = Workspace(Path(sys.argv[1]))
(draft,) = drafts_of(workspace)
drafts = Drafts(workspace)
for job in (lambda: drafts.change_blocks(draft.id, [Block(1, 1)], []), lambda: drafts.delete(draft.id)):
    try:
        job()
    except KaznedraError as error:
        print(error.code.value)
print(len(draft.blocks))
"""


@pytest.mark.parametrize("mode", [0o755, 0o555])
def test_a_workspace_that_may_only_be_read_shows_its_drafts_and_refuses_changes(workspace, window, tmp_path, mode):
    desk = window()
    desk.new("North", [A, B])
    desk.end()
    with closing(sqlite3.connect(workspace.path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    folder = tmp_path / "shelf"
    folder.mkdir()
    path = shutil.move(workspace.path, folder / "own.gpkg")
    path.chmod(0o444)
    folder.chmod(mode)
    code = tmp_path / "code"
    code.mkdir()
    told = run_as_nobody(READING, path, folder=code).split()
    folder.chmod(0o755)
    assert told == [Code.READ_ONLY.value, Code.READ_ONLY.value, "2"]
