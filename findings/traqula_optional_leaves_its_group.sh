#!/usr/bin/env bash
# Traqula and sparqlalgebrajs lose the brackets round an OPTIONAL when they write the algebra back as SPARQL: more rows
# Version: @traqula/algebra-sparql-1-1 1.3.1 (toAlgebra, toAst; with parser and generator 1.3.1) and sparqlalgebrajs 5.0.2
#   (toSparql), npm; answers by pyoxigraph 0.5.13
# Expected: what is written back asks the same. { A { B OPTIONAL { C } } } is Join(A, LeftJoin(B, C)), and
#   { A B OPTIONAL { C } } is LeftJoin(Join(A, B), C), by SPARQL 1.1 Query, section 18.2.2.6: other answers wherever C
#   shares a name with A alone. The README of Traqula names algebra and back as its use.
# Seen: both write the second for the first. "Places, and what was learned with from whom it was, if known" finds 3 rows
#   before and 4 after. sparqlalgebrajs also lets a filter out of its group, so that it sees the names outside (a row
#   that should have no later year has one), and forgets LIMIT 0.
# Why it matters: Comunica writes parts of a query back in this way for endpoints (SERVICE, federation), as do editors
#   and proxies that add a graph or a limit. Rows are paired that the query keeps apart: edges that nobody stated.
# What to do: change the text or the syntax tree (Generator of Traqula or sparqljs), which keep brackets; write the
#   group with OPTIONAL first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pyoxigraph==0.5.13
npm install --silent --no-audit --no-fund --ignore-scripts --prefix . @traqula/algebra-sparql-1-1@1.3.1 \
  @traqula/parser-sparql-1-1@1.3.1 @traqula/generator-sparql-1-1@1.3.1 sparqlalgebrajs@5.0.2 sparqljs@3.7.4
cat > data.ttl <<'TURTLE'
@prefix : <http://example.org/> .
:a :kind :place ; :year 2012 .
:b :kind :place ; :year 2014 ; :from :a .
TURTLE
cat > queries.txt <<'SPARQL'
PREFIX : <http://example.org/> SELECT * WHERE { ?place :kind :place { ?other :year ?year OPTIONAL { ?other :from ?place } } }
PREFIX : <http://example.org/> SELECT * WHERE { ?place :year ?year OPTIONAL { { ?place :from ?other . ?other :year ?before FILTER(?before < ?year) } } }
PREFIX : <http://example.org/> SELECT * WHERE { ?place :year ?year } LIMIT 0
SPARQL
cat > write.mjs <<'NODE'
import { readFileSync } from 'node:fs';
import { toAlgebra, toAst } from '@traqula/algebra-sparql-1-1';
import { Generator } from '@traqula/generator-sparql-1-1';
import { Parser } from '@traqula/parser-sparql-1-1';
import sparqlalgebrajs from 'sparqlalgebrajs';
import sparqljs from 'sparqljs';
const parser = new Parser();
const generator = new Generator();
const writers = {
  'as given': (query) => query,
  'sparqljs, syntax': (query) => new sparqljs.Generator().stringify(new sparqljs.Parser().parse(query)),
  'Traqula, syntax': (query) => generator.generate(parser.parse(query)),
  'Traqula, algebra': (query) => generator.generate(toAst(toAlgebra(parser.parse(query)))),
  'sparqlalgebrajs': (query) => sparqlalgebrajs.toSparql(sparqlalgebrajs.translate(query)),
};
const queries = readFileSync('queries.txt', 'utf8').trim().split('\n');
console.log(JSON.stringify(queries.map((query) => Object.fromEntries(
  Object.entries(writers).map(([name, write]) => [name, write(query).replaceAll(/\s+/g, ' ').trim()])))));
NODE
node write.mjs > written.json
env/bin/python - > seen.txt <<'PYTHON'
import json

import pyoxigraph

store = pyoxigraph.Store()
store.load(path="data.ttl")
for number, forms in enumerate(json.load(open("written.json")), start=1):
    for name, query in forms.items():
        answer = store.query(query)
        names = sorted(variable.value for variable in answer.variables)
        rows = sorted(" ".join(str(row[part].value).rpartition("/")[2] if row[part] else "-" for part in names) for row in answer)
        print(number, name, *names, "|", *rows, sep="; ")
    if number == 1:
        print(forms["Traqula, algebra"])
PYTHON
seen=$(cat seen.txt)
recorded='1; as given; other; place; year; |; a a 2012; a b 2012; b a 2014
1; sparqljs, syntax; other; place; year; |; a a 2012; a b 2012; b a 2014
1; Traqula, syntax; other; place; year; |; a a 2012; a b 2012; b a 2014
1; Traqula, algebra; other; place; year; |; a a 2012; a b 2012; b a 2014; b b 2014
1; sparqlalgebrajs; other; place; year; |; a a 2012; a b 2012; b a 2014; b b 2014
SELECT ?other ?place ?year WHERE { ?place <http://example.org/kind> <http://example.org/place> . ?other <http://example.org/year> ?year . OPTIONAL { ?other <http://example.org/from> ?place . } }
2; as given; before; other; place; year; |; - - a 2012; - - b 2014
2; sparqljs, syntax; before; other; place; year; |; - - a 2012; - - b 2014
2; Traqula, syntax; before; other; place; year; |; - - a 2012; - - b 2014
2; Traqula, algebra; before; other; place; year; |; - - a 2012; - - b 2014
2; sparqlalgebrajs; before; other; place; year; |; - - a 2012; 2012 a b 2014
3; as given; place; year; |
3; sparqljs, syntax; place; year; |
3; Traqula, syntax; place; year; |
3; Traqula, algebra; place; year; |
3; sparqlalgebrajs; place; year; |; a 2012; b 2014'
echo "@traqula/algebra-sparql-1-1 1.3.1, sparqlalgebrajs 5.0.2, pyoxigraph 0.5.13"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
