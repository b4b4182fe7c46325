"""Kaznedra's page in QGIS's options."""

from collections.abc import Callable
from pathlib import Path
from typing import Optional

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..mapping import datums
from ..settings import MOST_DAYS, NetworkLimits, Settings
from ..subsoil.transformations import SK_42, operations
from . import words
from .icons import icon

LANGUAGE_NAMES = (("en", "English"), ("ru", "Русский"), ("kk", "Қазақша"))
BOUNDS = {"idle_s": (5, 600), "total_s": (10, 3600), "attempts": (1, 10), "concurrency": (1, 8), "page_mb": (1, 1024)}


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page; `changed` is called after the user has applied it."""

    def __init__(self, settings: Settings, changed: Callable[[], None]) -> None:
        super().__init__()
        self.setTitle("Kaznedra")
        self._settings, self._changed = settings, changed
        self._page: Optional[OptionsPage] = None

    def icon(self) -> QIcon:
        """The plugin's icon."""
        return icon("kaznedra")

    def createWidget(self, parent: Optional[QWidget] = None) -> QgsOptionsPageWidget:
        """The page; the reference kept here keeps its Python half alive."""
        self._page = OptionsPage(self._settings, self._changed, parent)
        return self._page


class OptionsPage(QgsOptionsPageWidget):
    """Language, workspace folder, transformation of SK-42, network limits."""

    def __init__(self, settings: Settings, changed: Callable[[], None], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraOptions")
        self._settings, self._changed = settings, changed
        layout = QVBoxLayout(self)
        layout.addWidget(self._general())
        layout.addWidget(self._datums())
        layout.addWidget(self._network())
        self.restore = QPushButton(QCoreApplication.translate("Kaznedra", "Restore &defaults"), self)
        self.restore.setObjectName("kaznedraRestoreDefaults")
        self.restore.clicked.connect(self.show_defaults)
        self.restore.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        layout.addWidget(self.restore)
        layout.addStretch(1)
        self._show(settings)

    def _general(self) -> QGroupBox:
        group = QGroupBox(QCoreApplication.translate("Kaznedra", "General"), self)
        form = QFormLayout(group)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.language = QComboBox(group)
        self.language.setObjectName("kaznedraLanguage")
        self.language.addItem(QCoreApplication.translate("Kaznedra", "As QGIS"), "auto")
        for code, name in LANGUAGE_NAMES:
            self.language.addItem(name, code)
        form.addRow(QCoreApplication.translate("Kaznedra", "&Language"), self.language)
        self.folder = QgsFileWidget(group)
        self.folder.setObjectName("kaznedraWorkspaceFolder")
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setDialogTitle(QCoreApplication.translate("Kaznedra", "Folder for workspaces"))
        label = QLabel(QCoreApplication.translate("Kaznedra", "&Folder for new workspaces"), group)
        label.setBuddy(self.folder.lineEdit())
        form.addRow(label, self.folder)
        self.freshness = QDoubleSpinBox(group)
        self.freshness.setObjectName("kaznedraFreshness")
        self.freshness.setRange(0, MOST_DAYS)
        self.freshness.setDecimals(0)
        self.freshness.setSpecialValueText(QCoreApplication.translate("Kaznedra", "never"))
        self.freshness.setSuffix(QCoreApplication.translate("Kaznedra", " days"))
        self.freshness.setToolTip(
            words.tip(
                QCoreApplication.translate(
                    "Kaznedra",
                    "Counts where the profile of a source does not say. By stale data the rules of the law call "
                    "nothing clear.",
                )
            )
        )
        self.freshness.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        form.addRow(QCoreApplication.translate("Kaznedra", "&Data is stale after"), self.freshness)
        return group

    def _datums(self) -> QGroupBox:
        group = QGroupBox(QCoreApplication.translate("Kaznedra", "Datums"), self)
        form = QFormLayout(group)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.sk_42 = QComboBox(group)
        self.sk_42.setObjectName("kaznedraSk42")
        self.sk_42.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sk_42.setMinimumContentsLength(36)
        self.sk_42.addItem(QCoreApplication.translate("Kaznedra", "The most accurate there is in the place"), "")
        for operation in operations(SK_42):
            said = f"{operation.title}, {datums.accuracy(operation)}"
            if operation.grids:
                needs = QCoreApplication.translate("Kaznedra", "needs {grids}")
                said = f"{said} – {needs.format(grids=', '.join(operation.grids))}"
            self.sk_42.addItem(said, operation.id)
            index = self.sk_42.count() - 1
            self.sk_42.setItemData(index, f"{said}\n{operation.area}", Qt.ItemDataRole.ToolTipRole)
            self.sk_42.model().item(index).setEnabled(operation.is_available)
        form.addRow(QCoreApplication.translate("Kaznedra", "&SK-42 to WGS 84"), self.sk_42)
        return group

    def _network(self) -> QGroupBox:
        group = QGroupBox(QCoreApplication.translate("Kaznedra", "Network limits"), self)
        form = QFormLayout(group)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        seconds = QCoreApplication.translate("Kaznedra", " s")
        rows = (
            ("idle_s", QCoreApplication.translate("Kaznedra", "Give up after silence of"), seconds),
            ("total_s", QCoreApplication.translate("Kaznedra", "Give up a request after"), seconds),
            ("attempts", QCoreApplication.translate("Kaznedra", "Attempts"), ""),
            ("concurrency", QCoreApplication.translate("Kaznedra", "Requests at once"), ""),
            (
                "page_mb",
                QCoreApplication.translate("Kaznedra", "Largest answer"),
                QCoreApplication.translate("Kaznedra", " MB"),
            ),
        )
        self.limits: dict[str, QSpinBox] = {}
        for name, title, unit in rows:
            box = QSpinBox(group)
            box.setObjectName(f"kaznedraLimit_{name}")
            box.setRange(*BOUNDS[name])
            box.setSuffix(unit)
            box.setMinimumWidth(box.fontMetrics().horizontalAdvance("0000 MB") + 48)
            box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            form.addRow(title, box)
            self.limits[name] = box
        note = QLabel(
            QCoreApplication.translate(
                "Kaznedra", "Proxy, certificates and sign-ins are those of QGIS: pages Network and Authentication."
            ),
            group,
        )
        note.setWordWrap(True)
        form.addRow(note)
        return group

    def show_defaults(self) -> None:
        """Fill the page with the defaults; nothing is kept before the dialog is applied."""
        self._show(Settings("kaznedra-untouched"))

    def apply(self) -> None:
        """Keep what the page shows."""
        self._settings.language = str(self.language.currentData())
        folder = self.folder.filePath().strip()
        if folder:
            self._settings.workspace_folder = Path(folder)
        self._settings.freshness_days = self.freshness.value()
        self._settings.sk_42 = str(self.sk_42.currentData())
        self._settings.limits = NetworkLimits(**{name: box.value() for name, box in self.limits.items()})
        self._changed()

    def _show(self, settings: Settings) -> None:
        self.language.setCurrentIndex(max(self.language.findData(settings.language), 0))
        self.folder.setFilePath(str(settings.workspace_folder))
        self.freshness.setValue(settings.freshness_days)
        sk_42, limits = settings.sk_42, settings.limits
        if self.sk_42.findData(sk_42) < 0:
            # set on another computer, or with another PROJ: what is set is shown as it is
            self.sk_42.addItem(sk_42, sk_42)
        self.sk_42.setCurrentIndex(self.sk_42.findData(sk_42))
        for name, box in self.limits.items():
            box.setValue(getattr(limits, name))
