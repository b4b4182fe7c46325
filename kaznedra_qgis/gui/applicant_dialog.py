"""The dialog of an applicant profile: an individual or a legal entity, kept on this computer only."""

import uuid
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from .applicant_words import field_title, flaw_words, lacks_told, language_title
from .persons_table import PersonsTable

IN_LANGUAGES = ("kk", "ru", "en")


class ApplicantDialog(QDialog):
    """Edits an applicant, or makes a new one; `applicant()` is the result once accepted.

    A profile may be kept incomplete; what an application still needs is told all the time.
    """

    def __init__(self, applicant: Any = None, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraApplicantDialog")
        self._id = applicant.id if applicant is not None else str(uuid.uuid4())
        title = QCoreApplication.translate("Kaznedra", "Applicant")
        added = QCoreApplication.translate("Kaznedra", "Add an applicant")
        self.setWindowTitle(title if applicant is not None else added)
        self.texts: dict[str, QLineEdit] = {}
        self._make_kinds()
        self._make_fields()
        self._lay_out()
        self._order_stops()
        self._show(applicant)
        for field in self.texts.values():
            field.textChanged.connect(lambda _text: self._check())
        for table in (self.managers, self.controlling):
            table.edited.connect(self._check)
        self.represented.toggled.connect(lambda _on: self._check())
        self.entity.toggled.connect(lambda _on: self._turn())
        self._turn()
        self.texts[f"name.{IN_LANGUAGES[0]}"].setFocus()
        self.resize(self.fontMetrics().averageCharWidth() * 104, self.sizeHint().height())

    def applicant(self) -> Any:
        """What the fields say, a subsoil.applicants.LegalEntity or Individual."""
        from ..subsoil.applicants import Individual, LegalEntity, Representative

        told = self._text
        common = {"phone": told("phone"), "email": told("email")}
        if self.represented.isChecked():
            members = ("name", "iin", "authority")
            common["representative"] = Representative(*(told(f"representative.{member}") for member in members))
        if self.entity.isChecked():
            return LegalEntity(
                self._id,
                self._worded("name"),
                told("bin"),
                self._worded("seat"),
                told("registration"),
                self.managers.persons(),
                self.controlling.persons(),
                **common,
            )
        return Individual(
            self._id,
            self._worded("name"),
            told("iin"),
            self._worded("residence"),
            told("citizenship"),
            told("document"),
            **common,
        )

    def _text(self, name: str) -> str:
        return self.texts[name].text().strip()

    def _worded(self, member: str) -> dict[str, str]:
        languages = [language for language in IN_LANGUAGES if f"{member}.{language}" in self.texts]
        return {language: text for language in languages for text in [self._text(f"{member}.{language}")] if text}

    # the parts

    def _make_kinds(self) -> None:
        self.entity = QRadioButton(QCoreApplication.translate("Kaznedra", "&Legal entity"), self)
        self.entity.setObjectName("kaznedraLegalEntity")
        self.individual = QRadioButton(QCoreApplication.translate("Kaznedra", "&Individual"), self)
        self.individual.setObjectName("kaznedraIndividual")

    def _field(self, name: str, title: str = "", hint: str = "") -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(f"kaznedraApplicant_{name}")
        field.setAccessibleName(title or field_title(name))
        field.setPlaceholderText(hint)
        self.texts[name] = field
        return field

    def _make_fields(self) -> None:
        for member, languages in (("name", IN_LANGUAGES), ("seat", ("kk", "ru")), ("residence", ("kk", "ru"))):
            for language in languages:
                self._field(f"{member}.{language}", f"{field_title(member)}, {language_title(language)}")
        for name in ("bin", "iin", "representative.iin"):
            self._field(name, field_title(name.rpartition(".")[2])).setMaxLength(20)
        self._field("registration", hint=QCoreApplication.translate("Kaznedra", "number, day, issuing body"))
        self._field("citizenship")
        self._field("document", hint=QCoreApplication.translate("Kaznedra", "kind, number, day, issuing body"))
        self._field("phone")
        self._field("email")
        self._field("representative.name", field_title("full_name"))
        hint = QCoreApplication.translate("Kaznedra", "number, day")
        self._field("representative.authority", field_title("authority"), hint)
        position = QCoreApplication.translate("Kaznedra", "Position")
        share = QCoreApplication.translate("Kaznedra", "Share, country")
        self.managers = PersonsTable("kaznedraManagers", field_title("managers"), position, self)
        self.controlling = PersonsTable("kaznedraControlling", field_title("controlling"), share, self)
        self.represented = QGroupBox(field_title("representative"), self)
        self.represented.setObjectName("kaznedraRepresented")
        self.represented.setCheckable(True)
        self.represented.setChecked(False)

    def _lay_out(self) -> None:
        kinds = QHBoxLayout()
        for button in (self.entity, self.individual):
            kinds.addWidget(button)
        kinds.addStretch(1)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self._entity_page())
        self.pages.addWidget(self._individual_page())
        form = QFormLayout(self.represented)
        for member in ("name", "iin", "authority"):
            title = field_title("full_name" if member == "name" else member)
            form.addRow(title, self.texts[f"representative.{member}"])
        self.told = QLabel(self)
        self.told.setObjectName("kaznedraApplicantTold")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        note = QLabel(
            QCoreApplication.translate(
                "Kaznedra", "The profile stays on this computer; a workspace that you lend does not contain it."
            ),
            self,
        )
        note.setWordWrap(True)
        buttons = QDialogButtonBox.StandardButton
        self.box = QDialogButtonBox(buttons.Ok | buttons.Cancel, self)
        self.box.button(buttons.Ok).setText(QCoreApplication.translate("Kaznedra", "&Save"))
        self.box.button(buttons.Ok).setObjectName("kaznedraApplicantKeep")
        self.box.button(buttons.Cancel).setText(QCoreApplication.translate("Kaznedra", "&Cancel"))
        self.box.accepted.connect(self.accept)
        self.box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(kinds)
        layout.addWidget(self._names())
        layout.addWidget(self.pages, 1)
        layout.addWidget(self._contacts())
        layout.addWidget(self.represented)
        layout.addWidget(self.told)
        layout.addWidget(note)
        layout.addWidget(self.box)

    def _order_stops(self) -> None:
        """Let Tab go through the fields as they are read."""
        fields = [f"name.{language}" for language in IN_LANGUAGES]
        entity = ("bin", "registration", "seat.kk", "seat.ru")
        individual = ("iin", "citizenship", "document", "residence.kk", "residence.ru", "phone", "email")
        representative = ("representative.name", "representative.iin", "representative.authority")
        stops = [
            self.entity,
            self.individual,
            *(self.texts[name] for name in (*fields, *entity)),
            *self.managers.stops,
            *self.controlling.stops,
            *(self.texts[name] for name in individual),
            self.represented,
            *(self.texts[name] for name in representative),
            *self.box.buttons(),
        ]
        for before, after in zip(stops, stops[1:]):
            self.setTabOrder(before, after)

    def _names(self) -> QWidget:
        """Name in three languages, one beside the other."""
        home = self._in_languages("name", IN_LANGUAGES)
        self._name_labels = dict(zip(IN_LANGUAGES, home.findChildren(QLabel)))
        return home

    def _in_languages(self, member: str, languages: tuple[str, ...]) -> QWidget:
        home = QWidget(self)
        grid = QGridLayout(home)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(1)
        for column, language in enumerate(languages):
            label = QLabel(f"{field_title(member)}, {language_title(language)}", home)
            label.setBuddy(self.texts[f"{member}.{language}"])
            grid.addWidget(label, 0, column)
            grid.addWidget(self.texts[f"{member}.{language}"], 1, column)
            grid.setColumnStretch(column, 1)
        return home

    def _pairs(self, *names: str) -> QWidget:
        """Fields with their titles over them, side by side."""
        home = QWidget(self)
        grid = QGridLayout(home)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(1)
        for column, name in enumerate(names):
            label = QLabel(field_title(name), home)
            label.setBuddy(self.texts[name])
            grid.addWidget(label, 0, column)
            grid.addWidget(self.texts[name], 1, column)
            grid.setColumnStretch(column, 1)
        return home

    def _contacts(self) -> QWidget:
        return self._pairs("phone", "email")

    def _entity_page(self) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pairs("bin", "registration"))
        layout.addWidget(self._in_languages("seat", ("kk", "ru")))
        persons = QHBoxLayout()
        persons.addWidget(self.managers)
        persons.addWidget(self.controlling)
        layout.addLayout(persons)
        return page

    def _individual_page(self) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pairs("iin", "citizenship", "document"))
        layout.addWidget(self._in_languages("residence", ("kk", "ru")))
        layout.addStretch(1)
        return page

    # what is shown

    def _show(self, applicant: Any) -> None:
        from ..subsoil.applicants import Individual

        is_person = isinstance(applicant, Individual)
        (self.individual if is_person else self.entity).setChecked(True)
        if applicant is None:
            return
        for name, field in self.texts.items():
            member, _, part = name.partition(".")
            value = getattr(applicant, member, "")
            if member == "representative":
                value = getattr(value, part, "")
            elif part:
                value = value.get(part, "") if value else ""
            field.setText(str(value))
        self.represented.setChecked(applicant.representative is not None)
        if not is_person:
            self.managers.show_persons(applicant.managers)
            self.controlling.show_persons(applicant.controlling)

    def _turn(self) -> None:
        place = 0 if self.entity.isChecked() else 1
        self.pages.setCurrentIndex(place)
        for other in range(self.pages.count()):
            # the page that is out of sight asks for no room
            policy = QSizePolicy.Policy.Preferred if other == place else QSizePolicy.Policy.Ignored
            self.pages.widget(other).setSizePolicy(policy, policy)
        self.pages.updateGeometry()
        title = field_title("personal_name" if place else "name")
        for language, label in self._name_labels.items():
            label.setText(f"{title}, {language_title(language)}")
        self._check()
        self.layout().activate()
        self.resize(self.width(), self.sizeHint().height())

    def _check(self) -> None:
        """Say what is missing; only what would be wrong for ever keeps the profile from being kept."""
        from ..subsoil.applicants import Flaw, lacks

        applicant = self.applicant()
        found = lacks(applicant)
        wrong = [lack for lack in found if lack.flaw not in (None, Flaw.EMPTY)]
        for name in ("bin", "iin", "representative.iin"):
            self._mark(name, next((lack.flaw for lack in wrong if lack.member == name), None))
        if not applicant.name:
            told = QCoreApplication.translate("Kaznedra", "Give the applicant a name.")
        else:
            told = lacks_told(found) or QCoreApplication.translate("Kaznedra", "Complete for an application.")
        self.told.setText(told)
        self.box.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(applicant.name) and not wrong)

    def _mark(self, name: str, flaw: Any) -> None:
        self.texts[name].setToolTip(flaw_words(flaw) if flaw is not None else "")
