#!/usr/bin/env bash
# ro-crate (npm) makes references to nothing of texts with a language, typed dates and the list of authors
# Version: ro-crate 3.7.2 (npm; new ROCrate and toJSON)
# Expected: a crate that is read and written is the same crate. A value of JSON-LD may have a language or a type, and a list
#   keeps the order of authors: {"@value": "Data", "@language": "en"} is the text Data.
# Seen: each of them is taken for an entity without an id and written as {"@id": "entity-1"}, an entity that is not in
#   the crate; text, language, date and authors are gone, without an error, with array: true, too.
# Why it matters: crates in two languages lose all their names on the way through a JavaScript editor, and a crate by
#   several people its authors. Plain texts are kept.
# What to do: keep languages out of crates that JavaScript tools edit, or edit the JSON itself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix . ro-crate@3.7.2
cat > read.cjs <<'NODE'
const { ROCrate } = require('ro-crate');
const crate = {
  '@context': ['https://w3id.org/ro/crate/1.1/context', { adopted: 'http://example.org/adopted' }],
  '@graph': [
    {
      '@id': 'ro-crate-metadata.json', '@type': 'CreativeWork', about: { '@id': './' },
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' },
    },
    {
      '@id': './', '@type': 'Dataset', description: 'plain',
      name: [{ '@value': '数据', '@language': 'zh' }, { '@value': 'Data', '@language': 'en' }],
      adopted: { '@value': '2019', '@type': 'http://www.w3.org/2001/XMLSchema#gYear' },
      author: { '@list': [{ '@id': '#a' }, { '@id': '#b' }] },
    },
    { '@id': '#a', '@type': 'Person', name: 'A' }, { '@id': '#b', '@type': 'Person', name: 'B' },
  ],
};
for (const array of [false, true]) {
  const { '@graph': entities } = new ROCrate(structuredClone(crate), { array }).toJSON();
  const { name, adopted, author, description } = entities.find((entity) => entity['@id'] === './');
  console.log(JSON.stringify({ name, adopted, author, description }));
  console.log('entities:', entities.map((entity) => entity['@id']).join(' '));
}
NODE
seen=$(node read.cjs)
recorded='{"name":[{"@id":"entity-1"},{"@id":"entity-2"}],"adopted":{"@id":"entity-3"},"author":{"@id":"entity-4"},"description":"plain"}
entities: ro-crate-metadata.json ./ #a #b
{"name":[{"@id":"entity-1"},{"@id":"entity-2"}],"adopted":{"@id":"entity-3"},"author":{"@id":"entity-4"},"description":"plain"}
entities: ro-crate-metadata.json ./ #a #b'
echo "ro-crate 3.7.2 (npm)"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
