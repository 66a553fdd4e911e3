"""An article with all that is recognised in it, and the place that each clause speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from drafting.drafts.draft import NEW, Band, Draft, draft_span, filled
from drafting.recognition.dates import RecognisedDate, dates
from drafting.recognition.figures import RecognisedFigure, figures
from drafting.recognition.gazetteer import Gazetteer
from drafting.recognition.mechanisms import MechanismLexicon
from drafting.recognition.places import PlaceReason, RecognisedPlace, places
from drafting.recognition.vocabulary import NOTHING_NAMED, NamedThings, Vocabulary
from drafting.text.body import body, is_paragraph
from drafting.text.clean_text import CleanText
from drafting.text.sentences import Stretch, clauses, sentences
from ontology.schema.edtf import edtf_interval
from ontology.schema.value_types import TextSpan

NO_SUBJECT = {PlaceReason.COUNTRY, PlaceReason.LETTER}
# How far from its beginning a clause names its subject.
HEAD = 8


@dataclass(frozen=True)
class Clause:
    """A clause with its sentence, and the code of the place it speaks of, if that is certain."""

    stretch: Stretch
    sentence: Stretch
    subject: str | None


@dataclass(frozen=True)
class Article:
    """A source's text; positions of what is recognised are those of the clean text."""

    source: str
    clean: CleanText
    published: date | None
    gazetteer: Gazetteer
    lexicon: MechanismLexicon
    named: NamedThings = NOTHING_NAMED

    @cached_property
    def figures(self) -> tuple[RecognisedFigure, ...]:
        """All figures of the text."""
        return figures(self.clean.text)

    @cached_property
    def dates(self) -> tuple[RecognisedDate, ...]:
        """All dates of the text."""
        return dates(self.clean.text, self.published)

    @cached_property
    def places(self) -> tuple[RecognisedPlace, ...]:
        """All places of the text."""
        return places(self.clean.text, self.gazetteer)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of the article's body with their subjects."""
        return tuple(self._clauses())

    def span(self, stretch: Stretch) -> TextSpan:
        """A stretch of the clean text as a span of the raw text."""
        return draft_span(self.clean.raw, *self.clean.raw_span(stretch.start, stretch.end))

    def draft(
        self,
        kind: str,
        clause: Clause,
        cells: Mapping[str, str],
        drafted_by: str,
        *,
        band: Band | None = None,
        candidates: tuple[tuple[str, tuple[str, ...]], ...] = (),
    ) -> Draft:
        """A draft that rests on a clause; a clause without a place makes it a guess."""
        return Draft(
            kind=kind,
            source=self.source,
            cells=filled(cells),
            spans=(self.span(clause.stretch),),
            band=band or (Band.LOOK if clause.subject else Band.GUESS),
            drafted_by=drafted_by,
            candidates=candidates,
        )

    def thing_cell(self, table: str, name: str) -> str:
        """The code of the thing of a table with this name, or `new:` and the name."""
        return self.named.code(table, name) or f"{NEW}{name}"

    def innermost(self, start: int, end: int) -> str | None:
        """The code of the innermost of the first row of places that begins between two positions.

        A row is written without a gap: a province, its city, its county.
        """
        inside = [place for place in self.places if start <= place.start < end]
        row = [place for place in inside if place.reason not in NO_SUBJECT][:1]
        for place in self.places:
            if row and place.start == row[-1].end and place.reason not in NO_SUBJECT:
                row.append(place)
        return next((place.code for place in reversed(row) if place.code), None)

    def _clauses(self) -> Iterator[Clause]:
        """A heading sets the place spoken of; so does a clause that begins with one."""
        counts = Counter(place.code for place in self.places if place.reason not in NO_SUBJECT)
        subject = counts.most_common(1)[0][0] if counts else None
        text = self.clean.text
        for line in body(text):
            heading = not is_paragraph(text[line.start : line.end])
            if heading:
                subject = self.innermost(line.start, line.end) or subject
            for sentence in sentences(text, line):
                for clause in clauses(text, sentence):
                    head_end = min(clause.end, clause.start + HEAD)
                    subject = self.innermost(clause.start, head_end) or subject
                    yield Clause(clause, sentence, subject)


def read_article(source: str, published: str | None, raw: str, words: Vocabulary) -> Article:
    """The article of a source's code, its day of publication in EDTF, and its text.

    Of a time of publication that is no single day, the first day counts.
    """
    interval = edtf_interval(published) if published else None
    day = interval.earliest or interval.latest if interval else None
    return Article(source, CleanText(raw), day, words.gazetteer, words.lexicon, words.named)
