#!/usr/bin/env bash
# OpenCC from traditional to simplified changes names that are simplified already
# Version: opencc 1.4.2 (t2s)
# Expected: a name in simplified characters comes out as it went in, and 馀干縣 becomes the 余干县 of
#   today.
# Seen: 乾县 and 乾安县 become 干县 and 干安县, which do not exist, while 乾陵 and 乾州 stay: it hangs on a
#   list of words. 馀 stays.
# Why it matters: a search that converts what the reader types no longer finds two counties.
# What to do: look for the text as typed first and for the converted text second; never store
#   what was converted.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check opencc==1.4.2
env/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

import opencc

print("opencc", version("opencc"))
convert = opencc.OpenCC("t2s").convert
seen = {name: convert(name) for name in ("乾县", "乾安县", "乾陵", "乾州街道", "馀干縣")}
recorded = {
    "乾县": "干县",
    "乾安县": "干安县",
    "乾陵": "乾陵",
    "乾州街道": "乾州街道",
    "馀干縣": "馀干县",
}

print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
