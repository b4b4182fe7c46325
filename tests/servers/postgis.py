"""A PostgreSQL cluster of our own with PostGIS, on a free loopback port; the system's own cluster is not touched."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

OWNER = "postgres"
"""Role of the cluster, and the system's user that runs it where we are root, which PostgreSQL refuses to run as"""


@dataclass(frozen=True)
class Cluster:
    """A running cluster: its port, and `connection` in libpq's words."""

    port: int
    database: str

    @property
    def connection(self) -> str:
        """Connection string without a credential: loopback is trusted."""
        return f"host=127.0.0.1 port={self.port} dbname={self.database} user={OWNER} sslmode=disable"

    def run(self, sql: str) -> str:
        """Run SQL; returns what psql prints, unaligned and without headers. Raises CalledProcessError."""
        done = subprocess.run(
            ["psql", self.connection, "-X", "-q", "-t", "-A", "-v", "ON_ERROR_STOP=1", "-c", sql],
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()


def free_port() -> int:
    """A loopback port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def postgis(folder: Path, *settings: str, database: str = "kaznedra") -> Iterator[Cluster]:
    """Run the cluster in `folder`, which is made where there is none, until the block ends.

    `settings` are PostgreSQL's (`synchronize_seqscans=off`). What is in the folder stays for the next time.
    """
    programs = _programs()
    data = folder / "data"
    port = free_port()
    if not (data / "PG_VERSION").is_file():
        shutil.rmtree(data, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        data.mkdir(mode=0o700)
        if os.getuid() == 0:
            shutil.chown(data, OWNER)
        _as_owner([programs / "initdb", "-D", data, "-U", OWNER, "--auth=trust", "-E", "UTF8", "--no-locale", "-N"])
    chosen = [f"port={port}", "listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off", *settings]
    options = " ".join(f"-c {setting}" for setting in chosen)
    log = data / "server.log"
    _as_owner([programs / "pg_ctl", "-D", data, "-l", log, "-w", "-o", options, "start"])
    try:
        cluster = Cluster(port, database)
        maintenance = Cluster(port, "postgres")
        if not maintenance.run(f"SELECT 1 FROM pg_database WHERE datname = '{database}'"):  # nosec B608
            maintenance.run(f"CREATE DATABASE {database}")
            cluster.run("CREATE EXTENSION postgis")
        yield cluster
    finally:
        _as_owner([programs / "pg_ctl", "-D", data, "-m", "fast", "-w", "stop"])


def _programs() -> Path:
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not folders:
        raise FileNotFoundError("PostgreSQL is not installed (Debian: postgresql, postgresql-15-postgis-3)")
    return folders[-1]


def _as_owner(command: Sequence[object]) -> None:
    as_owner = ["setpriv", f"--reuid={OWNER}", f"--regid={OWNER}", "--clear-groups"] if os.getuid() == 0 else []
    done = subprocess.run(
        [*as_owner, *map(str, command)], cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    if done.returncode:
        raise RuntimeError(f"{Path(str(command[0])).name} ended with {done.returncode}: {done.stderr}")
