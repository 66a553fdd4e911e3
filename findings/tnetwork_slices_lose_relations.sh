#!/usr/bin/env bash
# tnetwork loses every relation that begins and ends within one slice of time, when it cuts a network into slices
# Version: tnetwork 1.2 (PyPI; DynGraphIG.to_DynGraphSN), installed with what it imports (versions in the script)
# Expected: to_DynGraphSN(slices=5) gives a network for each five years, with all relations of those years and, as their
#   weight, "their presence time during the snapshot"; that of B and C from 2 to 3 is in the first one with a weight of 1.
# Seen: a relation is only there if a slice begins while it lasts or as it begins: B and C (2 to 3) and C and D (6 to 7, 8
#   to 9) are in no slice, without an error; A and C, from 5 to 6, is there, since a slice begins with 5.
# Why it matters: visits and pilots last a year and slices are of five: four of five such relations are gone, and the rest
#   begins in a year that divides by five.
# What to do: slice by one unit of time and add up the networks (aggregate_sliding_window of DynGraphSN).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check --no-deps tnetwork==1.2
env/bin/pip install --quiet --disable-pip-version-check networkx==3.6.1 numpy==2.4.6 pandas==2.3.3 scikit-learn==1.9.1 \
  matplotlib==3.11.2 bokeh==3.9.2 progressbar2==4.6.0 bidict==0.24.1 sortedcontainers==2.4.0
cat > read.py <<'PYTHON'
import tnetwork

relations = [("A", "B", (0, 12)), ("B", "C", (2, 3)), ("A", "C", (5, 6)), ("C", "D", (6, 7)), ("C", "D", (8, 9))]
network = tnetwork.DynGraphIG()
for one, other, period in relations:
    network.add_interaction(one, other, period)
for years in (1, 5):
    slices = network.to_DynGraphSN(slices=years).snapshots()
    totals = {}
    for graph in slices.values():
        for one, other, weight in graph.edges(data="weight"):
            pair = "-".join(sorted((one, other)))
            totals[pair] = totals.get(pair, 0) + weight
    print(f"slices of {years}: time together", dict(sorted(totals.items())))
PYTHON
seen=$(env/bin/python -W ignore read.py 2> errors.txt)
recorded="slices of 1: time together {'A-B': 12, 'A-C': 1, 'B-C': 1, 'C-D': 2}
slices of 5: time together {'A-B': 12, 'A-C': 1}"
echo "tnetwork 1.2"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
