
// how many nodes of each label
MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS n ORDER BY n DESC, label

// how many edges of each type
MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS n ORDER BY n DESC, type

// how many edges, read undirected
MATCH ()-[r]-() RETURN count(r) AS n, count(DISTINCT r) AS d

// label expressions
MATCH (n:Place|Organisation) RETURN labels(n)[0] IN ['Place','Organisation','Thing'] AS ok, count(*) AS n

// nodes that are no things
MATCH (n:!Thing) RETURN DISTINCT [l IN labels(n) WHERE l <> 'x'] AS labels, count(*) AS n

// conjunction of labels
MATCH (n:Thing&!(Place|Organisation|Mechanism)) UNWIND labels(n) AS l WITH l WHERE l <> 'Thing' RETURN l, count(*) AS n ORDER BY l

// wildcard label
MATCH (n:%) RETURN count(n) AS n

// label predicate in an expression
MATCH (n:Thing) RETURN n:Place AS place, count(*) AS n ORDER BY place

// label predicate, is labelled
MATCH (n) WHERE n IS Place RETURN count(n) AS n

// top adopters
MATCH (p)-[a:ADOPTED]->(m:Mechanism) RETURN p.code AS code, p.name_zh AS name, count(DISTINCT m) AS mechanisms ORDER BY mechanisms DESC, code LIMIT 10

// skip and limit
MATCH (p:Place) RETURN p.code AS code ORDER BY code SKIP 5 LIMIT 5

// skip beyond
MATCH (p:Place) RETURN p.code AS code ORDER BY code SKIP 500

// limit none
MATCH (p:Place) RETURN p.code AS code LIMIT 0

// limit by an expression
MATCH (p:Place) RETURN p.code AS code ORDER BY code LIMIT toInteger(2.5) + 1

// offset is skip
MATCH (p:Place) RETURN p.code AS code ORDER BY code OFFSET 3 LIMIT 2

// order with nulls last going up
MATCH (p)-[a:ADOPTED]->(m) RETURN DISTINCT a.since AS since ORDER BY since

// order with nulls first going down
MATCH (p)-[a:ADOPTED]->(m) RETURN DISTINCT a.since AS since ORDER BY since DESC LIMIT 3

// order of mixed types
UNWIND [1, 'a', true, null, 2.5, [1], {a:1}, date('2020-01-01')] AS x RETURN x ORDER BY x

// order of strings by code point
UNWIND ['b','B','a','A','é','医','一','10','9','_',' ', '😀', '\uFFFD'] AS s WITH s ORDER BY s RETURN collect(s) AS l

// order of strings of Chinese
MATCH (p:Place) WITH p.name_zh AS n ORDER BY n RETURN collect(n) AS l

// min and max of mixed
UNWIND [1, 'a', true, null, 2.5, [1]] AS x RETURN min(x) AS least, max(x) AS most

// min max of strings
MATCH (p:Place) RETURN min(p.name_zh) AS least, max(p.name_en) AS most

// aggregates of nothing
MATCH (n:Nothing) RETURN count(n) AS c, sum(n.x) AS s, avg(n.x) AS a, min(n.x) AS mi, max(n.x) AS ma, collect(n.x) AS l, stDev(n.x) AS sd

// aggregates of nulls
UNWIND [null, null] AS x RETURN count(x) AS c, count(*) AS rows, sum(x) AS s, avg(x) AS a, min(x) AS mi, collect(x) AS l

// sum of integers and floats
UNWIND [1, 2, 3] AS x RETURN sum(x) AS i, sum(x * 1.0) AS f, avg(x) AS a

// average of a mixed list
UNWIND [1, 2.5, null] AS x RETURN avg(x) AS a, sum(x) AS s, count(x) AS n

// standard deviations
UNWIND [2, 4, 4, 4, 5, 5, 7, 9] AS x RETURN stDev(x) AS s, stDevP(x) AS p

// percentiles
UNWIND [10, 20, 30, 40] AS x RETURN percentileCont(x, 0.5) AS c, percentileDisc(x, 0.5) AS d, percentileCont(x, 0.25) AS q, percentileDisc(x, 0.0) AS z

// percentile of one
UNWIND [10] AS x RETURN percentileCont(x, 0.5) AS c, percentileDisc(x, 1.0) AS d

// count distinct with nulls
UNWIND [1, 1, null, 2, 1.0] AS x RETURN count(DISTINCT x) AS n, collect(DISTINCT x) AS l

// group by null
UNWIND [1, null, null, 2] AS x RETURN x, count(*) AS n ORDER BY x

// group by one and one point nought
UNWIND [1, 1.0, 2] AS x RETURN x, count(*) AS n ORDER BY x, n

// distinct of one and one point nought
UNWIND [1, 1.0, '1', true, [1], [1.0]] AS x RETURN count(DISTINCT x) AS n

// distinct of lists
UNWIND [[1,2],[1,2],[2,1],null,null] AS x RETURN DISTINCT x ORDER BY x

// distinct of maps
UNWIND [{a:1,b:2},{b:2,a:1},{a:1}] AS x RETURN count(DISTINCT x) AS n

// having
MATCH (m:Mechanism)<-[:ADOPTED]-(p:Place) WITH m, count(DISTINCT p) AS n WHERE n >= 4 RETURN m.code AS code, n ORDER BY n DESC, code

// aggregation in an expression
MATCH (p:Place)-[a:ADOPTED]->(m) RETURN p.code AS code, count(a) * 100 / 7 AS share, toFloat(count(a)) / 7 AS exact ORDER BY share DESC, code LIMIT 8

// aggregate of an aggregate through with
MATCH (p:Place)-[:ADOPTED]->(m) WITH p, count(m) AS n RETURN avg(n) AS a, max(n) AS m, min(n) AS l, sum(n) AS s

// collect sorted before
MATCH (p:Place)-[:ADOPTED]->(m) WITH p, m ORDER BY m.code WITH p, collect(DISTINCT m.code) AS codes WHERE size(codes) > 3 RETURN p.code AS code, codes[0..3] AS three, size(codes) AS n ORDER BY n DESC, code

// collect of maps
MATCH (p:Place {code:'350400'})-[r:HAS_MODEL]->(m:ReformModel) WITH r, m ORDER BY m.code, r.since RETURN collect({code: m.code, since: r.since}) AS models

// map projection of a node
MATCH (p:Place {code:'350400'}) RETURN p {.code, .name_zh, .nothing, x: 1} AS p

// map projection of all
MATCH (u:Unit) RETURN u {.*} AS u ORDER BY u.code LIMIT 3

// map projection with a variable
MATCH (p:Place {code:'350400'}) WITH p, 3 AS three RETURN p {.code, three} AS p

