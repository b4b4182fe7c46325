"""The three answers of a check as the user reads them: a word and an icon, never colour alone."""

from typing import Any

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from .icons import icon


def answer_word(state: Any) -> str:
    """'clear', 'conflict', 'unknown' for a subsoil.findings.State."""
    return {
        "clear": QCoreApplication.translate("Kaznedra", "clear"),
        "conflict": QCoreApplication.translate("Kaznedra", "conflict"),
        "unknown": QCoreApplication.translate("Kaznedra", "unknown"),
    }[state.value]


def answer_icon(state: Any) -> QIcon:
    """Its icon."""
    return icon({"clear": "complete", "conflict": "failed", "unknown": "unknown"}[state.value])
