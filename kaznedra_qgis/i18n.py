"""The plugin's own language: that of QGIS, or English, Russian or Kazakh whatever QGIS speaks."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Optional

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from . import paths
from .themes import LANGUAGES

CHOICES = ("auto", *LANGUAGES)

_translator: Optional[QTranslator] = None
_language = "en"


def of_qgis() -> str:
    """Language of QGIS where the plugin speaks it, else English."""
    settings = QgsSettings()
    locale = settings.value("locale/userLocale", "") if settings.value("locale/overrideFlag", False, bool) else ""
    tongue = str(locale or QgsApplication.locale())[:2]
    return tongue if tongue in LANGUAGES else "en"


def language() -> str:
    """The language in force: en, ru or kk."""
    return _language


def install(choice: str = "auto") -> str:
    """Make the plugin speak `choice` (one of CHOICES) from now on; returns the language in force."""
    global _translator, _language
    remove()
    wanted = choice if choice in LANGUAGES else of_qgis()
    if wanted != "en":
        translator = QTranslator()
        if not translator.load(f"kaznedra_{wanted}.qm", str(paths.translations())):
            return _language
        QCoreApplication.installTranslator(translator)
        _translator = translator
    _language = wanted
    return _language


@contextmanager
def speaking(choice: str) -> Iterator[None]:
    """Have the plugin speak a language for a while, as for a map sheet that is drawn in it. On the main thread only."""
    before = _language
    if choice == before:
        yield
        return
    install(choice)
    try:
        yield
    finally:
        install(before)


def remove() -> None:
    """Take the plugin's translator out of the application again."""
    global _translator, _language
    if _translator is not None:
        QCoreApplication.removeTranslator(_translator)
        _translator = None
    _language = "en"