// map projection with a nested list (lists in any order)
MATCH (p:Place {code:'520330'}) RETURN p {.code, models: [(p)-[:HAS_MODEL]->(m) | m.code]} AS p

// optional match of nothing
MATCH (p:Place) OPTIONAL MATCH (p)-[l:LEARNED_FROM]->(t:Place) RETURN p.code AS code, t.code AS teacher, l.how AS how ORDER BY code, teacher, how

// optional match counts nought
MATCH (p:Place) OPTIONAL MATCH (p)-[l:LEARNED_FROM]->(t) RETURN p.code AS code, count(l) AS n ORDER BY n DESC, code LIMIT 6

// optional match with a where of its own
MATCH (p:Place) OPTIONAL MATCH (p)-[a:ADOPTED]->(m) WHERE a.since IS NOT NULL RETURN p.code AS code, count(a) AS n ORDER BY n DESC, code

// optional match at the beginning
OPTIONAL MATCH (n:Nothing) RETURN n AS n, n.code AS code

// two optional matches
MATCH (p:Place) OPTIONAL MATCH (p)-[:HAS_MODEL]->(m) OPTIONAL MATCH (m)-[:DERIVED_FROM]->(o) RETURN p.code AS p, m.code AS m, o.code AS o ORDER BY p, m, o

// optional match, then match on null
OPTIONAL MATCH (n:Nothing) WITH n MATCH (n)-[r]->(m) RETURN count(m) AS n

// exists with a pattern
MATCH (p:Place) WHERE EXISTS { (p)-[:LEARNED_FROM]->() } RETURN p.code AS code ORDER BY code

// not exists
MATCH (p:Place) WHERE NOT EXISTS { MATCH (p)-[:ADOPTED]->(:Mechanism) } RETURN p.code AS code ORDER BY code

// exists function on a pattern
MATCH (p:Place) WHERE exists((p)-[:HAS_MODEL]->()) RETURN count(p) AS n

// pattern as a predicate
MATCH (p:Place) WHERE (p)-[:HAS_MODEL]->(:ReformModel) AND NOT (p)-[:LEARNED_FROM]->() RETURN p.code AS code ORDER BY code

// count of a pattern
MATCH (p:Place) WHERE COUNT { (p)-[:ADOPTED]->() } > 5 RETURN p.code AS code, COUNT { (p)-[:ADOPTED]->() } AS n ORDER BY n DESC, code

// count with a where
MATCH (p:Place) RETURN p.code AS code, COUNT { MATCH (p)-[a:ADOPTED]->(m) WHERE a.local_name IS NOT NULL } AS named ORDER BY named DESC, code LIMIT 5

// collect subquery
MATCH (p:Place {code:'520330'}) RETURN COLLECT { MATCH (p)-[:HAS_MODEL]->(m) RETURN m.code ORDER BY m.code } AS models

// exists with a union
MATCH (p:Place) WHERE EXISTS { MATCH (p)-[:LEARNED_FROM]->() RETURN 1 AS x UNION MATCH (p)<-[:LEARNED_FROM]-() RETURN 1 AS x } RETURN p.code AS code ORDER BY code

// exists inside exists
MATCH (p:Place) WHERE EXISTS { MATCH (p)-[:HAS_MODEL]->(m) WHERE EXISTS { (m)-[:DERIVED_FROM]->() } } RETURN p.code AS code ORDER BY code

// exists in a return
MATCH (p:Place) RETURN p.code AS code, EXISTS { (p)-[:LEARNED_FROM]->() } AS learns ORDER BY learns DESC, code LIMIT 8

// size of a pattern comprehension
MATCH (p:Place) RETURN p.code AS code, size([(p)-[:ADOPTED]->(m) WHERE m.name_zh CONTAINS '医' | m.code]) AS n ORDER BY n DESC, code LIMIT 5

// pattern comprehension with an edge
MATCH (p:Place {code:'520330'}) WITH [(p)-[r:HAS_MODEL]->(m) | [m.code, r.since]] AS l UNWIND l AS x RETURN x ORDER BY x

// variable length with bounds
MATCH (a:Place)-[:WITHIN*1..3]->(b:Place) RETURN count(*) AS n, count(DISTINCT a) AS a, count(DISTINCT b) AS b

// variable length exact
MATCH (a)-[:WITHIN*2]->(b) RETURN a.code AS a, b.code AS b, count(*) AS n ORDER BY a, b

// variable length from nought
MATCH (m:Mechanism {code:'specialty-alliance'})<-[:BROADER*0..]-(n) RETURN n.code AS code ORDER BY code

// variable length with properties
MATCH p = (a:Place)-[:WITHIN* {basis:'text'}]->(b:Place) RETURN length(p) AS length, count(*) AS n ORDER BY length

// variable length undirected
MATCH (a:ReformModel)-[:DERIVED_FROM*1..4]-(b:ReformModel) RETURN a.code AS a, b.code AS b, count(*) AS ways ORDER BY a, b

// list of the edges of a path
MATCH (a:Place {code:'320115'})-[rs:WITHIN*1..3]->(b) RETURN b.code AS b, [r IN rs | r.basis] AS bases, size(rs) AS n ORDER BY b, bases

// nodes of a path
MATCH p = (a:Organisation)-[:WITHIN*1..4]->(b:Place {code:'CN'}) RETURN [n IN nodes(p) | n.code] AS codes ORDER BY codes LIMIT 20

// path functions
MATCH p = (a:Place {code:'520330'})-[:LEARNED_FROM]->(b) RETURN length(p) AS l, startNode(relationships(p)[0]).code AS s, endNode(relationships(p)[0]).code AS e, type(relationships(p)[0]) AS t

// quantified relationship
MATCH (a:Mechanism)-[:BROADER]->{1,3}(b:Mechanism) RETURN count(*) AS n, count(DISTINCT b) AS b

// quantified path pattern
MATCH (a:ReformModel) ((x)-[d:DERIVED_FROM]->(y)){1,3} (b:ReformModel) RETURN a.code AS a, b.code AS b, [n IN x | n.code] AS steps, size(d) AS n ORDER BY a, b, steps

// quantified path plus
MATCH (a:Mechanism)-[:BROADER]->+(b:Mechanism) RETURN b.code AS b, count(DISTINCT a) AS n ORDER BY n DESC, b LIMIT 5

// quantified path star
MATCH (a:Mechanism)-[:BROADER]->*(b:Mechanism {code:'care-between-levels'}) RETURN a.code AS a ORDER BY a

// quantified path with a where
MATCH (a:Place) ((x)-[w:WITHIN WHERE w.basis = 'text']->(y)){2} (b) RETURN a.code AS a, b.code AS b ORDER BY a, b LIMIT 20

