// title = { zh = "一地的机构做了什么", en = "Organisations of a place and what they did" }
// question = { zh = "文中说在此地之内（至多三层）的机构各做了什么，何时？", en = "Which organisations lie in this place according to the texts (three levels at most), what did they do, and when?" }
// [parameters.place]
// type = ["Place"]
// zh = "地方"
// en = "Place"
// example = "320500"
// [columns]
// organisation = { type = "thing", zh = "机构", en = "organisation" }
// organisation_zh = { type = "text", zh = "机构（中文）", en = "organisation (zh)" }
// organisation_en = { type = "text", zh = "机构（英文）", en = "organisation (en)" }
// relation = { type = "word", zh = "联系", en = "relation" }
// object = { type = "thing", zh = "客体", en = "object" }
// object_zh = { type = "text", zh = "客体（中文）", en = "object (zh)" }
// object_en = { type = "text", zh = "客体（英文）", en = "object (en)" }
// when = { type = "date", zh = "时间", en = "when" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "dates"
// of = ["organisation", "relation", "object"]
// value = "when"

MATCH path = (:Thing {code: $place})<-[:WITHIN*1..3 {dataset: $dataset}]-(organisation:Organisation)
WHERE all(step IN relationships(path) WHERE step.basis = 'text')
WITH DISTINCT organisation
MATCH (organisation)-[link {dataset: $dataset}]->(object:Thing)
WHERE link.stance IN ['stated', 'implied'] AND type(link) <> 'WITHIN'
UNWIND link.statements AS id
WITH organisation, type(link) AS relation, object, coalesce(link.when, link.since) AS when, link.stance AS stance, id
RETURN organisation.code AS organisation, organisation.name_zh AS organisation_zh, organisation.name_en AS organisation_en,
  relation, object.code AS object, object.name_zh AS object_zh, object.name_en AS object_en,
  when, stance, collect(DISTINCT id) AS statements
ORDER BY organisation, relation, object, when, stance
