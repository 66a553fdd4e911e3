#!/usr/bin/env bash
# csvw takes any text for a year, refuses a bound on years, and writes Chinese addresses otherwise than it read them
# Version: csvw 4.1.1
# Expected: CSV on the Web (Metadata Vocabulary, 5.11) has gYear and gYearMonth among its datatypes, as XML
#   Schema defines them, and asks that a cell which is no value of its datatype be an error; minimum and maximum
#   are for numeric, date/time and duration types. anyURI holds any text (XML Schema 1.1, 3.3.17.1: "any
#   finite-length sequence of characters").
# Seen: of gYear "2019", "abc" and "2019?" are read alike, of gYearMonth "2019-13", of gMonthDay "--13-01";
#   is_valid is True. A minimum on gYear fails with "not a numeric, date/time, or duration type". A day in a
#   column of dateTime is read as its midnight and written so. An address with 三明 is written with percent signs,
#   as another text.
# Why it matters: years and months are the dates of this field, and the check passes each slip. Addresses and
#   IRIs with Chinese are keys; after one reading and writing they join no other table.
# What to do: give year columns the base "string" with a pattern as "format" and addresses the base "string".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check csvw==4.1.1
env/bin/python - <<'PYTHON'
import json
import sys
from importlib.metadata import version
from pathlib import Path

from csvw import CSVW, Datatype, Table

print("csvw", version("csvw"))
NAMES = ["gYear", "gYearMonth", "gMonthDay", "date", "dateTime", "anyURI"]
GOOD = ["2019", "2019-03", "--03-01", "2019-03-01", "2019-03-01T08:00:00", "http://example.org/a"]
ODD = ["2019?", "2019-13", "--13-01", "2019-03-01", "2019-03-01", "http://example.org/三明"]


def table(rows):
    """The path of the description of a table of these rows."""
    Path("data.csv").write_text("".join(",".join(row) + "\n" for row in [NAMES, *rows]), encoding="utf-8")
    columns = [{"name": name, "datatype": name} for name in NAMES]
    text = {"@context": "http://www.w3.org/ns/csvw", "url": "data.csv", "tableSchema": {"columns": columns}}
    Path("data.csv-metadata.json").write_text(json.dumps(text))
    return "data.csv-metadata.json"


seen = {
    "good": CSVW(table([GOOD])).is_valid,
    "a day that is none": CSVW(table([["2019", "2019-03", "--03-01", "2019-02-30", *GOOD[4:]]])).is_valid,
    "odd": CSVW(table([ODD])).is_valid,
}
read = Table.from_file("data.csv-metadata.json")
read.write(list(read), fname="again.csv")
seen["written"] = Path("again.csv").read_text(encoding="utf-8").splitlines()[1].split(",")
seen["abc"] = Datatype.fromvalue("gYear").parse("abc")
try:
    Datatype.fromvalue({"base": "gYear", "minimum": "2000"})
    seen["minimum"] = "taken"
except ValueError as error:
    seen["minimum"] = str(error)[-55:]
recorded = {
    "good": True,
    "a day that is none": False,
    "odd": True,
    "written": [
        "2019?",
        "2019-13",
        "--13-01",
        "2019-03-01",
        "2019-03-01T00:00:00",
        "http://example.org/%E4%B8%89%E6%98%8E",
    ],
    "abc": "abc",
    "minimum": "datatype is not a numeric, date/time, or duration type.",
}
print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
