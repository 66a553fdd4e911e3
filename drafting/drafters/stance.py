"""Whether a clause states, plans or denies, by the words it has or that its sentence has."""

from __future__ import annotations

import re
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.subject import Clause
from drafting.words.word_tables import alternatives, pairs
from ontology.schema.enums import Stance

# How many letters from its beginning a clause has a word that must stand at its start.
START = 6


def stance(article: Article, clause: Clause) -> str:
    """The stance of a clause: `planned` or `denied` by a word of the table, else `stated`."""
    text, sentence = article.text(clause.stretch), article.text(clause.sentence)
    for position, part in (("start", text[:START]), ("anywhere", text), ("sentence", sentence)):
        if match := _words(position).search(part):
            return pairs("stance_words", "stance")[match[0]]
    return Stance.STATED.value


@cache
def _words(position: str) -> re.Pattern[str]:
    return re.compile(alternatives(pairs("stance_words", "stance", position=position)))
