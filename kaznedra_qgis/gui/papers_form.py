"""The papers of a draft: who applies, and the attachments."""

from typing import Any, Optional

from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ..applicant_profiles import ApplicantProfiles
from .applicant_row import ApplicantRow
from .attachments_form import AttachmentsForm


class PapersForm(QWidget):
    """The applicant over the attachments; a representative asks for a proof of authority."""

    def __init__(self, profiles: Optional[ApplicantProfiles] = None, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraPapers")
        self.applicant = ApplicantRow(profiles, self)
        self.attachments = AttachmentsForm(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 4, 0)
        layout.addWidget(self.applicant)
        layout.addWidget(self.attachments, 1)
        self.applicant.shown.connect(self._follow_applicant)
        self._follow_applicant()

    def show_papers(self, applicant: Any, attachments: Any) -> None:
        """Show the details "applicant" and "attachments" of a draft."""
        self.applicant.show_applicant(applicant)
        self.attachments.show_attachments(attachments)

    def _follow_applicant(self) -> None:
        found = self.applicant.applicant
        represented = None if found is None else found.representative is not None
        self.attachments.set_circumstances({"representative": represented})

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.applicant.retranslate()
        self.attachments.retranslate()
