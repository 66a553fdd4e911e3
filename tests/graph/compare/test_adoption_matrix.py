"""Places side by side: a denial, a silence and a dispute are three things."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.compare.adoption_matrix import SIGNS, Agreement, Cell, Mark, Row, comparison, taxonomy
from graph.model.facts import Facts, build_facts
from ontology.schema.kinds import Adoption, DerivedFrom, LearnedFrom, Stance

ALDER, BIRCH, CEDAR, DOGWOOD, ELM, ZONE = "11", "12", "21", "22", "23", "hill-road"


def cell(held: Facts, place: str, mechanism: str) -> Cell:
    rows = comparison(held, [place]).rows
    return next(row for row in rows if row.mechanism == mechanism).cells[0]


def with_more(held: Facts, *more: Adoption) -> Facts:
    return build_facts(held.dataset, held.things.values(), [*held.statements.values(), *more])


def adoption(held: Facts, place: str, mechanism: str) -> Adoption:
    return next(
        one
        for one in held.statements_of(Adoption)
        if (one.adopter, one.mechanism) == (place, mechanism)
    )


@pytest.mark.parametrize(
    ("place", "mechanism", "mark"),
    [
        (ALDER, "shared-card", Mark.STATED),
        (DOGWOOD, "mobile-library", Mark.IMPLIED),
        (ELM, "mobile-library", Mark.PLANNED),
        (DOGWOOD, "night-opening", Mark.DENIED),
        (ALDER, "lending", Mark.NARROWER),
        (ALDER, "night-opening", Mark.UNSAID),
        (ZONE, "night-opening", Mark.UNREAD),
    ],
)
def test_a_cell_is_marked_by_what_is_told(small_facts, place, mechanism, mark):
    assert cell(small_facts, place, mechanism).mark is mark


def test_every_mark_has_a_shape_of_its_own():
    assert len(set(SIGNS.values())) == len(Mark)


def test_a_plan_makes_no_broader_mechanism_told_of(small_facts):
    assert cell(small_facts, ELM, "lending").mark is Mark.UNSAID


def test_a_cell_lists_its_own_statements_and_no_others(small_facts):
    found = cell(small_facts, BIRCH, "shared-card")
    assert [small_facts.statements[id] for id in found.statements] == [
        adoption(small_facts, BIRCH, "shared-card")
    ]
    assert found.since == ("2001",)


def test_what_another_source_denies_is_disputed(small_facts):
    said = adoption(small_facts, DOGWOOD, "night-opening")
    other = said.model_copy(update={"source": "hill-notes", "stance": Stance.STATED})
    found = cell(with_more(small_facts, other), DOGWOOD, "night-opening")
    assert found.mark is Mark.DIFFERENT
    assert len(found.statements) == 2


@pytest.mark.parametrize(
    ("since", "source", "mark"),
    [
        ("1995", "hill-notes", Mark.DIFFERENT),
        ("1999-05/..", "hill-notes", Mark.STATED),  # the two dates can both hold
        ("1995", "north-daily", Mark.STATED),  # one source does not differ from itself
    ],
)
def test_dates_that_cannot_both_hold_are_disputed(small_facts, since, source, mark):
    said = adoption(small_facts, ALDER, "shared-card")
    dated = said.model_copy(update={"since": "1999"})
    other = said.model_copy(update={"source": source, "since": since})
    kept = [one for one in small_facts.statements.values() if one != said]
    held = build_facts(small_facts.dataset, small_facts.things.values(), [*kept, dated, other])
    assert cell(held, ALDER, "shared-card").mark is mark


def test_stated_and_implied_are_no_dispute(small_facts):
    said = adoption(small_facts, DOGWOOD, "mobile-library")
    other = said.model_copy(update={"source": "hill-notes", "stance": Stance.STATED})
    assert cell(with_more(small_facts, other), DOGWOOD, "mobile-library").mark is Mark.STATED


def test_from_whom_is_told_only_through_the_model_that_was_learned(small_facts):
    found = cell(small_facts, BIRCH, "shared-card")
    assert found.teachers == (ALDER,)
    told = {type(small_facts.statements[id]) for id in found.lessons}
    assert told <= {LearnedFrom, DerivedFrom} and told
    # Birch learned from Alder, but no text says that it learned to open at night
    assert cell(small_facts, BIRCH, "night-opening").teachers == ()


def test_lessons_of_any_kind_head_the_table_with_their_stance(small_facts):
    found = comparison(small_facts, [BIRCH, ELM, ALDER]).lessons
    assert (found[0].mark, found[0].teachers) == (Mark.STATED, (ALDER,))
    assert (found[1].mark, found[1].teachers) == (Mark.PLANNED, (ALDER,))
    assert found[2].mark is Mark.UNSAID and found[2].statements == ()


def test_a_denied_lesson_is_not_listed_among_the_stated(small_facts):
    lesson = comparison(small_facts, [DOGWOOD]).lessons[0]
    assert lesson.mark is Mark.STATED
    assert lesson.teachers == (CEDAR,)  # that from Birch is denied


def row(*marks: Mark) -> Row:
    return Row("m", 0, tuple(Cell(mark) for mark in marks))


@pytest.mark.parametrize(
    ("marks", "agreement"),
    [
        ((Mark.STATED, Mark.IMPLIED), Agreement.ALIKE),
        ((Mark.STATED, Mark.DENIED), Agreement.DIFFERENT),
        ((Mark.STATED, Mark.PLANNED), Agreement.DIFFERENT),
        ((Mark.STATED, Mark.UNSAID), Agreement.PARTIAL),
        ((Mark.DENIED, Mark.UNREAD), Agreement.PARTIAL),
        ((Mark.DIFFERENT, Mark.DIFFERENT), Agreement.DIFFERENT),
        ((Mark.UNSAID, Mark.UNREAD), Agreement.SILENT),
    ],
)
def test_silence_is_never_a_difference(marks, agreement):
    assert row(*marks).agreement is agreement


def test_a_branch_holds_its_mechanism_and_the_narrower_ones(small_facts):
    assert taxonomy(small_facts, "outreach") == [("outreach", 0), ("mobile-library", 1)]


def test_a_mechanism_with_two_broader_ones_stands_once(small_facts):
    codes = [code for code, _ in taxonomy(small_facts)]
    assert len(codes) == len(set(codes))
    assert {"lending", "mobile-library", "night-opening"} <= set(codes)


def test_a_cycle_of_broader_mechanisms_ends(small_facts):
    things = dict(small_facts.things)
    things["lending"] = things["lending"].model_copy(update={"broader": ("shared-card",)})
    held = replace(small_facts, things=things)
    assert ("shared-card", 1) in taxonomy(held, "lending")


@given(st.lists(st.sampled_from([ALDER, BIRCH, CEDAR, DOGWOOD, ELM]), min_size=2, unique=True))
def test_a_place_is_told_the_same_beside_whomever_it_stands(small_facts, places):
    found = comparison(small_facts, places)
    for at, place in enumerate(places):
        alone = comparison(small_facts, [place])
        assert [row.cells[at] for row in found.rows] == [row.cells[0] for row in alone.rows]
        assert found.lessons[at] == alone.lessons[0]
