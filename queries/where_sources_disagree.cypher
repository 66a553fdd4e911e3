// title = { zh = "来源之间的分歧", en = "Where sources disagree" }
// question = { zh = "两个来源说的哪些事不能同时为真？同样两端的同一联系，一方说有、一方说没有，或日期互不相容；或同一主体同一时期的同一指标，数值互不相容。（先计划后做到、一方明言一方隐含都可以同时为真，不算分歧。）", en = "Where do two sources say what cannot both be true: of the same relation between the same ends, one says that it is so and the other that it is not, or their dates exclude each other; or two figures of the same indicator, subject and period exclude each other? (Planned and then done, or stated by one and implied by the other, can both be true.)" }
// [columns]
// relation = { type = "word", zh = "联系", en = "relation" }
// subject = { type = "thing", zh = "主体", en = "subject" }
// subject_zh = { type = "text", zh = "主体（中文）", en = "subject (zh)" }
// subject_en = { type = "text", zh = "主体（英文）", en = "subject (en)" }
// object = { type = "thing", zh = "客体", en = "object" }
// object_zh = { type = "text", zh = "客体（中文）", en = "object (zh)" }
// object_en = { type = "text", zh = "客体（英文）", en = "object (en)" }
// source = { type = "things", zh = "来源", en = "source" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// when = { type = "date", zh = "时间", en = "when" }
// value = { type = "number", zh = "数值", en = "value" }
// other_source = { type = "things", zh = "另一来源", en = "other source" }
// other_stance = { type = "choice", of = ["Stance"], zh = "另一立场", en = "other stance" }
// other_when = { type = "date", zh = "另一时间", en = "other time" }
// other_value = { type = "number", zh = "另一数值", en = "other value" }
// statements = { type = "list", zh = "陈述", en = "statements" }

// A deed is stated or implied. Missing ends of dates compare as never apart.
CALL {
  MATCH (one:Thing)-[first {dataset: $dataset}]->(two:Thing), (one)-[second {dataset: $dataset}]->(two)
  WITH one, two, first, second, coalesce(first.relation, type(first)) AS relation,
    coalesce(first.latest, '9') < coalesce(second.earliest, '0')
      OR coalesce(second.latest, '9') < coalesce(first.earliest, '0') AS apart
  WHERE relation = coalesce(second.relation, type(second)) AND NOT relation IN ['COMPRISES', 'RESPONDS_TO']
    AND ((NOT apart
        AND ((first.stance IN ['stated', 'implied'] AND second.stance = 'denied')
          OR (first.stance = 'denied' AND second.stance IN ['stated', 'implied']))
        AND coalesce(first.model, second.model, '') = coalesce(second.model, first.model, '')
        AND coalesce(first.mechanism, second.mechanism, '') = coalesce(second.mechanism, first.mechanism, '')
        AND coalesce(first.how, second.how, '') = coalesce(second.how, first.how, '')
        AND coalesce(first.role, second.role, '') = coalesce(second.role, first.role, '')
        AND coalesce(first.rank, second.rank, '') = coalesce(second.rank, first.rank, ''))
      OR (apart AND first.stance IN ['stated', 'implied'] AND second.stance IN ['stated', 'implied']
        AND (relation IN ['ADOPTED', 'HAS_MODEL', 'DERIVED_FROM', 'TOOK_PART_IN']
          OR (relation = 'LEARNED_FROM' AND first.model IS NOT NULL))
        AND coalesce(first.model, '') = coalesce(second.model, '')
        AND coalesce(first.how, '') = coalesce(second.how, '')
        AND coalesce(first.role, '') = coalesce(second.role, '')))
  RETURN relation, one, two,
    first.stance AS stance, coalesce(first.when, first.since) AS when, null AS value, first.statements AS ids,
    second.stance AS other_stance, coalesce(second.when, second.since) AS other_when, null AS other_value,
    second.statements AS other_ids
  UNION ALL
  MATCH (one:Thing)<-[:OF {dataset: $dataset}]-(first:Measurement)-[:MEASURES {dataset: $dataset}]->(two:Indicator),
    (one)<-[:OF {dataset: $dataset}]-(second:Measurement)-[:MEASURES {dataset: $dataset}]->(two)
  WHERE first.id <> second.id AND first.unit = second.unit
    AND coalesce(first.per, '') = coalesce(second.per, '') AND first.period = second.period
    AND ((first.stance IN ['stated', 'implied'] AND second.stance IN ['stated', 'implied']
        AND ((first.bound IN ['=', '<', '<='] AND second.bound IN ['=', '>', '>=']
            AND (first.value < second.value
              OR (first.value = second.value AND (first.bound = '<' OR second.bound = '>'))))
          OR (second.bound IN ['=', '<', '<='] AND first.bound IN ['=', '>', '>=']
            AND (second.value < first.value
              OR (second.value = first.value AND (second.bound = '<' OR first.bound = '>'))))))
      OR (first.value = second.value AND first.bound = second.bound
        AND ((first.stance IN ['stated', 'implied'] AND second.stance = 'denied')
          OR (first.stance = 'denied' AND second.stance IN ['stated', 'implied']))))
  RETURN 'MEASURES' AS relation, one, two,
    first.stance AS stance, first.period AS when, first.value AS value, first.statements AS ids,
    second.stance AS other_stance, second.period AS other_when, second.value AS other_value,
    second.statements AS other_ids
}
UNWIND ids AS id
UNWIND other_ids AS other_id
MATCH (:Statement {id: id})-[:IN {dataset: $dataset}]->(source:Source)
MATCH (:Statement {id: other_id})-[:IN {dataset: $dataset}]->(other_source:Source)
WHERE source.code < other_source.code
UNWIND [id, other_id] AS told
RETURN relation, one.code AS subject, one.name_zh AS subject_zh, one.name_en AS subject_en,
  two.code AS object, two.name_zh AS object_zh, two.name_en AS object_en,
  source.code AS source, stance, when, value,
  other_source.code AS other_source, other_stance, other_when, other_value, collect(DISTINCT told) AS statements
ORDER BY relation, subject, object, source, other_source, stance, other_stance, when, other_when, value, other_value
