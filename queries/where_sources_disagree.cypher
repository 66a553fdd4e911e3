// title = { zh = "来源之间的分歧", en = "Where sources disagree" }
// question = { zh = "两个来源说到同样两端的同一联系，或同一主体同一时期的同一指标，而立场、日期或数值不同，是哪些？（明言与隐含也算不同立场）", en = "Where do two sources tell of the same relation between the same ends, or of the same indicator of the same subject and period, with another stance, date or value? (Stated and implied are two stances.)" }
// [columns]
// relation = { type = "text", zh = "联系", en = "relation" }
// subject = { type = "thing", zh = "主体", en = "subject" }
// subject_zh = { type = "text", zh = "主体（中文）", en = "subject (zh)" }
// subject_en = { type = "text", zh = "主体（英文）", en = "subject (en)" }
// object = { type = "thing", zh = "客体", en = "object" }
// object_zh = { type = "text", zh = "客体（中文）", en = "object (zh)" }
// object_en = { type = "text", zh = "客体（英文）", en = "object (en)" }
// source = { type = "text", zh = "来源", en = "source" }
// stance = { type = "text", zh = "立场", en = "stance" }
// when = { type = "text", zh = "时间", en = "when" }
// value = { type = "number", zh = "数值", en = "value" }
// other_source = { type = "text", zh = "另一来源", en = "other source" }
// other_stance = { type = "text", zh = "另一立场", en = "other stance" }
// other_when = { type = "text", zh = "另一时间", en = "other time" }
// other_value = { type = "number", zh = "另一数值", en = "other value" }
// statements = { type = "list", zh = "陈述", en = "statements" }

CALL {
  MATCH (one:Thing)-[first]->(two:Thing), (one)-[second]->(two)
  WHERE coalesce(first.relation, type(first)) = coalesce(second.relation, type(second))
    AND type(first) <> 'COMPRISES' AND coalesce(first.relation, '') <> 'COMPRISES'
    AND (first.stance <> second.stance OR coalesce(first.when, first.since) <> coalesce(second.when, second.since))
  RETURN coalesce(first.relation, type(first)) AS relation, one, two,
    first.stance AS stance, coalesce(first.when, first.since) AS when, null AS value, first.statements AS ids,
    second.stance AS other_stance, coalesce(second.when, second.since) AS other_when, null AS other_value,
    second.statements AS other_ids
  UNION ALL
  MATCH (one:Thing)<-[:OF]-(first:Measurement)-[:MEASURES]->(two:Indicator),
    (one)<-[:OF]-(second:Measurement)-[:MEASURES]->(two)
  WHERE first.id <> second.id AND first.unit = second.unit
    AND coalesce(first.per, '') = coalesce(second.per, '') AND coalesce(first.period, '') = coalesce(second.period, '')
    AND (first.stance <> second.stance OR abs(first.value - second.value) > 0.000001)
  RETURN 'MEASURES' AS relation, one, two,
    first.stance AS stance, first.period AS when, first.value AS value, first.statements AS ids,
    second.stance AS other_stance, second.period AS other_when, second.value AS other_value,
    second.statements AS other_ids
}
UNWIND ids AS id
UNWIND other_ids AS other_id
MATCH (:Statement {id: id})-[:IN]->(source:Source)
MATCH (:Statement {id: other_id})-[:IN]->(other_source:Source)
WHERE source.code < other_source.code
UNWIND [id, other_id] AS told
RETURN relation, one.code AS subject, one.name_zh AS subject_zh, one.name_en AS subject_en,
  two.code AS object, two.name_zh AS object_zh, two.name_en AS object_en,
  source.code AS source, stance, when, value,
  other_source.code AS other_source, other_stance, other_when, other_value, collect(DISTINCT told) AS statements
ORDER BY relation, subject, object, source, other_source, stance, other_stance, when, other_when, value, other_value
