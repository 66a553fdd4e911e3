#!/usr/bin/env bash
# rdf-parser-csvw keeps a list as one text, writes "1,234" as an integer and "N" as a boolean, and drops defaults
# Version: rdf-parser-csvw 1.1.0 (npm; barnard59 and other pipelines use it or its twin), with n3 2.13.12
# Expected: Model for Tabular Data (W3C, 2015), section 6.4, Parsing Cells: a separator splits the cell into a list of
#   values; the format of a number gives its group sign, that of a boolean its two words, and the value is written in
#   the form of XML Schema: 1234, true, false. A default stands for an empty cell, also of a virtual column.
# Seen: separator is not looked at: "甲县;乙县" is one text. Formats of numbers and booleans are not looked at either:
#   "1,234"^^xsd:integer, "Y"^^xsd:boolean and "N"^^xsd:boolean are no values of their types. The default of a virtual
#   column is an empty text. The dates of the same table are read by their format. No error is raised.
# Why it matters: "learned from" of several places is a list in a table, populations have group signs, and yes and no
#   are words. Stores take such literals and find nothing: neither the places nor the sums.
# What to do: one row for each value, numbers without signs, true and false; and constants in the template.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix . rdf-parser-csvw@1.1.0 @rdfjs/dataset@2.0.3 n3@2.13.12
cat > metadata.ttl <<'TURTLE'
@prefix csvw: <http://www.w3.org/ns/csvw#> .
[] a csvw:Table ; csvw:url <http://example.org/places.csv> ; csvw:tableSchema [
  csvw:aboutUrl "http://example.org/place/{code}" ; csvw:column (
    [ csvw:title "code" ; csvw:name "code" ; csvw:propertyUrl "http://example.org/code" ]
    [ csvw:title "models" ; csvw:name "models" ; csvw:propertyUrl "http://example.org/from" ; csvw:separator ";" ]
    [ csvw:title "people" ; csvw:name "people" ; csvw:propertyUrl "http://example.org/people" ;
      csvw:datatype [ csvw:base "integer" ; csvw:format [ csvw:groupChar "," ; csvw:pattern "#,##0" ] ] ]
    [ csvw:title "adopted" ; csvw:name "adopted" ; csvw:propertyUrl "http://example.org/adopted" ;
      csvw:datatype [ csvw:base "boolean" ; csvw:format "Y|N" ] ]
    [ csvw:title "day" ; csvw:name "day" ; csvw:propertyUrl "http://example.org/day" ;
      csvw:datatype [ csvw:base "date" ; csvw:format "dd.MM.yyyy" ] ]
    [ csvw:title "note" ; csvw:name "note" ; csvw:propertyUrl "http://example.org/note" ; csvw:default "none" ]
    [ csvw:virtual true ; csvw:name "kind" ; csvw:propertyUrl "http://example.org/kind" ; csvw:default "county" ]
  ) ] .
TURTLE
cat > places.csv <<'CSV'
code,models,people,adopted,day,note
010000,甲县;乙县,"1,234",Y,05.03.2019,
020000,甲县,999,N,06.03.2019,x
CSV
cat > read.mjs <<'NODE'
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import rdf from '@rdfjs/dataset';
import { Parser } from 'n3';
import CsvwParser from 'rdf-parser-csvw';
const metadata = rdf.dataset(new Parser().parse(readFileSync('metadata.ttl', 'utf8')));
const parser = new CsvwParser({ metadata, baseIRI: 'http://example.org/places.csv' });
const short = (iri) => iri.replace(/^.*[/#]/, '');
for await (const { subject, predicate, object } of parser.import(Readable.from([readFileSync('places.csv', 'utf8')]))) {
  if (!predicate.value.startsWith('http://example.org/')) continue;
  const type = short(String(object.datatype.value?.value ?? object.datatype.value));
  console.log(short(subject.value), short(predicate.value), JSON.stringify(object.value), type);
}
NODE
node read.mjs > seen.txt
seen=$(cat seen.txt)
recorded='010000 code "010000" string
010000 from "甲县;乙县" string
010000 people "1,234" integer
010000 adopted "Y" boolean
010000 day "2019-03-05" date
010000 note "none" string
010000 kind "" string
020000 code "020000" string
020000 from "甲县" string
020000 people "999" integer
020000 adopted "N" boolean
020000 day "2019-03-06" date
020000 note "x" string
020000 kind "" string'
echo "rdf-parser-csvw 1.1.0 (npm)"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
