#!/usr/bin/env bash
# LadybugDB answers the same Cypher otherwise than Neo4j: one relationship counts as two, two labels are either
# Version: ladybug 0.22.0
# Expected: what openCypher says: within a MATCH each relationship is used once; (n:Place:Document) has both
#   labels; substring starts at 0; 2 IN [1, null] and null = null are unknown; sum of no rows is 0.
# Seen: a -> b and c -> b give 4 pairs (a)-->()<--(c) instead of 2; (n:Place:Document) finds nodes of either
#   label; substring starts at 1; 2 IN [1, null] is false, so NOT of it is true; CASE null WHEN null is a match;
#   the sum of no rows is null. Its documentation tells of the first three, not of the others.
# Why it matters: no query fails. "Who learned from the same place" finds each place beside itself, and lists
#   of what is not among known values hold what is unknown.
# What to do: write a.id <> c.id where two relationships may not be one; ask IS NOT NULL for each member of a
#   list; write coalesce(sum(...), 0).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check ladybug==0.22.0
env/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

import ladybug

print("ladybug", version("ladybug"))
connection = ladybug.Connection(ladybug.Database(":memory:"))
for statement in (
    "CREATE NODE TABLE Place(id STRING PRIMARY KEY, year INT64)",
    "CREATE NODE TABLE Document(id STRING PRIMARY KEY)",
    "CREATE REL TABLE learns(FROM Place TO Place)",
    "CREATE (a:Place {id: 'a', year: 2019}), (b:Place {id: 'b'}), (c:Place {id: 'c'}), (:Document {id: 'd'})",
    "MATCH (a:Place), (b:Place {id: 'b'}) WHERE a.id <> 'b' CREATE (a)-[:learns]->(b)",
):
    connection.execute(statement)
queries = {
    "MATCH (a:Place)-[:learns]->(:Place)<-[:learns]-(c:Place) RETURN count(*)": 4,
    "MATCH (n:Place:Document) RETURN count(*)": 4,
    "RETURN substring('abc', 1, 2)": "ab",
    "RETURN 2 IN [1, null]": False,
    "RETURN NOT 2 IN [1, null]": True,
    "RETURN null = null": None,
    "RETURN CASE null WHEN null THEN 'match' ELSE 'no match' END": "match",
    "MATCH (p:Place) WHERE p.year > 2020 RETURN sum(p.year)": None,
}
seen = {query: connection.execute(query).get_all()[0][0] for query in queries}
for query, value in seen.items():
    print(query, "->", value)
if seen != queries:
    sys.exit(f"changed: this finding says {queries}")
PYTHON
