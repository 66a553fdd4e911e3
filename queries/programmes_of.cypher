// title = { zh = "一地入选了哪些项目", en = "Programmes of a place" }
// question = { zh = "此地或机构入选了哪些试点、示范、奖项或标准，由谁认定，何时？", en = "To which pilots, awards or standards was this place or organisation admitted, by whom and when?" }
// [parameters.place]
// type = ["Actor"]
// zh = "地方或机构"
// en = "Place or organisation"
// example = "320115"
// [columns]
// programme = { type = "thing", zh = "项目", en = "programme" }
// programme_zh = { type = "text", zh = "项目（中文）", en = "programme (zh)" }
// programme_en = { type = "text", zh = "项目（英文）", en = "programme (en)" }
// by = { type = "things", zh = "认定方", en = "by" }
// rank = { type = "text", zh = "名次", en = "rank" }
// when = { type = "date", zh = "时间", en = "when" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "dates"
// of = ["programme"]
// value = "when"

MATCH (:Thing {code: $place})-[link:DESIGNATED_AS {dataset: $dataset}]->(programme:Programme)
UNWIND link.statements AS id
WITH programme, link.by AS by, link.rank AS rank, link.when AS when, link.stance AS stance, id
RETURN programme.code AS programme, programme.name_zh AS programme_zh, programme.name_en AS programme_en,
  by, rank, when, stance, collect(DISTINCT id) AS statements
ORDER BY when, programme, by, rank, stance
