"""Whether the words at a figure are about what the row measures, and about its subject.

A model that reads a sentence with several figures gives one the name or the subject of another, or
takes a change for a level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafting.drafters.article import Article
from drafting.drafters.respective_figures import respective_party
from drafting.drafters.table_heads import table_heads
from drafting.language_model.doubts.clause_party import is_of_another_party
from drafting.lint.checks.figures.check import written_spots
from drafting.lint.checks.figures.context import stands_as_before
from drafting.lint.checks.mechanism_words import with_synonyms
from drafting.lint.evidence import Evidence
from drafting.lint.finding import FindingCode
from drafting.lint.thing_names import ThingNames
from drafting.recognition.numbers.recognised_figure import RecognisedFigure
from drafting.text.clean_text import CleanText
from drafting.text.sentences import Stretch, clauses
from drafting.words.word_tables import word_alternatives
from ontology.schema.kinds import Measurement

# The share of another indicator's name at a figure, and how much more than of the row's own.
NAMED_SHARE, MIN_DIFFERENCE = 0.8, 0.4
# How much the words must be like an indicator of the lexicon, and how far the row's may lag behind.
MIN_LIKENESS, MIN_PART_OF_BEST = 0.35, 0.6
# Figures in a row share the words before them: 甲、乙分别为3、4.
RESPECTIVE = re.compile("分别|依次|各[为有达]|均[为达]?|都[是达]")
# How few letters beside a figure name nothing, so that its words stand before: 升至3%.
MIN_LETTERS = 5
HAN = re.compile("[\u4e00-\u9fff]")
# How the words of a change end before its figure, where no level is told: 提高了, but not 提高到.
AMOUNT = "(?:了|约|近|超|超过|不到|不足|将近|大约)*$"
POINTS = "百分点"
# The share of the row's indicator at another figure of its passage, and how much more than at its
# own.
BESIDE_SHARE, MIN_BESIDE_DIFFERENCE = 0.4, 0.2
# What stands between the figures of a row.
IN_ROW = re.compile(r"[、和与及或至到|\s]{0,3}")
# Words that tell of a rate, and years, which do not.
RATE_WORDS = re.compile(
    "[每均季/]|一年|全年|年度|单日|[年日][\u4e00-\u9fff]|月[\u4e00-\u9fff]{0,2}[收支薪费待]"
)
A_YEAR = re.compile("[0-9]{2,4}年|[去今前明当上本]年")


def figure_doubts(article: Article, evidence: Evidence, names: ThingNames) -> Iterator[str]:
    """The codes of the doubts about what a figure measures and of whom."""
    statement = evidence.statement
    if not isinstance(statement, Measurement) or statement.counts is not None:
        return
    spots = written_spots(evidence, CleanText(statement.value_written).text)
    figures = [
        figure
        for spot in spots
        for figure in evidence.text.figures_in(spot)
        if figure.value == statement.value
    ]
    if not figures:
        return
    yield from _head_doubts(article, statement, figures)
    if all(_is_of_another_indicator(evidence, figure, names) for figure in figures):
        yield FindingCode.INDICATOR.value
    if all(_is_near_another(article, evidence, figure) for figure in figures):
        yield FindingCode.INDICATOR.value
    if _is_told_at_another(evidence, figures, names):
        yield FindingCode.INDICATOR.value
    if _has_rate_without_word(evidence, statement, names):
        yield FindingCode.PER.value
    if all(_has_other_role(evidence, figure, names) for figure in figures):
        yield FindingCode.INDICATOR.value
    parts = [Stretch(figure.start, figure.end) for figure in figures]
    if all(is_of_another_party(evidence, part, statement.subject, names) for part in parts):
        yield FindingCode.PARTY.value
    if statement.baseline is None and all(stands_as_before(evidence, f) for f in figures):
        yield FindingCode.BASELINE.value


def _head_doubts(
    article: Article, statement: Measurement, figures: list[RecognisedFigure]
) -> Iterator[str]:
    """A subject or period other than those that a table's heads, or a row of parties, give."""
    heads = [head for figure in figures if (head := table_heads(article, figure))]
    if len(heads) == len(figures):
        if all(head.subject not in ("", statement.subject) for head in heads):
            yield FindingCode.PARTY.value
        if all(head.period not in ("", statement.period) for head in heads):
            yield FindingCode.DATE.value
    parties = {
        respective_party(article, clause, figure)
        for figure in figures
        for clause in article.clauses
        if clause.stretch.start <= figure.start < clause.stretch.end
    }
    if parties and not parties & {"", statement.subject}:
        yield FindingCode.PARTY.value


