// title = { zh = "各来源说了多少", en = "Coverage by source" }
// question = { zh = "每个来源有多少条各种类的陈述？", en = "How many statements of each kind does each source make?" }
// [columns]
// source = { type = "thing", zh = "来源", en = "source" }
// source_zh = { type = "text", zh = "来源（中文）", en = "source (zh)" }
// source_en = { type = "text", zh = "来源（英文）", en = "source (en)" }
// kind = { type = "word", zh = "种类", en = "kind" }
// count = { type = "number", zh = "陈述数", en = "statements counted" }
// statements = { type = "list", zh = "陈述", en = "statements" }

MATCH (said:Statement)-[:IN {dataset: $dataset}]->(source:Source)
WITH source, said.kind AS kind, collect(DISTINCT said.id) AS statements
RETURN source.code AS source, source.name_zh AS source_zh, source.name_en AS source_en,
  kind, size(statements) AS count, statements
ORDER BY source, kind
