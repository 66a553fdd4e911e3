// title = { zh = "计划中的数据", en = "Figures that are plans" }
// question = { zh = "哪些数据是目标或计划，而不是结果？", en = "Which figures are aims or plans, not results?" }
// [columns]
// subject = { type = "thing", zh = "主体", en = "subject" }
// subject_zh = { type = "text", zh = "主体（中文）", en = "subject (zh)" }
// subject_en = { type = "text", zh = "主体（英文）", en = "subject (en)" }
// indicator = { type = "thing", zh = "指标", en = "indicator" }
// indicator_zh = { type = "text", zh = "指标（中文）", en = "indicator (zh)" }
// indicator_en = { type = "text", zh = "指标（英文）", en = "indicator (en)" }
// value = { type = "number", zh = "数值", en = "value" }
// bound = { type = "choice", of = ["Bound"], zh = "界限", en = "bound" }
// unit = { type = "things", zh = "单位", en = "unit" }
// per = { type = "things", zh = "每", en = "per" }
// period = { type = "date", zh = "时期", en = "period" }
// statements = { type = "list", zh = "陈述", en = "statements" }

MATCH (subject:Thing)<-[:OF {dataset: $dataset}]-(figure:Measurement)-[:MEASURES {dataset: $dataset}]->(indicator:Indicator)
WHERE figure.stance = 'planned'
UNWIND figure.statements AS id
RETURN subject.code AS subject, subject.name_zh AS subject_zh, subject.name_en AS subject_en,
  indicator.code AS indicator, indicator.name_zh AS indicator_zh, indicator.name_en AS indicator_en,
  figure.value AS value, figure.bound AS bound, figure.unit AS unit, figure.per AS per, figure.period AS period,
  collect(DISTINCT id) AS statements
ORDER BY subject, indicator, period, value, bound, unit, per
