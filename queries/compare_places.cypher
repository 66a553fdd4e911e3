// title = { zh = "两地的机制有何异同", en = "What two places have in common" }
// question = { zh = "两地各采用了哪些机制：两地都有（both），只有前者（one），还是只有后者（other）？", en = "Which mechanisms did two places take up: both of them (both), only the first (one), or only the second (other)?" }
// [parameters.one]
// type = ["Actor"]
// zh = "一地"
// en = "One"
// example = "340621"
// [parameters.other]
// type = ["Actor"]
// zh = "另一地"
// en = "Other"
// example = "520330"
// [columns]
// mechanism = { type = "thing", zh = "机制", en = "mechanism" }
// mechanism_zh = { type = "text", zh = "机制（中文）", en = "mechanism (zh)" }
// mechanism_en = { type = "text", zh = "机制（英文）", en = "mechanism (en)" }
// taken_up_by = { type = "text", zh = "谁采用", en = "taken up by" }
// statements = { type = "list", zh = "陈述", en = "statements" }

MATCH (adopter:Thing)-[link:ADOPTED {dataset: $dataset}]->(mechanism:Mechanism)
WHERE adopter.code IN [$one, $other]
UNWIND link.statements AS id
WITH mechanism, collect(DISTINCT adopter.code) AS adopters, collect(DISTINCT id) AS statements
RETURN mechanism.code AS mechanism, mechanism.name_zh AS mechanism_zh, mechanism.name_en AS mechanism_en,
  CASE WHEN $one IN adopters AND $other IN adopters THEN 'both' WHEN $one IN adopters THEN 'one' ELSE 'other' END
    AS taken_up_by, statements
ORDER BY taken_up_by, mechanism
