// title = { zh = "采用最广的机制", en = "Mechanisms most widely taken up" }
// question = { zh = "哪些机制有至少这么多个地方采用？", en = "Which mechanisms did at least this many places take up?" }
// [parameters.at_least]
// type = "number"
// zh = "至少几地"
// en = "Places, at least"
// example = 5
// [columns]
// mechanism = { type = "thing", zh = "机制", en = "mechanism" }
// mechanism_zh = { type = "text", zh = "机制（中文）", en = "mechanism (zh)" }
// mechanism_en = { type = "text", zh = "机制（英文）", en = "mechanism (en)" }
// places = { type = "number", zh = "地方数", en = "places" }
// adopters = { type = "list", zh = "采用的地方", en = "places that took it up" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "amounts"
// of = ["mechanism"]
// value = "places"

MATCH (place:Place)-[link:ADOPTED {dataset: $dataset}]->(mechanism:Mechanism)
UNWIND link.statements AS id
WITH mechanism, collect(DISTINCT place.code) AS adopters, collect(DISTINCT id) AS statements
WHERE size(adopters) >= $at_least
RETURN mechanism.code AS mechanism, mechanism.name_zh AS mechanism_zh, mechanism.name_en AS mechanism_en,
  size(adopters) AS places, adopters, statements
ORDER BY places DESC, mechanism
