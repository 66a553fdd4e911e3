// title = { zh = "何处说到它", en = "Where the texts mention a thing" }
// question = { zh = "关于此事物的每条陈述在哪个来源的何处（起、止）？", en = "At which position (source, start, end) is each statement about this thing?" }
// [parameters.thing]
// type = ["Actor", "Mechanism", "ReformModel", "Programme", "Event", "Indicator", "Unit", "Source"]
// zh = "事物"
// en = "Thing"
// example = "350400"
// [columns]
// source = { type = "things", zh = "来源", en = "source" }
// start = { type = "number", zh = "起", en = "start" }
// end = { type = "number", zh = "止", en = "end" }
// kind = { type = "word", zh = "种类", en = "kind" }
// roles = { type = "list", of = ["word"], zh = "在其中的角色", en = "roles" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }

MATCH (:Thing {code: $thing})<-[about:ABOUT {dataset: $dataset}]-(said:Statement)-[:IN {dataset: $dataset}]->(source:Source)
WITH source, said, collect(DISTINCT about.role) AS roles
RETURN source.code AS source, said.start AS start, said.end AS `end`, said.kind AS kind, roles, said.stance AS stance,
  [said.id] AS statements
ORDER BY source, start, `end`, kind, statements