// quantified path exact
MATCH (a:Mechanism)-[:BROADER]->{2}(b) RETURN a.code AS a, b.code AS b ORDER BY a, b LIMIT 10

// shortest path
MATCH (a:Place {code:'520330'}), (b:Place {code:'350400'}) MATCH p = shortestPath((a)-[*..6]-(b)) RETURN length(p) AS l

// shortest path by types
MATCH (a:Place {code:'320115'}), (b:Place {code:'CN'}), p = shortestPath((a)-[:WITHIN*..5]->(b)) RETURN [n IN nodes(p) | n.code] AS codes

// all shortest paths
MATCH (a:Place {code:'520330'}), (b:Place {code:'350400'}), p = allShortestPaths((a)-[*..4]-(b)) RETURN length(p) AS l, count(p) AS n

// no edge twice in one pattern
MATCH (a:Place)-[r1:HAS_MODEL]->(m)<-[r2:HAS_MODEL]-(b) RETURN a.code AS a, m.code AS m, b.code AS b ORDER BY a, m, b

// edges twice over two matches
MATCH (a:Place)-[r1:HAS_MODEL]->(m) MATCH (m)<-[r2:HAS_MODEL]-(b) RETURN count(*) AS n

// parallel edges
MATCH (a)-[r:ADOPTED]->(m) WITH a, m, count(r) AS n WHERE n > 1 RETURN a.code AS a, m.code AS m, n ORDER BY n DESC, a, m LIMIT 10

// several edge types
MATCH (a:Place)-[r:LEARNED_FROM|HAS_MODEL|ADOPTED]->(b) RETURN type(r) AS type, count(*) AS n ORDER BY type

// edge type negated
MATCH (p:Place)-[r:!ADOPTED&!WITHIN]->(x) RETURN type(r) AS type, count(*) AS n ORDER BY type

// type in a list
MATCH (p:Place)-[r]->(x) WHERE type(r) IN ['ADOPTED','HAS_MODEL'] RETURN type(r) AS type, count(*) AS n ORDER BY type

// type starts with
MATCH ()-[r]->() WHERE type(r) STARTS WITH 'A' RETURN DISTINCT type(r) AS t ORDER BY t

// inline where in a node
MATCH (p:Place WHERE p.level = 'county')-[:WITHIN]->(q:Place) RETURN p.code AS p, q.code AS q ORDER BY p, q

// inline where in an edge
MATCH (p)-[r:LEARNED_FROM WHERE r.how = 'adapted']->(t) RETURN p.code AS p, t.code AS t ORDER BY p

// unwind and match
UNWIND ['350400','520330','nothing'] AS code MATCH (p:Place {code: code}) RETURN code, p.name_zh AS name ORDER BY code

// unwind of nothing
UNWIND [] AS x RETURN x

// unwind of null
UNWIND null AS x RETURN x

// unwind nested
UNWIND [[1,2],[3]] AS l UNWIND l AS x RETURN x, l ORDER BY x

// union
MATCH (p:Place)-[:LEARNED_FROM]->() RETURN p.code AS code UNION MATCH (p:Place)-[:HAS_MODEL]->() RETURN p.code AS code

// union all
MATCH (p:Place)-[:LEARNED_FROM]->() RETURN p.code AS code UNION ALL MATCH (p:Place)<-[:LEARNED_FROM]-() RETURN p.code AS code

// call with imported variables
MATCH (p:Place) CALL (p) { MATCH (p)-[:ADOPTED]->(m) RETURN count(m) AS n } RETURN p.code AS code, n ORDER BY n DESC, code LIMIT 5

// call with a with
MATCH (p:Place) CALL { WITH p MATCH (p)-[:ADOPTED]->(m) RETURN count(m) AS n } RETURN p.code AS code, n ORDER BY n DESC, code LIMIT 5

// call with everything imported
MATCH (p:Place) CALL (*) { MATCH (p)-[:ADOPTED]->(m) RETURN m.code AS m ORDER BY m LIMIT 1 } RETURN p.code AS code, m ORDER BY code

// call with a union inside
CALL { MATCH (p:Place) RETURN p.code AS code UNION MATCH (o:Organisation) RETURN o.code AS code } RETURN count(code) AS n

// optional call
MATCH (p:Place) OPTIONAL CALL (p) { MATCH (p)-[:LEARNED_FROM]->(t) RETURN t.code AS t } RETURN p.code AS code, t ORDER BY code, t LIMIT 10

// top per group by call
MATCH (s:Source) CALL (s) { MATCH (x:Statement)-[:IN]->(s) RETURN x.kind AS kind, count(*) AS n ORDER BY n DESC, kind LIMIT 2 } RETURN s.code AS source, kind, n ORDER BY source, n DESC, kind

// with star
MATCH (p:Place {code:'350400'}) WITH *, 1 AS one RETURN p.code AS code, one

// return star
MATCH (p:Place {code:'350400'}) WITH p.code AS code, p.name_en AS name RETURN *

// with and where
MATCH (p:Place) WITH p.level AS level, count(*) AS n WHERE n > 1 RETURN level, n ORDER BY n DESC, level

// order by something not returned
MATCH (p:Place) RETURN p.name_en AS name ORDER BY p.code DESC LIMIT 3

// order by an expression
MATCH (p:Place) RETURN p.name_en AS name ORDER BY size(p.name_en) DESC, name LIMIT 5

// columns without names
MATCH (p:Place {code:'350400'}) RETURN p.code, p.name_zh, size(p.name_en), count(*)

// columns of expressions as written
RETURN 1 + 2, 'a'  +  'b', [1,2][0], CASE WHEN true THEN 1 END

// the columns of an empty answer
MATCH (p:Place {code:'none'}) RETURN p.code AS code, p.name_zh

// a node as it is
MATCH (u:Unit {code:'count'}) RETURN u

// an edge as it is
MATCH (:Place {code:'520330'})-[r:LEARNED_FROM]->() RETURN r

// a path as it is
MATCH p = (:Place {code:'520330'})-[:LEARNED_FROM]->() RETURN p

// a list of nodes
MATCH (u:Unit) WITH u ORDER BY u.code LIMIT 3 RETURN collect(u) AS units

// a map of nodes
MATCH (u:Unit {code:'count'}) RETURN {unit: u, n: 1} AS m

// properties of a node
MATCH (u:Unit {code:'count'}) RETURN properties(u) AS p

// keys of a node, in order
MATCH (p:Place {code:'350400'}) UNWIND keys(p) AS k RETURN k ORDER BY k

// all keys of edges
MATCH ()-[r:ADOPTED]->() UNWIND keys(r) AS k RETURN k, count(*) AS n ORDER BY k

// dynamic property
MATCH (p:Place {code:'350400'}) RETURN p['name_' + 'zh'] AS name

