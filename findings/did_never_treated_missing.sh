#!/usr/bin/env bash
# Places without a year of adoption are the controls of one estimator of diff-diff and are dropped by the next
# Version: diff-diff 3.13.0, csdid 0.4.3, differences 0.3.0 (pandas 2.3.3, numpy 2.4.6)
# Expected: one table means one thing. A place whose year of adoption is missing (NaN) is either never treated for
#   all estimators of a package, or refused by all. differences wants NaN for never and refuses 0; a table made for it
#   gives the same effect in csdid and diff-diff, or an error.
# Seen: with NaN, ImputationDiD and TwoStageDiD of diff-diff take these places as never treated without a word, and
#   answer as with 0. CallawaySantAnna and StackedDiD of the same package drop them: never_treated is an error, but
#   not_yet_treated answers 2.92 in place of 6.46, and warns only of cells that cannot be estimated. csdid drops
#   their rows ("missing or non-finite data"), makes controls of the last adopters and answers 2.92 with
#   "nevertreated" too. inf is never treated for all three, 0 for two.
# Why it matters: in a table of adoptions an empty cell is how a place without the policy is written. The estimated
#   effect is less than half, since all controls are gone.
# What to do: write inf for places that never adopt, and compare the number of control units in each result.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check \
  diff-diff==3.13.0 csdid==0.4.3 differences==0.3.0 pandas==2.3.3 numpy==2.4.6
env/bin/python - > seen.txt 2> errors.txt <<'PYTHON' || { cat errors.txt >&2; exit 1; }
import contextlib
import io
import warnings

import diff_diff
import numpy
import pandas
from csdid.att_gt import ATTgt as Csdid
from differences import ATTgt as Differences

warnings.simplefilter("ignore")
rows = []
for unit in range(18):  # a third adopts in 2014, a third in 2016, a third never does and has no trend
    first = (2014, 2016, 0)[unit % 3]
    for year in range(2011, 2019):
        effect = 2 * (year - first + 1) if first and year >= first else 0
        trend = 0.5 * (year - 2011) * bool(first)
        rows.append((unit, year, float(first), unit + trend + effect + 0.1 * ((7 * unit + 3 * year) % 5)))
TABLE = pandas.DataFrame(rows, columns=["unit", "year", "first", "y"])
COLUMNS = {"outcome": "y", "unit": "unit", "time": "year", "first_treat": "first"}


def of_diff_diff(table, name, **options):
    """The effect that an estimator of diff-diff finds."""
    return getattr(diff_diff, name)(**options).fit(table, **COLUMNS).overall_att


def of_csdid(table, control):
    """The effect that csdid finds."""
    names = {"yname": "y", "tname": "year", "idname": "unit", "gname": "first"}
    result = Csdid(data=table, control_group=[control], xformla="y~1", **names).fit(est_method="reg")
    result.aggte("simple", na_rm=True)
    return result.atte["overall_att"]


def of_differences(table, control):
    """The effect that differences finds."""
    result = Differences(data=table.set_index(["unit", "year"]), cohort_column="first")
    result.fit(formula="y", control_group=control, n_jobs=1, progress_bar=False)
    return result.aggregate("simple").iloc[0, 0]


for never in (0, numpy.nan, numpy.inf):
    table = TABLE.assign(first=TABLE["first"].replace(0, never))
    for name, effect in {
        "ImputationDiD": lambda: of_diff_diff(table, "ImputationDiD"),
        "TwoStageDiD": lambda: of_diff_diff(table, "TwoStageDiD"),
        "StackedDiD": lambda: of_diff_diff(table, "StackedDiD"),
        "CallawaySantAnna never": lambda: of_diff_diff(table, "CallawaySantAnna", control_group="never_treated"),
        "CallawaySantAnna not yet": lambda: of_diff_diff(table, "CallawaySantAnna", control_group="not_yet_treated"),
        "csdid never": lambda: of_csdid(table, "nevertreated"),
        "csdid not yet": lambda: of_csdid(table, "notyettreated"),
        "differences never": lambda: of_differences(table, "never_treated"),
        "differences not yet": lambda: of_differences(table, "not_yet_treated"),
    }.items():
        with contextlib.redirect_stdout(io.StringIO()):
            try:
                answer = f"{effect():.2f}"
            except ValueError:
                answer = "ValueError"
        print(f"never={never} {name}: {answer}")
PYTHON
seen=$(cat seen.txt)
recorded='never=0 ImputationDiD: 6.98
never=0 TwoStageDiD: 6.98
never=0 StackedDiD: 3.55
never=0 CallawaySantAnna never: 6.56
never=0 CallawaySantAnna not yet: 6.46
never=0 csdid never: 6.56
never=0 csdid not yet: 6.46
never=0 differences never: ValueError
never=0 differences not yet: ValueError
never=nan ImputationDiD: 6.98
never=nan TwoStageDiD: 6.98
never=nan StackedDiD: 2.92
never=nan CallawaySantAnna never: ValueError
never=nan CallawaySantAnna not yet: 2.92
never=nan csdid never: 2.92
never=nan csdid not yet: 2.92
never=nan differences never: 6.56
never=nan differences not yet: 6.46
never=inf ImputationDiD: 6.98
never=inf TwoStageDiD: 6.98
never=inf StackedDiD: 3.55
never=inf CallawaySantAnna never: 6.56
never=inf CallawaySantAnna not yet: 6.46
never=inf csdid never: 6.56
never=inf csdid not yet: 6.46
never=inf differences never: 6.56
never=inf differences not yet: 6.46'
echo "diff-diff 3.13.0, csdid 0.4.3, differences 0.3.0"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
