#!/usr/bin/env bash
# rudof counts the bytes of a text where SHACL limits its characters: a Chinese name of three is nine long
# Version: pyrudof 0.3.35 (beside pyshacl 0.40.1 with rdflib 7.6.0)
# Expected: sh:maxLength and sh:minLength go by STRLEN of SPARQL, as SHACL says (4.4.1, 4.4.2): characters.
# Seen: a name of three Chinese characters breaks sh:maxLength 3 and meets sh:minLength 9; "abc" is judged
#   rightly. pySHACL judges both alike.
# Why it matters: shapes that limit names, titles and quotations refuse Chinese texts that are right, and let
#   through those that are too short. English test data show nothing.
# What to do: write sh:pattern "^.{1,3}$" instead: patterns count characters.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pyrudof==0.3.35 pyshacl==0.40.1 rdflib==7.6.0
env/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

import pyrudof
import pyshacl
import rdflib

for name in ("pyrudof", "pyshacl", "rdflib"):
    print(name, version(name))
prefixes = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> .\n"


def judged(limit, name):
    """Whether the data conform to the shape, as pyrudof and as pySHACL say."""
    shape = f"ex:shape a sh:NodeShape ; sh:targetNode ex:a ; sh:property [ sh:path ex:name ; {limit} ] ."
    data = f'ex:a ex:name "{name}" .'
    rudof = pyrudof.Rudof(pyrudof.RudofConfig())
    rudof.read_data(prefixes + data)
    rudof.read_shacl(prefixes + shape)
    conforms = rudof.validate_shacl().conforms
    graphs = [rdflib.Graph().parse(data=prefixes + part, format="turtle") for part in (data, shape)]
    other = pyshacl.validate(graphs[0], shacl_graph=graphs[1])[0]
    return (conforms() if callable(conforms) else conforms, other)


limits = ("sh:maxLength 3", "sh:minLength 4", "sh:minLength 9", 'sh:pattern "^.{1,3}$"')
seen = {limit: [judged(limit, name) for name in ("abc", "河长制")] for limit in limits}
recorded = {
    "sh:maxLength 3": [(True, True), (False, True)],
    "sh:minLength 4": [(False, False), (True, False)],
    "sh:minLength 9": [(False, False), (True, False)],
    'sh:pattern "^.{1,3}$"': [(True, True), (True, True)],
}
print("seen (pyrudof, pySHACL) of abc and 河长制:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
