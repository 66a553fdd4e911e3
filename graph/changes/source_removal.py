"""Facts without a certain source: all that only this source supports is removed, nothing else."""

from __future__ import annotations

from dataclasses import replace

from graph.model.closure import transitive_closure
from graph.model.facts import Facts
from graph.model.statement_content import references


def without_source(facts: Facts, source: str) -> Facts:
    """The facts as if a source had never been read.

    A thing is removed if only the source's statements name it, directly or through another thing
    that is removed; a thing that no statement named before stays. So does the source itself if
    another source names it.
    """
    removed_ids = {id for id, statement in facts.statements.items() if statement.source == source}
    statements = {
        id: statement for id, statement in facts.statements.items() if id not in removed_ids
    }
    before = _referenced_codes(facts, set(facts.statements))
    after = _referenced_codes(facts, set(statements))
    lost_codes = (before | {source}) - after
    return replace(
        facts,
        things={code: thing for code, thing in facts.things.items() if code not in lost_codes},
        statements=statements,
        non_links=tuple(link for link in facts.non_links if link.source != source),
        withdrawn={
            id: withdrawal
            for id, withdrawal in facts.withdrawn.items()
            if withdrawal.statement.source != source
        },
    )


def _referenced_codes(facts: Facts, ids: set[str]) -> set[str]:
    """The things that these statements name, and those that such things name in turn."""
    codes = (code for id in ids for _, code in references(facts.statements[id]))
    return transitive_closure(
        codes, lambda code: [other_code for _, other_code in references(facts.things[code])]
    )
