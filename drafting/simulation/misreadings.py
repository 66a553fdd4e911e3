"""Rows as a model writes them that misreads a text: each wrong cell is told near the passage.

Unlike the errors by chance of `simulated_answers`, these quote what they need: a whole sentence, a
second passage, or the words of the statement beside.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from drafting.recognition.stances import sentence_of
from drafting.simulation.simulated_answers import Row, SimulatedRow, Simulation
from drafting.text.sentences import Stretch
from ontology.schema.fields import content_fields, reference_fields
from ontology.schema.kinds import (
    Counting,
    DerivedFrom,
    Endorsement,
    Happening,
    LearnedFrom,
    Learning,
    Measurement,
    MemberOf,
    Membership,
    Organisation,
    Part,
    Place,
    Praise,
    Stance,
    Statement,
    Within,
)

# How far away the statement beside may stand.
MAX_DISTANCE = 150
FIGURE = ("value", "value_written", "bound", "unit", "per")
# The closed choices of a kind, and the two ends of a link.
CHOICES = {
    LearnedFrom: ("how", Learning),
    Endorsement: ("how", Praise),
    MemberOf: ("role", Membership),
    Happening: ("role", Part),
}
ENDS = {
    LearnedFrom: ("learner", "teacher"),
    DerivedFrom: ("model", "origin"),
    Endorsement: ("endorser", "endorsed"),
    Within: ("part", "whole"),
}
YEAR = re.compile("(?<![0-9])((?:19|20)[0-9]{2})年")
# A rank that no text tells, and the wordings of a row, which do not make it another statement.
INVENTED_RANK, WORDS = "第一", ("quote", "also", "local_name")


class Misreader:
    """Misreads the statements of a simulation, some of each family."""

    def __init__(self, simulation: Simulation) -> None:
        self._simulation, self._things = simulation, simulation.facts.things
        self._by_source: dict[str, list[Statement]] = defaultdict(list)
        for statement in simulation.statements:
            self._by_source[statement.source].append(statement)

    def rows(self, rows_of_family: int = 8) -> Iterator[SimulatedRow]:
        """At most so many rows of each family; none that says what another statement says."""
        for family in self.families():
            pool = list(self._simulation.statements)
            self._simulation.random.shuffle(pool)
            count = 0
            for statement in pool:
                row = family(statement) if count < rows_of_family else None
                if row is not None and not self._is_curated(statement, row):
                    count += 1
                    kind = LearnedFrom if "learner" in row else None
                    yield SimulatedRow(statement, row, family.__name__, kind)

    def families(self) -> Sequence[Callable[[Statement], Row | None]]:
        """The ways to misread a statement, a family each."""
        return (
            self.figure_of_neighbour,
            self.indicator_of_neighbour,
            self.earlier_value,
            self.other_year,
            self.ends_exchanged,
            self.other_choice,
            self.visit_for_lesson,
            self.whole_for_part,
            self.deed_implied,
            self.rank_invented,
            self.label_for_figure,
            self.figure_alone,
        )

    def figure_of_neighbour(self, statement: Statement) -> Row | None:
        """The figure of the next clause, with both clauses as the quotation."""
        if not isinstance(statement, Measurement):
            return None
        for other in self._figures_beside(statement):
            if other.unit == statement.unit and other.value != statement.value:
                row, other_row = self._row(statement), self._row(other)
                cells = {name: other_row[name] for name in FIGURE}
                start, end = min(statement.start, other.start), max(statement.end, other.end)
                quote = self._simulation.texts[statement.source][start:end]
                return {**row, **cells, "quote": quote}
        return None

    def indicator_of_neighbour(self, statement: Statement) -> Row | None:
        """What the figure of the next clause measures, with the sentence as the quotation."""
        if not isinstance(statement, Measurement):
            return None
        for other in self._figures_beside(statement):
            if other.unit == statement.unit and other.indicator != statement.indicator:
                indicator = self._name(other.indicator)
                return {**self._whole_sentence(statement), "indicator": indicator}
        return None

    def earlier_value(self, statement: Statement) -> Row | None:
        """The value before a change as the one after it."""
        if not isinstance(statement, Measurement) or statement.baseline_written is None:
            return None
        cells = {"value": str(statement.baseline), "value_written": statement.baseline_written}
        empty = dict.fromkeys(("baseline", "baseline_written", "baseline_period"))
        return {**self._whole_sentence(statement), **cells, **empty, "bound": "="}

    def other_year(self, statement: Statement) -> Row | None:
        """Another year of the paragraph, which the row cites."""
        field = type(statement).date_field
        if field is None:
            return None
        own_year = (getattr(statement, field) or "")[:4]
        text = self._simulation.texts[statement.source]
        first = text.rfind("\n", 0, statement.start) + 1
        years = [y for y in YEAR.finditer(text, first, statement.end) if y[1] != own_year]
        if not (own_year and years):
            return None
        row = self._row(statement)
        dated = {field: years[0][1], f"{field}_written": years[0][0]}
        return {**row, **dated, "also": [*row["also"], years[0][0]]}

    def ends_exchanged(self, statement: Statement) -> Row | None:
        """The two ends of a link, with the sentence as the quotation."""
        first, second = ENDS.get(type(statement), ("", ""))
        if not first:
            return None
        row = self._whole_sentence(statement)
        kinds = [type(self._things[getattr(statement, end)]) for end in (first, second)]
        is_alike = kinds[0] is kinds[1] or set(kinds) <= {Place, Organisation}
        return {**row, first: row[second], second: row[first]} if is_alike else None

    def other_choice(self, statement: Statement) -> Row | None:
        """Another of the closed choices: an award for a recommendation, the host for the guest."""
        if type(statement) not in CHOICES:
            return None
        field, choices = CHOICES[type(statement)]
        others = [c.value for c in choices if c is not getattr(statement, field)]
        return {**self._row(statement), field: self._simulation.random.choice(others)}

    def visit_for_lesson(self, statement: Statement) -> Row | None:
        """A lesson where someone only went to see."""
        if not isinstance(statement, Happening) or statement.role is not Part.PARTICIPANT:
            return None
        rows = self._by_source[statement.source]
        lessons = {(r.learner, r.teacher) for r in rows if isinstance(r, LearnedFrom)}
        for other in rows:
            if not isinstance(other, Happening) or other.event != statement.event:
                continue
            ends = statement.participant, other.participant
            if other.role is Part.VISITED and ends not in lessons:
                row = dict.fromkeys(field.name for field in content_fields(LearnedFrom))
                names = {"learner": self._name(ends[0]), "teacher": self._name(ends[1])}
                quotes = {key: self._row(statement)[key] for key in ("quote", "also", "stance")}
                return {**row, **names, **quotes, "how": Learning.LEARNED.value}
        return None

    def whole_for_part(self, statement: Statement) -> Row | None:
        """The place that a party lies in, instead of the party."""
        wholes = {
            r.part: r.whole for r in self._by_source[statement.source] if isinstance(r, Within)
        }
        for field in () if isinstance(statement, Within) else reference_fields(type(statement)):
            whole = wholes.get(getattr(statement, field.name) or "")
            kind = type(self._things[whole]).__name__ if whole else ""
            if whole and kind in field.referred_kinds:
                return {**self._row(statement), field.name: self._name(whole)}
        return None

    def deed_implied(self, statement: Statement) -> Row | None:
        """A plan or a denial as an implied deed."""
        is_none = statement.stance in (Stance.PLANNED, Stance.DENIED)
        return {**self._row(statement), "stance": Stance.IMPLIED.value} if is_none else None

    def rank_invented(self, statement: Statement) -> Row | None:
        """A rank of which no passage tells."""
        row = self._row(statement)
        is_empty = "rank" in row and row["rank"] is None
        return {**row, "rank": INVENTED_RANK} if is_empty else None

    def label_for_figure(self, statement: Statement) -> Row | None:
        """A result as a number that only counts the parts of a name."""
        is_result = isinstance(statement, Measurement) and statement.counts is None
        return {**self._row(statement), "counts": Counting.LABEL.value} if is_result else None

    def figure_alone(self, statement: Statement) -> Row | None:
        """A quotation that is no more than the figure."""
        row = self._row(statement)
        written = row.get("value_written") or ""
        is_part = bool(written) and written in row["quote"] and written != row["quote"]
        return {**row, "quote": written} if is_part else None

    def _row(self, statement: Statement) -> Row:
        return self._simulation.right_row(statement)

    def _name(self, code: str) -> str:
        return self._things[code].name("zh")

    def _whole_sentence(self, statement: Statement) -> Row:
        """The right row with its sentence as the quotation."""
        text = self._simulation.texts[statement.source]
        sentence = sentence_of(text, Stretch(statement.start, statement.end))
        return {**self._row(statement), "quote": text[sentence.start : sentence.end]}

    def _figures_beside(self, statement: Statement) -> Sequence[Measurement]:
        """The other measurements in the sentence of a statement."""
        text = self._simulation.texts[statement.source]
        sentence = sentence_of(text, Stretch(statement.start, statement.end))
        return [
            other
            for other in self._by_source[statement.source]
            if isinstance(other, Measurement)
            and other is not statement
            and abs(other.start - statement.start) <= MAX_DISTANCE
            and sentence.start <= other.start < sentence.end
        ]

    def _is_curated(self, statement: Statement, row: Row) -> bool:
        """Whether a statement of the source says what a row says, in whatever words."""
        if row["quote"] == row.get("value_written"):
            return False  # what is wrong is the quotation
        return any(
            all(their == row.get(key) for key, their in self._row(other).items() if _is_said(key))
            for other in self._by_source[statement.source]
            if row.keys() == self._row(other).keys()
        )


def _is_said(key: str) -> bool:
    return key not in WORDS and not key.endswith("_written")
