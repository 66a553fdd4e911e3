#!/usr/bin/env bash
# the edtf package ends an unknown end after ten years, and takes days that do not exist
# Version: edtf 5.0.2
# Expected: an unknown end (2019/) has no last day; "since 2019" is open (2019/..); 29 February
#   2019 and an interval that runs backwards are refused.
# Seen: 2019/ ends on 2029-1-1; "since 2019" becomes 2019/, so also ends; 2016.10 loses its
#   month; 2019-02-29 and 2020/2019 are taken.
# Why it matters: "still in force" silently ends in 2029, and a slip of the pen in a date is not
#   found.
# What to do: write 2019/.. for what goes on, and check the calendar and the order of both ends
#   yourself (`check` does).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check edtf==5.0.2
env/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

from edtf import parse_edtf, text_to_edtf

print("edtf", version("edtf"))


def last_day(text: str) -> str:
    end = parse_edtf(text).upper_strict()
    return str(end) if isinstance(end, float) else "{}-{}-{}".format(*end[:3])


seen = {
    "2019/..": last_day("2019/.."),
    "2019/": last_day("2019/"),
    "since 2019": text_to_edtf("since 2019"),
    "2016.10": text_to_edtf("2016.10"),
    "2019-02-29": last_day("2019-02-29"),
    "2020/2019": last_day("2020/2019"),
}
recorded = {
    "2019/..": "inf",
    "2019/": "2029-1-1",
    "since 2019": "2019/",
    "2016.10": "2016",
    "2019-02-29": "2019-2-29",
    "2020/2019": "2019-12-31",
}

print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
