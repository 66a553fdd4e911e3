// title = { zh = "文中说谁是首创", en = "Pioneers" }
// question = { zh = "文中说谁在何处率先采用了什么机制或模式？", en = "According to the texts, who was the first to take up which mechanism or model, and in which area?" }
// [columns]
// pioneer = { type = "thing", zh = "首创者", en = "pioneer" }
// pioneer_zh = { type = "text", zh = "首创者（中文）", en = "pioneer (zh)" }
// pioneer_en = { type = "text", zh = "首创者（英文）", en = "pioneer (en)" }
// relation = { type = "word", zh = "联系", en = "relation" }
// object = { type = "thing", zh = "机制或模式", en = "mechanism or model" }
// object_zh = { type = "text", zh = "机制或模式（中文）", en = "mechanism or model (zh)" }
// object_en = { type = "text", zh = "机制或模式（英文）", en = "mechanism or model (en)" }
// area = { type = "things", zh = "在何处首创", en = "first in" }
// since = { type = "date", zh = "起始", en = "since" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "dates"
// of = ["pioneer", "object"]
// value = "since"

MATCH (pioneer:Place|Organisation|Person)-[link:ADOPTED|HAS_MODEL {dataset: $dataset}]->(object:Thing)
WHERE link.pioneer_in IS NOT NULL
UNWIND link.statements AS id
WITH pioneer, type(link) AS relation, object, link.pioneer_in AS area, link.since AS since, link.stance AS stance, id
RETURN pioneer.code AS pioneer, pioneer.name_zh AS pioneer_zh, pioneer.name_en AS pioneer_en, relation,
  object.code AS object, object.name_zh AS object_zh, object.name_en AS object_en,
  area, since, stance, collect(DISTINCT id) AS statements
ORDER BY pioneer, relation, object, area, since, stance
