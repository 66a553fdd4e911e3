// title = { zh = "一个主体的全部数据", en = "All figures of a subject" }
// question = { zh = "关于此地或机构，文中给出了哪些数据？", en = "Which figures do the texts give for this place or organisation?" }
// [parameters.subject]
// type = ["Actor", "ReformModel", "Programme", "Event"]
// zh = "主体"
// en = "Subject"
// example = "420300"
// [columns]
// indicator = { type = "thing", zh = "指标", en = "indicator" }
// indicator_zh = { type = "text", zh = "指标（中文）", en = "indicator (zh)" }
// indicator_en = { type = "text", zh = "指标（英文）", en = "indicator (en)" }
// value = { type = "number", zh = "数值", en = "value" }
// bound = { type = "choice", of = ["Bound"], zh = "界限", en = "bound" }
// unit = { type = "things", zh = "单位", en = "unit" }
// per = { type = "things", zh = "每", en = "per" }
// period = { type = "date", zh = "时期", en = "period" }
// baseline = { type = "number", zh = "基期值", en = "baseline" }
// baseline_period = { type = "date", zh = "基期", en = "baseline period" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }

MATCH (:Thing {code: $subject})<-[:OF {dataset: $dataset}]-(figure:Measurement)-[:MEASURES {dataset: $dataset}]->(indicator:Indicator)
UNWIND figure.statements AS id
RETURN indicator.code AS indicator, indicator.name_zh AS indicator_zh, indicator.name_en AS indicator_en,
  figure.value AS value, figure.bound AS bound, figure.unit AS unit, figure.per AS per,
  figure.period AS period, figure.baseline AS baseline, figure.baseline_period AS baseline_period,
  figure.stance AS stance, collect(DISTINCT id) AS statements
ORDER BY indicator, period, value, bound, stance
