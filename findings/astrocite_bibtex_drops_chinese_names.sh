#!/usr/bin/env bash
# astrocite-bibtex makes empty names of Chinese authors, and articles without a date of reports and web pages
# Version: astrocite-bibtex 0.16.4 (npm)
# Expected: the package converts "BibTeX to CSL JSON": 李三 is an author, {甲县人民政府} and {State Council and Court} are one
#   name each, since braces keep it whole; the types and the date of BibLaTeX are what reports and web pages have today.
# Seen: each author in Chinese has the family name "" and nothing else, without an error. The council in braces becomes a
#   person named Council and another named Court; @report and @online become articles, and date= is not read.
# Why it matters: of a list of Chinese policies every author is lost on the way to a style, and the keys of the items stay.
# What to do: use @citation-js/plugin-bibtex, or hand over CSL-JSON.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix . astrocite-bibtex@0.16.4
cat > works.bib <<'BIB'
@article{one, author = {李三 and 王 五}, title = {县如何学习}, journal = {县}, year = {2019}, month = {3}}
@techreport{two, author = {{甲县人民政府}}, title = {养老办法}, institution = {甲县人民政府}, year = {2016}}
@report{three, author = {{State Council and Court}}, title = {On counties}, institution = {Council}, date = {2016-03-05}}
@online{four, author = {Müller, Käthe}, title = {On counties}, url = {http://example.org/a}, date = {2016}}
BIB
cat > read.cjs <<'NODE'
const fs = require('node:fs');
const { parse } = require('astrocite-bibtex');

for (const { id, type, author, issued } of parse(fs.readFileSync('works.bib', 'utf8'))) {
  console.log(`${id}: ${type}, author ${JSON.stringify(author)}, issued ${JSON.stringify(issued)}`);
}
NODE
seen=$(node read.cjs)
recorded='one: article, author [{"family":""},{"family":""}], issued {"date-parts":[["2019","3",""]]}
two: report, author [{"family":""}], issued {"date-parts":[["2016","",""]]}
three: article, author [{"family":"Council","given":"State"},{"family":"Court"}], issued undefined
four: article, author [{"family":"Müller","given":"Käthe"}], issued undefined'
echo "astrocite-bibtex 0.16.4 (npm)"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
