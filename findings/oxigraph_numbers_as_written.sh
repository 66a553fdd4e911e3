#!/usr/bin/env bash
# Oxigraph rewrites numbers on loading: the digits of the file are gone
# Version: pyoxigraph 0.5.13
# Expected: an RDF literal keeps its lexical form, so that STR() and an export give back 26.70,
#   007 and 1e5.
# Seen: the store holds 26.7, 7 and 100000, without a word; only the plain text literal keeps
#   its zeros. (rdflib and Apache Jena 5.6.0 keep 26.70.)
# Why it matters: a trailing zero says how exact a figure is, and a code with leading zeros that
#   is typed as integer becomes another code.
# What to do: keep codes and "as written" values as plain text literals beside the number
#   (value_written does so); never type a code as xsd:integer.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pyoxigraph==0.5.13
env/bin/python - <<'PYTHON'
import sys

import pyoxigraph

print("pyoxigraph", pyoxigraph.__version__)
TURTLE = """@prefix ex: <http://example.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ex:figure ex:share 26.70 ; ex:rank "007"^^xsd:integer ; ex:beds 1e5 ; ex:note "26.70" ."""
store = pyoxigraph.Store()
store.load(TURTLE, format=pyoxigraph.RdfFormat.TURTLE)
rows = store.query("SELECT ?p (STR(?o) AS ?text) { ?s ?p ?o }")
seen = {row["p"].value.rpartition("/")[2]: row["text"].value for row in rows}
recorded = {"share": "26.7", "rank": "7", "beds": "100000", "note": "26.70"}

print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
