"""Whether an action counts as done or not denied although a word of a plan or denial is near."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafting.recognition.recognised_text import RecognisedText
from drafting.text.sentences import Stretch
from drafting.words.word_tables import word_alternatives, word_pattern

# 了 after a verb, not as a part of another word: 了解, 为了, 除了.
COMPLETION_MARK = "(?<![为除罢])了(?![解然结望断])"
# 过 after a verb of what somebody has done once: 听过一次课.
ONCE_MARK = "(?<=[来去到听看学做用试办派察观习问访谈])过(?![去来程度])"
# How many letters may stand between the word that takes a denial as its object and the denial, and
# between a denial and the end of its clause if it has no object of its own: 没有采用.
BEFORE_DENIAL, MAX_BARE_DENIAL = 10, 4
# 在没有文件的情况下 tells a circumstance.
# 没有经历的不得申报 tells a condition.
CONDITION = re.compile("[^，,。；;]{1,12}(?:的|者)(?:不得|不能|不予|不准|一律|须|要)")
CIRCUMSTANCE = re.compile("的(?:情况|条件|前提|背景|基础)")
CLAUSE_ENDS = "，,：:。；;！!？?\n"


def is_reported_as_done(text: RecognisedText, stretch: Stretch, word: str) -> bool:
    """Whether a mark of the past is between the last plan word of a stretch and its end.

    `stretch` is the sentence up to the end of the clause of the deed; a word that is not in it, as
    that of a heading, is further away than any mark.
    """
    return max(_marks(text, stretch), default=-1) > text.clean.text[
        stretch.start : stretch.end
    ].rfind(word)


def is_marked_as_past(text: RecognisedText, stretch: Stretch) -> bool:
    """Whether a stretch has a mark of the past."""
    return any(_marks(text, stretch))


def _marks(text: RecognisedText, stretch: Stretch) -> Iterator[int]:
    """Where the marks of the past of a stretch end: words such as 已 and 了, and past dates."""
    for match in _done_marks().finditer(text.clean.text[stretch.start : stretch.end]):
        yield match.end()
    for date in text.dates_in(stretch):
        if _is_past(text, date.edtf):
            yield date.end - stretch.start


def _is_past(text: RecognisedText, edtf: str) -> bool:
    """Whether a date that has an end lies before the publication."""
    if text.published is None or edtf.startswith("..") or not edtf[:4].isdigit():
        return False
    last = edtf.strip("./~").rpartition("/")[2]
    return last < text.published.isoformat()[: len(last)]


@cache
def _done_marks() -> re.Pattern[str]:
    return re.compile(f"{word_alternatives('completed_words')}|{COMPLETION_MARK}|{ONCE_MARK}")


def is_denial_undone(clause: str, start: int, end: int) -> bool:
    """Whether the clause takes a denial back, or denies something else than its deed.

    `start` and `end` are those of the denial: 解决了没有驿站的难题, 无不, 不是…而是, 而不是.
    """
    before, behind = clause[:start], clause[end:]
    if word_pattern("contrast_words").search(behind):
        return True
    if word_pattern("doubled_denials").match(clause[start:]):
        return True
    if before.endswith(("是", "有", "而")) or (
        before.endswith("在") and CIRCUMSTANCE.search(behind)
    ):
        return True
    takers = word_alternatives("denial_takers")
    return bool(re.search(f"(?:{takers}).{{0,{BEFORE_DENIAL}}}$", before))


def is_bare_denial(text: str, end: int) -> bool:
    """Whether a denial that ends at a position has no object of its own, so that it denies what
    stands before it."""
    return bool(
        re.match(f"[^{CLAUSE_ENDS}]{{0,{MAX_BARE_DENIAL}}}(?:[{CLAUSE_ENDS}]|$)", text[end:])
    )
