// title = { zh = "谁推介了它", en = "Who endorsed it" }
// question = { zh = "谁推广、肯定、表彰了它，或称其为典型？", en = "Who promoted, praised or awarded it, or called it a model?" }
// [parameters.endorsee]
// type = ["Actor", "ReformModel", "Mechanism"]
// zh = "被推介者"
// en = "Endorsed"
// example = "sanming-reform"
// [columns]
// endorser = { type = "thing", zh = "推介者", en = "endorser" }
// endorser_zh = { type = "text", zh = "推介者（中文）", en = "endorser (zh)" }
// endorser_en = { type = "text", zh = "推介者（英文）", en = "endorser (en)" }
// how = { type = "choice", of = ["Learning", "Naming", "Praise"], zh = "方式", en = "how" }
// when = { type = "date", zh = "时间", en = "when" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "dates"
// of = ["endorser"]
// value = "when"

MATCH (endorser:Thing)-[link:ENDORSES {dataset: $dataset}]->(endorsed:Thing)
WHERE endorsed.code = $endorsee
UNWIND link.statements AS id
WITH endorser, link.how AS how, link.when AS when, link.stance AS stance, id
RETURN endorser.code AS endorser, endorser.name_zh AS endorser_zh, endorser.name_en AS endorser_en,
  how, when, stance, collect(DISTINCT id) AS statements
ORDER BY endorser, how, when, stance
