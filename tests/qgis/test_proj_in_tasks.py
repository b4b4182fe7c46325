"""Projections in tasks: Python's state of such a thread ends with every call, and must take nothing along."""

import os
import subprocess
import sys

from kaznedra_qgis.subsoil.transformations import SK_42, WGS_84, choose
from tests.house import ROOT

ASKING = """
from qgis.core import QgsApplication, QgsTask
from shapely.geometry import box
from kaznedra_qgis.subsoil.blocks import Block
from kaznedra_qgis.subsoil.buffers import buffered
from kaznedra_qgis.subsoil.catalogue import corner_catalogue
from kaznedra_qgis.subsoil.gauss_kruger import corners_of, read_grid_points
from kaznedra_qgis.subsoil.transformations import SK_42, WGS_84, choose, is_known

application = QgsApplication([], False)
application.initQgis()
told, ended = [], []

def ask(task=None):
    place = choose(SK_42, WGS_84, (75.0, 49.0, 75.0, 49.0)).operation.convert([75.0], [49.0])
    corners_of(read_grid_points("13 456 789 5 432 100").points, SK_42)
    corner_catalogue([Block(75 * 60, 49 * 60)])
    buffered(box(75, 49, 75.1, 49.1), 1000)
    assert is_known("EPSG:32642") and not is_known("EPSG:1")
    told.append(place)

for number in range(6):
    task = QgsTask.fromFunction(str(number), ask, on_finished=lambda error, result=None: ended.append(error))
    QgsApplication.taskManager().addTask(task)
    while len(ended) <= number:
        application.processEvents()
    ask()
    is_known(f"EPSG:{32640 + number}")
assert ended == [None] * 6, ended
print(told)
"""


def test_they_are_the_same_in_task_after_task():
    run = subprocess.run(
        [sys.executable, "-c", ASKING],
        # freed memory is overwritten, so nothing that uses it goes on by luck
        env={**os.environ, "MALLOC_PERTURB_": "165", "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert run.returncode == 0, run.stderr
    place = choose(SK_42, WGS_84, (75.0, 49.0, 75.0, 49.0)).operation.convert([75.0], [49.0])
    assert run.stdout.strip() == str([place] * 12)
