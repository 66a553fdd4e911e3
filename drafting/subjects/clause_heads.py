"""Where the subject of a clause may begin: behind its opening words."""

from __future__ import annotations

import re
from functools import cache

from drafting.subjects.parties import Parties
from drafting.text.sentences import Stretch
from drafting.words.word_tables import word_alternatives

# How many letters may tell where a place lies, before its name.
MAX_ATTRIBUTE_LETTERS = 10


def clause_head(parties: Parties, clause: Stretch) -> int:
    """Where a clause begins after its opening words, and after what tells where its place lies.

    同在河谷的甲县 begins with 甲县.
    """
    match = _opening_pattern().match(parties.text, clause.start, clause.end)
    head = match.end() if match else clause.start
    attribute = _attribute_pattern().match(parties.text, head, clause.end)
    if not attribute:
        return head
    starts = {place.start for place in parties.places}
    starts |= {organisation.start for organisation in parties.organisations}
    return attribute.end() if attribute.end() in starts else head


@cache
def _attribute_pattern() -> re.Pattern[str]:
    openers = word_alternatives("attribute_openers")
    return re.compile(rf"(?:{openers})[^，,。；;：:]{{0,{MAX_ATTRIBUTE_LETTERS}}}?的")


@cache
def _opening_pattern() -> re.Pattern[str]:
    words = word_alternatives("sentence_openers")
    neighbours = f"(?:{word_alternatives('neighbour_words')})的?"
    year = r"自?[0-9]{4}年(?:[0-9]{1,2}月份?)?(?:[0-9]{1,2}日)?(?:起|以来|初|底)?"
    return re.compile(rf"(?:{words}|{neighbours}|{year}|[“\"\s,，:：])*")
