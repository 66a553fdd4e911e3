#!/usr/bin/env bash
# rdflib states what a nameless graph only quotes as soon as it reads or writes JSON-LD, and drops blank nodes
# Version: rdflib 7.6.0 (parser and serializer json-ld), beside PyLD 3.3.0
# Expected: a node with @graph and without @id is a graph that has a blank node for its name (JSON-LD 1.1, section 4.9;
#   RDF 1.1 Concepts, section 4, allows blank nodes as names of graphs). Its statements are not in the default graph. The
#   key @none of a language map means no language, not the default one (section 4.6.2). What is written is all there is.
# Seen: statements of nameless graphs, and of those in a container @graph, are in the default graph, so "b denies that a
#   learned from c" states that a learned from c. A dataset with such a graph is written so, too, and writing it copies
#   the statements into the default graph of the dataset itself. @none has the default language. With a context that
#   types a term as @id, the statements about a blank node that it leads to are not written: 2 of 4 are gone, the year
#   and the source of a relation.
# Why it matters: denials, quotations and sources of a statement are kept in just these: nameless graphs, and blank
#   nodes for qualified relations. Contexts with "@type": "@id" are the usual ones.
# What to do: name each graph and each relation with an IRI; use N-Quads or TriG; write without a context, and compact
#   with PyLD.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check rdflib==7.6.0 PyLD==3.3.0
env/bin/python - > seen.txt <<'PYTHON'
import json

import rdflib
from pyld import jsonld

CLAIM = {"@id": "http://example.org/a", "learned": {"@id": "http://example.org/c"}}
SOURCE = "http://example.org/b"
WORDS = {"@vocab": "http://example.org/"}
DOCUMENTS = {
    "nameless graph": {"@context": WORDS, "@id": SOURCE, "denies": {"@graph": [CLAIM]}},
    "container @graph": {"@context": WORDS | {"denies": {"@container": "@graph"}}, "@id": SOURCE, "denies": CLAIM},
    "graph with a name": {"@context": WORDS, "@id": SOURCE, "denies": {"@id": "http://example.org/g", "@graph": [CLAIM]}},
}


def in_default_graph(quads):
    """Whether the claim is stated by itself."""
    return any("learned" in line and line.split()[3] == "." for line in quads.splitlines() if line)


for name, document in DOCUMENTS.items():
    read = rdflib.Dataset().parse(data=json.dumps(document), format="json-ld")
    print(name, "| claim stated: rdflib", (None, rdflib.URIRef("http://example.org/learned"), None) in read.default_graph,
          "PyLD", in_default_graph(jsonld.to_rdf(document, {"format": "application/n-quads"})))
dataset = rdflib.Dataset().parse(data="""PREFIX : <http://example.org/>
    :b :denies _:graph . GRAPH _:graph { :a :learned :c }""", format="trig")
stated = (None, rdflib.URIRef("http://example.org/learned"), None)
print("dataset of TriG | claim stated:", stated in dataset.default_graph)
written = json.loads(dataset.serialize(format="json-ld"))
print("its JSON-LD | claim stated:", in_default_graph(jsonld.to_rdf(written, {"format": "application/n-quads"})))
print("the dataset after writing | claim stated:", stated in dataset.default_graph)
names = {"@context": WORDS | {"@language": "en", "name": {"@container": "@language"}}, "@id": SOURCE,
         "name": {"zh": "甲县", "@none": "jia"}}
print("@none: rdflib", rdflib.Graph().parse(data=json.dumps(names), format="json-ld").value(predicate=rdflib.URIRef(
    "http://example.org/name"), object=rdflib.Literal("jia", lang="en")) is not None,
    "PyLD", '"jia"@en' in jsonld.to_rdf(names, {"format": "application/n-quads"}), "(whether it is English)")
graph = rdflib.Graph().parse(data="""PREFIX : <http://example.org/>
    :a :from [ :year 2019 ; :source :b ] ; :name "x" .""", format="turtle")
for context in (WORDS, WORDS | {"from": {"@type": "@id"}}):
    text = graph.serialize(format="json-ld", context=context)
    print("from:", context.get("from"), "| statements:", len(graph), "read by rdflib:",
          len(rdflib.Graph().parse(data=text, format="json-ld")),
          "by PyLD:", len(jsonld.to_rdf(json.loads(text), {"format": "application/n-quads"}).splitlines()))
PYTHON
seen=$(cat seen.txt)
recorded="nameless graph | claim stated: rdflib True PyLD False
container @graph | claim stated: rdflib True PyLD False
graph with a name | claim stated: rdflib False PyLD False
dataset of TriG | claim stated: False
its JSON-LD | claim stated: True
the dataset after writing | claim stated: True
@none: rdflib True PyLD False (whether it is English)
from: None | statements: 4 read by rdflib: 4 by PyLD: 4
from: {'@type': '@id'} | statements: 4 read by rdflib: 2 by PyLD: 2"
echo "rdflib 7.6.0, PyLD 3.3.0"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
