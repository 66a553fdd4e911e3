// title = { zh = "模式与源头", en = "Models and where they came from" }
// question = { zh = "有哪些命名的模式，属于谁，源自哪个模式？", en = "Which named models are there, who has them, and which model did each come from?" }
// [columns]
// model = { type = "thing", zh = "模式", en = "model" }
// model_zh = { type = "text", zh = "模式（中文）", en = "model (zh)" }
// model_en = { type = "text", zh = "模式（英文）", en = "model (en)" }
// holder = { type = "thing", zh = "持有者", en = "holder" }
// holder_zh = { type = "text", zh = "持有者（中文）", en = "holder (zh)" }
// holder_en = { type = "text", zh = "持有者（英文）", en = "holder (en)" }
// since = { type = "date", zh = "起始", en = "since" }
// origin = { type = "thing", zh = "源头", en = "origin" }
// origin_zh = { type = "text", zh = "源头（中文）", en = "origin (zh)" }
// origin_en = { type = "text", zh = "源头（英文）", en = "origin (en)" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "dates"
// of = ["model", "holder"]
// value = "since"

MATCH (holder:Thing)-[has:HAS_MODEL {dataset: $dataset}]->(model:ReformModel)
OPTIONAL MATCH (model)-[derived:DERIVED_FROM {dataset: $dataset}]->(origin:ReformModel)
UNWIND has.statements + coalesce(derived.statements, []) AS id
WITH model, holder, has.since AS since, origin, has.stance AS stance, id
RETURN model.code AS model, model.name_zh AS model_zh, model.name_en AS model_en,
  holder.code AS holder, holder.name_zh AS holder_zh, holder.name_en AS holder_en, since,
  origin.code AS origin, origin.name_zh AS origin_zh, origin.name_en AS origin_en, stance,
  collect(DISTINCT id) AS statements
ORDER BY model, holder, origin, since, stance
