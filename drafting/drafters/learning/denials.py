"""Whether a text denies a lesson: 没有采用, 与甲县无关, or a rumour that its paragraph denies."""

from __future__ import annotations

import re
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.learning.taught_lesson import NO_MARKS
from drafting.drafters.stance import stance
from drafting.subjects.subject import Clause
from drafting.text.sentences import Stretch, sentences
from drafting.words.word_tables import alternatives, pairs, word_table
from ontology.schema.enums import Stance

# How much may stand between a word of denial and what it denies.
BETWEEN = 6


def lesson_stance(article: Article, clause: Clause) -> str:
    """The stance of a lesson: denied up to its sentence's end or as a rumour, else its clause's.

    What was not copied wholesale (没有照搬) was learned in part, so no lesson is denied.
    """
    rest = Stretch(clause.stretch.start, max(clause.stretch.end, clause.sentence.end))
    if _denial().search(article.text(rest)) or _is_rumour(article, clause):
        return Stance.DENIED.value
    of_clause = stance(article, clause)
    is_limited = of_clause == Stance.DENIED and _limit().search(article.text(clause.stretch))
    return Stance.STATED.value if is_limited else of_clause


def _is_rumour(article: Article, clause: Clause) -> bool:
    """Whether a lesson is what others say, and its paragraph denies it up to the next sentence."""
    text = article.clean.text
    rumours, denials = (
        alternatives(row["written"] for row in word_table("rumour_words") if row["is"] == kind)
        for kind in ("rumour", "denial")
    )
    start = text.rfind("。", 0, clause.sentence.start) + 1
    end = text.find("\n", clause.stretch.end)
    rest = Stretch(clause.sentence.start, end if end >= 0 else len(text))
    denied_in = [article.text(sentence) for sentence in sentences(text, rest)[:2]]
    is_told = re.search(rumours, text[start : clause.stretch.end])
    return bool(is_told) and any(re.search(denials, sentence) for sentence in denied_in)


@cache
def _denial() -> re.Pattern[str]:
    """A word of denial before a word of learning, or a word that denies by itself."""
    limit, denied, alone = _words("limit"), _words("lesson"), _words("alone")
    between = rf"(?:(?!{limit}){NO_MARKS}){{0,{BETWEEN}}}?(?!{limit})"
    return re.compile(rf"(?:{_words('denial')}){between}(?:{denied})|{alone}")


@cache
def _limit() -> re.Pattern[str]:
    """A word of denial before a word that limits it: 没有照搬, 并非简单复制."""
    return re.compile(rf"(?:{_words('denial')})(?:{_words('limit')})")


def _words(part: str) -> str:
    return alternatives(pairs("lesson_denials", "part", part=part))
