#!/usr/bin/env bash
# sssom states the mappings that a table denies, when it writes OWL, OntoPortal or FHIR
# Version: sssom 0.4.21 (sssom-py; with sssom-schema 1.1.0a5 and rdflib 7.6.0); it calls the last two forms deprecated
# Expected: predicate_modifier "Not" says that two terms do not match. No form of the table may say that they do:
#   the triple is left out (as write_rdf does), or is negated (owl:NegativePropertyAssertion; in FHIR "disjoint" or
#   "unmatched"). A label such as NA or None is a label.
# Seen: the OWL holds the triple itself, ex:a skos:exactMatch ex:b, beside an axiom with the modifier; a reasoner or
#   a SPARQL query for exactMatch finds the two as one. The forms for OntoPortal and FHIR give "exactMatch" and
#   "equivalent" and do not mention the modifier at all. The labels NA and None are gone.
# Why it matters: a denial is a statement of its own, the opposite of what is then found. Tables of mappings record
#   denials for pairs that look alike: counties of one name, reforms of one name.
# What to do: take rows with a modifier out before writing, or write RDF or JSON.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check sssom==0.4.21 sssom-schema==1.1.0a5 rdflib==7.6.0
cat > table.tsv <<'TSV'
# curie_map:
#   ex: http://example.org/
#   skos: http://www.w3.org/2004/02/skos/core#
# license: http://example.org/licence
# mapping_set_id: http://example.org/set
subject_id	subject_label	predicate_id	predicate_modifier	object_id	object_label	mapping_justification
ex:a	NA	skos:exactMatch	Not	ex:b	None	semapv:ManualMappingCuration
TSV
env/bin/python - > seen.txt 2> errors.txt <<'PYTHON' || { cat errors.txt >&2; exit 1; }
import io
import json

import rdflib
from sssom import parsers, writers

table = parsers.parse_sssom_table("table.tsv")
print("read:", *(name for name in table.df.columns if "label" in name or "modifier" in name))


def written(write):
    """The text that one of the writers gives."""
    buffer = io.StringIO()
    write(table, buffer)
    return buffer.getvalue()


SAME = rdflib.URIRef("http://www.w3.org/2004/02/skos/core#exactMatch")
for name in ("write_rdf", "write_owl"):
    graph = rdflib.Graph().parse(data=written(getattr(writers, name)), format="turtle")
    print(name, "states:", *(f"{a.n3()} exactMatch {b.n3()}" for a, b in graph.subject_objects(SAME)))
portal = json.loads(written(writers.write_ontoportal_json))[0]
print("write_ontoportal_json:", portal["classes"], portal["relation"], "Not" in str(portal))
codes = json.loads(written(writers.write_fhir_json))["group"][0]["element"][0]
print("write_fhir_json:", codes["code"], codes["target"][0]["equivalence"], codes["target"][0]["code"], "Not" in str(codes))
PYTHON
seen=$(cat seen.txt)
recorded="read: predicate_modifier
write_rdf states:
write_owl states: <http://example.org/a> exactMatch <http://example.org/b>
write_ontoportal_json: ['http://example.org/a', 'http://example.org/b'] ['http://www.w3.org/2004/02/skos/core#exactMatch'] False
write_fhir_json: ex:a equivalent ex:b False"
echo "sssom 0.4.21"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
