"""All checks of facts, before new rows become facts."""

from __future__ import annotations

from pathlib import Path

from drafting.decisions.review_error import ActionRefused, sentence
from drafting.review.review_queue import ReviewQueue
from drafting.settlement.claim_checks import judged_claims, judgement_file
from drafting.settlement.new_rows import RowChanges
from drafting.settlement.settlement_step import Progress, SettlementStep
from graph.model.facts import Facts
from graph.model.statement_content import statement_id
from loaders.copies.source_copies import Copies, SpanState
from loaders.copies.verification import Verification, verify
from loaders.facts.facts_folder import read_facts
from loaders.tables.faults import BadFacts
from loaders.talks.talk_reader import read_talks
from ontology.schema.kinds import Source, Statement
from texts.tables import BilingualText


def check_new_facts(
    queue: ReviewQueue, folder: Path, changes: RowChanges, progress: Progress
) -> bytes | None:
    """The new `fits.toml` of facts that may replace the old ones; None if it does not change.

    Raises ActionRefused with every reason why they may not. The whole folder is checked; passages
    and claims only of the added rows.
    """
    progress(SettlementStep.CHECK)
    facts = checked_facts(folder)
    lost_ids = set(queue.facts.statements) - set(facts.statements)
    if len(lost_ids) > len(changes.removed_rows):
        raise ActionRefused(sentence("rows_lost", ids=", ".join(sorted(lost_ids))))
    assert queue.copies is not None
    progress(SettlementStep.VERIFY)
    _check_passages(facts, queue.copies, changes)
    progress(SettlementStep.FITS)
    judgements = judged_claims(facts, queue.copies, changes)
    return judgement_file(folder, judgements, facts.statements)


def checked_facts(folder: Path) -> Facts:
    """The facts of a folder; raises ActionRefused with all faults of them and of its talks."""
    try:
        facts = read_facts(folder)
        read_talks(folder, facts)
    except BadFacts as error:
        reasons = BilingualText(error.text("zh"), error.text("en"))
        raise ActionRefused(sentence("new_faults", reasons=reasons)) from error
    return facts


def _check_passages(facts: Facts, copies: Copies, changes: RowChanges) -> None:
    """Raises ActionRefused with the passages of added rows that a copy does not support."""
    values = [row.value for row in changes.new_rows]
    ids = {statement_id(value) for value in values if isinstance(value, Statement)}
    result = verify(facts, copies)
    reasons = _passage_reasons(result, ids)
    sources = (value for value in values if isinstance(value, Source))
    reasons += [f"{s.code}: {s.file}" for s in sources if copies.is_as_read(s) is not True]
    if reasons:
        raise ActionRefused(sentence("not_verified", reasons="; ".join(reasons)))


def check_readings(facts: Facts, copies: Copies, ids: set[str]) -> None:
    """Raises ActionRefused with the passages of these statements that a copy does not support."""
    if reasons := _passage_reasons(verify(facts, copies), ids):
        raise ActionRefused(sentence("not_verified", reasons="; ".join(reasons)))


def _passage_reasons(result: Verification, ids: set[str]) -> list[str]:
    spans = [
        f"{check.statement} {check.span.start}-{check.span.end} {check.state}"
        for check in result.checked_spots
        if check.statement in ids and check.state is not SpanState.VERIFIED
    ]
    words = [
        f"{wording.statement} {wording.field}: {wording.wording}"
        for wording in result.unwritten
        if wording.statement in ids
    ]
    return spans + words
