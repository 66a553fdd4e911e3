"""A model's drafts beside the statements that curators accepted from the same source."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.drafts.draft import Draft
from drafting.language_model.gate import GateFigures, Verdict, gate_figures, verdict
from drafting.language_model.row_reader import draft_row
from graph.model.facts import Facts
from graph.model.statement_content import content_values
from ontology.schema.kinds import Statement


def curated_figures(
    drafts: Sequence[Draft], refused_count: int, facts: Facts
) -> GateFigures | None:
    """The gate's figures, as far as curated statements show which rows are right.

    A draft is right if a curated statement of its kind says the same and shares a letter of its
    passage. Refused rows count as wrong. None if the sources of the drafts have no statement.
    """
    sources = {draft.source for draft in drafts}
    curated = [s for s in facts.statements.values() if s.source in sources]
    if not curated:
        return None
    judged = [(_is_right(draft, curated), verdict(draft)) for draft in drafts]
    return gate_figures([*judged, *[(False, Verdict.REFUSED)] * refused_count])


def _is_right(draft: Draft, curated_statements: Sequence[Statement]) -> bool:
    row = draft_row(draft)
    if isinstance(row, list) or not isinstance(row.value, Statement):
        return False
    return any(_says_the_same(row.value, statement) for statement in curated_statements)


def _says_the_same(drafted_statement: Statement, curated_statement: Statement) -> bool:
    return (
        type(drafted_statement) is type(curated_statement)
        and drafted_statement.source == curated_statement.source
        and drafted_statement.start < curated_statement.end
        and curated_statement.start < drafted_statement.end
        and content_values(drafted_statement) == content_values(curated_statement)
    )
