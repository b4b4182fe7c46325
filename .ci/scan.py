"""Checks the content of the zip as the plugin store does at upload; what would block there fails here.

bandit and detect-secrets are run as the store runs them. flake8 only informs there, and here.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / "build" / "venv" / "bin"
BLOCKING = re.compile(r"B10[23567]|B111|B20[12]|B30[124567]|B312|B321|B323|B40[12]|B413|B50[1-9]|B60[245]|B609|B70[12]")
"""bandit's tests that make the store refuse an upload; the others are shown as warnings"""


def run(*command: str, folder: str) -> str:
    """Output of a tool that answers 0 (nothing found) or 1 (something found)."""
    environment = {**os.environ, "PATH": f"{TOOLS}:{os.environ['PATH']}"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(f"scan: {command[0]} ended with {done.returncode}: {done.stderr[-2000:]}")
    return done.stdout


def bandit(folder: str) -> int:
    found = json.loads(run("bandit", "-r", ".", "-f", "json", "--quiet", folder=folder))
    if found["errors"]:
        sys.exit(f"scan: bandit could not read {found['errors']}")
    blocking = 0
    for issue in found["results"]:
        blocks = bool(BLOCKING.fullmatch(issue["test_id"]))
        blocking += blocks
        level = "BLOCKS" if blocks else "warning"
        print(f"  {level} {issue['test_id']} {issue['filename']}:{issue['line_number']} {issue['issue_text']}")
    print(f"bandit: {blocking} blocking, {len(found['results']) - blocking} warnings")
    return blocking


def secrets(folder: str) -> int:
    report = run("detect-secrets", "scan", "--all-files", "--exclude-files", r"metadata\.txt", ".", folder=folder)
    found = [(name, secret) for name, secrets in json.loads(report)["results"].items() for secret in secrets]
    for name, secret in found:
        print(f"  BLOCKS {secret['type']} {name}:{secret['line_number']}")
    print(f"detect-secrets: {len(found)} blocking")
    return len(found)


def flake8(folder: str) -> None:
    lines = run("flake8", "--isolated", "--max-line-length=120", ".", folder=folder).splitlines()
    codes = Counter(line.split(": ", 1)[1].split()[0].split(":")[-1] if ": " in line else "?" for line in lines)
    print("flake8: informs of", ", ".join(f"{code} x{count}" for code, count in codes.most_common()) or "nothing")


def main() -> int:
    (package,) = (ROOT / "build" / "package").glob("*.zip")
    with tempfile.TemporaryDirectory(prefix="kaznedra-scan-") as folder:
        with zipfile.ZipFile(package) as packed:
            packed.extractall(folder)
        print(f"scan: the content of {package.name}")
        blocking = bandit(folder) + secrets(folder)
        flake8(folder)
    return 1 if blocking else 0


if __name__ == "__main__":
    sys.exit(main())
