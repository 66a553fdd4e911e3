
// a type by an expression
WITH 'LEARNED_FROM' AS t MATCH ()-[r:$(t)]->() RETURN count(r) AS n

// the type of a value
MATCH (m:Measurement) RETURN DISTINCT valueType(m.value) AS t

// durations by size
MATCH ()-[a:ADOPTED]->() WHERE duration.between(date(a.earliest), date(a.latest)) > duration('P1Y') RETURN count(a) AS n

// durations by size, under names
UNWIND ['P1D', 'P2D'] AS text WITH duration(text) AS d WHERE d < duration('P3D') RETURN d

// maps by size
RETURN {a: 1} < {a: 2} AS x

// the text of a time
RETURN toString(datetime('2020-05-06T10:11:00Z')) AS x

// a distance on the globe
RETURN point.distance(point({longitude: 118, latitude: 26}), point({longitude: 119, latitude: 26})) AS d

// the shortest by a key word
MATCH p = SHORTEST 1 (a:Place {code:'520330'})-[:LEARNED_FROM]-+(b:Place {code:'350400'}) RETURN length(p) AS l

// any shortest
MATCH p = ANY SHORTEST (a:Place {code:'520330'})-[:WITHIN]->+(b:Place {code:'CN'}) RETURN length(p) AS l

// any path
MATCH p = ANY (a:Place {code:'520330'})-[:WITHIN]->+(b:Place {code:'CN'}) RETURN length(p) > 0 AS l

// a pattern inside a list's condition
MATCH (p:Place)-[:HAS_MODEL]->(m) WITH p, collect(m) AS ms RETURN p.code AS c, size([x IN ms WHERE (x)-[:COMPRISES]->()]) AS n

// split by several separators
RETURN split('a,b;c', [',', ';']) AS x

// either of two types
RETURN 1 IS :: INTEGER | FLOAT AS x

// a number with underlines
RETURN 1_000 AS x

// order of dates among other kinds
UNWIND [1, date('2020-01-01'), duration('P1D')] AS x RETURN x ORDER BY x

// full text
CALL db.index.fulltext.queryNodes('thing_names', '医共体') YIELD node RETURN node.code AS c

// numbers that the lines of Neo4j read in two ways
UNWIND [' 5 ', '0x10', '1_000'] AS text RETURN toInteger(text) AS x

// floats that the lines of Neo4j read in two ways
RETURN toFloat('1_000') AS x

// an index beyond 32 bits
RETURN [1, 2, 3][4294967296] AS x

// columns beside a star, in a union
WITH 1 AS z RETURN *, 2 AS a UNION WITH 1 AS z RETURN *, 3 AS a

// columns beside a star, in a part
CALL () { WITH 1 AS z RETURN *, 2 AS a } RETURN z, a

// grouped by a star
UNWIND [1, 1, 2] AS z RETURN *, count(*) AS n

// grouped by a star before the end
UNWIND [1, 1, 2] AS z WITH *, count(*) AS n RETURN z, n

// the smallest integer divided by the largest below nought
RETURN -9223372036854775808 / -1 AS x

// either of two NOT EXISTS beside a map on the edge
MATCH (m:ReformModel)-[:COMPRISES {stance: 'stated'}]->(w:Mechanism)
WHERE m.code = 'sanming' OR NOT EXISTS { MATCH (:Place)-[:ADOPTED]->(w) } RETURN count(w) AS n
