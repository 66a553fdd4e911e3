"""The lint over rows that are to become facts, and the judgements of their curators on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path

import tomlkit

from drafting.decisions.review_error import AcceptedRowsDoubted, Doubt, sentence
from drafting.lint.finding import Finding
from drafting.lint.judged_findings import FILE
from drafting.lint.linter import Linter
from drafting.review.claim_doubts import BLOCKING_CODES, finding_doubt
from drafting.settlement.new_rows import DAY_LENGTH, NewRow, RowChanges
from graph.model.facts import Facts
from loaders.copies.source_copies import Copies
from ontology.schema.kinds import Statement

JUDGEMENTS_KEY = "judged"
# The form of a judgement in fits.toml: statement, code, curator, day and reason.
JudgedRow = dict[str, str]


def judged_claims(facts: Facts, copies: Copies, changes: RowChanges) -> list[JudgedRow]:
    """The findings on added rows that their curators knew of, as judgements.

    Raises AcceptedRowsDoubted with all findings that block a row, and those that nobody has
    confirmed.
    """
    linter = Linter(facts, copies)
    judgements: dict[tuple[str, str], JudgedRow] = {}
    doubts: dict[str, list[Doubt]] = defaultdict(list)
    for row, finding in _findings(linter, changes.new_rows):
        if finding.code in BLOCKING_CODES or finding.code.value not in row.decision.doubts:
            doubts[row.decision.draft.id].append(finding_doubt(finding))
        else:
            key = finding.statement, finding.code.value
            judgements[key] = _judgement(row, finding)
    if doubts:
        raise AcceptedRowsDoubted(doubts)
    return list(judgements.values())


def judgement_file(
    folder: Path, judgements: list[JudgedRow], statements: Collection[str]
) -> bytes | None:
    """`fits.toml` with further judgements, and without those of statements that are no more.

    None if it stays as it is.
    """
    path = folder / FILE
    document = tomlkit.parse(path.read_text(encoding="utf-8-sig") if path.is_file() else "")
    rows = document.get(JUDGEMENTS_KEY, [])
    existing_keys = {(row["statement"], row["code"]) for row in rows}
    remaining = [row for row in rows if row["statement"] in statements]
    new_judgements = [
        row for row in judgements if (row["statement"], row["code"]) not in existing_keys
    ]
    if not new_judgements and len(remaining) == len(rows):
        return None
    document[JUDGEMENTS_KEY] = tomlkit.aot()
    for row in (*remaining, *map(_table, new_judgements)):
        document[JUDGEMENTS_KEY].append(row)
    return tomlkit.dumps(document).encode("utf-8")


def _findings(linter: Linter, rows: tuple[NewRow, ...]) -> Iterator[tuple[NewRow, Finding]]:
    for row in rows:
        if isinstance(row.value, Statement):
            for finding in linter.lint_statement(row.value):
                yield row, finding


def _judgement(row: NewRow, finding: Finding) -> JudgedRow:
    reason = sentence("confirmed_at_review")
    return {
        "statement": finding.statement,
        "code": finding.code.value,
        "curator": row.decision.curator,
        "day": row.decision.decided_at[:DAY_LENGTH],
        "reason": f"{reason.zh} {reason.en}",
    }


def _table(row: JudgedRow) -> tomlkit.items.Table:
    table = tomlkit.table()
    for name, value in row.items():
        table[name] = value
    return table
