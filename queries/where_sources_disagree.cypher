// title = { zh = "来源之间的分歧", en = "Where sources disagree" }
// question = { zh = "两个来源说的哪些事不能同时为真？同样两端的同一联系，一方说有、一方说没有，或日期互不相容；或同一主体同一时期的同一指标，数值互不相容。（先计划后做到、一方明言一方隐含都可以同时为真，不算分歧。）", en = "Where do two sources make claims that cannot both be true? For the same relation between the same ends, one states it and the other denies it, or their dates exclude each other; or two figures of the same indicator, subject and period exclude each other. (Planned and then done, or stated by one and implied by the other, can both be true.)" }
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

// Which statements cannot both be true is worked out when the graph is built.
MATCH (first:Statement {dataset: $dataset, contested: true})-[:CONTRADICTS {dataset: $dataset}]->(second:Statement)
MATCH (start:Thing {dataset: $dataset, code: first.subject})
MATCH (goal:Thing {dataset: $dataset, code: first.object})
UNWIND [first.id, second.id] AS id
RETURN first.relation AS relation, start.code AS subject, start.name_zh AS subject_zh, start.name_en AS subject_en,
  goal.code AS object, goal.name_zh AS object_zh, goal.name_en AS object_en,
  first.source AS source, first.stance AS stance, coalesce(first.when, first.since, first.period) AS when,
  first.value AS value, second.source AS other_source, second.stance AS other_stance,
  coalesce(second.when, second.since, second.period) AS other_when, second.value AS other_value,
  collect(DISTINCT id) AS statements
ORDER BY relation, subject, object, source, other_source, stance, other_stance, when, other_when, value, other_value
