#!/usr/bin/env bash
# RDF4J does not join a variable of BIND after a FILTER and an OPTIONAL
# Version: RDF4J 5.3.1, memory store (beside Apache Jena 5.6.0)
# Expected: a query over one county with three links gives three rows, each with the name of
#   that county.
# Seen: ninety rows: every link with the name of each of the thirty counties, although ?county
#   is the same variable. Without the FILTER, or with the last pattern before the OPTIONAL,
#   there are three.
# Why it matters: a question of the catalogue that is written so gives 2,220 rows instead of 4
#   (compare_models.rq), with no error.
# What to do: start from patterns that bind the variable: put the pattern that reads its name
#   before OPTIONAL, or do without BIND.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><dependencies>
<dependency><groupId>org.eclipse.rdf4j</groupId><artifactId>rdf4j-repository-sail</artifactId><version>5.3.1</version></dependency>
<dependency><groupId>org.eclipse.rdf4j</groupId><artifactId>rdf4j-sail-memory</artifactId><version>5.3.1</version></dependency>
<dependency><groupId>org.eclipse.rdf4j</groupId><artifactId>rdf4j-rio-turtle</artifactId><version>5.3.1</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
</dependencies></project>
POM
mvn --quiet --batch-mode dependency:copy-dependencies -DoutputDirectory=jars
echo "RDF4J" jars/rdf4j-sail-memory-*.jar
{
  echo "@prefix ex: <http://example.org/> ."
  for county in $(seq 1 30); do
    echo "ex:c$county ex:name \"C$county\" ."
    for link in 1 2 3; do echo "ex:l${county}_$link ex:learner ex:c$county ."; done
  done
  echo "ex:l1_1 ex:when \"2016\" ."
} > data.ttl
cat > Rows.java <<'JAVA'
import java.io.File;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

public class Rows {
  public static void main(String[] queries) throws Exception {
    var repository = new SailRepository(new MemoryStore());
    try (var connection = repository.getConnection()) {
      connection.add(new File("data.ttl"), null, RDFFormat.TURTLE);
      for (String query : queries) {
        try (var result = connection.prepareTupleQuery(query).evaluate()) {
          System.out.println(result.stream().count());
        }
      }
    }
    repository.shutDown();
  }
}
JAVA
start='PREFIX ex: <http://example.org/> SELECT * { ?first ex:name "C1" BIND(?first AS ?county)
  ?link ex:learner ?county'
optional='OPTIONAL { ?link ex:when ?when }'
seen=$(java -cp 'jars/*' Rows.java \
  "$start FILTER(?link != ex:other) $optional ?county ex:name ?name }" \
  "$start $optional ?county ex:name ?name }" \
  "$start FILTER(?link != ex:other) . ?county ex:name ?name $optional }")
recorded=$(printf '90\n3\n3')
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
