#!/usr/bin/env bash
# extruct reads a date of RDFa as 三月一日, without the languages, and puts spaces into Chinese names of microdata
# Version: extruct 0.18.0 (PyPI) with pyrdfa3 3.6.5, rdflib 7.6.0, lxml 6.1.3
# Expected: in RDFa of HTML the datetime of <time> is the value and lang the language (HTML+RDFa 1.1); pyrdfa3, which
#   extruct uses, finds 2019-03-01 and @zh when it is told that the page is text/html. The text of a microdata element is its
#   textContent (HTML): an element <b> within it adds nothing.
# Seen: extruct gives 三月一日 (March 1) for the date, and names without a language, so the Chinese and the English one cannot be
#   told apart. In microdata 关于<b>最多</b>跑一次的通知 is 关于 最多 跑一次的通知; there the date is right.
# Why it matters: pages of offices mark dates of issue in this way, and words in bold are usual; the name is then not found
#   in the text, and the year is gone.
# What to do: read RDFa with pyRdfa(media_type="text/html"), and take spaces out between Chinese characters.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check extruct==0.18.0 pyrdfa3==3.6.5 rdflib==7.6.0 lxml==6.1.3
cat > read.py <<'PYTHON'
import io

import extruct
from pyRdfa import pyRdfa

PAGE = """<!DOCTYPE html><html lang="zh"><head><title>t</title></head><body>
<div vocab="http://example.org/" typeof="Act" resource="#a"><h1 property="name">关于<b>最多</b>跑一次的通知</h1>
<span property="name" lang="en">Notice</span><time property="date" datetime="2019-03-01">三月一日</time></div>
<div itemscope itemtype="http://example.org/Act"><h1 itemprop="name">关于<b>最多</b>跑一次的通知</h1>
<time itemprop="date" datetime="2019-03-01">三月一日</time></div></body></html>"""
found = extruct.extract(PAGE, base_url="http://example.org/page", syntaxes=["rdfa", "microdata"])
[act] = [part for part in found["rdfa"] if part["@id"].endswith("#a")]
for name in ("date", "name"):
    print("extruct, RDFa:", name, *sorted(str(value) for value in act[f"http://example.org/{name}"]))
print("extruct, microdata:", *found["microdata"][0]["properties"].values(), sep=" | ")
graph = pyRdfa(media_type="text/html", base="http://example.org/page").graph_from_source(io.StringIO(PAGE))
for predicate, value in sorted((str(predicate), value) for _, predicate, value in graph):
    if predicate.startswith("http://example.org/"):
        print("pyrdfa3:", predicate.rpartition("/")[2], value, value.language or value.datatype)
PYTHON
seen=$(env/bin/python -W ignore read.py 2> errors.txt)
recorded="extruct, RDFa: date {'@value': '三月一日'}
extruct, RDFa: name {'@value': 'Notice'} {'@value': '关于最多跑一次的通知'}
extruct, microdata: | 关于 最多 跑一次的通知 | 2019-03-01
pyrdfa3: date 2019-03-01 http://www.w3.org/2001/XMLSchema#date
pyrdfa3: name Notice en
pyrdfa3: name 关于最多跑一次的通知 zh"
echo "extruct 0.18.0"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
