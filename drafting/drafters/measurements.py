"""Drafts of measurements: every figure of the article."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.drafters.article import Article
from drafting.drafters.stance import stance
from drafting.drafters.subject import Clause
from drafting.drafts.draft import Draft
from drafting.recognition.figures import RecognisedFigure

KIND = "measurement"
EDGES = "，,。；;：: 、"


def draft_measurements(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each figure, of the place spoken of and the last date told in its sentence.

    The indicator is new: the words of the clause without the figure. A curator chooses it.
    """
    for clause in article.clauses:
        for figure in article.figures:
            if clause.stretch.start <= figure.start < clause.stretch.end:
                cells = _cells(article, clause, figure)
                yield article.draft(KIND, clause, cells, drafted_by)


def _cells(article: Article, clause: Clause, figure: RecognisedFigure) -> dict[str, str]:
    text, sentence = article.clean.text, clause.sentence
    dates = [d for d in article.dates if sentence.start <= d.start < figure.start]
    phrase = text[clause.stretch.start : figure.start] + text[figure.end : clause.stretch.end]
    start, end = article.clean.raw_span(figure.start, figure.end)
    return {
        "stance": stance(article, clause),
        "subject": clause.party,
        "indicator": f"new:{phrase.strip(EDGES)}" if phrase.strip(EDGES) else "",
        "value": f"{figure.value.normalize():f}",
        "value_written": article.clean.raw[start:end],
        "bound": figure.bound.value,
        "unit": figure.unit,
        "per": figure.per,
        "period": dates[-1].edtf if dates else "",
        "period_written": dates[-1].written if dates else "",
    }
