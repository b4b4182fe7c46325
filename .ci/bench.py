"""Runs tests/bench/bench_*.py one after another; each writes build/bench/NAME.json and prints its figures.

`K=start make bench` runs those with "start" in their name.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    (ROOT / "build" / "bench").mkdir(parents=True, exist_ok=True)
    benches = sorted((ROOT / "tests" / "bench").glob("bench_*.py"))
    chosen = [path for path in benches if os.environ.get("K", "") in path.stem]
    failed = []
    for path in chosen:
        print(f"== {path.stem}", flush=True)
        environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        if subprocess.run([sys.executable, "-m", module], cwd=ROOT, env=environment).returncode:
            failed.append(path.stem)
    if failed:
        print(f"bench: failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed or not chosen else 0


if __name__ == "__main__":
    sys.exit(main())
