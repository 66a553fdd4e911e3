"""Facts become studies: deeds only, dates as intervals in years, silence as silence."""

from __future__ import annotations

from datetime import date
from math import inf

import pytest

from graph.diffusion.data import UNDATED, Span
from graph.diffusion.dates import first, since, span, year
from graph.diffusion.from_facts import Choice, study_of
from ontology.kinds import Adoption, Mechanism, Organisation, Place, Stance


def test_a_year_goes_from_its_first_day_to_its_last():
    assert span("2019") == Span(2019.0, 2019 + 364 / 365)
    assert span("2020-07-02") == Span(2020 + 183 / 366, 2020 + 183 / 366)
    assert span("../2024-11") == Span(-inf, year(date(2024, 11, 30)))
    assert span(None) == UNDATED


def test_what_goes_on_since_a_year_began_in_it():
    assert since("2022/..") == span("2022")
    assert since("2021/2023") == span("2021/2023")


def test_of_several_dates_the_first_counts_and_no_date_says_nothing():
    assert first([span("2021"), UNDATED, span("2019/2022")]) == Span(
        2019.0, year(date(2021, 12, 31))
    )
    assert first([UNDATED]) == UNDATED


@pytest.mark.parametrize("implied", [False, True])
def test_plans_and_denials_are_no_adoptions(real_facts, implied):
    deeds = {Stance.STATED, Stance.IMPLIED} if implied else {Stance.STATED}
    wanted = {
        (one.mechanism, one.adopter) for one in real_facts.saying(Adoption) if one.stance in deeds
    }
    study = study_of(real_facts, Choice(implied=implied))
    assert {(m, a) for m, held in study.cascades.items() for a in held} == wanted


def test_a_broader_mechanism_is_taken_up_with_its_narrower_if_asked(real_facts):
    narrow = study_of(real_facts, Choice())
    broad = study_of(real_facts, Choice(narrower=True))
    parts = [one for one in real_facts.of(Mechanism) if one.broader and one.code in narrow.cascades]
    assert parts
    for one in parts:
        for whole in one.broader:
            assert narrow.cascades[one.code].keys() <= broad.cascades[whole].keys()


def test_only_the_chosen_kinds_of_thing_adopt(real_facts):
    study = study_of(real_facts, Choice(kinds=(Place,)))
    places = {one.code for one in real_facts.of(Place)}
    assert study.nodes.keys() == places
    assert all(held.keys() <= places for held in study.cascades.values())
    assert study_of(real_facts, Choice(kinds=(Organisation,))).nodes.keys().isdisjoint(places)


def test_silence_is_not_taken_for_no_unless_the_facts_tell_all(real_facts):
    assert not study_of(real_facts, Choice()).closed
    assert study_of(real_facts, Choice(complete=True)).closed
