"""Whether a claim fits its passages, as the lint says: which of its findings block a row."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from drafting.decisions.review_error import Doubt, sentence
from drafting.lint.finding import Finding, FindingCode
from drafting.lint.linter import Linter
from graph.model.facts import Facts, build_facts_with_ids
from loaders.copies.source_copies import Copies, passages
from loaders.copies.wordings import unwritten_fields
from ontology.schema.kinds import Statement, Thing
from texts.tables import BilingualText

# A row with these is not accepted; about the others a person may know better.
BLOCKING_CODES = frozenset({FindingCode.VALUE, FindingCode.DATE, FindingCode.QUOTE})


class ClaimDoubts:
    """The lint over rows that may name accepted new things, and sources that are drafts."""

    def __init__(self, facts: Facts, copies: Copies, things: Mapping[str, Thing]) -> None:
        self._facts = build_facts_with_ids(facts.dataset, things.values(), facts.statements)
        self._copies = copies
        self._linter = Linter(self._facts, copies)

    def doubts(self, statement: Statement) -> tuple[Doubt, ...]:
        """The doubts about a statement; empty if there is no copy of its source."""
        lint_doubts = tuple(map(finding_doubt, self._linter.lint_statement(statement)))
        blocked_fields = {doubt.field for doubt in lint_doubts if doubt.blocks}
        return (*lint_doubts, *self._wording_doubts(statement, blocked_fields))

    def _wording_doubts(
        self, statement: Statement, blocked_fields: Collection[str]
    ) -> Iterator[Doubt]:
        """The words "as written" that no passage has, with which a row cannot be settled."""
        if statement.source not in self._facts.things:
            return
        passage_texts = passages(self._facts, statement, self._copies)
        words = [passage.words for passage in passage_texts if passage is not None]
        if len(words) < len(passage_texts):
            return
        for field in unwritten_fields("", statement, words):
            if field.field not in blocked_fields:
                message = sentence("words_not_cited", words=field.wording)
                yield Doubt(FindingCode.QUOTE.value, field.field, message, blocks=True)


def finding_doubt(finding: Finding) -> Doubt:
    """A finding of the lint as a doubt about a row."""
    message = BilingualText(finding.text("zh"), finding.text("en"))
    return Doubt(finding.code.value, finding.field, message, blocks=finding.code in BLOCKING_CODES)
