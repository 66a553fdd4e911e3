"""Drafts of endorsements by a speaker who has an opinion on a mechanism."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.kinds.endorsements import PROMOTES, draft_endorsement
from drafting.drafts.draft import Draft
from drafting.subjects.subject import Clause
from drafting.text.sentences import Stretch
from drafting.words.word_tables import word_alternatives, word_pattern, word_table

# The share of letters from which a clause without a mechanism's name promotes the nearest.
MIN_LIKENESS = 0.4


def draft_opinions(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each mechanism that a speaker of the same sentence has an opinion on.

    Who only reports (介绍, 透露) has one where the words are an opinion: 值得, 关键.
    """
    speakers: dict[Stretch, Clause] = {}
    for clause in article.clauses:
        text, speaker = article.text(clause.stretch), speakers.get(clause.sentence)
        if speaker and (_is_opinion(text) or not _reports(article.text(speaker.stretch))):
            for mechanism in _mechanisms(article, text):
                party, speaker_passages = speaker.party, [speaker.stretch]
                yield draft_endorsement(
                    article,
                    clause,
                    party,
                    mechanism,
                    PROMOTES,
                    drafted_by,
                    other_passages=speaker_passages,
                )
        if _speech_verb_pattern().search(text) and clause.party:
            speakers[clause.sentence] = clause


def _is_opinion(text: str) -> bool:
    return bool(word_pattern("opinion_words").search(text))


def _reports(text: str) -> bool:
    """Whether a clause ends with a verb of those who tell what is done."""
    match = _speech_verb_pattern().search(text)
    verbs = {row["written"] for row in word_table("speech_verbs") if row["reports"]}
    return bool(match and match["verb"] in verbs)


def _mechanisms(article: Article, text: str) -> list[str]:
    """The mechanisms that a clause names, else the nearest if it is similar enough.

    A clause with an opinion is on some mechanism, however little it is like its name.
    """
    names = dict.fromkeys(name.codes[0] for name in article.lexicon.mentions(text))
    min_likeness = 0 if _is_opinion(text) else MIN_LIKENESS
    similar_mechanisms = [
        code for code, share in article.lexicon.nearest(text, 1) if share >= min_likeness
    ]
    return list(names) or similar_mechanisms


@cache
def _speech_verb_pattern() -> re.Pattern[str]:
    """A speech verb at the end of its clause, or before a colon."""
    return re.compile(rf"(?P<verb>{word_alternatives('speech_verbs')})[，,：:“]*$")