// dynamic label
WITH 'Place' AS l MATCH (p:$(l)) RETURN count(p) AS n

// dates from text
MATCH (p)-[a:ADOPTED]->(m) WHERE a.earliest IS NOT NULL RETURN date(a.earliest).year AS year, count(*) AS n ORDER BY year

// days between first and last
MATCH (p:Place)-[a:ADOPTED]->(m) WHERE a.earliest IS NOT NULL AND a.latest IS NOT NULL RETURN p.code AS p, m.code AS m, duration.inDays(date(a.earliest), date(a.latest)).days AS days ORDER BY days DESC, p, m LIMIT 10

// text compared with text dates
MATCH (p)-[a:ADOPTED]->(m) WHERE a.earliest >= '2020-01-01' AND a.latest < '2023-01-01' RETURN p.code AS p, m.code AS m, a.earliest AS e, a.latest AS l ORDER BY p, m, e

// a null comparison drops the row
MATCH (p)-[a:ADOPTED]->(m) WHERE NOT a.earliest >= '2020-01-01' RETURN count(*) AS n

// coalesce then compare
MATCH (p)-[a:ADOPTED]->(m) WHERE coalesce(a.earliest, '0000-01-01') <= '2020-01-01' RETURN count(*) AS n

// decade
MATCH (e)<-[r:TOOK_PART_IN]-(p) WHERE r.when IS NOT NULL RETURN substring(r.when, 0, 3) + '0s' AS decade, count(*) AS n ORDER BY decade

// regular expression on Chinese
MATCH (m:Mechanism) WHERE m.name_zh =~ '.*医.*' RETURN m.code AS c ORDER BY c

// case-insensitive contains
MATCH (m:Mechanism) WHERE toLower(m.name_en) CONTAINS 'care' RETURN m.code AS c ORDER BY c

// alt names
MATCH (t:Thing) WHERE t.alt_names IS NOT NULL RETURN t.code AS c, size(t.alt_names) AS n, t.alt_names AS names ORDER BY n DESC, c LIMIT 10

// any alt name
MATCH (t:Thing) WHERE any(a IN t.alt_names WHERE a CONTAINS '三明') RETURN t.code AS c ORDER BY c

// in a list property
MATCH (t:Thing) WHERE '贵溪' IN t.alt_names RETURN t.code AS c

// in a null list is null
MATCH (t:Place) WHERE NOT 'x' IN t.alt_names RETURN count(*) AS n

// unwind a null property
MATCH (t:Place) UNWIND t.alt_names AS a RETURN t.code AS c, a ORDER BY c, a

// unwind keeps rows by a case
MATCH (t:Place) UNWIND CASE WHEN t.alt_names IS NULL THEN [null] ELSE t.alt_names END AS a RETURN count(*) AS n, count(a) AS named

// statements of an edge
MATCH (:Place {code:'520330'})-[r:LEARNED_FROM]->(t) UNWIND r.statements AS id MATCH (s:Statement {id: id})-[:IN]->(src:Source) RETURN t.code AS t, src.code AS source, s.start AS start, s.end AS end

// statement roles
MATCH (s:Statement)-[a:ABOUT]->(t:Thing) RETURN s.kind AS kind, a.role AS role, count(*) AS n ORDER BY kind, role

// length of statements
MATCH (s:Statement)-[:IN]->(src) RETURN src.code AS source, sum(s.end - s.start) AS chars, avg(s.end - s.start) AS mean, max(s.end - s.start) AS most ORDER BY source

// share of a source that is cited
MATCH (s:Statement)-[:IN]->(src) WITH src, sum(s.end - s.start) AS chars RETURN src.code AS source, chars * 100 / src.length AS percent, round(100.0 * chars / src.length, 1) AS exact ORDER BY source

// integer division of counts
MATCH (s:Statement) WITH count(s) AS n RETURN n / 7 AS whole, n % 7 AS rest, n / 7.0 AS exact, toInteger(n / 7.0) AS cut

// figures
MATCH (m:Measurement)-[:OF]->(t), (m)-[:MEASURES]->(i) RETURN t.code AS t, i.code AS i, m.value AS v, m.bound AS b, m.unit AS u ORDER BY t, i, v, b LIMIT 30

// figures with a baseline
MATCH (m:Measurement) WHERE m.baseline IS NOT NULL RETURN m.value AS v, m.baseline AS b, m.value - m.baseline AS d, round((m.value - m.baseline) / m.baseline * 100, 2) AS pct ORDER BY d, v

// whole numbers of figures
MATCH (m:Measurement) WHERE m.value = toInteger(m.value) RETURN count(*) AS n

// sum by unit
MATCH (m:Measurement) RETURN m.unit AS unit, count(*) AS n, sum(m.value) AS s, avg(m.value) AS a, min(m.value) AS mi, max(m.value) AS ma ORDER BY unit

// text of a float
MATCH (m:Measurement) RETURN DISTINCT toString(m.value) AS t ORDER BY t

// planned figures
MATCH (m:Measurement {stance:'planned'})-[:OF]->(t) RETURN t.code AS t, m.value AS v ORDER BY t, v

// plans
MATCH (a)-[r:PLANNED]->(b) RETURN r.relation AS relation, count(*) AS n ORDER BY relation

// denials
MATCH (a)-[r:DENIED]->(b) RETURN a.code AS a, r.relation AS relation, b.code AS b ORDER BY a, relation, b

// stance
MATCH ()-[r]->() WHERE r.stance IS NOT NULL RETURN r.stance AS stance, type(r) AS type, count(*) AS n ORDER BY stance, type

// two sources of one edge
MATCH (a)-[r]->(b) WHERE r.statements IS NOT NULL UNWIND r.statements AS id MATCH (s:Statement {id:id})-[:IN]->(x) WITH a, r, b, count(DISTINCT x) AS sources WHERE sources > 1 RETURN a.code AS a, type(r) AS t, b.code AS b, sources ORDER BY a, t, b

// jaccard
MATCH (a:Place)-[:ADOPTED]->(m:Mechanism) WITH a, collect(DISTINCT m.code) AS ma MATCH (b:Place)-[:ADOPTED]->(n:Mechanism) WHERE b.code > a.code WITH a, ma, b, collect(DISTINCT n.code) AS mb WITH a, b, size([x IN ma WHERE x IN mb]) AS both, size(ma) AS x, size(mb) AS y WHERE both > 0 RETURN a.code AS a, b.code AS b, both, round(1.0 * both / (x + y - both), 3) AS j ORDER BY j DESC, a, b LIMIT 10

// degree
MATCH (p:Place) RETURN p.code AS code, COUNT { (p)--() } AS degree, COUNT { (p)-->() } AS out, COUNT { (p)<--() } AS in ORDER BY degree DESC, code LIMIT 10

