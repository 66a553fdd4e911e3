// title = { zh = "谁与一地有相同的机制", en = "Who shares mechanisms with a place" }
// question = { zh = "还有谁采用了此地也采用的机制？", en = "Who else took up the mechanisms that this place took up?" }
// [parameters.place]
// type = ["Actor"]
// zh = "地方或机构"
// en = "Place or organisation"
// example = "320115"
// [columns]
// other = { type = "thing", zh = "另一方", en = "other party" }
// other_zh = { type = "text", zh = "另一方（中文）", en = "other party (zh)" }
// other_en = { type = "text", zh = "另一方（英文）", en = "other party (en)" }
// mechanism = { type = "thing", zh = "共有的机制", en = "shared mechanism" }
// mechanism_zh = { type = "text", zh = "共有的机制（中文）", en = "shared mechanism (zh)" }
// mechanism_en = { type = "text", zh = "共有的机制（英文）", en = "shared mechanism (en)" }
// statements = { type = "list", zh = "陈述", en = "statements" }

MATCH (one:Thing {code: $place})-[mine:ADOPTED {dataset: $dataset}]->(mechanism:Mechanism)<-[theirs:ADOPTED {dataset: $dataset}]-(other:Thing)
WHERE other.code <> $place
UNWIND mine.statements + theirs.statements AS id
RETURN other.code AS other, other.name_zh AS other_zh, other.name_en AS other_en,
  mechanism.code AS mechanism, mechanism.name_zh AS mechanism_zh, mechanism.name_en AS mechanism_en,
  collect(DISTINCT id) AS statements
ORDER BY other, mechanism
