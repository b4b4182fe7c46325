"""How far the open draft is on its way to the platform: submit, ask after it, read the receipt and what happened.

A page embeds it with `add_section` or a layout, calls `follow(workspace, draft, blocks)` when another draft is open or
a pull is over, and `retranslate` when the language changes. It keeps nothing itself: all is in the workspace.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication, Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from .. import submission_words
from ..connecting import unlock_authentication
from ..errors import Code, KaznedraError
from ..messages import explain, from_stored
from ..settings import Settings, SourceSetting
from . import last_check, words
from .icons import icon
from .state_words import state_word
from .submission_dialog import SubmissionDialog, warnings
from .submission_tasks import LookUpTask

_RECEIPT = ("receipt_number", "filed_at", "status", "licence_number", "remark")


class SubmissionPane(QWidget):
    """Of one draft, at the source in use. `save` has the draft written down before it is read; False: it cannot be."""

    changed = pyqtSignal()
    """The draft was submitted, or more is known of it"""
    duplicate_wanted = pyqtSignal(str)
    """The draft's id: a copy of it is to be filed in its place"""

    def __init__(self, settings: Settings, save: Callable[[], bool], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraSubmission")
        self._settings, self._save = settings, save
        self._workspace: Optional[Path] = None
        self._draft = ""
        self._task: Optional[LookUpTask] = None
        self.submission: Any = None
        self.dialog: Optional[SubmissionDialog] = None
        self._make_parts()
        self._lay_out()
        self.retranslate()

    def _make_parts(self) -> None:
        self.state = _label("kaznedraSubmissionState", self)
        font = self.state.font()
        font.setBold(True)
        self.state.setFont(font)
        self.meaning = _label("kaznedraSubmissionMeaning", self)
        self.receipt = {name: (QLabel(self), _label(f"kaznedraReceipt_{name}", self)) for name in _RECEIPT}
        self.key = _label("kaznedraSubmissionKey", self)
        # it has breaks between its parts that must not be copied with it
        self.key.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.copy_key = QToolButton(self)
        self.copy_key.setObjectName("kaznedraSubmissionCopyKey")
        self.copy_key.setIcon(icon("copy"))
        self.copy_key.setAutoRaise(True)
        self.copy_key.clicked.connect(lambda _checked=False: self._copy_key())
        self.events = QListWidget(self)
        self.events.setObjectName("kaznedraSubmissionEvents")
        self.events.setWordWrap(True)
        self.events.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)
        self.events.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.events.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.submit, self.ask, self.drop, self.duplicate = (QPushButton(self) for _ in range(4))
        for button, name, slot in (
            (self.submit, "Submit", self.open_dialog),
            (self.ask, "LookUp", self.look_up),
            (self.drop, "Drop", self.give_up),
            (self.duplicate, "Duplicate", lambda: self.duplicate_wanted.emit(self._draft)),
        ):
            button.setObjectName(f"kaznedraSubmission{name}")
            button.clicked.connect(lambda _checked=False, slot=slot: slot())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 4, 0)
        layout.addWidget(self.state)
        layout.addWidget(self.meaning)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        # rows that are hidden leave their spacing behind
        form.setVerticalSpacing(2)
        for title, value in self.receipt.values():
            form.addRow(title, value)
        layout.addLayout(form)
        layout.addWidget(self.key)
        layout.addWidget(self.events, 1000)
        layout.addStretch(1)
        # in two rows: side by side they would widen a narrow dock
        for buttons in ((self.submit, self.drop, self.duplicate), (self.ask, self.copy_key)):
            row = QHBoxLayout()
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            layout.addLayout(row)

    # what is shown

    def follow(self, workspace: Optional[Path], draft: str) -> None:
        """Show a draft of a workspace by its id, as it is now; none where that is empty."""
        self._workspace, self._draft = workspace, draft
        self.show_submission()

    def show_submission(self, error: Optional[KaznedraError] = None) -> None:
        """Read the draft's last submission to the source in use anew, and show it."""
        self.submission, events = None, []
        try:
            if self._draft and self._workspace is not None and self._workspace.is_file():
                self.submission, events = _read(self._workspace, self._draft, self._source())
        except KaznedraError as refused:
            error = refused
        one = self.submission
        self.state.setText(_headline(one))
        told = explain(error, brief="address" in error.facts).plain() if error is not None else _meaning(one)
        self.meaning.setText(told)
        for name, (title, value) in self.receipt.items():
            text = _receipt_text(one, name)
            value.setText(text)
            title.setVisible(bool(text))
            value.setVisible(bool(text))
        self.key.setText(_key_line(one.key) if one is not None else "")
        needs_operator = one is not None and one.needs_operator
        for part in (self.key, self.copy_key, self.duplicate):
            part.setVisible(needs_operator)
        self.submit.setVisible(not needs_operator)
        self.events.clear()
        self.events.addItems([_event_line(event) for event in events])
        self.events.setVisible(bool(events))
        self._fit_events()
        self._show_buttons()

    def _fit_events(self) -> None:
        """Make the list no higher than what is in it: the buttons under it are to stay in view."""
        if not self.events.count():
            return
        self.events.doItemsLayout()
        rows = self.events.visualItemRect(self.events.item(self.events.count() - 1)).bottom()
        top = self.events.visualItemRect(self.events.item(0)).top()
        self.events.setMaximumHeight(max(rows - top + 1 + 2 * self.events.frameWidth(), self.events.minimumHeight()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines wrap otherwise at another width."""
        super().resizeEvent(event)
        self._fit_events()

    def _show_buttons(self) -> None:
        one, is_idle = self.submission, self._task is None
        may_be_sent = one is None or one.is_closed or one.state.value in ("queued", "not_filed")
        self.submit.setEnabled(bool(self._draft) and may_be_sent and is_idle)
        self.ask.setEnabled(one is not None and one.state.value in ("sending", "uncertain", "filed") and is_idle)
        self.submit.setToolTip(words.tip(_why_not_submit(bool(self._draft), may_be_sent)))
        self.ask.setToolTip(words.tip(_what_is_asked(one)))
        self.drop.setVisible(one is not None and one.state.value in ("queued", "not_filed"))
        self.drop.setEnabled(is_idle)
        self.duplicate.setEnabled(is_idle)

    def _source(self) -> Optional[SourceSetting]:
        return self._settings.source

    # what is done

    def open_dialog(self) -> None:
        """Show what would be sent, and ask for the user's word."""
        source = self._source()
        try:
            if not self._save():
                raise KaznedraError(Code.LOCKED, path=str(self._workspace))
            if source is None:
                raise KaznedraError(Code.SUBMISSION_NOT_OFFERED)
            prepared, check = _prepared(self._workspace, self._draft, source)
        except KaznedraError as error:
            self.show_submission(error)
            return
        self.dialog = SubmissionDialog(self._workspace, prepared, source, self._settings.limits, check, self.window())
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.setModal(True)
        self.dialog.finished.connect(lambda _code: self._closed())
        self.dialog.show()

    def _closed(self) -> None:
        self.dialog = None
        self.show_submission()
        self.changed.emit()

    def look_up(self) -> None:
        """Ask the platform what it has of the application."""
        source = self._source()
        if source is None or self.submission is None or self._task is not None:
            return
        if not unlock_authentication(source):
            self.show_submission(KaznedraError(Code.CREDENTIALS_UNUSABLE))
            return
        self._task = LookUpTask(self._workspace, self.submission, source, self._settings.limits)
        self._task.ended.connect(self._looked_up)
        self._show_buttons()
        self.meaning.setText(QCoreApplication.translate("Kaznedra", "Asking the platform…"))
        self._task.start()

    def _looked_up(self, task: LookUpTask) -> None:
        if task is self._task:
            self._task = None
            self.show_submission(task.error)
            self.changed.emit()

    def give_up(self) -> None:
        """Want it sent no longer."""
        from ..workspace import Workspace
        from ..workspace.filing import drop

        error = None
        try:
            drop(Workspace(self._workspace), self.submission)
        except KaznedraError as refused:
            error = refused
        self.show_submission(error)
        self.changed.emit()

    def _copy_key(self) -> None:
        if self.submission is not None:
            QGuiApplication.clipboard().setText(self.submission.key)

    def end(self) -> None:
        """Stop what runs."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.submit.setText(QCoreApplication.translate("Kaznedra", "S&ubmit…"))
        self.ask.setText(QCoreApplication.translate("Kaznedra", "As&k the platform"))
        self.drop.setText(QCoreApplication.translate("Kaznedra", "Do &not send"))
        self.duplicate.setText(QCoreApplication.translate("Kaznedra", "&Duplicate the draft"))
        self.duplicate.setToolTip(
            words.tip(QCoreApplication.translate("Kaznedra", "Opens a copy of the draft, with a key of its own"))
        )
        copy = QCoreApplication.translate("Kaznedra", "Copy the key")
        self.copy_key.setToolTip(copy)
        self.copy_key.setAccessibleName(copy)
        titles = {
            "receipt_number": QCoreApplication.translate("Kaznedra", "Receipt:"),
            "filed_at": QCoreApplication.translate("Kaznedra", "Received:"),
            "status": QCoreApplication.translate("Kaznedra", "Status:"),
            "licence_number": QCoreApplication.translate("Kaznedra", "Licence:"),
            "remark": QCoreApplication.translate("Kaznedra", "Remark:"),
        }
        for name, (title, _) in self.receipt.items():
            title.setText(titles[name])
        self.events.setAccessibleName(QCoreApplication.translate("Kaznedra", "What happened"))
        self.show_submission()


def _label(name: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _read(path: Path, draft: str, source: Optional[SourceSetting]) -> tuple[Any, list[Any]]:
    from ..workspace import Workspace
    from ..workspace.submissions import events_of, submissions_of

    workspace = Workspace(path)
    found = [one for one in submissions_of(workspace, draft) if source is None or one.source == source.id]
    return (found[-1], events_of(workspace, found[-1])) if found else (None, [])


def _prepared(path: Optional[Path], draft: str, source: SourceSetting) -> Any:
    from ..applicant_profiles import ApplicantProfiles
    from ..connecting import profile_of
    from ..workspace import Workspace
    from ..workspace.drafts import drafts_of
    from ..workspace.filing import prepare

    workspace = Workspace.open(path or Path())
    found = next((each for each in drafts_of(workspace) if each.id == draft), None)
    if found is None:
        raise KaznedraError(Code.NO_SUCH_DRAFT, draft=draft)
    applicant = ApplicantProfiles().of(found.details.get("applicant"))
    return prepare(workspace, found, applicant, profile_of(source)), _check_of(found)


def _check_of(draft: Any) -> str:
    """What the last check of just these blocks found, and when; that there was none."""
    state = last_check.result(draft)
    if not state:
        return QCoreApplication.translate(
            "Kaznedra", "The rules have not been checked for these blocks: the outcome is unknown."
        )
    when = words.instant(last_check.moment(draft))
    told = QCoreApplication.translate("Kaznedra", "Last check of the rules: {state}, {when}")
    return told.format(state=state_word(state), when=words.exact(when) if when else "?")


def _headline(one: Any) -> str:
    if one is None:
        return QCoreApplication.translate("Kaznedra", "Not submitted")
    if one.state.value == "filed" and one.status:
        return submission_words.status_title(one.status)
    state = submission_words.state_title(one.state.value)
    return state[:1].upper() + state[1:]


def _key_line(key: str) -> str:
    """The key, with room for a break after every hyphen: Qt breaks none before a digit, and docks are narrow."""
    return QCoreApplication.translate("Kaznedra", "Key: {key}").format(key=key.replace("-", "-\u200b"))


def _meaning(one: Any) -> str:
    if one is None:
        return QCoreApplication.translate(
            "Kaznedra", "Nothing was sent. Submit shows exactly what would be sent, and asks before it sends."
        )
    told = [explain(from_stored(one.error), brief=True).happened] if one.error else []
    way_out = [submission_words.way_out()] if one.needs_operator else []
    return "\n".join([*told, submission_words.state_meaning(one.state.value), *way_out, *warnings(one)])


def _why_not_submit(is_open: bool, may_be_sent: bool) -> str:
    if not is_open:
        return QCoreApplication.translate("Kaznedra", "Open a draft first.")
    if not may_be_sent:
        return QCoreApplication.translate(
            "Kaznedra", "The draft was sent already. To file another application, duplicate it."
        )
    return QCoreApplication.translate("Kaznedra", "Shows exactly what would be sent, and asks before it sends")


def _what_is_asked(one: Any) -> str:
    if one is None or one.state.value in ("queued", "not_filed", "dropped"):
        return QCoreApplication.translate("Kaznedra", "Nothing was sent yet that the platform could be asked about.")
    return QCoreApplication.translate("Kaznedra", "Asks what the platform has of the application; sends nothing")


def _receipt_text(one: Any, name: str) -> str:
    text = one.told(name) if one is not None else ""
    if name == "status":
        return submission_words.status_title(text)
    when = words.instant(text) if name == "filed_at" and text else None
    return words.exact(when) if when else text


def _event_line(event: Any) -> str:
    when = words.instant(event.at)
    told = submission_words.status_title(event.status) if event.status else ""
    what = told or submission_words.state_title(event.state.value)
    if event.error:
        what += ": " + explain(from_stored(event.error), brief=True).happened
    return f"{words.exact(when) if when else event.at}  ·  {what}"
