#!/usr/bin/env bash
# undate forgets that a date is doubtful
# Version: undate 0.8.0
# Expected: the signs ~ (about) and ? (uncertain) survive reading and writing, or are refused.
# Seen: they are accepted and dropped: 2019~ is written back as 2019. A month with its day
#   unknown lasts one day.
# Why it matters: "about 2019" turns into "2019" in one step, with no warning.
# What to do: keep the EDTF text itself beside whatever undate makes of it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check undate==0.8.0
env/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

from undate import Undate

print("undate", version("undate"))
seen = {
    "2019~": str(Undate.parse("2019~", "EDTF")),
    "2019?/2020": str(Undate.parse("2019?/2020", "EDTF")),
    "days in 2016-05-XX": Undate.parse("2016-05-XX", "EDTF").duration().days,
    "days in 2016-05": Undate.parse("2016-05", "EDTF").duration().days,
}
recorded = {
    "2019~": "2019",
    "2019?/2020": "2019/2020",
    "days in 2016-05-XX": 1,
    "days in 2016-05": 31,
}

print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
