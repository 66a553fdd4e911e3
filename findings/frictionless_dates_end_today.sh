#!/usr/bin/env bash
# frictionless fills the month and day that a date does not give with those of today
# Version: frictionless 5.21.0
# Expected: where a date column has the format "any", 2019 and 2019-05 are refused, or mean the
#   first day of the year and of the month.
# Seen: they are valid, and read as the day in 2019 on which the script runs: another day tomorrow.
# Why it matters: the same file gives other data each day, and no error tells of it. Dates of
#   reforms are often known to the year only.
# What to do: describe such a column as "string" (with a pattern), "year" or "yearmonth"; the
#   default format of "date" refuses 2019.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check frictionless==5.21.0
cat > dates.csv <<'CSV'
when
2019
2019-05
CSV
env/bin/python - <<'PYTHON'
import calendar
import sys
from datetime import date
from importlib.metadata import version

from frictionless import Resource

print("frictionless", version("frictionless"))


def table(**field: str) -> Resource:
    descriptor = {"fields": [{"name": "when", "type": "date", **field}]}
    return Resource.from_descriptor({"name": "dates", "path": "dates.csv", "schema": descriptor})


today = date.today()
dates = [row["when"] for row in table(format="any").read_rows()]
print("read:", [str(day) for day in dates])
days = [min(today.day, calendar.monthrange(2019, month)[1]) for month in (today.month, 5)]
seen = {
    "any is valid": table(format="any").validate().valid,
    "filled from today": dates == [date(2019, today.month, days[0]), date(2019, 5, days[1])],
    "default is valid": table().validate().valid,
}
recorded = {"any is valid": True, "filled from today": True, "default is valid": False}

print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
