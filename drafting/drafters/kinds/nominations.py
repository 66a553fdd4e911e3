"""Drafts of nominations: whom a party named when a study asked it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.drafters.article import Article
from drafting.drafters.learning.taught_lesson import parties_near
from drafting.drafters.stance import stance
from drafting.drafts.draft import Band, Draft
from drafting.subjects.subject import Clause
from drafting.text.sentences import Stretch
from drafting.words.word_tables import pairs, word_pattern

KIND = "nomination"
# What stands before those who name in the passive, and between the named and those who name.
PASSIVE_MARK, NOMINATOR_OPENING = "被", re.compile("的(?:还|就|也|只)?(?:有|是|为|包括)")


def draft_nominations(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each pair of a party that was asked and one that it named.

    Words of naming count where a survey is told of in the paragraph or the one before.
    """
    for clause in article.clauses:
        for nominator, nominee in _pairs(article, clause):
            cells = {
                "nominator": nominator,
                "nominee": nominee,
                "how": _survey_topic(article, clause),
                "stance": stance(article, clause),
            }
            yield article.draft(KIND, clause, cells, drafted_by, band=Band.GUESS)


def _pairs(article: Article, clause: Clause) -> Iterator[tuple[str, str]]:
    """Who named whom in a clause: 甲县提名乙县, 乙县被甲县提名, 提名乙县的有甲县."""
    text, start, end = article.clean.text, clause.stretch.start, clause.stretch.end
    verb = word_pattern("nomination_verbs").search(text, start, end)
    if not verb or not _survey(article, clause):
        return
    parties_before, parties_behind = (
        _cells(article, start, verb.start()),
        _cells(article, verb.end(), end),
    )
    turn = NOMINATOR_OPENING.search(text, verb.end(), end)
    if (passive_start := text.find(PASSIVE_MARK, start, verb.start())) >= 0:
        nominators = _cells(article, passive_start, verb.start())
        nominees = _cells(article, start, passive_start) or list(clause.parties)
    elif turn and (first_parties := _cells(article, verb.end(), turn.start())):
        nominators, nominees = _cells(article, turn.end(), end), first_parties
    else:
        nominators, nominees = parties_before or list(clause.parties), parties_behind
    for nominator in filter(None, nominators):
        yield from ((nominator, nominee) for nominee in nominees if nominee not in nominators)


def _cells(article: Article, start: int, end: int) -> list[str]:
    """The cells of the parties that begin between two positions, in the order of the text."""
    return list(reversed(parties_near(article, Stretch(start, end))))


def _survey(article: Article, clause: Clause) -> re.Match[str] | None:
    """The word for a survey in the paragraph of a clause, or in the one before."""
    text = article.clean.text
    start = text.rfind("\n", 0, clause.stretch.start)
    paragraph_before = text.rfind("\n", 0, len(text[: max(0, start)].rstrip()))
    return word_pattern("survey_words").search(text, paragraph_before + 1, clause.stretch.end)


def _survey_topic(article: Article, clause: Clause) -> str:
    """What the party was asked for, by the last word for it before the end of a clause, or ""."""
    survey = _survey(article, clause)
    start = survey.start() if survey else clause.sentence.start
    words = word_pattern("nomination_topics").findall(article.clean.text, start, clause.stretch.end)
    return pairs("nomination_topics", "how")[words[-1]] if words else ""
