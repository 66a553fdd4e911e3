#!/usr/bin/env bash
# ArcadeDB: a name is a label or a relationship type, never both; large numbers are cut in
# silence
# Version: arcadedb-embedded 26.10.2.post1 (openCypher)
# Expected: labels and types are two name spaces; toInteger of a number that does not fit is an
#   error, as in Neo4j; date("2019-Q2") is 1 April 2019.
# Seen: once a relationship is of type Adoption, CREATE (:Adoption) is refused;
#   toInteger("1e30") is 9223372036854775807 and toInteger("9223372036854775808") null; the
#   quarter is refused.
# Why it matters: a graph that loads in Neo4j may not load here, and a wrong number looks like a
#   number.
# What to do: keep labels (Adoption) and types (ADOPTED) apart, and use toFloat where numbers
#   may be large.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check arcadedb-embedded==26.10.2.post1
env/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

import arcadedb_embedded

print("arcadedb-embedded", version("arcadedb-embedded"))
database = arcadedb_embedded.create_database("graph")


def answer(query: str) -> object:
    try:
        with database.transaction():
            rows = database.command("opencypher", query)
            return [row.get(name) for row in rows or [] for name in row.property_names]
    except Exception as error:
        text = str(error)
        return "refused: " + ("not a" if "is not a" in text else "cannot parse" if "parse" in text else text)


seen = {
    "1e30": answer("RETURN toInteger('1e30') AS x"),
    "9223372036854775808": answer("RETURN toInteger('9223372036854775808') AS x"),
    "2019-Q2": answer("RETURN date('2019-Q2') AS x"),
    "relationship": answer("CREATE (:Place)-[r:Adoption]->(:Model) RETURN type(r) AS x"),
    "label of the same name": answer("CREATE (n:Adoption) RETURN labels(n) AS x"),
}
database.close()
recorded = {
    "1e30": [9223372036854775807],
    "9223372036854775808": [None],
    "2019-Q2": "refused: cannot parse",
    "relationship": ["Adoption"],
    "label of the same name": "refused: not a",
}

print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
