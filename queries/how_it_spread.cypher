// title = { zh = "经验怎样从一地传到另一地", en = "How it spread from one place to another" }
// question = { zh = "经验怎样从甲地传到乙地？列出至多三步、各步先后在时间上可能的全部学习链，每步一行，附证据。", en = "How did experience spread from one place to another? Lists all learning chains of at most three steps in which each step may have come after the one before it; one row for each step, with its evidence." }
// [parameters.origin]
// type = ["Actor"]
// zh = "从何处"
// en = "from"
// example = "350400"
// [parameters.destination]
// type = ["Actor"]
// zh = "到何处"
// en = "to"
// example = "420000"
// [columns]
// chain = { type = "things", zh = "学习链", en = "chain" }
// hop = { type = "number", zh = "第几步", en = "step" }
// teacher = { type = "thing", zh = "被学习者", en = "teacher" }
// teacher_zh = { type = "text", zh = "被学习者（中文）", en = "teacher (zh)" }
// teacher_en = { type = "text", zh = "被学习者（英文）", en = "teacher (en)" }
// learner = { type = "thing", zh = "学习者", en = "learner" }
// learner_zh = { type = "text", zh = "学习者（中文）", en = "learner (zh)" }
// learner_en = { type = "text", zh = "学习者（英文）", en = "learner (en)" }
// how = { type = "choice", of = ["Learning", "Naming", "Praise"], zh = "方式", en = "how" }
// when = { type = "date", zh = "时间", en = "when" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }

MATCH path = (:Thing {code: $destination})-[:LEARNED_FROM*1..3 {dataset: $dataset}]->(:Thing {code: $origin})
WITH relationships(path) AS links, nodes(path) AS steps
WHERE all(step IN steps WHERE single(other IN steps WHERE other.code = step.code))
  AND all(i IN range(0, size(links) - 1) WHERE all(j IN range(0, size(links) - 1)
    WHERE j <= i OR coalesce(links[i].latest, '9999-12-31') >= coalesce(links[j].earliest, '0000-01-01')))
WITH links, steps,
  reduce(text = '', step IN reverse(steps) | text + CASE text WHEN '' THEN '' ELSE ' ' END + step.code) AS chain
UNWIND range(0, size(links) - 1) AS i
WITH chain, size(links) - i AS hop, links[i] AS link, steps[i] AS learner, steps[i + 1] AS teacher
UNWIND link.statements AS id
WITH chain, hop, teacher, learner, link.how AS how, link.when AS when, link.stance AS stance, id
RETURN chain, hop, teacher.code AS teacher, teacher.name_zh AS teacher_zh, teacher.name_en AS teacher_en,
  learner.code AS learner, learner.name_zh AS learner_zh, learner.name_en AS learner_en,
  how, when, stance, collect(DISTINCT id) AS statements
ORDER BY chain, hop, how, when, stance
