"""Whether a claim fits its passages, as the lint says: which of its findings block a row."""

from __future__ import annotations

from collections.abc import Mapping

from drafting.decisions.review_error import Doubt
from drafting.lint.finding import Finding, FindingCode
from drafting.lint.linter import Linter
from graph.model.facts import Facts, build_facts_with_ids
from loaders.source_copies import Copies
from ontology.schema.kinds import Statement, Thing
from texts.tables import BilingualText

# A row with these is not accepted; about the others a person may know better.
BLOCKING_CODES = frozenset({FindingCode.VALUE, FindingCode.DATE, FindingCode.QUOTE})


class ClaimDoubts:
    """The lint over rows that may name accepted new things, and sources that are drafts."""

    def __init__(self, facts: Facts, copies: Copies, things: Mapping[str, Thing]) -> None:
        all_facts = build_facts_with_ids(facts.dataset, things.values(), facts.statements)
        self._linter = Linter(all_facts, copies)

    def doubts(self, statement: Statement) -> tuple[Doubt, ...]:
        """The doubts about a statement; empty if there is no copy of its source."""
        return tuple(map(_doubt, self._linter.lint_statement(statement)))


def _doubt(finding: Finding) -> Doubt:
    sentence = BilingualText(finding.text("zh"), finding.text("en"))
    return Doubt(finding.code.value, finding.field, sentence, blocks=finding.code in BLOCKING_CODES)
