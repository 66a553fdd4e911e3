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
    party_rows = [
        other_clause.parties
        for other_clause in article.clauses
        if other_clause.sentence == clause.sentence
        and other_clause.stretch <= clause.stretch
        and other_clause.companions
    ]
    parties = party_rows[-1] if party_rows else ()
    return parties[row.index(figure)] if len(parties) == len(row) and figure in row else ""
