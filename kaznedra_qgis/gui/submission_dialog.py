"""Asks for the user's word for exactly what is sent to a platform, sends it once, and shows the receipt."""

from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtGui import QFontDatabase
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from .. import submission_words
from ..connecting import unlock_authentication
from ..errors import Code, KaznedraError
from ..messages import explain, from_stored
from ..settings import NetworkLimits, SourceSetting
from . import words
from .applicant_words import language_title
from .submission_tasks import SubmitTask


class SubmissionDialog(QDialog):
    """`submission` is how far it came, None until it was tried. `check` says what the rules found.

    Nothing is sent before the user has ticked the box and pressed the button that names the platform.
    """

    def __init__(
        self,
        workspace: Path,
        prepared: Any,
        source: SourceSetting,
        limits: NetworkLimits,
        check: str,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraSubmissionDialog")
        self.setWindowTitle(QCoreApplication.translate("Kaznedra", "Submit the application"))
        self._workspace, self._prepared, self._source, self._limits = workspace, prepared, source, limits
        self._task: Optional[SubmitTask] = None
        self.submission: Any = None
        self.check = _text(check, "kaznedraSubmissionCheck", self)
        self._make_preview()
        self._make_consent()
        self._lay_out()

    def _make_preview(self) -> None:
        from ..sources.submission import readable

        feature = self._prepared.feature
        self.place = _text(self._whither(None), "kaznedraSubmissionPlace", self)
        exact = readable(feature.body)
        self.table = _table(exact, self)
        self.exact = QPlainTextEdit(exact, self)
        self.exact.setObjectName("kaznedraSubmissionExact")
        self.exact.setReadOnly(True)
        self.exact.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.table, QCoreApplication.translate("Kaznedra", "&Application"))
        self.tabs.addTab(self.exact, QCoreApplication.translate("Kaznedra", "As it is &sent"))
        digest = QCoreApplication.translate("Kaznedra", "Digest (SHA-256): {digest}").format(digest=self._prepared.word)
        self.digest = _text(digest, "kaznedraSubmissionDigest", self)
        # in groups, it can be wrapped where the window is narrow
        self.digest.setText(digest.replace(self._prepared.word, _grouped(self._prepared.word)))

    def _whither(self, submission: Any) -> str:
        """What was sent where, or would be."""
        before = QCoreApplication.translate(
            "Kaznedra",
            "Nothing has been sent yet. This is exactly what would be sent to {platform} ({address}), collection "
            "{collection}:",
        )
        after = QCoreApplication.translate(
            "Kaznedra", "This was sent to {platform} ({address}), collection {collection}:"
        )
        feature = self._prepared.feature
        was_sent = submission is not None and submission.state.value in ("filed", "uncertain", "sending")
        return (after if was_sent else before).format(
            platform=self._source.title, address=feature.address, collection=feature.collection
        )

    def _make_consent(self) -> None:
        self.consent = QCheckBox(
            QCoreApplication.translate("Kaznedra", "I have &looked at it and want just this filed, in this name."), self
        )
        self.consent.setObjectName("kaznedraSubmissionConsent")
        self.consent.toggled.connect(lambda given: self.send.setEnabled(given and self._task is None))
        self.progress = QProgressBar(self)
        self.progress.setObjectName("kaznedraSubmitting")
        self.progress.setRange(0, 0)
        self.progress.hide()
        self.outcome = _text("", "kaznedraSubmissionOutcome", self)
        self.outcome.hide()
        buttons = QDialogButtonBox.StandardButton
        self.box = QDialogButtonBox(buttons.Ok | buttons.Cancel, self)
        self.send, self.close_button = self.box.button(buttons.Ok), self.box.button(buttons.Cancel)
        self.send.setObjectName("kaznedraSubmissionSend")
        title = QCoreApplication.translate("Kaznedra", "&File at {platform}")
        self.send.setText(title.format(platform=self._source.title.replace("&", "&&")))
        self.send.setEnabled(False)
        self.send.setAutoDefault(False)
        self.close_button.setText(QCoreApplication.translate("Kaznedra", "&Cancel"))
        self.close_button.setDefault(True)
        self.box.accepted.connect(self._submit)
        self.box.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        parts = (self.place, self.tabs, self.digest, self.check, self.consent, self.progress, self.outcome, self.box)
        for each in parts:
            layout.addWidget(each, int(each is self.tabs))
        self.close_button.setFocus()
        self.resize(self.fontMetrics().averageCharWidth() * 88, self.fontMetrics().height() * 32)

    def _submit(self) -> None:
        # the button is off while it runs, and the claim in the workspace holds against every other window
        if self._task is not None or not self.consent.isChecked():
            return
        if not unlock_authentication(self._source):
            self._tell(explain(KaznedraError(Code.CREDENTIALS_UNUSABLE)).plain())
            return
        self.send.setEnabled(False)
        self.consent.setEnabled(False)
        self.progress.show()
        self._tell(QCoreApplication.translate("Kaznedra", "Asking the platform whether it has it, then sending it…"))
        task = SubmitTask(self._workspace, self._prepared, self._prepared.word, self._source, self._limits)
        self._task = task
        task.ended.connect(self._ended)
        task.start()

    def _ended(self, task: SubmitTask) -> None:
        if task is not self._task:
            return
        self._task = None
        self.progress.hide()
        self.submission = task.result
        self.box.removeButton(self.send)
        self.consent.hide()
        self.check.hide()
        self.close_button.setEnabled(True)
        self.close_button.setText(QCoreApplication.translate("Kaznedra", "&Close"))
        self.place.setText(self._whither(task.result))
        self._tell(explain(task.error).plain() if task.error is not None else outcome(task.result))

    def _tell(self, text: str) -> None:
        self.outcome.setText(text)
        self.outcome.setAccessibleName(text)
        self.outcome.show()

    def reject(self) -> None:
        """Cancel what runs, and wait for its end; close otherwise."""
        if self._task is not None:
            self.close_button.setEnabled(False)
            self._task.cancel()
            return
        super().reject()


