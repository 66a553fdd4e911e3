#!/usr/bin/env bash
# prov reads the year 0618 of its own PROV-O file as 618, and writes years that are none
# Version: prov 3.2.3 with rdflib 7.6.0 and lxml 6.1.3
# Expected: a document that is written and read again is the same, in each of the five formats. The year 0618 has four digits
#   (XML Schema 1.1, 3.3.12), as has -0221.
# Seen: JSON, XML, PROV-N and JSON-LD keep 0618, -0221 and 0005-03; read from RDF they are 618, -221 and 5-03, and written
#   again they are no years any more. 007 of an integer becomes 7.
# Why it matters: histories of institutions begin before the year 1000, and provenance is handed on as PROV-O.
# What to do: hand on PROV-JSON or PROV-N, or write such years as texts.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check 'prov[rdf,xml]==3.2.3' rdflib==7.6.0 lxml==6.1.3
seen=$(env/bin/python - <<'PYTHON'
import re

from prov.model import XSD, Literal, ProvDocument

for text, kind in (("2019", "gYear"), ("0618", "gYear"), ("-0221", "gYear"), ("0005-03", "gYearMonth"), ("007", "integer")):
    document = ProvDocument()
    document.add_namespace("ex", "http://example.org/")
    document.entity("ex:dynasty", {"ex:begins": Literal(text, XSD[kind])})
    line = []
    for form in ("json", "xml", "provn", "jsonld", "rdf"):
        again = ProvDocument.deserialize(content=document.serialize(format=form), format=form)
        ((_, value),) = next(iter(again.get_records())).attributes
        line.append(f"{form} {value.value}")
    written = re.search(r'begins "?([^"\s^]+)', again.serialize(format="rdf")).group(1)
    print(f"{kind} {text}:", *line, "and written again", written)
PYTHON
)
recorded="gYear 2019: json 2019 xml 2019 provn 2019 jsonld 2019 rdf 2019 and written again 2019
gYear 0618: json 0618 xml 0618 provn 0618 jsonld 0618 rdf 618 and written again 618
gYear -0221: json -0221 xml -0221 provn -0221 jsonld -0221 rdf -221 and written again -221
gYearMonth 0005-03: json 0005-03 xml 0005-03 provn 0005-03 jsonld 0005-03 rdf 5-03 and written again 5-03
integer 007: json 007 xml 007 provn 007 jsonld 007 rdf 7 and written again 7"
echo "prov 3.2.3"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
