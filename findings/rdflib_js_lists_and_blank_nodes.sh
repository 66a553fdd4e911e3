#!/usr/bin/env bash
# rdflib.js writes lists without their values or their end, and blank nodes that no reader takes, in RDF/XML and N-Triples
# Version: rdflib 2.4.0 (npm; serialize), read with rdflib 7.6.0 (PyPI)
# Expected: whatever form a graph is written in, it holds the same triples. A list ends with rdf:nil, a
#   node keeps its IRI, and a decimal its digits.
# Seen: in N-Triples and N-Quads lists end with rdf:nill, with two l, so that no reader finds their end, and () is
#   that node. In RDF/XML a list of numbers or texts is an empty list, and a node without an address is written as a
#   property rdf:Description, which RDF forbids: rdflib of Python refuses the file or reads other triples. JSON-LD
#   gives IRIs in Chinese percent signs: another node. Only Turtle holds the graph; 26.70 is 26.7 in all.
# Why it matters: lists are how SHACL and OWL name values and how authors keep their order; blank nodes carry
#   the selectors of passages (Web Annotation).
# What to do: write Turtle, and convert it with another tool.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check rdflib==7.6.0
npm install --silent --no-audit --no-fund --ignore-scripts --prefix . rdflib@2.4.0
cat > write.mjs <<'NODE'
import { writeFileSync } from 'node:fs';
import * as $rdf from 'rdflib';
const HERE = 'http://example.org/doc';
const FORMS = { ttl: 'text/turtle', nt: 'application/n-triples', xml: 'application/rdf+xml', jsonld: 'application/ld+json' };
const PREFIXES = '@prefix e: <http://example.org/> . ';
for (const [name, turtle] of Object.entries({
  list: 'e:a e:p (1 2) .', empty: 'e:a e:p () .', blank: 'e:a e:p [ e:r "x" ] .', chinese: 'e:甲 e:p e:b .', values: 'e:a e:p true, 26.70 .',
})) {
  const graph = $rdf.graph();
  $rdf.parse(PREFIXES + turtle, graph, HERE, 'text/turtle');
  writeFileSync(`${name}.in.ttl`, PREFIXES + turtle);
  for (const [ending, form] of Object.entries(FORMS)) {
    const text = await new Promise((done, fail) =>
      $rdf.serialize(null, graph, HERE, form, (error, written) => (error ? fail(error) : done(written))));
    writeFileSync(`${name}.${ending}`, text);
  }
}
NODE
node write.mjs
env/bin/python - > seen.txt 2> errors.txt <<'PYTHON' || { cat errors.txt >&2; exit 1; }
from rdflib import Graph
from rdflib.compare import graph_diff, isomorphic

for name in ("list", "empty", "blank", "chinese", "values"):
    given = Graph().parse(f"{name}.in.ttl")
    for ending in ("ttl", "nt", "xml", "jsonld"):
        try:
            read = Graph().parse(f"{name}.{ending}", publicID="http://example.org/doc")
        except Exception as error:
            print(f"{name} {ending}: {type(error).__name__}")
            continue
        if isomorphic(given, read):
            print(f"{name} {ending}: the same")
            continue
        extra = graph_diff(given, read)[2]
        terms = sorted({term.n3() for triple in extra for term in triple[1:] if not term.n3().startswith("_:")})
        print(f"{name} {ending}: {len(given)} triples, read {len(read)}, not given:", *terms)
PYTHON
seen=$(cat seen.txt)
recorded='list ttl: the same
list nt: 5 triples, read 5, not given: <http://www.w3.org/1999/02/22-rdf-syntax-ns#nill> <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest>
list xml: 5 triples, read 1, not given: <http://example.org/p> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>
list jsonld: the same
empty ttl: the same
empty nt: 1 triples, read 1, not given: <http://example.org/p> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nill>
empty xml: the same
empty jsonld: the same
blank ttl: the same
blank nt: the same
blank xml: ParserError
blank jsonld: the same
chinese ttl: the same
chinese nt: the same
chinese xml: the same
chinese jsonld: 1 triples, read 1, not given: <http://example.org/b> <http://example.org/p>
values ttl: 2 triples, read 2, not given: "26.7"^^<http://www.w3.org/2001/XMLSchema#decimal> <http://example.org/p>
values nt: 2 triples, read 2, not given: "26.7"^^<http://www.w3.org/2001/XMLSchema#decimal> <http://example.org/p>
values xml: 2 triples, read 2, not given: "26.7"^^<http://www.w3.org/2001/XMLSchema#decimal> <http://example.org/p>
values jsonld: 2 triples, read 2, not given: "26.7"^^<http://www.w3.org/2001/XMLSchema#decimal> <http://example.org/p>'
echo "rdflib 2.4.0 (npm), read with rdflib 7.6.0 (PyPI)"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
