#!/usr/bin/env bash
# hypergraphx writes hypergraphs as HIF without their members, and reads directed ones as undirected; xgi drops weights
# Version: hypergraphx 1.8.0 and xgi 0.10.2 (PyPI), write_hif and read_hif
# Expected: HIF, the Hypergraph Interchange Format, has lists of nodes, edges and incidences, and says in "network-type"
#   whether it is directed; an edge and an incidence may have a weight and attrs (README and schema of the standard).
#   Names, members, direction and weights are the same after reading and writing.
# Seen: the file that hypergraphx writes of one edge with two nodes has no incidence, so nobody is in the edge, and objects
#   instead of lists. Reading, it looks for "type" instead of "network-type", numbers the nodes 0, 1, and makes one edge
#   of two with the same members. xgi keeps these, but drops the weights and the attrs of incidences.
# Why it matters: joint pilots of several places are hypergraphs, and HIF is how these libraries exchange them. Who took
#   part is lost without an error, and so is who led and who followed.
# What to do: read HIF with xgi, and put weights and roles into attrs of edges; write from hypergraphx as its own JSON.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check hypergraphx==1.8.0 xgi==0.10.2
cat > read.py <<'PYTHON'
import json
import logging

import xgi
from hypergraphx import Hypergraph
from hypergraphx.readwrite.hif import read_hif, write_hif

logging.disable()
write_hif(Hypergraph([("A", "B")]), "written.json")
written = json.load(open("written.json"))
print("written by hypergraphx: edges", written["edges"], "incidences", written["incidences"])
followers = [{"edge": edge, "node": node, "direction": way} for edge, node, way in (("p", "A", "tail"), ("p", "B", "head"))]
json.dump({"network-type": "directed", "nodes": [], "edges": [], "incidences": followers}, open("led.json", "w"))
print("directed, hypergraphx:", type(read_hif("led.json")).__name__, read_hif("led.json").get_edges())
print("directed, xgi:", xgi.read_hif("led.json").edges.dimembers(dtype=dict))
json.dump({
    "network-type": "undirected", "nodes": [],
    "edges": [{"edge": "p", "weight": 3, "attrs": {"year": 2019}}, {"edge": "q", "attrs": {"year": 2020}}],
    "incidences": [{"edge": edge, "node": node, "attrs": {"role": "host"}} for edge in "pq" for node in "AB"],
}, open("pilots.json", "w"))
read = read_hif("pilots.json")
print("two pilots, hypergraphx:", read.get_edges(metadata=True))
read = xgi.read_hif("pilots.json")
xgi.write_hif(read, "again.json")
again = json.load(open("again.json"))
print("two pilots, xgi:", {edge: sorted(members) for edge, members in sorted(read.edges.members(dtype=dict).items())})
print("from xgi again:", sorted(again["edges"], key=lambda edge: edge["edge"]), sorted({name for part in again["incidences"] for name in part}))
PYTHON
seen=$(env/bin/python -W ignore read.py 2> errors.txt)
recorded="written by hypergraphx: edges {'0': {}} incidences {}
directed, hypergraphx: Hypergraph [(0, 1)]
directed, xgi: {'p': ({'A'}, {'B'})}
two pilots, hypergraphx: {(0, 1): {'edge': 'q', 'attrs': {'year': 2020}}}
two pilots, xgi: {'p': ['A', 'B'], 'q': ['A', 'B']}
from xgi again: [{'attrs': {'year': 2019}, 'edge': 'p'}, {'attrs': {'year': 2020}, 'edge': 'q'}] ['edge', 'node']"
echo "hypergraphx 1.8.0, xgi 0.10.2"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
