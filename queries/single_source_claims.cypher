// title = { zh = "只有一个来源说到的事", en = "Claims that rest on one source only" }
// question = { zh = "关于此地或机构的说法中，哪些只有一个来源？（同一联系、同样两端算同一说法；数据须数值与时期相同；计划与否认不计）", en = "Which claims about this place or organisation rest on one source only? (A claim is a relation between the same two ends; a figure also has its value and period; plans and denials do not count.)" }
// [parameters.place]
// type = ["Actor"]
// zh = "地方或机构"
// en = "Place or organisation"
// example = "320100"
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
  MATCH (:Thing {code: $place})-[link {dataset: $dataset}]-(:Thing)
  WHERE link.stance IN ['stated', 'implied'] AND NOT type(link) IN ['COMPRISES', 'RESPONDS_TO']
  WITH DISTINCT link, startNode(link) AS one, endNode(link) AS two
  RETURN type(link) AS relation, one, two, null AS value, null AS period, link.statements AS ids
  UNION ALL
  MATCH (one:Thing {code: $place})<-[:OF {dataset: $dataset}]-(figure:Measurement)-[:MEASURES {dataset: $dataset}]->(two:Indicator)
  WHERE figure.stance IN ['stated', 'implied']
  RETURN 'MEASURES' AS relation, one, two, figure.value AS value, figure.period AS period, figure.statements AS ids
}
UNWIND ids AS id
MATCH (:Statement {id: id})-[:IN {dataset: $dataset}]->(source:Source)
WITH relation, one, two, value, period, collect(DISTINCT source.code) AS sources, collect(DISTINCT id) AS statements
WHERE size(sources) = 1
RETURN relation, one.code AS subject, one.name_zh AS subject_zh, one.name_en AS subject_en,
  two.code AS object, two.name_zh AS object_zh, two.name_en AS object_en,
  value, period, sources, statements
ORDER BY relation, subject, object, period, value
