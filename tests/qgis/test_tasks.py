"""Tasks begin, end once and can be cancelled, also where QGIS's task manager is busy, late, or has lost them."""

import os
import subprocess
import sys
import threading
import time

import pytest
from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QCoreApplication, QRunnable, QThreadPool

from kaznedra_qgis.errors import Code, KaznedraError
from kaznedra_qgis.gui import task as tasks
from kaznedra_qgis.gui.task import Task
from tests.house import ROOT

PATIENCE_S = 30


class Counted(Task):
    """Counts how often it is worked and how often it ends; works until told to stop, where it is `held`."""

    def __init__(self, held=False):
        super().__init__("counted")
        self.begun = threading.Event()
        self.go = threading.Event()
        self.worked, self.told = 0, []
        if not held:
            self.go.set()
        self.ended.connect(self.told.append)

    def work(self):
        self.worked += 1
        self.begun.set()
        while not self.go.wait(0.01):
            if self.is_cancelled():
                raise KaznedraError(Code.CANCELLED)
        return self.worked


class Plug(QRunnable):
    """Keeps a thread of a pool busy."""

    def __init__(self, out):
        super().__init__()
        self._out = out

    def run(self):
        self._out.wait(PATIENCE_S)


def pool():
    """The pool that QGIS's task manager uses."""
    manager = QgsApplication.taskManager()
    return manager.threadPool() if hasattr(manager, "threadPool") else QThreadPool.globalInstance()


@pytest.fixture
def busy_pool():
    """No thread is free until the event is set."""
    out, used = threading.Event(), pool()
    for _ in range(used.maxThreadCount()):
        used.start(Plug(out), 100)
    yield out
    out.set()
    wait_for(lambda: not used.activeThreadCount())


def wait_for(condition):
    until = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < until, "waited in vain"
        QCoreApplication.processEvents()
        time.sleep(0.001)


def turn(seconds):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QCoreApplication.processEvents()
        time.sleep(0.005)


def known_to_qgis():
    return [each for each in QgsApplication.taskManager().tasks() if each.description() == "counted"]


def test_a_task_ends_once_with_its_result(qgis_app):
    task = Counted()
    task.start()
    wait_for(lambda: task.told)
    turn(0.1)
    assert (task.told, task.worked, task.result, task.error, task.is_over) == ([task], 1, 1, None, True)
    assert known_to_qgis() == []


def test_a_task_that_qgis_has_lost_is_taken_up(qgis_app, busy_pool):
    task = Counted()
    task.start()
    pool().clear()
    busy_pool.set()
    wait_for(lambda: task.told)
    assert (task.told, task.worked, task.result, task.error) == ([task], 1, 1, None)
    wait_for(lambda: not known_to_qgis())


def test_a_lost_task_that_fails_says_so(qgis_app, busy_pool, monkeypatch):
    task = Counted()
    monkeypatch.setattr(task, "work", lambda: 1 / 0)
    task.start()
    pool().clear()
    wait_for(lambda: task.told)
    assert task.error.code is Code.UNEXPECTED


def test_a_task_that_qgis_begins_late_is_worked_once(qgis_app, busy_pool):
    task = Counted(held=True)
    task.start()
    wait_for(task.begun.is_set)
    busy_pool.set()
    wait_for(lambda: task.status() == QgsTask.TaskStatus.Running)
    task.go.set()
    wait_for(lambda: task.told)
    turn(0.1)
    assert (task.told, task.worked, task.result) == ([task], 1, 1)
    assert known_to_qgis() == []


def test_cancel_before_the_beginning_leaves_nothing_to_be_done(qgis_app, busy_pool):
    task = Counted()
    task.start()
    task.cancel()
    wait_for(lambda: task.told)
    busy_pool.set()
    turn(2 * tasks._OVERDUE_MS / 1000)
    assert (len(task.told), task.worked, task.error.code) == (1, 0, Code.CANCELLED)


@pytest.mark.parametrize("by_qgis", [False, True])
def test_cancel_of_one_taken_up_ends_when_the_work_does(qgis_app, busy_pool, by_qgis):
    task = Counted(held=True)
    task.start()
    pool().clear()
    wait_for(task.begun.is_set)
    if by_qgis:
        QgsApplication.taskManager().cancelAll()
    else:
        task.cancel()
    wait_for(lambda: task.told)
    turn(0.1)
    assert (len(task.told), task.worked, task.error.code) == (1, 1, Code.CANCELLED)
    assert known_to_qgis() == []


def test_cancel_while_qgis_works_it_ends_when_the_work_does(qgis_app):
    task = Counted(held=True)
    task.start()
    wait_for(task.begun.is_set)
    task.cancel()
    wait_for(lambda: task.told)
    assert (len(task.told), task.worked, task.error.code) == (1, 1, Code.CANCELLED)


def test_quiet_tasks_end_beside_a_busy_pool_and_out_of_sight(qgis_app, busy_pool):
    quiet = [Counted() for _ in range(40)]
    for task in quiet:
        task.start_quietly()
    assert known_to_qgis() == []
    wait_for(lambda: all(task.told for task in quiet))
    turn(0.1)
    assert {(len(task.told), task.worked, task.result) for task in quiet} == {(1, 1, 1)}


CHAINED = """
import sys
import time
from qgis.core import QgsApplication
from kaznedra_qgis.gui import task as tasks

application = QgsApplication([], False)
application.initQgis()
chains, tasks._OVERDUE_MS = int(sys.argv[1]), int(sys.argv[2])
left, over = [3000], []

class Short(tasks.Task):
    def work(self):
        return True

def begin(ended=None):
    if ended is not None:
        over.append(ended)
    if left[0]:
        left[0] -= 1
        task = Short("short")
        task.ended.connect(begin)
        task.start()

for _ in range(chains):
    begin()
until = time.monotonic() + 60
while len(over) < 3000 and time.monotonic() < until:
    application.processEvents()
print(len(over), flush=True)
"""


@pytest.mark.parametrize(
    ("chains", "overdue_ms"),
    [
        pytest.param(1, 3_600_000, id="one after the other, and none is taken up"),
        pytest.param(3, 50, id="side by side"),
    ],
)
def test_none_is_lost_where_each_begins_at_the_end_of_another(chains, overdue_ms):
    run = subprocess.run(
        [sys.executable, "-c", CHAINED, str(chains), str(overdue_ms)],
        # what one thread frees, another is given at once: without this it takes luck to lose one
        env={**os.environ, "GLIBC_TUNABLES": "glibc.malloc.tcache_count=0", "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert run.stdout.strip() == "3000", run.stderr
