"""How long the plugin takes to start: import and initGui in a fresh desktop, beyond what an empty plugin takes.

Each figure is from a QGIS process of its own, under Xvfb. The first process finds no compiled bytecode, as after an
installation; the median is of the others. Target: under 60 ms beyond the empty plugin.
"""

import json
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from tests.desktop import PLUGIN, ROOT, desktop, make_profile, screen, unattended

PROCESSES = 7
TARGET_MS = 60.0
NAMES = ("kaznedra_empty", "kaznedra_qgis")

_EMPTY = """\
class Empty:
    def initGui(self):
        pass

    def unload(self):
        pass


def classFactory(iface):
    return Empty()
"""
_METADATA = """\
[general]
name=Empty
description=-
version=1
qgisMinimumVersion=3.22
qgisMaximumVersion=4.99
author=-
email=-
"""

_STARTUP = """\
import time
import qgis.utils

def timed(call, took):
    def run(name, *rest):
        begun = time.perf_counter()
        answer = call(name, *rest)
        took.setdefault(name, []).append(1000 * (time.perf_counter() - begun))
        return answer
    return run

# QGIS 3.22 runs this file twice
if not hasattr(qgis.utils, "kaznedra_took"):
    qgis.utils.kaznedra_took = ({}, {})
    for call, took in zip(("loadPlugin", "startPlugin"), qgis.utils.kaznedra_took):
        setattr(qgis.utils, call, timed(getattr(qgis.utils, call), took))
"""
_CODE = """\
import json, os
import qgis.utils
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QTimer

def told():
    report = {"took": qgis.utils.kaznedra_took, "active": qgis.utils.active_plugins}
    draft = os.environ["KAZNEDRA_REPORT"] + ".draft"
    with open(draft, "w") as target:
        json.dump(report, target)
    os.replace(draft, os.environ["KAZNEDRA_REPORT"])
    QgsApplication.exit(0)

QTimer.singleShot(0, told)
"""


def start_once(folder: Path, display: str) -> dict[str, float]:
    """Milliseconds to load and start each plugin, in one new process."""
    report = folder / "report.json"
    report.unlink(missing_ok=True)
    environment = unattended(display, folder / "errors", KAZNEDRA_REPORT=str(report))
    environment["PYQGIS_STARTUP"] = str(folder / "startup.py")
    del environment["PYTHONDONTWRITEBYTECODE"]
    with desktop(folder, folder / "code.py", environment, folder / "log") as process:
        deadline = time.monotonic() + 60
        while not report.exists() and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        process.wait(10)
    if not report.exists():
        raise SystemExit(f"QGIS did not start:\n{(folder / 'log').read_text(errors='replace')[-3000:]}")
    told = json.loads(report.read_text())
    if not set(NAMES) <= set(told["active"]):
        raise SystemExit(f"not started, only {told['active']}:\n{(folder / 'log').read_text(errors='replace')[-3000:]}")
    took = {name: [each for calls in told["took"] for each in calls[name]] for name in NAMES}
    if any(len(calls) != 2 for calls in took.values()):
        raise SystemExit(f"not loaded and started once each, so nothing was measured: {took}")
    return {name: sum(calls) for name, calls in took.items()}


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="kaznedra-bench-") as name, screen() as display:
        folder = Path(name)
        empty = folder / "kaznedra_empty"
        empty.mkdir()
        (empty / "__init__.py").write_text(_EMPTY)
        (empty / "metadata.txt").write_text(_METADATA)
        make_profile(folder, {"kaznedra_empty": empty, "kaznedra_qgis": PLUGIN})
        # a copy, whose bytecode is ours alone; the links are replaced by what they point to
        installed = folder / "profiles" / "default" / "python" / "plugins" / "kaznedra_qgis"
        shutil.rmtree(installed)
        shutil.copytree(PLUGIN, installed, ignore=shutil.ignore_patterns("__pycache__"))
        for beside in ("resources", "i18n"):
            shutil.copytree(ROOT / beside, installed / beside)
        shutil.copy(ROOT / "metadata.txt", installed)
        (folder / "startup.py").write_text(_STARTUP)
        (folder / "code.py").write_text(_CODE)
        runs = [start_once(folder, display) for _ in range(PROCESSES + 1)]
    beyond = [run["kaznedra_qgis"] - run["kaznedra_empty"] for run in runs]
    figures = {
        "first_start_ms": round(beyond[0], 1),
        "start_ms": round(statistics.median(beyond[1:]), 1),
        "start_each_ms": [round(value, 1) for value in beyond[1:]],
        "empty_plugin_ms": round(statistics.median(run["kaznedra_empty"] for run in runs[1:]), 1),
        "target_ms": TARGET_MS,
    }
    target = ROOT / "build" / "bench" / "start.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(figures, indent=2) + "\n")
    met = "met" if figures["start_ms"] < TARGET_MS else "MISSED"
    print(f"plugin start beyond an empty plugin: {figures['start_ms']} ms (target {TARGET_MS:.0f} ms: {met})")
    print(f"each: {figures['start_each_ms']}; first start, without bytecode: {figures['first_start_ms']} ms")


if __name__ == "__main__":
    main()
