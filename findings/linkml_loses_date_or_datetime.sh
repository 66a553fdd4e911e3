#!/usr/bin/env bash
# LinkML loses every value of its own type date_or_datetime when it reads the RDF that it wrote
# Version: linkml and linkml-runtime 1.12.1
# Expected: what rdflib_dumper writes, rdflib_loader reads: the same record. date_or_datetime is among
#   linkml:types, for dates that may have a time.
# Seen: the value is written as "2019-03-01"^^linkml:DateOrDatetime; on reading, the field is empty, without an
#   error or a warning. A date, a decimal and a text come back.
# Why it matters: the type that fits dated statements best is lost between two steps of one toolset, and the
#   record stays valid, since the field may be empty. Stores do not know the datatype either, so no date in it
#   is compared.
# What to do: use date, or a string with a pattern (EDTF), where records go through RDF.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check linkml==1.12.1 linkml-runtime==1.12.1
cat > schema.yaml <<'YAML'
id: http://example.org/schema
name: schema
prefixes: {linkml: https://w3id.org/linkml/, ex: http://example.org/}
default_prefix: ex
imports: [linkml:types]
classes:
  Place:
    attributes:
      id: {identifier: true, range: string}
      day: {range: date}
      learned: {range: date_or_datetime}
      rate: {range: decimal}
YAML
env/bin/python - 2> log.txt <<'PYTHON' || { cat log.txt >&2; exit 1; }
import logging
import sys
from importlib.metadata import version

from linkml.generators.pythongen import PythonGenerator
from linkml_runtime.dumpers import rdflib_dumper
from linkml_runtime.loaders import rdflib_loader
from linkml_runtime.utils.schemaview import SchemaView

logging.disable(logging.INFO)
for name in ("linkml", "linkml-runtime"):
    print(name, version(name))
view = SchemaView("schema.yaml")
place = PythonGenerator("schema.yaml").compile_module().Place
original = place(id="ex:a", day="2019-03-01", learned="2019-03-01", rate="26.70")
text = rdflib_dumper.dumps(original, view)
back = rdflib_loader.loads(text, schemaview=view, target_class=place)
fields = ("day", "learned", "rate")
seen = {
    "written": '"2019-03-01"^^linkml:DateOrDatetime' in text,
    "before": [str(getattr(original, field)) for field in fields],
    "after": [str(getattr(back, field)) for field in fields],
}
recorded = {
    "written": True,
    "before": ["2019-03-01", "2019-03-01", "26.70"],
    "after": ["2019-03-01", "None", "26.70"],
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
