// title = { zh = "谁最早、谁最晚采用一项机制", en = "First and last adopters of a mechanism" }
// question = { zh = "此机制及其下位机制有日期的采用中，谁可能最早，谁可能最晚？按最早可能日期排列；没有日期的不列。", en = "Among the dated adoptions of this mechanism or a narrower one, which may be the first and which the last? Sorted by the earliest day; undated adoptions are left out." }
// [parameters.mechanism]
// type = ["Mechanism"]
// zh = "机制"
// en = "Mechanism"
// example = "county-medical-community"
// [columns]
// position = { type = "text", zh = "先后", en = "position" }
// adopter = { type = "thing", zh = "采用者", en = "adopter" }
// adopter_zh = { type = "text", zh = "采用者（中文）", en = "adopter (zh)" }
// adopter_en = { type = "text", zh = "采用者（英文）", en = "adopter (en)" }
// taken = { type = "thing", zh = "所采用的机制", en = "mechanism taken up" }
// taken_zh = { type = "text", zh = "所采用的机制（中文）", en = "mechanism taken up (zh)" }
// taken_en = { type = "text", zh = "所采用的机制（英文）", en = "mechanism taken up (en)" }
// local_name = { type = "text", zh = "当地叫法", en = "local name" }
// since = { type = "date", zh = "起始", en = "since" }
// earliest = { type = "date", zh = "最早", en = "earliest" }
// latest = { type = "date", zh = "最晚", en = "latest" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "dates"
// of = ["adopter", "local_name"]
// value = "since"

MATCH (:Mechanism {dataset: $dataset, code: $mechanism})<-[:BROADER*0.. {dataset: $dataset}]-(taken:Mechanism)
WITH DISTINCT taken
MATCH (taken)<-[link:ADOPTED {dataset: $dataset}]-(:Thing)
WHERE link.since IS NOT NULL
WITH min(link.latest) AS first_end, max(link.earliest) AS last_start, collect(link) AS links
UNWIND links AS link
WITH link, startNode(link) AS adopter, endNode(link) AS taken,
  coalesce(first_end < link.earliest, false) AS preceded,
  coalesce(last_start > link.latest, false) AS followed
UNWIND link.statements AS id
WITH CASE WHEN NOT preceded AND NOT followed THEN 'first or last' WHEN NOT preceded THEN 'first'
    WHEN NOT followed THEN 'last' ELSE 'between' END AS position,
  adopter, taken, link.local_name AS local_name, link.since AS since, link.earliest AS earliest,
  link.latest AS latest, link.stance AS stance, id
RETURN position, adopter.code AS adopter, adopter.name_zh AS adopter_zh, adopter.name_en AS adopter_en,
  taken.code AS taken, taken.name_zh AS taken_zh, taken.name_en AS taken_en,
  local_name, since, earliest, latest, stance, collect(DISTINCT id) AS statements
ORDER BY earliest, latest, adopter, taken, local_name, since, stance, position
