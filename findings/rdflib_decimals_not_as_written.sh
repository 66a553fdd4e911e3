#!/usr/bin/env bash
# rdflib writes the decimal 30 as 30.0 in Turtle and TriG, but not in N-Triples
# Version: rdflib 7.6.0
# Expected: a graph that is written and read again is the same graph, in each format.
# Seen: "30"^^xsd:decimal is 30.0 after Turtle, TriG, longturtle and N3: another term, and the graph
#   is not isomorphic to itself. 26.70 stays. On reading, the integer 007 is 7 in any format.
# Why it matters: a source that says 30 % seems to say 30.0 %; comparisons and hashes of two files
#   of one graph differ.
# What to do: exchange graphs as N-Triples or N-Quads, read with normalize off
#   (rdflib.NORMALIZE_LITERALS = False), and keep the digits of the source as text.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check rdflib==7.6.0
env/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

from rdflib import Dataset, Graph
from rdflib.compare import isomorphic

print("rdflib", version("rdflib"))
XSD = "http://www.w3.org/2001/XMLSchema#"
SUBJECT = "<http://example.org/a> <http://example.org/share> "


def graph(text: str, type_: str = "decimal") -> Graph:
    return Graph().parse(data=f'{SUBJECT}"{text}"^^<{XSD}{type_}> .', format="nt")


def again(before: Graph, format: str) -> tuple[str, bool]:
    dataset = Dataset()
    dataset.parse(data=before.serialize(format=format), format=format)
    after = Graph()
    for subject, predicate, value, _ in dataset.quads():
        after.add((subject, predicate, value))
    return str(next(after.objects())), isomorphic(before, after)


formats = ("turtle", "trig", "n3", "nt", "xml", "json-ld")
seen = {format: again(graph("30"), format) for format in formats}
seen["26.70 in turtle"] = again(graph("26.70"), "turtle")
seen["integer 007 read"] = str(next(graph("007", "integer").objects()))
recorded = {
    "turtle": ("30.0", False),
    "trig": ("30.0", False),
    "n3": ("30.0", False),
    "nt": ("30", True),
    "xml": ("30", True),
    "json-ld": ("30", True),
    "26.70 in turtle": ("26.70", True),
    "integer 007 read": "7",
}

print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
