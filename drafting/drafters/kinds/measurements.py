"""Drafts of measurements: every figure of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.drafters.article import Article
from drafting.drafters.baselines import baseline
from drafting.drafters.stance import stance
from drafting.drafters.subject import Clause
from drafting.drafts.draft import Draft
from drafting.recognition.figures import RecognisedFigure
from drafting.recognition.numerals import letters
from drafting.words.word_tables import word_alternatives
from ontology.schema.enums import Counting

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
                before = baseline(article, clause, figure)
                also_at = (before.passage,) if before else ()
                cells |= before.cells if before else {}
                yield article.draft(
                    KIND, clause, cells, drafted_by, end=figure.start, also_at=also_at
                )


def _cells(article: Article, clause: Clause, figure: RecognisedFigure) -> dict[str, str]:
    text = article.clean.text
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
        "counts": Counting.LABEL.value if _is_label(article, figure) else "",
    }


def _is_label(article: Article, figure: RecognisedFigure) -> bool:
    """Whether a figure only tells how many parts a name has: “三通”, 四级网络."""
    if any(name.start <= figure.start < name.end for name in article.quoted_names):
        return True
    words = word_alternatives("label_units")
    return bool(re.fullmatch(rf"[{''.join(letters('digit'))}十](?:{words})", figure.written))
