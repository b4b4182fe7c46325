"""The plugin's icons; where one is missing, QGIS's own stands in."""

from functools import cache

from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QIcon

from .. import paths

_OF_QGIS = {
    "kaznedra": "mActionAddOgrLayer.svg",
    "sync": "mActionRefresh.svg",
    "complete": "mTaskComplete.svg",
    "partial": "mTaskOnHold.svg",
    "stale": "mIndicatorTemporal.svg",
    "failed": "mTaskTerminated.svg",
    "never": "mTaskQueued.svg",
    "running": "mTaskRunning.svg",
    "settings": "mActionOptions.svg",
    "open": "mActionFileOpen.svg",
    "add": "mActionAdd.svg",
    "test": "mIconConnect.svg",
    "workspace": "mGeoPackage.svg",
    "log": "mMessageLog.svg",
    "choose": "mActionSelectRectangle.svg",
    "lasso": "mActionSelectFreehand.svg",
    "undo": "mActionUndo.svg",
    "redo": "mActionRedo.svg",
    "copy": "mActionEditCopy.svg",
    "duplicate": "mActionDuplicateLayer.svg",
    "delete": "mActionDeleteSelected.svg",
    "edit": "mActionToggleEditing.svg",
}


@cache
def icon(name: str) -> QIcon:
    """Icon of that name from resources/icons, else QGIS's nearest."""
    own = paths.resources("icons", f"{name}.svg")
    if own.is_file():
        return QIcon(str(own))
    return QgsApplication.getThemeIcon("/" + _OF_QGIS.get(name, "mIconInfo.svg"))
