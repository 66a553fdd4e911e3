"""An article with all that is recognised in it, and the subject of each clause."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from drafting.drafters.statement_dates import DATE_COLUMNS, Dating
from drafting.drafts.draft import NEW_PREFIX, Band, Draft, draft_span, filled_cells
from drafting.recognition.dates import RecognisedDate
from drafting.recognition.gazetteer import Gazetteer
from drafting.recognition.mechanisms import MechanismLexicon
from drafting.recognition.numbers.recognised_figure import RecognisedFigure
from drafting.recognition.organisations import RecognisedOrganisation
from drafting.recognition.places import RecognisedPlace
from drafting.recognition.quoted_names import QuotedName, quoted_names
from drafting.recognition.recognised_text import (
    RecognisedText,
    publication_day,
    written_language,
)
from drafting.recognition.stances import denied_by, planned_by
from drafting.recognition.vocabulary import (
    NO_INDICATORS,
    NO_NAMED_THINGS,
    IndicatorLexicon,
    NamedThings,
    Vocabulary,
)
from drafting.subjects.parties import NO_SUBJECT, Parties
from drafting.subjects.recognised_parties import recognised_parties
from drafting.subjects.subject import Clause, clauses_with_subjects
from drafting.text.article_tables import ArticleTable, tables
from drafting.text.body import is_item, is_paragraph
from drafting.text.clean_text import CleanText
from drafting.text.sentences import Stretch, paragraphs
from ontology.schema.enums import Stance
from ontology.schema.value_types import TextSpan

# How many lines at the beginning may be titles.
TITLE_LINES = 3
EDGES = " ，,。；;：:、！!？?\n"


@dataclass(frozen=True, eq=False)
class Article:
    """A source's text; all positions are those of the clean text.

    Two articles are never equal, so that what is computed of one can be kept for it.
    """

    source: str
    recognised_text: RecognisedText
    lexicon: MechanismLexicon
    named_things: NamedThings = NO_NAMED_THINGS
    indicators: IndicatorLexicon = NO_INDICATORS

    @property
    def clean(self) -> CleanText:
        """The text."""
        return self.recognised_text.clean

    @property
    def gazetteer(self) -> Gazetteer:
        """The known places."""
        return self.recognised_text.gazetteer

    @property
    def figures(self) -> tuple[RecognisedFigure, ...]:
        """All figures of the text."""
        return self.recognised_text.figures

    @property
    def dates(self) -> tuple[RecognisedDate, ...]:
        """All dates of the text."""
        return self.recognised_text.dates

    @property
    def places(self) -> tuple[RecognisedPlace, ...]:
        """All places of the text."""
        return self.recognised_text.places

    @cached_property
    def quoted_names(self) -> tuple[QuotedName, ...]:
        """All quoted names of the text."""
        return quoted_names(self.clean.text)

    @cached_property
    def tables(self) -> tuple[ArticleTable, ...]:
        """The tables of the text."""
        return tables(self.clean.text)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of the article's body with their subjects."""
        return tuple(clauses_with_subjects(self.parties))

    def clause_at(self, position: int) -> Clause | None:
        """The clause with the letter at a position; None if that stands in no clause."""
        return next((c for c in self.clauses if c.stretch.start <= position < c.stretch.end), None)

    @cached_property
    def stances(self) -> Mapping[Stretch, str]:
        """The stance of each clause: several drafts may rest on one."""
        return {c.stretch: self._stance(c.stretch) for c in self.clauses}

    def _stance(self, passage: Stretch) -> str:
        if planned_by(self.recognised_text, passage):
            return Stance.PLANNED.value
        return (
            Stance.DENIED.value if denied_by(self.recognised_text, passage) else Stance.STATED.value
        )

    @cached_property
    def parties(self) -> Parties:
        """The places and organisations of the text."""
        return recognised_parties(self.recognised_text, self.named_things.names("organisation"))

    def organisations_in(self, stretch: Stretch) -> list[RecognisedOrganisation]:
        """The organisations whose names begin in a stretch, in their order."""
        organisations = self.parties.organisations
        return [o for o in organisations if stretch.start <= o.start < stretch.end]

    @cached_property
    def home_place(self) -> str:
        """The code of the place that the text is about, or ""."""
        return self.parties.home or ""

    @cached_property
    def _dating(self) -> Dating:
        return Dating(self.recognised_text, self.clauses)

    def text(self, stretch: Stretch) -> str:
        """The clean letters of a stretch."""
        return self.clean.text[stretch.start : stretch.end]

    def span(self, stretch: Stretch) -> TextSpan:
        """A stretch of the clean text, without signs at its ends, as a span of the raw text."""
        letters = self.text(stretch)
        start = stretch.start + len(letters) - len(letters.lstrip(EDGES))
        end = max(start, stretch.start + len(letters.rstrip(EDGES)))
        return draft_span(self.clean.raw, *self.clean.raw_span(start, end))

    def draft(
        self,
        kind: str,
        clause: Clause,
        cells: Mapping[str, str],
        drafted_by: str,
        *,
        band: Band | None = None,
        candidates: tuple[tuple[str, tuple[str, ...]], ...] = (),
        stretch: Stretch | None = None,
        end: int | None = None,
        other_passages: Sequence[Stretch] = (),
    ) -> Draft:
        """A draft that rests on a clause, or on a stretch of it.

        Its other passages are the one that names the subject, if a cell has that party, those of
        `other_passages`, and those of its date, which stands before `end`, else in the clause. A
        clause without a subject makes it a guess, and so does a heading: its text says it again.
        """
        other_stretches = (
            [clause.subject_passage]
            if clause.subject_passage and clause.names_one_of(cells.values())
            else []
        )
        other_stretches += other_passages
        if column := DATE_COLUMNS.get(kind):
            written_date = self._dating.statement_date(
                kind, clause, clause.stretch.end if end is None else end
            )
            other_stretches += written_date.passages if written_date else ()
            cells = {**cells, **(written_date.cells(column) if written_date else {})}
        return Draft(
            kind=kind,
            source=self.source,
            cells=filled_cells(cells),
            spans=self._spans(stretch or clause.stretch, other_stretches),
            band=Band.GUESS if self._is_title(clause) else band or self._band(clause),
            drafted_by=drafted_by,
            candidates=candidates,
        )

    def _band(self, clause: Clause) -> Band:
        return Band.LOOK if clause.subject else Band.GUESS

    @cached_property
    def _title_lines(self) -> tuple[Stretch, ...]:
        """The first lines that are neither paragraphs nor items of a list."""
        lines = paragraphs(self.clean.text)[:TITLE_LINES]
        return tuple(
            line
            for line in lines
            if not (is_paragraph(self.text(line)) or is_item(self.text(line)))
        )

    def _is_title(self, clause: Clause) -> bool:
        return any(line.start <= clause.stretch.start < line.end for line in self._title_lines)

    def _spans(self, stretch: Stretch, other_stretches: Iterable[Stretch]) -> tuple[TextSpan, ...]:
        """The span of a stretch, then those of the others; spans that share a letter are joined."""
        stretches = [stretch]
        for other_stretch in other_stretches:
            parts = [part for part in stretches if part.overlaps(other_stretch)]
            if parts:
                start = min(part.start for part in [other_stretch, *parts])
                joined_stretch = Stretch(start, max(part.end for part in [other_stretch, *parts]))
                stretches[stretches.index(parts[0])] = joined_stretch
                stretches = [part for part in stretches if part not in parts[1:]]
            else:
                stretches.append(other_stretch)
        return tuple(dict.fromkeys(map(self.span, stretches)))

    def thing_cell(self, table: str, name: str) -> str:
        """The code of the thing of a table with this name, or `new:` and the name."""
        return self.named_things.code(table, name) or f"{NEW_PREFIX}{name}"

    def place_outside_names(self, stretch: Stretch) -> str:
        """The code of the last place that a stretch names outside organisations' names, or ""."""
        name_positions = {
            position for o in self.parties.organisations for position in range(o.start, o.end)
        }
        places_in_stretch = (p for p in self.places if stretch.start <= p.start < stretch.end)
        codes = [
            p.code
            for p in places_in_stretch
            if p.start not in name_positions and p.reason not in NO_SUBJECT
        ]
        return next(filter(None, reversed(codes)), "")

    def innermost(self, start: int, end: int) -> str | None:
        """The code of the innermost of the first row of places that begins between positions."""
        return self.parties.innermost(start, end)


def read_article(source: str, publication_time: str | None, raw: str, words: Vocabulary) -> Article:
    """The article of a source's code, its time of publication in EDTF, and its text."""
    clean = CleanText(raw)
    language, day = written_language(clean.text), publication_day(publication_time)
    recognised_text = RecognisedText(
        clean, language, day, words.gazetteer, words.named_things.names("unit")
    )
    return Article(source, recognised_text, words.lexicon, words.named_things, words.indicators)
