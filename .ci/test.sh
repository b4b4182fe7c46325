#!/usr/bin/env bash
# All tests: without QGIS, on QGIS's libraries under Xvfb, and inside the real desktop under Xvfb. Prints pytest's own
# closing lines. K picks tests by name, SUITE is unit, qgis or desktop, PYTEST_ARGS goes to pytest.
set -uo pipefail
cd "$(dirname "$0")/.."
readonly PYTHON=$PWD/build/venv/bin/python
export PYTHONDONTWRITEBYTECODE=1 HYPOTHESIS_STORAGE_DIRECTORY=$PWD/build/hypothesis NO_AT_BRIDGE=1
# seen from a venv, the system's pyproj does not find it
export PROJ_DATA=${PROJ_DATA:-/usr/share/proj}
read -r -a more <<<"${PYTEST_ARGS:-}"
[ -z "${K:-}" ] || more+=(-k "$K")
failed=()
XDG_RUNTIME_DIR=$(mktemp -d)
export XDG_RUNTIME_DIR
trap 'rm -rf "$XDG_RUNTIME_DIR"' EXIT

suite() { # suite NAME COMMAND...
  local name=$1 rc
  shift
  [ -z "${SUITE:-}" ] || [ "$SUITE" = "$name" ] || return 0
  printf '== %s tests\n' "$name"
  "$@" "${more[@]}" </dev/null
  rc=$?
  # 5: nothing was picked, which only K or PYTEST_ARGS may bring about
  [ $rc = 0 ] || { [ $rc = 5 ] && [ ${#more[@]} -gt 0 ]; } || failed+=("$name ($rc)")
}

suite unit "$PYTHON" -m pytest -p no:pytest_qgis tests/unit
suite qgis xvfb-run -a -s '-screen 0 1600x1000x24' "$PYTHON" -m pytest tests/qgis --ignore tests/qgis/desktop \
  --ignore tests/qgis/network --ignore tests/qgis/faults
# what hangs up on, aborts and times out hundreds of requests leaves its traces in a process: each has one of its own
suite qgis xvfb-run -a -s '-screen 0 1600x1000x24' "$PYTHON" -m pytest tests/qgis/network
suite qgis xvfb-run -a -s '-screen 0 1600x1000x24' "$PYTHON" -m pytest tests/qgis/faults
suite desktop "$PYTHON" -m tests.desktop tests/qgis/desktop

[ ${#failed[@]} = 0 ] || { printf 'test: failed: %s\n' "${failed[*]}" >&2; exit 1; }
