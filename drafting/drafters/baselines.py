"""The value of a figure before it changed: 由A提高到B, 原为A，现已提高至B, 较2020年增长B."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.statement_dates import is_compared
from drafting.recognition.numbers.recognised_figure import RecognisedFigure
from drafting.recognition.stances import SENTENCE_ENDS
from drafting.subjects.subject import Clause
from drafting.text.sentences import Stretch
from drafting.words.word_tables import word_alternatives

# How far before a new figure its old value may stand, and how far before the
# old value a word for the past belongs to its writing.
MAX_OLD_VALUE_DISTANCE, MAX_PAST_WORD_DISTANCE = 40, 8
CLAUSE_MARKS = "，,：:；;。（(\n"


@dataclass(frozen=True)
class Baseline:
    """The cells of the earlier value, and their passage."""

    cells: Mapping[str, str]
    passage: Stretch


def baseline(article: Article, clause: Clause, figure: RecognisedFigure) -> Baseline | None:
    """The baseline of a figure: its old value with the date, or only the date."""
    verb = _change_pattern().search(
        article.clean.text, max(0, figure.start - MAX_OLD_VALUE_DISTANCE), figure.start
    )
    old_figure = _old_figure(article, figure, verb.start()) if verb else None
    if old_figure is not None:
        return _figure_baseline(article, old_figure)
    return _comparison_baseline(article, clause, figure)


def _old_figure(article: Article, figure: RecognisedFigure, end: int) -> RecognisedFigure | None:
    """The last figure in the same unit before a verb of change.

    Only dates and filler words may stand between the two.
    """
    earlier_figures = [f for f in article.figures if f.end <= end and f.unit == figure.unit]
    if not earlier_figures or end - earlier_figures[-1].end > MAX_OLD_VALUE_DISTANCE:
        return None
    text = article.clean.text[earlier_figures[-1].end : end]
    for date in article.dates:
        if earlier_figures[-1].end <= date.start < end:
            text = text.replace(date.words, "")
    other_words = re.sub(word_alternatives("change_fillers"), "", text)
    return (
        None if re.search(r"\w", other_words) or SENTENCE_ENDS.search(text) else earlier_figures[-1]
    )


def _figure_baseline(article: Article, old_figure: RecognisedFigure) -> Baseline:
    """The old value and its date; for a span of two (五六十) only the words, as it has no value."""
    text = article.clean.text
    start = max(text.rfind(mark, 0, old_figure.start) for mark in CLAUSE_MARKS) + 1
    dates = [d for d in article.dates if start <= d.start and d.end <= old_figure.start]
    close_dates = [d for d in dates if d.edtf or old_figure.start - d.end <= MAX_PAST_WORD_DISTANCE]
    date = close_dates[-1] if close_dates else None
    values = {
        f.value for f in article.figures if (f.start, f.end) == (old_figure.start, old_figure.end)
    }
    is_exact = len(values) == 1 and old_figure.ends is None
    cells = {
        "baseline": f"{old_figure.value.normalize():f}" if is_exact else "",
        "baseline_period": date.edtf if date else "",
        "baseline_written": date.words
        if date and date.edtf
        else text[date.start if date else old_figure.start : old_figure.end],
    }
    return Baseline(cells, Stretch(start, old_figure.end))


def _comparison_baseline(
    article: Article, clause: Clause, figure: RecognisedFigure
) -> Baseline | None:
    """The time that a figure is compared with: 较2020年增长B."""
    for date in article.dates:
        is_before_figure = clause.stretch.start <= date.start and date.end <= figure.start
        if is_before_figure and is_compared(article.clean.text, date):
            cells = {"baseline_period": date.edtf, "baseline_written": date.words}
            return Baseline(cells, clause.stretch)
    return None


@cache
def _change_pattern() -> re.Pattern[str]:
    verbs, fillers = word_alternatives("change_verbs"), word_alternatives("change_fillers")
    return re.compile(rf"(?:{verbs})(?:至|到|为)(?:(?:{fillers})的?)?$")
