#!/usr/bin/env bash
# pySHACL finds fault with every year that has a bound
# Version: pyshacl 0.40.1 with rdflib 7.6.0
# Expected: sh:minInclusive "2009"^^xsd:gYear lets 2016 pass and refuses 1999, as it does for
#   days.
# Seen: 2016 is refused too: the two years cannot be compared in rdflib, and that counts as a
#   violation.
# Why it matters: a correct file of facts fails validation, and the message blames the value.
# What to do: put bounds on xsd:date values (earliest, latest) and check years with sh:pattern
#   or sh:datatype only.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pyshacl==0.40.1 rdflib==7.6.0
env/bin/python - <<'PYTHON'
import sys

import pyshacl
import rdflib

print("pyshacl", pyshacl.__version__, "rdflib", rdflib.__version__)
SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ex:Shape a sh:NodeShape ; sh:targetClass ex:Link ;
  sh:property [ sh:path ex:year ; sh:minInclusive "2009"^^xsd:gYear ] ;
  sh:property [ sh:path ex:day ; sh:minInclusive "2009-01-01"^^xsd:date ] ."""
DATA = """@prefix ex: <http://example.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ex:good_year a ex:Link ; ex:year "2016"^^xsd:gYear .
ex:bad_year a ex:Link ; ex:year "1999"^^xsd:gYear .
ex:good_day a ex:Link ; ex:day "2016-10-01"^^xsd:date .
ex:bad_day a ex:Link ; ex:day "1999-10-01"^^xsd:date ."""
shapes = rdflib.Graph().parse(data=SHAPES, format="turtle")
data = rdflib.Graph().parse(data=DATA, format="turtle")
_, report, _ = pyshacl.validate(data, shacl_graph=shapes)
focus = rdflib.URIRef("http://www.w3.org/ns/shacl#focusNode")
seen = sorted(str(node).rpartition("/")[2] for node in report.objects(None, focus))
recorded = ["bad_day", "bad_year", "good_year"]

print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
