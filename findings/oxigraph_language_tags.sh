#!/usr/bin/env bash
# Oxigraph puts language tags into small letters, so LANG() finds them in one store only
# Version: pyoxigraph 0.5.13 (beside rdflib 7.6.0; Apache Jena 5.6.0 answers like rdflib)
# Expected: FILTER(LANG(?name) = "zh-Hans") finds "..."@zh-Hans, which is the spelling of BCP
#   47, in every store.
# Seen: Oxigraph keeps the tag as zh-hans: the filter with the spelling of the file finds
#   nothing there, and the filter in small letters finds nothing in rdflib.
# Why it matters: names in simplified and traditional characters are told apart by zh-Hans and
#   zh-Hant; a query then gives no rows on one of the two stores, and no error.
# What to do: write LANGMATCHES(LANG(?name), "zh-Hans"), which ignores case in both, or tags
#   without capitals ("zh", "en"), as our exports do.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pyoxigraph==0.5.13 rdflib==7.6.0
env/bin/python - <<'PYTHON'
import sys

import pyoxigraph
import rdflib

print("pyoxigraph", pyoxigraph.__version__, "rdflib", rdflib.__version__)
TURTLE = '@prefix ex: <http://example.org/> . ex:county ex:name "乾县"@zh-Hans .'
QUERY = 'SELECT ?name {{ ?s ?p ?name FILTER(LANG(?name) = "{}") }}'
store = pyoxigraph.Store()
store.load(TURTLE, format=pyoxigraph.RdfFormat.TURTLE)
graph = rdflib.Graph().parse(data=TURTLE, format="turtle")
seen = {
    tag: (len(list(store.query(QUERY.format(tag)))), len(list(graph.query(QUERY.format(tag)))))
    for tag in ("zh-Hans", "zh-hans")
}
recorded = {"zh-Hans": (0, 1), "zh-hans": (1, 0)}

print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
