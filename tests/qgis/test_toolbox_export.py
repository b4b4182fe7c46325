"""kaznedra:exportapplication as the toolbox runs it: in another thread, its map sheets drawn in turns by this one."""

import tempfile
import threading
import time
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
)
from qgis.PyQt.QtCore import Qt

from kaznedra_qgis.documents import sheet_drawing
from kaznedra_qgis.documents.map_sheet import TURNS
from kaznedra_qgis.documents.pack import verify_pack
from kaznedra_qgis.documents.sheet_drawing import Order, draw_sheets
from kaznedra_qgis.errors import Code, KaznedraError
from tests.qgis.algorithms import Log
from tests.qgis.application import application, text_of

CODE = "M-44-77-(10е-5а-11)"
PATIENCE_S = 60

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture(autouse=True)
def rooms(tmp_path, monkeypatch):
    """Where temporary folders are made."""
    made = tmp_path / "rooms"
    made.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(made))
    return made


def turn_until(condition):
    """Turn the event loop until the condition holds; how often it turned."""
    until, beats = time.monotonic() + PATIENCE_S, 0
    while not condition():
        assert time.monotonic() < until, "waited in vain"
        QgsApplication.processEvents()
        beats += 1
        time.sleep(0.002)
    return beats


def export():
    return QgsApplication.processingRegistry().algorithmById("kaznedra:exportapplication").create()


class InTheBackground:
    """An algorithm as a task of QGIS's."""

    def __init__(self, algorithm, parameters, cancel_at=101):
        self.context, self.log, self.ended = QgsProcessingContext(), Log(), []
        in_its_thread = Qt.ConnectionType.DirectConnection
        cancel = self.log.cancel
        self.log.progressChanged.connect(lambda done: cancel() if done >= cancel_at else None, in_its_thread)
        self.task = QgsProcessingAlgRunnerTask(algorithm, parameters, self.context, self.log)
        self.task.executed.connect(lambda *told: self.ended.append(told))
        QgsApplication.taskManager().addTask(self.task)

    def result(self):
        self.beats = turn_until(lambda: self.ended)
        return self.ended[0]


def test_the_window_answers_between_the_turns(tmp_path, rooms):
    folder = tmp_path / "out"
    run = InTheBackground(export(), {"CODES": CODE, "OUTPUT": str(folder), "LANGUAGES": ["kk", "ru"]})
    is_good, told = run.result()
    assert is_good, run.log.errors
    assert run.beats > 2 * TURNS and told["PACK"] == str(folder / "application.zip")
    assert verify_pack(folder / "application.zip") == [] and not list(rooms.iterdir())
    assert "Сұралатын аумақтың картасы" in text_of(folder / "map.kk.pdf")
    assert run.log.steps == sorted(run.log.steps) and any(0 < step < 50 for step in run.log.steps)


@pytest.mark.parametrize("progress", [0, 4, 13, 25, 33, 46, 50, 80, 100])
def test_cancelled_at_any_time_it_leaves_nothing(tmp_path, rooms, progress):
    given = {"CODES": CODE, "OUTPUT": str(tmp_path / "out"), "LANGUAGES": ["ru"]}
    is_good, _ = InTheBackground(export(), given, progress).result()
    turn_until(lambda: not list(rooms.iterdir()))
    assert not is_good and [path.name for path in tmp_path.iterdir()] == ["rooms"]


def test_it_runs_in_a_model(tmp_path):
    model, step = QgsProcessingModelAlgorithm(), QgsProcessingModelChildAlgorithm("kaznedra:exportapplication")
    step.setChildId("step")
    given = {"CODES": CODE, "LANGUAGES": ["en"], "OUTPUT": str(tmp_path / "out")}
    for name, value in given.items():
        step.addParameterSources(name, [QgsProcessingModelChildParameterSource.fromStaticValue(value)])
    step.setModelOutputs({"PACK": QgsProcessingModelOutput("PACK", "Pack")})
    model.addChildAlgorithm(step)
    run = InTheBackground(model, {})
    is_good, _ = run.result()
    assert is_good, run.log.errors
    assert verify_pack(tmp_path / "out" / "application.zip") == []


def test_on_the_main_thread_it_draws_there_and_then_and_hears_cancel(tmp_path, rooms):
    import processing

    log = Log()
    log.progressChanged.connect(lambda done: log.cancel() if done > 20 else None)
    with pytest.raises(QgsProcessingException, match="You cancelled"):
        processing.run("kaznedra:exportapplication", {"CODES": CODE, "OUTPUT": str(tmp_path / "out")}, feedback=log)
    assert max(log.steps) < 50 and [path.name for path in tmp_path.iterdir()] == ["rooms"] and not list(rooms.iterdir())


class Asked(threading.Thread):
    """One who wants sheets in a thread of its own."""

    def __init__(self, room: Path, heard=lambda done, total: True):
        super().__init__(daemon=True)
        self.order, self.heard, self.error = Order(application(), ["en", "ru"], room), heard, None
        self.start()

    def run(self):
        try:
            draw_sheets(self.order, self.heard)
        except KaznedraError as error:
            self.error = error


def test_a_main_thread_that_waits_for_the_task_is_not_waited_for(rooms, monkeypatch):
    monkeypatch.setattr(sheet_drawing, "_PATIENCE_S", 0.3)
    asked = Asked(rooms)
    asked.join(PATIENCE_S)
    assert asked.error.code is Code.WINDOW_BUSY
    for _ in range(50):
        QgsApplication.processEvents()
    assert not list(rooms.iterdir())


def test_cancel_is_heard_while_the_main_thread_does_not_turn(rooms, monkeypatch):
    monkeypatch.setattr(sheet_drawing, "_GRACE_S", 0.3)
    asked = Asked(rooms, lambda done, total: False)
    asked.join(PATIENCE_S)
    assert asked.error.code is Code.CANCELLED and not list(rooms.iterdir())


@pytest.mark.parametrize("turns", [1, 5, 6, 9, 11, 15])
def test_for_one_who_gave_up_in_between_nothing_more_is_drawn(tmp_path, monkeypatch, turns):
    monkeypatch.setattr(sheet_drawing, "_LOOK_S", 0.01)
    room, seen = tmp_path / "room", [0]
    room.mkdir()

    def heard(done, total):
        seen.append(done)
        return True

    asked = Asked(room, heard)
    turn_until(lambda: seen[-1] >= turns)
    monkeypatch.setattr(sheet_drawing, "_PATIENCE_S", 0.3)
    asked.join(PATIENCE_S)
    assert asked.error.code is Code.WINDOW_BUSY and room.exists()
    turn_until(lambda: not room.exists())
