// title = { zh = "多个来源都说到的事", en = "Claims told by several sources" }
// question = { zh = "哪些说法有至少这么多个来源？（同一联系、同样两端算同一说法；数据须数值与时期相同；计划与否认不计）", en = "Which claims do at least this many sources tell? (A claim is a relation between the same two ends; a figure also has its value and period; plans and denials do not count.)" }
// [parameters.at_least]
// type = "number"
// zh = "至少几个来源"
// en = "Sources, at least"
// example = 2
// [columns]
// relation = { type = "word", zh = "联系", en = "relation" }
// subject = { type = "thing", zh = "主体", en = "subject" }
// subject_zh = { type = "text", zh = "主体（中文）", en = "subject (zh)" }
// subject_en = { type = "text", zh = "主体（英文）", en = "subject (en)" }
// object = { type = "thing", zh = "客体", en = "object" }
// object_zh = { type = "text", zh = "客体（中文）", en = "object (zh)" }
// object_en = { type = "text", zh = "客体（英文）", en = "object (en)" }
// value = { type = "number", zh = "数值", en = "value" }
// period = { type = "date", zh = "时期", en = "period" }
// sources = { type = "list", zh = "来源", en = "sources" }
// statements = { type = "list", zh = "陈述", en = "statements" }

CALL {
  MATCH (one:Thing)-[link {dataset: $dataset}]->(two:Thing)
  WHERE link.stance IN ['stated', 'implied'] AND NOT type(link) IN ['COMPRISES', 'RESPONDS_TO']
  RETURN type(link) AS relation, one, two, null AS value, null AS period, link.statements AS ids
  UNION ALL
  MATCH (one:Thing)<-[:OF {dataset: $dataset}]-(figure:Measurement)-[:MEASURES {dataset: $dataset}]->(two:Indicator)
  WHERE figure.stance IN ['stated', 'implied']
  RETURN 'MEASURES' AS relation, one, two, figure.value AS value, figure.period AS period, figure.statements AS ids
}
UNWIND ids AS id
WITH relation, one, two, value, period, collect(DISTINCT id) AS ids
WHERE size(ids) >= $at_least
UNWIND ids AS id
MATCH (:Statement {id: id})-[:IN {dataset: $dataset}]->(source:Source)
WITH relation, one, two, value, period, collect(DISTINCT source.code) AS sources, collect(DISTINCT id) AS statements
WHERE size(sources) >= $at_least
RETURN relation, one.code AS subject, one.name_zh AS subject_zh, one.name_en AS subject_en,
  two.code AS object, two.name_zh AS object_zh, two.name_en AS object_en,
  value, period, sources, statements
ORDER BY relation, subject, object, period, value
