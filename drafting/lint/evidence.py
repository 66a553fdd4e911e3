"""The evidence for a statement: its passages in the clean text, and the text around them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from drafting.lint.finding import Finding, FindingCode
from drafting.recognition.recognised_text import RecognisedText
from drafting.recognition.stances import sentence_of
from drafting.subjects.subject import Clause
from drafting.text.sentences import Stretch
from graph.model.statement_content import snake
from loaders.copies.span_search import locate
from ontology.schema.kinds import Statement
from texts.tables import BilingualText

# How many letters around a passage are read for missing parts.
LETTERS_AROUND = 40


@dataclass(frozen=True)
class Evidence:
    """A statement beside its source's text.

    `stretches` are its passages in the clean text, the one that states it first; `id` is the id
    under which findings are reported; `clauses` are those of the text with their subjects.
    """

    id: str
    statement: Statement
    text: RecognisedText
    stretches: tuple[Stretch, ...]
    clauses: tuple[Clause, ...] = ()

    @property
    def kind(self) -> str:
        """The name of the statement's table."""
        return snake(type(self.statement).__name__)

    @property
    def stretch(self) -> Stretch:
        """The passage that states it."""
        return self.stretches[0]

    def read(self, stretch: Stretch) -> str:
        """The clean letters of a stretch."""
        return self.text.clean.text[stretch.start : stretch.end]

    @cached_property
    def passage(self) -> str:
        """The words that state it."""
        return self.read(self.stretch)

    @cached_property
    def cited_text(self) -> str:
        """The words of all passages, a line each."""
        return "\n".join(self.read(stretch) for stretch in self.stretches)

    @cached_property
    def surroundings(self) -> str:
        """The words of all passages with the text around them, a line each."""
        return "\n".join(self.read(self.widen(stretch)) for stretch in self.stretches)

    def widen(self, stretch: Stretch, letters: int = LETTERS_AROUND) -> Stretch:
        """A stretch with as many letters on either side as its paragraph has."""
        text = self.text.clean.text
        first = text.rfind("\n", 0, stretch.start) + 1
        line_end = text.find("\n", stretch.end)
        last = len(text) if line_end < 0 else line_end
        return Stretch(max(first, stretch.start - letters), min(last, stretch.end + letters))

    @cached_property
    def sentence(self) -> Stretch:
        """The sentence or sentences that contain the passage."""
        return sentence_of(self.text.clean.text, self.stretch)

    @property
    def sentence_to_passage_end(self) -> Stretch:
        """The sentence from its start to the end of the passage."""
        return Stretch(self.sentence.start, self.stretch.end)

    @cached_property
    def rest_of_sentence(self) -> Evidence:
        """The same with the rest of the sentence as its passage."""
        return replace(self, stretches=(Stretch(self.stretch.end, self.sentence.end),))

    @property
    def is_quotation(self) -> bool:
        """Whether the passage ends with the end of a quotation, behind which its speaker stands."""
        return self.passage.endswith(("”", "」", "”，", "」，"))

    @cached_property
    def led(self) -> Evidence:
        """The same with its paragraph up to the end of the passage as its passage."""
        start = self.stretch.start - len(self.lead)
        return replace(self, stretches=(Stretch(start, self.stretch.end),))

    @cached_property
    def lead(self) -> str:
        """The text before the passage in its paragraph."""
        text = self.text.clean.text
        return text[text.rfind("\n", 0, self.stretch.start) + 1 : self.stretch.start]

    def finding(
        self, code: FindingCode, field: str, key: str, /, **values: str | BilingualText
    ) -> Finding:
        """A finding on this statement."""
        return Finding(self.id, code, field, key, tuple(values.items()))


def evidence(
    id: str, statement: Statement, text: RecognisedText, clauses: tuple[Clause, ...] = ()
) -> Evidence | None:
    """The evidence for a statement; None if the text has not all words that it cites."""
    starts = locate(text.clean.raw, statement.spans)
    stretches = []
    for span in statement.spans:
        start = starts[span]
        if start is None:
            return None
        stretches.append(Stretch(*text.clean.clean_span(start, start + span.end - span.start)))
    return Evidence(id, statement, text, tuple(stretches), clauses)
