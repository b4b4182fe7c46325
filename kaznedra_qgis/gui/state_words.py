"""The three answers of the rules, as words and icons."""

from qgis.PyQt.QtCore import QCoreApplication

STATE_ICONS = {"conflict": "failed", "unknown": "unknown", "clear": "complete"}
"""Worst first"""


def state_word(state: str) -> str:
    """An answer in a word."""
    return {
        "conflict": QCoreApplication.translate("Kaznedra", "conflict"),
        "unknown": QCoreApplication.translate("Kaznedra", "unknown"),
        "clear": QCoreApplication.translate("Kaznedra", "clear"),
    }.get(state, state)
