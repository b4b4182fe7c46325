"""Asks how much history to keep, names exactly what that would take away, and takes it away."""

from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication, Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QListWidget,
    QProgressBar,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..errors import Code
from ..messages import explain
from ..titles import theme_title
from . import words
from .condition import Condition, word
from .task import Task

_PATIENCE_MS = 300


class PlanTask(Task):
    """Reads what a retention would take away; `result` is a workspace.pruning.Pruning."""

    def __init__(self, workspace: Path, keep: Any) -> None:
        super().__init__(QCoreApplication.translate("Kaznedra", "Kaznedra: reading the history"))
        self.workspace, self.keep = workspace, keep

    def work(self) -> Any:
        """Read."""
        from ..workspace import Workspace
        from ..workspace.pruning import plan

        return plan(Workspace.open(self.workspace), self.keep, cancelled=self.is_cancelled)


class PruneTask(PlanTask):
    """Prunes, then writes the choice down; `result` is a Pruning. Cancelled, it has changed neither."""

    def work(self) -> Any:
        """Prune."""
        from ..workspace import Workspace, retention
        from ..workspace.pruning import prune

        workspace = Workspace.open(self.workspace)
        done = prune(
            workspace,
            self.keep,
            cancelled=self.is_cancelled,
            progress=lambda share: self.setProgress(100 * share),
        )
        retention.choose(workspace, self.keep)
        return done


