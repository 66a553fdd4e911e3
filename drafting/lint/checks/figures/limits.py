"""The bounds that the words around a figure allow it besides its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from drafting.lint.evidence import Evidence
from drafting.recognition.numbers.recognised_figure import RecognisedFigure
from drafting.words.word_tables import alternatives, pairs
from ontology.schema.kinds import Bound, Stance

# How far before a figure the word for a limit may stand.
LIMIT_DISTANCE = 5
# How many letters of such a word stand directly behind a figure, and what a fraction has.
CAP, FRACTION = 2, "分之"
# Words before what a plan aims at: to reach it or more, to bring down to it or less. They stand in
# its clause, at most so many letters before it.
AIM_DISTANCE = 20
AIMS = {
    Bound.AT_LEAST: re.compile(
        "达|提高|提升|[升增]至|增[加至]|扩大到|[保维]持在|稳定在|覆盖|力争|确保|实现|完成|建成|新增|培[养训]"
    ),
    Bound.AT_MOST: re.compile("[下压]?降[到至低]?|控制在|压[减缩]|缩[短减]|减少"),
}
# 以下 and 以上 leave open whether they mean the number itself too.
OPEN_ENDS = {
    "以下": {Bound.BELOW, Bound.AT_MOST},
    "以上": {Bound.ABOVE, Bound.AT_LEAST},
}
# Words directly behind a figure: 1600元起, 翻了一番多.
BOUNDS_BEHIND = {
    Bound.AT_LEAST: re.compile("起(?:步|[，,。；;、）)]|$)"),
    Bound.ABOVE: re.compile("多|有余|余"),
}
# What a share or a multiple is of stands between it and the word for its bound: 不及去年的四成.
OF_WHAT = "[^，,。；;\n]{1,14}的$"


def stated_limits(evidence: Evidence, same: Sequence[RecognisedFigure]) -> set[Bound]:
    """The bounds that figures may also have by the words beside them: 最高12万元, 三倍封顶.

    A fraction is exact or not: 三分之一.
    """
    words = pairs("limit_words", "bound")
    text = evidence.text.clean.text
    texts_beside = [text[max(0, figure.start - LIMIT_DISTANCE) : figure.start] for figure in same]
    texts_beside += [text[figure.end : figure.end + CAP] for figure in same]
    limits = {Bound(words[word]) for word in words if any(word in part for part in texts_beside)}
    is_fraction = any(FRACTION in figure.words for figure in same)
    limits |= {bound for figure in same for bound in _limits_beside(text, figure)}
    return limits | ({Bound.EQUAL, Bound.ABOUT} if is_fraction else set())


def _limits_beside(text: str, figure: RecognisedFigure) -> Iterator[Bound]:
    for word, bounds in OPEN_ENDS.items():
        if figure.words.endswith(word):
            yield from bounds
    for bound, pattern in BOUNDS_BEHIND.items():
        if pattern.match(text, figure.end):
            yield bound
    words_before = text[max(0, figure.start - AIM_DISTANCE) : figure.start]
    if match := _bound_of_share().search(words_before):
        yield Bound(pairs("bounds", "bound", position="before")[match[1]])


@cache
def _bound_of_share() -> re.Pattern[str]:
    return re.compile(f"({alternatives(pairs('bounds', 'bound', position='before'))}){OF_WHAT}")


def limits_aimed_at(evidence: Evidence, same: Sequence[RecognisedFigure]) -> set[Bound]:
    """The bound of an aim by the word before it: a plan to reach 90 % is content with more."""
    if evidence.statement.stance is not Stance.PLANNED:
        return set()
    text = evidence.text.clean.text
    lead_texts = [text[max(0, figure.start - AIM_DISTANCE) : figure.start + 2] for figure in same]
    lead_texts = [re.split("[，,。；;\n]", lead_text)[-1] for lead_text in lead_texts]
    return {
        bound
        for bound, words in AIMS.items()
        if any(words.search(lead_text) for lead_text in lead_texts)
    }
