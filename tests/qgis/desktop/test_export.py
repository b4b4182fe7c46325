"""From the tab Papers of a draft to a pack on the disk, with the mouse."""

from qgis.PyQt.QtWidgets import QPushButton

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
