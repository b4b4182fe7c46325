"""Tells after a pull what the platforms say of applications that were filed, and which ones wait to be sent."""

from collections.abc import Callable
from html import escape

from qgis.core import Qgis
from qgis.PyQt.QtCore import QCoreApplication

from .. import log, submission_words
from . import words
from .notices import Notices
from .sync_task import SyncTask


def tell(notices: Notices, sync: SyncTask, show: Callable[[], None]) -> None:
    """Beside the notice of how the pull went; `show` brings the applications into view."""
    for submission in sync.submissions:
        log.note(submission_words.line(submission))
    lines = []
    if sync.submissions:
        news = QCoreApplication.translate("Kaznedra", "Applications with news from the platform: {count}. {first}")
        first = submission_words.line(sync.submissions[0])
        lines.append(news.format(count=words.count(len(sync.submissions)), first=f"{first}."))
    if sync.waiting:
        wait = QCoreApplication.translate(
            "Kaznedra", "Applications that wait to be sent: {count}. Nothing is sent before you look at it and say so."
        )
        lines.append(wait.format(count=words.count(len(sync.waiting))))
    if lines:
        notice = notices.add(escape(" ".join(lines)), Qgis.MessageLevel.Info)
        notice.add_button("kaznedraShowApplications", QCoreApplication.translate("Kaznedra", "&Show"), show)
