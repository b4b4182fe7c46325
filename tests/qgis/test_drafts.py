"""Drafts of applications in the workspace: kept as they are edited, whatever ends the process."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.workspace import Workspace
from kaznedra_qgis.workspace.citations import cited
from kaznedra_qgis.workspace.drafts import Drafts, drafts_of
from tests.qgis.pages import Pages, feature, square
from tests.qgis.pulling import integrity
from tests.qgis.test_workspace import pull

ROOT = Path(__file__).resolve().parents[2]
A, B, C = Block(4600, 2900), Block(4601, 2900), Block(4602, 2900)


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    return Workspace.create(tmp_path / "workspace.gpkg")


@pytest.fixture
def drafts(workspace):
    with closing(Drafts(workspace)) as opened:
        yield opened


def refused(job) -> Code:
    with pytest.raises(KaznedraError) as caught:
        job()
    return caught.value.code


def test_a_new_draft_is_listed_with_its_blocks(workspace, drafts):
    made = drafts.create("North", "#0072B2", [A, B], [B])
    (draft,) = drafts_of(workspace)
    assert draft == made
    assert (draft.name, draft.colour, draft.blocks, draft.partial) == ("North", "#0072B2", {A, B}, {B})
    assert draft.created == draft.changed and draft.created.endswith("Z")
    assert not draft.archived and draft.details == {}


def test_drafts_are_listed_in_the_order_they_were_made(workspace, drafts):
    names = [drafts.create(name, "#000000").name for name in ("c", "a", "b")]
    assert [draft.name for draft in drafts.all()] == names


def test_blocks_are_changed_by_what_comes_and_goes(drafts):
    draft = drafts.create("North", "#0072B2", [A, B])
    drafts.change_blocks(draft.id, [C], [A], partial=[C])
    assert (drafts.get(draft.id).blocks, drafts.get(draft.id).partial) == ({B, C}, {C})
    drafts.change_blocks(draft.id, [C], [])
    assert drafts.get(draft.id).partial == set()
    drafts.set_blocks(draft.id, [A])
    assert drafts.get(draft.id).blocks == {A}


def test_drafts_do_not_share_blocks(drafts):
    north, south = drafts.create("North", "#0072B2", [A]), drafts.create("South", "#009E73", [A])
    drafts.change_blocks(north.id, [B], [A])
    assert drafts.get(south.id).blocks == {A}


def test_name_colour_archive_and_details_are_kept(drafts):
    draft = drafts.create("North", "#0072B2")
    drafts.rename(draft.id, "Солтүстік")
    drafts.recolour(draft.id, "#D55E00")
    drafts.archive(draft.id)
    drafts.set_detail(draft.id, "minerals", ["мыс", "алтын"])
    found = drafts.get(draft.id)
    assert (found.name, found.colour, found.archived) == ("Солтүстік", "#D55E00", True)
    assert found.details == {"minerals": ["мыс", "алтын"]}
    drafts.archive(draft.id, False)
    assert not drafts.get(draft.id).archived


def test_a_copy_goes_its_own_way_and_was_never_submitted(drafts):
    draft = drafts.create("North", "#0072B2", [A, B], [B])
    drafts.set_detail(draft.id, "plan", {"years": 6})
    drafts.set_detail(draft.id, "submission", {"key": "x"})
    copy = drafts.duplicate(draft.id, "North 2", "#009E73")
    assert (copy.blocks, copy.partial, copy.details) == ({A, B}, {B}, {"plan": {"years": 6}})
    drafts.change_blocks(copy.id, [], [A])
    assert drafts.get(draft.id).blocks == {A, B}


def test_a_deleted_draft_can_be_brought_back_as_it_was(workspace, drafts):
    pull(workspace, Pages([feature("a", square())]))
    draft = drafts.create("North", "#0072B2", [A, B], [B])
    drafts.note_check(draft.id, [1], "digest")
    was = drafts.delete(draft.id)
    assert drafts.all() == [] and cited(workspace) == []
    drafts.restore(was)
    assert drafts.get(draft.id) == was and [each.snapshot for each in cited(workspace)] == [1]


def test_a_check_has_its_snapshots_kept_and_lets_the_former_ones_go(workspace, drafts):
    for name in "ab":
        pull(workspace, Pages([feature(name, square())]))
    draft = drafts.create("North", "#0072B2")
    drafts.note_check(draft.id, [1], "one")
    drafts.note_check(draft.id, [2, 2, 99], "two", day="2026-11-22")
    assert [tuple(each) for each in cited(workspace)] == [(2, "draft", draft.id)]
    checked = drafts.get(draft.id).details["checked"]
    assert (checked["snapshots"], checked["digest"], checked["day"]) == ([2, 99], "two", "2026-11-22")


def test_what_is_not_there_cannot_be_changed(drafts):
    for job in (
        lambda: drafts.get("none"),
        lambda: drafts.rename("none", "x"),
        lambda: drafts.change_blocks("none", [A], []),
        lambda: drafts.delete("none"),
    ):
        assert refused(job) is Code.NO_SUCH_DRAFT
    with pytest.raises(ValueError):
        drafts.set_detail("none", "colour", "x")


def test_a_refused_change_leaves_the_blocks_as_they_were(workspace, drafts):
    draft = drafts.create("North", "#0072B2", [A])
    with closing(sqlite3.connect(workspace.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        assert refused(lambda: drafts.change_blocks(draft.id, [B], [A])) is Code.LOCKED
        assert time.monotonic() - began < 5
        other.execute("ROLLBACK")
    assert drafts.get(draft.id).blocks == {A}
    drafts.change_blocks(draft.id, [B], [A])
    assert drafts.get(draft.id).blocks == {B}


def test_a_workspace_is_pulled_into_while_drafts_are_open(workspace, drafts):
    draft = drafts.create("North", "#0072B2", [A])
    pull(workspace, Pages([feature("a", square())]))
    drafts.change_blocks(draft.id, [B], [])
    drafts.settle()
    assert workspace.theme_states("test")["licences"].count == 1
    assert drafts_of(workspace)[0].blocks == {A, B}


EDITING = """
import sys
from pathlib import Path
from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.workspace import Workspace
from kaznedra_qgis.workspace.drafts import Drafts
drafts = Drafts(Workspace(Path(sys.argv[1])))
draft = drafts.create("North", "#0072B2")
for lon in range(100_000):
    drafts.change_blocks(draft.id, [Block(lon, 2900)], [Block(lon - 3, 2900)])
    print(lon, flush=True)
"""


@pytest.mark.parametrize("round_", range(4))
def test_a_killed_process_has_lost_no_change_that_was_made(workspace, round_):
    command = [sys.executable, "-c", EDITING, str(workspace.path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "0\n"
        time.sleep(random.uniform(0.01, 0.3))
        os.kill(process.pid, signal.SIGKILL)
        told = process.stdout.read().split()
    last = int(told[-1]) if told else 0
    (draft,) = drafts_of(workspace)
    found = sorted(block.lon for block in draft.blocks)
    assert found in ([lon for lon in range(at - 2, at + 1) if lon >= 0] for at in (last, last + 1))
    assert integrity(workspace.path) == []
