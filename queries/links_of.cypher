// title = { zh = "一个事物的全部联系", en = "Everything linked to a thing" }
// question = { zh = "文中说到此事物与哪些事物有何联系？方向 out 为由它出发，in 为指向它；计划与否认看立场一栏；数据另问 figures_of。", en = "What do the texts link to this thing, and how? Direction out starts at it, in ends at it; the stance marks plans and denials; for figures ask figures_of." }
// [parameters.thing]
// type = ["Actor", "Mechanism", "ReformModel", "Programme", "Event", "Indicator", "Unit", "Source"]
// zh = "事物"
// en = "Thing"
// example = "350400"
// [columns]
// relation = { type = "word", zh = "联系", en = "relation" }
// direction = { type = "text", zh = "方向", en = "direction" }
// other = { type = "thing", zh = "另一端", en = "other end" }
// other_zh = { type = "text", zh = "另一端（中文）", en = "other end (zh)" }
// other_en = { type = "text", zh = "另一端（英文）", en = "other end (en)" }
// when = { type = "date", zh = "时间", en = "when" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "dates"
// of = ["relation", "other"]
// value = "when"

CALL {
  MATCH (:Thing {code: $thing})-[link {dataset: $dataset}]->(other:Thing)
  WHERE link.stance IS NOT NULL
  RETURN link, other, 'out' AS direction
  UNION ALL
  MATCH (:Thing {code: $thing})<-[link {dataset: $dataset}]-(other:Thing)
  WHERE link.stance IS NOT NULL
  RETURN link, other, 'in' AS direction
}
UNWIND link.statements AS id
WITH coalesce(link.relation, type(link)) AS relation, direction, other,
  coalesce(link.when, link.since) AS when, link.stance AS stance, id
RETURN relation, direction, other.code AS other, other.name_zh AS other_zh, other.name_en AS other_en,
  when, stance, collect(DISTINCT id) AS statements
ORDER BY relation, direction, other, when, stance
