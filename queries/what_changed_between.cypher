// title = { zh = "两日之间的变化", en = "What changed between two days" }
// question = { zh = "哪些事（学习、采用、入选、事件、数据等）的日期确定落在这两日之间？若按发布计：哪些陈述在这两日之间的发布里首次出现（不论有无日期）？", en = "What certainly happened between these two days (lessons, adoptions, designations, events, figures)? Or, by the releases: what first became known in a release between these two days, dated or not?" }
// [parameters.since]
// type = "first_day"
// zh = "自"
// en = "from"
// example = "2021-01-01"
// [parameters.until]
// type = "last_day"
// zh = "至"
// en = "to"
// example = "2021-12-31"
// [parameters.clock]
// type = "clock"
// zh = "按哪个时钟"
// en = "by which clock"
// example = "date"
// optional = true
// [columns]
// relation = { type = "word", zh = "联系", en = "relation" }
// subject = { type = "thing", zh = "主体", en = "subject" }
// subject_zh = { type = "text", zh = "主体（中文）", en = "subject (zh)" }
// subject_en = { type = "text", zh = "主体（英文）", en = "subject (en)" }
// object = { type = "thing", zh = "客体", en = "object" }
// object_zh = { type = "text", zh = "客体（中文）", en = "object (zh)" }
// object_en = { type = "text", zh = "客体（英文）", en = "object (en)" }
// value = { type = "number", zh = "数值", en = "value" }
// when = { type = "date", zh = "时间", en = "when" }
// earliest = { type = "date", zh = "最早", en = "earliest" }
// latest = { type = "date", zh = "最晚", en = "latest" }
// known_since = { type = "date", zh = "何时得知", en = "known since" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "dates"
// of = ["subject", "relation", "object"]
// value = "when"

CALL {
  MATCH (one:Thing)-[link {dataset: $dataset}]->(two:Thing)
  WHERE link.stance IN ['stated', 'implied'] AND NOT type(link) IN ['COMPRISES', 'RESPONDS_TO']
    AND ($clock = 'release' OR link.earliest >= $since AND link.latest <= $until)
  RETURN type(link) AS relation, one, two, coalesce(link.when, link.since) AS when, link.earliest AS earliest,
    link.latest AS latest, link.stance AS stance, null AS value, link.statements AS ids
  UNION ALL
  MATCH (one:Thing)<-[:OF {dataset: $dataset}]-(figure:Measurement)-[:MEASURES {dataset: $dataset}]->(two:Indicator)
  WHERE figure.stance IN ['stated', 'implied']
    AND ($clock = 'release' OR figure.earliest >= $since AND figure.latest <= $until)
  RETURN 'MEASURES' AS relation, one, two, figure.period AS when, figure.earliest AS earliest,
    figure.latest AS latest, figure.stance AS stance, figure.value AS value, figure.statements AS ids
}
UNWIND ids AS id
MATCH (statement:Statement {dataset: $dataset, id: id})
WHERE $clock = 'date' OR statement.known_since >= $since AND statement.known_since <= $until
RETURN relation, one.code AS subject, one.name_zh AS subject_zh, one.name_en AS subject_en,
  two.code AS object, two.name_zh AS object_zh, two.name_en AS object_en,
  value, when, earliest, latest, min(statement.known_since) AS known_since, stance,
  collect(DISTINCT id) AS statements
ORDER BY earliest, latest, relation, subject, object, when, value, stance
