"""QGIS Server by FastCGI with several workers behind lighttpd, on a free loopback port."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .postgis import free_port

WORKER = "/usr/lib/cgi-bin/qgis_mapserv.fcgi"
START_S = 60.0
STOP_S = 5.0

_CONFIGURATION = """
server.modules = ("mod_fastcgi")
server.document-root = "{home}"
server.port = {port}
server.bind = "127.0.0.1"
server.errorlog = "{home}/lighttpd.log"
server.upload-dirs = ("{home}")
server.max-keep-alive-requests = 10000
fastcgi.server = ("/qgis" => ((
    "socket" => "{home}/worker.sock",
    "bin-path" => "{worker}",
    "check-local" => "disable",
    "max-procs" => {workers},
    "bin-environment" => ({environment})
)))
"""


@contextmanager
def fastcgi(project: Path, workers: int = 2, max_limit: int = 100_000) -> Iterator[str]:
    """Serve the project until the block ends; gives the address of its OGC API - Features. Raises RuntimeError."""
    with tempfile.TemporaryDirectory(prefix="kaznedra-fastcgi-") as folder:
        home = Path(folder)
        (home / "runtime").mkdir(mode=0o700)
        port = free_port()
        environment = {
            "QGIS_PROJECT_FILE": project,
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": home,
            "XDG_RUNTIME_DIR": home / "runtime",
            "QGIS_OPTIONS_PATH": home / "profile",
            "QGIS_CUSTOM_CONFIG_PATH": home / "profile",
            "QGIS_SERVER_CACHE_DIRECTORY": home / "cache",
            "QGIS_SERVER_LOG_LEVEL": 2,
            "QGIS_SERVER_API_WFS3_MAX_LIMIT": max_limit,
            "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", ""),
        }
        told = ", ".join(f'"{name}" => "{value}"' for name, value in environment.items())
        configuration = home / "lighttpd.conf"
        configuration.write_text(
            _CONFIGURATION.format(home=home, port=port, worker=WORKER, workers=workers, environment=told)
        )
        lighttpd = shutil.which("lighttpd") or "/usr/sbin/lighttpd"
        with open(home / "output.log", "wb") as output:
            process = subprocess.Popen(
                [lighttpd, "-D", "-f", configuration], stdout=output, stderr=output, start_new_session=True
            )
        address = f"http://127.0.0.1:{port}/qgis/wfs3"
        try:
            _wait(address, process, home)
            yield address
        finally:
            _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End lighttpd, then the workers, which it does not wait for."""
    process.terminate()
    process.wait()
    until = time.monotonic() + STOP_S
    with suppress(ProcessLookupError):
        while time.monotonic() < until:
            os.killpg(process.pid, signal.SIGTERM)
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGKILL)


def _wait(address: str, process: "subprocess.Popen[bytes]", home: Path) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    until = time.monotonic() + START_S
    while time.monotonic() < until and process.poll() is None:
        try:
            with opener.open(f"{address}/collections", timeout=20) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    logs = "\n".join(path.read_text(errors="replace") for path in home.glob("*.log"))
    raise RuntimeError(f"lighttpd with QGIS Server does not answer at {address}:\n{logs}")
