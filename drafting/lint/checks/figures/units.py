"""The unit of a figure, by the tables of words and by the units' own names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from drafting.lint.evidence import Evidence
from drafting.lint.thing_names import ThingNames
from drafting.recognition.numbers.recognised_figure import RecognisedFigure
from drafting.text.sentences import Stretch
from drafting.words.word_tables import alternatives, pairs
from ontology.schema.kinds import Bound, Measurement

# Units that count things one by one; texts name the counted things, not always the unit.
COUNTS = {"count", "institution"}
# Units of a number without a word for a unit: 三赴.
UNITS_WITHOUT_WORD = COUNTS | {"instance", "share"}
# How far after a figure its unit may stand, and the signs that end its clause.
UNIT_DISTANCE, CLAUSE_ENDS = 2, "[，,。；;：:、（(\n]"
# How far behind 八个 the word for people may stand, and how such words end.
PEOPLE = re.compile("[\u4e00-\u9fff]{0,3}?[人员长师生者医友伴民]|(?=[，,。；;、]|$)")
# Words of measure for what happens a number of times.
TIMES = ("场", "回", "轮", "期", "届", "遍", "批", "趟")
# How many of a unit are one of a smaller unit.
PARTS = {
    ("hour", "minute"): 60,
    ("day", "hour"): 24,
    ("week", "day"): 7,
    ("year", "month"): 12,
    ("month", "day"): 30,
}
# How many percent are one time as much.
PERCENT, MULTIPLE, PERCENT_OF_ONE = "percent", "multiple", 100


def figure_of_other_unit(text: str, value: Decimal, spots: Sequence[Stretch]) -> RecognisedFigure:
    """A figure whose unit no table of words has, with the bound that its words tell."""
    spot = spots[0] if spots else Stretch(0, 0)
    before = pairs("bounds", "bound", position="before")
    after = pairs("bounds", "bound", position="after")
    distant = pairs("bounds", "bound", position="distant")
    lead_text, words = text[max(0, spot.start - 8) : spot.start], text[spot.start : spot.end]
    lead_text = re.split("[，,。；;：:\n]", lead_text)[-1]
    bound = "="
    for word in sorted(distant, key=len):
        bound = distant[word] if word in lead_text else bound
    for word in sorted(before, key=len):
        bound = before[word] if lead_text.endswith(word) or words.startswith(word) else bound
    for word in sorted(after, key=len):
        stands = words.endswith(word) or text.startswith(word, spot.end)
        bound = after[word] if stands else bound
    return RecognisedFigure(spot.start, spot.end, value, Bound(bound), "", "", words)


def is_in_unit(evidence: Evidence, figure: RecognisedFigure, names: ThingNames) -> bool:
    """Whether a figure is in the statement's unit, by its code or by the units' own names.

    The longest name of a unit that stands at the figure's end is its unit: 个百分点, not 个.
    """
    statement = evidence.statement
    assert isinstance(statement, Measurement)
    text = evidence.text.clean.text
    if {statement.unit, figure.unit} <= COUNTS:
        return True
    if named_unit := _named_unit(text, figure, names):
        return statement.unit in named_unit
    if statement.unit == figure.unit:
        return True
    if statement.unit == "count" and figure.unit == "person":
        return names.units.get(statement.indicator) == "count"  # 三名 of what the facts count
    if statement.unit == "person" and figure.unit == "count":
        of_people = re.search("[名人位]", text[figure.start : figure.end])
        return bool(of_people or PEOPLE.match(text, figure.end))
    if statement.unit == "instance" and figure.unit == "count":
        return text[figure.start : figure.end].endswith(TIMES)
    if not figure.unit and (
        statement.unit in UNITS_WITHOUT_WORD or _heads_row(evidence, figure, names)
    ):
        return True
    if not figure.unit and names.units.get(statement.indicator) == statement.unit:
        return True  # the words tell none, and what is measured has this one
    behind = text[figure.start : figure.end + UNIT_DISTANCE]
    words = (*names.names.get(statement.unit, ()), *_words_of(statement.unit))
    is_open = figure.unit not in names.kinds or figure.unit in COUNTS
    return is_open and any(word in behind for word in words)


def _heads_row(evidence: Evidence, figure: RecognisedFigure, names: ThingNames) -> bool:
    """Whether the line of a figure has the statement's unit in brackets: 就诊率(%)|90.3."""
    statement = evidence.statement
    assert isinstance(statement, Measurement)
    text = evidence.text.clean.text
    line = text[text.rfind("\n", 0, figure.start) + 1 : figure.start]
    words = alternatives((*names.names.get(statement.unit, ()), *_words_of(statement.unit)))
    return bool(words and re.search(rf"[(（](?:{words})[)）]", line))


def _named_unit(text: str, figure: RecognisedFigure, names: ThingNames) -> set[str]:
    """The units of the facts, with names that no table has, whose name a figure ends with."""
    unit_names = pairs("units", "unit")
    behind = re.split(CLAUSE_ENDS, text[figure.end : figure.end + UNIT_DISTANCE])[0]
    words = text[figure.start : figure.end]
    ends = (words, words + behind)
    fitting = {
        code: max(
            (len(n) for n in names.names[code] if any(e.endswith(n) for e in ends)), default=0
        )
        for code in names.codes.get("Unit", ())
    }
    longest = max(fitting.values(), default=0)
    codes = {code for code, length in fitting.items() if length == longest > 0}
    own_units = {code for code in codes if code not in unit_names.values()}
    return codes if own_units else set()


def _words_of(unit: str) -> list[str]:
    return [written for written, code in pairs("units", "unit").items() if code == unit]


def is_convertible(unit: str, other: str) -> bool:
    """Whether `in_unit` reads a figure in a unit as one in another unit."""
    return (unit, other) == (PERCENT, MULTIPLE) or (unit, other) in PARTS or (other, unit) in PARTS


def in_unit(figure: RecognisedFigure, unit: str) -> Decimal:
    """The value of a figure in another unit of time (2小时 is 120 minutes), or of a part as a
    multiple (十二分之一 is 0.0833 times as much); else as it is."""
    if (figure.unit, unit) == (PERCENT, MULTIPLE):
        return figure.value / PERCENT_OF_ONE
    if (figure.unit, unit) in PARTS:
        return figure.value * PARTS[figure.unit, unit]
    if (unit, figure.unit) in PARTS:
        return figure.value / PARTS[unit, figure.unit]
    return figure.value
