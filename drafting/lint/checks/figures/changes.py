"""Whether a figure is how much something changed, and what it measures is that change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafting.lint.checks.figures.units import PERCENT
from drafting.lint.evidence import Evidence
from drafting.lint.finding import Finding, FindingCode
from drafting.lint.thing_names import CHINESE, ThingNames
from drafting.recognition.numbers.recognised_figure import RecognisedFigure
from drafting.words.word_tables import pairs, word_alternatives, word_pattern
from ontology.schema.kinds import Measurement

# How far before a figure the word for its change may stand in its clause.
DISTANCE = 14
EITHER_CHANGE = "either"
# Units of which a change is told as such; any other number may be new: 增加编制300个.
SHARES = {PERCENT, "percentage-point"}
# What may stand between the word for a change and its amount. Behind 至 or 到 stands a level.
AMOUNT = "(?:了|近|约|超过?|逾|高?达|达到|为)?$"


def check_change(
    evidence: Evidence, same: list[RecognisedFigure], names: ThingNames
) -> Iterator[Finding]:
    """A finding if a figure is the amount of a rise or a fall (同比下降6%) and its indicator is the
    opposite change, or no change."""
    statement = evidence.statement
    assert isinstance(statement, Measurement)
    if statement.counts is not None:
        return
    changes = {_change(evidence, figure) for figure in same}
    directions = _named_directions(names.names.get(statement.indicator, ()))
    if len(changes) != 1 or directions is None:
        return
    (change,) = changes
    if change and directions.isdisjoint((change, EITHER_CHANGE)):
        yield evidence.finding(
            FindingCode.INDICATOR,
            "indicator",
            "other_change",
            words=same[0].words,
            name=names.display(statement.indicator),
        )


def _change(evidence: Evidence, figure: RecognisedFigure) -> str:
    """Whether a figure is the amount of a rise or a fall, by the word before it in its clause; ""
    if it is not, or may be new."""
    text = evidence.text.clean.text
    words_before = text[max(0, figure.start - DISTANCE) : figure.start]
    words_before = re.split("[，,。；;：:、\n]", words_before)[-1]
    is_change = figure.unit in SHARES or word_pattern("comparison_words").search(words_before)
    match = _amount_pattern().search(words_before) if is_change else None
    return pairs("directions_of_change", "direction")[match[1]] if match else ""


@cache
def _amount_pattern() -> re.Pattern[str]:
    return re.compile(f"({word_alternatives('directions_of_change')})(?:幅度)?{AMOUNT}")


def _named_directions(forms: tuple[str, ...]) -> set[str] | None:
    """The changes that the Chinese names of an indicator tell; None if it has no such name."""
    chinese = " ".join(form for form in forms if CHINESE.search(form))
    directions = pairs("words_of_change_in_names", "direction")
    return {directions[word] for word in directions if word in chinese} if chinese else None