// isolated
MATCH (t:Thing) WHERE NOT (t)--() RETURN t.code AS c ORDER BY c

// places without a model but with mechanisms
MATCH (p:Place)-[:ADOPTED]->() WHERE NOT (p)-[:HAS_MODEL]->() RETURN DISTINCT p.code AS c ORDER BY c

// co-adoption
MATCH (p:Place)-[:ADOPTED]->(m:Mechanism)<-[:ADOPTED]-(q:Place) WHERE p.code < q.code RETURN p.code AS p, q.code AS q, count(DISTINCT m) AS n ORDER BY n DESC, p, q LIMIT 10

// triangles
MATCH (a:Place)-[:HAS_MODEL]->(m:ReformModel)-[:COMPRISES]->(x:Mechanism)<-[:ADOPTED]-(a) RETURN count(*) AS n, count(DISTINCT x) AS d

// comprised by models (lists in any order)
MATCH (m:ReformModel)-[c:COMPRISES]->(x:Mechanism) RETURN m.code AS m, collect(DISTINCT x.code) AS xs ORDER BY m

// taxonomy depth
MATCH p = (m:Mechanism)-[:BROADER*0..]->(root) WHERE NOT (root)-[:BROADER]->() RETURN length(p) AS depth, count(DISTINCT m) AS n ORDER BY depth

// leaves
MATCH (m:Mechanism) WHERE NOT EXISTS { (m)<-[:BROADER]-() } RETURN count(m) AS n

// roots with how many below
MATCH (r:Mechanism) WHERE NOT (r)-[:BROADER]->() OPTIONAL MATCH (r)<-[:BROADER*]-(x) RETURN r.code AS r, count(DISTINCT x) AS n ORDER BY n DESC, r

// case simple
MATCH (p:Place) RETURN CASE p.level WHEN 'province' THEN 1 WHEN 'prefecture' THEN 2 ELSE 3 END AS rank, count(*) AS n ORDER BY rank

// case searched with null
MATCH (p)-[a:ADOPTED]->() RETURN CASE WHEN a.since IS NULL THEN 'undated' WHEN a.since CONTAINS '/' THEN 'interval' ELSE 'point' END AS form, count(*) AS n ORDER BY form

// case with extended when
MATCH (m:Measurement) RETURN CASE m.value WHEN < 10 THEN 'small' WHEN < 1000 THEN 'middle' ELSE 'large' END AS s, count(*) AS n ORDER BY s

// sum of a case
MATCH (p)-[a:ADOPTED]->() RETURN sum(CASE WHEN a.since IS NULL THEN 1 ELSE 0 END) AS undated, count(a.since) AS dated

// count of filtered
MATCH (s:Statement) RETURN count(CASE WHEN s.stance = 'stated' THEN 1 END) AS stated, count(*) AS n

// reduce over a path
MATCH p = (o:Organisation)-[:WITHIN*1..3]->(:Place {code:'CN'}) RETURN reduce(t = '', n IN nodes(p) | t + '>' + n.code) AS t ORDER BY t LIMIT 10

// all on a path
MATCH p = (a)-[:WITHIN*1..3]->(:Place {code:'CN'}) WHERE all(r IN relationships(p) WHERE r.basis = 'text') RETURN count(p) AS n

// none and single on a path
MATCH p = (a)-[:WITHIN*1..3]->(:Place {code:'CN'}) WHERE single(n IN nodes(p) WHERE n:Organisation) AND none(r IN relationships(p) WHERE r.basis = 'code list') RETURN count(p) AS n

// list slicing of nodes
MATCH p = (o:Organisation)-[:WITHIN*2..3]->(:Place {code:'CN'}) RETURN [n IN nodes(p)[1..-1] | n.code] AS via, count(*) AS n ORDER BY n DESC, via LIMIT 10

// zip by index
WITH ['a','b','c'] AS x, [1,2] AS y RETURN [i IN range(0, size(x)-1) | [x[i], y[i]]] AS z

// range of years
UNWIND range(2016, 2022) AS y OPTIONAL MATCH ()-[a:ADOPTED]->() WHERE a.earliest STARTS WITH toString(y) RETURN y, count(a) AS n ORDER BY y

// cumulative count
MATCH ()-[a:ADOPTED]->() WHERE a.earliest IS NOT NULL WITH left(a.earliest, 4) AS y, count(*) AS n ORDER BY y WITH collect([y, n]) AS rows UNWIND range(0, size(rows)-1) AS i RETURN rows[i][0] AS y, reduce(s = 0, r IN rows[0..i+1] | s + r[1]) AS total ORDER BY y

// row number
MATCH (p:Place) WITH p ORDER BY p.code WITH collect(p.code) AS codes UNWIND range(0, 4) AS i RETURN i + 1 AS nr, codes[i] AS code ORDER BY nr

// cross product
MATCH (a:Unit), (b:Programme) RETURN count(*) AS n

// self join by property
MATCH (a:Place), (b:Place) WHERE a.level = b.level AND a.code < b.code RETURN a.level AS l, count(*) AS n ORDER BY l

// comparison of nodes
MATCH (a:Place)-[:WITHIN]->(b)<-[:WITHIN]-(c:Place) WHERE a <> c RETURN count(*) AS n

// node in list
MATCH (a:Place {code:'350400'}) WITH collect(a) AS l MATCH (b:Place) WHERE b IN l RETURN b.code AS c

// distinct nodes
MATCH (p:Place)-[:ADOPTED]->() RETURN count(p) AS n, count(DISTINCT p) AS d

// return distinct with order
MATCH (p)-[a:ADOPTED]->(m) RETURN DISTINCT p.level AS l ORDER BY l

// sorted by a null property
MATCH (n:Thing) RETURN n.level AS l, count(*) AS c ORDER BY l

// parameters as a map
WITH {code: '350400'} AS q MATCH (p:Place {code: q.code}) RETURN p.name_en AS n

// exists in a case
MATCH (p:Place) RETURN CASE WHEN EXISTS { (p)-[:LEARNED_FROM]->() } THEN 'learner' WHEN EXISTS { (p)<-[:LEARNED_FROM]-() } THEN 'teacher' ELSE 'neither' END AS role, count(*) AS n ORDER BY role

// count in order by
MATCH (p:Place) RETURN p.code AS c ORDER BY COUNT { (p)-[:ADOPTED]->() } DESC, c LIMIT 5

// sum of a pattern comprehension
MATCH (p:Place) WITH p, [(p)<-[:OF]-(m:Measurement) | m.value] AS v WHERE size(v) > 0 RETURN p.code AS c, size(v) AS n, reduce(s = 0.0, x IN v | s + x) AS total ORDER BY c

