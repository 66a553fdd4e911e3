#!/usr/bin/env bash
# rdfpandas makes zh of zh-Hans and zh-Hant, and plain texts of EDTF dates, on the way to a table and back
# Version: rdfpandas 1.1.7 (PyPI) with rdflib 7.6.0 and pandas 2.3.3
# Expected: to_dataframe names each column by predicate, datatype and language "to allow for round trip conversion" (its
#   documentation), so that to_graph makes the same graph of the table.
# Seen: the columns are right (e:name{Literal}@zh-Hans), but to_graph reads a language up to its first hyphen: the names in
#   simplified and in traditional characters are both @zh, en-GB is en. A datatype with a hyphen, such as EDTF-level1 of
#   the Library of Congress, is dropped, and the date is a plain text.
# Why it matters: a query for the name in zh-Hans finds none, and dates of EDTF are no dates any more, after a trip through
#   a table in which nothing was changed.
# What to do: put language and datatype into columns of your own, and add the triples with rdflib.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check rdfpandas==1.1.7 rdflib==7.6.0 pandas==2.3.3
seen=$(env/bin/python -W ignore - <<'PYTHON'
from rdflib import Graph
from rdfpandas.graph import to_dataframe, to_graph

given = Graph().parse(format="turtle", data="""
@prefix e: <http://example.org/> . @prefix d: <http://example.org/edtf/> .
e:a e:name "甲县"@zh-Hans, "甲縣"@zh-Hant, "A"@en, "a"@en-GB ; e:when "2019~"^^d:EDTF-level1, "2019"^^d:EDTF .
""")
table = to_dataframe(given)
back = to_graph(table, namespace_manager=given.namespace_manager)
print("columns:", *sorted(table.columns))
for name, graph in (("given", given), ("back", back)):
    print(name + ":", *sorted(thing.n3(graph.namespace_manager) for thing in graph.objects()))
PYTHON
)
recorded='columns: e:name{Literal}@en e:name{Literal}@en-GB e:name{Literal}@zh-Hans e:name{Literal}@zh-Hant e:when{Literal}(d:EDTF) e:when{Literal}(d:EDTF-level1)
given: "2019"^^d:EDTF "2019~"^^d:EDTF-level1 "A"@en "a"@en-GB "甲县"@zh-Hans "甲縣"@zh-Hant
back: "2019"^^d:EDTF "2019~" "A"@en "a"@en "甲县"@zh "甲縣"@zh'
echo "rdfpandas 1.1.7"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
