// The words of the two query languages that the editor knows: openCypher 9 with the clauses that
// Neo4j added, and SPARQL 1.1.

/** @param {string} text */
const list = (text) => text.trim().split(/\s+/);

const CYPHER_KEYWORDS = list(`MATCH OPTIONAL WHERE RETURN WITH UNWIND CALL YIELD UNION ALL ORDER BY ASC
  ASCENDING DESC DESCENDING SKIP OFFSET LIMIT AS AND OR XOR NOT IN IS NULL TRUE FALSE DISTINCT STARTS ENDS
  CONTAINS CASE WHEN THEN ELSE END EXISTS COUNT COLLECT ANY NONE SINGLE SHORTEST PATHS LET FOR FILTER NEXT FINISH`);

const CYPHER_FUNCTIONS = list(`abs acos all any asin atan atan2 avg ceil coalesce collect cos cot count date
  datetime degrees duration e elementId endNode exists exp floor haversin head id isEmpty isNaN keys labels last left
  length localdatetime localtime log log10 ltrim max min nodes none normalize nullIf percentileCont percentileDisc pi
  properties radians rand randomUUID range reduce relationships replace reverse right round rtrim shortestPath
  allShortestPaths sign sin single size split sqrt startNode stDev stDevP substring sum tail tan time timestamp toBoolean
  toBooleanList toBooleanOrNull toFloat toFloatList toFloatOrNull toInteger toIntegerList toIntegerOrNull toLower
  toString toStringList toStringOrNull toUpper trim btrim char_length character_length lower upper type valueType point`);

const SPARQL_KEYWORDS = list(`SELECT CONSTRUCT ASK DESCRIBE WHERE PREFIX BASE FROM NAMED DISTINCT REDUCED AS
  OPTIONAL UNION MINUS GRAPH FILTER BIND VALUES UNDEF GROUP ORDER BY ASC DESC HAVING LIMIT OFFSET IN NOT EXISTS
  SEPARATOR TRUE FALSE A SERVICE SILENT`);

const SPARQL_FUNCTIONS = list(`STR LANG LANGMATCHES DATATYPE BOUND IRI URI BNODE RAND ABS CEIL FLOOR ROUND CONCAT
  STRLEN UCASE LCASE ENCODE_FOR_URI CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY HOURS MINUTES
  SECONDS TIMEZONE TZ NOW UUID STRUUID MD5 SHA1 SHA256 SHA384 SHA512 COALESCE IF STRLANG STRDT SAMETERM ISIRI ISURI
  ISBLANK ISLITERAL ISNUMERIC REGEX SUBSTR REPLACE COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT`);

export const KEYWORDS = new Map([['cypher', CYPHER_KEYWORDS], ['sparql', SPARQL_KEYWORDS]]);
export const FUNCTIONS = new Map([['cypher', CYPHER_FUNCTIONS], ['sparql', SPARQL_FUNCTIONS]]);

const upper = new Map([...KEYWORDS].map(([language, words]) => [language, new Set(words)]));
const lower = new Map([...FUNCTIONS].map(([language, words]) => [language, new Set(words.map((word) => word.toLowerCase()))]));

/** @param {string} word @param {string} language */
export function isKeyword(word, language) {
  return Boolean(upper.get(language)?.has(word.toUpperCase()));
}

/** @param {string} word @param {string} language */
export function isFunction(word, language) {
  return Boolean(lower.get(language)?.has(word.toLowerCase()));
}
