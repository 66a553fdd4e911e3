#!/usr/bin/env bash
# pysan finds staying in one state turbulent, and a complexity of 1.18 where 1 is the most
# Version: pysan 0.2.4 (PyPI; get_turbulence, get_complexity), beside sequenzo 0.1.42
# Expected: both are "based on" TraMineR, says the documentation of pysan. There turbulence (Elzinga and Liefbroer 2007) is of
#   the states in their order, without repeats, and 1 for a sequence that never changes; complexity is between 0 and 1.
#   sequenzo gives the values of these definitions.
# Seen: turbulence counts the subsequences of all years, so N N P P A has 5.23 instead of 3.63, and a sequence without
#   change is an error. Complexity divides the entropy, already a share of the largest one, by the largest one again:
#   N P N P N has 1.18.
# Why it matters: paths of places from no policy over a pilot to adoption are compared by these measures; longer stays look
#   like more change.
# What to do: use sequenzo.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv pysan
pysan/bin/pip install --quiet --disable-pip-version-check pysan==0.2.4
python3 -m venv sequenzo
sequenzo/bin/pip install --quiet --disable-pip-version-check sequenzo==0.1.42
cat > one.py <<'PYTHON'
from pysan import get_complexity, get_turbulence

for path in ("NNPPA", "NPANP", "NPNPN", "NNNNN"):
    try:
        turbulence = f"{get_turbulence(path):.2f}"
    except Exception as error:
        turbulence = type(error).__name__
    print(f"pysan {path}: turbulence {turbulence}, complexity {get_complexity(path):.2f}")
PYTHON
cat > other.py <<'PYTHON'
import contextlib
import io

import pandas
from sequenzo import SequenceData, get_complexity_index, get_turbulence

paths = ("NNPPA", "NPANP", "NPNPN", "NNNNN")
years = ["2015", "2016", "2017", "2018", "2019"]
with contextlib.redirect_stdout(io.StringIO()):
    table = pandas.DataFrame([[path, *path] for path in paths], columns=["path", *years])
    data = SequenceData(table, time=years, states=["N", "P", "A"], id_col="path")
    turbulence, complexity = get_turbulence(data), get_complexity_index(data)
for path, one, two in zip(paths, turbulence.iloc[:, 1], complexity.iloc[:, 1], strict=True):
    print(f"sequenzo {path}: turbulence {one:.2f}, complexity {two:.2f}")
PYTHON
seen=$(pysan/bin/python -W ignore one.py 2> errors.txt; sequenzo/bin/python -W ignore other.py 2>> errors.txt)
recorded="pysan NNPPA: turbulence 5.23, complexity 0.66
pysan NPANP: turbulence 4.81, complexity 0.93
pysan NPNPN: turbulence 4.32, complexity 1.18
pysan NNNNN: turbulence StatisticsError, complexity 0.00
sequenzo NNPPA: turbulence 3.63, complexity 0.69
sequenzo NPANP: turbulence 4.81, complexity 0.98
sequenzo NPNPN: turbulence 4.32, complexity 0.78
sequenzo NNNNN: turbulence 1.00, complexity 0.00"
echo "pysan 0.2.4, sequenzo 0.1.42"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
