#!/usr/bin/env bash
# cffconvert makes software of a dataset, and persons of organisations, from a CITATION.cff
# Version: cffconvert 2.0.0
# Expected: "type: dataset" is a Dataset in schema.org and DATA in RIS; an author with only "name",
#   which CFF 1.2.0 has for organisations, is an Organization, and stands in braces in BibTeX.
# Seen: SoftwareSourceCode in schema.org and CodeMeta, GEN in RIS; the organisation is a Person, and
#   BibTeX has it without braces, so its last word is read as a family name. 王小明 is "王 小." in
#   APA. The version is in neither BibTeX nor RIS.
# Why it matters: catalogues list a dataset as a program, and "C. of Reform" is its author.
# What to do: take BibTeX and RIS from `cite`, which knows datasets and organisations, and correct
#   "@type" by hand.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check cffconvert==2.0.0
cat > CITATION.cff <<'CFF'
cff-version: 1.2.0
message: Please cite this dataset.
title: Reform
type: dataset
authors:
  - name: Curators of Reform
  - family-names: 王
    given-names: 小明
version: "2026.1"
date-released: "2026-11-29"
url: https://example.org/d
CFF
env/bin/cffconvert --validate
for format in apalike bibtex codemeta ris schema.org; do
  env/bin/cffconvert --format $format --outfile $format.txt
done
env/bin/python - <<'PYTHON'
import json
import sys
from importlib.metadata import version
from pathlib import Path

print("cffconvert", version("cffconvert"))
text = {path.stem: path.read_text(encoding="utf-8") for path in Path().glob("*.txt")}
types = {}
for format in ("codemeta", "schema.org"):
    content = json.loads(text[format])
    types[format] = [content["@type"], content["author"][0]["@type"]]
seen = types | {
    "ris": text["ris"].splitlines()[0],
    "bibtex": text["bibtex"].splitlines()[1],
    "version": [format for format in text if "2026.1" in text[format]],
    "apa": text["apalike"].split(". (")[0],
}
seen["version"].sort()
recorded = {
    "codemeta": ["SoftwareSourceCode", "Person"],
    "schema.org": ["SoftwareSourceCode", "Person"],
    "ris": "TY  - GEN",
    "bibtex": "author = {Curators of Reform and 王, 小明},",
    "version": ["apalike", "codemeta", "schema.org"],
    "apa": "Curators of Reform, 王 小",
}

print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
