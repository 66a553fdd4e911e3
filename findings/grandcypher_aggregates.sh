#!/usr/bin/env bash
# Grand-Cypher cuts to LIMIT before it counts, and counts values that are not there
# Version: grand-cypher 1.2.0 (networkx 3.6.1)
# Expected: what openCypher says. LIMIT keeps the first rows of the answer, after the aggregates and after
#   DISTINCT. COUNT(n.age) counts the values that are there.
# Seen: "RETURN a.name, COUNT(b) LIMIT 1" counts 1 for A, which has three edges: LIMIT is applied to what was
#   matched. "RETURN DISTINCT a.name LIMIT 2" gives one name of the two. COUNT(n.age) counts nodes without an
#   age as well, while AVG divides by the number of all of them.
# Why it matters: the numbers are wrong without an error, and a LIMIT that only ought to shorten a list
#   changes what is in it. A mean age of people of whom some have no age is too small.
# What to do: write no LIMIT beside DISTINCT or an aggregate; cut the answer in Python. Ask for "n.age > 0" (or
#   the like) in WHERE before counting or taking a mean.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check grand-cypher==1.2.0 networkx==3.6.1
env/bin/python - <<'PYTHON'
import importlib.metadata
import sys

import networkx
from grandcypher import GrandCypher

print("grand-cypher", importlib.metadata.version("grand-cypher"), "networkx", networkx.__version__)
graph = networkx.DiGraph()
for name, age in (("A", 30), ("B", 20), ("C", 40)):
    graph.add_node(name, name=name, age=age)
graph.add_node("D", name="D")
graph.add_edges_from([("A", "B"), ("A", "C"), ("A", "D"), ("B", "C")])


def ask(query):
    """The rows of an answer."""
    return list(zip(*GrandCypher(graph).run(query).values()))


seen = {
    "count": ask("MATCH (a)-[r]->(b) RETURN a.name, COUNT(b)"),
    "count, limit 1": ask("MATCH (a)-[r]->(b) RETURN a.name, COUNT(b) LIMIT 1"),
    "distinct": ask("MATCH (a)-[r]->(b) RETURN DISTINCT a.name"),
    "distinct, limit 2": ask("MATCH (a)-[r]->(b) RETURN DISTINCT a.name LIMIT 2"),
    "ages": ask("MATCH (n) RETURN n.age"),
    "count and mean of ages": ask("MATCH (n) RETURN COUNT(n.age), AVG(n.age)"),
}
recorded = {
    "count": [("A", 3), ("B", 1)],
    "count, limit 1": [("A", 1)],
    "distinct": [("A",), ("B",)],
    "distinct, limit 2": [("A",)],
    "ages": [(30,), (20,), (40,), (None,)],
    "count and mean of ages": [(4, 22.5)],
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
