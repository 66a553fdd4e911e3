#!/usr/bin/env bash
# networkx takes a list of neighbours in a Pajek file for one of them and a weight, and edges after arcs for arcs
# Version: networkx 3.6.1 (beside python-igraph 1.0.0), read_pajek and parse_pajek
# Expected: the parts of a Pajek file are read for what they are. *Arcslist 1 2 3 are arcs from 1 to 2 and to 3, as igraph
#   reads them; a line of *Edges joins both places, also behind *Arcs; *Arcs :2 "rules" begins another relation. What is
#   not supported is refused: the documentation says that "directed and undirected graphs" are handled.
# Seen: *Arcslist and *Edgeslist 1 2 3 are one edge from 1 to 2 with the weight 3.0; edges after *Arcs go one way only, and
#   arcs after *Edges both ways; the line *Arcs :2 is an edge from a place *Arcs to a place :2. There is no warning.
# Why it matters: these parts are how Pajek itself writes networks that are directed in part or have several relations.
#   Places are lost, and weights are made of numbers of places.
# What to do: read such files with python-igraph, or save them from Pajek with one *Arcs or one *Edges.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check networkx==3.6.1 python-igraph==1.0.0
seen=$(env/bin/python - <<'PYTHON'
import igraph
import networkx

places = '*Vertices 3\n1 "A"\n2 "B"\n3 "C"\n'
parts = {
    "*Arcslist": "*Arcslist\n1 2 3\n",
    "*Edgeslist": "*Edgeslist\n1 2 3\n",
    "*Edges after *Arcs": "*Arcs\n1 2\n*Edges\n2 3\n",
    "*Arcs after *Edges": "*Edges\n2 3\n*Arcs\n1 2\n",
    "*Arcs :1 and *Arcs :2": '*Arcs :1 "visits"\n1 2\n*Arcs :2 "rules"\n2 3\n',
}
for name, part in parts.items():
    network = networkx.parse_pajek(places + part)
    print(name, "directed" if network.is_directed() else "undirected", *network.edges(data="weight"))
    if name.endswith("list"):
        with open("network.net", "w") as file:
            file.write(places + part)
        other = igraph.Graph.Read_Pajek("network.net")
        print(name, "in igraph", *((other.vs[one]["name"], other.vs[two]["name"]) for one, two in other.get_edgelist()))
PYTHON
)
recorded="*Arcslist directed ('A', 'B', 3.0)
*Arcslist in igraph ('A', 'B') ('A', 'C')
*Edgeslist undirected ('A', 'B', 3.0)
*Edgeslist in igraph ('A', 'B') ('A', 'C')
*Edges after *Arcs directed ('A', 'B', None) ('B', 'C', None)
*Arcs after *Edges undirected ('A', 'B', None) ('B', 'C', None)
*Arcs :1 and *Arcs :2 directed ('A', 'B', None) ('B', 'C', None) ('*Arcs', ':2', None)"
echo "networkx 3.6.1, python-igraph 1.0.0"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
