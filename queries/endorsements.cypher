// title = { zh = "谁推介了谁", en = "Who endorsed whom" }
// question = { zh = "谁推广、肯定、表彰了谁，或称其为典型？", en = "Who promoted, praised or awarded whom, or called whom a model?" }
// [columns]
// endorser = { type = "thing", zh = "推介者", en = "endorser" }
// endorser_zh = { type = "text", zh = "推介者（中文）", en = "endorser (zh)" }
// endorser_en = { type = "text", zh = "推介者（英文）", en = "endorser (en)" }
// how = { type = "choice", of = ["Learning", "Naming", "Praise"], zh = "方式", en = "how" }
// endorsed = { type = "thing", zh = "被推介者", en = "endorsed" }
// endorsed_zh = { type = "text", zh = "被推介者（中文）", en = "endorsed (zh)" }
// endorsed_en = { type = "text", zh = "被推介者（英文）", en = "endorsed (en)" }
// when = { type = "date", zh = "时间", en = "when" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "dates"
// of = ["endorser", "endorsed"]
// value = "when"

MATCH (endorser:Thing)-[link:ENDORSES {dataset: $dataset}]->(endorsed:Thing)
UNWIND link.statements AS id
WITH endorser, endorsed, link.how AS how, link.when AS when, link.stance AS stance, id
RETURN endorser.code AS endorser, endorser.name_zh AS endorser_zh, endorser.name_en AS endorser_en, how,
  endorsed.code AS endorsed, endorsed.name_zh AS endorsed_zh, endorsed.name_en AS endorsed_en, when, stance,
  collect(DISTINCT id) AS statements
ORDER BY endorser, endorsed, how, when, stance
