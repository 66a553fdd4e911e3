"""Who did a mechanism: its own adopters, those of narrower ones apart, each counted once."""

from __future__ import annotations

from graph.compare.uptake_counts import uptake_counts
from ontology.schema.kinds import Adoption, Stance


def test_narrower_mechanisms_are_counted_apart_and_each_adopter_once(small_facts):
    own, *narrower = uptake_counts(small_facts, "lending")
    assert own.adopters == frozenset()
    assert {count.mechanism for count in narrower} == {"shared-card", "mobile-library"}
    assert own.all_adopters == narrower[0].all_adopters | narrower[1].all_adopters
    assert len(own.all_adopters) < sum(len(count.all_adopters) for count in narrower)


def test_the_years_are_those_of_the_first_and_last_dated_adoption(small_facts):
    (card,) = uptake_counts(small_facts, "shared-card")
    assert (card.first_year, card.last_year) == (1999, 2001)


def test_a_denied_or_planned_adoption_is_none(small_facts):
    (night,) = uptake_counts(small_facts, "night-opening")
    others = {
        deed.adopter
        for deed in small_facts.statements_of(Adoption)
        if deed.mechanism == "night-opening" and deed.stance in (Stance.DENIED, Stance.PLANNED)
    }
    assert others and not others & night.adopters
