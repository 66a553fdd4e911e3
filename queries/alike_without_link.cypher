// title = { zh = "哪些地方做法相近而文中没有联系", en = "Places that do much the same without a link" }
// question = { zh = "哪些地方共有至少这么多项机制，而文中没有说它们之间有学习或模式派生的联系（至多三步）？", en = "Which places share at least this many mechanisms, while no text links them by learning or by models derived from one another (three steps at most)?" }
// [parameters.at_least]
// type = "number"
// zh = "至少共有机制数"
// en = "Mechanisms shared, at least"
// example = 7
// [columns]
// one = { type = "thing", zh = "一地", en = "one" }
// one_zh = { type = "text", zh = "一地（中文）", en = "one (zh)" }
// one_en = { type = "text", zh = "一地（英文）", en = "one (en)" }
// other = { type = "thing", zh = "另一地", en = "other" }
// other_zh = { type = "text", zh = "另一地（中文）", en = "other (zh)" }
// other_en = { type = "text", zh = "另一地（英文）", en = "other (en)" }
// shared = { type = "number", zh = "共有机制数", en = "mechanisms shared" }
// mechanisms = { type = "list", zh = "机制", en = "mechanisms" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "amounts"
// of = ["one", "other"]
// value = "shared"

// Pairs are counted place by place, and only for places with enough mechanisms: all pairs at once
// would not fit in memory where there are many places.
MATCH (one:Place)-[:ADOPTED {dataset: $dataset}]->(mechanism:Mechanism)
WITH one, count(DISTINCT mechanism) AS adopted
WHERE adopted >= $at_least
CALL (one) {
  MATCH (one)-[:ADOPTED {dataset: $dataset}]->(mechanism:Mechanism)<-[:ADOPTED {dataset: $dataset}]-(other:Place)
  WHERE one.code < other.code
  WITH other, count(DISTINCT mechanism) AS shared
  WHERE shared >= $at_least
  RETURN other, shared
}
WITH one, other, shared
WHERE NOT EXISTS { MATCH (one)-[:LEARNED_FROM*1..3 {dataset: $dataset}]->(other) }
  AND NOT EXISTS { MATCH (one)-[:HAS_MODEL {dataset: $dataset}]->(:ReformModel)-[:DERIVED_FROM*0..3 {dataset: $dataset}]->(:ReformModel)<-[:HAS_MODEL {dataset: $dataset}]-(other) }
  AND NOT EXISTS { MATCH (one)-[:LEARNED_FROM {dataset: $dataset}]->(:ReformModel)<-[:HAS_MODEL {dataset: $dataset}]-(other) }
  AND NOT EXISTS { MATCH (other)-[:LEARNED_FROM*1..3 {dataset: $dataset}]->(one) }
  AND NOT EXISTS { MATCH (other)-[:HAS_MODEL {dataset: $dataset}]->(:ReformModel)-[:DERIVED_FROM*0..3 {dataset: $dataset}]->(:ReformModel)<-[:HAS_MODEL {dataset: $dataset}]-(one) }
  AND NOT EXISTS { MATCH (other)-[:LEARNED_FROM {dataset: $dataset}]->(:ReformModel)<-[:HAS_MODEL {dataset: $dataset}]-(one) }
MATCH (one)-[mine:ADOPTED {dataset: $dataset}]->(mechanism:Mechanism)<-[theirs:ADOPTED {dataset: $dataset}]-(other)
UNWIND mine.statements + theirs.statements AS id
WITH one, other, shared, collect(DISTINCT mechanism.code) AS mechanisms, collect(DISTINCT id) AS statements
RETURN one.code AS one, one.name_zh AS one_zh, one.name_en AS one_en,
  other.code AS other, other.name_zh AS other_zh, other.name_en AS other_en,
  shared, mechanisms, statements
ORDER BY shared DESC, one, other
