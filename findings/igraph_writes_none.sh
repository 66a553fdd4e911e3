#!/usr/bin/env bash
# python-igraph writes the word None for a text that is not there, in GraphML and in GML
# Version: python-igraph 1.0.0 (read with networkx 3.6.1)
# Expected: a node or an edge without a text has no data element for it, as one without a number has none.
#   Graph.from_networkx sets what is missing to None, so None is the common case.
# Seen: <data key="e_basis">None</data>. igraph and networkx read it back as a text of four letters. A number
#   that is None is left out.
# Why it matters: each statement without a source gets the source "None", and counting the sources, or asking
#   which statements have none, gives wrong answers in every program that reads the file.
# What to do: set the texts that are missing to "" before writing, or write the GraphML with networkx.
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
original = networkx.DiGraph()
original.add_edge("a", "b", basis="report", year=2019)
original.add_edge("b", "c")
graph = igraph.Graph.from_networkx(original)
seen = {"in memory": (graph.es["basis"], graph.es["year"])}
for kind in ("graphml", "gml"):
    graph.write(f"graph.{kind}", format=kind)
    back = igraph.Graph.Read(f"graph.{kind}", format=kind)
    seen[f"{kind}, igraph"] = [text for text in back.es["basis"] if isinstance(text, str)]
for _, _, data in networkx.read_graphml("graph.graphml").edges(data=True):
    seen.setdefault("graphml, networkx", []).append(data)
recorded = {
    "in memory": (["report", None], [2019, None]),
    "graphml, igraph": ["report", "None"],
    "gml, igraph": ["report", "None"],
    "graphml, networkx": [{"basis": "report", "year": 2019.0}, {"basis": "None"}],
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
