// title = { zh = "按时间排列的事件", en = "Events in order of time" }
// question = { zh = "发生了哪些事件，谁参与，何时？", en = "What happened, who took part, and when?" }
// [columns]
// event = { type = "thing", zh = "事件", en = "event" }
// event_zh = { type = "text", zh = "事件（中文）", en = "event (zh)" }
// event_en = { type = "text", zh = "事件（英文）", en = "event (en)" }
// participant = { type = "thing", zh = "参与者", en = "participant" }
// participant_zh = { type = "text", zh = "参与者（中文）", en = "participant (zh)" }
// participant_en = { type = "text", zh = "参与者（英文）", en = "participant (en)" }
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

MATCH (participant:Thing)-[link:TOOK_PART_IN {dataset: $dataset}]->(event:Event)
UNWIND link.statements AS id
WITH participant, event, link.role AS role, link.when AS when, link.earliest AS earliest,
  link.latest AS latest, link.stance AS stance, id
RETURN event.code AS event, event.name_zh AS event_zh, event.name_en AS event_en,
  participant.code AS participant, participant.name_zh AS participant_zh, participant.name_en AS participant_en,
  role, when, earliest, latest, stance, collect(DISTINCT id) AS statements
ORDER BY earliest, latest, event, participant, role, stance
