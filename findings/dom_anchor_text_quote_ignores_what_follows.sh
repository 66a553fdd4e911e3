#!/usr/bin/env bash
# dom-anchor-text-quote does not look at what follows a quote, and moves a quote from the start of a text to the end
# Version: dom-anchor-text-quote 4.0.2 (npm) in jsdom 26.1.0, beside @apache-annotator/dom 0.2.0
# Expected: a TextQuoteSelector of the Web Annotation Data Model (W3C 2017, 4.2.4) has prefix and suffix to tell equal quotes
#   apart; the read-me says that both are used. fromRange describes a range, and toRange finds it again.
# Seen: the suffix is not looked at as soon as the prefix is found: of two equal quotes with equal words before them, it
#   takes the one nearer to the middle of the text. A quote at the very start has an empty prefix, which is found anywhere,
#   so that the selector of fromRange leads to another sentence. @apache-annotator/dom finds all of them.
# Why it matters: official texts repeat their formulas. Evidence for one county is shown at the sentence about another.
# What to do: use @apache-annotator/dom, or give toRange a hint (the position), and leave out an empty prefix.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix . \
  dom-anchor-text-quote@4.0.2 jsdom@26.1.0 @apache-annotator/dom@0.2.0 @apache-annotator/selector@0.2.0
cat > quotes.mjs <<'NODE'
import { createTextQuoteSelectorMatcher, describeTextQuote } from '@apache-annotator/dom';
import * as anchor from 'dom-anchor-text-quote';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<body></body>');
for (const name of ['document', 'Node', 'NodeFilter', 'Range', 'Element', 'Text']) globalThis[name] = window[name];
const { document } = window;
const { body } = document;

function rangeOf(start, end) {
  const range = document.createRange();
  range.setStart(body.firstChild, start);
  range.setEnd(body.firstChild, end);
  return range;
}

async function places(selector) {
  const starts = [];
  for await (const range of createTextQuoteSelectorMatcher(selector)(body)) starts.push(range.startOffset);
  return starts.join(' and ');
}

const year = '各县应当学习甲县经验，自2016年起实行。';
const meeting = '各县应当学习甲县经验，另开会议布置。';
body.textContent = year + meeting + '本通知自印发之日起施行。'.repeat(5);
const quote = { exact: '甲县经验', prefix: '各县应当学习', suffix: '，自2016年起' };
console.log(`suffix ${quote.suffix}: is at ${year.indexOf('甲县')},`,
  'dom-anchor', anchor.toRange(body, quote).startOffset + ',', 'apache', await places({ type: 'TextQuoteSelector', ...quote }));

body.textContent = '甲县学习乙县。丙县学习丁县。甲县学习乙县。丙县另行研究。';
const described = anchor.fromRange(body, rangeOf(0, 6));
const description = await describeTextQuote(rangeOf(0, 6), body);
console.log(`${JSON.stringify(described)}: is at 0,`, 'dom-anchor', anchor.toRange(body, described).startOffset + ',',
  'apache', await places(description));
NODE
seen=$(node quotes.mjs)
recorded='suffix ，自2016年起: is at 6, dom-anchor 27, apache 6
{"exact":"甲县学习乙县","prefix":"","suffix":"。丙县学习丁县。甲县学习乙县。丙县另行研究。"}: is at 0, dom-anchor 14, apache 0'
echo "dom-anchor-text-quote 4.0.2 (npm)"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
