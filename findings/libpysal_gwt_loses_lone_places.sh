#!/usr/bin/env bash
# libpysal writes weights as GWT without the places that have no neighbour, though the first line counts them
# Version: libpysal 4.14.1 (the newest for Python 3.11) with numpy 2.3.5, pandas 2.3.3 and scipy 1.16.3
# Expected: weights that are written and read are the same: 4 places, one of them (丁, an island) without a neighbour. GAL
#   and MatrixMarket files keep it, and so does GWT when the newer Graph of the same library writes it.
# Seen: W written as GWT has "0 4" in its first line and three places after it; what is read back has 3 places and no
#   islands. The same in the Lotus worksheet (wk1). The reader does not compare the 4 with the 3.
# Why it matters: GWT is the format of GeoDa for weights by distance; counties without a neighbour within the distance are
#   the rule. After reading, the weights are of fewer places than the table, and the places that a policy cannot have
#   reached from a neighbour are those that drop out.
# What to do: write GAL (without weights) or MatrixMarket, or Graph.from_W(w).to_gwt(...), and compare n after reading.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check libpysal==4.14.1 numpy==2.3.5 pandas==2.3.3 scipy==1.16.3
seen=$(env/bin/python -W ignore - <<'PYTHON'
import libpysal
from libpysal.graph import Graph, read_gwt

neighbours = {"甲": ["乙", "丙"], "乙": ["甲"], "丙": ["甲"], "丁": []}
weights = {"甲": [2.5, 1.0], "乙": [2.5], "丙": [1.0], "丁": []}
written = libpysal.weights.W(neighbours, weights, silence_warnings=True)
print(f"W: {written.n} places, {len(written.islands)} without a neighbour")
for kind in ("gal", "mtx", "gwt", "wk1"):
    file = libpysal.io.open(f"weights.{kind}", "w")
    file.write(written)
    file.close()
    file = libpysal.io.open(f"weights.{kind}")
    read = file.read()
    file.close()
    print(f"{kind}: {read.n} places, {len(read.islands)} without a neighbour")
print("gwt, first line:", open("weights.gwt", encoding="utf-8").readline().split()[:2])
Graph.from_W(written).to_gwt("graph.gwt")
read = read_gwt("graph.gwt")
print(f"gwt of Graph: {read.n} places, {len(read.isolates)} without a neighbour")
PYTHON
)
recorded="W: 4 places, 1 without a neighbour
gal: 4 places, 1 without a neighbour
mtx: 4 places, 1 without a neighbour
gwt: 3 places, 0 without a neighbour
wk1: 3 places, 0 without a neighbour
gwt, first line: ['0', '4']
gwt of Graph: 4 places, 1 without a neighbour"
echo "libpysal 4.14.1"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
