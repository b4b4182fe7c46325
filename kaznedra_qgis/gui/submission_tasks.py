"""Filing an application, and asking after one, in the background."""

from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication

from ..errors import Code
from ..settings import NetworkLimits, SourceSetting
from .task import Task


class SubmitTask(Task):
    """Sends what was prepared, by the user's word for just that; `result` is a workspace.submissions.Submission."""

    def __init__(self, workspace: Path, prepared: Any, word: str, source: SourceSetting, limits: NetworkLimits) -> None:
        super().__init__(
            QCoreApplication.translate("Kaznedra", "Kaznedra: filing at {source}").format(source=source.title)
        )
        self.workspace, self.prepared, self.word = workspace, prepared, word
        self.source, self.limits = source, limits

    def work(self) -> Any:
        """Send. Cancelled before anything left, it is as if nothing had been asked for."""
        from ..connecting import open_from_setting
        from ..sources.source import Watch
        from ..workspace import Workspace
        from ..workspace.filing import drop, submit
        from ..workspace.submissions import MAY_BE_SENT

        workspace = Workspace.open(self.workspace)
        source = open_from_setting(self.source, self.limits, self.feedback, Watch())
        done = submit(workspace, self.prepared, self.word, source)
        if done.state in MAY_BE_SENT and done.error and done.error["code"] == Code.CANCELLED.value:
            drop(workspace, done)
        return done


class LookUpTask(Task):
    """Asks the platform what it has of a submission; `result` is the Submission as it is known then."""

    def __init__(self, workspace: Path, submission: Any, source: SourceSetting, limits: NetworkLimits) -> None:
        super().__init__(
            QCoreApplication.translate("Kaznedra", "Kaznedra: asking {source}").format(source=source.title)
        )
        self.workspace, self.submission, self.source, self.limits = workspace, submission, source, limits

    def work(self) -> Any:
        """Ask."""
        from ..connecting import open_from_setting
        from ..sources.source import Watch
        from ..workspace import Workspace
        from ..workspace.filing import look_up

        source = open_from_setting(self.source, self.limits, self.feedback, Watch())
        return look_up(Workspace.open(self.workspace), self.submission, source)
