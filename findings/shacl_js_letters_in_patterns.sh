#!/usr/bin/env bash
# rdf-validate-shacl and shacl-engine refuse every Chinese name where a pattern asks for letters
# Version: rdf-validate-shacl 0.6.5 and shacl-engine 1.1.2 with n3 2.13.12 (npm; beside Apache Jena 5.6.0)
# Expected: SHACL 1.0 (4.4.3) says that sh:pattern matches as REGEX of SPARQL does, which is fn:matches of XPath:
#   \p{L} is any letter, and "." one character. 三明, abc and the rare character 𠀀 conform, 9 does not.
#   sh:minLength counts characters.
# Seen: both refuse 三明 and abc for "^\p{L}+$": the pattern is read as that of JavaScript without its flag u,
#   where \p is the letter p. 𠀀 does not match "^.$", since it counts as two. There is no error. Jena answers as
#   expected; sh:minLength 2 takes 𠀀 in all three.
# Why it matters: shapes that ask names to be letters are checked by one tool without fault and by another with a
#   fault for each name. Rare characters are common in names of places and persons.
# What to do: name the ranges ([一-鿿A-Za-z]), or check with Jena; do not count characters beyond U+FFFF.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --prefix . n3@2.13.12 rdf-validate-shacl@0.6.5 shacl-engine@1.1.2
cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><dependencies>
<dependency><groupId>org.apache.jena</groupId><artifactId>jena-cmds</artifactId><version>5.6.0</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
</dependencies></project>
POM
mvn --quiet --batch-mode dependency:copy-dependencies -DoutputDirectory=jars
cat > shapes.ttl <<'TTL'
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> .
ex:Name a sh:NodeShape ; sh:targetObjectsOf ex:name ; sh:pattern "^\\p{L}+$" .
ex:Range a sh:NodeShape ; sh:targetObjectsOf ex:range ; sh:pattern "^[一-鿿A-Za-z]+$" .
ex:One a sh:NodeShape ; sh:targetObjectsOf ex:one ; sh:pattern "^.$" .
ex:Two a sh:NodeShape ; sh:targetObjectsOf ex:two ; sh:minLength 2 .
TTL
cat > data.ttl <<'TTL'
@prefix ex: <http://example.org/> .
ex:a ex:name "三明", "abc", "9" ; ex:range "三明", "abc", "9" ; ex:one "明", "𠀀" ; ex:two "三明", "𠀀" .
TTL
cat > refused.mjs <<'NODE'
import { readFileSync } from 'node:fs';
import { DataFactory, Parser, Store } from 'n3';
import OtherValidator from 'rdf-validate-shacl';
import { Validator } from 'shacl-engine';
const read = (name) => new Store(new Parser().parse(readFileSync(name, 'utf8')));
const line = (results, value, shape) =>
  results.map((result) => `${shape(result).value.split('/').pop()}:${value(result).value}`).sort().join(' ');
const one = await new OtherValidator(read('shapes.ttl')).validate(read('data.ttl'));
console.log('rdf-validate-shacl', line(one.results, (r) => r.value, (r) => r.sourceShape));
const two = await new Validator(read('shapes.ttl'), { factory: DataFactory }).validate({ dataset: read('data.ttl') });
console.log('shacl-engine', line(two.results, (r) => r.value.term, (r) => r.shape.ptr.term));
const SH = 'http://www.w3.org/ns/shacl#';
const report = read('report.ttl');
const three = report.getSubjects(`${SH}focusNode`, null, null).map((subject) => {
  const part = (name) => report.getObjects(subject, SH + name, null)[0];
  return { value: part('value'), shape: part('sourceShape') };
});
console.log('Jena', line(three, (r) => r.value, (r) => r.shape));
NODE
java -cp 'jars/*' shacl.shacl validate --shapes shapes.ttl --data data.ttl > report.ttl 2> log.txt || { cat log.txt >&2; exit 1; }
seen=$(node refused.mjs)
recorded='rdf-validate-shacl Name:9 Name:abc Name:三明 One:𠀀 Range:9
shacl-engine Name:9 Name:abc Name:三明 One:𠀀 Range:9
Jena Name:9 Range:9'
echo "rdf-validate-shacl 0.6.5, shacl-engine 1.1.2, Apache Jena 5.6.0"
echo "seen (values that are refused, with their shape):"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
