"""Figures given to several in turn: 甲、乙分别为3和5."""

from __future__ import annotations

from drafting.drafters.article import Article
from drafting.recognition.numbers.recognised_figure import RecognisedFigure
from drafting.subjects.subject import Clause
from drafting.words.word_tables import word_pattern


def respective_party(article: Article, clause: Clause, figure: RecognisedFigure) -> str:
    """The party of a figure after 分别, by its place in the row of figures; "" for any other.

    The row of parties stands in the clause, or before it in its sentence.
    """
    start, end = clause.stretch.start, clause.stretch.end
    word = word_pattern("respective_words").search(article.clean.text, start, figure.start)
    if not word:
        return ""
    row = [f for f in article.figures if word.end() <= f.start < end and f.unit == figure.unit]
    before = [
        other.parties
        for other in article.clauses
        if other.sentence == clause.sentence and other.stretch <= clause.stretch and other.others
    ]
    parties = before[-1] if before else ()
    return parties[row.index(figure)] if len(parties) == len(row) and figure in row else ""
