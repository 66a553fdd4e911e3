#!/usr/bin/env bash
# cypherast writes queries without their brackets: "not (a or b)" becomes "not a, or b"
# Version: cypherast 0.1.12 (translate, optimize, run)
# Expected: a translated or optimized query asks the same. In openCypher 9 AND binds before OR, NOT before both, and
#   operators of one rank go from left to right, so brackets that say otherwise stay. Within one pattern a relationship
#   is used once; count(*) of nothing is one row with 0; "not in a list with null" is null, so no row is kept.
# Seen: no brackets are left, not even when the query is translated from neo4j to neo4j. Asked by cypherast's own run(),
#   the query before and after gives other rows. run() takes one relationship twice, so each learner is also its
#   own fellow learner, gives no row for count(*) of nothing, and keeps rows by NOT IN a list with null.
# Why it matters: it is made to carry queries over between Neo4j, Memgraph and others. The new text looks right, runs, and
#   finds other places: those that the question excludes.
# What to do: use graphglot, which keeps brackets; nest conditions in WITH … WHERE … instead of brackets.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check cypherast==0.1.12 graphglot==0.14.3
env/bin/python - > seen.txt <<'PYTHON'
import cypherast
from cypherast.executor.graph import Graph
from graphglot.dialect import Dialect

graph = Graph()
a, b, c, d = (graph.create_node("Place", name=name, **values) for name, values in (
    ("a", {"year": 2012}), ("b", {"year": 2014}), ("c", {}), ("d", {"year": 2010})))
for source, target in ((b, a), (c, a)):
    graph.create_rel(source, target, "LEARNED")
neo4j = Dialect.get_or_raise("neo4j")


def names(query):
    """The rows that cypherast itself finds."""
    return [tuple(row) for row in cypherast.run(query, graph=graph).rows]


for condition in ("NOT (n.name = 'a' OR n.name = 'b')", "(n.name = 'a' OR n.name = 'b') AND n.year = 2014",
                  "n.year - (2000 - 12) = 24"):
    query = f"MATCH (n:Place) WHERE {condition} RETURN n.name"
    for name, written in (("given", query), ("graphglot", neo4j.generate(neo4j.parse(query)[0])),
                          ("translated", cypherast.translate(query, from_="neo4j", to_="neo4j")),
                          ("optimized", cypherast.optimize(query).cypher())):
        print(f"{name}: {' '.join(written.split())} =>", *names(written))
for query in ("MATCH (x)-[:LEARNED]->(y)<-[:LEARNED]-(z) RETURN x.name, y.name, z.name",
              "MATCH (n:Reform) RETURN count(*)", "MATCH (n:Place) WHERE NOT n.year IN [2012, null] RETURN n.name"):
    print(f"{query} =>", *names(query))
PYTHON
seen=$(cat seen.txt)
recorded="given: MATCH (n:Place) WHERE NOT (n.name = 'a' OR n.name = 'b') RETURN n.name => ('c',) ('d',)
graphglot: MATCH (n :Place) WHERE NOT (n.name = 'a' OR n.name = 'b') RETURN n.name => ('c',) ('d',)
translated: MATCH (n:Place) WHERE NOT n.name = 'a' OR n.name = 'b' RETURN n.name => ('b',) ('c',) ('d',)
optimized: MATCH (n:Place) WHERE NOT n.name = 'a' OR n.name = 'b' RETURN n.name => ('b',) ('c',) ('d',)
given: MATCH (n:Place) WHERE (n.name = 'a' OR n.name = 'b') AND n.year = 2014 RETURN n.name => ('b',)
graphglot: MATCH (n :Place) WHERE (n.name = 'a' OR n.name = 'b') AND n.year = 2014 RETURN n.name => ('b',)
translated: MATCH (n:Place) WHERE n.name = 'a' OR n.name = 'b' AND n.year = 2014 RETURN n.name => ('a',) ('b',)
optimized: MATCH (n:Place{year: 2014}) WHERE n.name = 'a' OR n.name = 'b' RETURN n.name => ('b',)
given: MATCH (n:Place) WHERE n.year - (2000 - 12) = 24 RETURN n.name => ('a',)
graphglot: MATCH (n :Place) WHERE n.year - (2000 - 12) = 24 RETURN n.name => ('a',)
translated: MATCH (n:Place) WHERE n.year - 2000 - 12 = 24 RETURN n.name =>
optimized: MATCH (n:Place) WHERE n.year - 2000 - 12 = 24 RETURN n.name =>
MATCH (x)-[:LEARNED]->(y)<-[:LEARNED]-(z) RETURN x.name, y.name, z.name => ('b', 'a', 'b') ('b', 'a', 'c') ('c', 'a', 'b') ('c', 'a', 'c')
MATCH (n:Reform) RETURN count(*) =>
MATCH (n:Place) WHERE NOT n.year IN [2012, null] RETURN n.name => ('b',) ('d',)"
echo "cypherast 0.1.12, graphglot 0.14.3"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
