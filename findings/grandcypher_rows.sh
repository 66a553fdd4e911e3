#!/usr/bin/env bash
# Grand-Cypher reads "a OR b AND c" as "(a OR b) AND c", finds an edge without direction only where there
#   are two, and takes one edge for two relationships
# Version: grand-cypher 1.2.0 (networkx 3.6.1)
# Expected: what openCypher says. AND binds more tightly than OR. (a)-[r]-(b) matches an edge from both of its
#   ends. Two MATCH clauses that ask for a K and an L between the same two nodes match only where there are both.
# Seen: A OR (B AND false) finds nothing without the brackets. The edge from A to B is not found without a
#   direction, only the pair that has edges both ways. A pair that has no L is given for K and L, and the
#   value of the L is that of the K.
# Why it matters: its README gives these features as supported, and each of the answers comes without an
#   error. A reader who asks an exported graph in Python rather than in a database gets fewer rows, or more.
# What to do: put brackets around each AND beside an OR; write two queries, with -> and with <-, and join them;
#   and compare two relationships between the same nodes in Python.
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
graph = networkx.MultiDiGraph()
for name in "ABCDE":
    graph.add_node(name, name=name)
for start, end, kind, since in (
    ("A", "B", "K", 2000),
    ("A", "B", "L", 2005),
    ("B", "C", "K", 2010),
    ("D", "E", "M", 2015),
    ("E", "D", "M", 2020),
):
    graph.add_edge(start, end, __labels__={kind}, since=since)


def ask(query):
    """The rows of an answer, sorted."""
    return sorted(zip(*GrandCypher(graph).run(query).values()))


seen = {
    "or, and": ask('MATCH (n) WHERE n.name = "A" OR n.name = "B" AND n.name = "Z" RETURN n.name'),
    "or, and in brackets": ask('MATCH (n) WHERE n.name = "A" OR (n.name = "B" AND n.name = "Z") RETURN n.name'),
    "no direction": ask("MATCH (a)-[r]-(b) RETURN a.name, b.name"),
    "two kinds": ask("MATCH (a)-[r:K]->(b) MATCH (a)-[s:L]->(b) RETURN a.name, b.name, r.since, s.since"),
}
recorded = {
    "or, and": [],
    "or, and in brackets": [("A",)],
    "no direction": [("D", "E"), ("E", "D")],
    "two kinds": [("A", "B", 2000, 2000), ("B", "C", 2010, 2010)],
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
