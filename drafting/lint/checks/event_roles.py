"""Whether the words give a party the opposite part in a visit: who goes for who is visited."""

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


def is_role_reversed(evidence: Evidence, names: ThingNames) -> bool:
    """Whether who is said to be visited goes to others (甲县赴乙县), or who is said to go is only
    named as whom others visit."""
    statement = evidence.statement
    assert isinstance(statement, Happening)
    words = evidence.passage
    if re.search(INVITATIONS, words) or any(
        word_pattern(table).search(words) for table in RECEIVING_TABLES
    ):
        return False
    spans = named_spans(evidence, statement.participant, names, evidence.stretch)
    is_visited = [_is_visited(evidence, start) for start, _ in spans]
    if statement.role in (Part.VISITED, Part.HOST):
        return not any(is_visited) and any(_goes(evidence, end) for _, end in spans)
    return statement.role is Part.PARTICIPANT and bool(is_visited) and all(is_visited)


def _is_visited(evidence: Evidence, start: int) -> bool:
    """Whether a verb of going or seeing stands directly before a position."""
    text = evidence.text.clean.text[max(0, start - MAX_LETTERS_BEFORE) : start]
    return bool(BEFORE_HOST.search(re.split(f"[{CLAUSE_ENDS}]", text)[-1]))


def _goes(evidence: Evidence, end: int) -> bool:
    """Whether who ends at a position goes somewhere in the rest of the clause."""
    return bool(BEHIND_GUEST.match(evidence.text.clean.text, end, evidence.sentence.end))
