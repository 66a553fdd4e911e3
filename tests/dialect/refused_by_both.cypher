// an integer beyond 64 bits
RETURN toInteger('1e30') AS x

// the first integer beyond 64 bits
RETURN toInteger('9223372036854775808') AS x

// the first integer below 64 bits
RETURN toInteger('-9223372036854775809') AS x

// a text cut like a list
RETURN 'abc'[0..2] AS x

// a text by a name cut like a list
WITH 'abc' AS s RETURN s[0..2] AS x

// a part of a list beyond 32 bits
RETURN [1, 2, 3][0..4294967297] AS x

// a part of a list beyond 32 bits, by a name
WITH 4294967297 AS i RETURN [1, 2, 3][0..i] AS x

// a start of a text beyond 32 bits
RETURN substring('abc', 4294967297) AS x

// a length of a text beyond 32 bits
RETURN substring('abc', 0, 4294967297) AS x

// a length with a fraction
RETURN left('abc', 1.5) AS x

// seconds of a date
RETURN date().epochSeconds AS x

// an hour of a date
RETURN date('2019-01-01').hour AS x

// a part that durations do not have
RETURN duration('P1D').fortnights AS x

// a day without a month
RETURN date({year: 2019, day: 3}) AS x

// a day beyond its quarter
RETURN date('2019-Q4-93') AS x

// nothing returned
MATCH (n:Place)

// nothing returned but passed on
UNWIND [1] AS x WITH x

// a number as a condition
MATCH (m:Measurement) WHERE m.value RETURN count(*) AS n

// a text as a condition
MATCH (p:Place) WHERE p.name_zh RETURN count(*) AS n

// a number as a condition, by a name
WITH 1 AS x WHERE x RETURN x

// a list as a condition
WITH [1] AS x WHERE x RETURN x

// a number in a case
RETURN CASE WHEN 1 THEN 2 END AS x

// a condition of a list that is a number
RETURN [x IN [1, 2] WHERE x] AS x

// a text and a map
RETURN 'a' + {a: 1} AS x

// a sum of a list
RETURN sum([1, 2]) AS x

// an aggregation beside what is no group
UNWIND [1, 2] AS x RETURN x + count(*) AS y

// an aggregation beside an expression of a group
UNWIND [[1], [2, 3]] AS x RETURN size(x) AS s, count(*) + size(x) AS y

// a star that holds nothing, and another column
MATCH (:Place) RETURN *, 1 AS x

// one name twice beside a star
WITH 1 AS z RETURN *, 2 AS a, 3 AS a

// less than the smallest integer
RETURN -9223372036854775808 - 1 AS x

// the smallest integer with the other sign
WITH -9223372036854775808 AS m RETURN -m AS x
