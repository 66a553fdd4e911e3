"""The lint: every check on one statement, or on all statements of a facts folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from drafting.lint.checks.containment import check_containment
from drafting.lint.checks.dates.check import check_dates
from drafting.lint.checks.digits import check_digits
from drafting.lint.checks.directions import check_directions
from drafting.lint.checks.figures.check import check_figures
from drafting.lint.checks.names import check_names
from drafting.lint.checks.parties import check_parties
from drafting.lint.checks.passages import check_edges, check_wordings
from drafting.lint.checks.stances.check import check_stances
from drafting.lint.evidence import Evidence, evidence
from drafting.lint.finding import Finding, FindingCode
from drafting.lint.thing_names import ThingNames, thing_names
from drafting.recognition.gazetteer import Gazetteer, gazetteer
from drafting.recognition.recognised_text import RecognisedText, publication_day
from drafting.recognition.vocabulary import named_things
from drafting.subjects.recognised_parties import clauses_of
from drafting.subjects.subject import Clause
from drafting.text.clean_text import CleanText
from graph.model.facts import Facts
from graph.model.statement_content import statement_id
from loaders.copies.source_copies import Copies
from ontology.schema.kinds import Source, Statement

CHECKS: Sequence[Callable[[Evidence, ThingNames], Iterator[Finding]]] = (
    check_figures,
    check_dates,
    check_parties,
    check_names,
    check_stances,
    check_directions,
    check_containment,
    check_edges,
)
# The checks for a language without tables of words.
WORDLESS_CHECKS = (check_wordings, check_digits, check_edges)


@dataclass
class Linter:
    """Lints statements of sources if the user has copies of them.

    Texts are read and recognised once. Statements need not be in the facts, but the things that
    they name are looked up there; a code that is not there has no name to check.
    """

    facts: Facts
    copies: Copies
    _texts: dict[str, RecognisedText | None] = field(default_factory=dict)
    _clauses: dict[str, tuple[Clause, ...]] = field(default_factory=dict)

    def lint_statement(self, statement: Statement) -> tuple[Finding, ...]:
        """The findings on one statement; none if there is no copy of its source."""
        text = self.text_of(statement.source)
        if text is None:
            return ()
        id = statement_id(statement)
        passages = evidence(id, statement, text, self._clauses_of(statement.source, text))
        if passages is None:
            return (Finding(id, FindingCode.QUOTE, "start", "not_in_copy"),)
        checks = CHECKS if text.has_word_tables else WORDLESS_CHECKS
        return tuple(finding for check in checks for finding in check(passages, self.names))

    def lint_facts(self) -> tuple[Finding, ...]:
        """The findings on all statements, in the order of the facts."""
        return tuple(
            finding
            for statement in self.facts.statements.values()
            for finding in self.lint_statement(statement)
        )

    @cached_property
    def names(self) -> ThingNames:
        """The names of the things of the facts."""
        return thing_names(self.facts)

    @property
    def missing_copies(self) -> tuple[str, ...]:
        """The codes of the sources without a readable copy."""
        sources = self.facts.things_of(Source)
        return tuple(source.code for source in sources if self.copies.text(source) is None)

    def text_of(self, code: str) -> RecognisedText | None:
        """The text of a source; None if there is no readable copy."""
        if code not in self._texts:
            source = self.facts.things.get(code)
            raw = self.copies.text(source) if isinstance(source, Source) else None
            self._texts[code] = None
            if isinstance(source, Source) and raw is not None:
                published = publication_day(source.published)
                self._texts[code] = RecognisedText(
                    CleanText(raw), source.language, published, self._places, self._units
                )
        return self._texts[code]

    def _clauses_of(self, code: str, text: RecognisedText) -> tuple[Clause, ...]:
        """The clauses of a source's text with their subjects."""
        if code not in self._clauses:
            self._clauses[code] = clauses_of(text, named_things(self.facts).names("organisation"))
        return self._clauses[code]

    @cached_property
    def _units(self) -> Mapping[str, str]:
        return named_things(self.facts).names("unit")

    @cached_property
    def _places(self) -> Gazetteer:
        return gazetteer(self.facts)
