#!/usr/bin/env bash
# @retorquere/bibtex-parser reads "about 2019" as 2019: it drops ~ and % of dates and keeps ?
# Version: @retorquere/bibtex-parser 9.0.29 (npm; the parser of Better BibTeX for Zotero)
# Expected: BibLaTeX takes dates of ISO 8601-2, level 1, with ~ for approximate, ? for uncertain and % for both (manual
#   of biblatex, section "Date and Time Specifications"), in date, origdate, eventdate and urldate. All three marks
#   come out, or none does.
# Seen: ~ is taken for the space that it is in text and is then trimmed, % is gone; ? stays. Between two dates ~
#   becomes a space: "2019 /2020?". Errors are none.
# Why it matters: "around 2019" and "2019, perhaps or around" of a notice on a reform become the year 2019, and only
#   the third kind of doubt survives, so the lack of marks seems to mean certainty.
# What to do: pass verbatimFields with all date fields beside its own list, or raw: true.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix . @retorquere/bibtex-parser@9.0.29
cat > read.mjs <<'NODE'
import { parse } from '@retorquere/bibtex-parser';
const dates = ['2019~', '2019?', '2019%', '2019-03~', '2019~/2020?', '2019/2020~', '201X', '2019-21', '2019/..', '-0221'];
for (const date of dates) {
  const { entries, errors } = parse(`@report{a, title={T}, date={${date}}, origdate={${date}}, eventdate={${date}}}`);
  const { date: read, origdate, eventdate } = entries[0].fields;
  const raw = parse(`@report{a, date={${date}}}`, { verbatimFields: ['date'] }).entries[0].fields.date;
  console.log(JSON.stringify({ date, read, origdate, eventdate, verbatim: raw, errors: errors.length }));
}
NODE
node read.mjs > seen.txt
seen=$(cat seen.txt)
recorded='{"date":"2019~","read":"2019","origdate":"2019","eventdate":"2019","verbatim":"2019~","errors":0}
{"date":"2019?","read":"2019?","origdate":"2019?","eventdate":"2019?","verbatim":"2019?","errors":0}
{"date":"2019%","read":"2019","origdate":"2019","eventdate":"2019","verbatim":"2019%","errors":0}
{"date":"2019-03~","read":"2019-03","origdate":"2019-03","eventdate":"2019-03","verbatim":"2019-03~","errors":0}
{"date":"2019~/2020?","read":"2019 /2020?","origdate":"2019 /2020?","eventdate":"2019 /2020?","verbatim":"2019~/2020?","errors":0}
{"date":"2019/2020~","read":"2019/2020","origdate":"2019/2020","eventdate":"2019/2020","verbatim":"2019/2020~","errors":0}
{"date":"201X","read":"201X","origdate":"201X","eventdate":"201X","verbatim":"201X","errors":0}
{"date":"2019-21","read":"2019-21","origdate":"2019-21","eventdate":"2019-21","verbatim":"2019-21","errors":0}
{"date":"2019/..","read":"2019/..","origdate":"2019/..","eventdate":"2019/..","verbatim":"2019/..","errors":0}
{"date":"-0221","read":"-0221","origdate":"-0221","eventdate":"-0221","verbatim":"-0221","errors":0}'
echo "@retorquere/bibtex-parser 9.0.29 (npm)"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
