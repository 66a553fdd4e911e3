"""Whether a text denies a lesson: 没有采用, 与甲县无关, or a rumour that its paragraph denies."""

from __future__ import annotations

import re
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.learning.taught_lesson import NO_MARK
from drafting.drafters.stance import stance
from drafting.subjects.subject import Clause
from drafting.text.sentences import Stretch, sentences
from drafting.words.word_tables import alternatives, pairs, word_table
from ontology.schema.enums import Stance

# How much may stand between a word of denial and what it denies.
MAX_LETTERS_BETWEEN = 6


def lesson_stance(article: Article, clause: Clause) -> str:
    """The stance of a lesson: denied up to its sentence's end or as a rumour, else its clause's.

    What was not copied wholesale (没有照搬) was learned in part, so no lesson is denied.
    """
    passage = Stretch(clause.stretch.start, max(clause.stretch.end, clause.sentence.end))
    if _denial_pattern().search(article.text(passage)) or _is_rumour(article, clause):
        return Stance.DENIED.value
    clause_stance = stance(article, clause)
    is_limited = clause_stance == Stance.DENIED and _limit_pattern().search(
        article.text(clause.stretch)
    )
    return Stance.STATED.value if is_limited else clause_stance


def _is_rumour(article: Article, clause: Clause) -> bool:
    """Whether a lesson is what others say, and its paragraph denies it up to the next sentence."""
    text = article.clean.text
    rumours, denials = (
        alternatives(row["written"] for row in word_table("rumour_words") if row["is"] == kind)
        for kind in ("rumour", "denial")
    )
    start = text.rfind("。", 0, clause.sentence.start) + 1
    end = text.find("\n", clause.stretch.end)
    passage = Stretch(clause.sentence.start, end if end >= 0 else len(text))
    next_sentences = [article.text(sentence) for sentence in sentences(text, passage)[:2]]
    has_rumour = re.search(rumours, text[start : clause.stretch.end])
    return bool(has_rumour) and any(re.search(denials, sentence) for sentence in next_sentences)


@cache
def _denial_pattern() -> re.Pattern[str]:
    """A word of denial before a word of learning, or a word that denies by itself."""
    limit, lesson_words, lone_denials = _words("limit"), _words("lesson"), _words("alone")
    letters_between = rf"(?:(?!{limit}){NO_MARK}){{0,{MAX_LETTERS_BETWEEN}}}?(?!{limit})"
    denials = rf"(?:{_words('denial')})(?!(?<=不)过)"  # 不过 denies nothing
    return re.compile(rf"{denials}{letters_between}(?:{lesson_words})|{lone_denials}")


@cache
def _limit_pattern() -> re.Pattern[str]:
    """A word of denial before a word that limits it: 没有照搬, 并非简单复制."""
    return re.compile(rf"(?:{_words('denial')})(?:{_words('limit')})")


def _words(part: str) -> str:
    return alternatives(pairs("lesson_denials", "part", part=part))
