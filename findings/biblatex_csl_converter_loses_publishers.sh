#!/usr/bin/env bash
# biblatex-csl-converter loses who published a report, its kind, ends of periods and languages, and makes pinyin of Chinese
# Version: biblatex-csl-converter 3.6.0 (npm; BibLatexParser, CSLExporter, CSLParser, BibLatexExporter)
# Expected: the institution of a report or a thesis is the publisher of CSL-JSON, its number the number, its type
#   the genre; the number of an article is the issue (so do pandoc and Zotero). What CSLExporter writes, CSLParser
#   reads back. A BibLaTeX file that is read and written keeps langid = chinese, and a year before our era keeps its
#   four digits, as EDTF asks for.
# Seen: reports and theses have no publisher and no genre, though institution is a field that BibLaTeX requires;
#   numbers become collection-number, the number within a series, and are gone after a trip to CSL-JSON and back,
#   as is the language. CSLParser takes 2019-03 to 2020 for 2019-03, and the number of a report for an ISRN.
#   langid = chinese is written as langid = pinyin, and -0221 as -221.
# Why it matters: official documents are reports: who issued them and under which number is what they are cited by.
#   A work in Chinese is not in pinyin.
# What to do: give CSL-JSON and BibLaTeX each from the data, and do not convert one to the other with it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix . biblatex-csl-converter@3.6.0
cat > convert.mjs <<'NODE'
import { BibLatexExporter, BibLatexParser, CSLExporter, CSLParser } from 'biblatex-csl-converter';
const written = (entries) => new BibLatexExporter(entries).parse().replace(/\s+/g, ' ').trim();
for (const text of [
  '@report{k, title = {t}, institution = {三明市医保局}, type = {通知}, number = {12}, date = {2019}}',
  '@article{k, title = {t}, journaltitle = {j}, number = {4}, langid = {chinese}, date = {2019}}',
  '@online{k, title = {t}, date = {-0221}}',
]) {
  const { entries, errors } = new BibLatexParser(text).parse();
  const csl = new CSLExporter(entries).parse();
  console.log(text, errors.length, 'errors');
  console.log('  CSL-JSON:', JSON.stringify(csl[1]));
  console.log('  and back:', written(new CSLParser(csl).parse()));
  console.log('  BibLaTeX:', written(entries));
}
const report = {
  id: 'k', type: 'report', title: 't', publisher: '三明市医保局', number: '12', issued: { 'date-parts': [[2019, 3], [2020]] },
};
console.log('from CSL-JSON:', written(new CSLParser({ k: report }).parse()));
NODE
seen=$(node convert.mjs)
recorded='@report{k, title = {t}, institution = {三明市医保局}, type = {通知}, number = {12}, date = {2019}} 0 errors
  CSL-JSON: {"issued":{"date-parts":[[2019]]},"title":"t","collection-number":"12","type":"report","id":"1"}
  and back: @report{ref2019, date = {2019}, title = {t} }
  BibLaTeX: @report{k, date = {2019}, title = {t}, institution = {三明市医保局}, type = {通知}, number = {12} }
@article{k, title = {t}, journaltitle = {j}, number = {4}, langid = {chinese}, date = {2019}} 0 errors
  CSL-JSON: {"issued":{"date-parts":[[2019]]},"title":"t","container-title":"j","collection-number":"4","language":"zh-CN","type":"article","id":"1"}
  and back: @article{ref2019, date = {2019}, title = {t}, journaltitle = {j} }
  BibLaTeX: @article{k, date = {2019}, title = {t}, journaltitle = {j}, number = {4}, langid = {pinyin} }
@online{k, title = {t}, date = {-0221}} 0 errors
  CSL-JSON: {"issued":{"date-parts":[[-221]]},"title":"t","type":"webpage","id":"1"}
  and back: @online{ref-221, date = {-221}, title = {t} }
  BibLaTeX: @online{k, date = {-221}, title = {t} }
from CSL-JSON: @report{k, title = {t}, isrn = {12}, date = {2019-03} }'
echo "biblatex-csl-converter 3.6.0"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
