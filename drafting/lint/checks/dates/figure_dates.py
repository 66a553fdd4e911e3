"""The date that a passage gives before its figure: it is the date of the figure."""

from __future__ import annotations

import re
from datetime import date

from drafting.lint.evidence import Evidence
from drafting.recognition.dates import RecognisedDate
from drafting.text.clean_text import CleanText
from drafting.text.sentences import Stretch
from loaders.copies.wordings import is_written
from ontology.schema.edtf import edtf_interval
from ontology.schema.kinds import Measurement

# Words before and behind a date that is not that of the figure: 比2020年增长, 2020年以来.
NOT_OF_FIGURE_BEFORE = re.compile("(?:比|较|与|同|从|由|自|和|起|对|初|的)$")
NOT_OF_FIGURE_BEHIND = re.compile("年?(?:以来|前|的)")
# Between two cells of a table, whose figures have their time from the head of their column.
CELL_BORDER = re.compile("[|｜\t]")


def other_date_of_figure(evidence: Evidence) -> RecognisedDate | None:
    """The last date before the figure in its passage, if none there is in its period: the figure of
    one sentence and the time of another. None if the passage has the words of the period."""
    statement = evidence.statement
    if not isinstance(statement, Measurement) or not statement.period:
        return None
    spot = evidence.passage.find(CleanText(statement.value_written).text)
    is_table_row = CELL_BORDER.search(evidence.passage)
    if spot <= 0 or is_table_row or is_written(statement.period_written or "-", evidence.passage):
        return None
    text = evidence.text.clean.text
    lead = Stretch(evidence.stretch.start, evidence.stretch.start + spot)
    dates = [
        day
        for day in evidence.text.dates_in(lead)
        if day.edtf
        and day.end <= lead.end
        and not NOT_OF_FIGURE_BEFORE.search(text[: day.start])
        and not NOT_OF_FIGURE_BEHIND.match(text, day.end)
    ]
    if not dates or any(_overlap(day.edtf, statement.period) for day in dates):
        return None
    return dates[-1]


def _overlap(edtf: str, other: str) -> bool:
    """Whether two dates may have a day in common."""
    first, second = edtf_interval(edtf), edtf_interval(other)
    return (first.earliest or date.min) <= (second.latest or date.max) and (
        second.earliest or date.min
    ) <= (first.latest or date.max)
