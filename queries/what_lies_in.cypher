// title = { zh = "一地之内有什么", en = "What lies in a place" }
// question = { zh = "文中说哪些地方和机构在此地之内（至多四层），经由何处？只按代码表得知的不列。", en = "Which places and organisations lie in this place according to the texts (four levels at most), and through which? Entries that only the code list gives are left out." }
// [parameters.place]
// type = ["Actor"]
// zh = "地方或机构"
// en = "Place or organisation"
// example = "320115"
// [columns]
// part = { type = "thing", zh = "部分", en = "part" }
// part_zh = { type = "text", zh = "部分（中文）", en = "part (zh)" }
// part_en = { type = "text", zh = "部分（英文）", en = "part (en)" }
// through = { type = "things", zh = "经由", en = "through" }
// statements = { type = "list", zh = "陈述", en = "statements" }

MATCH path = (part:Thing)-[:WITHIN*1..4 {dataset: $dataset}]->(:Thing {code: $place})
WHERE all(link IN relationships(path) WHERE link.basis = 'text')
WITH part, relationships(path) AS links, nodes(path) AS steps
WHERE all(step IN steps WHERE single(other IN steps WHERE other.code = step.code))
WITH part, links,
  reduce(text = '', step IN steps[1..-1] | text + CASE text WHEN '' THEN '' ELSE ' ' END + step.code) AS through
UNWIND links AS link
UNWIND link.statements AS id
RETURN part.code AS part, part.name_zh AS part_zh, part.name_en AS part_en,
  through, collect(DISTINCT id) AS statements
ORDER BY through, part
