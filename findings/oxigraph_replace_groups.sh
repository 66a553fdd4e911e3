#!/usr/bin/env bash
# Oxigraph loses a group of REPLACE that is followed by a letter, a digit or a low line
# Version: pyoxigraph 0.5.13 (beside rdflib 7.6.0)
# Expected: in the replacement of REPLACE, $1 is the first group, whatever follows: it is fn:replace of XPath,
#   where $N is read by the number of groups in the pattern. "$1T00:00:00Z" makes a moment of a day.
# Seen: "$1T00" is taken for a group of the name 1T00, which there is not, so it is empty: the day is gone, and
#   ":00:00Z" is left. "$1_$2" is "$2". $1 before a Chinese character, a hyphen or the end is right.
# Why it matters: dates and identifiers are put together this way. The part that matters is missing, there is no
#   error, and the same query is right in rdflib.
# What to do: use CONCAT(REPLACE(...), "T00:00:00Z"). (Braces, ${1}T00, are right in Oxigraph only.)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pyoxigraph==0.5.13 rdflib==7.6.0
env/bin/python - <<'PYTHON'
import sys

import pyoxigraph
import rdflib

print("pyoxigraph", pyoxigraph.__version__, "rdflib", rdflib.__version__)
calls = [
    ("2019-03-01", "^(.+)$", "$1T00:00:00Z"),
    ("2019-03", "^(....)-(..)$", "$1_$2"),
    ("2019-03", "^(....)-(..)$", "$1年$2月"),
    ("2019-03", "^(....)-(..)$", "$2-$1"),
]
seen = {}
for text, pattern, replacement in calls:
    query = f'SELECT (REPLACE("{text}", "{pattern}", "{replacement}") AS ?v) {{}}'
    ((ours,),) = pyoxigraph.Store().query(query)
    ((other,),) = rdflib.Graph().query(query)
    seen[replacement] = (ours.value, str(other))
recorded = {
    "$1T00:00:00Z": (":00:00Z", "2019-03-01T00:00:00Z"),
    "$1_$2": ("03", "2019_03"),
    "$1年$2月": ("2019年03月", "2019年03月"),
    "$2-$1": ("03-2019", "03-2019"),
}
print("seen (pyoxigraph, rdflib):", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
