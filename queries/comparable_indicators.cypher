// title = { zh = "可以对照的指标", en = "Indicators that can be compared" }
// question = { zh = "哪些指标有至少这么多个主体的数据，可以互相对照？（较窄的指标一并计入；计划、否认与只数名目的不计）", en = "Which indicators have figures of at least this many subjects, so that they can be compared? (Narrower indicators count too; plans, denials and figures that only count a label do not.)" }
// [parameters.at_least]
// type = "number"
// zh = "至少几个主体"
// en = "Subjects, at least"
// example = 2
// [columns]
// indicator = { type = "thing", zh = "指标", en = "indicator" }
// indicator_zh = { type = "text", zh = "指标（中文）", en = "indicator (zh)" }
// indicator_en = { type = "text", zh = "指标（英文）", en = "indicator (en)" }
// subjects = { type = "number", zh = "主体数", en = "subjects" }
// measured = { type = "list", zh = "主体", en = "subjects measured" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "amounts"
// of = ["indicator"]
// value = "subjects"

MATCH (subject:Thing)<-[:OF {dataset: $dataset}]-(figure:Measurement)-[:MEASURES {dataset: $dataset}]->(:Indicator)-[:BROADER*0.. {dataset: $dataset}]->(indicator:Indicator)
WHERE figure.stance IN ['stated', 'implied'] AND figure.counts IS NULL
UNWIND figure.statements AS id
WITH indicator, collect(DISTINCT subject.code) AS measured, collect(DISTINCT id) AS statements
WHERE size(measured) >= $at_least
RETURN indicator.code AS indicator, indicator.name_zh AS indicator_zh, indicator.name_en AS indicator_en,
  size(measured) AS subjects, measured, statements
ORDER BY subjects DESC, indicator
