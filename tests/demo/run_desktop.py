"""Given to the desktop by `--code` in the demo run: does with the window what a user would, and reports.

Clicks Sync in the dock, waits for the pull and for the map to be drawn, and writes the report KAZNEDRA_REPORT. With
KAZNEDRA_SCREENSHOT it saves a picture of the window and ends the desktop; without, the window stays open.
"""

import json
import os
import sys
import traceback
from pathlib import Path

import qgis.utils
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject
from qgis.PyQt.QtCore import QEventLoop, Qt, QTimer
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface

THEMES = ("licences", "licence_applications", "deposits", "restricted_areas")
"""Themes that must have come whole"""
EXPANDED = ("licences", "deposits")
"""Those whose legend is opened"""


class StepFailed(Exception):
    """What did not happen, in words."""


def wait_until(holds, seconds, what):
    """Turn the event loop until `holds()`; StepFailed naming `what` after `seconds`."""
    loop, clock, limit = QEventLoop(), QTimer(), QTimer()
    clock.timeout.connect(lambda: holds() and loop.exit(0))
    limit.setSingleShot(True)
    limit.timeout.connect(lambda: loop.exit(1))
    clock.start(50)
    limit.start(int(seconds * 1000))
    if loop.exec() != 0:
        raise StepFailed(f"after {seconds:.0f} s still waiting for {what}")


def write(name, content):
    """Write a report as a whole, never half."""
    path = Path(os.environ[name])
    draft = path.with_suffix(".draft")
    draft.write_text(json.dumps(content), encoding="utf-8")
    draft.replace(path)


def opened_dock():
    plugin = qgis.utils.plugins.get("kaznedra_qgis")
    if "kaznedra_qgis" not in qgis.utils.active_plugins or plugin is None:
        raise StepFailed("the plugin was not started")
    if getattr(plugin, "dock", None) is None:
        raise StepFailed("the plugin has no dock; is a library missing?")
    plugin.dock.setUserVisible(True)
    return plugin.dock


def pull(dock):
    """Click Sync and wait; the source's theme states and the workspace's path."""
    from kaznedra_qgis.settings import Settings
    from kaznedra_qgis.workspace import Workspace

    wait_until(lambda: dock.panel is not None and dock.panel.state is not None, 30, "the dock to know its source")
    button = dock.panel.source_row.sync
    button.click()
    if button.isEnabled():
        raise StepFailed("Sync did not start")
    wait_until(button.isEnabled, 240, "the end of the sync")
    path = Settings().workspace
    if path is None or not path.exists():
        raise StepFailed("the sync made no workspace")
    return Workspace.open(path).theme_states(Settings().source.id), path


def themes_of(states):
    """Rows of the report: theme, expected, received, state, and what went wrong."""
    return [
        {
            "theme": theme,
            "expected": state.last.expected,
            "received": state.last.received,
            "state": state.last.state.value,
            "message": state.last.message,
        }
        for theme, state in states.items()
        if state.last is not None
    ]


def check(themes):
    """Raise StepFailed unless every theme that must come came whole."""
    by_name = {theme["theme"]: theme for theme in themes}
    for name in THEMES:
        theme = by_name.get(name)
        if theme is None:
            raise StepFailed(f"{name} was not pulled")
        if theme["state"] != "complete" or theme["received"] < 1 or theme["expected"] not in (None, theme["received"]):
            raise StepFailed(
                f"{name} is {theme['state']}: {theme['received']} of {theme['expected']} {theme['message']}"
            )


def new_map():
    """A new project over the country's base map."""
    from kaznedra_qgis.mapping import base_map

    iface.newProject()
    project = QgsProject.instance()
    if base_map.add_base_map(project) is None:
        raise StepFailed("QGIS has no world map for the base map")


def country_extent(project):
    """Kazakhstan with a margin, in the project's CRS."""
    from kaznedra_qgis.mapping import base_map

    layers = (node.layer() for node in base_map.find_base_map(project).findLayers())
    countries = next(layer for layer in layers if layer.customProperty(base_map.MARK) == "countries")
    (kazakhstan,) = countries.getFeatures("\"ISO_A3\" = 'KAZ'")
    shape = kazakhstan.geometry()
    shape.transform(QgsCoordinateTransform(countries.crs(), project.crs(), project))
    extent = shape.boundingBox()
    return extent.buffered(extent.width() * 0.02)


