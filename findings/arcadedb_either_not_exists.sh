#!/usr/bin/env bash
# ArcadeDB gives no rows where either of two NOT EXISTS may hold, beside a map on the edge
# Version: arcadedb-embedded 26.10.2.post1 (openCypher)
# Expected: the mechanism that one of two models lacks, as Neo4j gives it.
# Seen: with (model is A AND NOT EXISTS {...}) OR (model is B AND NOT EXISTS {...}) there is the
#   row; with a map of properties on the edge that MATCH names, {dataset: "d"}, there is none.
# Why it matters: "which of the two has what the other lacks" is answered with nothing at all.
# What to do: write one NOT EXISTS whose own WHERE names the other model, or the map as WHERE.
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


def answer(query: str) -> list[object]:
    with database.transaction():
        rows = database.command("opencypher", query)
        return [row.get(name) for row in rows or [] for name in row.property_names]


answer(
    "CREATE (a:Model {code: 'A'}), (b:Model {code: 'B'}), (m:Way {code: 'm'}), (n:Way {code: 'n'}) "
    "CREATE (a)-[:HAS {dataset: 'd'}]->(m), (b)-[:HAS {dataset: 'd'}]->(m), "
    "(a)-[:HAS {dataset: 'd'}]->(n)"
)
EITHER = """
WHERE (model.code = 'A' AND NOT EXISTS { MATCH (:Model {code: 'B'})-[:HAS]->(way) })
   OR (model.code = 'B' AND NOT EXISTS { MATCH (:Model {code: 'A'})-[:HAS]->(way) })
RETURN way.code AS way"""
seen = {
    "map on the edge": answer("MATCH (model:Model)-[link:HAS {dataset: 'd'}]->(way:Way)" + EITHER),
    "no map": answer("MATCH (model:Model)-[link:HAS]->(way:Way)" + EITHER),
}
database.close()
recorded = {"map on the edge": [], "no map": ["n"]}

print("seen:", seen)
if seen != recorded:
    sys.exit(f"changed: this finding says {recorded}")
PYTHON
