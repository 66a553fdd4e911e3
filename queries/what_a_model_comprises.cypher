// title = { zh = "一个模式包括哪些机制", en = "What a model comprises" }
// question = { zh = "此模式包括哪些机制，谁采用，自何时起，叫什么？计划与否认也列出，看立场一栏。", en = "Which mechanisms does this model comprise, taken up by whom, since when and under which name? Plans and denials are listed too: see the stance." }
// [parameters.model]
// type = ["ReformModel"]
// zh = "模式"
// en = "Model"
// example = "xishui-2-5-n"
// [columns]
// mechanism = { type = "thing", zh = "机制", en = "mechanism" }
// mechanism_zh = { type = "text", zh = "机制（中文）", en = "mechanism (zh)" }
// mechanism_en = { type = "text", zh = "机制（英文）", en = "mechanism (en)" }
// local_name = { type = "text", zh = "当地叫法", en = "local name" }
// adopter = { type = "thing", zh = "采用者", en = "adopter" }
// adopter_zh = { type = "text", zh = "采用者（中文）", en = "adopter (zh)" }
// adopter_en = { type = "text", zh = "采用者（英文）", en = "adopter (en)" }
// since = { type = "date", zh = "起始", en = "since" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }

MATCH (:ReformModel {code: $model})-[:COMPRISES|PLANNED|DENIED {dataset: $dataset}]->(mechanism:Mechanism)
WITH DISTINCT mechanism
MATCH (mechanism)<-[adoption:ADOPTED|PLANNED|DENIED {dataset: $dataset}]-(adopter:Thing)
WHERE adoption.model = $model AND coalesce(adoption.relation, 'ADOPTED') = 'ADOPTED'
UNWIND adoption.statements AS id
WITH mechanism, adopter, adoption.local_name AS local_name, adoption.since AS since, adoption.stance AS stance, id
RETURN mechanism.code AS mechanism, mechanism.name_zh AS mechanism_zh, mechanism.name_en AS mechanism_en,
  local_name, adopter.code AS adopter, adopter.name_zh AS adopter_zh, adopter.name_en AS adopter_en,
  since, stance, collect(DISTINCT id) AS statements
ORDER BY mechanism, local_name, adopter, since, stance
