#!/usr/bin/env bash
# The SPARQL of Owlready2 halves 2015 to 1007, counts three ways as one, and takes NOT EXISTS with a UNION for true
# Version: owlready2 0.51 (World.sparql, its own engine), beside pyoxigraph 0.5.13
# Expected: SPARQL 1.1 Query: an integer divided by an integer is a decimal (section 17.3); p+ gives each pair once, p|q
#   is the union of both with its repeats (18.4); UNDEF leaves a name open (10.2); NOT EXISTS tests its whole pattern
#   (8.1); { OPTIONAL { A } B } is A joined with B (18.2.2.6); a sum over a sub-select is a sum. The documentation of
#   Owlready2 (SPARQL queries) lists UNION, OPTIONAL, NOT EXISTS, VALUES, sub-queries and such paths as supported.
# Seen: 2015 / 2 is 1007. p+ gives a pair once for each way, and COUNT(*) of it is 1. p|q drops repeats. VALUES with UNDEF
#   finds nothing. NOT EXISTS with a UNION keeps every row. An OPTIONAL that stands first is taken as if it stood last.
#   SUM over a sub-select gives the rows, not the sum. No error is raised.
# Why it matters: it is the usual way to query an ontology in Python. Counts of learners, means and relations of policies
#   are then other numbers than those of any store.
# What to do: save the ontology as N-Triples and query it in Oxigraph.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check owlready2==0.51 pyoxigraph==0.5.13
env/bin/python -W ignore - > seen.txt <<'PYTHON'
from pathlib import Path

import owlready2
import pyoxigraph

START = "http://example.org/"
TYPED = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/2002/07/owl#NamedIndividual>"
YEARS = (("a", 2012), ("b", 2014), ("c", 2015), ("d", 2010))
WHOLE = '"{}"^^<http://www.w3.org/2001/XMLSchema#integer>'
LEARNED = (("b", "a"), ("c", "b"), ("d", "a"), ("d", "c"))
lines = [f"<{START}{place}> {TYPED} ." for place, _ in YEARS]
lines += [f"<{START}{place}> <{START}year> {WHOLE.format(year)} ." for place, year in YEARS]
lines += [f"<{START}{place}> <{START}from> <{START}{other}> ." for place, other in LEARNED]
Path("data.nt").write_text("\n".join(lines) + "\n", encoding="utf-8")
world = owlready2.World()
world.get_ontology(Path("data.nt").absolute().as_uri()).load()
store = pyoxigraph.Store()
store.load(path="data.nt")


def short(value):
    """A value as text."""
    if value is None:
        return "-"
    text = str(getattr(value, "iri", getattr(value, "value", value)))
    return text.removeprefix(START)


def rows(answer):
    """The rows of an answer, in order."""
    return sorted(" ".join(short(value) for value in row) for row in answer)


for query in (
    "SELECT (?y / 2 AS ?half) { ?s :year ?y FILTER(?y = 2015) }",
    "SELECT ?s { ?s :from+ :a }",
    "SELECT (COUNT(*) AS ?n) { ?s :from+ :a }",
    "SELECT ?s { ?s :from|:year ?o }",
    "SELECT ?s ?y { VALUES (?s ?y) { (:a UNDEF) (UNDEF 2014) } ?s :year ?y }",
    "SELECT ?s { ?s :year ?y FILTER NOT EXISTS { { ?s :from :a } UNION { ?s :from :b } } }",
    "SELECT ?s ?t { OPTIONAL { ?s :from ?t } ?s :year ?y }",
    "SELECT (SUM(?y) AS ?total) { { SELECT ?s ?y { ?s :year ?y } } }",
):
    print(query)
    print("  pyoxigraph:", "; ".join(rows(store.query(f"PREFIX : <{START}> {query}"))))
    print("  owlready2: ", "; ".join(rows(world.sparql(f"PREFIX : <{START}> {query}"))))
PYTHON
seen=$(cat seen.txt)
recorded='SELECT (?y / 2 AS ?half) { ?s :year ?y FILTER(?y = 2015) }
  pyoxigraph: 1007.5
  owlready2:  1007
SELECT ?s { ?s :from+ :a }
  pyoxigraph: b; c; d
  owlready2:  b; c; d; d
SELECT (COUNT(*) AS ?n) { ?s :from+ :a }
  pyoxigraph: 3
  owlready2:  1
SELECT ?s { ?s :from|:year ?o }
  pyoxigraph: a; b; b; c; c; d; d; d
  owlready2:  a; b; c; d
SELECT ?s ?y { VALUES (?s ?y) { (:a UNDEF) (UNDEF 2014) } ?s :year ?y }
  pyoxigraph: a 2012; b 2014
  owlready2:  
SELECT ?s { ?s :year ?y FILTER NOT EXISTS { { ?s :from :a } UNION { ?s :from :b } } }
  pyoxigraph: a
  owlready2:  a; b; c; d
SELECT ?s ?t { OPTIONAL { ?s :from ?t } ?s :year ?y }
  pyoxigraph: b a; c b; d a; d c
  owlready2:  a -; b a; c b; d a; d c
SELECT (SUM(?y) AS ?total) { { SELECT ?s ?y { ?s :year ?y } } }
  pyoxigraph: 8051
  owlready2:  a 2012; b 2014; c 2015; d 2010'
echo "owlready2 0.51, pyoxigraph 0.5.13"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
