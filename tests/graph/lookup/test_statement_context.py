"""What stands around a statement."""

from __future__ import annotations

from graph.lookup.statement_context import fact_of, statement_or_withdrawn, statements_at_same_spot


def test_a_statement_belongs_to_one_fact_that_names_it(small_facts):
    for id in small_facts.statements:
        fact = fact_of(small_facts, id)
        assert fact is not None and id in fact.statement_ids
    assert fact_of(small_facts, "nobody") is None


def test_what_else_is_said_there_shares_source_and_characters_and_is_mutual(small_facts):
    pairs = {
        (id, other)
        for id in small_facts.statements
        for other in statements_at_same_spot(small_facts, id)
    }
    assert pairs and {(other, id) for id, other in pairs} == pairs
    for id, other in pairs:
        this, that = (statement_or_withdrawn(small_facts, each) for each in (id, other))
        assert id != other and this.source == that.source
        assert max(this.start, that.start) < min(this.end, that.end)
    apart = [
        (id, other)
        for id, this in small_facts.statements.items()
        for other, that in small_facts.statements.items()
        if id != other and this.source == that.source and this.start == that.start
    ]
    assert set(apart) <= pairs
