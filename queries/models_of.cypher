// title = { zh = "一地有哪些模式", en = "Models of a place" }
// question = { zh = "此地或机构有哪些命名的模式，自何时起，各包括哪些机制？", en = "Which named models does this place or organisation have, since when, and which mechanisms does each comprise?" }
// [parameters.place]
// type = ["Actor"]
// zh = "地方或机构"
// en = "Place or organisation"
// example = "520330"
// [columns]
// model = { type = "thing", zh = "模式", en = "model" }
// model_zh = { type = "text", zh = "模式（中文）", en = "model (zh)" }
// model_en = { type = "text", zh = "模式（英文）", en = "model (en)" }
// since = { type = "date", zh = "起始", en = "since" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// mechanism = { type = "thing", zh = "机制", en = "mechanism" }
// mechanism_zh = { type = "text", zh = "机制（中文）", en = "mechanism (zh)" }
// mechanism_en = { type = "text", zh = "机制（英文）", en = "mechanism (en)" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "dates"
// of = ["model"]
// value = "since"

MATCH (:Thing {code: $place})-[has:HAS_MODEL {dataset: $dataset}]->(model:ReformModel)
OPTIONAL MATCH (model)-[comprises:COMPRISES {dataset: $dataset}]->(mechanism:Mechanism)
UNWIND has.statements + coalesce(comprises.statements, []) AS id
WITH model, has.since AS since, has.stance AS stance, mechanism, id
RETURN model.code AS model, model.name_zh AS model_zh, model.name_en AS model_en,
  since, stance, mechanism.code AS mechanism, mechanism.name_zh AS mechanism_zh, mechanism.name_en AS mechanism_en,
  collect(DISTINCT id) AS statements
ORDER BY model, mechanism, since, stance
