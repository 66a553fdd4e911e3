#!/usr/bin/env bash
# Comunica makes no integer of a text with a sign, and counts SUBSTR from the end where it starts at 0
# Version: @comunica/query-sparql-rdfjs 5.4.1 with n3 2.13.12 (pyoxigraph 0.5.13 answers as expected)
# Expected: what SPARQL 1.1 says. xsd:integer("-0220") is -220, as the lexical form of xsd:integer has a sign;
#   SUBSTR is substring() of XPath, whose positions before the first have no character: SUBSTR("-0220", 0, 3)
#   is "-0".
# Seen: xsd:integer of "-0220" or "+44" is left unbound, in a FILTER false, while xsd:decimal takes both. SUBSTR
#   from 0 counts as JavaScript does, and gives nothing.
# Why it matters: years (xsd:gYear) cannot be compared with < in SPARQL; xsd:integer(STR(?year)) is what one
#   writes instead. Every year before our era is then lost, without an error.
# What to do: write xsd:decimal(STR(?year)); start SUBSTR at 1.
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
ex:qin ex:begins "-0220"^^xsd:gYear . ex:tang ex:begins "0618"^^xsd:gYear .
`))
const engine = new QueryEngine()
for (const query of [
  'SELECT ?what { ?what ex:begins ?year FILTER(xsd:integer(STR(?year)) < 1000) }',
  'SELECT ?what { ?what ex:begins ?year FILTER(xsd:decimal(STR(?year)) < 1000) }',
  'SELECT (xsd:integer("-0220") AS ?a) (xsd:integer("+44") AS ?b) (xsd:integer("0044") AS ?c) {}',
  'SELECT (SUBSTR("-0220", 1, 2) AS ?a) (SUBSTR("-0220", 0, 3) AS ?b) {}',
]) {
  const rows = await (await engine.queryBindings(prefixes + query, { sources: [store] })).toArray()
  const cell = ([name, term]) => name.value + '=' + term.value.replace(/.*\//, '')
  const row = bindings => [...bindings].map(cell).sort().join(' ')
  console.log(query, '->', rows.map(row).sort().join(', ') || 'nothing')
}
NODE
seen=$(node ask.mjs)
recorded='SELECT ?what { ?what ex:begins ?year FILTER(xsd:integer(STR(?year)) < 1000) } -> what=tang
SELECT ?what { ?what ex:begins ?year FILTER(xsd:decimal(STR(?year)) < 1000) } -> what=qin, what=tang
SELECT (xsd:integer("-0220") AS ?a) (xsd:integer("+44") AS ?b) (xsd:integer("0044") AS ?c) {} -> c=44
SELECT (SUBSTR("-0220", 1, 2) AS ?a) (SUBSTR("-0220", 0, 3) AS ?b) {} -> a=-0 b='
echo "@comunica/query-sparql-rdfjs 5.4.1, n3 2.13.12"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