class RetentionDialog(QDialog):
    """`pruned` is the Pruning once the choice was taken; the dialog then closes itself."""

    def __init__(self, workspace: Path, keep: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("kaznedraRetentionDialog")
        self.setWindowTitle(QCoreApplication.translate("Kaznedra", "How much history to keep"))
        self._workspace = workspace
        self._task: Optional[PlanTask] = None
        self.pruned: Any = None
        self._make_choice()
        self._make_account()
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PATIENCE_MS)
        self._soon.timeout.connect(self._plan)
        self._choose(keep)
        for signal in (self.all.toggled, self.by_days.toggled, self.days.valueChanged, self.last.valueChanged):
            signal.connect(lambda _value: self._changed())
        self._changed()

    def _make_choice(self) -> None:
        self.all = QRadioButton(QCoreApplication.translate("Kaznedra", "&Everything"), self)
        self.by_days = QRadioButton(QCoreApplication.translate("Kaznedra", "The last &days:"), self)
        self.by_last = QRadioButton(QCoreApplication.translate("Kaznedra", "The last &pulls of every theme:"), self)
        self.days, self.last = QSpinBox(self), QSpinBox(self)
        for box, name, high, usual in ((self.days, "Days", 36_500, 730), (self.last, "Last", 100_000, 50)):
            box.setObjectName(f"kaznedraKeep{name}")
            box.setRange(1, high)
            box.setValue(usual)
        for button, name in ((self.all, "All"), (self.by_days, "ByDays"), (self.by_last, "ByLast")):
            button.setObjectName(f"kaznedraKeep{name}")

    def _make_account(self) -> None:
        self.account = QLabel(self)
        self.account.setObjectName("kaznedraRetentionAccount")
        self.account.setWordWrap(True)
        self.account.setTextFormat(Qt.TextFormat.PlainText)
        self.goes = QListWidget(self)
        self.goes.setObjectName("kaznedraGoes")
        self.goes.setMinimumHeight(self.fontMetrics().height() * 7)
        self.progress = QProgressBar(self)
        self.progress.setObjectName("kaznedraPruning")
        self.progress.hide()
        buttons = QDialogButtonBox.StandardButton
        self.box = QDialogButtonBox(buttons.Ok | buttons.Cancel, self)
        self.ok = self.box.button(buttons.Ok)
        self.ok.setObjectName("kaznedraKeepOk")
        self.box.button(buttons.Cancel).setText(QCoreApplication.translate("Kaznedra", "&Cancel"))
        self.box.accepted.connect(self._prune)
        self.box.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        grid = QGridLayout()
        grid.addWidget(self.all, 0, 0)
        grid.addWidget(self.by_days, 1, 0)
        grid.addWidget(self.days, 1, 1)
        grid.addWidget(self.by_last, 2, 0)
        grid.addWidget(self.last, 2, 1)
        grid.setColumnStretch(2, 1)
        layout.addLayout(grid)
        note = QLabel(
            QCoreApplication.translate(
                "Kaznedra",
                "The last good state of every theme always stays, and so does what a draft or report cites. "
                "The choice is kept in this workspace and holds after each pull.",
            ),
            self,
        )
        note.setWordWrap(True)
        layout.addWidget(note)
        layout.addWidget(self.account)
        layout.addWidget(self.goes, 1)
        layout.addWidget(self.progress)
        layout.addWidget(self.box)
        self.resize(self.fontMetrics().averageCharWidth() * 70, self.fontMetrics().height() * 24)

    def _choose(self, keep: Any) -> None:
        if keep.days is not None:
            self.by_days.setChecked(True)
            self.days.setValue(keep.days)
        elif keep.last is not None:
            self.by_last.setChecked(True)
            self.last.setValue(keep.last)
        else:
            self.all.setChecked(True)

    def keep(self) -> Any:
        """The Retention that the dialog shows."""
        from ..workspace.retention import Retention

        if self.by_days.isChecked():
            return Retention(days=self.days.value())
        return Retention(last=self.last.value()) if self.by_last.isChecked() else Retention()

    def _changed(self) -> None:
        """What would go is not known until it was read: nothing can be confirmed before."""
        self.days.setEnabled(self.by_days.isChecked())
        self.last.setEnabled(self.by_last.isChecked())
        self.ok.setEnabled(False)
        self.goes.clear()
        self.account.setText(QCoreApplication.translate("Kaznedra", "Reading what would be removed…"))
        self._forget()
        self._soon.start()

    def _plan(self) -> None:
        self._start(PlanTask(self._workspace, self.keep()), self._show_plan)

    def _show_plan(self, task: PlanTask) -> None:
        self._task = None
        if task.error is not None:
            self.account.setText(explain(task.error).plain())
            return
        planned = task.result
        self.goes.addItems([_named(snapshot) for snapshot in reversed(planned.goes)])
        self.goes.setEnabled(bool(planned.goes))
        self.account.setText(_account(planned))
        self.ok.setText(_ok_words(planned))
        self.ok.setEnabled(True)

    def _prune(self) -> None:
        self.ok.setEnabled(False)
        for each in (self.all, self.by_days, self.by_last, self.days, self.last):
            each.setEnabled(False)
        self.progress.setRange(0, 0)
        self.progress.show()
        task = PruneTask(self._workspace, self.keep())
        self._start(task, self._show_pruned)

    def _show_pruned(self, task: PlanTask) -> None:
        self._task = None
        self.progress.hide()
        if task.error is None:
            self.pruned = task.result
            self.accept()
            return
        for each in (self.all, self.by_days, self.by_last):
            each.setEnabled(True)
        self._changed()
        self._soon.stop()
        self.account.setText(explain(task.error).plain())
        if task.error.code is not Code.CANCELLED:
            self.ok.setText(QCoreApplication.translate("Kaznedra", "&Try again"))
            self.ok.setEnabled(True)

    def _start(self, task: PlanTask, then: Any) -> None:
        self._task = task
        task.ended.connect(lambda ended: then(ended) if ended is self._task else None)
        task.start()

    def _forget(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def reject(self) -> None:
        """Cancel what runs and, where that is the pruning, wait for its end; close otherwise."""
        if isinstance(self._task, PruneTask):
            self._task.cancel()
            return
        self._soon.stop()
        self._forget()
        super().reject()


def _named(snapshot: Any) -> str:
    states = {"COMPLETE": Condition.COMPLETE, "PARTIAL": Condition.PARTIAL, "FAILED": Condition.FAILED}
    state = states.get(snapshot.state.name)
    told = word(state) if state else QCoreApplication.translate("Kaznedra", "cancelled")
    when = words.instant(snapshot.finished)
    return f"{words.exact(when) if when else snapshot.id}  ·  {theme_title(snapshot.theme)}  ·  {told}"


def _account(planned: Any) -> str:
    if not planned.goes:
        told = QCoreApplication.translate("Kaznedra", "Nothing is removed now. Snapshots: {number}.").format(
            number=words.count(planned.stays)
        )
        return f"{told} {_cited(planned)}".strip()
    told = QCoreApplication.translate(
        "Kaznedra",
        "Snapshots to be removed: {goes}; kept: {stays}. Old versions of features to be removed: {versions} ({size}). "
        "This cannot be undone: the map can then no longer show those moments.",
    ).format(
        goes=words.count(len(planned.goes)),
        stays=words.count(planned.stays),
        versions=words.count(sum(planned.versions.values())),
        size=words.size(planned.bytes),
    )
    return f"{told} {_cited(planned)}".strip()


def _cited(planned: Any) -> str:
    if not planned.cited:
        return ""
    names = ", ".join(sorted({citation.name for citation in planned.cited}))
    return QCoreApplication.translate("Kaznedra", "Cited, and so kept: {names}").format(names=names)


def _ok_words(planned: Any) -> str:
    if not planned.goes:
        return QCoreApplication.translate("Kaznedra", "&OK")
    return QCoreApplication.translate("Kaznedra", "&Remove snapshots: {number}").format(
        number=words.count(len(planned.goes))
    )
