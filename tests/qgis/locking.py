"""A workspace locked by another process."""

import subprocess
import sys
from pathlib import Path

LOCK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
sys.stdin.read()
connection.execute("ROLLBACK")
"""


class Locking:
    """Another process that holds the workspace's lock for writing until it is to let go."""

    def __init__(self, workspace: Path) -> None:
        command = [sys.executable, "-c", LOCK, str(workspace)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._process.stdout and self._process.stdout.readline() == b"locked\n"

    def __enter__(self) -> "Locking":
        return self

    def __exit__(self, *_: object) -> None:
        self.let_go()

    def let_go(self) -> None:
        """Let go, if it has not yet."""
        self._process.communicate(timeout=30)
