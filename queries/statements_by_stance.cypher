// title = { zh = "某种立场的陈述", en = "Statements by stance" }
// question = { zh = "哪些陈述是此立场（明言、隐含、计划、否认），出自何处，关于什么？", en = "Which statements are of this stance (stated, implied, planned, denied), where are they in the texts, and what are they about?" }
// [parameters.stance]
// type = "stance"
// zh = "立场"
// en = "Stance"
// example = "denied"
// [columns]
// source = { type = "things", zh = "来源", en = "source" }
// start = { type = "number", zh = "起", en = "start" }
// end = { type = "number", zh = "止", en = "end" }
// kind = { type = "word", zh = "种类", en = "kind" }
// about = { type = "list", zh = "关于", en = "about" }
// statements = { type = "list", zh = "陈述", en = "statements" }

MATCH (said:Statement {stance: $stance})-[:IN {dataset: $dataset}]->(source:Source)
MATCH (said)-[:ABOUT {dataset: $dataset}]->(thing:Thing)
WITH source, said, collect(DISTINCT thing.code) AS about
RETURN source.code AS source, said.start AS start, said.end AS `end`, said.kind AS kind, about, [said.id] AS statements
ORDER BY source, start, `end`, kind, statements
