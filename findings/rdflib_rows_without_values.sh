#!/usr/bin/env bash
# rdflib drops the rows of an answer in which every column is empty
# Version: rdflib 7.6.0 (beside pyoxigraph 0.5.13)
# Expected: SELECT ?when over three links, of which one has a date, gives three rows: two of
#   them empty.
# Seen: one row. The rows come back as soon as any other column is selected.
# Why it matters: "how many have no date" is answered with none, and a share of dated links
#   becomes 100 %.
# What to do: select the subject too, or count in the query with COUNT(*) and COUNT(?when).
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

print("rdflib", rdflib.__version__, "pyoxigraph", pyoxigraph.__version__)
TURTLE = """@prefix ex: <http://example.org/> .
ex:a a ex:Link ; ex:when "2016" . ex:b a ex:Link . ex:c a ex:Link ."""
QUERY = """PREFIX ex: <http://example.org/>
SELECT {} {{ ?link a ex:Link OPTIONAL {{ ?link ex:when ?when }} }}"""
graph = rdflib.Graph().parse(data=TURTLE, format="turtle")
store = pyoxigraph.Store()
store.load(TURTLE, format=pyoxigraph.RdfFormat.TURTLE)
seen = {
    columns: (
        len(list(graph.query(QUERY.format(columns)))),
        len(list(store.query(QUERY.format(columns)))),
    )
    for columns in ("?when", "?link ?when")
}
recorded = {"?when": (1, 3), "?link ?when": (3, 3)}

print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
