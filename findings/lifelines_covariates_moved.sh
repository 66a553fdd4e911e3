#!/usr/bin/env bash
# lifelines moves the times in the caller's table of covariates, further with every call
# Version: lifelines 0.30.3
# Expected: add_covariate_to_timeline(rows, covariates, ..., delay=1) gives new rows in which the covariates
#   change one year later, the same on each call. A change of one covariate counts where another is empty.
# Seen: it adds the delay to the table that it is given: of two calls with delay=1, the second moves the
#   change by two years, and so does a call without a delay after them. A row of the table in which another
#   covariate is empty is left out whole: the change from 0 to 1 is gone.
# Why it matters: delays are there to check for reverse causality, one after another on one table; all but
#   the first estimate are then of other delays. Changes that are recorded in one column only never count.
# What to do: give it covariates.copy(), and one covariate at a time.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check lifelines==0.30.3
env/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

import pandas
from lifelines.utils import add_covariate_to_timeline

print("lifelines", version("lifelines"))
rows = pandas.DataFrame({"id": ["a"], "start": [0], "stop": [9], "event": [True]})


def changes(covariates, delay=0):
    """The rows after the covariates are added: from, to, and whether there is contact."""
    added = add_covariate_to_timeline(rows.copy(), covariates, "id", "year", "event", delay=delay)
    return [tuple(map(int, row)) for row in added[["start", "stop", "contact"]].fillna(-1).values]


table = pandas.DataFrame({"id": ["a", "a"], "year": [0, 2], "contact": [0, 1]})
two = table.assign(size=[5.0, None])
seen = {
    "no delay": changes(table),
    "delay 1": changes(table, delay=1),
    "delay 1 again": changes(table, delay=1),
    "no delay again": changes(table),
    "the caller's years": table["year"].tolist(),
    "another covariate is empty": changes(two),
}
recorded = {
    "no delay": [(0, 2, 0), (2, 9, 1)],
    "delay 1": [(0, 1, -1), (1, 3, 0), (3, 9, 1)],
    "delay 1 again": [(0, 2, -1), (2, 4, 0), (4, 9, 1)],
    "no delay again": [(0, 2, -1), (2, 4, 0), (4, 9, 1)],
    "the caller's years": [2, 4],
    "another covariate is empty": [(0, 9, 0)],
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
