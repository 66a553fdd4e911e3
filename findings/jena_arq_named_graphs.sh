#!/usr/bin/env bash
# arq finds nothing in a TriG file unless it is told to look in its named graphs
# Version: Apache Jena 5.6.0 (arq)
# Expected: arq --data graph.trig asks all that the file holds, as Oxigraph and rdflib do with
#   the union of the graphs; an option for it takes effect or is refused.
# Seen: 0 rows, exit code 0: the default graph of the file is empty. "--set
#   arq:unionDefaultGraph=true" and "--set tdb2:unionDefaultGraph=true" are taken and change
#   nothing for a file.
# Why it matters: the TriG and N-Quads exports keep each source in a named graph, so every query
#   of the catalogue answers with an empty table.
# What to do: ask GRAPH <urn:x-arq:UnionGraph> { ... }, or make one graph of the file first:
#   riot --output=nquads graph.trig, then drop the fourth column; in TDB2 set the union in the
#   assembler.
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
cat > data.trig <<'TRIG'
@prefix ex: <http://example.org/> .
ex:first_source { ex:a ex:learnedFrom ex:b . }
ex:second_source { ex:c ex:learnedFrom ex:b . }
TRIG
rows() { java -cp 'jars/*' arq.arq --data data.trig --results csv "$@" 2>/dev/null | tail -n +2 | wc -l; }
pattern='?x <http://example.org/learnedFrom> ?y'
seen="plain $(rows "SELECT ?x { $pattern }")
arq option $(rows --set arq:unionDefaultGraph=true "SELECT ?x { $pattern }")
tdb2 option $(rows --set tdb2:unionDefaultGraph=true "SELECT ?x { $pattern }")
union graph $(rows "SELECT ?x { GRAPH <urn:x-arq:UnionGraph> { $pattern } }")"
recorded='plain 0
arq option 0
tdb2 option 0
union graph 2'
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
