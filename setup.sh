#!/bin/sh
# setup.sh REQUIREMENTS: a virtual environment in .venv with these packages, in the exact versions of
# requirements.lock, made only if need be. If something is missing, one sentence says what.
set -eu
cd "$(dirname "$0")"

requirements=$1
python=${PYTHON:-python3}
mark=.venv/installed-$(basename "$requirements" .txt)

say() { echo "$*" >&2; exit 1; }

[ -f "$mark" ] && [ ! requirements.txt -nt "$mark" ] && [ ! "$requirements" -nt "$mark" ] &&
  [ ! requirements.lock -nt "$mark" ] && exit 0

command -v "$python" >/dev/null 2>&1 ||
  say "There is no '$python' here: install Python 3.11 or newer, or name it: make app PYTHON=/path/to/python3."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
  say "This is $("$python" --version 2>&1), and 3.11 or newer is needed: name another with make app PYTHON=/path/to/python3."
if [ ! -x .venv/bin/python ]; then
  "$python" -c 'import venv, ensurepip' 2>/dev/null ||
    say "This Python lacks its venv module: install it (on Debian or Ubuntu: apt install python3-venv) and try again."
  "$python" -m venv .venv || say "The virtual environment .venv could not be made: see the lines above."
fi
echo "Installing packages, a minute or two the first time ..." >&2
log=.venv/install.log
.venv/bin/python -m pip install --quiet --disable-pip-version-check -r "$requirements" -c requirements.lock \
  >"$log" 2>&1 || {
  # the locked versions fit each other: "impossible" means that pip found none of a package
  if grep -qiE 'connection|resolve|network|timed? ?out|retries|from versions: none|impossible' "$log"; then
    say "The packages could not be fetched: connect this machine to the network (once only) and try again; details are in $log."
  fi
  say "The packages could not be installed: see $log."
}
touch "$mark"
