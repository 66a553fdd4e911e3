#!/usr/bin/env bash
# commonmeta-py makes a person named Council of the State Council, software of a dataset, and dates access to publication
# Version: commonmeta-py 0.312 (BibTeX read back with pybtex 0.26.1)
# Expected: "literal" of CSL-JSON is a name that is not parsed, as of institutions (CSL 1.0.2, Names). In BibTeX such a
#   name stands in braces, since "and" parts names (Patashnik, BibTeXing, section 4), and urldate is the day of access
#   (manual of biblatex, section 2.2.3). A dataset of CITATION.cff (type: dataset, schema 1.2.0) is a dataset. TI is the
#   title of RIS, and what is read from RIS can be written as RIS.
# Seen: "State Council" is the person Council, and "National Health Commission" one Health Commission. "Ministry of
#   Health and Welfare" stays one name in CSL, but has no braces in BibTeX: two authors. urldate is the date of
#   publication, also where the day of access is given; that day is lost. The dataset is software in DataCite, CSL
#   and RIS. From RIS the title TI is not read, and an organisation is the given name of a person, who is
#   not written again. The first two records count as valid (is_valid).
# Why it matters: reports on reforms are by councils, commissions and ministries, and a release of facts is a dataset.
#   Lists of literature then name other authors, kinds and days.
# What to do: take CSL-JSON, BibTeX and RIS from the source itself; correct names and types by hand.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check commonmeta-py==0.312 pybtex==0.26.1
cat > report.json <<'JSON'
{"id": "abc", "DOI": "10.5555/abc", "type": "report", "title": "Spread of a reform",
 "author": [{"literal": "State Council"}, {"literal": "National Health Commission"},
            {"literal": "Ministry of Health and Welfare"}], "issued": {"date-parts": [[2019, 3]]},
 "accessed": {"date-parts": [[2020, 1, 2]]}, "publisher": "Nowhere Press", "URL": "https://example.org/x"}
JSON
cat > CITATION.cff <<'YAML'
cff-version: 1.2.0
message: Please cite this dataset.
type: dataset
title: A knowledge graph
doi: 10.5555/abc
date-released: 2026-03-05
authors:
  - name: The Project
YAML
printf '%s\r\n' 'TY  - RPRT' 'TI  - Spread of a reform' 'AU  - Bureau of Health' 'AU  - Smith, Jane' 'PY  - 2019' \
  'DO  - 10.5555/abc' 'UR  - https://example.org/x' 'PB  - Nowhere Press' 'ER  - ' > report.ris
env/bin/python -W ignore - > seen.txt <<'PYTHON'
import json
from pathlib import Path

from commonmeta import Metadata
from pybtex.database import parse_string


def read(path, via):
    """The record of a file."""
    record = Metadata(Path(path).read_text(encoding="utf-8"), via=via)
    print(path, "valid:", record.is_valid)
    return record


def text(record, form):
    """What is written in a form."""
    written = record.write(to=form)
    return written.decode() if isinstance(written, bytes) else str(written)


report = read("report.json", "csl")
entry = next(iter(parse_string(text(report, "bibtex"), "bibtex").entries.values()))
print("CSL authors:", json.loads(text(report, "csl"))["author"])
print("BibTeX authors:", [str(person) for person in entry.persons["author"]], "urldate:", entry.fields["urldate"])
print("CSL accessed:", json.loads(text(report, "csl")).get("accessed"))
dataset = read("CITATION.cff", "cff")
print("dataset: DataCite", json.loads(text(dataset, "datacite"))["types"]["resourceTypeGeneral"],
      "| CSL", json.loads(text(dataset, "csl"))["type"], "| RIS", text(dataset, "ris").splitlines()[0])
ris = read("report.ris", "ris")
csl = json.loads(text(ris, "csl"))
print("RIS: title", csl.get("title"), "| authors", csl["author"])
print("RIS written:", [line.strip() for line in text(ris, "ris").splitlines() if line[:2] in ("AU", "TI", "T1")])
PYTHON
seen=$(cat seen.txt)
recorded="report.json valid: True
CSL authors: [{'family': 'Council'}, {'family': 'Commission', 'given': 'Health'}, {'literal': 'Ministry of Health and Welfare'}]
BibTeX authors: ['Council', 'Commission, Health', 'of Health, Ministry', 'Welfare'] urldate: 2019-03
CSL accessed: None
CITATION.cff valid: True
dataset: DataCite Software | CSL software | RIS TY  - COMP
report.ris valid: True
RIS: title None | authors [{'given': 'Bureau of Health'}, {'family': 'Smith', 'given': 'Jane'}]
RIS written: ['AU  - Smith, Jane']"
echo "commonmeta-py 0.312, pybtex 0.26.1"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
