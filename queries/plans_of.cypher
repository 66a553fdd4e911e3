// title = { zh = "一地的计划", en = "Plans of a place" }
// question = { zh = "此地、机构或模式有哪些尚未做成的计划和目标（数据的计划另问 planned_figures）？", en = "Which plans of this place, organisation or model are not yet done? (For planned figures ask planned_figures.)" }
// [parameters.place]
// type = ["Actor", "ReformModel"]
// zh = "地方、机构或模式"
// en = "Place, organisation or model"
// example = "320500"
// [columns]
// relation = { type = "word", zh = "计划的联系", en = "relation planned" }
// object = { type = "thing", zh = "客体", en = "object" }
// object_zh = { type = "text", zh = "客体（中文）", en = "object (zh)" }
// object_en = { type = "text", zh = "客体（英文）", en = "object (en)" }
// local_name = { type = "text", zh = "当地叫法", en = "local name" }
// when = { type = "date", zh = "时间", en = "when" }
// statements = { type = "list", zh = "陈述", en = "statements" }

MATCH (:Thing {code: $place})-[link:PLANNED {dataset: $dataset}]->(object:Thing)
UNWIND link.statements AS id
WITH link.relation AS relation, object, link.local_name AS local_name, coalesce(link.when, link.since) AS when, id
RETURN relation, object.code AS object, object.name_zh AS object_zh, object.name_en AS object_en,
  local_name, when, collect(DISTINCT id) AS statements
ORDER BY relation, object, local_name, when
