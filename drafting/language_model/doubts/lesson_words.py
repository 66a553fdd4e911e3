"""Whether the words let this party learn, and in the way that a row says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.lint.checks.mentioned_ends import named_spans
from drafting.lint.evidence import Evidence
from drafting.lint.finding import FindingCode
from drafting.lint.thing_names import ThingNames
from ontology.schema.kinds import LearnedFrom

# What stands before whom one learns from, and what behind: 到甲县学习, 从甲县移植, 甲县的做法.
WORDS_BEFORE_TEACHER = re.compile(
    "(?:到|赴|去|从|自|向|跟|学|照搬|借鉴|参照|移植|看中了?)[^，。；、]{0,6}$"
)
WORDS_BEHIND_TEACHER = re.compile(
    "[^，。；]{0,10}?(?:学|取经|考察|参观|跟班|观摩|移植|搬|借鉴|引进|来|看)|的"
)
MAX_LETTERS_BEFORE = 10


def lesson_doubts(evidence: Evidence, names: ThingNames) -> Iterator[str]:
    """The code DIRECTION for a learner that the sentence names only as whom others learn from."""
    statement = evidence.statement
    if not isinstance(statement, LearnedFrom):
        return
    learner, teacher = statement.learner, statement.teacher
    if _is_object(evidence, learner, names) and not _is_object(evidence, teacher, names):
        yield FindingCode.DIRECTION.value


def _is_object(evidence: Evidence, code: str, names: ThingNames) -> bool:
    """Whether every mention of a party is one of whom others learn from."""
    text = evidence.text.clean.text
    stretches = (evidence.sentence, *evidence.stretches[1:])
    spans = [span for part in stretches for span in named_spans(evidence, code, names, part)]
    return bool(spans) and all(
        WORDS_BEFORE_TEACHER.search(text[max(0, start - MAX_LETTERS_BEFORE) : start])
        and WORDS_BEHIND_TEACHER.match(text, end)
        for start, end in spans
    )
