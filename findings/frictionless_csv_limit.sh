#!/usr/bin/env bash
# frictionless raises the limit of a CSV cell for the whole process, and only on its first CSV file
# Version: frictionless 5.21.0
# Expected: reading one table leaves csv.field_size_limit() of Python as it was; or the import sets it.
# Seen: the import leaves 131072; after the first CSV file the limit is 2147483646 in every thread
#   and for every other reader of the process.
# Why it matters: a program that relies on the limit to refuse an unclosed quotation mark accepts it
#   once a validator has run in the same process, and tests pass or fail by their order.
# What to do: set csv.field_size_limit() again after the first use, or validate in a process apart.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check frictionless==5.21.0
printf 'place,year\nA,2019\n' > places.csv
env/bin/python - <<'PYTHON'
import csv
import sys
from importlib.metadata import version

seen = {"at first": csv.field_size_limit()}
from frictionless import Resource

print("frictionless", version("frictionless"))
seen["after the import"] = csv.field_size_limit()
Resource("places.csv").read_rows()
seen["after a small file"] = csv.field_size_limit()
Resource("places.csv").read_rows()
seen["after a second file"] = csv.field_size_limit()
recorded = {
    "at first": 131072,
    "after the import": 131072,
    "after a small file": 2147483646,
    "after a second file": 2147483646,
}

print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
