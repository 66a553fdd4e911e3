#!/usr/bin/env bash
# maplib drops statements whose value is valid but written in another way than its own, and cuts decimals after 12 digits
# Version: maplib 0.20.26 (PyPI) with polars 2.1.0
# Expected: Model.reads reads what the Turtle says: "1" is a boolean (XML Schema), a date may have a time zone, 24:00:00 is
#   the end of a day, integers and decimals have no end, and a moment without a zone has none.
# Seen: the first three and an integer of 20 digits are gone, without an error, with checked=True, its default. Of other
#   values, 1.1234567890123 ends after twelve digits, 0.0000000000004 is 0, and a moment without a zone is one of UTC.
# Why it matters: counts are short by what was dropped, and nothing says which statements they are. Many exports
#   write booleans as 1, and dates with a zone.
# What to do: rewrite such values before, or read with pyoxigraph; compare the number of statements with that of the file.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check maplib==0.20.26 polars==2.1.0
cat > read.py <<'PYTHON'
from maplib import Model

values = [
    ("true", "boolean"), ("1", "boolean"), ("2019-03-01", "date"), ("2019-03-01Z", "date"), ("2019-03-01T24:00:00Z", "dateTime"),
    ("2019-03-01T08:00:00", "dateTime"), ("12345678901234567890", "integer"), ("1.1234567890123", "decimal"),
    ("0.0000000000004", "decimal"),
]
for value, kind in values:
    model = Model()
    model.reads(f'<http://example.org/a> <http://example.org/p> "{value}"^^<http://www.w3.org/2001/XMLSchema#{kind}> .', "turtle")
    written = model.writes(format="ntriples").split('"')
    print(kind, value, "is", written[1] if len(written) > 1 else "gone")
PYTHON
seen=$(env/bin/python read.py 2> errors.txt)
recorded="boolean true is true
boolean 1 is gone
date 2019-03-01 is 2019-03-01
date 2019-03-01Z is gone
dateTime 2019-03-01T24:00:00Z is gone
dateTime 2019-03-01T08:00:00 is 2019-03-01T08:00:00+00:00
integer 12345678901234567890 is gone
decimal 1.1234567890123 is 1.123456789012
decimal 0.0000000000004 is 0"
echo "maplib 0.20.26"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
