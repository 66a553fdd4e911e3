"""Whether a clause states, plans or denies, by the words it has or that its sentence has."""

from __future__ import annotations

import re
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.subject import Clause
from drafting.text.sentences import Stretch, clauses, sentences
from drafting.words.word_tables import alternatives, pairs, word_alternatives
from ontology.schema.enums import Stance

# How many letters from its beginning a clause has a word that must stand at its start.
START = 6
# How many letters may stand between a call for a deed and the deed.
BETWEEN = 3
ORDINAL = "(?:[一二三四五六七八九十]+是)?"


def stance(article: Article, clause: Clause) -> str:
    """The stance of a clause: `planned` or `denied` by a word of the tables, else `stated`.

    What a speaker calls for is planned: to the end of the sentence, and on through those sentences
    of the paragraph that begin with a deed.
    """
    text, sentence = article.text(clause.stretch), article.text(clause.sentence)
    parts = (("start", text[:START]), ("anywhere", text), ("sentence", sentence))
    for position, part in parts:
        if match := _words(position).search(part):
            return pairs("stance_words", "stance")[match[0]]
    planned = _before_deed().search(text) or _is_called_for(article, clause)
    return Stance.PLANNED.value if planned else Stance.STATED.value


def _is_called_for(article: Article, clause: Clause) -> bool:
    """Whether a speaker calls for a deed in the sentence, or in the paragraph before it."""
    text, sentence = article.clean.text, clause.sentence
    if _calls(text, Stretch(sentence.start, clause.stretch.end)):
        return True
    start = text.rfind("\n", 0, sentence.start) + 1
    earlier = sentences(text, Stretch(start, sentence.start))
    begins_with_deed = _deed_first().match(text, sentence.start, sentence.end)
    return bool(begins_with_deed) and any(_calls(text, other) for other in earlier)


def _calls(text: str, sentence: Stretch) -> bool:
    """Whether a sentence has a clause that begins with a call for a deed, or a word of it."""
    if _words("sentence").search(text, sentence.start, sentence.end):
        return True
    parts = clauses(text, sentence)
    return any(_directive().match(text, part.start, part.end) for part in parts)


@cache
def _words(position: str) -> re.Pattern[str]:
    return re.compile(alternatives(pairs("stance_words", "stance", position=position)))


@cache
def _before_deed() -> re.Pattern[str]:
    """A word that tells a plan only before a deed: 将推行, but not 将基金打包."""
    words = alternatives(pairs("stance_words", "stance", position="before_deed"))
    return _with_deed(words, f"(?:{word_alternatives('deed_adverbs')})*")


@cache
def _directive() -> re.Pattern[str]:
    words = alternatives(pairs("stance_words", "stance", position="directive"))
    return _with_deed(f"{ORDINAL}(?:{words})", f"[^，,。；;]{{0,{BETWEEN}}}?")


@cache
def _deed_first() -> re.Pattern[str]:
    """A sentence that begins with a deed, as after an ordinal."""
    return re.compile(rf"{ORDINAL}.{{0,2}}?(?:{word_alternatives('deed_verbs')})")


def _with_deed(words: str, between: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words}){between}(?:{word_alternatives('deed_verbs')})")
