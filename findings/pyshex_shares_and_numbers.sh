#!/usr/bin/env bash
# PyShEx finds 0.3 larger than a bound of 0.3, and takes any text for an integer, a boolean or a moment
# Version: pyshex 0.9.0 (with rdflib 7.6.0)
# Expected: ShEx 2.1: a value of MAXINCLUSIVE 0.3 may be 0.3, since decimals are exact (section 5.4.5); a datatype that
#   SPARQL knows asks that the text can be cast to it (5.4.3): "x" is no integer, "yes" no boolean, "2019-03-05" no
#   moment, -5 no nonNegativeInteger. A bound on the size of such a text is not met either.
# Seen: 0.3 and 26.7 are above, and 0.1 is below, a bound of just that number, since the bound is read as a binary
#   fraction and the value is not; 0.5 and 0.25 pass. Any text passes as a value of any datatype, unless a numeric
#   bound stands beside it.
# Why it matters: shares and rates have bounds, and the largest permitted value is the one that is most often given. A
#   year typed as an integer, such as "2019年", passes.
# What to do: give bounds a little room (0.3000001, 0.0999999), and check texts with a pattern.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pyshex==0.9.0 rdflib==7.6.0
env/bin/python -W ignore - > seen.txt 2> errors.txt <<'PYTHON' || { cat errors.txt >&2; exit 1; }
from pyshex import ShExEvaluator

START = "PREFIX : <http://example.org/>\nPREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n"


def passes(shape, value):
    """Whether a value passes."""
    found = ShExEvaluator(rdf=f"{START}:a :value {value} .", schema=f"{START}:Shape {{ :value {shape} }}",
                          focus="http://example.org/a", start="http://example.org/Shape").evaluate()
    return found[0].result


for bound in ("0.5", "0.25", "0.3", "0.1", "26.7"):
    print(f"xsd:decimal MAXINCLUSIVE {bound}:", bound, passes(f"xsd:decimal MAXINCLUSIVE {bound}", bound),
          "| MININCLUSIVE:", passes(f"xsd:decimal MININCLUSIVE {bound}", bound))
for name, text in (("integer", "x"), ("integer", "2019年"), ("integer", "5.5"), ("boolean", "yes"), ("dateTime", "2019-03-05"),
                   ("nonNegativeInteger", "-5"), ("decimal", "abc")):
    print(f"xsd:{name}:", f'"{text}"', passes(f"xsd:{name}", f'"{text}"^^xsd:{name}'))
print('xsd:integer MININCLUSIVE 5: "x"', passes("xsd:integer MININCLUSIVE 5", '"x"^^xsd:integer'))
PYTHON
seen=$(cat seen.txt)
recorded='xsd:decimal MAXINCLUSIVE 0.5: 0.5 True | MININCLUSIVE: True
xsd:decimal MAXINCLUSIVE 0.25: 0.25 True | MININCLUSIVE: True
xsd:decimal MAXINCLUSIVE 0.3: 0.3 False | MININCLUSIVE: True
xsd:decimal MAXINCLUSIVE 0.1: 0.1 True | MININCLUSIVE: False
xsd:decimal MAXINCLUSIVE 26.7: 26.7 False | MININCLUSIVE: True
xsd:integer: "x" True
xsd:integer: "2019年" True
xsd:integer: "5.5" True
xsd:boolean: "yes" True
xsd:dateTime: "2019-03-05" True
xsd:nonNegativeInteger: "-5" True
xsd:decimal: "abc" True
xsd:integer MININCLUSIVE 5: "x" False'
echo "pyshex 0.9.0, rdflib 7.6.0"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