def outcome(submission: Any) -> str:
    """How far a submission came, its receipt, and what to know of it, as plain text."""
    told = [submission_words.line(submission) + "."]
    if submission.error:
        told.append(explain(from_stored(submission.error), brief=True).happened)
    told += [submission_words.state_meaning(submission.state.value), *warnings(submission)]
    return "\n".join(told)


def warnings(submission: Any) -> list[str]:
    """What is not right with what the platform has."""
    told = []
    differs = submission.record.get("differs") or []
    if differs:
        words_of = QCoreApplication.translate("Kaznedra", "The platform has other values than were sent: {names}.")
        told.append(words_of.format(names=", ".join(map(_title, differs))))
    if (submission.record.get("copies") or 1) > 1:
        words_of = QCoreApplication.translate(
            "Kaznedra", "Copies at the platform, although it was sent once: {count}. Tell the platform's operator."
        )
        told.append(words_of.format(count=words.count(submission.record["copies"])))
    return told


def _text(text: str, name: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


def _table(exact: str, parent: QWidget) -> QTableWidget:
    """What is sent, attribute by attribute, all of it."""
    import json

    told = json.loads(exact)
    corners = sum(len(ring) - 1 for polygon in told["geometry"]["coordinates"] for ring in polygon)
    outline = QCoreApplication.translate("Kaznedra", "plots: {plots}, corners: {corners}").format(
        plots=words.count(len(told["geometry"]["coordinates"])), corners=words.count(corners)
    )
    rows = [(_title(name), _value(name, value)) for name, value in told["properties"].items()]
    rows.append((QCoreApplication.translate("Kaznedra", "Outline"), outline))
    table = QTableWidget(len(rows), 2, parent)
    table.setObjectName("kaznedraSubmissionTable")
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            table.setItem(row, column, item)
    table.horizontalHeader().hide()
    table.verticalHeader().hide()
    table.setWordWrap(True)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table


def _value(name: str, value: Any) -> str:
    """A value for reading: a code by its word, too."""
    from ..mapping.words import code_words

    if value is None:
        return "–"
    word = code_words("licence_applications", name).get(str(value))
    return f"{word} ({value})" if word else str(value)


def _title(name: str) -> str:
    """What an attribute of an application is called; one that the contract does not know as it is."""
    from ..themes import LANGUAGES

    stem, _, language = name.rpartition("_")
    titles = {
        "client_key": QCoreApplication.translate("Kaznedra", "Key"),
        "kind": QCoreApplication.translate("Kaznedra", "Kind of licence"),
        "applicant": QCoreApplication.translate("Kaznedra", "Applicant"),
        "applicant_bin": QCoreApplication.translate("Kaznedra", "BIN or IIN"),
        "minerals": QCoreApplication.translate("Kaznedra", "Minerals"),
        "blocks": QCoreApplication.translate("Kaznedra", "Blocks"),
        "block_count": QCoreApplication.translate("Kaznedra", "Number of blocks"),
    }
    if stem in titles and language in LANGUAGES:
        return f"{titles[stem]}, {language_title(language)}"
    return titles.get(name, name)


def _grouped(digest: str) -> str:
    return " ".join(digest[place : place + 8] for place in range(0, len(digest), 8))
