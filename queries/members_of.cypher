// title = { zh = "谁是成员", en = "Members of a group" }
// question = { zh = "哪些地方和机构是此联盟、集团、模式或项目的成员，牵头还是参加？", en = "Which places and organisations belong to this alliance, group, model or programme, leading or as members?" }
// [parameters.group]
// type = ["Organisation", "ReformModel", "Programme"]
// zh = "团体"
// en = "Group"
// example = "yingtan-procurement-alliance"
// [columns]
// member = { type = "thing", zh = "成员", en = "member" }
// member_zh = { type = "text", zh = "成员（中文）", en = "member (zh)" }
// member_en = { type = "text", zh = "成员（英文）", en = "member (en)" }
// role = { type = "choice", of = ["Part", "Membership"], zh = "角色", en = "role" }
// when = { type = "date", zh = "时间", en = "when" }
// stance = { type = "choice", of = ["Stance"], zh = "立场", en = "stance" }
// statements = { type = "list", zh = "陈述", en = "statements" }
// [chart]
// type = "dates"
// of = ["member"]
// value = "when"

MATCH (member:Thing)-[link:MEMBER_OF {dataset: $dataset}]->(:Thing {code: $group})
UNWIND link.statements AS id
WITH member, link.role AS role, link.when AS when, link.stance AS stance, id
RETURN member.code AS member, member.name_zh AS member_zh, member.name_en AS member_en,
  role, when, stance, collect(DISTINCT id) AS statements
ORDER BY role, member, when, stance
