"""Run by QGIS before its plugins are loaded (PYQGIS_STARTUP), where nobody is there to close a dialog.

A Python error is written to the desktop's error output and to the file KAZNEDRA_ERRORS, not into a window.
"""

import os
import sys
import traceback

import qgis.utils


def tell_error(kind, value, trace, message, messagebar=False, level=None):
    text = f"{message or 'An error in Python code:'}\n{''.join(traceback.format_exception(kind, value, trace))}"
    print(text, file=sys.__stderr__, flush=True)
    with open(os.environ["KAZNEDRA_ERRORS"], "a", encoding="utf-8") as errors:
        errors.write(text)


qgis.utils.showException = tell_error
