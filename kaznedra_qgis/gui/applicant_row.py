"""Who a draft is for: one of the applicant profiles on this computer.

`show_applicant(draft.details.get("applicant"))` when a draft is opened; what `changed` sends, {"profile": id} or None,
is kept as the draft's detail "applicant": no personal data goes into the workspace.
"""

from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication, QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QGridLayout, QLabel, QMessageBox, QSizePolicy, QToolButton, QWidget

from ..applicant_profiles import ApplicantProfiles
from ..errors import KaznedraError
from ..messages import explain
from .applicant_words import applicant_title, lacks_told
from .icons import icon
from .words import tip


class ApplicantRow(QWidget):
    """`applicant` is the chosen profile, None where none is, or where it is not on this computer."""

    changed = pyqtSignal(object)
    shown = pyqtSignal()
    """Another applicant, or another state of the same"""

    def __init__(self, profiles: Optional[ApplicantProfiles] = None, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraApplicant")
        self.profiles = profiles or ApplicantProfiles()
        self.applicant: Any = None
        self._id = ""
        self.label = QLabel(self)
        self.choice = QComboBox(self)
        self.choice.setObjectName("kaznedraApplicantChoice")
        self.choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.label.setBuddy(self.choice)
        self.told = QLabel(self)
        self.told.setObjectName("kaznedraApplicantLacks")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.label, 0, 0)
        grid.addWidget(self.choice, 0, 1)
        grid.setColumnStretch(1, 1)
        self.buttons: dict[str, QToolButton] = {}
        for column, (name, picture, job) in enumerate(
            (("new", "add", self.add), ("edit", "edit", self.edit), ("forget", "delete", self.forget)), 2
        ):
            button = QToolButton(self)
            button.setObjectName(f"kaznedraApplicant_{name}")
            button.setIcon(icon(picture))
            button.setAutoRaise(True)
            button.clicked.connect(lambda _checked=False, job=job: job())
            self.buttons[name] = button
            grid.addWidget(button, 0, column)
        grid.addWidget(self.told, 1, 0, 1, 5)
        self.choice.activated.connect(lambda _place: self._choose(str(self.choice.currentData() or "")))
        self.retranslate()

    def show_applicant(self, detail: Any) -> None:
        """Show the applicant that a draft's detail names."""
        self._id = str(detail.get("profile") or "") if isinstance(detail, dict) else ""
        self._show()

    def _choose(self, applicant: str) -> None:
        if applicant != self._id:
            self._id = applicant
            self._show()
            self.changed.emit({"profile": applicant} if applicant else None)

    def add(self) -> None:
        """Have a profile made, and choose it."""
        self._open(None)

    def edit(self) -> None:
        """Have the chosen profile changed."""
        if self.applicant is not None:
            self._open(self.applicant)

    def _open(self, applicant: Any) -> None:
        from .applicant_dialog import ApplicantDialog

        dialog = ApplicantDialog(applicant, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._kept(dialog.applicant()))
        dialog.open()

    def _kept(self, applicant: Any) -> None:
        try:
            self.profiles.keep(applicant)
        except KaznedraError as error:
            self.told.setText(explain(error).plain())
            return
        before, self._id = self._id, applicant.id
        self._show()
        if before != applicant.id:
            self.changed.emit({"profile": applicant.id})

    def forget(self) -> None:
        """Ask, and remove the chosen profile from this computer."""
        if self.applicant is None:
            return
        question = QCoreApplication.translate(
            "Kaznedra", "Remove the profile of {name} from this computer? Drafts for this applicant then have none."
        ).format(name=applicant_title(self.applicant))
        title = QCoreApplication.translate("Kaznedra", "Remove the applicant")
        yes = QMessageBox.StandardButton.Yes
        buttons = yes | QMessageBox.StandardButton.Cancel
        if QMessageBox.question(self, title, question, buttons, QMessageBox.StandardButton.Cancel) != yes:
            return
        try:
            self.profiles.forget(self._id)
        except KaznedraError as error:
            self.told.setText(explain(error).plain())
            return
        self._choose("")

    def _show(self) -> None:
        try:
            known = self.profiles.all()
        except KaznedraError as error:
            known, told = [], explain(error).plain()
        else:
            told = ""
        self.applicant = next((each for each in known if each.id == self._id), None)
        quiet = QSignalBlocker(self.choice)
        self.choice.clear()
        self.choice.addItem(QCoreApplication.translate("Kaznedra", "none yet"), "")
        for each in known:
            self.choice.addItem(applicant_title(each), each.id)
        if self._id and self.applicant is None:
            self.choice.addItem(QCoreApplication.translate("Kaznedra", "not on this computer"), self._id)
        self.choice.setCurrentIndex(max(self.choice.findData(self._id), 0))
        del quiet
        self.told.setText(told or self._state())
        self.told.setVisible(bool(self.told.text()))
        for name in ("edit", "forget"):
            self.buttons[name].setEnabled(self.applicant is not None)
        self.shown.emit()

    def _state(self) -> str:
        from ..subsoil.applicants import lacks

        if self.applicant is not None:
            return lacks_told(lacks(self.applicant))
        if self._id:
            return QCoreApplication.translate(
                "Kaznedra", "The applicant's profile is kept on another computer; choose one that is kept here."
            )
        return QCoreApplication.translate("Kaznedra", "Choose who applies, or add a profile.")

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.label.setText(QCoreApplication.translate("Kaznedra", "A&pplicant"))
        for name, text in {
            "new": QCoreApplication.translate("Kaznedra", "Add an applicant"),
            "edit": QCoreApplication.translate("Kaznedra", "Change the applicant's profile"),
            "forget": QCoreApplication.translate("Kaznedra", "Remove the applicant's profile"),
        }.items():
            self.buttons[name].setToolTip(tip(text))
            self.buttons[name].setAccessibleName(text)
        self._show()