def _is_of_another_indicator(
    evidence: Evidence, figure: RecognisedFigure, names: ThingNames
) -> bool:
    """Whether the words at a figure name another indicator in its unit much better, or those at
    another figure in its unit name the row's own much better."""
    statement = evidence.statement
    assert isinstance(statement, Measurement)
    own_words = _words_at(evidence, figure)
    if len(HAN.findall(own_words)) < MIN_LETTERS or RESPECTIVE.search(
        evidence.read(evidence.sentence)
    ):
        return False
    min_share = max(NAMED_SHARE, names.coverage(statement.indicator, own_words) + MIN_DIFFERENCE)
    others = (
        names.coverage(statement.indicator, words)
        for other in evidence.text.figures_in(evidence.sentence)
        if other.unit == figure.unit and not (other.start < figure.end and figure.start < other.end)
        if not stands_as_before(evidence, other)
        for words in [_words_at(evidence, other)]
    )
    if max(others, default=0) >= min_share:
        return True
    rivals = (
        names.coverage(code, own_words)
        for code in names.unrelated_codes("Indicator", statement.indicator)
        if names.units.get(code) == statement.unit
    )
    return max(rivals, default=0) >= min_share


def _is_near_another(article: Article, evidence: Evidence, figure: RecognisedFigure) -> bool:
    """Whether the words at a figure are much more like another indicator in the unit than the
    row's."""
    statement = evidence.statement
    assert isinstance(statement, Measurement)
    names = article.indicators
    shares = dict(names.nearest(_words_at(evidence, figure), statement.unit, len(names.names)))
    best = max(shares.values(), default=0)
    return best >= MIN_LIKENESS and shares.get(statement.indicator, 0) < best * MIN_PART_OF_BEST


def _is_told_at_another(
    evidence: Evidence, figures: list[RecognisedFigure], names: ThingNames
) -> bool:
    """Whether the words at another figure of the passage, in the same unit, name the row's
    indicator better than those at its own figure."""
    statement = evidence.statement
    assert isinstance(statement, Measurement)
    if RESPECTIVE.search(evidence.read(evidence.sentence)):
        return False

    def share(figure: RecognisedFigure) -> float:
        return names.coverage(statement.indicator, _words_at(evidence, figure))

    others = [
        other
        for other in evidence.text.figures_in(evidence.stretch)
        if other.unit == figures[0].unit and not stands_as_before(evidence, other)
        if not any(_stand_in_row(evidence, *sorted([figure, other])) for figure in figures)
    ]
    least = max(BESIDE_SHARE, max(map(share, figures)) + MIN_BESIDE_DIFFERENCE)
    return max(map(share, others), default=0) >= least


def _stand_in_row(evidence: Evidence, first: RecognisedFigure, second: RecognisedFigure) -> bool:
    """Whether two figures are one, or share the words before the first: 达到75%和72%."""
    text = evidence.text.clean.text
    return first.end > second.start or bool(IN_ROW.fullmatch(text, first.end, second.start))


def _has_rate_without_word(evidence: Evidence, statement: Measurement, names: ThingNames) -> bool:
    """Whether a row has a rate and neither its sentence nor the name of what it measures tells of
    any: a figure of one year is not one for each year."""
    if not statement.per:
        return False
    indicator_names = names.names.get(statement.indicator, ())
    led = evidence.read(evidence.sentence_to_passage_end)
    words = "\n".join([led, evidence.cited_text, *indicator_names])
    return not RATE_WORDS.search(A_YEAR.sub(" ", words))


def _words_at(evidence: Evidence, figure: RecognisedFigure) -> str:
    """The words of a figure: from the figure before it in its sentence, unless that is its earlier
    value, to the end of its clause or to the next figure."""
    text, sentence = evidence.text.clean.text, evidence.sentence
    figures = [f for f in evidence.text.figures_in(sentence) if not stands_as_before(evidence, f)]
    start = max((f.end for f in figures if f.end <= figure.start), default=sentence.start)
    ends = [part.end for part in clauses(text, sentence) if part.end > figure.start]
    ends += [f.start for f in figures if f.start >= figure.end]
    end = max(min(ends, default=figure.end), figure.end)
    return with_synonyms(evidence.read(Stretch(start, end)))


def _has_other_role(evidence: Evidence, figure: RecognisedFigure, names: ThingNames) -> bool:
    """Whether a figure is a change and the indicator a level."""
    statement = evidence.statement
    assert isinstance(statement, Measurement)
    text = evidence.text.clean.text
    is_change = (
        bool(_change().search(text[: figure.start]))
        or POINTS in text[figure.start : figure.end + len(POINTS)]
    )
    forms = names.names.get(statement.indicator, ())
    names_change = any(_change_words().search(form) for form in forms)
    return is_change and not names_change


@cache
def _change() -> re.Pattern[str]:
    return re.compile(f"(?:{word_alternatives('change_verbs')}){AMOUNT}")


@cache
def _change_words() -> re.Pattern[str]:
    return re.compile(f"{word_alternatives('change_verbs')}|幅|速|差|变化|节[省约]|高出|低于|多|少")
