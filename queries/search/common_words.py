"""A sentence without the words that stand in any: "which figures on drug prices are there"."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from graph.lookup.romanization import runs
from queries.search.word_matches import is_chinese


def without_common_words(typed_text: str) -> str:
    """The words that are left, normalised, with spaces where others stood; perhaps none."""
    english, chinese = _common_words()
    other_runs = (
        chinese.sub(" ", text_run) for text_run in runs(typed_text) if text_run not in english
    )
    return " ".join(" ".join(other_runs).split())


@cache
def common_words() -> tuple[str, ...]:
    """All words that stand in any sentence, of both languages."""
    return tuple(Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").split())


@cache
def _common_words() -> tuple[frozenset[str], re.Pattern[str]]:
    """The English words, and what finds a Chinese one in others: the longest that stands there."""
    all_words = common_words()
    chinese = sorted((word for word in all_words if is_chinese(word[0])), key=len, reverse=True)
    return frozenset(all_words), re.compile("|".join(chinese))
