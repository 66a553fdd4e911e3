#!/usr/bin/env bash
# Comunica does not apply a FILTER with = to the branches of a UNION in which its variable is not
# Version: @comunica/query-sparql-rdfjs 5.4.1 with n3 2.13.12 (pyoxigraph 0.5.13 answers as expected)
# Expected: what SPARQL 1.1 says. A FILTER after a UNION holds for all of its rows; where its variable is
#   unbound, = is an error and the row goes.
# Seen: FILTER(?job = "teacher") after a UNION keeps every row of the other branch, which has no ?job. So does
#   a FILTER on a variable that an inner SELECT does not hand out. Put as STR(?job) = "teacher", the same FILTER
#   keeps the one row.
# Why it matters: a UNION of two ways in which people are recorded, cut to one value, gives everybody of the
#   other way, without an error. The counts are too large.
# What to do: write the FILTER inside the branch; or add BOUND(?job) in a FILTER of its own.
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
ex:a ex:lives ex:qian . ex:b ex:lives ex:qian . ex:c ex:job "teacher" . ex:d ex:job "farmer" .
`))
const engine = new QueryEngine()
for (const query of [
  'SELECT ?who { { ?who ex:lives ?place } UNION { ?who ex:job ?job } FILTER(?job = "teacher") }',
  'SELECT ?who { { ?who ex:lives ?place } UNION { ?who ex:job ?job } FILTER(STR(?job) = "teacher") }',
  'SELECT ?who { { ?who ex:lives ?place } UNION { ?who ex:job ?job } FILTER(?job = "teacher") FILTER(BOUND(?job)) }',
  'SELECT ?who { { SELECT ?who { ?who ex:job ?job } } FILTER(?job = "teacher") }',
]) {
  const rows = await (await engine.queryBindings(prefixes + query, { sources: [store] })).toArray()
  const cell = ([name, term]) => name.value + '=' + term.value.replace(/.*\//, '')
  const row = bindings => [...bindings].map(cell).sort().join(' ')
  console.log(query, '->', rows.map(row).sort().join(', ') || 'nothing')
}
NODE
seen=$(node ask.mjs)
recorded='SELECT ?who { { ?who ex:lives ?place } UNION { ?who ex:job ?job } FILTER(?job = "teacher") } -> who=a, who=b, who=c
SELECT ?who { { ?who ex:lives ?place } UNION { ?who ex:job ?job } FILTER(STR(?job) = "teacher") } -> who=c
SELECT ?who { { ?who ex:lives ?place } UNION { ?who ex:job ?job } FILTER(?job = "teacher") FILTER(BOUND(?job)) } -> who=c
SELECT ?who { { SELECT ?who { ?who ex:job ?job } } FILTER(?job = "teacher") } -> who=c, who=d'
echo "@comunica/query-sparql-rdfjs 5.4.1, n3 2.13.12"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
