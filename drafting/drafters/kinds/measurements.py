"""Drafts of measurements: every figure of the article."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from decimal import Decimal

from drafting.drafters.article import Article
from drafting.drafters.baselines import baseline
from drafting.drafters.learning.teachings import lessons
from drafting.drafters.respective_figures import respective_party
from drafting.drafters.stance import stance
from drafting.drafters.table_heads import table_heads
from drafting.drafts.draft import NEW_PREFIX, Band, Draft
from drafting.recognition.numbers.numerals import letters
from drafting.recognition.numbers.recognised_figure import RecognisedFigure
from drafting.recognition.stances import SENTENCE_ENDS
from drafting.subjects.subject import Clause
from drafting.text.body import is_paragraph
from drafting.text.sentences import Stretch, line_of
from drafting.words.word_tables import word_alternatives
from ontology.schema.enums import Bound, Counting

KIND = "measurement"
# What a figure counts that is of a visit, not of the place that makes it.
VISIT_UNITS = {"person", "day", "week", "instance"}
EDGES = "，,。；;：: 、"
# The share of letters from which an indicator of the facts is proposed; the number of other
# candidates; the number of letters after a label that say what is counted.
MIN_LIKENESS, MAX_OTHER_INDICATORS, LABEL_LETTERS = 0.6, 4, 12
# What stands before the earlier value of a change, within so many letters.
EARLIER_VALUE_OPENING = re.compile("(?:从|由)(?:[0-9]{4}年的?)?[^，,。；;0-9]{0,6}$")
REACH = 14
# How few letters beside the figure say too little of what it measures, and how many before are
# enough; a count of months of a year (今年前10个月) measures nothing.
MIN_PHRASE_LETTERS, MAX_LETTERS_BEFORE, MONTH_COUNT_OPENING = 6, 24, "前"


def draft_measurements(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each figure, of the subject and the last date in its sentence.

    The indicator is the most similar to the words of the clause without the figure, else a new one
    with these words; other similar indicators are candidates. A figure that counts the parts of a
    quoted name has the name as its subject.
    """
    earlier_figures: set[tuple[Decimal, str]] = set()
    for clause in article.clauses:
        for figure in article.figures:
            if clause.stretch.start <= figure.start < clause.stretch.end:
                cells = _cells(article, clause, figure)
                old_value = baseline(article, clause, figure)
                cells |= old_value.cells if old_value else {}
                heads = table_heads(article, figure)
                passages = [
                    old_value.passage if old_value else None,
                    heads.date_stretch if heads else None,
                ]
                candidates = _indicators(article, clause, figure)
                is_doubtful = _is_doubtful(article, figure, earlier_figures)
                earlier_figures.add((figure.value, figure.unit))
                cells |= {"indicator": candidates[0]} if candidates else {}
                yield article.draft(
                    KIND,
                    clause,
                    cells,
                    drafted_by,
                    band=Band.GUESS if is_doubtful else None,
                    end=figure.start,
                    other_passages=[stretch for stretch in passages if stretch],
                    candidates=(("indicator", candidates),) if candidates else (),
                )


def _is_doubtful(
    article: Article, figure: RecognisedFigure, earlier_figures: Collection[tuple[Decimal, str]]
) -> bool:
    """Whether a figure is also given elsewhere, or is the other end of a range or of a change.

    A heading's figure is told again in its text, and the earlier value of a change is a part of
    the row of the later one.
    """
    text = article.clean.text
    line = line_of(text, Stretch(figure.start, figure.end))
    line_text = article.text(line).rstrip()
    is_heading = not (is_paragraph(line_text) or SENTENCE_ENDS.search(line_text[-1:]))
    ends = [f for f in article.figures if (f.start, f.end) == (figure.start, figure.end)]
    is_upper_end = len(ends) > 1 and figure.bound is Bound.AT_MOST
    is_earlier = bool(
        EARLIER_VALUE_OPENING.search(text, max(0, figure.start - REACH), figure.start)
    )
    is_repeated = (figure.value, figure.unit) in earlier_figures
    is_part_of_date = figure.unit == "month" and text[: figure.start].endswith(MONTH_COUNT_OPENING)
    return is_heading or is_upper_end or is_repeated or is_earlier or is_part_of_date


