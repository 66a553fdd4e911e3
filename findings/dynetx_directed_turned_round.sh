#!/usr/bin/env bash
# dynetx loses and turns round relations of a directed network when it lists them or writes snapshots
# Version: dynetx 0.3.2
# Expected: DynDiGraph.interactions() lists all relations, that from a to b as (a, b); a file of
#   write_snapshots, read with directed=True, gives the network back, and so does JSON.
# Seen: interactions(), of a year or of all, leaves out each relation to a node that was added before (c to
#   a in a -> b -> c -> a), though number_of_interactions() counts it. Without a year, it lists the rest
#   turned round. write_snapshots and node_link_data write that: two relations of three, both turned round,
#   and read back, no relation from a to b. out_interactions() and write_interactions are right.
#   (An issue of 2022 in its tracker, number 135, is open; it is about interactions() only.)
# Why it matters: who learned from whom is turned round in files for other programs, and mutual learning
#   becomes one-sided, without an error.
# What to do: take out_interactions(t=...) or stream_interactions(), and write_interactions for files.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check dynetx==0.3.2
env/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version
from pathlib import Path

import dynetx
from dynetx.readwrite import json_graph

print("dynetx", version("dynetx"))
graph = dynetx.DynDiGraph()
graph.add_interaction("a", "b", t=2019)
graph.add_interaction("b", "c", t=2019)
graph.add_interaction("c", "a", t=2019)
dynetx.write_snapshots(graph, "snapshots.txt", delimiter=" ")
dynetx.write_interactions(graph, "interactions.txt", delimiter=" ")
as_json = json_graph.node_link_data(graph)
read = dynetx.read_snapshots(
    "snapshots.txt", nodetype=str, timestamptype=int, directed=True, delimiter=" "
)
pairs = ("ab", "bc", "ca")
back = json_graph.node_link_graph(as_json)
seen = {
    "number in 2019": graph.number_of_interactions(t=2019),
    "in 2019": [u + v for u, v, *_ in graph.interactions(t=2019)],
    "all": [u + v for u, v, *_ in graph.interactions()],
    "out_interactions": [u + v for u, v, *_ in graph.out_interactions(t=2019)],
    "interactions.txt": Path("interactions.txt").read_text().splitlines(),
    "snapshots.txt": Path("snapshots.txt").read_text().splitlines(),
    "snapshots read back": [pair for pair in pairs if read.has_interaction(*pair, t=2019)],
    "JSON": [link["source"] + link["target"] for link in as_json["links"]],
    "JSON read back": [pair for pair in pairs if back.has_interaction(*pair, t=2019)],
}
recorded = {
    "number in 2019": 3,
    "in 2019": ["ab", "bc"],
    "all": ["ba", "cb"],
    "out_interactions": ["ab", "bc", "ca"],
    "interactions.txt": ["a b + 2019", "b c + 2019", "c a + 2019"],
    "snapshots.txt": ["b a 2019", "c b 2019"],
    "snapshots read back": [],
    "JSON": ["ba", "cb"],
    "JSON read back": [],
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
