#!/usr/bin/env bash
# The Cox regression of statsmodels counts a person twice at the time at which the person's rows meet
# Version: statsmodels 0.15.0
# Expected: PHReg with entry= takes rows (start, stop], as Cox regressions do: whoever enters at the time
#   of an event is not yet at risk of it (its documentation speaks of times before the entry only). To cut
#   the row of a person into two, with the same covariate, changes nothing then.
# Seen: PHReg counts rows that enter at the very time of an event. At a cut, both rows of a person are at
#   risk, and the estimate changes (0.837 becomes 0.871). SurvfuncRight of the same package leaves such
#   entries out: its numbers at risk are the same for both forms. The likelihood by hand gives the estimate
#   of the rows that are not cut, in both forms, and that of PHReg if entries at an event count too.
# Why it matters: in whole years, entries fall on events all the time. Persons who are observed from a later
#   year are at risk too early, and with covariates that change each year almost everyone at risk is
#   counted twice, without a warning.
# What to do: add a small number to every start that is not zero (0.001 where times are whole years).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check statsmodels==0.15.0
env/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

import numpy as np
from scipy.optimize import minimize_scalar
from statsmodels.api import PHReg, SurvfuncRight

print("statsmodels", version("statsmodels"))
# the last year of each person, whether there was an event, and the covariate
persons = [(1, 1, 1), (2, 1, 0), (3, 1, 1), (4, 0, 1), (5, 1, 0), (6, 1, 1), (7, 0, 0), (8, 1, 0)]
whole = np.array([(0, *person) for person in persons], float)
cut = []
for stop, event, x in persons:
    if stop > 3:  # the row is cut at 3, the time of an event of another person
        cut += [(0, 3, 0, x), (3, stop, event, x)]
    else:
        cut += [(0, stop, event, x)]
cut = np.array(cut, float)


def by_package(rows, add=0.0):
    """The estimate of PHReg; all events have times of their own, so there are no ties."""
    start, stop, event, x = rows.T
    start = np.where(start > 0, start + add, start)
    return round(float(PHReg(stop, x[:, None], status=event, entry=start).fit().params[0]), 3)


def by_hand(rows, late=False):
    """The estimate that makes the partial likelihood largest; late: entries at an event count."""
    start, stop, event, x = rows.T

    def minus_log(beta):
        total = 0.0
        for time, value in zip(stop[event == 1], x[event == 1], strict=True):
            entered = start <= time if late else start < time
            total -= beta * value - np.log(np.exp(beta * x[entered & (stop >= time)]).sum())
        return total

    return round(float(minimize_scalar(minus_log, bounds=(-5, 5), method="bounded").x), 3)


def at_risk(rows):
    """The numbers at risk of SurvfuncRight, at the times of events."""
    start, stop, event, _ = rows.T
    curve = SurvfuncRight(stop, event, entry=start)
    risk = zip(curve.surv_times, curve.n_risk, curve.n_events, strict=True)
    return [int(number) for _, number, events in risk if events]


seen = {
    "whole": by_package(whole),
    "cut": by_package(cut),
    "cut, starts moved by 0.001": by_package(cut, add=0.001),
    "whole, by hand": by_hand(whole),
    "cut, by hand": by_hand(cut),
    "cut, by hand, entries count": by_hand(cut, late=True),
    "at risk, whole": at_risk(whole),
    "at risk, cut": at_risk(cut),
}
recorded = {
    "whole": 0.837,
    "cut": 0.871,
    "cut, starts moved by 0.001": 0.837,
    "whole, by hand": 0.837,
    "cut, by hand": 0.837,
    "cut, by hand, entries count": 0.871,
    "at risk, whole": [8, 7, 6, 4, 3, 1],
    "at risk, cut": [8, 7, 6, 4, 3, 1],
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
