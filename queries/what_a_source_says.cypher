// title = { zh = "一个来源说了什么", en = "What a source says" }
// question = { zh = "此来源有哪些陈述，各在何处，说的是哪一方？", en = "Which statements does this source make, where, and about whom?" }
// [parameters.source]
// type = ["Source"]
// zh = "来源"
// en = "Source"
// example = "home-door-2025"
// [columns]
// kind = { type = "word", zh = "种类", en = "kind" }
// start = { type = "number", zh = "起", en = "start" }
// end = { type = "number", zh = "止", en = "end" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// about = { type = "list", zh = "关于", en = "about" }
// statements = { type = "list", zh = "陈述", en = "statements" }

MATCH (said:Statement)-[:IN {dataset: $dataset}]->(:Source {code: $source})
MATCH (said)-[:ABOUT {dataset: $dataset}]->(thing:Thing)
RETURN said.kind AS kind, said.start AS start, said.end AS `end`, said.stance AS stance,
  collect(DISTINCT thing.code) AS about, [said.id] AS statements
ORDER BY start, `end`, kind, statements
