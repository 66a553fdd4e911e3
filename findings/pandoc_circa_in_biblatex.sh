#!/usr/bin/env bash
# pandoc writes an approximate date into BibLaTeX in a form that it cannot read: the date is gone
# Version: pandoc 3.9 (pypandoc_binary 1.17)
# Expected: the date 2024-12-22 of CSL JSON with "circa": true becomes date = {2024-12-22~}, as BibLaTeX
#   has it, and comes back.
# Seen: pandoc writes date = {2024-12-22\textasciitilde{}}. BibLaTeX takes no such date, and pandoc itself
#   reads the entry back without any date. It reads {2024-12-22~} rightly.
# Why it matters: dates of sources are often approximate ("published by"); a list of references that is
#   turned from CSL JSON into BibLaTeX loses just these dates, year and all.
# What to do: replace \textasciitilde{} in the date fields by ~, or give readers the CSL JSON.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.17
env/bin/python - <<'PYTHON'
import json
import sys

import pypandoc

print("pandoc", pypandoc.get_pandoc_version())
item = {"id": "a", "type": "webpage", "title": "T"}
item["issued"] = {"date-parts": [[2024, 12, 22]], "circa": True}


def read(biblatex):
    """The date that pandoc reads in a BibLaTeX entry."""
    (entry,) = json.loads(pypandoc.convert_text(biblatex, "csljson", format="biblatex"))
    return entry.get("issued")


written = pypandoc.convert_text(json.dumps([item]), "biblatex", format="csljson")
(line,) = [line.strip() for line in written.splitlines() if "date" in line]
seen = {
    "written": line,
    "read back": read(written),
    "read from ~": read("@online{a, title = {T}, date = {2024-12-22~}}"),
}
recorded = {
    "written": r"date = {2024-12-22\textasciitilde{}}",
    "read back": None,
    "read from ~": item["issued"],
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
