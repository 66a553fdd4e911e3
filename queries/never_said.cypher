// title = { zh = "文中从未说到什么", en = "What nobody said" }
// question = { zh = "每个采用过任何机制的地方，对此机制及其各下位机制，文中是明言、隐含、计划、否认，还是从未说到（unsaid）？", en = "For each place that took up any mechanism: is this mechanism, and each narrower one, stated, implied, planned, denied, or never said (unsaid)? Never said does not mean denied." }
// [parameters.mechanism]
// type = ["Mechanism"]
// zh = "机制"
// en = "Mechanism"
// example = "joint-ward"
// [columns]
// place = { type = "thing", zh = "地方", en = "place" }
// place_zh = { type = "text", zh = "地方（中文）", en = "place (zh)" }
// place_en = { type = "text", zh = "地方（英文）", en = "place (en)" }
// told = { type = "thing", zh = "机制", en = "mechanism" }
// told_zh = { type = "text", zh = "机制（中文）", en = "mechanism (zh)" }
// told_en = { type = "text", zh = "机制（英文）", en = "mechanism (en)" }
// said = { type = "list", of = ["Stance"], zh = "文中所说", en = "what is said" }
// statements = { type = "list", zh = "陈述", en = "statements" }

MATCH (told:Mechanism)-[:BROADER*0.. {dataset: $dataset}]->(:Mechanism {dataset: $dataset, code: $mechanism})
WITH DISTINCT told
MATCH (place:Place {dataset: $dataset})
WHERE EXISTS { MATCH (place)-[:ADOPTED {dataset: $dataset}]->(:Mechanism) }
OPTIONAL MATCH (place)-[link:ADOPTED|PLANNED|DENIED {dataset: $dataset}]->(told)
WHERE coalesce(link.relation, 'ADOPTED') = 'ADOPTED'
UNWIND CASE WHEN link IS NULL THEN [null] ELSE link.statements END AS id
WITH place, told, collect(DISTINCT link.stance) AS stances, collect(DISTINCT id) AS statements
RETURN place.code AS place, place.name_zh AS place_zh, place.name_en AS place_en,
  told.code AS told, told.name_zh AS told_zh, told.name_en AS told_en,
  CASE WHEN size(stances) = 0 THEN ['unsaid'] ELSE stances END AS said, statements
ORDER BY told, place
