// title = { zh = "没有日期的联系", en = "Undated links" }
// question = { zh = "此地或机构的哪些联系（学习、采用、模式、入选、推介、合作、成员、参与）文中没有日期？", en = "Which links of this place or organisation (lessons, adoptions, models, designations, endorsements, cooperation, membership, events) have no date?" }
// [parameters.place]
// type = ["Actor"]
// zh = "地方或机构"
// en = "Place or organisation"
// example = "420000"
// [columns]
// relation = { type = "word", zh = "联系", en = "relation" }
// subject = { type = "thing", zh = "主体", en = "subject" }
// subject_zh = { type = "text", zh = "主体（中文）", en = "subject (zh)" }
// subject_en = { type = "text", zh = "主体（英文）", en = "subject (en)" }
// object = { type = "thing", zh = "客体", en = "object" }
// object_zh = { type = "text", zh = "客体（中文）", en = "object (zh)" }
// object_en = { type = "text", zh = "客体（英文）", en = "object (en)" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }

MATCH (:Thing {code: $place})-[link {dataset: $dataset}]-(:Thing)
WITH DISTINCT link, startNode(link) AS subject, endNode(link) AS object
WHERE link.stance IS NOT NULL
  AND coalesce(link.when, link.since) IS NULL
  AND NOT coalesce(link.relation, type(link)) IN ['WITHIN', 'BORDERS', 'COMPRISES', 'RESPONDS_TO']
UNWIND link.statements AS id
WITH coalesce(link.relation, type(link)) AS relation, subject, object, link.stance AS stance, id
RETURN relation, subject.code AS subject, subject.name_zh AS subject_zh, subject.name_en AS subject_en,
  object.code AS object, object.name_zh AS object_zh, object.name_en AS object_en,
  stance, collect(DISTINCT id) AS statements
ORDER BY relation, subject, object, stance
