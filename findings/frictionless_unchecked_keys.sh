#!/usr/bin/env bash
# frictionless accepts rows that break uniqueKeys and values that are no category
# Version: frictionless 5.21.0
# Expected: a descriptor of Data Package 2.0 is checked whole: two rows with one unique key, and a
#   value outside "categories", are faults.
# Seen: both are valid. A primary key, unique for one column and "enum" are checked.
# Why it matters: a release that passes may hold one statement twice.
# What to do: use primaryKey and enum for what must be checked, and check other keys yourself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check frictionless==5.21.0
cat > laws.csv <<'CSV'
place,year,scope
A,2019,city
A,2019,village
CSV
env/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

from frictionless import Package

print("frictionless", version("frictionless"))
PROFILES = "https://datapackage.org/profiles/2.0"


def faults(scope: dict[str, object], **keys: object) -> list[str]:
    fields = [{"name": "place", "type": "string"}, {"name": "year", "type": "integer"}]
    fields.append({"name": "scope", "type": "string", **scope})
    schema = {"$schema": f"{PROFILES}/tableschema.json", "fields": fields, **keys}
    resource = {"$schema": f"{PROFILES}/dataresource.json", "name": "laws", "path": "laws.csv"}
    package = {"$schema": f"{PROFILES}/datapackage.json", "name": "laws"}
    package["resources"] = [resource | {"schema": schema}]
    report = Package.from_descriptor(package).validate()
    return [error.type for task in report.tasks for error in task.errors]


seen = {
    "uniqueKeys": faults({}, uniqueKeys=[["place", "year"]]),
    "primaryKey": faults({}, primaryKey=["place", "year"]),
    "categories": faults({"categories": ["city", "county"]}),
    "enum": faults({"constraints": {"enum": ["city", "county"]}}),
}
recorded = {
    "uniqueKeys": [],
    "primaryKey": ["primary-key"],
    "categories": [],
    "enum": ["constraint-error"],
}

print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
