#!/usr/bin/env bash
# jsonld.js makes 0 of a small number, no decimal of a decimal, and text of an integer with a leading zero
# Version: jsonld 9.0.0 (npm)
# Expected: toRDF of the JSON number 5e-8 is a double; of 26.7 under "@type": "xsd:decimal" it is a decimal.
#   fromRDF with useNativeTypes makes JSON numbers of what it can and leaves the others as they are.
# Seen: 5e-8 is "0"^^xsd:integer: a number that JavaScript writes without a point is taken for a whole one. 26.7
#   is "2.67E1"^^xsd:decimal, which is no decimal (the standard asks for it: JSON-LD 1.1 API, 8.2.2). Of
#   "0571"^^xsd:integer only the text "0571" is left, without its type; 571 is a number.
# Why it matters: small p values become 0. Shares that a context types as decimals are refused by SHACL, and not
#   compared by stores. Codes lose their type on one way and are not found.
# What to do: write numbers as texts in JSON-LD, with their type ("@value": "26.7"); leave useNativeTypes off.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --prefix . jsonld@9.0.0
cat > numbers.cjs <<'NODE'
const jsonld = require('jsonld');
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const format = 'application/n-quads';
const context = { any: 'http://example.org/any', decimal: { '@id': 'http://example.org/decimal', '@type': `${XSD}decimal` } };
(async () => {
  for (const node of [{ any: 5e-8 }, { any: 0.00001234 }, { any: 2019 }, { decimal: 26.7 }, { decimal: '26.7' }]) {
    const text = await jsonld.toRDF({ '@context': context, '@id': 'http://example.org/a', ...node }, { format });
    console.log(JSON.stringify(node), '->', text.trim().split(' ')[2].replace(XSD, 'xsd:'));
  }
  for (const number of ['571', '0571']) {
    const quad = `<http://example.org/a> <http://example.org/any> "${number}"^^<${XSD}integer> .\n`;
    const [node] = await jsonld.fromRDF(quad, { format, useNativeTypes: true });
    console.log(`"${number}"^^xsd:integer ->`, JSON.stringify(node['http://example.org/any']));
  }
})();
NODE
seen=$(node numbers.cjs)
recorded='{"any":5e-8} -> "0"^^<xsd:integer>
{"any":0.00001234} -> "1.234E-5"^^<xsd:double>
{"any":2019} -> "2019"^^<xsd:integer>
{"decimal":26.7} -> "2.67E1"^^<xsd:decimal>
{"decimal":"26.7"} -> "26.7"^^<xsd:decimal>
"571"^^xsd:integer -> [{"@value":571}]
"0571"^^xsd:integer -> [{"@value":"0571"}]'
echo "jsonld 9.0.0"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
