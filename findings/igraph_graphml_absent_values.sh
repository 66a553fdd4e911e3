#!/usr/bin/env bash
# python-igraph reads a yes-or-no value that a GraphML file does not give as a stated no
# Version: python-igraph 1.0.0 (beside networkx 3.6.1)
# Expected: a node without <data> for a key of type boolean has no value (None), as numbers
#   become NaN.
# Seen: the value is False, a missing text is "", and write_graphml then writes the invented
#   "false" into the copy, where every other tool reads it as said.
# Why it matters: silence and a stated no are two different things in this project. After one
#   round through igraph they are the same.
# What to do: keep truth values in GraphML as text with a word for each state ("yes", "no"), and
#   test for "" before counting.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check igraph==1.0.0 networkx==3.6.1
env/bin/python - <<'PYTHON'
import sys

import igraph
import networkx

print("igraph", igraph.__version__, "networkx", networkx.__version__)
with open("graph.graphml", "w", encoding="utf-8") as file:
    file.write("""<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="adopted" for="node" attr.name="adopted" attr.type="boolean"/>
<key id="stance" for="node" attr.name="stance" attr.type="string"/>
<graph edgedefault="directed">
<node id="a"><data key="adopted">true</data><data key="stance">stated</data></node>
<node id="b"/>
</graph></graphml>""")
graph = igraph.Graph.Read_GraphML("graph.graphml")
graph.write_graphml("again.graphml")
seen = {
    "igraph": (graph.vs[1]["adopted"], graph.vs[1]["stance"]),
    "networkx reads the file": dict(networkx.read_graphml("graph.graphml").nodes["b"]),
    "networkx reads igraph's copy": dict(networkx.read_graphml("again.graphml").nodes["n1"]),
}
recorded = {
    "igraph": (False, ""),
    "networkx reads the file": {},
    "networkx reads igraph's copy": {"adopted": False, "stance": "", "id": "b"},
}

print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
