// title = { zh = "一项指标的数据对照", en = "Figures of an indicator side by side" }
// question = { zh = "各地各机构在此指标及其下位指标上的数据是多少，界限、时期与基期如何？（只数名目的不计）", en = "What are the figures for this indicator and narrower ones, with bound, period and baseline? (Figures that only count a label do not count.)" }
// [parameters.indicator]
// type = ["Indicator"]
// zh = "指标"
// en = "Indicator"
// example = "medical-service-income-share"
// [columns]
// subject = { type = "thing", zh = "主体", en = "subject" }
// subject_zh = { type = "text", zh = "主体（中文）", en = "subject (zh)" }
// subject_en = { type = "text", zh = "主体（英文）", en = "subject (en)" }
// measured = { type = "thing", zh = "所测指标", en = "indicator measured" }
// measured_zh = { type = "text", zh = "所测指标（中文）", en = "indicator measured (zh)" }
// measured_en = { type = "text", zh = "所测指标（英文）", en = "indicator measured (en)" }
// value = { type = "number", zh = "数值", en = "value" }
// bound = { type = "choice", of = ["Bound"], zh = "界限", en = "bound" }
// unit = { type = "things", zh = "单位", en = "unit" }
// per = { type = "things", zh = "每", en = "per" }
// period = { type = "date", zh = "时期", en = "period" }
// baseline = { type = "number", zh = "基期值", en = "baseline" }
// baseline_period = { type = "date", zh = "基期", en = "baseline period" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "figures"
// of = ["subject"]
// value = "value"
// panel = ["measured", "unit", "per"]

MATCH (subject:Thing)<-[:OF {dataset: $dataset}]-(figure:Measurement)-[:MEASURES {dataset: $dataset}]->(measured:Indicator)-[:BROADER*0.. {dataset: $dataset}]->(:Indicator {dataset: $dataset, code: $indicator})
WHERE figure.counts IS NULL
UNWIND figure.statements AS id
RETURN subject.code AS subject, subject.name_zh AS subject_zh, subject.name_en AS subject_en,
  measured.code AS measured, measured.name_zh AS measured_zh, measured.name_en AS measured_en,
  figure.value AS value, figure.bound AS bound, figure.unit AS unit, figure.per AS per,
  figure.period AS period, figure.baseline AS baseline, figure.baseline_period AS baseline_period,
  figure.stance AS stance, collect(DISTINCT id) AS statements
ORDER BY subject, measured, period, value, bound, stance
