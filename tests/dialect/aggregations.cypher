
// aggregation 1
UNWIND [1,2] AS x RETURN collect(x)[0] IS NOT NULL AS s

// aggregation 2
UNWIND [1,2] AS x RETURN collect(x)[0] AS s

// aggregation 3
UNWIND [1,2] AS x RETURN collect(x)[0] = 1 AS s

// aggregation 4
UNWIND [1,2] AS x RETURN count(x) IS NOT NULL AS s

// aggregation 5
UNWIND [1,2] AS x RETURN count(x) IS NULL AS s

// aggregation 6
UNWIND [1,2] AS x RETURN count(x) > 1 AS s

// aggregation 7
UNWIND [1,2] AS x RETURN NOT count(x) > 1 AS s

// aggregation 8
UNWIND [1,2] AS x RETURN count(x) > 1 AND sum(x) > 1 AS s

// aggregation 9
UNWIND [1,2] AS x RETURN CASE WHEN count(x) > 1 THEN 'many' ELSE 'one' END AS s

// aggregation 10
UNWIND [1,2] AS x RETURN CASE count(x) WHEN 2 THEN 'two' ELSE 'other' END AS s

// aggregation 11
UNWIND [1,2] AS x RETURN [y IN collect(x) WHERE y > 1 | y * 2] AS s

// aggregation 12
UNWIND [1,2] AS x RETURN {n: count(x), l: collect(x)} AS s

// aggregation 13
UNWIND [1,2] AS x RETURN [count(x), sum(x)] AS s

// aggregation 14
UNWIND [1,2] AS x RETURN reduce(a=0, y IN collect(x) | a + y) AS s

// aggregation 15
UNWIND [1,2] AS x RETURN all(y IN collect(x) WHERE y > 0) AS s

// aggregation 16
UNWIND [1,2] AS x RETURN any(y IN collect(x) WHERE y > 1) AS s

// aggregation 17
UNWIND [1,2] AS x RETURN 2 IN collect(x) AS s

// aggregation 18
UNWIND ['a','b'] AS x RETURN head(collect(x)) STARTS WITH 'a' AS s

// aggregation 19
UNWIND ['a','b'] AS x RETURN min(x) + max(x) AS s, min(x) =~ 'a' AS r, min(x) CONTAINS 'a' AS c

// aggregation 20
UNWIND [1,2] AS x RETURN collect(x)[0..1] AS s, collect(x)[-1] AS l

// aggregation 21
UNWIND [{a:1},{a:2}] AS x RETURN collect(x)[0].a AS s, head(collect(x)).a AS h

// aggregation 22
UNWIND [1,2] AS x RETURN -sum(x) AS s, +sum(x) AS t

// aggregation 23
UNWIND [1,2] AS x RETURN toString(count(x)) + ' rows' AS s

// aggregation 24
UNWIND [1,2] AS x RETURN coalesce(max(x), 0) AS s, coalesce(null, max(x)) AS t

// aggregation 25
UNWIND [1,2] AS x RETURN count(x) = 2 XOR count(x) = 3 AS s

// aggregation 26
UNWIND [1,2] AS x RETURN count(x) IN [1,2] AS s

// aggregation 27
UNWIND [1,2] AS x RETURN (count(x) > 1) = true AS s

// aggregation 28
UNWIND [1,2] AS x RETURN max(x) IS :: INTEGER AS s

// aggregation 29
UNWIND [1,2] AS x RETURN none(y IN collect(x) WHERE y > 5) AS n, single(y IN collect(x) WHERE y = 2) AS s

// aggregation 30
UNWIND [1,2] AS x RETURN size([y IN collect(x) WHERE y > 1]) AS s

// aggregation 31
UNWIND [1,2] AS x RETURN x, count(*) + x AS s ORDER BY x

// aggregation 32
UNWIND [1,2] AS x WITH collect(x) AS l, count(x) > 1 AS many RETURN l, many

// aggregation 33
UNWIND [1,2] AS x WITH CASE WHEN max(x) IS NULL THEN 'none' ELSE 'some' END AS c RETURN c

