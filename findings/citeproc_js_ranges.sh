#!/usr/bin/env bash
# citeproc-js invents months and ends of ranges, and puts the first years of our era before it
# Version: citeproc 2.4.63 (npm), with the locale of @citation-js/plugin-csl 0.8.2
# Expected: "2019/2020-03" is set as 2019 to March 2020, "2019-03-01/" as open or refused, and the years -10 to 10
#   as 10 BC to AD 10. A range with ends of two precisions, which the schema of CSL-JSON allows, is set too.
# Seen: "March 2019–March 2020"; "1–1 March 2019"; "10–10 BC". Of date-parts the range from 2019-03-01 to 2019-04
#   stops the whole bibliography with "element mismatch in date range input"; as text, it is set as the 1st of
#   April.
# Why it matters: dates in EDTF have ends of unlike precision all the time, and open ends. What is printed is a
#   date that no source states, and nothing marks it.
# What to do: give such dates as "literal", in the words that shall be printed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --prefix . citeproc@2.4.63 @citation-js/core@0.8.2 @citation-js/plugin-csl@0.8.2
cat > set.cjs <<'NODE'
const { readFileSync } = require('fs');
const { Engine } = require('citeproc');
const locale = JSON.parse(readFileSync('node_modules/@citation-js/plugin-csl/lib/locales.json'))['en-US'];
const style = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>dates</title><id>dates</id><updated>2019-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><date variable="issued"><date-part name="day" suffix=" "/>
<date-part name="month" suffix=" "/><date-part name="year"/></date></layout></bibliography></style>`;
for (const issued of [
  { raw: '2019-03/2020-05' },
  { raw: '2019/2020-03' },
  { raw: '2019-03-01/2019-04' },
  { raw: '2019-03-01/' },
  { 'date-parts': [[-20], [-10]] },
  { 'date-parts': [[-10], [10]] },
  { 'date-parts': [[2019, 3, 1], [2019, 4]] },
]) {
  const text = JSON.stringify(issued);
  const retrieveItem = () => ({ id: 'x', type: 'book', title: 't', issued: JSON.parse(text) });
  try {
    const engine = new Engine({ retrieveLocale: () => locale, retrieveItem }, style);
    engine.updateItems(['x']);
    console.log(text, '->', engine.makeBibliography()[1].join('').replace(/<[^>]+>/g, '').trim());
  } catch (error) {
    console.log(text, '->', String(error));
  }
}
NODE
seen=$(node set.cjs)
recorded='{"raw":"2019-03/2020-05"} -> March 2019–May 2020
{"raw":"2019/2020-03"} -> March 2019–March 2020
{"raw":"2019-03-01/2019-04"} -> 1 March–1 April 2019
{"raw":"2019-03-01/"} -> 1–1 March 2019
{"date-parts":[[-20],[-10]]} -> 20–10 BC
{"date-parts":[[-10],[10]]} -> 10–10 BC
{"date-parts":[[2019,3,1],[2019,4]]} -> citeproc-js error: CSL data error: element mismatch in date range input.'
echo "citeproc 2.4.63"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
