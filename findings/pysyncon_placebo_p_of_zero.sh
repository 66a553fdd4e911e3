#!/usr/bin/env bash
# pysyncon finds a p-value of 0 with four placebos, and takes the year of adoption for a year before it as well
# Version: pysyncon 1.7.0 with numpy 2.4.2, pandas 2.3.3 and scipy 1.17.1
# Expected: the placebo test is "Abadie et al's version of Fisher's exact hypothesis test", by section 2.2 of Firpo and
#   Possebom 2018, which it cites: the share of all units, the treated one among them, whose ratio of errors after and
#   before the policy is no smaller than that of the treated. With five units it is 0.2 at least. treatment_time is
#   "the time period that the treatment time occurred": a year after, not before.
# Seen: 0.0 for the treated county, which no county surpasses: it is not counted itself. The year of adoption is in both
#   errors: with an effect of 2 from 2006 on the county's own fit before the policy looks bad, and where two others
#   rise by 1 a year later the p is 0.8 instead of 0.2, though the county's ratio is six times that of the next.
# Why it matters: a single county that adopts first is compared with few others, so the smallest p that can be is of
#   weight: 0.0 says what no such test can say. The more abrupt an effect, the less it is found.
# What to do: count from the gaps of the test oneself, as below.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pysyncon==1.7.0 numpy==2.4.2 pandas==2.3.3 scipy==1.17.1
seen=$(env/bin/python -W ignore - 2> /dev/null <<'PYTHON'
import contextlib
import io

import pandas
from pysyncon import Dataprep, Synth
from pysyncon.utils import PlaceboTest


def test(name, drifting):
    years = range(2000, 2012)
    rows = []
    for level, unit in enumerate("ABCDE"):
        for at, year in enumerate(years):
            wave = 0.05 * ((at * (level + 2)) % 5 - 2)
            policy = 2 * (unit == "A" and year >= 2006) + (unit in drifting and year >= 2007)
            rows.append(dict(unit=unit, year=year, value=3 + wave + policy, level=float(3)))
    data = Dataprep(
        foo=pandas.DataFrame(rows), predictors=["level"], predictors_op="mean", dependent="value",
        unit_variable="unit", time_variable="year", treatment_identifier="A", controls_identifier=list("BCDE"),
        time_predictors_prior=range(2000, 2006), time_optimize_ssr=range(2000, 2006),
    )
    placebo = PlaceboTest()
    with contextlib.redirect_stdout(io.StringIO()):
        placebo.fit(dataprep=data, scm=Synth())
    gaps = pandas.concat([placebo.treated_gap.rename("A"), placebo.gaps], axis=1) ** 2
    ratios = gaps.loc[2006:].mean() / gaps.loc[:2005].mean()
    share = (ratios >= ratios["A"]).mean()
    print(f"{name}: pysyncon p {placebo.pvalue(treatment_time=2006):.1f}, definition {share:.1f}")
    print("ratios", *(f"{unit} {value:.0f}" for unit, value in sorted(ratios.items())))


test("policy of A from 2006", "")
test("D and E rise by half as much from 2007", "DE")
PYTHON
)
recorded="policy of A from 2006: pysyncon p 0.0, definition 0.2
ratios A 1046 B 1 C 2 D 1 E 1
D and E rise by half as much from 2007: pysyncon p 0.8, definition 0.2
ratios A 668 B 104 C 67 D 26 E 81"
echo "pysyncon 1.7.0"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
