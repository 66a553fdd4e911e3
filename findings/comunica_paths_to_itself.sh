#!/usr/bin/env bash
# Comunica finds no way from a node to itself, and within GRAPH ?g one that is not there
# Version: @comunica/query-sparql-rdfjs 5.4.1 with n3 2.13.12 (pyoxigraph 0.5.13 answers as expected)
# Expected: what SPARQL 1.1 says. ex:knows+ is one step or more. ?x ex:knows+ ?x gives the nodes of a circle,
#   and from a node that lies on none it does not come back to that node, in whichever graph.
# Seen: ?x ex:knows+ ?x gives nothing where ?x ex:knows+ ?y FILTER(?x = ?y) gives the three nodes of the circle.
#   GRAPH ?g { ex:d ex:knows+ ?x } gives ex:d itself beside ex:e, GRAPH ex:g { ex:d ex:knows+ ?x } only ex:e.
# Why it matters: the first is how one looks for circles (of teachers and pupils, of places in places) and says
#   that there are none. The second counts everybody among their own pupils.
# What to do: write ?x ex:knows+ ?y FILTER(?x = ?y); name the graph, or leave out the start with a FILTER.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --prefix . @comunica/query-sparql-rdfjs@5.4.1 n3@2.13.12
cat > ask.mjs <<'NODE'
import { QueryEngine } from '@comunica/query-sparql-rdfjs'
import { Parser, Store } from 'n3'

const prefixes = 'PREFIX ex: <http://example.org/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> '
const store = new Store(new Parser().parse(prefixes + `
ex:a ex:knows ex:b . ex:b ex:knows ex:c . ex:c ex:knows ex:a . ex:g { ex:d ex:knows ex:e }
`))
const engine = new QueryEngine()
for (const query of [
  'SELECT ?x { ?x ex:knows+ ?x }',
  'SELECT ?x { ?x ex:knows+ ?y FILTER(?x = ?y) }',
  'SELECT ?x { GRAPH ?g { ex:d ex:knows+ ?x } }',
  'SELECT ?x { GRAPH ex:g { ex:d ex:knows+ ?x } }',
]) {
  const rows = await (await engine.queryBindings(prefixes + query, { sources: [store] })).toArray()
  const cell = ([name, term]) => name.value + '=' + term.value.replace(/.*\//, '')
  const row = bindings => [...bindings].map(cell).sort().join(' ')
  console.log(query, '->', rows.map(row).sort().join(', ') || 'nothing')
}
NODE
seen=$(node ask.mjs)
recorded='SELECT ?x { ?x ex:knows+ ?x } -> nothing
SELECT ?x { ?x ex:knows+ ?y FILTER(?x = ?y) } -> x=a, x=b, x=c
SELECT ?x { GRAPH ?g { ex:d ex:knows+ ?x } } -> x=d, x=e
SELECT ?x { GRAPH ex:g { ex:d ex:knows+ ?x } } -> x=e'
echo "@comunica/query-sparql-rdfjs 5.4.1, n3 2.13.12"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
