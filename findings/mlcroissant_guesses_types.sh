#!/usr/bin/env bash
# mlcroissant reads a CSV by guessing, and only then makes of it the types that are declared
# Version: mlcroissant 1.1.1 with pandas (its version is printed)
# Expected: a column that is sc:Text gives the text of the file; an sc:Date of a year alone is that
#   year, or an error.
# Seen: the text 010000 is 10000, and 10000.0 beside an empty cell; the text NA is missing; the
#   date 2019 is the first of January 1970 and 2019 nanoseconds; a large integer beside an empty
#   cell is another one.
# Why it matters: codes of places and years change on reading, although the metadata is right, and
#   mlcroissant finds no fault in it.
# What to do: read the CSV or Parquet files themselves; declare dates that may be years as sc:Text.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check mlcroissant==1.1.1
env/bin/python - <<'PYTHON'
import hashlib
import json
import sys
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

import mlcroissant as mlc

print("mlcroissant", version("mlcroissant"), "pandas", version("pandas"))


def cells(type_: str, *values: str) -> list[str]:
    """The values of a column of that type, as mlcroissant reads them."""
    Path("a.csv").write_text("row,cell\n" + "".join(f"r,{value}\n" for value in values))
    sha256 = hashlib.sha256(Path("a.csv").read_bytes()).hexdigest()
    file = mlc.FileObject(
        id="a.csv", name="a.csv", content_url="a.csv", encoding_formats=["text/csv"], sha256=sha256
    )
    source = mlc.Source(file_object="a.csv", extract=mlc.Extract(column="cell"))
    field = mlc.Field(id="r/cell", name="cell", data_types=type_, source=source)
    record_set = mlc.RecordSet(id="r", name="r", fields=[field])
    metadata = mlc.Metadata(
        name="a",
        description="a",
        url="https://example.org/a",
        cite_as="a",
        license=["CC-BY-4.0"],
        version="1.0.0",
        date_published=datetime(2026, 11, 29),
        distribution=[file],
        record_sets=[record_set],
    )
    Path("a.json").write_text(json.dumps(metadata.to_json(), default=str))
    dataset = mlc.Dataset(jsonld="a.json")
    assert not dataset.metadata.issues.errors
    assert not dataset.metadata.issues.warnings
    read = [record["r/cell"] for record in dataset.records("r")]
    return [value.decode() if isinstance(value, bytes) else str(value) for value in read]


seen = {
    "text": cells(mlc.DataType.TEXT, "010000", "020000"),
    "text and a gap": cells(mlc.DataType.TEXT, "010000", ""),
    "text NA": cells(mlc.DataType.TEXT, "NA", "GB"),
    "date": cells(mlc.DataType.DATE, "2019", "2020"),
    "integer and a gap": cells(mlc.DataType.INTEGER, "9007199254740993", ""),
}
recorded = {
    "text": ["10000", "20000"],
    "text and a gap": ["10000.0", "None"],
    "text NA": ["None", "GB"],
    "date": ["1970-01-01 00:00:00.000002019", "1970-01-01 00:00:00.000002020"],
    "integer and a gap": ["9007199254740992", "None"],
}

print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
