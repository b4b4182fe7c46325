"""The dialog of a source: its name, where it is, sign-in, profile, and a test of all of it."""

import re
from pathlib import Path
from typing import Optional

from qgis.gui import QgsAuthConfigSelect, QgsFileWidget
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTimer, QUrl
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from .. import i18n
from ..connecting import is_address, unlock_authentication
from ..errors import KaznedraError
from ..settings import NetworkLimits, SourceSetting
from .probe_report import ProbeReport
from .probe_task import ProbeTask

FROM_FILE = "file"


class SourceDialog(QDialog):
    """Edits a source, or makes a new one; `source()` is the result once accepted.

    A test compares it with what was pulled of it into the `workspace`.
    """

    def __init__(
        self,
        limits: NetworkLimits,
        source: Optional[SourceSetting] = None,
        taken: frozenset = frozenset(),
        parent: Optional[QWidget] = None,
        workspace: Optional[Path] = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraSourceDialog")
        self._limits, self._before, self._taken, self._workspace = limits, source, taken, workspace
        self._task: Optional[ProbeTask] = None
        self.setWindowTitle(
            QCoreApplication.translate("Kaznedra", "Source")
            if source
            else QCoreApplication.translate("Kaznedra", "Add a source")
        )
        self._make_fields()
        self._lay_out()
        self._show(source or SourceSetting("", ""))
        for field in (self.name, self.address, self.profile_file.lineEdit()):
            field.textChanged.connect(self._check)
        self.profile.currentIndexChanged.connect(self._check)
        self._check()
        self.resize(560, self.sizeHint().height())

    def source(self) -> SourceSetting:
        """What the fields say."""
        address = self.address.text().strip()
        return SourceSetting(
            id=self._before.id if self._before else new_id(self.name.text(), address, self._taken),
            title=self.name.text().strip(),
            profile=self._profile(),
            address=address,
            authcfg=self.sign_in.configId() if is_address(address) else "",
        )

    def _profile(self) -> str:
        chosen = str(self.profile.currentData())
        return self.profile_file.filePath().strip() if chosen == FROM_FILE else chosen

    def _make_fields(self) -> None:
        self.name = QLineEdit(self)
        self.name.setObjectName("kaznedraSourceName")
        self.address = QLineEdit(self)
        self.address.setObjectName("kaznedraSourceAddress")
        self.address.setPlaceholderText("https://…")
        self.address.setToolTip(
            QCoreApplication.translate("Kaznedra", "Landing page of an OGC API - Features, or the path of a GeoPackage")
        )
        self.profile = QComboBox(self)
        self.profile.setObjectName("kaznedraSourceProfile")
        for profile_id, title in built_in_titles():
            self.profile.addItem(title, profile_id)
        self.profile.addItem(QCoreApplication.translate("Kaznedra", "From a file…"), FROM_FILE)
        self.profile_file = QgsFileWidget(self)
        self.profile_file.setObjectName("kaznedraSourceProfileFile")
        self.profile_file.setFilter("JSON (*.json)")
        self.sign_in = QgsAuthConfigSelect(self)
        self.sign_in.setObjectName("kaznedraSourceSignIn")
        self.test = QPushButton(QCoreApplication.translate("Kaznedra", "&Test connection"), self)
        self.test.setObjectName("kaznedraTestConnection")
        self.test.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.test.setAutoDefault(False)
        self.test.clicked.connect(self.toggle_test)
        self.report = ProbeReport(self)
        self.problem = QLabel(self)
        self.problem.setObjectName("kaznedraSourceProblem")
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self.buttons.setObjectName("kaznedraSourceButtons")
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setText(
            QCoreApplication.translate("Kaznedra", "&Save")
            if self._before
            else QCoreApplication.translate("Kaznedra", "&Add")
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(
            QCoreApplication.translate("Kaznedra", "Cancel")
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(QCoreApplication.translate("Kaznedra", "&Name"), self.name)
        form.addRow(QCoreApplication.translate("Kaznedra", "A&ddress"), self.address)
        form.addRow(QCoreApplication.translate("Kaznedra", "&Profile"), self.profile)
        form.addRow("", self.profile_file)
        form.addRow(QCoreApplication.translate("Kaznedra", "Sign-in"), self.sign_in)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.test)
        layout.addWidget(self.report)
        layout.addStretch(1)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)

    def _show(self, source: SourceSetting) -> None:
        self.name.setText(source.title)
        self.address.setText(source.address)
        self.sign_in.setConfigId(source.authcfg)
        index = self.profile.findData(source.profile)
        if index < 0:
            index = self.profile.findData(FROM_FILE)
            self.profile_file.setFilePath(source.profile)
        self.profile.setCurrentIndex(index)

    def _check(self) -> None:
        self.profile_file.setVisible(self.profile.currentData() == FROM_FILE)
        problem = self._problem()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not problem)
        self.test.setEnabled(not problem or self._task is not None)

    def _problem(self) -> str:
        address = self.address.text().strip()
        if not self.name.text().strip():
            return QCoreApplication.translate("Kaznedra", "Give the source a name of your own.")
        if not address:
            return QCoreApplication.translate(
                "Kaznedra", "Enter the address of the platform's landing page, or the path of a GeoPackage."
            )
        if is_address(address):
            url = QUrl(address, QUrl.ParsingMode.StrictMode)
            if not url.isValid() or not url.host():
                return QCoreApplication.translate("Kaznedra", "This address cannot be read. It looks like https://….")
            if url.userInfo():
                return QCoreApplication.translate(
                    "Kaznedra", "Take the sign-in out of the address and choose it below: addresses are not secret."
                )
        elif not Path(address).is_file():
            return QCoreApplication.translate(
                "Kaznedra", "This is neither an address that begins with https:// nor a file on this computer."
            )
        if self.profile.currentData() == FROM_FILE and not Path(self._profile()).is_file():
            return QCoreApplication.translate("Kaznedra", "Choose the file of the source profile.")
        return ""

    def toggle_test(self) -> None:
        """Start the test, or stop the one that runs."""
        if self._task is not None:
            self._task.cancel()
            return
        source = self.source()
        if not unlock_authentication(source):
            self.report.show_locked()
            QTimer.singleShot(0, self._grow)
            return
        self._task = ProbeTask(source, self._limits, self._workspace)
        self._task.ended.connect(self._tested)
        self.test.setText(QCoreApplication.translate("Kaznedra", "Stop the &test"))
        self.report.show_running(source)
        QTimer.singleShot(0, self._grow)
        self._task.start()

    def _tested(self, task: ProbeTask) -> None:
        self._task = None
        self.test.setText(QCoreApplication.translate("Kaznedra", "&Test connection"))
        self.report.show_result(task)
        self._check()
        QTimer.singleShot(0, self._grow)

    def verdict_text(self) -> str:
        """What the last test came to, in words."""
        return self.report.verdict.text()

    def _grow(self) -> None:
        """Make room for what the report says; never shrink under the user's hands."""
        self.layout().activate()
        wanted = self.layout().totalHeightForWidth(self.width())
        self.resize(self.width(), max(self.height(), wanted))

    def done(self, result: int) -> None:
        """Close; a test that runs is stopped."""
        if self._task is not None:
            self._task.ended.disconnect(self._tested)
            self._task.cancel()
            self._task = None
        super().done(result)


def new_id(title: str, address: str, taken: frozenset) -> str:
    """An id that names the source in the workspace for ever: from its host or file, and a number where it is taken."""
    host = QUrl(address).host() if is_address(address) else Path(address).stem
    stem = re.sub(r"[^A-Za-z0-9_-]+", "-", host or title).strip("-").lower() or "source"
    number, candidate = 1, stem
    while candidate in taken:
        number += 1
        candidate = f"{stem}-{number}"
    return candidate


def built_in_titles() -> list[tuple[str, str]]:
    """Ids and titles of the built-in profiles, in the language in force; Kaznedra's where none can be read."""
    from ..sources.profile import builtin_profiles

    try:
        return [
            (profile.id, profile.title.get(i18n.language()) or profile.title.get("en") or profile.id)
            for profile in builtin_profiles()
        ]
    except KaznedraError:
        return [("kaznedra", "Kaznedra")]
