#!/usr/bin/env bash
# rdflib finds no year smaller and no year larger than another
# Version: rdflib 7.6.0 (beside pyoxigraph 0.5.13)
# Expected: FILTER(?year < "2016"^^xsd:gYear) and its opposite together give all rows.
# Seen: both give none, with no error; Oxigraph (and Apache Jena 5.6.0) give one each.
# Why it matters: diffusion data is often known to the year only. A query that works on Oxigraph
#   or Jena gives an empty table in rdflib.
# What to do: give the bounds of a time as xsd:date (lf:earliest, lf:latest in our exports), or
#   compare STR(?year).
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
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ex:early ex:year "2015"^^xsd:gYear . ex:late ex:year "2018"^^xsd:gYear ."""
QUERY = """PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT ?s {{ ?s ?p ?year FILTER(?year {} "2016"^^xsd:gYear) }}"""
graph = rdflib.Graph().parse(data=TURTLE, format="turtle")
store = pyoxigraph.Store()
store.load(TURTLE, format=pyoxigraph.RdfFormat.TURTLE)
seen = {
    sign: (len(list(graph.query(QUERY.format(sign)))), len(list(store.query(QUERY.format(sign)))))
    for sign in ("<", ">=")
}
recorded = {"<": (0, 1), ">=": (0, 1)}

print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
