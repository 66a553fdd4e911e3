// title = { zh = "两个模式有何不同", en = "What distinguishes two models" }
// question = { zh = "哪些机制只属于这两个模式中的一个？", en = "Which mechanisms belong to only one of these two models?" }
// [parameters.one]
// type = ["ReformModel"]
// zh = "模式"
// en = "Model"
// example = "suixi-capitation-prepayment"
// [parameters.other]
// type = ["ReformModel"]
// zh = "另一模式"
// en = "Other model"
// example = "yingtan-prepay-retain"
// [columns]
// model = { type = "thing", zh = "模式", en = "model" }
// model_zh = { type = "text", zh = "模式（中文）", en = "model (zh)" }
// model_en = { type = "text", zh = "模式（英文）", en = "model (en)" }
// mechanism = { type = "thing", zh = "机制", en = "mechanism" }
// mechanism_zh = { type = "text", zh = "机制（中文）", en = "mechanism (zh)" }
// mechanism_en = { type = "text", zh = "机制（英文）", en = "mechanism (en)" }
// local_name = { type = "text", zh = "当地叫法", en = "local name" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }

MATCH (model:ReformModel)-[link:COMPRISES {dataset: $dataset}]->(mechanism:Mechanism)
WHERE model.code IN [$one, $other] AND $one <> $other
  AND NOT EXISTS {
    MATCH (other:ReformModel)-[:COMPRISES {dataset: $dataset}]->(mechanism)
    WHERE other.code IN [$one, $other] AND other.code <> model.code
  }
UNWIND link.statements AS id
WITH model, mechanism, link.local_name AS local_name, link.stance AS stance, id
RETURN model.code AS model, model.name_zh AS model_zh, model.name_en AS model_en,
  mechanism.code AS mechanism, mechanism.name_zh AS mechanism_zh, mechanism.name_en AS mechanism_en,
  local_name, stance, collect(DISTINCT id) AS statements
ORDER BY model, mechanism, local_name, stance
