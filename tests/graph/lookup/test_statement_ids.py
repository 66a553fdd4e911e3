"""A statement is found by its id as readers type it."""

from __future__ import annotations

import pytest

from graph.lookup.statement_ids import ids_beginning, looks_like_id, nearest_ids
from ontology.schema.kinds import LearnedFrom


@pytest.fixture(scope="module")
def id(small_facts) -> str:
    return next(id for id, s in small_facts.statements.items() if isinstance(s, LearnedFrom))


def test_an_id_is_found_in_full_by_its_beginning_by_its_hash_and_in_an_iri(small_facts, id):
    for typed in (id, id.upper(), f" {id}\n", f"`{id}`", f"https://x.example/graph/{id}"):
        assert ids_beginning(small_facts, typed) == (id,)
    assert id in ids_beginning(small_facts, id[:-6])
    assert id in ids_beginning(small_facts, id.rpartition("-")[2][:8])
    assert ids_beginning(small_facts, " ") == ids_beginning(small_facts, "nobody") == ()
    assert len(ids_beginning(small_facts, "adoption", limit=2)) == 2


def test_a_slip_in_a_digit_still_finds_the_nearest(small_facts, id):
    kind, _, digits = id.rpartition("-")
    other = "0" if digits[5] != "0" else "1"
    slips = [
        digits[:5] + other + digits[6:],
        digits[:5] + digits[6:],
        digits[:5] + other + digits[5:],
        digits[:7],
    ]
    for slip in slips:
        assert nearest_ids(small_facts, f"{kind}-{slip}")[0] == id
        assert nearest_ids(small_facts, f"adoption-{slip}")[0] == id
    assert nearest_ids(small_facts, "nobody") == ()


@pytest.mark.parametrize("typed", ["adoption-3f", "learned_from-0a1b2c3d4e5f", "0a1b2c3d"])
def test_what_can_only_be_an_id_looks_like_one(typed):
    assert looks_like_id(typed)


@pytest.mark.parametrize("typed", ["adoption", "alder-city", "2019", "三明", "face", "10-x", ""])
def test_a_name_or_a_code_does_not_look_like_an_id(typed):
    assert not looks_like_id(typed)
