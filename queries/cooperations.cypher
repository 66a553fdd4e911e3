// title = { zh = "谁与谁合作", en = "Who cooperated with whom" }
// question = { zh = "哪些地方和机构合作，就什么机制，何时？", en = "Which places and organisations cooperated, on which mechanism, and when?" }
// [columns]
// one = { type = "thing", zh = "一方", en = "one" }
// one_zh = { type = "text", zh = "一方（中文）", en = "one (zh)" }
// one_en = { type = "text", zh = "一方（英文）", en = "one (en)" }
// other = { type = "thing", zh = "另一方", en = "other" }
// other_zh = { type = "text", zh = "另一方（中文）", en = "other (zh)" }
// other_en = { type = "text", zh = "另一方（英文）", en = "other (en)" }
// mechanism = { type = "thing", zh = "机制", en = "mechanism" }
// mechanism_zh = { type = "text", zh = "机制（中文）", en = "mechanism (zh)" }
// mechanism_en = { type = "text", zh = "机制（英文）", en = "mechanism (en)" }
// when = { type = "date", zh = "时间", en = "when" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "dates"
// of = ["one", "other"]
// value = "when"

MATCH (one:Thing)-[link:COOPERATED_WITH {dataset: $dataset}]->(other:Thing)
OPTIONAL MATCH (mechanism:Mechanism {dataset: $dataset, code: link.mechanism})
UNWIND link.statements AS id
WITH one, other, mechanism, link.when AS when, link.stance AS stance, id
RETURN one.code AS one, one.name_zh AS one_zh, one.name_en AS one_en,
  other.code AS other, other.name_zh AS other_zh, other.name_en AS other_en,
  mechanism.code AS mechanism, mechanism.name_zh AS mechanism_zh, mechanism.name_en AS mechanism_en,
  when, stance, collect(DISTINCT id) AS statements
ORDER BY one, other, mechanism, when, stance
