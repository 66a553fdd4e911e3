#!/usr/bin/env bash
# RDF4J leaves COALESCE empty where REGEX in an IF reads an unbound variable
# Version: RDF4J 5.3.1, memory store (beside Apache Jena 5.6.0)
# Expected: COALESCE(IF(REGEX(STR(?date), "x"), "a", "b"), "none") gives "none" for a county
#   without a date: the error of the first argument is passed over, as SPARQL 1.1 says (17.4.1.3).
# Seen: no value at all: the column stays empty. With BOUND(?date) && REGEX(...) it is "none"
#   or "b", as with Jena.
# Why it matters: who_learned_until.rq left its certainty empty for lessons without a date.
# What to do: ask BOUND before any function of a variable that may be unbound.
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
cat > data.ttl <<'TTL'
@prefix ex: <http://example.org/> .
ex:a ex:name "A" ; ex:date "2016" .
ex:b ex:name "B" .
TTL
cat > Values.java <<'JAVA'
import java.io.File;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

public class Values {
  public static void main(String[] queries) throws Exception {
    var repository = new SailRepository(new MemoryStore());
    try (var connection = repository.getConnection()) {
      connection.add(new File("data.ttl"), null, RDFFormat.TURTLE);
      for (String query : queries) {
        var line = new StringBuilder();
        try (var result = connection.prepareTupleQuery(query).evaluate()) {
          for (var row : result) {
            var value = row.getValue("value");
            line.append(value == null ? "-" : value.stringValue()).append(' ');
          }
        }
        System.out.println(line.toString().trim());
      }
    }
    repository.shutDown();
  }
}
JAVA
start='PREFIX ex: <http://example.org/> SELECT ?value { ?county ex:name ?name
  OPTIONAL { ?county ex:date ?date } OPTIONAL { ?county ex:end ?end }'
end='} ORDER BY ?name'
seen=$(java -cp 'jars/*' Values.java \
  "$start BIND(COALESCE(STR(?end), IF(REGEX(STR(?date), \"^2016\"), \"a\", \"b\"), \"none\") AS ?value) $end" \
  "$start BIND(COALESCE(STR(?end), IF(BOUND(?date) && REGEX(STR(?date), \"^2016\"), \"a\", \"b\"), \"none\") AS ?value) $end")
echo "seen:"
echo "$seen"
recorded=$(printf 'a -\na b')
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
