// title = { zh = "一地采用了哪些机制", en = "Mechanisms that a place took up" }
// question = { zh = "此地或机构采用了哪些机制，自何时起，当地叫什么？", en = "Which mechanisms did this place or organisation take up, since when, and under which name?" }
// [parameters.place]
// type = ["Actor"]
// zh = "地方或机构"
// en = "Place or organisation"
// example = "321100"
// [columns]
// mechanism = { type = "thing", zh = "机制", en = "mechanism" }
// mechanism_zh = { type = "text", zh = "机制（中文）", en = "mechanism (zh)" }
// mechanism_en = { type = "text", zh = "机制（英文）", en = "mechanism (en)" }
// local_name = { type = "text", zh = "当地叫法", en = "local name" }
// model = { type = "thing", zh = "所属模式", en = "as part of model" }
// model_zh = { type = "text", zh = "所属模式（中文）", en = "as part of model (zh)" }
// model_en = { type = "text", zh = "所属模式（英文）", en = "as part of model (en)" }
// since = { type = "date", zh = "起始", en = "since" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "dates"
// of = ["mechanism", "local_name"]
// value = "since"

MATCH (adopter:Thing {code: $place})-[link:ADOPTED {dataset: $dataset}]->(mechanism:Mechanism)
OPTIONAL MATCH (mechanism)<-[:COMPRISES {dataset: $dataset}]-(model:ReformModel)
WHERE model.code = link.model
UNWIND link.statements AS id
WITH mechanism, link.local_name AS local_name, model, link.since AS since, link.stance AS stance, id
RETURN mechanism.code AS mechanism, mechanism.name_zh AS mechanism_zh, mechanism.name_en AS mechanism_en,
  local_name, model.code AS model, model.name_zh AS model_zh, model.name_en AS model_en,
  since, stance, collect(DISTINCT id) AS statements
ORDER BY mechanism, local_name, model, since, stance
