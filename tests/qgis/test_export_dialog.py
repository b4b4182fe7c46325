"""The export dialog: it checks anew, writes off the main thread, says what happened, and Cancel leaves nothing."""

import time
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest

from kaznedra_qgis.documents.map_sheet import TURNS
from kaznedra_qgis.documents.pack import verify_pack
from kaznedra_qgis.documents.sheet_drawing import SheetDrawing
from kaznedra_qgis.gui.export_dialog import ExportDialog
from kaznedra_qgis.gui.export_task import ExportTask
from kaznedra_qgis.settings import Settings
from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.workspace import Workspace
from kaznedra_qgis.workspace.drafts import Drafts
from tests.qgis import mapped
from tests.qgis.application import PLAN, SOUTH, WEST


def wait_for(condition, patience_s=60):
    until = time.monotonic() + patience_s
    while time.monotonic() < until:
        QgsApplication.processEvents()
        if condition():
            return
        time.sleep(0.005)
    raise AssertionError("waited in vain")


@pytest.fixture
def workspace(qgis_app, tmp_path):
    return Workspace(mapped.workspace(tmp_path / "workspace.gpkg", licences=[]))


@pytest.fixture
def draft(workspace):
    drafts = Drafts(workspace)
    made = drafts.create("Қара/бұлақ <b>", "#0072B2", [Block(WEST + x, SOUTH) for x in range(3)])
    drafts.set_detail(made.id, "plan", PLAN)
    drafts.note_check(made.id, [], "old", summary={})
    drafts.close()
    return made


@pytest.fixture
def dialog(workspace, draft, tmp_path):
    settings = Settings("test-export")
    settings.workspace_folder = tmp_path / "home"
    settings.export_languages = ["kk"]
    settings.templates_folder = ""
    made = ExportDialog(workspace.path, draft.id, settings=settings)
    made.show()
    wait_for(lambda: made._content is not None)
    yield made
    made.deleteLater()


def test_it_says_what_the_check_of_now_says(dialog):
    told = dialog.told.text()
    assert "Қара/бұлақ &lt;b&gt;: 3 blocks" in told and "unknown" in told and "Otherwise than" in told
    assert "Not filled in yet: applicant, minerals" in told and "plan of works" not in told
    assert "Attachments missing or not in order: " in told
    assert Path(dialog.folder.filePath()).name.startswith("Қара бұлақ b ")


def test_it_writes_the_pack_and_offers_the_folder(dialog, tmp_path):
    written = []
    dialog.exported.connect(written.append)
    folder = Path(dialog.folder.filePath())
    QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert not dialog.export.isEnabled() and dialog.bar.isVisible()
    wait_for(lambda: written)
    assert verify_pack(folder / "application.zip") == [] and (folder / "map.kk.pdf").is_file()
    assert not (folder / "application.ru.odt").exists()
    assert dialog.show_folder.isVisible() and "application.zip" in dialog.state.text() and not dialog.bar.isVisible()
    QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert "something in this folder already" in dialog.state.text() and len(written) == 1


def test_cancel_leaves_nothing_and_close_waits_for_it(dialog):
    folder = Path(dialog.folder.filePath())
    dialog.start()
    dialog.reject()
    assert dialog.isVisible()
    wait_for(lambda: "You cancelled" in dialog.state.text())
    dialog.start()
    wait_for(lambda: isinstance(dialog._job, ExportTask))
    dialog.reject()
    wait_for(lambda: "You cancelled" in dialog.state.text() and dialog._sheets is None)
    assert not folder.exists() and (not folder.parent.exists() or not list(folder.parent.iterdir()))
    dialog.reject()
    assert not dialog.isVisible()


def test_the_event_loop_turns_while_the_sheets_are_drawn(dialog):
    for box in dialog.languages.values():
        box.setChecked(True)
    turned, seen, values = [0], [], []
    beat = QTimer(dialog)
    beat.timeout.connect(lambda: turned.__setitem__(0, turned[0] + 1))
    beat.start(0)
    dialog.start()
    drawing = dialog._job
    assert isinstance(drawing, SheetDrawing)
    drawing.went_on.connect(lambda done, total: seen.append((done, total, turned[0])))
    drawing.went_on.connect(lambda *_: values.append(dialog.bar.value()))
    wait_for(lambda: isinstance(dialog._job, ExportTask))
    assert [done for done, _, _ in seen] == list(range(1, 3 * TURNS + 1))
    assert {total for _, total, _ in seen} == {3 * TURNS}
    beats = [turns for _, _, turns in seen]
    assert all(before < after for before, after in zip(beats, beats[1:]))
    assert values == sorted(values) and values[-1] == 50
    beat.stop()
    dialog.reject()
    wait_for(lambda: dialog._sheets is None)


@pytest.mark.parametrize("turn", [1, 3, 5, 6, 9, 10, 12])
def test_cancel_is_heard_in_every_turn_of_the_drawing(dialog, turn):
    folder = Path(dialog.folder.filePath())
    dialog.languages["ru"].setChecked(True)
    dialog.start()
    room, drawing = Path(dialog._sheets.name), dialog._job
    done = []
    drawing.went_on.connect(lambda at, _: done.append(at))
    drawing.went_on.connect(lambda at, _: dialog.reject() if at == turn else None)
    wait_for(lambda: "You cancelled" in dialog.state.text())
    assert done == list(range(1, turn + 1)) and dialog._sheets is None and not room.exists()
    assert not folder.exists() and dialog.export.isEnabled()


def test_without_a_language_or_a_folder_there_is_nothing_to_press(dialog):
    assert dialog.export.isEnabled()
    dialog.languages["kk"].setChecked(False)
    assert not dialog.export.isEnabled()
    dialog.languages["ru"].setChecked(True)
    assert dialog.export.isEnabled()
    dialog.folder.setFilePath("")
    assert not dialog.export.isEnabled()


def test_our_templates_are_put_where_the_user_wants_them(dialog, tmp_path):
    assert not dialog.copy.isEnabled()
    dialog.templates.setFilePath(str(tmp_path / "own"))
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert (tmp_path / "own" / "words.kk.json").is_file() and "8" in dialog.state.text()


def test_a_draft_that_is_gone_is_told(workspace):
    made = ExportDialog(workspace.path, "gone", settings=Settings("test-export"))
    wait_for(lambda: "no such draft" in made.state.text())
    assert not made.export.isEnabled()
    made.deleteLater()
