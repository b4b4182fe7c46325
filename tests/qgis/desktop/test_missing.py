"""Where a library is missing the plugin says so, and helps."""

import sys

import pytest
import qgis.utils
from qgis.PyQt.QtWidgets import QApplication, QLabel

from kaznedra_qgis.gui import missing
from kaznedra_qgis.gui.missing import MissingLibraries
from tests.qgis.desktop.conftest import click, turn, wait_for, widget


@pytest.fixture
def stand_in(desk):
    made = MissingLibraries(qgis.utils.iface, ["shapely", "pyproj"])
    yield made
    made.unload()
    turn()


def told():
    labels = qgis.utils.iface.mainWindow().findChildren(QLabel, "kaznedraNoticeText")
    return next((label.text() for label in labels if label.isVisible()), "")


def test_a_debian_user_gets_the_command_for_apt(stand_in, monkeypatch):
    monkeypatch.setattr(missing, "is_managed", lambda: True)
    monkeypatch.setattr(missing, "package_manager", lambda: "apt")
    stand_in.initGui()
    wait_for(told)
    assert "shapely, pyproj" in told()
    assert "sudo apt install python3-shapely python3-pyproj" in told()
    click(widget("kaznedraCopyCommand"))
    assert QApplication.clipboard().text() == "sudo apt install python3-shapely python3-pyproj"


def test_elsewhere_pip_is_offered_with_the_python_of_qgis(stand_in, monkeypatch):
    monkeypatch.setattr(missing, "is_managed", lambda: False)
    command = missing.install_command(["shapely"])
    assert command[1:] == ["-m", "pip", "install", "--user", "shapely"]
    assert missing.python().is_file()
    stand_in.initGui()
    wait_for(told)
    wait_for(lambda: widget("kaznedraInstall").isVisible())


def test_without_gdal_only_qgis_itself_helps(desk):
    stand_in = MissingLibraries(qgis.utils.iface, ["osgeo"])
    assert "Install QGIS again" in stand_in.message().remedy


def test_what_went_wrong_is_told_and_can_be_tried_again(stand_in):
    stand_in.run([str(missing.python()), "-c", "import sys; sys.exit('no network')"])
    wait_for(lambda: "could not be installed" in told())
    wait_for(lambda: widget("kaznedraTryAgain").isVisible())


def test_a_program_that_is_not_there_is_told(stand_in):
    stand_in.run(["/no/such/python"])
    wait_for(lambda: "could not be installed" in told())


def test_after_a_good_installation_the_plugin_is_started(stand_in, monkeypatch):
    started = []
    monkeypatch.setattr(missing, "start_plugin", lambda: started.append(sys.version))
    stand_in.run([str(missing.python()), "-c", ""])
    wait_for(lambda: started)
