"""Who speaks in a transcript: the label at the head of a line, as in 甲县副县长：我县有……"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from drafting.subjects.parties import Parties
from drafting.text.sentences import Stretch
from drafting.words.word_tables import word_alternatives

# How many letters a label has before its last word, and a name behind an office.
MAX_LABEL_LETTERS, MAX_NAME_LETTERS = 20, 4


@dataclass(frozen=True)
class Speaker:
    """The place of a speaker's office, the cell of the party, and the label.

    The place is None for a label without a place: 记者：.
    """

    place: str | None
    party: str
    label: Stretch


def speaker(parties: Parties, line: Stretch) -> Speaker | None:
    """The speaker whose label begins a line; None for a line without a label.

    A reporter speaks for no place.
    """
    label = _label_pattern().match(parties.text, line.start, line.end)
    if not label:
        return None
    stretch = Stretch(line.start, label.end())
    place, party = parties.place_and_party(line.start, line.start + 1)
    has_office = label["office"] and (place or party)
    return Speaker(place, party, stretch) if has_office else Speaker(None, "", stretch)


@cache
def _label_pattern() -> re.Pattern[str]:
    """An office or a word for who asks, at most with a name behind it, before a colon."""
    offices, others = word_alternatives("office_titles"), word_alternatives("asking_words")
    letters = r"[^，,。；;：:！!？?“”\n]"
    return re.compile(
        rf"{letters}{{0,{MAX_LABEL_LETTERS}}}?(?:(?P<office>{offices})|{others})"
        rf"[\u4e00-\u9fff]{{0,{MAX_NAME_LETTERS}}}[:：]"
    )
