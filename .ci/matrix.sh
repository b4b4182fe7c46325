#!/usr/bin/env bash
# Runs the tests on newer QGIS, in Debian chroots kept under build/matrix: .ci/matrix.sh [build] [suite ...]
# Nothing is mounted; the tests get a copy of the tree and draw offscreen.
set -euo pipefail
cd "$(dirname "$0")/.."
readonly MATRIX=$PWD/build/matrix
readonly PACKAGES="qgis python3-qgis qgis-server qgis-server-bin python3-shapely python3-pyproj python3-requests python3-numpy
  python3-gdal python3-jinja2 python3-pytest python3-hypothesis python3-jsonschema python3-trustme python3-pip
  fonts-dejavu-core xvfb xauth poppler-utils"
readonly PYTEST_QGIS=5.0.2

say() { printf '== %s\n' "$*"; }

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -E "$@"; fi; }

inside() { # inside ROOT COMMAND...
  local root=$1
  shift
  as_root chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive ${http_proxy:+http_proxy="$http_proxy"} "$@"
}

mirror() { # the address this machine's own apt takes Debian from
  local address
  # shellcheck disable=SC2016
  address=$(apt-get indextargets --format '$(REPO_URI)' 'Identifier: Packages' 'Origin: Debian' 'Label: Debian' | head -n 1)
  [ -n "$address" ] || { echo "apt on this machine has no Debian archive among its sources" >&2; return 1; }
  printf '%s\n' "$address"
}

bootstrap() { # bootstrap SUITE: a minimal system, made again from scratch when it was interrupted
  local suite=$1 root=$MATRIX/$1 script=/usr/share/debootstrap/scripts/$1
  [ -e "$root/.bootstrapped" ] && return
  [ -e "$script" ] || script=/usr/share/debootstrap/scripts/sid
  say "$suite: a minimal Debian by debootstrap"
  as_root rm -rf "$root"
  as_root debootstrap --variant=minbase "$suite" "$root" "$(mirror)" "$script" >"$MATRIX/$suite.log" 2>&1 || {
    tail -n 20 "$MATRIX/$suite.log" >&2
    return 1
  }
  printf '#!/bin/sh\nexit 101\n' | as_root tee "$root/usr/sbin/policy-rc.d" >/dev/null
  as_root chmod +x "$root/usr/sbin/policy-rc.d"
  grep -qs localhost "$root/etc/hosts" || echo '127.0.0.1 localhost' | as_root tee -a "$root/etc/hosts" >/dev/null
  as_root touch "$root/.bootstrapped"
}

equip() { # equip SUITE: QGIS and what the tests need; goes on where it was interrupted
  local suite=$1 root=$MATRIX/$1 stamp
  stamp=$(echo "$PACKAGES $PYTEST_QGIS" | sha256sum | cut -c1-16)
  [ "$(cat "$root/.equipped" 2>/dev/null)" = "$stamp" ] && return
  say "$suite: QGIS and the tests' packages by apt"
  {
    inside "$root" dpkg --configure -a
    inside "$root" apt-get update -q
    inside "$root" apt-get install -q -y -f
    # shellcheck disable=SC2086
    inside "$root" apt-get install -q -y --no-install-recommends $PACKAGES
    inside "$root" apt-get clean
    build/venv/bin/pip download -q --no-deps -d "$MATRIX/wheels" "pytest-qgis==$PYTEST_QGIS"
    as_root mkdir -p "$root/opt/wheels"
    as_root cp "$MATRIX/wheels/pytest_qgis-$PYTEST_QGIS"*.whl "$root/opt/wheels/"
    inside "$root" sh -c "pip install -q --break-system-packages --no-deps --no-index /opt/wheels/*.whl"
  } >>"$MATRIX/$suite.log" 2>&1 || {
    tail -n 20 "$MATRIX/$suite.log" >&2
    return 1
  }
  echo "$stamp" | as_root tee "$root/.equipped" >/dev/null
}

prove() { # prove SUITE: says which versions stand there
  inside "$MATRIX/$1" QT_QPA_PLATFORM=offscreen python3 -c '
import platform, pytest_qgis, shapely
from qgis.core import Qgis
print(f"   QGIS {Qgis.version()}, Python {platform.python_version()}, shapely {shapely.__version__}")'
}

pick() { # pick NAME ROOT COMMAND...: run the tests of that name where they are wanted
  local name=$1 root=$2 more=() rc=0
  shift 2
  [ -z "${SUITE:-}" ] || [ "$SUITE" = "$name" ] || return 0
  read -r -a more <<<"${PYTEST_ARGS:-}"
  [ -z "${K:-}" ] || more+=(-k "$K")
  say "$name tests"
  # shellcheck disable=SC2016
  inside "$root" PYTHONDONTWRITEBYTECODE=1 sh -c 'cd /srv/kaznedra && exec env "$@"' sh "$@" "${more[@]}" || rc=$?
  [ $rc = 0 ] || { [ $rc = 5 ] && [ ${#more[@]} -gt 0 ]; } || failed+=("$suite: $name ($rc)")
}

run_tests() { # run_tests SUITE
  local suite=$1 root=$MATRIX/$1
  say "$suite: tests"
  as_root rm -rf "$root/srv/kaznedra"
  as_root mkdir -p "$root/srv/kaznedra"
  {
    git ls-files -z --cached --others --exclude-standard
    printf '%s\0' i18n/*.qm resources/demo/*.gpkg
  } | while IFS= read -r -d '' file; do [ ! -e "$file" ] || printf '%s\0' "$file"; done | tar --null -T - -cf - | as_root tar -xf - -C "$root/srv/kaznedra" --no-same-owner
  pick unit "$root" python3 -m pytest -p no:pytest_qgis tests/unit
  pick qgis "$root" QT_QPA_PLATFORM=offscreen python3 -m pytest tests/qgis --ignore tests/qgis/desktop \
    --ignore tests/qgis/network --ignore tests/qgis/faults
  pick qgis "$root" QT_QPA_PLATFORM=offscreen python3 -m pytest tests/qgis/network
  pick qgis "$root" QT_QPA_PLATFORM=offscreen python3 -m pytest tests/qgis/faults
  pick desktop "$root" python3 -m tests.desktop tests/qgis/desktop
}

main() {
  local only_build=false suites=() suite failed=()
  [ "${1:-}" = build ] && only_build=true && shift
  suites=("${@:-trixie}")
  [ $# = 0 ] && suites=(trixie forky)
  mkdir -p "$MATRIX"
  for suite in "${suites[@]}"; do
    bootstrap "$suite"
    equip "$suite"
    prove "$suite"
    $only_build || run_tests "$suite"
  done
  [ ${#failed[@]} = 0 ] || { say "matrix: failed: ${failed[*]}"; return 1; }
}

main "$@"
exit
