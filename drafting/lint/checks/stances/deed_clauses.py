"""The clauses of a passage that tell its deed, and the word for an event in them."""

from __future__ import annotations

import re
from functools import cache

from drafting.lint.checks.figures.check import written_spots
from drafting.lint.checks.figures.context import stands_as_before
from drafting.lint.evidence import Evidence
from drafting.text.clean_text import CleanText
from drafting.text.sentences import Stretch, clauses
from drafting.words.word_tables import word_alternatives
from ontology.schema.fields import LOCAL_NAME
from ontology.schema.kinds import Happening, Measurement

# What joins an attribute to what has it.
ATTRIBUTE_MARK = "的"
# A verb of coming, going or seeing that somebody has done once.
BEEN = "[来去到看][看学访]?过|[来去]了|前往"


def deed_clauses(evidence: Evidence) -> tuple[Stretch, ...]:
    """The clauses of the passage with the figure or the local name; else the whole passage."""
    if figure := clauses_of_figure(evidence):
        return figure
    name = CleanText(getattr(evidence.statement, LOCAL_NAME, None) or "").text
    parts = clauses(evidence.text.clean.text, evidence.stretch)
    naming_clauses = tuple(part for part in parts if name and name in evidence.read(part))
    return naming_clauses or (evidence.stretch,)


def clauses_of_figure(evidence: Evidence) -> tuple[Stretch, ...]:
    """The clauses of the passage with the figure of a measurement."""
    statement = evidence.statement
    if not isinstance(statement, Measurement):
        return ()
    written = CleanText(statement.value_written).text
    parts = clauses(evidence.text.clean.text, evidence.stretch)
    return tuple(part for part in parts if written in evidence.read(part))


def is_present_state(evidence: Evidence) -> bool:
    """Whether a figure tells what is so before a plan: the value from which it starts (由现在的58%
    提高到65%), or an attribute of a party (得分低于75分的甲县)."""
    statement = evidence.statement
    if not isinstance(statement, Measurement):
        return False
    spots = written_spots(evidence, CleanText(statement.value_written).text)
    figures = [figure for spot in spots for figure in evidence.text.figures_in(spot)]
    attribute_ends = {place.start - len(ATTRIBUTE_MARK) for place in evidence.text.coded_places}
    return any(
        stands_as_before(evidence, figure)
        or evidence.text.clean.text.startswith(ATTRIBUTE_MARK, figure.end)
        and figure.end in attribute_ends
        for figure in figures
    )


@cache
def _event_pattern() -> re.Pattern[str]:
    """A verb of an event, or a verb of coming or seeing with the mark of what has been: 来过."""
    return re.compile(f"{word_alternatives('event_verbs')}|{BEEN}")


def is_behind_event(evidence: Evidence, word: str) -> bool:
    """Whether a word comes after the first word for an event in the passage of a happening."""
    event = _event_pattern().search(evidence.passage)
    is_happening = isinstance(evidence.statement, Happening)
    return is_happening and event is not None and evidence.passage.find(word) >= event.end()
