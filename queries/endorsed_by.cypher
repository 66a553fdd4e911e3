// title = { zh = "一方推介了什么", en = "What a party endorsed" }
// question = { zh = "此方推广、肯定、表彰了谁或什么，或称其为典型？", en = "Who or what did this party promote, praise, award or call a model?" }
// [parameters.party]
// type = ["Actor", "Source"]
// zh = "推介者"
// en = "Endorser"
// example = "cpc-20th-central-committee"
// [columns]
// endorsed = { type = "thing", zh = "被推介者", en = "endorsed" }
// endorsed_zh = { type = "text", zh = "被推介者（中文）", en = "endorsed (zh)" }
// endorsed_en = { type = "text", zh = "被推介者（英文）", en = "endorsed (en)" }
// how = { type = "choice", of = ["Learning", "Naming", "Praise"], zh = "方式", en = "how" }
// when = { type = "date", zh = "时间", en = "when" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "dates"
// of = ["endorsed"]
// value = "when"

MATCH (endorser:Thing)-[link:ENDORSES {dataset: $dataset}]->(endorsed:Thing)
WHERE endorser.code = $party
UNWIND link.statements AS id
WITH endorsed, link.how AS how, link.when AS when, link.stance AS stance, id
RETURN endorsed.code AS endorsed, endorsed.name_zh AS endorsed_zh, endorsed.name_en AS endorsed_en,
  how, when, stance, collect(DISTINCT id) AS statements
ORDER BY endorsed, how, when, stance
