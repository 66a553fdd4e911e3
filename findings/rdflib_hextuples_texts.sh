#!/usr/bin/env bash
# rdflib does not find the texts of a graph that it wrote as HexTuples and read back
# Version: rdflib 7.6.0 (beside pyoxigraph 0.5.13)
# Expected: "River" and "River"^^xsd:string are one literal, as RDF 1.1 says (3.3: a simple literal is an
#   abbreviation). A graph written in any format and read back answers a query as before.
# Seen: read from HexTuples, each text has the datatype xsd:string, and to rdflib that is another literal: the
#   pattern ?s ex:name "River" finds nothing, a text loaded both ways is two triples, and the graphs are not
#   isomorphic. N-Triples, Turtle and JSON-LD come back whole. pyoxigraph takes both forms for one. (That
#   Literal("x") is not Literal("x", datatype=XSD.string) is an old matter in rdflib's tracker.)
# Why it matters: HexTuples are rdflib's own format for streams. Queries for a name, joins of two files, and
#   differences between two releases all go wrong, while printing the rows shows the same text.
# What to do: hand graphs on as N-Quads; compare with STR(?name) = "River" where the origin is not known.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check rdflib==7.6.0 pyoxigraph==0.5.13
env/bin/python - <<'PYTHON'
import sys

import pyoxigraph
import rdflib
from rdflib.compare import isomorphic

print("rdflib", rdflib.__version__, "pyoxigraph", pyoxigraph.__version__)
text = '<http://example.org/a> <http://example.org/name> "River" .\n'
typed = text.replace('"River"', '"River"^^<http://www.w3.org/2001/XMLSchema#string>')
query = 'SELECT ?s { ?s <http://example.org/name> "River" }'
original = rdflib.Dataset()
original.parse(data=text, format="nquads")
seen = {}
for format in ("nquads", "trig", "json-ld", "hext"):
    back = rdflib.Dataset()
    back.parse(data=original.serialize(format=format), format=format)
    rows = len(list(back.query(query)))
    both = rdflib.Graph() + original.default_graph + back.default_graph
    seen[format] = (rows, len(both), isomorphic(original.default_graph, back.default_graph))
store = pyoxigraph.Store()
store.load(text + typed, format=pyoxigraph.RdfFormat.N_TRIPLES)
seen["pyoxigraph, both forms"] = (len(list(store.query(query))), len(store))
recorded = {
    "nquads": (1, 1, True),
    "trig": (1, 1, True),
    "json-ld": (1, 1, True),
    "hext": (0, 2, False),
    "pyoxigraph, both forms": (1, 1),
}
print("seen (rows, triples of both, isomorphic):", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
