"""The main job from end to end: python -m tests.demo.run (make run).

Starts the demo platform, opens the QGIS desktop with the plugin and its source preset, lets the dock's own Sync pull
the themes into a workspace and shows them over a base map. Without a display it does so under Xvfb, saves a picture of
the window to build/run/kaznedra.png and ends; with one the window stays open, and what is filed at the platform is
accepted there half a minute later. Exit code 0 where every step went well.

RUN_LANG=en|ru|kk chooses the language (else that of LANG), RUN_HEADLESS=1 does without the display that is there.
"""

import fcntl
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tests.desktop import LOCALES, PLUGIN, ROOT, desktop, make_profile, screen, unattended
from tests.servers.filed import decide, filed
from tests.servers.platform import PlatformFailed, platform

FOLDER = ROOT / "build" / "run"
DATA = ROOT / "resources" / "demo" / "kaznedra_demo.gpkg"
ERRORS = FOLDER / "errors.txt"
START_S, WORK_S = 90.0, 300.0
REVIEW_S = 30.0
"""After which the platform accepts an application"""
SIZE = 1920, 1080
"""Of the virtual screen, and so of the picture, in pixels"""
SOURCE = "kaznedra-platform"
TITLES = {"en": "Kaznedra demo platform", "ru": "Демонстрационная платформа", "kk": "Демонстрациялық платформа"}


class RunFailed(Exception):
    """A step failed; the text says which and why."""


def language() -> str:
    """RUN_LANG, else the language of LANG where the plugin speaks it, else English."""
    asked = os.environ.get("RUN_LANG", "")
    if asked and asked not in LOCALES:
        raise RunFailed(f"RUN_LANG is {asked!r}, but Kaznedra speaks {', '.join(LOCALES)}")
    spoken = (os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or "")[:2]
    return asked or (spoken if spoken in LOCALES else "en")


def preset(address: str, speaks: str) -> dict[str, str]:
    """The plugin's settings as a user would have made them: the platform is the source."""
    source = {"id": SOURCE, "title": TITLES[speaks], "profile": "kaznedra", "address": address}
    return {
        "kaznedra/language": speaks,
        "kaznedra/sources": json.dumps([source]),
        "kaznedra/source": SOURCE,
        "kaznedra/workspace_folder": str(FOLDER / "workspaces"),
    }


def wait_for(report: Path, process: "subprocess.Popen[bytes]", seconds: float, what: str) -> dict[str, Any]:
    """The report once it is written."""
    deadline = time.monotonic() + seconds
    while not report.exists():
        if process.poll() is not None:
            raise RunFailed(f"QGIS ended (code {process.returncode}) before {what}")
        if ERRORS.exists():
            raise RunFailed(f"Python errors in QGIS while waiting for {what}")
        if time.monotonic() > deadline:
            raise RunFailed(f"after {seconds:.0f} s still waiting for {what}")
        time.sleep(0.1)
    return dict(json.loads(report.read_text(encoding="utf-8")))


def tell(report: dict[str, Any]) -> None:
    """Print what was expected and received per theme, and where it is."""
    print(f"{'theme':<24}{'expected':>10}{'received':>10}  state")
    for theme in report["themes"]:
        expected = "unknown" if theme["expected"] is None else theme["expected"]
        print(f"{theme['theme']:<24}{expected:>10}{theme['received']:>10}  {theme['state']}")
    for name in ("workspace", "screenshot"):
        if report.get(name):
            print(f"{name}: {report[name]}")


def attend(process: "subprocess.Popen[bytes]", data: Path) -> None:
    """Be the platform's office until QGIS is closed: what was filed is accepted after a while."""
    came: dict[str, float] = {}
    while process.poll() is None:
        time.sleep(1)
        for application in filed(data):
            key = str(application["client_key"])
            due = came.setdefault(key, time.monotonic() + REVIEW_S)
            if application["status"] == "submitted" and time.monotonic() > due:
                decide(data, key, status="accepted")


def run(stack: ExitStack) -> None:
    """All steps; what was started ends with `stack`. Raises RunFailed, PlatformFailed."""
    speaks = language()
    if not DATA.exists():
        raise RunFailed(f"{DATA} is missing: `make demo` generates it")
    lock = stack.enter_context(FOLDER.with_name(".run.lock").open("w"))
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise RunFailed(f"another run is under way in {FOLDER}") from None
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    print("run: starting the demo platform (QGIS Server)", flush=True)
    served = stack.enter_context(platform(DATA))
    print(f"run: it answers at {served.address}; opening QGIS", flush=True)
    make_profile(
        FOLDER / "profile", {"kaznedra_qgis": PLUGIN}, LOCALES[speaks], settings=preset(served.address, speaks)
    )
    started, done = FOLDER / "started.json", FOLDER / "report.json"
    paths = {
        "KAZNEDRA_STARTED": str(started),
        "KAZNEDRA_REPORT": str(done),
    }
    watched = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) and not os.environ.get(
        "RUN_HEADLESS"
    )
    if watched:
        environment = {**os.environ, **paths}
    else:
        paths["KAZNEDRA_SCREENSHOT"] = str(FOLDER / "kaznedra.png")
        environment = unattended(stack.enter_context(screen(*SIZE)), ERRORS, **paths)
    log = FOLDER / "qgis.log"
    code = ROOT / "tests" / "demo" / "run_desktop.py"
    process = stack.enter_context(desktop(FOLDER / "profile", code, environment, log))
    wait_for(started, process, START_S, "the desktop to start")
    print("run: the desktop is up; pulling by the dock's Sync", flush=True)
    report = wait_for(done, process, WORK_S, "the layers to be drawn")
    tell(report)
    if report["failed"]:
        print("\n".join(report["log"]), file=sys.stderr)
        raise RunFailed(report["failed"])
    if watched:
        print("run: QGIS stays open; close it, or press Ctrl-C here, to end the demo platform", flush=True)
        attend(process, served.data)


def main() -> int:
    """Exit code: 0 done, 1 a step failed, 130 interrupted."""
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, signal.default_int_handler)
    try:
        with ExitStack() as stack:
            run(stack)
    except (RunFailed, PlatformFailed, RuntimeError, OSError) as failure:
        print(f"run: failed: {failure}", file=sys.stderr)
        for log in (ERRORS, FOLDER / "qgis.log"):
            if log.exists() and log.stat().st_size:
                print(f"run: the end of {log}:\n{log.read_text(errors='replace')[-3000:]}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nrun: interrupted; the demo platform and QGIS are stopped", file=sys.stderr)
        return 130
    print("run: done")
    return 0


if __name__ == "__main__":
    sys.exit(main())
