"""From the tab Papers of a draft to a pack on the disk, with the mouse."""

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QPushButton

from kaznedra_qgis.documents.map_sheet import TURNS
from kaznedra_qgis.documents.pack import verify_pack
from tests.qgis.desktop.conftest import click, turn, wait_for, widget
from tests.qgis.desktop.test_draft_sections import turn_to


def test_a_draft_is_exported_from_its_papers(ground, tmp_path):
    ground.click()
    ground.click(1)
    turn()
    turn_to(3)
    button = widget("kaznedraExportDraft", QPushButton)
    click(button)
    dialog = wait_for(lambda: ground.room.export.dialog)
    wait_for(lambda: dialog.export.isEnabled())
    assert dialog.isModal() and "2 blocks" in dialog.told.text() and "unknown" in dialog.told.text()
    dialog.folder.setFilePath(str(tmp_path / "application"))
    for language in ("ru", "en"):
        dialog.languages[language].setChecked(False)
    turn()
    click(dialog.export)
    wait_for(lambda: dialog.written)
    assert verify_pack(tmp_path / "application" / "application.zip") == []
    assert (tmp_path / "application" / "map.kk.pdf").is_file()
    click(dialog.close_button)
    wait_for(lambda: ground.room.export.dialog is None)


def toolbox_dialog(folder):
    """The toolbox's window for an application of one block."""
    import processing

    given = {"CODES": "M-44-77-(10е-5а-11)", "OUTPUT": str(folder)}
    dialog = processing.createAlgorithmDialog("kaznedra:exportapplication", given)
    dialog.show()
    return dialog


def test_the_window_answers_while_the_toolbox_exports(desk, tmp_path):
    dialog = toolbox_dialog(tmp_path / "out")
    click(dialog.runButton())
    beats, written = [], tmp_path / "out" / "application.zip"
    wait_for(lambda: beats.append(dialog.cancelButton().isEnabled()) or written.exists())
    assert beats.count(True) > 3 * TURNS and verify_pack(written) == []
    wait_for(lambda: not dialog.cancelButton().isEnabled())
    dialog.close()
    dialog.deleteLater()


def test_cancel_in_the_toolbox_leaves_nothing(desk, tmp_path):
    dialog = toolbox_dialog(tmp_path / "out")
    click(dialog.runButton())
    wait_for(lambda: any(task.progress() > 10 for task in QgsApplication.taskManager().activeTasks()))
    click(dialog.cancelButton())
    wait_for(lambda: not dialog.cancelButton().isEnabled())
    assert not list(tmp_path.glob("*out*"))
    dialog.close()
    dialog.deleteLater()