// union with order in each
CALL { MATCH (p:Place) RETURN p.code AS c ORDER BY c LIMIT 2 UNION ALL MATCH (p:Place) RETURN p.code AS c ORDER BY c DESC LIMIT 2 } RETURN c ORDER BY c

// with limit then match
MATCH (p:Place) WITH p ORDER BY p.code LIMIT 3 MATCH (p)-[r]->(x) RETURN p.code AS c, count(r) AS n ORDER BY c

// optional match with coalesce
MATCH (s:Source) OPTIONAL MATCH (s)-[:PUBLISHED_BY]->(o) RETURN s.code AS s, coalesce(o.name_zh, '—') AS by ORDER BY s

// null propagation in strings
MATCH (s:Source) RETURN s.code AS s, s.published + ' ' + s.nothing AS x ORDER BY s

// edge properties as a map
MATCH (:Place {code:'520330'})-[r:LEARNED_FROM]->() RETURN r {.how, .when, .stance} AS r

// order by a map value
MATCH (u:Unit) WITH u {.code, .name_en} AS m RETURN m ORDER BY m.code LIMIT 3

// backticks
MATCH (`the place`:Place {code:'350400'}) RETURN `the place`.`name_zh` AS `a name`

// comments inside
MATCH (p:Place) /* all of them */ WHERE p.code = '350400' // this one
RETURN p.name_zh AS n

// keywords in other cases
match (p:Place) where p.code starts with '35' return p.code as c order by c desc

// keywords as variables
MATCH (match:Place {code:'350400'}) WITH match AS with_, match.code AS `return` RETURN `return`

// property named like a keyword
MATCH ()-[r:TOOK_PART_IN]->() WHERE r.when IS NOT NULL RETURN r.when AS when, r.role AS role, count(*) AS n ORDER BY when, role

// end and start are properties too
MATCH (s:Statement) RETURN s.start AS start, s.end AS end ORDER BY start, end LIMIT 5

// long chains of with
MATCH (p:Place) WITH p.level AS l, count(*) AS n WITH collect({l: l, n: n}) AS rows WITH [r IN rows WHERE r.n > 5] AS many UNWIND many AS m WITH m ORDER BY m.n DESC RETURN m.l AS l, m.n AS n

// or of patterns
MATCH (p:Place) WHERE (p)-[:LEARNED_FROM]->() OR (p)<-[:LEARNED_FROM]-() RETURN p.code AS c ORDER BY c

// xor of predicates
MATCH (p:Place) WHERE EXISTS {(p)-[:LEARNED_FROM]->()} XOR EXISTS {(p)-[:HAS_MODEL]->()} RETURN p.code AS c ORDER BY c

// undirected single edge
MATCH (a:Place {code:'350400'})-[r:LEARNED_FROM]-(b) RETURN b.code AS b ORDER BY b

// self loop
MATCH (a)-[r]->(a) RETURN type(r) AS t, count(*) AS n ORDER BY t

// self loop undirected
MATCH (a)-[r]-(a) RETURN count(r) AS n

// cycle
MATCH (a)-[:COOPERATED_WITH]->(b)-[:COOPERATED_WITH]->(a) RETURN count(*) AS n

// start and end node
MATCH (:Place {code:'520330'})-[r:LEARNED_FROM]->() RETURN startNode(r).code AS s, endNode(r).code AS e

// property access on a chain
MATCH (:Place {code:'520330'})-[r:LEARNED_FROM]->() RETURN endNode(r).name_en AS n, startNode(r)['code'] AS c

// labels sorted
MATCH (p:Place {code:'350400'}) UNWIND labels(p) AS l RETURN l ORDER BY l

// label count
MATCH (n) RETURN size(labels(n)) AS k, count(*) AS n ORDER BY k

// filter on many codes
MATCH (p:Place) WHERE p.code IN ['350400','520330','420000'] RETURN p.code AS c, p.level AS l ORDER BY c

// not in
MATCH (p:Place) WHERE NOT p.level IN ['county','township'] RETURN p.level AS l, count(*) AS n ORDER BY l

// null in filter
MATCH (p:Place) WHERE p.nothing = 'x' OR p.code = '350400' RETURN p.code AS c

// is null of a missing property
MATCH (p:Place) WHERE p.code_system IS NULL RETURN p.code AS c ORDER BY c

// comparison chain
MATCH (s:Statement) WHERE 100 < s.start <= 200 RETURN count(*) AS n

// arithmetic of properties
MATCH (s:Statement) RETURN s.start / 100 AS hundred, count(*) AS n ORDER BY n DESC, hundred LIMIT 5

// string functions on properties
MATCH (p:Place) RETURN left(p.code, 2) AS province, count(*) AS n, collect(p.code)[0] IS NOT NULL AS some ORDER BY province

// split and index
MATCH ()-[a:ADOPTED]->() WHERE a.since CONTAINS '/' RETURN split(a.since, '/')[0] AS from, split(a.since, '/')[1] AS until, count(*) AS n ORDER BY from, until

// replace and trim
MATCH (m:ReformModel) WHERE m.name_zh CONTAINS '“' RETURN replace(replace(m.name_zh, '“', ''), '”', '') AS n ORDER BY n LIMIT 10

// reverse and size of Chinese
MATCH (p:Place) RETURN reverse(p.name_zh) AS r, size(p.name_zh) AS n ORDER BY n DESC, r LIMIT 5

// substring of Chinese
MATCH (p:Place) RETURN DISTINCT substring(p.name_zh, size(p.name_zh) - 1) AS last ORDER BY last

// concatenation with numbers
MATCH (s:Statement) RETURN s.start + '-' + s.end AS span ORDER BY span LIMIT 5

// string concatenation operator
MATCH (p:Place) RETURN p.code || ' ' || p.name_en AS t ORDER BY t LIMIT 5

// percentiles of figures
MATCH (s:Statement) RETURN percentileDisc(s.end - s.start, 0.5) AS median, percentileCont(s.end - s.start, 0.9) AS p90

// standard deviation of lengths
MATCH (s:Statement) RETURN round(stDev(s.end - s.start), 4) AS s, round(stDevP(s.end - s.start), 4) AS p

// collect distinct sizes
MATCH (s:Statement)-[:IN]->(x) RETURN x.code AS x, size(collect(DISTINCT s.kind)) AS kinds ORDER BY x

// head of collect ordered
MATCH (p)-[a:ADOPTED]->(m:Mechanism) WHERE a.earliest IS NOT NULL WITH m, p, a ORDER BY a.earliest, p.code RETURN m.code AS m, head(collect(p.code)) AS first, last(collect(p.code)) AS last ORDER BY m LIMIT 20

