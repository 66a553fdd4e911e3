"""Words of praise, with how they endorse."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from drafting.words.word_tables import alternatives, word_table


@cache
def praises() -> Mapping[str, tuple[str, str]]:
    """Words of praise with how they endorse, and whether someone must be named who does."""
    return {row["written"]: (row["how"], row["endorser"]) for row in word_table("praise_words")}


@cache
def praise_pattern() -> re.Pattern[str]:
    """A word of praise, or a longer one that has it and praises nothing: 值得一提."""
    stops = (row["written"] for row in word_table("praise_stops"))
    return re.compile(alternatives([*praises(), *stops]))
