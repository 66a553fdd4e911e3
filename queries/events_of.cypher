// title = { zh = "一地的事件", en = "Events of a place" }
// question = { zh = "此地或机构参与了哪些事件，何时，是什么角色？", en = "In which events did this place or organisation take part, when and in which role?" }
// [parameters.place]
// type = ["Actor"]
// zh = "地方或机构"
// en = "Place or organisation"
// example = "520330"
// [columns]
// event = { type = "thing", zh = "事件", en = "event" }
// event_zh = { type = "text", zh = "事件（中文）", en = "event (zh)" }
// event_en = { type = "text", zh = "事件（英文）", en = "event (en)" }
// role = { type = "choice", of = ["Part", "Membership"], zh = "角色", en = "role" }
// when = { type = "date", zh = "时间", en = "when" }
// earliest = { type = "date", zh = "最早", en = "earliest" }
// latest = { type = "date", zh = "最晚", en = "latest" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "dates"
// of = ["event"]
// value = "when"

MATCH (:Thing {code: $place})-[link:TOOK_PART_IN {dataset: $dataset}]->(event:Event)
UNWIND link.statements AS id
WITH event, link.role AS role, link.when AS when, link.earliest AS earliest, link.latest AS latest, link.stance AS stance, id
RETURN event.code AS event, event.name_zh AS event_zh, event.name_en AS event_en,
  role, when, earliest, latest, stance, collect(DISTINCT id) AS statements
ORDER BY earliest, latest, event, role, when, stance
