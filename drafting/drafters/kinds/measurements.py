"""Drafts of measurements: every figure of the article."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from decimal import Decimal

from drafting.drafters.article import Article
from drafting.drafters.baselines import baseline
from drafting.drafters.respective import respective_party
from drafting.drafters.stance import stance
from drafting.drafters.subject import Clause
from drafting.drafts.draft import NEW, Band, Draft
from drafting.recognition.figures_in_words import RecognisedFigure
from drafting.recognition.numerals import letters
from drafting.recognition.stances import SENTENCE_ENDS
from drafting.text.body import is_paragraph
from drafting.text.sentences import Stretch
from drafting.words.word_tables import word_alternatives
from ontology.schema.enums import Bound, Counting

KIND = "measurement"
EDGES = "，,。；;：: 、"
# The share of letters from which an indicator of the facts is proposed; the number of other
# candidates; the number of letters after a label that say what is counted.
LIKE, OTHERS, BEHIND = 0.6, 4, 12
# What stands before the earlier value of a change, within so many letters.
EARLIER, REACH = re.compile("(?:从|由)[^，,。；;0-9]{0,6}$"), 8


def draft_measurements(article: Article, drafted_by: str) -> Iterator[Draft]:
    """A draft for each figure, of the subject and the last date in its sentence.

    The indicator is the most similar to the words of the clause without the figure, else a new one
    with these words; other similar indicators are candidates. A figure that counts the parts of a
    quoted name has the name as its subject.
    """
    stated: set[tuple[Decimal, str]] = set()
    for clause in article.clauses:
        for figure in article.figures:
            if clause.stretch.start <= figure.start < clause.stretch.end:
                cells = _cells(article, clause, figure)
                before = baseline(article, clause, figure)
                also_at = (before.passage,) if before else ()
                cells |= before.cells if before else {}
                candidates = _indicators(article, clause, figure)
                doubtful = _is_doubtful(article, figure, stated)
                stated.add((figure.value, figure.unit))
                cells |= {"indicator": candidates[0]} if candidates else {}
                yield article.draft(
                    KIND,
                    clause,
                    cells,
                    drafted_by,
                    band=Band.GUESS if doubtful else None,
                    end=figure.start,
                    also_at=also_at,
                    candidates=(("indicator", candidates),) if candidates else (),
                )


def _is_doubtful(
    article: Article, figure: RecognisedFigure, stated: Collection[tuple[Decimal, str]]
) -> bool:
    """Whether a figure is told elsewhere, or is the other end of a range or of a change.

    A heading's figure is told again in its text, and the earlier value of a change is a part of
    the row of the later one.
    """
    text = article.clean.text
    line = Stretch(text.rfind("\n", 0, figure.start) + 1, (text + "\n").find("\n", figure.end))
    written = article.text(line).rstrip()
    is_heading = not (is_paragraph(written) or SENTENCE_ENDS.search(written[-1:]))
    ends = [f for f in article.figures if (f.start, f.end) == (figure.start, figure.end)]
    is_upper_end = len(ends) > 1 and figure.bound is Bound.AT_MOST
    is_earlier = bool(EARLIER.search(text, max(0, figure.start - REACH), figure.start))
    is_repeated = (figure.value, figure.unit) in stated
    return is_heading or is_upper_end or is_repeated or is_earlier


def _cells(article: Article, clause: Clause, figure: RecognisedFigure) -> dict[str, str]:
    start, end = article.clean.raw_span(figure.start, figure.end)
    return {
        "stance": stance(article, clause),
        "subject": _named_by(article, figure)
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
    around = text[clause.stretch.start : figure.start] + text[figure.end : clause.stretch.end]
    phrase = around.strip(EDGES)
    new = [f"{NEW}{phrase}"] if phrase else []
    if _is_label(article, figure):
        behind = text[figure.start : min(figure.end + BEHIND, clause.stretch.end)]
        return (*article.indicators.for_label(behind)[:OTHERS], *new)
    nearest = article.indicators.nearest(phrase, figure.unit, OTHERS)
    codes = [code for code, _ in nearest]
    much_like = bool(nearest) and nearest[0][1] >= LIKE
    return (*codes[:1], *new, *codes[1:]) if much_like else (*new, *codes)


def _named_by(article: Article, figure: RecognisedFigure) -> str | None:
    """The cell of the quoted name that a figure begins: “三通”."""
    for name in article.quoted_names:
        opening = article.clean.text[name.start : figure.start]
        if name.start < figure.start < name.end and len(opening) == 1:
            return article.thing_cell("reform_model", article.clean.text[name.start : name.end])
    return None


def _is_label(article: Article, figure: RecognisedFigure) -> bool:
    """Whether a figure only says how many parts a name has: “三通”, 四级网络."""
    if any(name.start <= figure.start < name.end for name in article.quoted_names):
        return True
    words = word_alternatives("label_units")
    return bool(re.fullmatch(rf"[{''.join(letters('digit'))}十](?:{words})", figure.written))
