#!/usr/bin/env bash
# citation-js writes newspaper articles without their authors in RIS, and reads the authors as reporters
# Version: @citation-js/core 0.8.2 with @citation-js/plugin-ris 0.8.2 and @citation-js/plugin-csl 0.8.2
# Expected: a newspaper article is written with AU lines, as other programs write it; and what is read is valid
#   CSL-JSON, whose URL is one text.
# Seen: NEWS and CASE are written without AU, though the work has an author. On reading, AU of NEWS is "reporter"
#   (as RIS of 2011 calls it): APA sets the work without an author. From-to years keep the first. A work with
#   two UR gets a list as its URL. There is no error.
# Why it matters: newspapers are a main source on reforms that spread; their articles lose who wrote them, and
#   are set and sorted by title.
# What to do: hand on CSL-JSON or BibTeX; after reading RIS, copy reporter to author.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --prefix . \
  @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2 @citation-js/plugin-csl@0.8.2
cat > ris.cjs <<'NODE'
const { Cite } = require('@citation-js/core');
require('@citation-js/plugin-csl');
require('@citation-js/plugin-ris');
for (const type of ['article-journal', 'report', 'article-newspaper', 'legal_case']) {
  const ris = new Cite([{
    id: 'x', type, title: 'T', DOI: '10.1234/x', author: [{ family: 'Li', given: 'Ming' }],
    issued: { 'date-parts': [[2015], [2019]] },
  }]).format('ris');
  const tags = [...ris.matchAll(/^(TY|DO|AU|PY) {2}- (.*)$/gm)].map((match) => `${match[1]}=${match[2]}`);
  console.log(type, '->', tags.sort().join(' '));
}
for (const type of ['JOUR', 'NEWS']) {
  const lines = [`TY  - ${type}`, 'AU  - Li, Ming', 'TI  - T', 'PY  - 2019', 'DO  - 10.1234/x',
    'UR  - http://example.org/a', 'UR  - http://example.org/b'];
  const cite = new Cite([...lines, 'ER  - ', ''].join('\n'));
  const [work] = cite.data;
  const kept = ['author', 'reporter', 'title', 'DOI', 'URL'].filter((name) => name in work);
  console.log(type, '->', kept.join(' '), JSON.stringify(work.URL), '|', cite.format('citation'));
}
NODE
seen=$(node ris.cjs)
recorded='article-journal -> AU=Li, Ming DO=10.1234/x PY=2015 TY=JOUR
report -> AU=Li, Ming DO=10.1234/x PY=2015 TY=RPRT
article-newspaper -> DO=10.1234/x PY=2015 TY=NEWS
legal_case -> DO=10.1234/x PY=2015 TY=CASE
JOUR -> author title DOI URL ["http://example.org/a","http://example.org/b"] | (Li, 2019)
NEWS -> reporter title DOI URL ["http://example.org/a","http://example.org/b"] | (T, 2019)'
echo "@citation-js/core 0.8.2, @citation-js/plugin-ris 0.8.2"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
