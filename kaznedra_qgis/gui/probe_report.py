"""What a test of a connection found: the steps passed, the one that failed, and what to do."""

from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication, QSize, Qt
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from ..connecting import is_address
from ..errors import Code, KaznedraError
from ..messages import explain
from ..settings import SourceSetting
from ..titles import theme_title
from . import words
from .icons import icon
from .probe_task import ProbeTask, Step, step_title

_MOST_CHANGES = 12


class ProbeReport(QWidget):
    """A line per step, each with an icon and words; hidden before the first test."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraProbeReport")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(2, 1)
        layout.addLayout(self._grid)
        self.verdict = QLabel(self)
        self.verdict.setObjectName("kaznedraProbeVerdict")
        self.verdict.setWordWrap(True)
        self.verdict.setTextFormat(Qt.TextFormat.PlainText)
        self.verdict.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        layout.addWidget(self.verdict)
        self.hide()

    def show_running(self, source: SourceSetting) -> None:
        """All steps waiting."""
        self._show_steps(dict.fromkeys(steps_of(source), ("never", "")))
        self.verdict.setText(QCoreApplication.translate("Kaznedra", "Asking…"))
        self.show()

    def show_locked(self) -> None:
        """The master password was not given."""
        self._show_steps({})
        self.verdict.setText(explain(KaznedraError(Code.CREDENTIALS_UNUSABLE)).plain())
        self.show()

    def show_result(self, task: ProbeTask) -> None:
        """Steps as they ended, and the verdict."""
        found: dict[Step, tuple[str, str]] = {}
        is_reached = True
        for step in steps_of(task.source):
            if step is task.failed:
                failed = QCoreApplication.translate("Kaznedra", "failed here")
                found[step] = ("failed", failed)
                is_reached = False
            elif is_reached:
                found[step] = ("complete", _found(step, task))
            else:
                found[step] = ("never", QCoreApplication.translate("Kaznedra", "not reached"))
        self._show_steps(found)
        self.verdict.setText(_verdict(task))
        self.show()

    def _show_steps(self, steps: dict[Step, tuple[str, str]]) -> None:
        while self._grid.count():
            self._grid.takeAt(0).widget().deleteLater()
        size = self.fontMetrics().height()
        for line, (step, (name, told)) in enumerate(steps.items()):
            mark, title, what = QLabel(self), QLabel(step_title(step), self), QLabel(told, self)
            mark.setPixmap(icon(name).pixmap(QSize(size, size)))
            what.setWordWrap(True)
            what.setTextFormat(Qt.TextFormat.PlainText)
            what.setObjectName(f"kaznedraProbe_{step.value}")
            for column, label in enumerate((mark, title, what)):
                self._grid.addWidget(label, line, column, Qt.AlignmentFlag.AlignTop)


def steps_of(source: SourceSetting) -> list[Step]:
    """Steps that a source of this kind goes through."""
    if not is_address(source.address):
        return [Step.PROFILE, Step.CONNECTION, Step.THEMES, Step.FEATURES]
    steps = list(Step)
    if not source.address.lower().startswith("https:"):
        steps.remove(Step.CERTIFICATE)
    return steps


def _found(step: Step, task: ProbeTask) -> str:
    if step is Step.PLATFORM and task.contract:
        return task.contract.title
    if step is Step.SIGN_IN:
        return (
            QCoreApplication.translate("Kaznedra", "accepted")
            if task.source.authcfg
            else QCoreApplication.translate("Kaznedra", "none needed")
        )
    if step is Step.THEMES and task.contract:
        told = ", ".join(theme_title(theme) for theme in task.contract.offers)
        if task.contract.missing:
            told += ". " + QCoreApplication.translate("Kaznedra", "Not offered: {themes}").format(
                themes=", ".join(theme_title(theme) for theme in task.contract.missing)
            )
        return told
    if step is Step.FEATURES and task.page and task.page.size:
        return words.size(task.page.size)
    return QCoreApplication.translate("Kaznedra", "in order")


def _verdict(task: ProbeTask) -> str:
    if task.error is None:
        can = QCoreApplication.translate("Kaznedra", "The source can be pulled.")
        return "\n".join((can, *_changes(task)))
    if task.error.code is Code.CANCELLED:
        return QCoreApplication.translate("Kaznedra", "The test was stopped.")
    message = explain(task.error)
    return f"{message.happened} {message.remedy}"


def _changes(task: ProbeTask) -> list[str]:
    """What differs from the last complete pulls, a line each under a heading."""
    if not task.differences:
        return []
    heading = QCoreApplication.translate("Kaznedra", "Changed since the last complete pull:")
    differences = task.differences[:_MOST_CHANGES]
    told = (explain(error, brief=error.code is Code.THEME_MISSING).happened for error in differences)
    return [heading, *(f"• {line}" for line in told)]
