"""Rows as a model writes them that makes two rows of a sentence one, or gives parts too freely.

Each wrong cell is right for another row of the same words, or for a thing that is broader, lies
around, or has another part in the event.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from drafting.recognition.stances import sentence_of
from drafting.simulation.misreadings import MAX_DISTANCE, Misreader
from drafting.simulation.simulated_answers import Row
from drafting.text.sentences import Stretch
from ontology.schema.fields import WRITTEN_SUFFIX, reference_fields
from ontology.schema.kinds import (
    Adoption,
    Borders,
    Happening,
    LearnedFrom,
    Mechanism,
    Organisation,
    Part,
    Place,
    ReformModel,
    Statement,
    Within,
)

# A clause of a passage, of which a model makes a local name by its first letters.
CLAUSE, MIN_LETTERS, MAX_LETTERS = re.compile("[^，,、。；：“”]+"), 3, 8
YEAR = re.compile("(?<![0-9])((?:19|20)[0-9]{2})年")


class RowMerger(Misreader):
    """Misreads statements like its base, and merges them with those beside them."""

    def families(self) -> Sequence[Callable[[Statement], Row | None]]:
        """The ways to misread a statement, a family each."""
        return (
            *super().families(),
            self.date_of_row_beside,
            self.party_of_row_beside,
            self.name_of_row_beside,
            self.event_of_row_beside,
            self.mechanism_of_row_beside,
            self.broader_mechanism,
            self.narrower_mechanism,
            self.place_for_organisation,
            self.guest_for_organiser,
            self.visited_for_guest,
            self.model_of_paragraph,
            self.year_without_words,
            self.clause_as_name,
        )

    def date_of_row_beside(self, statement: Statement) -> Row | None:
        """The date of another row of the sentence, with both passages as the quotation."""
        field = type(statement).date_field or ""
        own = getattr(statement, field, None)
        for other in self._rows_beside(statement):
            date = getattr(other, field, None)
            if date and date != own:
                written = field + WRITTEN_SUFFIX
                cells = {field: str(date), written: getattr(other, written, None)}
                return {**self._merged_row(statement, other), **cells}
        return None

    def party_of_row_beside(self, statement: Statement) -> Row | None:
        """Who does the deed of another row of the sentence."""
        if isinstance(statement, Within | Borders | Happening):
            return None
        field = reference_fields(type(statement))[0].name
        return self._with_cell_of_row_beside(statement, field)

    def name_of_row_beside(self, statement: Statement) -> Row | None:
        """The local name of another deed of the sentence."""
        if not isinstance(statement, Adoption):
            return None
        for other in self._rows_beside(statement):
            name = getattr(other, "local_name", None)
            is_other_deed = getattr(other, "mechanism", "") != statement.mechanism
            if name and name != statement.local_name and is_other_deed:
                return {**self._merged_row(statement, other), "local_name": name}
        return None

    def event_of_row_beside(self, statement: Statement) -> Row | None:
        """The event of another row of the sentence."""
        is_happening = isinstance(statement, Happening)
        return self._with_cell_of_row_beside(statement, "event") if is_happening else None

    def mechanism_of_row_beside(self, statement: Statement) -> Row | None:
        """The mechanism of another deed of the sentence."""
        is_deed = isinstance(statement, Adoption)
        return self._with_cell_of_row_beside(statement, "mechanism") if is_deed else None

    def broader_mechanism(self, statement: Statement) -> Row | None:
        """A mechanism that is broader than the one the words tell."""
        mechanism = self._things.get(getattr(statement, "mechanism", None) or "")
        if not isinstance(mechanism, Mechanism) or not mechanism.broader:
            return None
        return {**self._row(statement), "mechanism": self._name(mechanism.broader[0])}

    def narrower_mechanism(self, statement: Statement) -> Row | None:
        """A mechanism that is narrower than the one the words tell."""
        code = getattr(statement, "mechanism", None)
        narrower = [
            thing.code
            for thing in self._things.values()
            if isinstance(thing, Mechanism) and code in thing.broader
        ]
        return {**self._row(statement), "mechanism": self._name(narrower[0])} if narrower else None

    def place_for_organisation(self, statement: Statement) -> Row | None:
        """The place in whose name an organisation's begins, instead of the organisation."""
        for field in () if isinstance(statement, Within) else reference_fields(type(statement)):
            party = self._things.get(getattr(statement, field.name) or "")
            if not isinstance(party, Organisation) or "Place" not in field.referred_kinds:
                continue
            for place in self._things.values():
                if isinstance(place, Place) and party.name("zh").startswith(place.name("zh")):
                    return {**self._row(statement), field.name: place.name("zh")}
        return None

    def guest_for_organiser(self, statement: Statement) -> Row | None:
        """Who makes an event as one who only takes part."""
        is_maker = isinstance(statement, Happening) and statement.role is Part.ORGANISER
        return {**self._row(statement), "role": Part.PARTICIPANT.value} if is_maker else None

    def visited_for_guest(self, statement: Statement) -> Row | None:
        """A guest as the one that is visited."""
        is_guest = isinstance(statement, Happening) and statement.role is Part.PARTICIPANT
        return {**self._row(statement), "role": Part.VISITED.value} if is_guest else None

    def model_of_paragraph(self, statement: Statement) -> Row | None:
        """A model that only the paragraph names."""
        if not isinstance(statement, Adoption | LearnedFrom) or statement.model is not None:
            return None
        paragraph = self._paragraph(statement)
        for thing in self._things.values():
            if isinstance(thing, ReformModel) and thing.name("zh").strip("“”") in paragraph:
                return {**self._row(statement), "model": thing.name("zh")}
        return None

    def year_without_words(self, statement: Statement) -> Row | None:
        """Another year of the paragraph, without the words that tell it."""
        field = type(statement).date_field
        years = YEAR.findall(self._paragraph(statement))
        if field is None or getattr(statement, field) is not None or not years:
            return None
        return {**self._row(statement), field: years[0], field + WRITTEN_SUFFIX: None}

    def clause_as_name(self, statement: Statement) -> Row | None:
        """The first letters of a clause as the local name of a deed that has none."""
        if not isinstance(statement, Adoption) or statement.local_name is not None:
            return None
        row = self._row(statement)
        parts = [part for part in CLAUSE.findall(row["quote"]) if len(part) >= MIN_LETTERS]
        return {**row, "local_name": parts[-1][:MAX_LETTERS]} if parts else None

    def _is_curated(self, statement: Statement, row: Row) -> bool:
        """As in the base; but a row with another local name says something else."""
        has_other_name = row.get("local_name") != self._row(statement).get("local_name")
        return not has_other_name and super()._is_curated(statement, row)

    def _with_cell_of_row_beside(self, statement: Statement, field: str) -> Row | None:
        """The row with a thing of another row of the sentence."""
        for other in self._rows_beside(statement):
            code = getattr(other, field)
            if code != getattr(statement, field):
                return {**self._merged_row(statement, other), field: self._name(code)}
        return None

    def _rows_beside(self, statement: Statement) -> Sequence[Statement]:
        """The other statements of the kind in the sentence of a statement."""
        text = self._simulation.texts[statement.source]
        sentence = sentence_of(text, Stretch(statement.start, statement.end))
        return [
            other
            for other in self._by_source[statement.source]
            if type(other) is type(statement)
            and other is not statement
            and abs(other.start - statement.start) <= MAX_DISTANCE
            and sentence.start <= other.start < sentence.end
        ]

    def _merged_row(self, statement: Statement, other: Statement) -> Row:
        """The right row with the passages of both as one quotation."""
        start, end = min(statement.start, other.start), max(statement.end, other.end)
        quote = self._simulation.texts[statement.source][start:end]
        return {**self._row(statement), "quote": quote}

    def _paragraph(self, statement: Statement) -> str:
        text = self._simulation.texts[statement.source]
        first = text.rfind("\n", 0, statement.start) + 1
        return text[first:].split("\n")[0]
