"""Whether the words of an event give a party the part that a row says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from drafting.lint.checks.mentioned_ends import named_spans
from drafting.lint.evidence import Evidence
from drafting.lint.finding import FindingCode
from drafting.lint.thing_names import ThingNames
from drafting.words.word_tables import alternatives, pairs, word_alternatives, word_table
from ontology.schema.enums import Part
from ontology.schema.kinds import Happening

# How many letters may stand between a word of motion and the place: the names of its wholes; those
# of the places beside it too, before one that is visited.
WHOLES, ROW = 8, 24
GUESTS, HOMES = (Part.PARTICIPANT, Part.ORGANISER), (Part.HOST, Part.ORGANISER)
MAKERS = (Part.ORGANISER, Part.ISSUER)
# What stands between a party and the verb of its deed, and what there makes it no subject.
BEFORE_VERB, NO_SUBJECT = (
    re.compile("[^，,。；;、：:]{0,14}"),
    re.compile("[到赴在向与和同对从由]|参加"),
)
# A verb may begin within these letters and end a few later.
MAX_VERB_LETTERS = 3
# Words that give a part without a verb of the tables.
PART_WORDS: Mapping[Part, re.Pattern[str]] = {
    Part.ISSUER: re.compile("通知|意见|方案|办法|规定|报告|通报|信|函|文"),
    Part.ORGANISER: re.compile("组织|牵头|举办|开展|主持|建|办"),
    Part.HOST: re.compile("在|到|来|赴|接待|迎"),
}
VISIT = re.compile("考察|参观|赴|访|取经|观摩|学习|来看|去看")
ARRANGES = re.compile("组织|举办|召开|组团|牵头|安排")


def part_doubts(evidence: Evidence, names: ThingNames) -> Iterator[str]:
    """The codes of the doubts about a party's part in an event."""
    statement = evidence.statement
    if not isinstance(statement, Happening):
        return
    if not _has_words_for(evidence, statement.role) or _arranges_no_visit(evidence, names):
        yield FindingCode.TRIGGER.value
    if _acts_otherwise(evidence, names) or _stands_otherwise(evidence, names):
        yield FindingCode.PARTY.value


def _has_words_for(evidence: Evidence, role: Part) -> bool:
    """Whether the passages, or their sentence before, have a word that gives this part; words of
    no part at all tell nothing."""
    up_to_passage = evidence.sentence_to_passage_end
    words = f"{evidence.read(up_to_passage)}\n{evidence.cited_text}"
    roles = {part for part, pattern in _role_verbs().items() if pattern.search(words)}
    if role is Part.VISITED:
        return bool(_visit_words().search(f"{words}\n{evidence.read(evidence.sentence)}"))
    if role not in PART_WORDS or role in roles or PART_WORDS[role].search(words):
        return True
    return role is Part.ORGANISER and not roles


def _arranges_no_visit(evidence: Evidence, names: ThingNames) -> bool:
    """Whether a row has a party of a visit as its organiser, host or issuer without a word."""
    statement = evidence.statement
    assert isinstance(statement, Happening)
    is_visit = any(VISIT.search(form) for form in names.names.get(statement.event, ())[:1])
    arranges = statement.role in (*HOMES, Part.ISSUER)
    return is_visit and arranges and not ARRANGES.search(evidence.cited_text)


def _acts_otherwise(evidence: Evidence, names: ThingNames) -> bool:
    """Whether the verb behind the party in the passage gives it another part."""
    statement = evidence.statement
    assert isinstance(statement, Happening)
    text, roles, at_once = evidence.text.clean.text, set(), []
    for _, end in named_spans(evidence, statement.participant, names, evidence.stretch):
        between = BEFORE_VERB.match(text, end)
        reach = (between.end() if between else end) + MAX_VERB_LETTERS
        verb = _all_verbs().search(text, end, reach)
        is_subject = verb and not NO_SUBJECT.search(text, end, verb.start())
        if verb and is_subject:
            roles.add(_roles()[verb[0]])
        at_once.append(verb is not None and verb.start() == end and _roles()[verb[0]] in MAKERS)
    if statement.role is Part.VISITED:
        return bool(at_once) and all(at_once)
    homes = statement.role in HOMES and roles & set(HOMES)
    return bool(roles) and statement.role not in roles and not homes


def _stands_otherwise(evidence: Evidence, names: ThingNames) -> bool:
    """Whether a guest is named only as who is visited, or who is visited only as a guest."""
    statement, text = evidence.statement, evidence.text.clean.text
    assert isinstance(statement, Happening)
    reach = WHOLES if statement.role in GUESTS else ROW
    spans = [
        span
        for stretch in evidence.stretches
        for span in named_spans(evidence, statement.participant, names, stretch)
    ]
    visited = [bool(_before_visited(reach).search(text[:start])) for start, _ in spans]
    arrives = [bool(arrival_pattern().match(text, end)) for _, end in spans]
    if statement.role in GUESTS:
        return bool(spans) and all(visited) and not any(arrives)
    if statement.role is not Part.VISITED or not spans or any(visited):
        return False
    return all(arrives) or _visits_another(evidence, statement.participant)


def _visits_another(evidence: Evidence, code: str) -> bool:
    """Whether the passage names another place as the one that is visited."""
    text = evidence.text.clean.text
    places_around = {code, *evidence.text.gazetteer.ancestors(code)}
    return any(
        place.code not in places_around and _before_visited(WHOLES).search(text[: place.start])
        for place in evidence.text.places_in(evidence.stretch)
    )


@cache
def _before_visited(reach: int) -> re.Pattern[str]:
    """A word of motion before a place, with at most so many letters between."""
    words = alternatives(pairs("motion_words", "how", how="visited", always="yes"))
    arrives = "(?<![得达来回直看收])到|(?<=[。，；、])在"
    return re.compile(rf"(?:{words}|{arrives})[^，,。；;]{{0,{reach}}}$")


@cache
def arrival_pattern() -> re.Pattern[str]:
    """How a guest's name goes on: 甲县来访."""
    return re.compile(rf"[^，,。；;]{{0,12}}?(?:{word_alternatives('arrival_words')})")


@cache
def _visit_words() -> re.Pattern[str]:
    tables = ("visit_verbs", "arrival_words", "reception_words", "guest_words", "motion_words")
    return re.compile("|".join([*map(word_alternatives, tables), "迎", "访", "看", "学"]))


@cache
def _roles() -> Mapping[str, Part]:
    """The part that each verb of an event gives to its subject."""
    return {row["written"]: Part(row["role"]) for row in word_table("event_verbs")}


@cache
def _all_verbs() -> re.Pattern[str]:
    return re.compile(alternatives(_roles()))


@cache
def _role_verbs() -> Mapping[Part, re.Pattern[str]]:
    parts: dict[Part, list[str]] = {}
    for verb, part in _roles().items():
        parts.setdefault(part, []).append(verb)
    return {part: re.compile(alternatives(verbs)) for part, verbs in parts.items()}
