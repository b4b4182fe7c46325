"""The demo platform: QGIS Server (OGC API - Features at /wfs3) over a GeoPackage of the themes.

In a test: `with platform(path) as served: ... served.address`. By hand: `python3 -m tests.servers.platform DATA.gpkg`
prints the address and serves until Ctrl-C or SIGTERM. The server works on a copy of the data, in a profile of its own,
on a port that the system chooses.
"""

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MAX_LIMIT = 1000
"""Most features a page may have; the server answers 400 to a higher `limit`"""
START_S = 60.0
STOP_S = 5.0


class PlatformFailed(RuntimeError):
    """The server could not be started; the text ends with what it wrote."""


@dataclass(frozen=True)
class Served:
    """A running platform. `data` is the served copy of the GeoPackage.

    A test may change it: features follow at once, `numberMatched` without a filter only after a restart.
    """

    address: str
    data: Path
    process: "subprocess.Popen[bytes]"


@contextmanager
def platform(data: Path, max_limit: int = MAX_LIMIT) -> Iterator[Served]:
    """Serve the GeoPackage's themes until the block ends. Raises PlatformFailed."""
    with tempfile.TemporaryDirectory(prefix="kaznedra-platform-") as folder:
        home = Path(folder)
        copy = home / "platform.gpkg"
        shutil.copyfile(data, copy)
        environment = _environment(home, max_limit)
        _write_project(copy, home / "platform.qgs", environment)
        log = home / "server.log"
        with open(log, "wb") as output:
            process = subprocess.Popen(
                [*_ends_with_parent(), _server(), "-l", "2", "-p", str(home / "platform.qgs"), "127.0.0.1:0"],
                cwd=home,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            yield Served(_ready(process, log), copy, process)
        finally:
            _end(process)


def _server() -> str:
    server = shutil.which("qgis_mapserver")
    if server is None:
        raise PlatformFailed("qgis_mapserver is not installed (Debian: package qgis-server-dummy or qgis-server-bin)")
    return server


def _environment(home: Path, max_limit: int) -> dict[str, str]:
    """The server's own settings, profile and cache; nothing of the user's QGIS."""
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    foreign = ("QGIS_", "DISPLAY", "WAYLAND_DISPLAY", "HTTP_", "REMOTE_USER")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    return {
        **kept,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_QPA_PLATFORM": "offscreen",
        "QGIS_CUSTOM_CONFIG_PATH": str(home / "profile"),
        "QGIS_OPTIONS_PATH": str(home / "profile"),
        "QGIS_SERVER_CACHE_DIRECTORY": str(home / "cache"),
        "QGIS_SERVER_LOG_LEVEL": "2",
        "QGIS_SERVER_API_WFS3_MAX_LIMIT": str(max_limit),
        "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]),
    }


def _write_project(data: Path, project: Path, environment: dict[str, str]) -> None:
    """In a process of its own: the caller may be without QGIS, or be QGIS."""
    python = sys.executable if "python" in Path(sys.executable or "").name else "/usr/bin/python3"
    done = subprocess.run(
        [python, "-m", "tests.servers.project", str(data), str(project)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=START_S,
    )
    if done.returncode != 0:
        raise PlatformFailed(f"no project could be written for {data}:\n{done.stderr}")


def _ends_with_parent() -> list[str]:
    """Have the system end the server if we are killed; it watches the starting thread, so only for the main one."""
    setpriv = shutil.which("setpriv")
    if setpriv is None or threading.current_thread() is not threading.main_thread():
        return []
    return [setpriv, "--pdeathsig", "TERM"]


def _ready(process: "subprocess.Popen[bytes]", log: Path) -> str:
    """Address of the platform, once it answers."""
    deadline = time.monotonic() + START_S
    address = ""
    while time.monotonic() < deadline:
        written = log.read_text(encoding="utf-8", errors="replace")
        if process.poll() is not None:
            raise PlatformFailed(f"qgis_mapserver ended with {process.returncode}:\n{written}")
        found = re.search(r"listening on (http://127\.0\.0\.1:\d+)", written)
        if found:
            address = f"{found.group(1)}/wfs3"
            if _answers(address):
                return address
        time.sleep(0.05)
    raise PlatformFailed(
        f"qgis_mapserver did not answer within {START_S:.0f} s ({address or 'no address yet'}):\n{written}"
    )


def _answers(address: str) -> bool:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"{address}/collections", timeout=10) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(STOP_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Serves a GeoPackage of the themes as the demo platform.")
    parser.add_argument("data", type=Path, help="GeoPackage that tests.demo.generate made")
    parser.add_argument("--max-limit", type=int, default=MAX_LIMIT, help="most features of a page")
    options = parser.parse_args()
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    try:
        with platform(options.data, options.max_limit) as served:
            print(served.address, flush=True)
            while not stop.wait(0.2):
                if served.process.poll() is not None:
                    raise PlatformFailed(f"qgis_mapserver ended with {served.process.returncode}")
    except (PlatformFailed, OSError) as failure:
        sys.exit(str(failure))


if __name__ == "__main__":
    main()
