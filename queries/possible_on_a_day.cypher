// title = { zh = "某日可能发生的事", en = "What may have happened on a day" }
// question = { zh = "哪些有日期的事（学习、采用、入选、事件、数据等）可能发生在此日？（日期的区间包含此日）", en = "What may have happened on this day (lessons, adoptions, designations, events, figures)? The interval of its date contains the day." }
// [parameters.day]
// type = "first_day"
// zh = "日"
// en = "Day"
// example = "2020-06-01"
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
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "dates"
// of = ["subject", "relation", "object"]
// value = "when"

CALL {
  MATCH (one:Thing)-[link {dataset: $dataset}]->(two:Thing)
  WHERE link.stance IN ['stated', 'implied'] AND NOT type(link) IN ['COMPRISES', 'RESPONDS_TO']
    AND coalesce(link.when, link.since) IS NOT NULL
      AND coalesce(link.earliest, '0000-01-01') <= $day AND coalesce(link.latest, '9999-12-31') >= $day
  RETURN type(link) AS relation, one, two, coalesce(link.when, link.since) AS when, link.earliest AS earliest,
    link.latest AS latest, link.stance AS stance, null AS value, link.statements AS ids
  UNION ALL
  MATCH (one:Thing)<-[:OF {dataset: $dataset}]-(figure:Measurement)-[:MEASURES {dataset: $dataset}]->(two:Indicator)
  WHERE figure.stance IN ['stated', 'implied']
    AND figure.period IS NOT NULL
      AND coalesce(figure.earliest, '0000-01-01') <= $day AND coalesce(figure.latest, '9999-12-31') >= $day
  RETURN 'MEASURES' AS relation, one, two, figure.period AS when, figure.earliest AS earliest,
    figure.latest AS latest, figure.stance AS stance, figure.value AS value, figure.statements AS ids
}
UNWIND ids AS id
RETURN relation, one.code AS subject, one.name_zh AS subject_zh, one.name_en AS subject_en,
  two.code AS object, two.name_zh AS object_zh, two.name_en AS object_en,
  value, when, earliest, latest, stance, collect(DISTINCT id) AS statements
ORDER BY earliest, latest, relation, subject, object, when, value, stance
