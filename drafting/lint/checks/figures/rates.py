"""The rate of a figure: the unit of time, the person or the time of what it counts."""

from __future__ import annotations

import re

from drafting.lint.checks.figures.units import PARTS, PERCENT
from drafting.lint.evidence import Evidence
from drafting.lint.thing_names import ThingNames
from drafting.recognition.numbers.recognised_figure import RecognisedFigure
from drafting.text.sentences import Stretch
from drafting.words.word_tables import alternatives, pairs
from ontology.schema.kinds import Measurement

# How far before a figure its rate may stand.
RATE_DISTANCE = 20
# The units of time, each of which is a part of another one or has one.
UNITS_OF_TIME = {unit for pair in PARTS for unit in pair} | {"quarter"}
# Of whom or of what a length of time is told without being a rate: 每人不少于6个月.
TAKERS = {"person", "instance", "person-time"}
# The unit of time before what is counted: 年处方量, 日煎煮能力; not 去年, 2023年, 全年, 本月.
BARE_UNITS = {
    "year": "(?<![0-9零〇一二三四五六七八九十两去今前明后当同次翌上本])"
    "(?<![近历逐每全来多几半青老成中幼童少学往])年(?![初底末内间度前后以之起来级轻龄报会鉴终])",
    "month": "(?<![0-9一二三四五六七八九十本上下当次每个满])月(?![份底初末子])",
    "day": "(?<![0-9一二三四五六七八九十今昨明次当前后生节假工近每])日(?![期前后起常程益])",
}
# A rate of what is measured stands at most so many letters before the figure, and no other figure
# between them.
BARE_RATE = "[^，,。；;：:、0-9\n]{1,14}$"
# The units of what happens or is paid in a time.
FLOWS = {"person-time", "instance", "CNY"}
YEAR, A_YEAR = "year", re.compile("[0-9]{4}[~?]?")


def has_rate(
    evidence: Evidence, figure: RecognisedFigure, per: str | None, names: ThingNames
) -> bool:
    """Whether a figure is told for each of a unit, or for none if `per` is None.

    Besides the table of rates, a unit's own name tells it (每季度, 元/人次); words such as
    年收入, also in the name of what is measured, allow a rate without making one.
    """
    clause = _clause_to(evidence, figure)
    if (per or "") == figure.per and (
        per or not _rate_units(evidence, figure, _behind_last_figure(evidence, figure), names)
    ):
        return True
    if per is None:
        return _tells_its_own_rate(evidence, figure, names)
    if per in _rate_units(evidence, figure, clause, names):
        return True
    lead_text = clause[: len(clause) - (figure.end - figure.start)]
    return (
        _is_told_loosely(evidence, clause, lead_text, per, names)
        or _is_rate_of_row(evidence, figure, per)
        or _is_of_a_year(evidence, per)
    )


def _tells_its_own_rate(evidence: Evidence, figure: RecognisedFigure, names: ThingNames) -> bool:
    """Whether a figure behind the word of a rate is none of its own: a length of time for each
    person, a part of what a month costs (月均支出的95%), or what by its name is so much for each
    (人均费用)."""
    statement = evidence.statement
    assert isinstance(statement, Measurement)
    if statement.unit in UNITS_OF_TIME and figure.per in TAKERS:
        return True
    if figure.unit == PERCENT and evidence.text.clean.text.endswith("的", 0, figure.start):
        return True
    words = {**pairs("rates", "per"), **pairs("loose_rates", "per")}
    indicator_names = names.names.get(statement.indicator, ())
    return any(
        per == figure.per and any(w in name for name in indicator_names) for w, per in words.items()
    )


def _is_told_loosely(
    evidence: Evidence, clause: str, lead_text: str, per: str, names: ThingNames
) -> bool:
    """Whether the clause of a figure, or the name of what is measured, has a word that allows a
    rate, or the unit of time alone before the figure: 年收入, 年运维费."""
    statement = evidence.statement
    assert isinstance(statement, Measurement)
    indicator_names = names.names.get(statement.indicator, ())
    loose = pairs("loose_rates", "per", per=per)
    if any(word in part for word in loose for part in (clause, *indicator_names)):
        return True
    bare = BARE_UNITS.get(per)
    if bare is None:
        return False
    return bool(re.search(bare + BARE_RATE, lead_text)) or any(
        re.search(bare, n) for n in indicator_names
    )


def _is_rate_of_row(evidence: Evidence, figure: RecognisedFigure, per: str) -> bool:
    """Whether an earlier figure of the sentence that counts by the same word has this rate, of
    which this one is a part: 年处方量合计96万张，甲县31万张."""
    text = evidence.text.clean.text
    figures_before = (
        f
        for f in evidence.text.figures_in(Stretch(evidence.sentence.start, figure.start))
        if f.end <= figure.start and f.unit == figure.unit and f.words[-1] == figure.words[-1]
    )
    bare = re.compile(BARE_UNITS[per] + BARE_RATE) if per in BARE_UNITS else None
    return any(
        f.per == per or bool(bare and bare.search(text, evidence.sentence.start, f.start))
        for f in figures_before
    )


def _is_of_a_year(evidence: Evidence, per: str) -> bool:
    """Whether what happens or is paid in one year is so much a year."""
    statement = evidence.statement
    assert isinstance(statement, Measurement)
    flows = per == YEAR and statement.unit in FLOWS
    return flows and bool(A_YEAR.fullmatch(statement.period or ""))


def _rate_units(
    evidence: Evidence, figure: RecognisedFigure, clause: str, names: ThingNames
) -> set[str]:
    """The units of time of which a clause says each before the figure, or / directly after."""
    text = evidence.text.clean.text
    words_behind = text[figure.start : figure.end + 4]
    return {
        code
        for code in names.codes.get("Unit", ())
        for words in [alternatives(names.names[code])]
        if code in UNITS_OF_TIME
        and re.search(f"每一?个?(?:{words})", clause)
        or re.search(f"/(?:{words})", words_behind)
    }


def _behind_last_figure(evidence: Evidence, figure: RecognisedFigure) -> str:
    """The clause of a figure behind the figure before it, with which an earlier rate goes: 每周派12
    名医生到8家."""
    clause = _clause_to(evidence, figure)
    first = figure.end - len(clause)
    ends = [f.end for f in evidence.text.figures if first < f.end <= figure.start]
    return clause[max(ends, default=first) - first :]


def _clause_to(evidence: Evidence, figure: RecognisedFigure) -> str:
    """The clause of a figure up to its end."""
    text = evidence.text.clean.text[max(0, figure.start - RATE_DISTANCE) : figure.end]
    return re.split("[，,。；;、\n]", text)[-1]
