// title = { zh = "谁入选了一个项目", en = "Who was admitted to a programme" }
// question = { zh = "谁入选了此试点、示范、奖项或标准，由谁认定，何时？", en = "Who was admitted to this pilot, award or standard, by whom, and when?" }
// [parameters.programme]
// type = ["Programme"]
// zh = "项目"
// en = "Programme"
// example = "grassroots-pilot-zone"
// [columns]
// designee = { type = "thing", zh = "入选者", en = "designee" }
// designee_zh = { type = "text", zh = "入选者（中文）", en = "designee (zh)" }
// designee_en = { type = "text", zh = "入选者（英文）", en = "designee (en)" }
// by = { type = "things", zh = "认定方", en = "by" }
// rank = { type = "text", zh = "名次", en = "rank" }
// when = { type = "date", zh = "时间", en = "when" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "dates"
// of = ["designee"]
// value = "when"

MATCH (designee:Thing)-[link:DESIGNATED_AS {dataset: $dataset}]->(:Programme {code: $programme})
UNWIND link.statements AS id
WITH designee, link.by AS by, link.rank AS rank, link.when AS when, link.stance AS stance, id
RETURN designee.code AS designee, designee.name_zh AS designee_zh, designee.name_en AS designee_en,
  by, rank, when, stance, collect(DISTINCT id) AS statements
ORDER BY when, designee, by, rank, stance
