#!/usr/bin/env bash
# rdflib lets the rows outside into a sub-select, so that a total is counted anew for each row
# Version: rdflib 7.6.0 (beside pyoxigraph 0.5.13)
# Expected: a sub-select is evaluated by itself, before it is joined, and only the variables that it selects are
#   seen outside (SPARQL 1.1, 12). { SELECT (COUNT(*) AS ?total) { ?p ex:learned ?q } } is 5 beside any row.
# Seen: the ?p of the row outside is put in: the total is 3, 1 and 1, the count of each place, and a share of the
#   total is 1 for every place. Two variables of one name that have nothing to do with each other are joined. A
#   place that the sub-select does not know gets the count 0. Where the sub-select comes first, the answer is
#   right.
# Why it matters: shares and averages are written this way. All are wrong, and of the right form.
# What to do: put the sub-select first in the group, or give its variables names of their own.
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
prefix = "PREFIX ex: <http://example.org/> "
turtle = """@prefix ex: <http://example.org/> .
ex:a ex:year 2017 ; ex:learned ex:b, ex:c, ex:d . ex:b ex:year 2018 ; ex:learned ex:c .
ex:c ex:year 2019 ; ex:learned ex:d .
"""
graph = rdflib.Graph().parse(data=turtle, format="turtle")
store = pyoxigraph.Store()
store.load(turtle, format=pyoxigraph.RdfFormat.TURTLE)
total = "{ SELECT (COUNT(*) AS ?total) { ?p ex:learned ?q } }"
queries = {
    "total after": f"SELECT ?p ?total {{ ?p ex:year ?y {total} }}",
    "total first": f"SELECT ?p ?total {{ {total} ?p ex:year ?y }}",
    "own names": "SELECT ?p ?total { ?p ex:year ?y { SELECT (COUNT(*) AS ?total) { ?x ex:learned ?z } } }",
}


def by_rdflib(query):
    return sorted(f"{str(row[0])[-1]} {row[1]}" for row in graph.query(prefix + query))


def by_pyoxigraph(query):
    return sorted(f"{row[0].value[-1]} {row[1].value}" for row in store.query(prefix + query))


seen = {name: (by_rdflib(query), by_pyoxigraph(query)) for name, query in queries.items()}
whole = ["a 5", "b 5", "c 5"]
recorded = {
    "total after": (["a 3", "b 1", "c 1"], whole),
    "total first": (whole, whole),
    "own names": (whole, whole),
}
print("seen (rdflib, pyoxigraph):", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
