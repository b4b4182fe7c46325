"""A QGIS desktop of its own: profile, screen, process. The demo run, the desktop tests and the benches stand on it.

`python -m tests.desktop FOLDER [PYTEST OPTIONS]` runs the tests of a folder inside the desktop; with a desktop of its
own for them, nothing of the user's profile is read or written.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Optional

ROOT = Path(__file__).resolve().parent.parent
PLUGIN = ROOT / "kaznedra_qgis"
PATIENCE_S = 600
LOCALES = {"en": "en_US", "ru": "ru", "kk": "kk"}

_SETTINGS = """\
[qgis]
checkVersion=false
{tips}
[core]
NewsFeed\\httpsfeedqgisorg\\disabled=true
NewsFeed\\httpfeedqgisorg\\disabled=true
[app]
plugin_installer\\checkOnStart=false
[plugin-manager]
automatically-check-for-updates=false
[locale]
overrideFlag=true
userLocale={locale}
[Projections]
showDatumTransformDialog=false
[PythonPlugins]
MetaSearch=false
db_manager=false
grassprovider=false
sagaprovider=false
processing={processing}
{plugins}
"""


def make_profile(
    folder: Path,
    plugins: dict[str, Path],
    locale: str = "en_US",
    processing: bool = True,
    settings: Optional[dict[str, str]] = None,
) -> Path:
    """Make anew the profile `folder`/profiles/default: the plugins linked and enabled, nothing that asks or fetches.

    `settings` are "section/key": text.
    """
    home = folder / "profiles" / "default"
    shutil.rmtree(home, ignore_errors=True)
    for name, path in plugins.items():
        link_plugin(path, home / "python" / "plugins" / name)
    text = _SETTINGS.format(
        locale=locale,
        processing=str(processing).lower(),
        tips="\n".join(f"showTips{version}=false" for version in range(322, 412, 2)),
        plugins="\n".join(f"{name}=true" for name in plugins),
    )
    for name, value in (settings or {}).items():
        section, _, key = name.partition("/")
        quoted = value.replace("\\", "\\\\").replace('"', '\\"')
        text += f'[{section}]\n{key}="{quoted}"\n'
    for product in ("QGIS3", "QGIS4"):
        (home / "QGIS").mkdir(exist_ok=True)
        (home / "QGIS" / f"{product}.ini").write_text(text, encoding="utf-8")
    return home


def link_plugin(source: Path, target: Path) -> None:
    """Make the plugin folder `target` of links to `source`, with the metadata.txt that a checkout has beside it."""
    target.mkdir(parents=True)
    metadata = source / "metadata.txt"
    for path in (*source.iterdir(), metadata if metadata.exists() else source.parent / "metadata.txt"):
        if path.name not in {"__pycache__", metadata.name} or path.is_file():
            link = target / path.name
            if not link.exists():
                link.symlink_to(path, target_is_directory=path.is_dir())


@contextmanager
def screen(width: int = 1600, height: int = 1000) -> Iterator[str]:
    """DISPLAY of a virtual screen (Xvfb) that lasts as long as the context."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset"]
    # a session of its own: Ctrl-C is for us, and the screen must outlast the window on it
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL, start_new_session=True)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            number = told.readline().strip()
        if not number:
            raise RuntimeError(f"Xvfb did not start (exit code {server.wait()})")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def unattended(display: str, errors: Path, **variables: str) -> dict[str, str]:
    """Environment for a desktop on `display` that nobody sits at: Python errors go to the file `errors`."""
    runtime = errors.parent / "runtime"
    runtime.mkdir(mode=0o700, exist_ok=True)
    return {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",  # QGIS's window needs a clipboard, which Qt's offscreen platform has not
        "XDG_RUNTIME_DIR": str(runtime),
        "KAZNEDRA_ERRORS": str(errors),
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "NO_AT_BRIDGE": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYQGIS_STARTUP": str(ROOT / "tests" / "desktop_startup.py"),
        "QT_X11_NO_MITSHM": "1",
        **variables,
    }


@contextmanager
def desktop(
    folder: Path, code: Path, environment: dict[str, str], log: Optional[Path] = None
) -> Iterator[subprocess.Popen]:
    """A running desktop with the profile made in `folder`, which runs the Python file `code`; ended with the context.

    What it prints goes to `log`, or to our own output.
    """
    command = ["qgis.bin", "--nologo", "--noversioncheck", "--profiles-path", str(folder), "--code", str(code)]
    with open(log or os.devnull, "wb") as told:
        streams = {"stdout": told, "stderr": subprocess.STDOUT} if log else {}
        process = subprocess.Popen(
            command, env=environment, cwd=ROOT, stdin=subprocess.DEVNULL, start_new_session=True, **streams
        )
        try:
            yield process
        finally:
            stop(process)


def stop(process: subprocess.Popen, patience_s: float = 10) -> None:
    """End a process and what it started: asked first, then made to."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        if process.poll() is not None:
            return
        os.killpg(process.pid, sign)
        try:
            process.wait(patience_s)
        except subprocess.TimeoutExpired:
            continue


def main(arguments: list[str]) -> int:
    """Run pytest with `arguments` inside a desktop; its exit code."""
    with tempfile.TemporaryDirectory(prefix="kaznedra-desktop-") as name, screen() as display:
        folder, report = Path(name), Path(name, "exit_code")
        make_profile(folder, {"kaznedra_qgis": PLUGIN})
        environment = unattended(
            display,
            folder / "errors",
            KAZNEDRA_PYTEST=json.dumps(["-p", "no:pytest_qgis", *arguments]),
            KAZNEDRA_REPORT=str(report),
            KAZNEDRA_LIBRARIES=str(Path(find_spec("pytest").origin).parents[1]),
        )
        with desktop(folder, ROOT / "tests" / "inside_desktop.py", environment) as process:
            try:
                code = process.wait(PATIENCE_S)
            except subprocess.TimeoutExpired:
                print(f"the tests in the desktop did not end within {PATIENCE_S} s", file=sys.stderr)
                return 1
        if not report.is_file():
            print(f"the desktop ended with {code} before the tests did", file=sys.stderr)
            return code or 1
        return int(report.read_text())


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
