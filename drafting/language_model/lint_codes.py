"""The lint as the gate asks it: the codes of the findings on a statement of one article."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.drafters.article import Article
from drafting.language_model.gate import Lint
from drafting.lint.evidence import Evidence, evidence
from drafting.lint.finding import FindingCode
from drafting.lint.linter import CHECKS
from drafting.lint.thing_names import thing_names
from drafting.recognition.stances import denied_by, planned_by
from graph.model.facts import Facts
from graph.model.statement_content import references
from ontology.schema.enums import Stance
from ontology.schema.kinds import (
    Borders,
    Endorsement,
    Indicator,
    Measurement,
    Place,
    Statement,
    Within,
)

# Kinds that are judgements or about places: words of a plan near them are no finding.
JUDGEMENTS = (Endorsement, Within, Borders)


def lint_codes(facts: Facts, article: Article) -> Lint | None:
    """The lint of an article, which may be of a source that the facts do not have yet.

    None for a language without tables of words: the few checks there are no reason to admit a row.
    """
    text = article.recognised_text
    if not text.has_word_tables:
        return None
    names = thing_names(facts)

    def codes(statement: Statement) -> set[str]:
        passages = evidence("", statement, text, article.clauses)
        if passages is None:
            return {FindingCode.QUOTE.value}
        findings = {f.code.value for check in CHECKS for f in check(passages, names)}
        findings |= set(_not_understood(passages)) | set(_faults(facts, statement))
        return findings | set(_stance_doubts(passages)) | set(_other_places(facts, passages))

    return codes


def _not_understood(passages: Evidence) -> Iterator[str]:
    """A figure that the rules cannot read in its passage, so that no check covers it."""
    statement = passages.statement
    if isinstance(statement, Measurement):
        figures = passages.text.figures_in(passages.stretch)
        if all(figure.value != statement.value for figure in figures):
            yield FindingCode.VALUE.value


def _stance_doubts(passages: Evidence) -> Iterator[str]:
    """A row of any kind that is stated as done, although the words plan or deny it."""
    if passages.statement.stance is Stance.STATED and not isinstance(
        passages.statement, JUDGEMENTS
    ):
        if planned_by(passages.text, passages.stretch):
            yield FindingCode.PLANNED.value
        if denied_by(passages.text, passages.stretch):
            yield FindingCode.DENIED.value


def _other_places(facts: Facts, passages: Evidence) -> Iterator[str]:
    """A place that no passage names, while a passage names another that is not in the row."""
    statement, text = passages.statement, passages.text
    codes = {code for _, code in references(statement) if isinstance(facts.things.get(code), Place)}
    lies_in = {code for own in codes for code in text.gazetteer.ancestors(own)}
    named = {place.code for s in passages.stretches for place in text.places_in(s)}
    if not isinstance(statement, Within | Borders) and codes - named and named - codes - lies_in:
        yield FindingCode.PARTY.value


def _faults(facts: Facts, statement: Statement) -> Iterator[str]:
    """Rows that the facts could not hold: an edge back to its start, a figure in another unit."""
    edge = statement.edges[0]
    if getattr(statement, edge.start, None) == getattr(statement, edge.end):
        yield FindingCode.PARTY.value
    if isinstance(statement, Measurement):
        indicator = facts.things.get(statement.indicator)
        if isinstance(indicator, Indicator) and indicator.unit != statement.unit:
            yield FindingCode.UNIT.value
