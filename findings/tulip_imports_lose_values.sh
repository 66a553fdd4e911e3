#!/usr/bin/env bash
# Tulip keeps the last piece of a text in GraphML, so 2016 may be 16, and no values of edges in GML
# Version: tulip-python 6.0.0 (the importers "GraphML" and "GML" of Tulip 6.0), files written by networkx 3.6.1
# Expected: a value is the whole text of its element. SAX may hand a text over in pieces (the documentation of
#   xml.sax.handler says so of characters()), so pieces are joined. GraphML has keys for="all" and the type long
#   (GraphML primer, "Declaring GraphML-Attributes"). In GML an edge has attributes as a node has.
# Seen: each piece replaces the one before. Of "work & life" stays " life", of a quotation in two lines the second,
#   and wherever the reader's buffer of 64 KiB ends within a value, its beginning is gone: one of 4000 edges of the
#   year 2016 is of the year 16. Values of keys for="all" are not read, a long of ten digits and more is 0, edges
#   that stand before their nodes are gone. In GML edges have neither year nor label, and 12345678901 is -539222987.
# Why it matters: quotations have lines, names have "&", and exports of a knowledge graph are larger than 64 KiB: a few
#   dates and weights are then wrong, and no message says so.
# What to do: write Tulip's own TLP or JSON from Python (both keep all values), or check values after import.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check tulip-python==6.0.0 networkx==3.6.1 numpy==2.4.6
cat > small.graphml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="q" for="node" attr.name="quote" attr.type="string"/>
<key id="n" for="all" attr.name="note" attr.type="string"/>
<key id="p" for="node" attr.name="people" attr.type="long"/>
<graph edgedefault="directed">
<edge source="a" target="b"/>
<node id="a"><data key="q">work &amp; life</data><data key="n">said twice</data><data key="p">12345678901</data></node>
<node id="b"><data key="q">the first line
the second line</data></node>
<edge source="a" target="b"/>
</graph>
</graphml>
XML
cat > small.gml <<'GML'
graph [ directed 1
node [ id 1 label "a" year 2012 people 12345678901 ]
node [ id 2 label "b" year 2019 ]
edge [ source 1 target 2 label "learned from" year 2012 weight 2.5 ] ]
GML
env/bin/python - > seen.txt <<'PYTHON'
from collections import Counter

import networkx
from tulip import tlp


def read(importer, path):
    """The graph of a file."""
    settings = tlp.getDefaultPluginParameters(importer)
    settings["file::filename"] = path
    return tlp.importGraph(importer, settings)


large = networkx.MultiDiGraph()
for number in range(4000):
    large.add_edge(f"place{number % 97}", f"place{number * 7 % 101}", year=2010 + number % 10, share=0.25,
                   quote=f"this county learned from place {number}")
networkx.write_graphml(large, "large.graphml")
graph = read("GraphML", "large.graphml")
print("years:", *sorted(Counter(graph["year"][edge] for edge in graph.getEdges()).items()))
graph = read("GraphML", "small.graphml")
print("GraphML nodes:", [(graph["quote"][node], graph["people"][node]) for node in graph.getNodes()])
print("GraphML edges:", graph.numberOfEdges(), "note:", graph.existProperty("note"))
graph = read("GML", "small.gml")
for kind, members in (("nodes", graph.getNodes()), ("edges", graph.getEdges())):
    print(f"GML {kind}:", [{name: graph[name][member] for name in sorted(graph.getProperties())
                            if name == "viewLabel" or not name.startswith("view")} for member in members])
PYTHON
seen=$(cat seen.txt)
recorded="years: (16, 1) (2010, 400) (2011, 400) (2012, 400) (2013, 400) (2014, 400) (2015, 400) (2016, 399) (2017, 400) (2018, 400) (2019, 400)
GraphML nodes: [(' life', 0), ('the second line', 0)]
GraphML edges: 1 note: False
GML nodes: [{'people': -539222987, 'viewLabel': 'a', 'year': 2012}, {'people': 0, 'viewLabel': 'b', 'year': 2019}]
GML edges: [{'people': 0, 'viewLabel': '', 'year': 0}]"
echo "tulip-python 6.0.0, networkx 3.6.1"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
