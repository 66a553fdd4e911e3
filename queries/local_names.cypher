// title = { zh = "一项机制的各地叫法", en = "Local names of a mechanism" }
// question = { zh = "此机制及其下位机制在各地叫什么名字，谁这样叫？", en = "Which local names do this mechanism and narrower ones have, and who uses them?" }
// [parameters.mechanism]
// type = ["Mechanism"]
// zh = "机制"
// en = "Mechanism"
// example = "quality-resources-down"
// [columns]
// local_name = { type = "text", zh = "当地叫法", en = "local name" }
// mechanisms = { type = "list", zh = "机制", en = "mechanisms" }
// adopters = { type = "list", zh = "采用者", en = "adopters" }
// statements = { type = "list", zh = "陈述", en = "statements" }

MATCH (adopter:Thing)-[link:ADOPTED {dataset: $dataset}]->(taken:Mechanism)-[:BROADER*0.. {dataset: $dataset}]->(:Mechanism {dataset: $dataset, code: $mechanism})
WHERE link.local_name IS NOT NULL
UNWIND link.statements AS id
RETURN link.local_name AS local_name, collect(DISTINCT taken.code) AS mechanisms,
  collect(DISTINCT adopter.code) AS adopters, collect(DISTINCT id) AS statements
ORDER BY local_name
