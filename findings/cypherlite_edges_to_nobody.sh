#!/usr/bin/env bash
# CypherLite ends a new relation at a node that it invents, in the very example of its README, and sorts nothing
# Version: cypherlite 2.0.1 (PyPI)
# Expected: MATCH (a …), (b …) CREATE (a)-[:KNOWS]->(b) joins the two nodes that are there (openCypher 9, MATCH and
#   CREATE); a second MATCH does not unbind the first. ORDER BY sorts. NOT of null is null, so the row is not kept.
#   OPTIONAL MATCH … WHERE keeps the row without a match. [:A|B] is either type. MERGE does not create twice.
# Seen: of two patterns with a comma the second is not looked up: the relation ends at a new node without label and
#   name, and every query with a comma gives null for it. Of two MATCH the first is forgotten, and the relation starts at
#   a new node. ORDER BY n.year leaves the rows as they were created. NOT n.year = 2012 keeps places without a year,
#   OPTIONAL MATCH … WHERE drops places without a match, [:A|B] is A alone, and MERGE after such a MATCH creates a relation
#   each time. No error is raised.
# Why it matters: it offers itself as the small embedded database for graphs, and is filled in just this way: places
#   first, then who learned from whom. All learners then learned from nobody.
# What to do: write both ends in one CREATE, and sort and filter in Python; or use LadybugDB.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check cypherlite==2.0.1
env/bin/python - > seen.txt <<'PYTHON'
import cypherlite

PLACES = ("CREATE (a:Place {name: 'a', year: 2012})", "CREATE (b:Place {name: 'b', year: 2014})",
          "CREATE (c:Place {name: 'c'})", "CREATE (d:Place {name: 'd', year: 2010})")
ONE = "CREATE (b:Place {name: 'b', year: 2014})-[:LEARNED {year: 2014}]->(a:Place {name: 'a'})"
OTHER = "CREATE (c:Place {name: 'c'})-[:PRAISED]->(d:Place {name: 'd'})"
COMMA = "MATCH (b:Place {name: 'b'}), (a:Place {name: 'a'}) CREATE (b)-[:LEARNED]->(a)"
TWICE = "MATCH (b:Place {name: 'b'}) MATCH (a:Place {name: 'a'}) CREATE (b)-[:LEARNED]->(a)"
MERGED = "MATCH (b:Place {name: 'b'}), (a:Place {name: 'a'}) MERGE (b)-[:NEAR]->(a)"
EDGES = "MATCH (x)-[r:LEARNED]->(y) RETURN x.name, y.name"
COUNT = "MATCH (x) RETURN count(*)"
for number, (name, written, queries) in enumerate((
    ("two patterns", (*PLACES, COMMA), (EDGES, COUNT, "MATCH (x:Place {name: 'b'}), (y:Place {name: 'a'}) RETURN x.name, y.name")),
    ("two MATCH", (*PLACES, TWICE), (EDGES, COUNT)),
    ("MERGE twice", (*PLACES, MERGED, MERGED), ("MATCH (x)-[r:NEAR]->(y) RETURN count(*)",)),
    ("sorting", PLACES, ("MATCH (n:Place) RETURN n.name, n.year ORDER BY n.year",
                         "MATCH (n:Place) WHERE NOT n.year = 2012 RETURN n.name")),
    ("one CREATE", (ONE, OTHER), (EDGES, "MATCH (x)-[r:LEARNED|PRAISED]->(y) RETURN x.name, y.name",
                                  "MATCH (x:Place) OPTIONAL MATCH (x)-[r:LEARNED]->(y) WHERE r.year > 2000 RETURN x.name, y.name")),
)):
    database = cypherlite.open(f"{number}.cyl")
    for query in written:
        database.execute(query)
    for query in queries:
        print(f"{name}: {query} =>", [tuple(dict(row).values()) for row in database.execute(query)])
PYTHON
seen=$(cat seen.txt)
recorded="two patterns: MATCH (x)-[r:LEARNED]->(y) RETURN x.name, y.name => [('b', None)]
two patterns: MATCH (x) RETURN count(*) => [(5,)]
two patterns: MATCH (x:Place {name: 'b'}), (y:Place {name: 'a'}) RETURN x.name, y.name => [('b', None)]
two MATCH: MATCH (x)-[r:LEARNED]->(y) RETURN x.name, y.name => [(None, 'a')]
two MATCH: MATCH (x) RETURN count(*) => [(5,)]
MERGE twice: MATCH (x)-[r:NEAR]->(y) RETURN count(*) => [(2,)]
sorting: MATCH (n:Place) RETURN n.name, n.year ORDER BY n.year => [('a', 2012), ('b', 2014), ('c', None), ('d', 2010)]
sorting: MATCH (n:Place) WHERE NOT n.year = 2012 RETURN n.name => [('b',), ('c',), ('d',)]
one CREATE: MATCH (x)-[r:LEARNED]->(y) RETURN x.name, y.name => [('b', 'a')]
one CREATE: MATCH (x)-[r:LEARNED|PRAISED]->(y) RETURN x.name, y.name => [('b', 'a')]
one CREATE: MATCH (x:Place) OPTIONAL MATCH (x)-[r:LEARNED]->(y) WHERE r.year > 2000 RETURN x.name, y.name => [('b', 'a')]"
echo "cypherlite 2.0.1"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
