"""Random expressions: the embedded engine answers as each line of Neo4j does, or refuses."""

from __future__ import annotations

import pytest

from tests.dialect.comparison import REFUSAL, answer
from tests.dialect.expression_generator import Generator

QUERIES = 400
# Few refusals: a generator whose expressions are mostly refused would show nothing.
MAX_REFUSED = 0.25


@pytest.mark.parametrize("seed", [1, 2])
def test_no_generated_query_is_answered_otherwise_in_silence(seed, real_embedded, real_neo4j):
    generator = Generator(seed)
    different, refused = [], 0
    for query in (generator.query() for _ in range(QUERIES)):
        ours = answer(real_embedded, query)
        theirs = answer(real_neo4j, query)
        if ours == REFUSAL:
            refused += theirs != REFUSAL
        elif ours != theirs:
            different.append(f"{query}: {ours} and not {theirs}")
    assert different == []
    assert refused <= MAX_REFUSED * QUERIES
