#!/usr/bin/env bash
# pySHACL takes "abc" for a year, and a day for a moment: sh:datatype does not look at these texts
# Version: pyshacl 0.40.1 with rdflib 7.6.0 (beside Apache Jena 5.6.0)
# Expected: sh:datatype xsd:gYear refuses "abc"^^xsd:gYear, as sh:datatype xsd:date refuses "2019-02-30"^^xsd:date
#   and xsd:integer refuses "x"^^xsd:integer.
# Seen: any text conforms to xsd:gYear, xsd:gYearMonth and xsd:gMonthDay: "abc", "2019?", a month 13. For these
#   SHACL asks for no more. But "2019-03-01"^^xsd:dateTime, "1e3"^^xsd:decimal and "NaN"^^xsd:decimal conform
#   too, where SHACL asks that ill-formed values be refused: rdflib makes 2019-03-01T00:00:00 and 1000 of them
#   on loading, before pySHACL looks. Jena refuses all of them.
# Why it matters: years and months are the dates of this field. A shape with sh:datatype alone lets every slip
#   through, the stores that load the data later refuse it or sort it as text.
# What to do: add sh:pattern to the shapes of years and months, or check with Jena.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pyshacl==0.40.1 rdflib==7.6.0
cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><dependencies>
<dependency><groupId>org.apache.jena</groupId><artifactId>jena-cmds</artifactId><version>5.6.0</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
</dependencies></project>
POM
mvn --quiet --batch-mode dependency:copy-dependencies -DoutputDirectory=jars
echo "Jena" jars/jena-shacl-*.jar
cat > make.py <<'PYTHON'
from pathlib import Path

PREFIXES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
VALUES = {
    "gYear": ["2019", "abc", "2019?"],
    "gYearMonth": ["2019-03", "2019-13"],
    "gMonthDay": ["--02-28", "--13-01"],
    "date": ["2019-03-01", "2019-02-30"],
    "dateTime": ["2019-03-01T00:00:00", "2019-03-01"],
    "decimal": ["26.70", "1e3", "NaN"],
    "integer": ["12", "x"],
}
shapes, data = [], []
for kind, texts in VALUES.items():
    shapes.append(f"ex:{kind}Shape a sh:NodeShape ; sh:targetObjectsOf ex:{kind} ; sh:datatype xsd:{kind} .")
    data += [f'ex:a ex:{kind} "{text}"^^xsd:{kind} .' for text in texts]
Path("shapes.ttl").write_text(PREFIXES + "\n".join(shapes))
Path("data.ttl").write_text(PREFIXES + "\n".join(data))
PYTHON
cat > refused.py <<'PYTHON'
"""The values that a report, or a validation, refuses."""
import logging
import sys

import rdflib
from pyshacl import validate

logging.disable(logging.CRITICAL)
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
if len(sys.argv) > 1:
    rdflib.NORMALIZE_LITERALS = False  # the values as the report has them
    report = rdflib.Graph().parse(sys.argv[1], format="turtle")
else:
    data, shapes = (rdflib.Graph().parse(name, format="turtle") for name in ("data.ttl", "shapes.ttl"))
    report = validate(data, shacl_graph=shapes)[1]
values = [value for value in report.objects(None, SH.value)]
print(*sorted(f"{str(value.datatype).rsplit('#')[-1]}:{value}" for value in values))
PYTHON
env/bin/python make.py
env/bin/python -c 'import pyshacl, rdflib; print("pyshacl", pyshacl.__version__, "rdflib", rdflib.__version__)'
java -cp 'jars/*' shacl.shacl validate --shapes shapes.ttl --data data.ttl > report.ttl 2> log.txt || { cat log.txt >&2; exit 1; }
seen="pySHACL refuses $(env/bin/python refused.py)
Jena refuses $(env/bin/python refused.py report.ttl)"
recorded='pySHACL refuses date:2019-02-30 integer:x
Jena refuses date:2019-02-30 dateTime:2019-03-01 decimal:1e3 decimal:NaN gMonthDay:--13-01 gYear:2019? gYear:abc gYearMonth:2019-13 integer:x'
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
