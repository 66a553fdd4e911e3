// title = { zh = "谁向一地学习", en = "Who learned from a place" }
// question = { zh = "哪些地方或机构直接或辗转（至多三步）学自此地？", en = "Which places or organisations learned from this place, directly or through others (three steps at most)?" }
// [parameters.place]
// type = ["Actor"]
// zh = "被学习的地方"
// en = "Place learned from"
// example = "350400"
// [columns]
// learner = { type = "thing", zh = "学习者", en = "learner" }
// learner_zh = { type = "text", zh = "学习者（中文）", en = "learner (zh)" }
// learner_en = { type = "text", zh = "学习者（英文）", en = "learner (en)" }
// through = { type = "things", zh = "经由", en = "through" }
// how = { type = "choice", of = ["Learning", "Naming", "Praise"], zh = "方式", en = "how" }
// when = { type = "date", zh = "时间", en = "when" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "dates"
// of = ["learner", "through"]
// value = "when"

MATCH path = (learner:Thing)-[:LEARNED_FROM*1..3 {dataset: $dataset}]->(teacher:Thing {code: $place})
WITH learner, relationships(path) AS links, nodes(path) AS steps
WHERE all(step IN steps WHERE single(other IN steps WHERE other.code = step.code))
WITH learner, links, links[0] AS own,
  reduce(text = '', step IN steps[1..-1] | text + CASE text WHEN '' THEN '' ELSE ' ' END + step.code) AS through
UNWIND links AS link
UNWIND link.statements AS id
WITH learner, through, own.how AS how, own.when AS when, own.stance AS stance, id
RETURN learner.code AS learner, learner.name_zh AS learner_zh, learner.name_en AS learner_en,
  through, how, when, stance, collect(DISTINCT id) AS statements
ORDER BY when, learner, through, how, stance
