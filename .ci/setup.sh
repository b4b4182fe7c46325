#!/usr/bin/env bash
# Installs what is missing to run, test and package the plugin; does nothing where nothing is missing.
# System packages come by apt (.ci/packages.txt), development tools by pip into build/venv (.ci/requirements.txt).
# .ci/setup.sh LIST... installs the packages of further lists too.
set -euo pipefail
cd "$(dirname "$0")/.."
readonly VENV=build/venv STAMP=build/venv/.kaznedra-tools
export DEBIAN_FRONTEND=noninteractive

say() { printf 'setup: %s\n' "$*"; }
die() { printf 'setup: %s\n' "$*" >&2; exit 1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo -E "$@"; else
    die "these packages must be installed as root, and there is no sudo: ${missing[*]}"
  fi
}

find_missing() { # sets `missing`: what the lists name and dpkg does not know as whole
  local wanted installed package
  wanted=$(grep -hv '^#' "${lists[@]}")
  # shellcheck disable=SC2086
  installed=$(dpkg-query -W -f '${Package} ${Status}\n' $wanted 2>/dev/null | sed -n 's/ install ok installed$//p') || true
  missing=()
  for package in $wanted; do
    grep -qx "$package" <<<"$installed" || missing+=("$package")
  done
}

install_packages() {
  command -v apt-get >/dev/null || die "this set-up knows Debian and its kin only; install by hand what these list: ${lists[*]}"
  say "installing ${#missing[@]} Debian packages and what they need: ${missing[*]}"
  as_root dpkg --configure -a
  as_root apt-get -q -o DPkg::Lock::Timeout=600 update
  as_root apt-get -q -y -o DPkg::Lock::Timeout=600 -f install
  as_root apt-get -q -y -o DPkg::Lock::Timeout=600 install --no-install-recommends "${missing[@]}"
  find_missing
  [ ${#missing[@]} = 0 ] || die "apt did not install: ${missing[*]}"
}

venv_works() {
  [ -x $VENV/bin/python ] && grep -qs '^include-system-site-packages = true' $VENV/pyvenv.cfg &&
    [ "$($VENV/bin/python -c 'import pip, sys; print(sys.prefix)' 2>/dev/null)" = "$PWD/$VENV" ]
}

install_tools() {
  if ! venv_works; then
    say "making $VENV from /usr/bin/python3"
    rm -rf $VENV
    /usr/bin/python3 -m venv --system-site-packages $VENV
  fi
  say "installing the development tools of .ci/requirements.txt into $VENV"
  $VENV/bin/python -m pip install --quiet --disable-pip-version-check -r .ci/requirements.txt
  tools_stamp >$STAMP
}

tools_stamp() { cat .ci/requirements.txt .ci/constraints.txt /usr/bin/python3 | sha256sum; }

main() {
  mkdir -p build
  exec 9>build/.setup.lock
  flock 9
  find_missing
  [ ${#missing[@]} = 0 ] || install_packages
  if [ "$(cat $STAMP 2>/dev/null)" != "$(tools_stamp)" ] || ! $VENV/bin/python -c 'import pytest' 2>/dev/null; then
    install_tools
  fi
}

lists=(.ci/packages.txt "$@")
main
exit
