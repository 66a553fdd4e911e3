"""Whether the words give a party another part in an event: who goes for who is visited, or who
holds a meeting for who comes to it."""

from __future__ import annotations

import re

from drafting.lint.checks.mentioned_ends import named_spans
from drafting.lint.evidence import Evidence
from drafting.lint.thing_names import ThingNames
from drafting.words.word_tables import word_pattern
from ontology.schema.kinds import Happening, Part

CLAUSE_ENDS = "，,。；;：:\n"
# How far before a party its clause is read.
MAX_LETTERS_BEFORE = 30
# Verbs of going, not as the end of another word: 听到, 得到, 2020年到2023年.
VERBS_OF_GOING = (
    "(?<![听看达得提遇收感受直做办想])到(?![20-9位账期底达场])|赴|前往|来到|去(?![年世除掉])"
)
VERBS_OF_SEEING = "访问|走访|参观|考察|观摩|学习|对标|调研"
VERB_OF_COMING = "来(?![自源临年])"
# What stands before who is visited, and behind who goes.
BEFORE_HOST = re.compile(
    f"(?:{VERBS_OF_GOING}|{VERB_OF_COMING}|{VERBS_OF_SEEING})[^的{CLAUSE_ENDS}]{{0,6}}$"
)
BEHIND_GUEST = re.compile(f"[^{CLAUSE_ENDS}]{{0,24}}?(?:{VERBS_OF_GOING})")
# Words by which guests are asked or received, so that who is named first may be visited.
RECEIVING_TABLES = ("reception_words", "arrival_words")
INVITATIONS = "邀请|请来|请了|应邀|受邀|陪同|迎来|同去|一同|一道"

BEHIND_COMER = re.compile(
    f"[^{CLAUSE_ENDS}的]{{0,8}}?来(?:我[省市县区院])?(?:参观|考察|学习|调研|取经|跟班|观摩)"
)
# What stands behind who holds a meeting, and before who only is its place or comes to it.
HOLDING = re.compile(f"[^{CLAUSE_ENDS}]{{0,14}}?(?:召开|举办|主办|承办|举行|召集)")
BEFORE_GUEST = re.compile("在|赴|到|参加|列席|出席|邀请|与|和|、")


def is_role_reversed(evidence: Evidence, names: ThingNames) -> bool:
    """Whether who is said to be visited goes to others (甲县赴乙县), who is said to go is only
    named as whom others visit, or who is said to take part holds a meeting (甲县召开现场会)."""
    statement = evidence.statement
    assert isinstance(statement, Happening)
    text, words = evidence.text.clean.text, evidence.passage
    spans = named_spans(evidence, statement.participant, names, evidence.stretch)
    is_host = statement.role in (Part.VISITED, Part.HOST)
    if is_host and any(BEHIND_COMER.match(text, end) for _, end in spans):
        return True
    if is_host and not spans:
        return _others_are_visited(evidence, statement.participant, names)
    may_hold = statement.role not in (Part.PARTICIPANT, Part.VISITED)
    if not may_hold and any(_holds_meeting(evidence, *span) for span in spans):
        return True
    if re.search(INVITATIONS, words) or any(
        word_pattern(table).search(words) for table in RECEIVING_TABLES
    ):
        return False
    is_visited = [_is_visited(evidence, start) for start, _ in spans]
    if is_host:
        return not any(is_visited) and any(_goes(evidence, end) for _, end in spans)
    return statement.role is Part.PARTICIPANT and bool(is_visited) and all(is_visited)


def _others_are_visited(evidence: Evidence, party: str, names: ThingNames) -> bool:
    """Whether a passage names another place behind a verb of going, and not a place of a party."""
    ancestors = evidence.text.gazetteer.ancestors
    places = [
        place
        for place in evidence.text.places_in(evidence.stretch)
        if _is_visited(evidence, place.start)
    ]
    forms = names.names.get(party, ())
    return bool(places) and not any(
        party in (place.code, *ancestors(place.code or ""))
        or place.code in ancestors(party)
        or any(place.words[:2] in form for form in forms)
        for place in places
    )


def _is_visited(evidence: Evidence, start: int) -> bool:
    """Whether a verb of going or seeing stands directly before a position."""
    text = evidence.text.clean.text[max(0, start - MAX_LETTERS_BEFORE) : start]
    return bool(BEFORE_HOST.search(re.split(f"[{CLAUSE_ENDS}]", text)[-1]))


def _holds_meeting(evidence: Evidence, start: int, end: int) -> bool:
    """Whether who is named between two positions holds a meeting, and is not only its place."""
    text = evidence.text.clean.text
    is_holder = HOLDING.match(text, end, evidence.sentence.end)
    lead_text = re.split(f"[{CLAUSE_ENDS}]", text[max(0, start - MAX_LETTERS_BEFORE) : start])[-1]
    return bool(is_holder) and not BEFORE_GUEST.search(lead_text)


def _goes(evidence: Evidence, end: int) -> bool:
    """Whether who ends at a position goes somewhere in the rest of the clause."""
    return bool(BEHIND_GUEST.match(evidence.text.clean.text, end, evidence.sentence.end))
