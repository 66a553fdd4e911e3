// title = { zh = "谁采用了一项机制", en = "Who took up a mechanism" }
// question = { zh = "谁采用了此机制或它的下位机制，自何时起，叫什么名字？", en = "Who took up this mechanism or a narrower one, since when, and under which name?" }
// [parameters.mechanism]
// type = ["Mechanism"]
// zh = "机制"
// en = "Mechanism"
// example = "specialty-alliance"
// [columns]
// adopter = { type = "thing", zh = "采用者", en = "adopter" }
// adopter_zh = { type = "text", zh = "采用者（中文）", en = "adopter (zh)" }
// adopter_en = { type = "text", zh = "采用者（英文）", en = "adopter (en)" }
// taken = { type = "thing", zh = "所采用的机制", en = "mechanism taken up" }
// taken_zh = { type = "text", zh = "所采用的机制（中文）", en = "mechanism taken up (zh)" }
// taken_en = { type = "text", zh = "所采用的机制（英文）", en = "mechanism taken up (en)" }
// local_name = { type = "text", zh = "当地叫法", en = "local name" }
// since = { type = "date", zh = "起始", en = "since" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "dates"
// of = ["adopter", "local_name"]
// value = "since"

MATCH (adopter:Thing)-[link:ADOPTED {dataset: $dataset}]->(taken:Mechanism)-[:BROADER*0.. {dataset: $dataset}]->(:Mechanism {dataset: $dataset, code: $mechanism})
UNWIND link.statements AS id
WITH adopter, taken, link.local_name AS local_name, link.since AS since, link.stance AS stance, id
RETURN adopter.code AS adopter, adopter.name_zh AS adopter_zh, adopter.name_en AS adopter_en,
  taken.code AS taken, taken.name_zh AS taken_zh, taken.name_en AS taken_en,
  local_name, since, stance, collect(DISTINCT id) AS statements
ORDER BY since, adopter, taken, local_name, stance
