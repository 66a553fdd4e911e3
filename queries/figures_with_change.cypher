// title = { zh = "有基期可比的数据", en = "Figures with a baseline" }
// question = { zh = "哪些数据给出了基期值，从多少变到多少？", en = "Which figures have a baseline, and how did they change?" }
// [columns]
// subject = { type = "thing", zh = "主体", en = "subject" }
// subject_zh = { type = "text", zh = "主体（中文）", en = "subject (zh)" }
// subject_en = { type = "text", zh = "主体（英文）", en = "subject (en)" }
// indicator = { type = "thing", zh = "指标", en = "indicator" }
// indicator_zh = { type = "text", zh = "指标（中文）", en = "indicator (zh)" }
// indicator_en = { type = "text", zh = "指标（英文）", en = "indicator (en)" }
// baseline = { type = "number", zh = "基期值", en = "baseline" }
// baseline_period = { type = "date", zh = "基期", en = "baseline period" }
// value = { type = "number", zh = "数值", en = "value" }
// bound = { type = "choice", of = ["Bound"], zh = "界限", en = "bound" }
// unit = { type = "things", zh = "单位", en = "unit" }
// per = { type = "things", zh = "每", en = "per" }
// period = { type = "date", zh = "时期", en = "period" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "figures"
// of = ["subject"]
// value = "value"
// panel = ["indicator", "unit", "per"]

MATCH (subject:Thing)<-[:OF {dataset: $dataset}]-(figure:Measurement)-[:MEASURES {dataset: $dataset}]->(indicator:Indicator)
WHERE figure.baseline IS NOT NULL
UNWIND figure.statements AS id
RETURN subject.code AS subject, subject.name_zh AS subject_zh, subject.name_en AS subject_en,
  indicator.code AS indicator, indicator.name_zh AS indicator_zh, indicator.name_en AS indicator_en,
  figure.baseline AS baseline, figure.baseline_period AS baseline_period,
  figure.value AS value, figure.bound AS bound, figure.unit AS unit, figure.per AS per, figure.period AS period,
  figure.stance AS stance, collect(DISTINCT id) AS statements
ORDER BY indicator, subject, period, value, bound, baseline, baseline_period, unit, per, stance
