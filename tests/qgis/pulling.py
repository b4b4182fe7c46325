"""Whole pulls from a real server over plain requests, and what a workspace holds after one.

As a program, `python3 -m tests.qgis.pulling`: does one job for each line of JSON on its standard input, in a process
forked for it, and tells by lines of JSON how that goes.
"""

import json
import os
import resource
import sqlite3
import sys
import traceback
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Optional

import requests

from kaznedra_qgis.errors import KaznedraError
from kaznedra_qgis.sources import open_source
from kaznedra_qgis.sources.http import Client
from kaznedra_qgis.sources.limits import Limits
from kaznedra_qgis.sources.profile import builtin_profiles
from kaznedra_qgis.sources.source import Source, Watch
from kaznedra_qgis.workspace import Snapshot, Workspace
from kaznedra_qgis.workspace.sync import sync

SOURCE = "kaznedra"
THEMES = ("licences", "deposits")
LIMITS = Limits(attempts=1, connect_s=5, idle_s=5, total_s=20, backoff_s=0.01)


def plain_session() -> requests.Session:
    """A session that the environment has no say in."""
    session = requests.Session()
    session.trust_env = False
    return session


def opened(
    address: str,
    page_size: int,
    limits: Limits = LIMITS,
    session: Optional[requests.Session] = None,
    watch: Optional[Watch] = None,
) -> Source:
    """The platform at an address, of THEMES."""
    known = next(profile for profile in builtin_profiles() if profile.id == SOURCE)
    themes = {name: known.theme(name) for name in THEMES}
    profile = replace(known, address=address, page_size=page_size, themes=themes)
    return open_source(profile, Client(session or plain_session(), limits), watch)


def pull(
    workspace: Path,
    address: str,
    limits: Limits = LIMITS,
    session: Optional[requests.Session] = None,
    watch: Optional[Watch] = None,
    page_size: int = 10,
    accept: bool = False,
) -> dict[str, Snapshot]:
    """The snapshots of a pull of THEMES, by theme."""
    source = opened(address, page_size, limits, session, watch)
    pulled = sync(source, Workspace.open(workspace), THEMES, watch, accept)
    return {snapshot.theme: snapshot for snapshot in pulled}


def current(workspace: Path, theme: str) -> list[tuple[Any, ...]]:
    """The theme's current features, as rows without their bookkeeping of snapshots."""
    with Workspace.open(workspace).reading() as connection:
        columns = [row["name"] for row in connection.execute(f'PRAGMA table_info("{theme}")')]
        listed = ", ".join(f'"{name}"' for name in columns if name not in ("fid", "first_seen", "gone_at"))
        rows = connection.execute(f'SELECT feature_id, {listed} FROM "{theme}" WHERE gone_at IS NULL ORDER BY 1')
        return [tuple(row) for row in rows]


def integrity(workspace: Path) -> list[str]:
    """What SQLite finds wrong with the file, its spatial indexes and its own index against its tables; [] is well."""
    connection = sqlite3.connect(workspace)
    try:
        told = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        for theme in THEMES:
            told += connection.execute(f"SELECT rtreecheck('rtree_{theme}_geom')").fetchone()
            counts = f"""SELECT (SELECT count(*) FROM rtree_{theme}_geom),
                                (SELECT count(*) FROM {theme} WHERE geom IS NOT NULL)"""
            indexed, placed = connection.execute(counts).fetchone()
            told.append("ok" if indexed == placed else f"{theme}: {indexed} of {placed} indexed")
        return [words for words in told if words != "ok"]
    finally:
        connection.close()


def _tell(**facts: object) -> None:
    os.write(1, json.dumps(facts, default=str).encode() + b"\n")


def _job(workspace: str, address: str, times: int = 1, file_bytes: int = 0, page_size: int = 300) -> None:
    """Pull so many times (0: for ever); no file may grow beyond `file_bytes`, where that is given."""
    if file_bytes:
        resource.setrlimit(resource.RLIMIT_FSIZE, (file_bytes, file_bytes))
    done = 0
    while done < times or not times:
        try:
            snapshots = pull(Path(workspace), address, page_size=page_size)
            _tell(snapshots={theme: asdict(snapshot) for theme, snapshot in snapshots.items()})
        except KaznedraError as error:
            _tell(error=error.code.value, facts=error.facts)
        done += 1


def _serve_jobs() -> None:
    from osgeo import gdal  # noqa: F401 (loaded before the forks)

    _tell(ready=os.getpid())
    for line in sys.stdin:
        job = json.loads(line)
        if "wait" in job:
            _tell(ended=os.waitpid(job["wait"], 0)[1])
            continue
        child = os.fork()
        if child == 0:
            status = 1
            try:
                _tell(pid=os.getpid())
                _job(**job)
                status = 0
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(status)


if __name__ == "__main__":
    _serve_jobs()
