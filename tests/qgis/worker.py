"""Pulls in processes of their own, which a test may kill, limit, or let race."""

import json
import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Optional

ROOT = Path(__file__).resolve().parents[2]


class Workers:
    """A process that forks another for each job; a context manager. `temporary` is where they put temporary files."""

    def __init__(self, temporary: Path) -> None:
        temporary.mkdir(exist_ok=True)
        environment = {**os.environ, "TMPDIR": str(temporary), "PYTHONDONTWRITEBYTECODE": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.qgis.pulling"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def __enter__(self) -> "Workers":
        self.heard("ready")
        return self

    def __exit__(
        self, kind: Optional[type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()

    def start(self, workspace: Path, address: str, **options: Any) -> int:
        """Start a job of `pulling`; returns its process id, once it pulls."""
        self._say(workspace=str(workspace), address=address, **options)
        return int(self.heard("pid")["pid"])

    def end(self, pid: int) -> int:
        """Wait for a job; returns its wait status."""
        self._say(wait=pid)
        return int(self.heard("ended")["ended"])

    def heard(self, *names: str) -> dict[str, Any]:
        """The next line that the jobs tell under one of the names; others are passed over."""
        assert self._process.stdout
        for line in self._process.stdout:
            told: dict[str, Any] = json.loads(line)
            if any(name in told for name in names):
                return told
        raise AssertionError("the workers are gone")

    def _say(self, **order: Any) -> None:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._process.stdin.flush()
