"""Drafts of endorsements: words of praise, and mechanisms that a speaker promotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.subject import Clause
from drafting.drafts.draft import Band, Draft
from drafting.text.sentences import Stretch
from drafting.words.word_tables import alternatives, pairs, word_alternatives

KIND = "endorsement"
PROMOTES = "promotes"
# The share of letters from which a clause without a mechanism's name promotes the nearest.
LIKE = 0.4


def draft_endorsements(article: Article, drafted_by: str) -> Iterator[Draft]:
    """Praise is the source's own; a speaker's words on a mechanism promote it."""
    praise = pairs("praise_words", "how")
    speakers: dict[Stretch, Clause] = {}
    for clause in article.clauses:
        text, speaker = article.text(clause.stretch), speakers.get(clause.sentence)
        if match := re.search(alternatives(praise), text):
            how = praise[match[0]]
            yield _draft(article, clause, article.source, clause.party, how, drafted_by)
        for mechanism in _mechanisms(article, text) if speaker else ():
            yield _draft(article, clause, speaker, mechanism, PROMOTES, drafted_by)
        if _says().search(text) and clause.party:
            speakers[clause.sentence] = clause


def _draft(
    article: Article,
    clause: Clause,
    endorser: Clause | str | None,
    endorsed: str,
    how: str,
    drafted_by: str,
) -> Draft:
    """A draft of what a source says, or of what a clause says before it: both are cited."""
    speaker = endorser.party if isinstance(endorser, Clause) else endorser or ""
    says = (endorser.stretch,) if isinstance(endorser, Clause) else ()
    cells = {"endorser": speaker, "endorsed": endorsed, "how": how, "stance": "stated"}
    return article.draft(KIND, clause, cells, drafted_by, band=Band.GUESS, also_at=says)


def _mechanisms(article: Article, text: str) -> list[str]:
    """The mechanisms that a clause names, else the nearest if it is similar enough."""
    names = dict.fromkeys(name.codes[0] for name in article.lexicon.mentions(text))
    nearest = [code for code, share in article.lexicon.nearest(text, 1) if share >= LIKE]
    return list(names) or nearest


@cache
def _says() -> re.Pattern[str]:
    """A speech verb at the end of its clause, or before a colon."""
    words = word_alternatives("speech_verbs")
    return re.compile(rf"(?:{words})[，,：:“]*$")
