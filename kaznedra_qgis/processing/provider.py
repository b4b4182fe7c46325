"""What the plugin gives to Processing: the toolbox, the model builder, scripts and qgis_process."""

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from .. import paths
from .asof import AsOf
from .blockgrid import BlockGrid
from .blocksfromcodes import BlocksFromCodes
from .blocksfromcorners import BlocksFromCorners
from .blocksfromlayer import BlocksFromLayer
from .changes import Changes
from .checkapplication import CheckApplication
from .codedisagreements import CodeDisagreements
from .costs import Costs
from .exportapplication import ExportApplication
from .prune import Prune
from .sheetframe import SheetFrame
from .snapshots import Snapshots
from .submitapplication import SubmitApplication
from .sync import Sync
from .verifynumbering import VerifyNumbering
from .verifypack import VerifyPack

ALGORITHMS = (
    Sync,
    Snapshots,
    AsOf,
    Changes,
    CodeDisagreements,
    Prune,
    Costs,
    CheckApplication,
    ExportApplication,
    VerifyPack,
    SubmitApplication,
    BlockGrid,
    BlocksFromCodes,
    BlocksFromCorners,
    BlocksFromLayer,
    SheetFrame,
    VerifyNumbering,
)


class KaznedraProvider(QgsProcessingProvider):
    """The provider `kaznedra`."""

    def id(self) -> str:
        """The first part of the algorithms' names, `kaznedra:sync`."""
        return "kaznedra"

    def name(self) -> str:
        """What the toolbox calls the plugin."""
        return QCoreApplication.translate("Kaznedra", "Kaznedra")

    def icon(self) -> QIcon:
        """The plugin's icon; that of Processing where it is missing."""
        path = paths.resources("icons", "kaznedra.svg")
        return QIcon(str(path)) if path.is_file() else super().icon()

    def svgIconPath(self) -> str:
        """Path of the plugin's icon, for the model builder."""
        path = paths.resources("icons", "kaznedra.svg")
        return str(path) if path.is_file() else super().svgIconPath()

    def loadAlgorithms(self) -> None:
        """Add every algorithm; Processing calls this again when the language changes."""
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