def draw(map_canvas):
    """Zoom to the country and wait until every layer is drawn."""
    project = QgsProject.instance()
    # only now: the first layer to be drawn brings its own CRS
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:32642"))
    map_canvas.setExtent(country_extent(project))
    drawn = []
    map_canvas.mapCanvasRefreshed.connect(lambda: drawn.append(True))
    map_canvas.refreshAllLayers()
    wait_until(lambda: drawn and not map_canvas.isDrawing(), 120, "the map to be drawn")
    shown = [layer for layer in map_canvas.layers() if layer.customProperty("kaznedra/theme")]
    if not all(any(f"layername={name}" in layer.source() for layer in shown) for name in THEMES):
        raise StepFailed(f"not every theme is on the map, only {[layer.name() for layer in shown]}")
    broken = [layer.name() for layer in map_canvas.layers() if not layer.isValid()]
    if broken:
        raise StepFailed(f"these layers cannot be read: {broken}")


def open_legends(project):
    for node in project.layerTreeRoot().findLayers():
        node.setExpanded(any(f"layername={name}|" in node.layer().source() for name in EXPANDED))


def give_room_to_legends(window):
    """Make the layer tree as wide as its texts, and the dock as wide as it likes to be."""
    docks = [window.findChild(QDockWidget, name) for name in ("Layers", "KaznedraDock")]
    tree = iface.layerTreeView()
    legend = min(tree.sizeHintForColumn(0) + tree.verticalScrollBar().sizeHint().width(), window.width() * 3 // 10)
    window.resizeDocks(docks, [legend, docks[1].widget().sizeHint().width()], Qt.Orientation.Horizontal)


def save_screenshot(window, target):
    # by way of events the message bar, the legend and the dock have drawn themselves too
    quiet = []
    QTimer.singleShot(1500, lambda: quiet.append(True))
    wait_until(lambda: quiet, 10, "the window to come to rest")
    picture = window.screen().grabWindow(window.winId())
    if picture.isNull() or not picture.save(target):
        raise StepFailed(f"no picture could be saved to {target}")


def work(report):
    window = iface.mainWindow()
    if "KAZNEDRA_SCREENSHOT" in os.environ:
        window.showNormal()
        window.setGeometry(window.screen().geometry())
        window.findChild(QDockWidget, "Browser").close()
    new_map()
    dock = opened_dock()
    states, workspace = pull(dock)
    report["workspace"], report["themes"] = str(workspace), themes_of(states)
    check(report["themes"])
    open_legends(QgsProject.instance())
    if "KAZNEDRA_SCREENSHOT" in os.environ:
        give_room_to_legends(window)
    draw(iface.mapCanvas())
    if "KAZNEDRA_SCREENSHOT" in os.environ:
        save_screenshot(window, os.environ["KAZNEDRA_SCREENSHOT"])
        report["screenshot"] = os.environ["KAZNEDRA_SCREENSHOT"]
    errors = Path(os.environ.get("KAZNEDRA_ERRORS", ""))
    if errors.is_file():
        raise StepFailed("Python errors were raised in QGIS")


def main():
    sys.path.insert(0, os.getcwd())
    write("KAZNEDRA_STARTED", {})
    report = {"themes": [], "failed": "", "log": []}

    def note(text, tag, _level):
        if tag == "Kaznedra":
            report["log"].append(text)

    QgsApplication.messageLog().messageReceived.connect(note)
    try:
        work(report)
    except StepFailed as failure:
        report["failed"] = str(failure)
    except Exception:
        report["failed"] = traceback.format_exc()
    write("KAZNEDRA_REPORT", report)
    if "KAZNEDRA_SCREENSHOT" in os.environ:
        QgsProject.instance().setDirty(False)
        QgsApplication.exit(1 if report["failed"] else 0)


QTimer.singleShot(0, main)
