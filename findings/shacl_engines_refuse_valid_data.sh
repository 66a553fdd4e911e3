#!/usr/bin/env bash
# three SHACL engines refuse valid data: pySHACL ways back, shacl-rust ways round, pyshifty years with a bound
# Version: pyshacl 0.40.1 (rdflib 7.6.0), shacl-rust 0.2.12 and pyshifty 0.5.1 (PyPI)
# Expected: sh:inversePath of a sequence leads from the end of the sequence to its start (SHACL 2.3.1.4: ^ of a path, as in
#   SPARQL). sh:oneOrMorePath of two places that learned from each other leads from each to itself. xsd:gYear has an order,
#   so 2019 is not above 2020; "abc" is no gYear, so sh:datatype refuses it (SHACL 4.1.2: ill-typed literals).
# Seen: pySHACL goes the steps of the inverse path in the wrong order and finds nothing, where the other two find the start.
#   shacl-rust does not come back to where it began. pyshifty refuses each bounded year, as pySHACL does, and sh:lessThan
#   of years too. All three take "abc" for a year.
# Why it matters: shapes about statements use such paths (from a county back to the source that cites it) and years. Each
#   engine says of good data that it is wrong, and other engines do not.
# What to do: write ( [ sh:inversePath ex:q ] [ sh:inversePath ex:p ] ), compare days or integers, and run a second engine.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pyshacl==0.40.1 rdflib==7.6.0 shacl-rust==0.2.12 pyshifty==0.5.1
seen=$(env/bin/python - 2> /dev/null <<'PYTHON'
import pyshacl
import rdflib
import shacl_rust
import shifty

START = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix ex: <http://example.org/> .
"""
SHAPE = "ex:Shape a sh:NodeShape ; sh:targetNode ex:county ; sh:property [ sh:path {path} ; {rule} ] ."
CASES = {
    "inverse of a sequence": ("[ sh:inversePath ( ex:cites ex:about ) ]", "sh:hasValue ex:article",
                              "ex:article ex:cites ex:lesson . ex:lesson ex:about ex:county .", True),
    "two inverse steps": ("( [ sh:inversePath ex:about ] [ sh:inversePath ex:cites ] )", "sh:hasValue ex:article",
                          "ex:article ex:cites ex:lesson . ex:lesson ex:about ex:county .", True),
    "one or more, round": ("[ sh:oneOrMorePath ex:learned ]", "sh:hasValue ex:county",
                           "ex:county ex:learned ex:town . ex:town ex:learned ex:county .", True),
    "2019 up to 2020": ("ex:year", 'sh:maxInclusive "2020"^^xsd:gYear', 'ex:county ex:year "2019"^^xsd:gYear .', True),
    "2019 less than 2021": ("ex:year", "sh:lessThan ex:end",
                            'ex:county ex:year "2019"^^xsd:gYear ; ex:end "2021"^^xsd:gYear .', True),
    "abc as a year": ("ex:year", "sh:datatype xsd:gYear", 'ex:county ex:year "abc"^^xsd:gYear .', False),
}


def by_pyshacl(data, shapes):
    return pyshacl.validate(rdflib.Graph().parse(data=data), shacl_graph=rdflib.Graph().parse(data=shapes))[0]


ENGINES = {"pyshacl": by_pyshacl, "shacl-rust": shacl_rust.conforms,
           "pyshifty": lambda data, shapes: shifty.validate_algebra(data, shapes).conforms}
for name, (path, rule, data, valid) in CASES.items():
    answers = (f"{engine} {check(START + data, START + SHAPE.format(path=path, rule=rule))}" for engine, check in ENGINES.items())
    print(f"{name}: valid {valid};", ", ".join(answers))
PYTHON
)
recorded="inverse of a sequence: valid True; pyshacl False, shacl-rust True, pyshifty True
two inverse steps: valid True; pyshacl True, shacl-rust True, pyshifty True
one or more, round: valid True; pyshacl True, shacl-rust False, pyshifty True
2019 up to 2020: valid True; pyshacl False, shacl-rust True, pyshifty False
2019 less than 2021: valid True; pyshacl True, shacl-rust True, pyshifty False
abc as a year: valid False; pyshacl True, shacl-rust True, pyshifty True"
echo "pyshacl 0.40.1, shacl-rust 0.2.12, pyshifty 0.5.1"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
