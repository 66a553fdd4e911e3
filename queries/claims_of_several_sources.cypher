// title = { zh = "多个来源都说到的事", en = "Claims made by several sources" }
// question = { zh = "哪些说法有至少这么多个来源？（同一联系、同样两端算同一说法；数据须数值与时期相同；计划与否认不计）", en = "Which claims do at least this many sources make? (A claim is a relation between the same two ends; a figure also has its value and period; plans and denials do not count.)" }
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

// The number of sources of a claim is worked out when the graph is built.
MATCH (statement:Statement {dataset: $dataset})
WHERE statement.source_count >= $at_least
WITH statement.relation AS relation, statement.subject AS start_code, statement.object AS goal_code,
  statement.value AS value, statement.period AS period,
  collect(DISTINCT statement.source) AS sources, collect(statement.id) AS statements
MATCH (start:Thing {dataset: $dataset, code: start_code})
MATCH (goal:Thing {dataset: $dataset, code: goal_code})
RETURN relation, start.code AS subject, start.name_zh AS subject_zh, start.name_en AS subject_en,
  goal.code AS object, goal.name_zh AS object_zh, goal.name_en AS object_en,
  value, period, sources, statements
ORDER BY relation, subject, object, period, value
