// title = { zh = "只有一地采用的机制", en = "Mechanisms that only one place took up" }
// question = { zh = "哪些机制只有此地或机构采用，文中没有说别处也采用？", en = "Which mechanisms did only this place or organisation take up, as far as the texts say?" }
// [parameters.place]
// type = ["Actor"]
// zh = "地方或机构"
// en = "Place or organisation"
// example = "320381"
// [columns]
// mechanism = { type = "thing", zh = "机制", en = "mechanism" }
// mechanism_zh = { type = "text", zh = "机制（中文）", en = "mechanism (zh)" }
// mechanism_en = { type = "text", zh = "机制（英文）", en = "mechanism (en)" }
// local_name = { type = "text", zh = "当地叫法", en = "local name" }
// since = { type = "date", zh = "起始", en = "since" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "dates"
// of = ["mechanism"]
// value = "since"

MATCH (:Thing {code: $place})-[link:ADOPTED {dataset: $dataset}]->(mechanism:Mechanism)
WHERE NOT EXISTS { MATCH (other:Thing)-[:ADOPTED {dataset: $dataset}]->(mechanism) WHERE other.code <> $place }
UNWIND link.statements AS id
WITH mechanism, link.local_name AS local_name, link.since AS since, link.stance AS stance, id
RETURN mechanism.code AS mechanism, mechanism.name_zh AS mechanism_zh, mechanism.name_en AS mechanism_en,
  local_name, since, stance, collect(DISTINCT id) AS statements
ORDER BY mechanism, local_name, since, stance