def _cells(article: Article, clause: Clause, figure: RecognisedFigure) -> dict[str, str]:
    start, end = article.clean.raw_span(figure.start, figure.end)
    heads = table_heads(article, figure)
    return {
        "stance": stance(article, clause),
        "period": heads.period if heads else "",
        "period_written": article.text(heads.date_stretch) if heads and heads.date_stretch else "",
        "subject": (heads.subject if heads else "")
        or _quoted_name_cell(article, figure)
        or _visit_of(article, clause, figure)
        or respective_party(article, clause, figure)
        or clause.party,
        "value": f"{figure.value.normalize():f}",
        "value_written": article.clean.raw[start:end],
        "bound": figure.bound.value,
        "unit": figure.unit,
        "per": figure.per,
        "counts": Counting.LABEL.value if _is_label(article, figure) else "",
    }


def _indicators(article: Article, clause: Clause, figure: RecognisedFigure) -> tuple[str, ...]:
    """The cells that the indicator may have, the likeliest first."""
    text = article.clean.text
    words = text[clause.stretch.start : figure.start] + text[figure.end : clause.stretch.end]
    heads = table_heads(article, figure)
    phrase = heads.label if heads else words.strip(EDGES)
    if len(phrase) < MIN_PHRASE_LETTERS:
        phrase = (_words_before(article, clause) + phrase).strip(EDGES)
    new_indicators = [f"{NEW_PREFIX}{phrase}"] if phrase else []
    if _is_label(article, figure):
        label = text[figure.start : min(figure.end + LABEL_LETTERS, clause.stretch.end)]
        return (*article.indicators.for_label(label)[:MAX_OTHER_INDICATORS], *new_indicators)
    similar_indicators = article.indicators.nearest(phrase, figure.unit, MAX_OTHER_INDICATORS)
    codes = [code for code, _ in similar_indicators]
    is_similar = bool(similar_indicators) and similar_indicators[0][1] >= MIN_LIKENESS
    return (*codes[:1], *new_indicators, *codes[1:]) if is_similar else (*new_indicators, *codes)


def _words_before(article: Article, clause: Clause) -> str:
    """The end of what its sentence says before a clause, without figures, for one of few words."""
    start = clause.sentence.start
    words = article.clean.text[start : clause.stretch.start]
    for figure in article.figures:
        if start <= figure.start and figure.end <= clause.stretch.start:
            words = words.replace(figure.words, "")
    parts = [part for part in re.split(f"[{EDGES}]", words) if part]
    return parts[-1][-MAX_LETTERS_BEFORE:] if parts else ""


def _visit_of(article: Article, clause: Clause, figure: RecognisedFigure) -> str:
    """The event of a clause that tells a visit, if the figure counts its people, days or times."""
    counts_visit = figure.unit in VISIT_UNITS and figure.start >= clause.stretch.start
    is_visit = counts_visit and any(lesson.is_visit for lesson in lessons(article, clause))
    return f"{NEW_PREFIX}{article.text(clause.stretch).strip(EDGES)}" if is_visit else ""


def _quoted_name_cell(article: Article, figure: RecognisedFigure) -> str | None:
    """The cell of the quoted name that a figure begins: “三通”."""
    for name in article.quoted_names:
        opening_words = article.clean.text[name.start : figure.start]
        if name.start < figure.start < name.end and len(opening_words) == 1:
            return article.thing_cell("reform_model", article.clean.text[name.start : name.end])
    return None


def _is_label(article: Article, figure: RecognisedFigure) -> bool:
    """Whether a figure only says how many parts a name has: “三通”, 四级网络."""
    if any(name.start <= figure.start < name.end for name in article.quoted_names):
        return True
    words = word_alternatives("label_units")
    return bool(re.fullmatch(rf"[{''.join(letters('digit'))}十](?:{words})", figure.words))
