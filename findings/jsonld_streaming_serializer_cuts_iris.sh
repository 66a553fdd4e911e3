#!/usr/bin/env bash
# jsonld-streaming-serializer writes nameInEnglish as name:InEnglish, and puts lists into lists, if the context has a term name
# Version: jsonld-streaming-serializer 4.0.0 (npm), read with jsonld-streaming-parser 5.0.1 and jsonld 9.0.0 (npm)
# Expected: the JSON-LD has the triples that were written. By JSON-LD 1.1 a term whose IRI does not end in : / ? # [ ] @ is
#   no prefix unless "@prefix" says so; a term with "@container": "@list" stands for lists only.
# Seen: with a term for ex:name, ex:nameInEnglish becomes "name:InEnglish", which all readers, the parser of the same author
#   as well, read as an IRI of a scheme "name". With a list term the blank node of a list is put into a list again: the
#   list has one member, which is the old list.
# Why it matters: vocabularies have such names (name and nameInEnglish, date and dateModified); all values of the longer
#   one move to a property that does not exist.
# What to do: serialize without a context and compact with jsonld, or leave out terms that begin other names.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix . jsonld-streaming-serializer@4.0.0 \
  jsonld-streaming-parser@5.0.1 jsonld@9.0.0 n3@2.13.12
cat > read.cjs <<'NODE'
const { once } = require('node:events');
const jsonld = require('jsonld');
const { JsonLdParser } = require('jsonld-streaming-parser');
const { JsonLdSerializer } = require('jsonld-streaming-serializer');
const { Parser } = require('n3');

const E = 'http://example.org/';
const short = (text) => text.replace(E, 'ex:');

async function write(turtle, context) {
  const serializer = new JsonLdSerializer({ context });
  let text = '';
  serializer.on('data', (part) => { text += part; });
  for (const quad of new Parser().parse(turtle)) serializer.write(quad);
  serializer.end();
  await once(serializer, 'end');
  return text;
}

async function read(text) {
  const parser = new JsonLdParser();
  const quads = [];
  parser.on('data', (quad) => quads.push(quad));
  parser.write(text);
  parser.end();
  await once(parser, 'end');
  return quads;
}

(async () => {
  const names = await write(`<${E}a> <${E}name> "甲县" ; <${E}nameInEnglish> "A" .`, { name: `${E}name` });
  console.log('parser:', (await read(names)).map((quad) => short(quad.predicate.value)).join(' '));
  const quads = await jsonld.toRDF(JSON.parse(names));
  console.log('jsonld:', quads.map((quad) => short(quad.predicate.value)).join(' '));
  const list = { steps: { '@id': `${E}steps`, '@container': '@list' } };
  const lists = await write(`<${E}a> <${E}steps> ("x" "y") .`, list);
  const [node] = (await jsonld.expand(JSON.parse(lists))).filter((part) => part['@id'] === `${E}a`);
  console.log('list:', JSON.stringify(node[`${E}steps`]).replace(/"_:[^"]*"/, '"_:blank"'));
})();
NODE
seen=$(node read.cjs)
recorded='parser: ex:name name:InEnglish
jsonld: ex:name name:InEnglish
list: [{"@list":[{"@id":"_:blank"}]}]'
echo "jsonld-streaming-serializer 4.0.0 (npm)"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