// earliest adopter by min
MATCH (p)-[a:ADOPTED]->(m:Mechanism) WHERE a.earliest IS NOT NULL WITH m, min(a.earliest) AS first MATCH (p)-[a:ADOPTED]->(m) WHERE a.earliest = first RETURN m.code AS m, first, p.code AS p ORDER BY m, p LIMIT 20

// argmax by list
MATCH (p:Place)-[:ADOPTED]->(m) WITH p, count(m) AS n ORDER BY n DESC, p.code RETURN collect([p.code, n])[0..3] AS top

// next step in time
MATCH (a)-[x:LEARNED_FROM]->(b)-[y:LEARNED_FROM]->(c) WHERE coalesce(y.earliest,'0') <= coalesce(x.latest,'9') RETURN a.code AS a, b.code AS b, c.code AS c ORDER BY a, b, c

// procedures of labels
CALL db.labels() YIELD label RETURN label ORDER BY label

// procedures of types
CALL db.relationshipTypes() YIELD relationshipType AS t RETURN t ORDER BY t

// procedure standing alone
CALL db.labels()

// finish nothing
RETURN null AS x, [] AS l, {} AS m, '' AS s

// big numbers
RETURN 9007199254740993 AS big, 1.7976931348623157E308 AS huge, -0.0 AS zero, 1.0 AS one

// infinities and nan
RETURN 1.0/0.0 AS i, -1.0/0.0 AS j, 0.0/0.0 AS n

// temporal values as they are
RETURN date('2020-01-02') AS d, datetime('2020-01-02T03:04:05Z') AS dt, localdatetime('2020-01-02T03:04:05') AS l, time('03:04:05Z') AS t, localtime('03:04:05') AS lt, duration('P1Y2M3DT4H5M6.5S') AS du, point({x:1,y:2}) AS p

// bytes and nested
RETURN {a: [1, {b: [null, true, date('2020-01-01')]}]} AS nested

// order by inside collect
MATCH (p:Place {code:'520330'})-[:ADOPTED]->(m) RETURN COLLECT { MATCH (p)-[:ADOPTED]->(x) RETURN DISTINCT x.code AS c ORDER BY c } AS l, count(*) AS n

// exists with a property
MATCH (p:Place) WHERE p.alt_names IS NOT NULL AND size(p.alt_names) >= 1 RETURN count(p) AS n

// id function
MATCH (p:Place {code:'350400'}) RETURN id(p) >= 0 AS i

// element ids differ
MATCH (a:Place {code:'350400'}), (b:Place {code:'520330'}) RETURN elementId(a) <> elementId(b) AS d

// reverse and size of Chinese, counted only
MATCH (p:Place) RETURN max(size(p.name_zh)) AS most

// statement roles, counted by kind
MATCH (s:Statement) RETURN s.kind AS kind, count(*) AS n

// roots, without what is below
MATCH (m:Mechanism) WHERE NOT (m)-[:BROADER]->() RETURN m.code AS r

// levels with their counts
MATCH (p:Place) WITH p.level AS l, count(*) AS n ORDER BY n DESC, l RETURN collect({l: l, n: n}) AS rows

// places above the mean
MATCH (p:Place)-[:ADOPTED]->(m) WITH p, count(DISTINCT m) AS n WITH avg(n) AS mean, collect({p: p.code, n: n}) AS rows UNWIND rows AS r WITH r, mean WHERE r.n > mean RETURN r.p AS p, r.n AS n ORDER BY n DESC, p

// counts between two bounds
MATCH (p:Place) RETURN p.level AS l, count(*) > 5 AND count(*) < 20 AS mid, any(c IN collect(p.code) WHERE c STARTS WITH '35') AS fj ORDER BY l

// one place among the adopters
MATCH (p:Place)-[:ADOPTED]->(m:Mechanism) RETURN m.code AS m, '350400' IN collect(p.code) AS sanming ORDER BY m LIMIT 20

// none, few or many adopters
MATCH (m:Mechanism) OPTIONAL MATCH (m)<-[a:ADOPTED]-(p:Place) RETURN m.code AS m, CASE WHEN count(p) = 0 THEN 'none' WHEN count(p) IN [1, 2] THEN 'few' ELSE 'many' END AS c ORDER BY m LIMIT 20

// a map of counts
MATCH (s:Source)<-[:IN]-(x:Statement) RETURN s.code AS s, {stated: count(CASE WHEN x.stance = 'stated' THEN 1 END), all: count(*)} AS m ORDER BY s

// a map of sizes, read later
MATCH (s:Source)<-[:IN]-(x:Statement) WITH s, {kinds: size(collect(DISTINCT x.kind)), n: count(x)} AS m RETURN s.code AS s, m.kinds AS k, m.n AS n ORDER BY s

// first adoption of each place
MATCH (p:Place)-[a:ADOPTED]->(m) WITH p, min(a.earliest) AS first WHERE first IS NOT NULL RETURN p.code AS p, first, date(first).year AS y ORDER BY first, p

// whether any adoption is dated
MATCH (p:Place)-[a:ADOPTED]->(m) RETURN p.code AS p, min(a.earliest) IS NOT NULL AS dated, max(coalesce(a.latest, '')) <> '' AS last ORDER BY p

// share of each level
MATCH (p:Place) RETURN p.level AS level, round(100.0 * count(*) / 46, 1) AS share ORDER BY share DESC, level

// models and who endorses them
MATCH (a:Place)-[:HAS_MODEL]->(m:ReformModel)<-[:ENDORSES]-(e) RETURN a.code AS a, m.code AS m, e.code AS e ORDER BY a, m, e

// places whose adoptions are all dated
MATCH (p:Place) WHERE NOT EXISTS { MATCH (p)-[a:ADOPTED]->(:Mechanism) WHERE a.since IS NULL } AND EXISTS { (p)-[:ADOPTED]->() } RETURN p.code AS p ORDER BY p

// paths to the roots
MATCH p = (m:Mechanism)-[:BROADER*]->(r:Mechanism) WHERE NOT (r)-[:BROADER]->() RETURN m.code AS m, [n IN nodes(p) | n.code] AS path, length(p) AS d ORDER BY d DESC, m, path LIMIT 10

// what the code list says
MATCH (p:Place {level: 'county'}) OPTIONAL MATCH (p)-[:WITHIN {basis: 'code list'}]->(q) RETURN p.code AS p, collect(q.code) AS qs ORDER BY p

// largest figure of each place
MATCH (x:Measurement)-[:OF]->(p:Place) WITH p, x ORDER BY x.value DESC, x.id WITH p, collect(x)[0] AS top RETURN p.code AS p, top.value AS v, top.unit AS u ORDER BY p

