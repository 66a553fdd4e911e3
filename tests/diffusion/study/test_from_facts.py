"""Facts become studies: deeds only, silence as silence, and whom somebody named as a contact."""

from __future__ import annotations

import pytest

from diffusion.study.from_facts import FactSelection, study_from_facts
from ontology.schema.kinds import Adoption, Mechanism, Organisation, Place, Stance


@pytest.mark.parametrize("implied", [False, True])
def test_plans_and_denials_are_no_adoptions(real_facts, implied):
    deeds = {Stance.STATED, Stance.IMPLIED} if implied else {Stance.STATED}
    wanted = {
        (one.mechanism, one.adopter)
        for one in real_facts.statements_of(Adoption)
        if one.stance in deeds
    }
    study = study_from_facts(real_facts, FactSelection(implied=implied))
    assert {(m, a) for m, held in study.cascades.items() for a in held} == wanted


def test_a_broader_mechanism_is_taken_up_with_its_narrower_if_asked(real_facts):
    narrow = study_from_facts(real_facts, FactSelection())
    broad = study_from_facts(real_facts, FactSelection(narrower=True))
    parts = [
        one
        for one in real_facts.things_of(Mechanism)
        if one.broader and one.code in narrow.cascades
    ]
    assert parts
    for one in parts:
        for whole in one.broader:
            assert narrow.cascades[one.code].keys() <= broad.cascades[whole].keys()


def test_only_the_chosen_kinds_of_thing_adopt(real_facts):
    study = study_from_facts(real_facts, FactSelection(kinds=(Place,)))
    places = {one.code for one in real_facts.things_of(Place)}
    assert study.nodes.keys() == places
    assert all(held.keys() <= places for held in study.cascades.values())
    assert (
        study_from_facts(real_facts, FactSelection(kinds=(Organisation,)))
        .nodes.keys()
        .isdisjoint(places)
    )


def test_silence_is_not_taken_for_no_unless_the_facts_tell_all(real_facts):
    assert not study_from_facts(real_facts, FactSelection()).is_closed
    assert study_from_facts(real_facts, FactSelection(complete=True)).is_closed
