#!/usr/bin/env bash
# citation-js reads every year before our era from BibLaTeX as the year 0, and writes years that are no EDTF
# Version: @citation-js/core 0.9.0 with @citation-js/plugin-bibtex 0.9.0
# Expected: its README calls the field date "An EDTF Level 1 date", as does the manual of BibLaTeX. So -0220 to
#   -0205 (221 to 206 before our era, the Qin) has the years -220 and -205, and the year 618 is written as 0618.
# Seen: both years of the Qin become 0, with months and days gone, and no word of it. Years are written without
#   their four digits (-220, 618), which is no EDTF and, below zero, cannot be read back: 0 again.
# Why it matters: the years of old works and editions go just where a file passes through the tool; 0 sorts
#   and prints as a year.
# What to do: keep CSL JSON, where such years are numbers; or write year = {-220}, which is read rightly.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --prefix . @citation-js/core@0.9.0 @citation-js/plugin-bibtex@0.9.0
cat > read.mjs <<'NODE'
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'

const issued = text => JSON.stringify(new Cite(text).data[0].issued['date-parts'])
const read = field => issued(`@book{a, title = {T}, ${field}}`)
for (const field of ['date = {1999-03}', 'date = {-0220/-0205}', 'date = {-0043-03-15}', 'year = {-220}'])
  console.log(field, 'is read as', read(field))
for (const year of [1999, 618, -220]) {
  const item = { id: 'a', type: 'book', title: 'T', issued: { 'date-parts': [[year]] } }
  const written = new Cite([item]).format('biblatex')
  console.log(year, 'is written as', written.match(/date = \{.*?\}/)[0], 'and comes back as', issued(written))
}
NODE
seen=$(node read.mjs)
recorded='date = {1999-03} is read as [[1999,3]]
date = {-0220/-0205} is read as [[0],[0]]
date = {-0043-03-15} is read as [[0]]
year = {-220} is read as [[-220]]
1999 is written as date = {1999} and comes back as [[1999]]
618 is written as date = {618} and comes back as [[618]]
-220 is written as date = {-220} and comes back as [[0]]'
echo "@citation-js/core 0.9.0, @citation-js/plugin-bibtex 0.9.0"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
