"""The attachments of an application, article 187 of the Code, as a checklist with files and days of issue.

`show_attachments(draft.details.get("attachments"))` when a draft is opened; what `changed` sends is kept as the draft's
detail "attachments". `set_circumstances` tells what is known of the ground and the applicant: True, False or None by
`subsoil.attachments.CIRCUMSTANCES`; what is not known the user may answer.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication, QDate, QMimeData, QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from .. import i18n
from ..compat import drop_position
from .attachment_words import certified_words, reason_words
from .icons import icon
from .state_words import STATE_ICONS, state_word
from .words import tip

NEED = (None, True, False)
"""What the user says of an attachment that the ground may ask for, in the order of the list"""


class AttachmentsForm(QWidget):
    """A line a requirement; under them what there is of the one that is current. Files may be dropped on a line.

    `day`, on which the papers are judged, is the present one.
    """

    changed = pyqtSignal(object)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraAttachments")
        self.setAcceptDrops(True)
        self.day = date.today()
        self._attached: dict[str, Any] = {}
        self._circumstances: dict[str, Optional[bool]] = {}
        self._checks: dict[str, Any] = {}
        self._make_list()
        self._make_details()
        self._lay_out()
        self.retranslate()

    def _make_list(self) -> None:
        self.list = QTreeWidget(self)
        self.list.setObjectName("kaznedraAttachmentList")
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(self.fontMetrics().height() * 8)
        self.list.currentItemChanged.connect(lambda *_: self._show_details())

    def _make_details(self) -> None:
        self.title = QLabel(self)
        self.title.setObjectName("kaznedraAttachmentTitle")
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.need = QComboBox(self)
        self.need.setObjectName("kaznedraAttachmentNeed")
        self.need.activated.connect(lambda place: self._edit(needed=NEED[place]))
        self.files = QListWidget(self)
        self.files.setObjectName("kaznedraAttachmentFiles")
        self.files.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.files.setMaximumHeight(self.fontMetrics().height() * 4)
        self.add = self._button("kaznedraAttachmentAdd", "add", self.choose_files)
        self.remove = self._button("kaznedraAttachmentRemove", "delete", self.remove_files)
        self.is_dated = QCheckBox(self)
        self.is_dated.setObjectName("kaznedraAttachmentDated")
        self.issued = QDateEdit(self)
        self.issued.setObjectName("kaznedraAttachmentIssued")
        self.issued.setCalendarPopup(True)
        self.issued.setDisplayFormat("dd.MM.yyyy")
        self.certified = QCheckBox(self)
        self.certified.setObjectName("kaznedraAttachmentCertified")
        self.certified.clicked.connect(lambda on: self._edit(certified=on))
        self.is_dated.clicked.connect(lambda _on: self._edit(issued=self._day()))
        self.issued.dateChanged.connect(lambda _day: self._edit(issued=self._day()))

    def _button(self, name: str, picture: str, job: Any) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setIcon(icon(picture))
        button.setAutoRaise(True)
        button.clicked.connect(lambda _checked=False: job())
        return button

    def _lay_out(self) -> None:
        files = QHBoxLayout()
        files.setSpacing(2)
        files.addWidget(self.files, 1)
        buttons = QVBoxLayout()
        for button in (self.add, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        files.addLayout(buttons)
        self.details = QWidget(self)
        grid = QGridLayout(self.details)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(3)
        grid.addWidget(self.title, 0, 0, 1, 2)
        grid.addWidget(self.need, 1, 0, 1, 2)
        grid.addLayout(files, 2, 0, 1, 2)
        grid.addWidget(self.certified, 3, 0, 1, 2)
        grid.addWidget(self.is_dated, 4, 0)
        grid.addWidget(self.issued, 4, 1, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.details)

    # what is shown

    def show_attachments(self, told: Any) -> None:
        """Show the attachments as `changed` sent them; what cannot be read is none."""
        from ..subsoil.attachments import from_json

        try:
            self._attached = from_json(told)
        except ValueError:
            self._attached = {}
        self._show()

    def set_circumstances(self, circumstances: Mapping[str, Optional[bool]]) -> None:
        """Take what is known of the ground and the applicant; what is not named stays as it was."""
        if {**self._circumstances, **circumstances} != self._circumstances:
            self._circumstances.update(circumstances)
            self._show()

    def checks(self) -> list[Any]:
        """The subsoil.attachments.AttachmentCheck of every requirement."""
        return list(self._checks.values())

    def _show(self) -> None:
        from ..subsoil.attachments import check_attachments
        from ..subsoil.rulepack import newest_rule_pack

        current = self._current()
        self.day = date.today()
        found = check_attachments(
            newest_rule_pack(), self._attached, self._circumstances, self.day, lambda path: Path(path).is_file()
        )
        self._checks = {check.requirement.id: check for check in found}
        quiet = QSignalBlocker(self.list)
        self.list.clear()
        for check in found:
            item = QTreeWidgetItem([f"{check.requirement.title[i18n.language()]}\n{reason_words(check)}"])
            item.setData(0, Qt.ItemDataRole.UserRole, check.requirement.id)
            item.setIcon(0, icon(STATE_ICONS[check.state.value]))
            told = f"{state_word(check.state.value)}: {reason_words(check)}"
            item.setToolTip(
                0, tip("\n".join((check.requirement.title[i18n.language()], told, _source(check.requirement))))
            )
            self.list.addTopLevelItem(item)
            if check.requirement.id == (current or found[0].requirement.id):
                self.list.setCurrentItem(item)
        del quiet
        self._show_details()

    def _current(self) -> str:
        item = self.list.currentItem()
        return str(item.data(0, Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _show_details(self) -> None:
        from ..subsoil.attachments import Attachment

        check = self._checks.get(self._current())
        self.details.setVisible(check is not None)
        if check is None:
            return
        attachment = self._attached.get(check.requirement.id, Attachment())
        quiet = [QSignalBlocker(each) for each in (self.issued, self.is_dated, self.certified, self.need)]
        self.title.setText(f"{check.requirement.title[i18n.language()]}: {reason_words(check)}")
        when = check.requirement.when
        self.need.setVisible(when != "always" and self._circumstances.get(when) is None)
        self.need.setCurrentIndex(NEED.index(attachment.needed))
        self.certified.setText(certified_words(check.requirement.certified))
        self.certified.setChecked(attachment.certified)
        self.is_dated.setChecked(attachment.issued is not None)
        self.issued.setEnabled(attachment.issued is not None)
        day = attachment.issued or self.day
        self.issued.setDate(QDate(day.year, day.month, day.day))
        del quiet
        self.files.clear()
        for path in attachment.files:
            item = QListWidgetItem(Path(path).name)
            item.setToolTip(tip(path))
            item.setData(Qt.ItemDataRole.UserRole, path)
            self.files.addItem(item)

    # what is done

    def _day(self) -> Optional[date]:
        return date(*self.issued.date().getDate()) if self.is_dated.isChecked() else None

    def _edit(self, **changes: Any) -> None:
        from ..subsoil.attachments import Attachment, to_json

        name = self._current()
        before = self._attached.get(name, Attachment())
        after = replace(before, **changes)
        if not name or after == before:
            return
        self._attached[name] = after
        self._show()
        self.changed.emit(to_json(self._attached))

    def choose_files(self) -> None:
        """Ask for files, and add them to the current attachment."""
        title = QCoreApplication.translate("Kaznedra", "Files of the attachment")
        paths, _ = QFileDialog.getOpenFileNames(self, title)
        self.add_files(paths)

    def add_files(self, paths: Any) -> None:
        """Add files to the current attachment, each once."""
        from ..subsoil.attachments import Attachment

        there = self._attached.get(self._current(), Attachment()).files
        self._edit(files=tuple(dict.fromkeys((*there, *map(str, paths)))))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if _files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add files to the attachment whose line they are dropped on; elsewhere to the current one."""
        view = self.list.viewport()
        place = view.mapFrom(self, drop_position(event))
        item = self.list.itemAt(place) if view.rect().contains(place) else None
        if item is not None:
            self.list.setCurrentItem(item)
        self.add_files(_files(event.mimeData()))
        event.acceptProposedAction()

    def remove_files(self) -> None:
        """Take the selected files, or the only one, off the current attachment; the files themselves stay."""
        from ..subsoil.attachments import Attachment

        there = self._attached.get(self._current(), Attachment()).files
        chosen = {str(item.data(Qt.ItemDataRole.UserRole)) for item in self.files.selectedItems()}
        gone = chosen or (set(there) if len(there) == 1 else set())
        self._edit(files=tuple(path for path in there if path not in gone))

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.list.setAccessibleName(QCoreApplication.translate("Kaznedra", "Attachments"))
        self.need.clear()
        self.need.addItems(
            (
                QCoreApplication.translate("Kaznedra", "Is it needed? Not known"),
                QCoreApplication.translate("Kaznedra", "It is needed"),
                QCoreApplication.translate("Kaznedra", "It is not needed"),
            )
        )
        self.is_dated.setText(QCoreApplication.translate("Kaznedra", "Issued on"))
        self.issued.setAccessibleName(QCoreApplication.translate("Kaznedra", "Issued on"))
        self.files.setAccessibleName(QCoreApplication.translate("Kaznedra", "Files of the attachment"))
        for button, text in (
            (self.add, QCoreApplication.translate("Kaznedra", "Add files…")),
            (self.remove, QCoreApplication.translate("Kaznedra", "Remove the selected files from the list")),
        ):
            button.setToolTip(tip(text))
            button.setAccessibleName(text)
        self._show()


def _files(data: QMimeData) -> list[str]:
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if Path(path).is_file()]


def _source(requirement: Any) -> str:
    from ..subsoil.rulepack import newest_rule_pack

    act = newest_rule_pack().acts[requirement.act]
    told = QCoreApplication.translate("Kaznedra", "article {article}").format(article=requirement.article)
    return f"{act.title.get(i18n.language(), '')}, {told}"
