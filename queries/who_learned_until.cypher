// title = { zh = "截至某日谁向一地学习", en = "Who had learned from a place by a day" }
// question = { zh = "截至此日，哪些地方或机构已经（或可能已经）直接或辗转（至多三步）学自此地？各步先后不得相悖；没有日期的，算作可能。", en = "Which places or organisations had learned from this place by this day, certainly or possibly, directly or through others (three steps at most, none certainly earlier than the one before it)? Undated links count as possible." }
// [parameters.place]
// type = ["Actor"]
// zh = "被学习的地方"
// en = "Place learned from"
// example = "350400"
// [parameters.until]
// type = "last_day"
// zh = "截至"
// en = "until"
// example = "2020-12-31"
// [columns]
// learner = { type = "thing", zh = "学习者", en = "learner" }
// learner_zh = { type = "text", zh = "学习者（中文）", en = "learner (zh)" }
// learner_en = { type = "text", zh = "学习者（英文）", en = "learner (en)" }
// through = { type = "things", zh = "经由", en = "through" }
// how = { type = "choice", of = ["Learning", "Naming", "Praise"], zh = "方式", en = "how" }
// when = { type = "date", zh = "时间", en = "when" }
// certainty = { type = "text", zh = "确定程度", en = "certainty" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "dates"
// of = ["learner", "through"]
// value = "when"

MATCH path = (learner:Thing)-[:LEARNED_FROM*1..3 {dataset: $dataset}]->(teacher:Thing {code: $place})
WITH learner, relationships(path) AS links, nodes(path) AS steps
WHERE all(link IN links WHERE coalesce(link.earliest, '0000-01-01') <= $until)
  AND all(step IN steps WHERE single(other IN steps WHERE other.code = step.code))
  AND all(i IN range(0, size(links) - 1) WHERE all(j IN range(0, size(links) - 1)
    WHERE j <= i OR coalesce(links[i].latest, '9999-12-31') >= coalesce(links[j].earliest, '0000-01-01')))
WITH learner, links, links[0] AS own,
  reduce(text = '', step IN steps[1..-1] | text + CASE text WHEN '' THEN '' ELSE ' ' END + step.code) AS through,
  CASE WHEN all(link IN links WHERE coalesce(link.begun_by, '9999-12-31') <= $until)
    THEN 'certain' ELSE 'possible' END AS certainty
UNWIND links AS link
UNWIND link.statements AS id
WITH learner, through, own.how AS how, own.when AS when, certainty, own.stance AS stance, id
RETURN learner.code AS learner, learner.name_zh AS learner_zh, learner.name_en AS learner_en,
  through, how, when, certainty, stance, collect(DISTINCT id) AS statements
ORDER BY when, learner, through, how, certainty, stance
