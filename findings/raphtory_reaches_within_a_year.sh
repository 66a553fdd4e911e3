#!/usr/bin/env bash
# raphtory takes edges of one and the same time for a way in time, in any order, and counts the year of the start
# Version: raphtory 0.17.0 (algorithms.temporally_reachable_nodes)
# Expected: its documentation says that a way in time goes by edges with t_i < t_i+1, and that its first edge has
#   t_1 > start_time. So what all happens in 2014 makes no chain, and a start in 2014 uses nothing of 2014.
# Seen: both are taken as "not earlier": three edges of 2014 carry from a to d, whichever was added first, and the
#   start of 2014 uses the edges of 2014.
# Why it matters: dates of reforms are years. A county that learned from a in 2014, and one that others learned from in
#   2014, make a chain of spread that no source tells of: nodes reached, and by what way, are too many.
# What to do: each event that it gives has a time and the node before; drop those whose time is that of the node before,
#   and all that follow from them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check raphtory==0.17.0
env/bin/python - > seen.txt <<'PYTHON'
from raphtory import Graph, algorithms

print("documented:", *(part for part in ("t_i < t_i+1", "t_1 > start_time") if part in algorithms.temporally_reachable_nodes.__doc__), sep=" | ")
edges = [("a", "b", 2014), ("b", "c", 2014), ("c", "d", 2014)]
for name, rows in (("in order", edges), ("turned round", edges[::-1])):
    graph = Graph()
    for source, target, year in rows:
        graph.add_edge(year, source, target)
    for start in (2013, 2014, 2015):
        found = algorithms.temporally_reachable_nodes(graph, 9, start, ["a"])
        reached = sorted((node.name, event["0"], event["1"]) for node, value in found.items() for event in value["reachable_nodes"])
        print(name, "from", start, *reached[1:])
PYTHON
seen=$(cat seen.txt)
recorded="documented: | t_i < t_i+1 | t_1 > start_time
in order from 2013 ('b', 2014, 'a') ('c', 2014, 'b') ('d', 2014, 'c')
in order from 2014 ('b', 2014, 'a') ('c', 2014, 'b') ('d', 2014, 'c')
in order from 2015
turned round from 2013 ('b', 2014, 'a') ('c', 2014, 'b') ('d', 2014, 'c')
turned round from 2014 ('b', 2014, 'a') ('c', 2014, 'b') ('d', 2014, 'c')
turned round from 2015"
echo "raphtory 0.17.0"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
