"""Python run by a user who may write nothing here: nobody where the tests are root's, else the tests' own user."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.house import PACKAGE, ROOT

NOBODY = 65534


def run_as_nobody(script: str, *arguments: object, folder: Path) -> str:
    """What `script` prints; plugin and tests are on its path, copied into `folder`, whose parents are made readable.

    The checkout, with the venv in it, may lie where only root may look. Raises AssertionError where the script fails.
    """
    sources = folder / "sources"
    for part in (PACKAGE, "tests", "resources"):
        shutil.copytree(ROOT / part, sources / part, ignore=shutil.ignore_patterns("__pycache__", "*.gpkg"))
    shutil.copy(ROOT / "metadata.txt", sources)
    for place in list(sources.parents)[:-2]:
        if os.stat(place).st_uid == os.getuid():
            place.chmod(0o755)
    told = subprocess.run(
        [Path(sys.executable).resolve(), "-c", script, *map(str, arguments)],
        cwd="/",
        env={**os.environ, "PYTHONPATH": str(sources), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        **({"user": NOBODY, "group": NOBODY} if os.getuid() == 0 else {}),
    )
    assert told.returncode == 0, told.stderr
    return told.stdout
