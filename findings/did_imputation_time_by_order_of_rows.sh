#!/usr/bin/env bash
# did_imputation takes the unit of time from the order of the rows: effects before adoption, and none after it
# Version: did_imputation 0.1.0 with pandas 2.3.3, numpy 2.3.5, statsmodels 0.15.0 and pyhdfe 0.2.1
# Expected: estimates do not depend on the order of rows. A period (delta) is "the mode of difference between two consequent
#   time periods", here one year. The panel has no noise: one year after adoption the effect is 6, two years after it 6.5
#   (Borusyak, Jaravel and Spiess 2024: the mean over the places observed then).
# Seen: rows that are sorted by place and year give just that. In another order a period is -1 year, or 4 years: with the
#   same data the effects are those before adoption (tau-1 is 6, tau-2 is 6.5), and those asked for, one and two years after
#   it, are 0. No error and no warning; the overall effect stays right.
# Why it matters: panels come sorted by year, by name or not at all. An event study then shows anticipation and no effect.
# What to do: sort by place and year before, and give delta=1, which raises an error if the order is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check did_imputation==0.1.0 pandas==2.3.3 numpy==2.3.5 \
  statsmodels==0.15.0 pyhdfe==0.2.1
cat > panel.py <<'PYTHON'
import contextlib
import io

import numpy
import pandas
from did_imputation import did_imputation

FIRST = {1: 2012, 2: 2012, 3: 2014, 4: 2014, 5: None, 6: None, 7: None}
rows = []
for place, first in FIRST.items():
    for year in range(2009, 2018):
        after = first is not None and year >= first
        effect = (year - first + 1 if first == 2012 else 10) if after else 0
        rows.append((place, year, first or numpy.nan, 3 * place + (year - 2009) ** 2 / 2 + effect))
panel = pandas.DataFrame(rows, columns=["place", "year", "first", "outcome"])
orders = {
    "by place and year": panel,
    "latest year first": panel.sort_values(["place", "year"], ascending=[True, False]),
    "drawn by lot": panel.sample(frac=1, random_state=7),
}


def estimates(data, **choices):
    with contextlib.redirect_stdout(io.StringIO()):
        answer = did_imputation(data.reset_index(drop=True), "outcome", "place", "year", "first", minn=0, **choices)
    return " ".join(f"{name} {value:.2f}" for name, value in sorted(answer.estimates.items()))


for name, data in orders.items():
    print(f"{name}: overall {estimates(data)}; asked for 1 and 2: {estimates(data, horizons=[1, 2])}; all: {estimates(data, allhorizons=True)}")
PYTHON
seen=$(env/bin/python -W ignore panel.py)
recorded="by place and year: overall tau_ate 6.10; asked for 1 and 2: tau1 6.00 tau2 6.50; all: tau0 5.50 tau1 6.00 tau2 6.50 tau3 7.00 tau4 5.00 tau5 6.00
latest year first: overall tau_ate 6.10; asked for 1 and 2: tau1 0.00 tau2 0.00; all: tau-1 6.00 tau-2 6.50 tau-3 7.00 tau-4 5.00 tau-5 6.00 tau0 5.50
drawn by lot: overall tau_ate 6.10; asked for 1 and 2: tau1 0.00 tau2 0.00; all: tau-1 5.00 tau0 6.50"
echo "did_imputation 0.1.0"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
