#!/usr/bin/env bash
# Oxigraph gives no list at all where GROUP_CONCAT meets a number or a year, and Jena none for a missing value
# Version: pyoxigraph 0.5.13 (beside Apache Jena 5.6.0)
# Expected: GROUP_CONCAT(?year; SEPARATOR=",") lists the years, as other stores do, and passes over rows in which
#   the variable of an OPTIONAL is not bound, as COUNT does.
# Seen: in Oxigraph the column is empty for the whole group, as soon as one value is no text; Jena lists years
#   and numbers. As soon as one row has no value, the column is empty in both. (The definition goes by CONCAT,
#   which takes texts only and fails on what is missing, so both may do this. rdflib lists all in each case.)
# Why it matters: a list of the years of each place, the usual table, is empty in one store and full in the
#   other; one place without a note empties the notes of all in its group.
# What to do: write GROUP_CONCAT(STR(?year)), and COALESCE(?note, "") for what is optional.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><dependencies>
<dependency><groupId>org.apache.jena</groupId><artifactId>jena-cmds</artifactId><version>5.6.0</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
</dependencies></project>
POM
mvn --quiet --batch-mode dependency:copy-dependencies -DoutputDirectory=jars
echo "Jena" jars/jena-arq-*.jar
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pyoxigraph==0.5.13
cat > data.ttl <<'TTL'
@prefix ex: <http://example.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ex:a ex:year "2019"^^xsd:gYear ; ex:count 3 ; ex:note "x" . ex:b ex:year "2019"^^xsd:gYear ; ex:count 3 .
TTL
cat > query.rq <<'SPARQL'
PREFIX ex: <http://example.org/>
SELECT (GROUP_CONCAT(?year; SEPARATOR=",") AS ?years) (GROUP_CONCAT(?count; SEPARATOR=",") AS ?counts)
  (GROUP_CONCAT(?note; SEPARATOR=",") AS ?notes) (GROUP_CONCAT(STR(?year); SEPARATOR=",") AS ?texts)
  (GROUP_CONCAT(COALESCE(?note, ""); SEPARATOR=",") AS ?filled)
{ ?place ex:year ?year ; ex:count ?count OPTIONAL { ?place ex:note ?note } }
SPARQL
jena=$(java -cp 'jars/*' arq.arq --data data.ttl --query query.rq --results CSV 2> log.txt | tail -n +2 | tr -d '\r')
oxigraph=$(env/bin/python - <<'PYTHON'
import csv
import sys
from pathlib import Path

import pyoxigraph

store = pyoxigraph.Store()
store.load(Path("data.ttl").read_text(), format=pyoxigraph.RdfFormat.TURTLE)
for row in store.query(Path("query.rq").read_text()):
    csv.writer(sys.stdout, lineterminator="\n").writerow("" if value is None else value.value for value in row)
PYTHON
)
# the order of a list is free
sorted_notes() { sed -e 's/",x"/"x,"/'; }
seen="Jena $(sorted_notes <<< "$jena")
Oxigraph $(sorted_notes <<< "$oxigraph")"
recorded='Jena "2019,2019","3,3",,"2019,2019","x,"
Oxigraph ,,,"2019,2019","x,"'
echo "pyoxigraph 0.5.13"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  cat log.txt >&2
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
