#!/usr/bin/env bash
# bibtex-tidy takes works with Chinese titles and authors for one and the same, and deletes all but one
# Version: bibtex-tidy 1.14.0 (npm)
# Expected: the duplicates rule "citation" finds entries with "similar author and title content" (its --help), and merge
#   "combine" keeps one of these. Two notices of other counties about other things are no duplicates, as in English.
# Seen: of three Chinese works with nothing in common but the language one is left, with the note and the form of the others:
#   letters other than a to z are no content. English notices are all kept. The "and" within {Council and Court} counts as
#   one more author for maxAuthors, so that Li San is cut off.
# Why it matters: lists of policies are BibTeX files of Chinese titles, and cleaning them loses most of their entries; the
#   one that is left mixes fields of several. The warnings are one line each among many.
# What to do: leave out the rule: --duplicates=doi,key.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix . bibtex-tidy@1.14.0
cat > notices.bib <<'BIB'
@misc{jia, author = {{甲县人民政府}}, title = {关于印发养老办法的通知}, year = {2016}}
@misc{yi, author = {{乙市人民政府}}, title = {林权改革总结}, year = {2019}, howpublished = {print}}
@misc{bing, author = {丙三}, title = {县如何学习}, year = {2021}, note = {draft}}
@misc{first, author = {{County One}}, title = {On care for the old}, year = {2016}}
@misc{second, author = {{County Two}}, title = {On rights to forests}, year = {2019}}
BIB
cat > tidy.cjs <<'NODE'
const fs = require('node:fs');
const { tidy } = require('bibtex-tidy');
const text = fs.readFileSync('notices.bib', 'utf8');
for (const duplicates of [['citation'], ['doi', 'key', 'abstract']]) {
  const { bibtex, warnings } = tidy(text, { duplicates, merge: 'combine' });
  console.log(`duplicates by ${duplicates.join(', ')}:`);
  for (const entry of bibtex.trim().split(/\n(?=@)/)) console.log(' ', entry.replace(/\s+/g, ' '));
  for (const { message } of warnings) console.log('  warning:', message);
}
const authors = '@misc{law, author = {{Council and Court} and Li San}}';
console.log('at most two authors:', tidy(authors, { maxAuthors: 2 }).bibtex.replace(/\s+/g, ' ').trim());
NODE
seen=$(node tidy.cjs)
recorded="duplicates by citation:
  @misc{jia, author = {{甲县人民政府}}, title = {关于印发养老办法的通知}, year = {2016}, howpublished = {print}, note = {draft} }
  @misc{first, author = {{County One}}, title = {On care for the old}, year = {2016} }
  @misc{second, author = {{County Two}}, title = {On rights to forests}, year = {2019} }
  warning: Duplicate removed. Entry yi has similar content to entry jia.
  warning: Duplicate removed. Entry bing has similar content to entry jia.
duplicates by doi, key, abstract:
  @misc{jia, author = {{甲县人民政府}}, title = {关于印发养老办法的通知}, year = {2016} }
  @misc{yi, author = {{乙市人民政府}}, title = {林权改革总结}, year = {2019}, howpublished = {print} }
  @misc{bing, author = {丙三}, title = {县如何学习}, year = {2021}, note = {draft} }
  @misc{first, author = {{County One}}, title = {On care for the old}, year = {2016} }
  @misc{second, author = {{County Two}}, title = {On rights to forests}, year = {2019} }
at most two authors: @misc{law, author = {{Council and Court} and others} }"
echo "bibtex-tidy 1.14.0 (npm)"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
