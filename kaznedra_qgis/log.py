"""The log panel "Kaznedra". Its viewer reads HTML, so every text is escaped. May be called from any thread."""

import traceback
from html import escape

from qgis.core import Qgis, QgsMessageLog

PANEL = "Kaznedra"


def note(text: str, level: "Qgis.MessageLevel" = Qgis.MessageLevel.Info) -> None:
    """Write plain text to the panel, without a notice on the screen."""
    QgsMessageLog.logMessage(escape(text), PANEL, level, False)


def trace(error: BaseException) -> None:
    """Write where an unforeseen exception came from to the panel."""
    told = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    note(told, Qgis.MessageLevel.Critical)
