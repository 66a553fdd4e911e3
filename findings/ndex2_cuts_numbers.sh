#!/usr/bin/env bash
# ndex2 cuts numbers to what its first value is, and makes numbers of codes, when it writes CX2 from networkx
# Version: ndex2 3.12.0 (networkx 3.6.1; NetworkXToCX2NetworkFactory, CX2NetworkXFactory)
# Expected: a share of 1 and one of 0.75 are both numbers of CX2 ("double"). What is neither true nor false is no
#   truth value. A name that is a text, such as the code 010000, comes back as a text; 10000 is another place. Writing
#   a network does not change it.
# Seen: the first value decides: after a 1, the shares 0.75 and 0.5 are 0, after a 1.0 they are kept; after True,
#   "unknown" and "yes" are false; all without an error. A name of digits becomes a number and loses its zero; with
#   both 010000 and 10000, or with a place called 1 beside two places in words, nothing is written at all. In the
#   caller's network each node has lost its attributes x, y and z and has one more, "name"; what is read back has
#   y and z that nobody gave.
# Why it matters: CX2 is how networkx and Cytoscape meet. Codes of administrative divisions are the names of places,
#   and shares and doses begin with a whole number often enough.
# What to do: make all values of an attribute floats (or all texts), name nodes by words such as p010000, keep the
#   code as an attribute, and give a copy.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check ndex2==3.12.0 networkx==3.6.1
env/bin/python - > seen.txt <<'PYTHON'
import networkx
from ndex2.cx2 import CX2NetworkXFactory, NetworkXToCX2NetworkFactory
from ndex2.exceptions import NDExError


def trip(network):
    """The network after a trip to CX2 and back, and what it says where it does not arrive."""
    try:
        written = NetworkXToCX2NetworkFactory().get_cx2network(network)
    except NDExError as error:
        return f"{type(error).__name__}: {error}"
    return CX2NetworkXFactory().get_graph(written, networkx_graph=networkx.DiGraph())


def values(*given):
    """What becomes of values of one attribute of edges."""
    network = networkx.DiGraph()
    for number, value in enumerate(given):
        network.add_edge(f"p{number}", f"p{number + 1}", value=value)
    print(given, "=>", tuple(value for *_, value in trip(network).edges(data="value")))


values(1, 0.75, 0.5)
values(1.0, 0.75, 0.5)
values(True, "unknown", "yes")
values(1, "0350")
counties = networkx.DiGraph()
counties.add_node("010000", x="east")
counties.add_node("p", x="west")
print("nodes:", dict(trip(counties).nodes(data=True)))
print("the caller's:", dict(counties.nodes(data=True)))
print("010000, 10000:", trip(networkx.DiGraph([("010000", "10000")])))
print("a, b, 1:", trip(networkx.DiGraph([("a", "b"), ("b", "1")])))
PYTHON
seen=$(cat seen.txt)
recorded="(1, 0.75, 0.5) => (1, 0, 0)
(1.0, 0.75, 0.5) => (1.0, 0.75, 0.5)
(True, 'unknown', 'yes') => (True, False, False)
(1, '0350') => (1, 350)
nodes: {10000: {'x': 'east', 'y': None, 'z': None}, 10001: {'name': 'p', 'x': 'west', 'y': None, 'z': None}}
the caller's: {'010000': {}, 'p': {'name': 'p'}}
010000, 10000: NDExAlreadyExists: Node with ID 10000 already exists.
a, b, 1: NDExAlreadyExists: Node with ID 1 already exists."
echo "ndex2 3.12.0"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
