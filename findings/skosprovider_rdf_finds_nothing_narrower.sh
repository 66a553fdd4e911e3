#!/usr/bin/env bash
# skosprovider_rdf finds nothing narrower in a vocabulary that says what is broader, and drops notations
# Version: skosprovider_rdf 1.4.0 with skosprovider 1.5.1, rdflib 6.3.2 (PyPI; RDFProvider, rdf_dumper)
# Expected: skos:narrower is the inverse of skos:broader, and skos:related goes both ways (SKOS Reference, S23, S25), so a
#   vocabulary needs to state one of them. expand gives a concept and all that is narrower, however it was stated; what was
#   read is written again.
# Seen: only what is written as skos:narrower is narrower: expand of a region with two provinces below it gives the region
#   alone, and the other end of skos:related has none. Written again, notations are gone.
# Why it matters: vocabularies, ours too, state skos:broader only. A search for a mechanism and what is below it finds the
#   mechanism alone, without an error; codes of places are notations.
# What to do: add the inverse relations to the graph first (for each skos:broader a skos:narrower).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check skosprovider_rdf==1.4.0 skosprovider==1.5.1 rdflib==6.3.2
cat > read.py <<'PYTHON'
from rdflib import Graph
from rdflib.namespace import SKOS
from skosprovider_rdf.providers import RDFProvider
from skosprovider_rdf.utils import rdf_dumper

PLACES = "http://example.org/"
graph = Graph().parse(format="turtle", data="""
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix e: <http://example.org/> .
e:scheme a skos:ConceptScheme .
e:region a skos:Concept ; skos:inScheme e:scheme ; skos:prefLabel "华东"@zh .
e:a a skos:Concept ; skos:inScheme e:scheme ; skos:broader e:region ; skos:notation "310000" ; skos:related e:b .
e:b a skos:Concept ; skos:inScheme e:scheme ; skos:broader e:region .
""")


def show(name):
    provider = RDFProvider({"id": "places"}, graph)
    for part, ids in (
        ("expand", provider.expand(PLACES + "region")), ("narrower", provider.get_by_id(PLACES + "region").narrower),
        ("related to b", provider.get_by_id(PLACES + "b").related),
    ):
        print(name, part, sorted(id_.removeprefix(PLACES) for id_ in ids))
    return rdf_dumper(provider)


written = show("as read:")
print("notations:", len(list(graph.objects(None, SKOS.notation))), "written again:", len(list(written.objects(None, SKOS.notation))))
for narrow, broad in list(graph.subject_objects(SKOS.broader)):
    graph.add((broad, SKOS.narrower, narrow))
show("with narrower:")
PYTHON
seen=$(env/bin/python -W ignore read.py 2> errors.txt)
recorded="as read: expand ['region']
as read: narrower []
as read: related to b []
notations: 1 written again: 0
with narrower: expand ['a', 'b', 'region']
with narrower: narrower ['a', 'b']
with narrower: related to b []"
echo "skosprovider_rdf 1.4.0"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