// aggregation 34
UNWIND [] AS x RETURN CASE WHEN count(x) = 0 THEN 'none' ELSE 'some' END AS c, max(x) IS NULL AS n

// aggregation 35
UNWIND [1,2] AS x RETURN sum(x) IS NOT NULL AS a, avg(x) IS NULL AS b, collect(x) IS NOT NULL AS c, min(x) IS NULL AS d

// aggregation 36
UNWIND [1,2] AS x RETURN 1 < count(x) < 3 AS s

// aggregation 37
UNWIND [[1],[2]] AS x RETURN collect(x)[0][0] AS s, size(collect(x)[0]) AS t

// aggregation 38
UNWIND [1,2] AS x RETURN count(DISTINCT x) = count(x) AS s, count(DISTINCT x) * 1.0 / count(x) AS t

// aggregation 39
MATCH (u:Unit) WITH u ORDER BY u.code RETURN collect(u)[0].code AS c, head(collect(u)).name_en AS n, collect(u {.code})[0].code AS m

// aggregation 40
MATCH (u:Unit) WITH u ORDER BY u.code RETURN [y IN collect(u) | y.code][0..2] AS c

// aggregation 41
MATCH (u:Unit) RETURN count(u) > 3 OR false AS c, NOT (count(u) > 3) AS d

// aggregation 42
MATCH (u:Unit) WITH count(u) AS n, max(u.code) IS NOT NULL AS has RETURN n, has

// aggregation 43
MATCH (p:Place) RETURN p.level AS l, max(p.code_system) IS NULL AS own ORDER BY l

// aggregation 44
MATCH (p:Place) WITH p.level AS l, collect(p.code_system) AS s RETURN l, s[0] IS NULL AS own ORDER BY l

// aggregation 45
MATCH (p:Place) RETURN p.level AS l, size(collect(p.code)) > 3 AS many, exists { MATCH (:Unit) } AS e ORDER BY l

// aggregation 46
UNWIND [3,1,2] AS x WITH x ORDER BY x RETURN collect(x)[toInteger(1)] AS s, collect(x)[size(collect(x))-1] AS l

// aggregation 47
UNWIND [1,2] AS x RETURN date({year: 2000 + max(x)}) AS d

// aggregation 48
UNWIND ['a','b'] AS x RETURN {k: max(x)}.k AS d, {k: max(x)}['k'] AS e

// aggregation 49
UNWIND [1,2,3] AS x RETURN count(x) + CASE WHEN max(x) > 2 THEN 1 ELSE 0 END AS d

// aggregation 50
UNWIND [1,2,3] AS x RETURN percentileCont(x, 0.5) > 1 AS d, stDev(x) > 0 AS e

// aggregation 51
UNWIND ['b','a'] AS x RETURN reverse(collect(x)) AS d, tail(collect(x)) AS e, x IS NULL AS n

// aggregation 52
UNWIND [1,null] AS x RETURN x IS NULL AS n, count(*) AS c ORDER BY n

// aggregation 53
UNWIND [1,null] AS x RETURN x IS NULL AS n, count(*) > 0 AS c, count(x) IS NOT NULL AND count(*) IS NOT NULL AS d ORDER BY n

// aggregation 54
MATCH (p:Place) WITH p, exists((p)-[:LEARNED_FROM]->()) AS learns RETURN learns, count(*) AS n ORDER BY learns

// aggregation 55
MATCH (p:Place) RETURN max(COUNT { (p)-[:ADOPTED]->() }) AS most

// aggregation 56
MATCH (p:Place) RETURN sum(size([(p)-[:ADOPTED]->(m) | m])) AS n

// aggregation 57
MATCH (p:Place) RETURN EXISTS { (p)-[:LEARNED_FROM]->() } AS e, count(p) AS n, collect(p.code)[0..0] AS x ORDER BY e

// aggregation 58
MATCH (p:Place) RETURN p.level = 'county' AS county, count(*) AS n ORDER BY county