// largest figure, read from the list
MATCH (x:Measurement)-[:OF]->(p:Place) WITH p, x ORDER BY x.value DESC, x.id RETURN p.code AS p, collect(x)[0].value AS v, head(collect(x.unit)) AS u ORDER BY p

// units with figures wide apart
MATCH (x:Measurement)-[:MEASURES]->(i:Indicator)-[:COUNTED_IN]->(u:Unit) RETURN u.code AS u, count(DISTINCT i) AS i, count(x) AS n, max(x.value) > 1000 OR min(x.value) < 0 AS wide ORDER BY u

// roles by sort of event (lists in any order)
MATCH (e:Event)<-[t:TOOK_PART_IN]-(a) RETURN e.type AS type, collect(DISTINCT t.role) AS roles, count(DISTINCT a) AS n ORDER BY type

// links between places
MATCH (a)-[r]->(b) WHERE a:Place AND b:Place AND type(r) <> 'WITHIN' RETURN a.code AS a, type(r) AS t, b.code AS b ORDER BY a, t, b

// basis of belonging
MATCH (a:Place)-[r:WITHIN]->(b:Place) RETURN r.basis AS basis, r.statements IS NULL AS listed, count(*) AS n ORDER BY basis

// months, quarters and their first day
UNWIND range(1, 12) AS m WITH date({year: 2020, month: m}) AS d RETURN d, d.quarter AS q, date.truncate('quarter', d) AS t ORDER BY d

// nodes by label
MATCH (t:Thing) WITH labels(t) AS ls, t UNWIND ls AS l WITH l, count(t) AS n WHERE l <> 'Thing' RETURN l, n ORDER BY n DESC, l

// sorts of organisation
MATCH (o:Organisation) RETURN o.type AS type, count(*) AS n, collect(o.code)[..2] IS NOT NULL AS some ORDER BY n DESC, type

// two counts by two calls
CALL () { MATCH (p:Place) RETURN count(p) AS places } CALL () { MATCH (o:Organisation) RETURN count(o) AS orgs } RETURN places, orgs, places + orgs AS both

// what is within two steps
MATCH (a:Place {code: '520330'})-[r*1..2]-(b:Place) RETURN DISTINCT b.code AS b ORDER BY b

// adoptions by their roles
MATCH (s:Statement)-[:ABOUT {role: 'adopter'}]->(p:Place), (s)-[:ABOUT {role: 'mechanism'}]->(m) RETURN p.code AS p, m.code AS m, count(s) AS n ORDER BY n DESC, p, m LIMIT 10

// names joined from none
MATCH (p:Place) WITH collect(p.name_zh) AS names RETURN reduce(s = '', n IN names[0..0] | s + n) AS none, size(names) > 10 AND all(n IN names WHERE size(n) > 0) AS ok

// mechanisms adopted and divided
MATCH (m:Mechanism) WITH m, COUNT { (m)<-[:ADOPTED]-() } AS n, COUNT { (m)<-[:BROADER]-() } AS k WHERE n > 0 AND k > 0 RETURN m.code AS m, n, k ORDER BY n DESC, m

// pairs that alone share a mechanism
MATCH (p:Place)-[r:ADOPTED]->(m) WITH m, collect(DISTINCT p) AS ps WHERE size(ps) = 2 WITH ps[0] AS a, ps[1] AS b, m WITH CASE WHEN a.code < b.code THEN a ELSE b END AS x, CASE WHEN a.code < b.code THEN b ELSE a END AS y, m RETURN x.code AS x, y.code AS y, count(m) AS n ORDER BY n DESC, x, y

// models derived, with what is said
MATCH (a:ReformModel)-[:DERIVED_FROM]->(b)<-[:HAS_MODEL]-(t:Place), (a)<-[:HAS_MODEL]-(l:Place) RETURN l.name_en AS l, t.name_en AS t, EXISTS { (l)-[:LEARNED_FROM]->(t) } AS said ORDER BY l, t

// an aggregation beside a function of a group
UNWIND [[1], [2, 3]] AS x RETURN x, count(*) + size(x) AS y

// an aggregation in a text beside a function of a group
MATCH (p:Place) RETURN p.level AS level, toUpper(p.level) + toString(count(*)) AS x

// a name with a dot
UNWIND [2, 1] AS a RETURN a AS `x.y` ORDER BY `x.y` DESC

// a name with a dot, passed on
UNWIND [2, 1] AS a WITH a AS `x.y` WHERE `x.y` > 1 RETURN `x.y`

// the column of a property by its name
MATCH (p:Place) RETURN p.code, p.level ORDER BY `p.code`

// a union in another order
RETURN 1 AS a, 2 AS b UNION RETURN 3 AS b, 4 AS a UNION RETURN 5 AS b, 6 AS a

// all columns
WITH 1 AS z, 2 AS a, 3 AS B RETURN *

// all columns of a pattern
MATCH (z:Place)-[r:WITHIN]->(a:Place) WITH z.code AS z, a.code AS a, type(r) AS m RETURN *

// a semicolon after a blank
RETURN 1 AS x ;

// dates after a time
MATCH ()-[a:ADOPTED]->() WHERE date(a.earliest) + duration({years: 2}) < date('2020-01-01') RETURN count(*) AS n

// dates beside a sum
RETURN date('2019-01-03') > date('2019-01-01') + duration({days: 1}) AS x

// a case that compares
WITH 5 AS t, 5 AS u RETURN CASE t WHEN u THEN 1 ELSE 2 END AS x

// parts of lists by names
WITH [1, 2, 3] AS l, 1 AS i RETURN l[i] AS a, l[0..i] AS b, l[i..] AS c, l[-i] AS d, [l][0][i] AS e

// conditions that are names
UNWIND [true, false, null] AS x WITH x WHERE x RETURN x, CASE WHEN x THEN 1 ELSE 2 END AS y

// a column beside a star
WITH 1 AS z, 2 AS a RETURN *, z + a AS b

// columns beside a star stand in the order of the query
WITH 1 AS z, 2 AS a RETURN *, 2 AS n, 1 AS m, a+1

// what a star holds may be named again
WITH 1 AS a, 2 AS z, 3 AS `m.n` RETURN *, a, 5 AS b, `m.n`, z

// what a star holds may get another value
WITH 1 AS a, 2 AS z RETURN *, z AS a, a AS z

// different rows of a star
UNWIND [1, 1, 2] AS z RETURN DISTINCT *, -z AS y ORDER BY y LIMIT 1

// a property beside a star
MATCH (a:Place)-[r:LEARNED_FROM]->(b:Place) RETURN *, a.code, b.code AS code ORDER BY code, a.code

// a subquery beside a star
MATCH (a:Place) RETURN *, EXISTS { (a)-[:LEARNED_FROM]->() } AS learned ORDER BY a.code LIMIT 3
