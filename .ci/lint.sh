#!/usr/bin/env bash
# Form and types: ruff, flake8 with the QGIS rules, mypy on the rooms that know no QGIS. All are run, then any may fail.
set -uo pipefail
cd "$(dirname "$0")/.."
failed=()
check() {
  printf '== %s\n' "$*"
  "build/venv/bin/$1" "${@:2}" || failed+=("$1 ${2:-}")
}
check ruff check .
check ruff format --check .
check flake8 kaznedra_qgis
check mypy
[ ${#failed[@]} = 0 ] || { printf 'lint: failed: %s\n' "${failed[*]}" >&2; exit 1; }
