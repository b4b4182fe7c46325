"""Given to the desktop by `--code`: runs pytest in it, writes its exit code to KAZNEDRA_REPORT and ends the desktop."""

import json
import os
import sys
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.utils import iface


def run():
    sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    sys.path.insert(0, os.getcwd())
    sys.path.append(os.environ["KAZNEDRA_LIBRARIES"])
    import pytest

    # the welcome page would hide the map and take its mouse
    iface.newProject()
    window = iface.mainWindow()
    window.setGeometry(window.screen().availableGeometry())
    QgsApplication.processEvents()
    code = int(pytest.main(json.loads(os.environ["KAZNEDRA_PYTEST"])))
    sys.stdout.flush()
    Path(os.environ["KAZNEDRA_REPORT"]).write_text(str(code))
    QgsProject.instance().clear()
    QgsApplication.exit(code)


QTimer.singleShot(0, run)
