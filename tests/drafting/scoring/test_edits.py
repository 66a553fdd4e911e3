"""How many edits a draft needs until it says what a curated row says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafting.drafts.draft import Band, Draft, filled_cells
from drafting.scoring.edits import Edits, edits
from drafting.scoring.unread_source import facts_without_source
from ontology.schema.kinds import Adoption, Measurement


@pytest.fixture(scope="module")
def adoption(small_facts) -> Adoption:
    return small_facts.statements_of(Adoption)[0]


def draft_of(row, *, candidates=(), **cells: str) -> Draft:
    kind = type(row).__name__.lower()
    return Draft(
        kind, row.source, filled_cells(cells), (row.spans[0],), Band.LOOK, "rules 1", candidates
    )


def edits_of(draft, row, facts):
    return edits(draft, row, facts, facts)


def test_a_draft_with_the_same_parties_is_right_at_once(adoption, small_facts):
    cells = {"adopter": adoption.adopter, "mechanism": adoption.mechanism}
    draft = draft_of(adoption, **cells, stance="stated")
    assert edits_of(draft, adoption, small_facts) == Edits(0, is_right=True)


def test_a_plan_drafted_as_a_deed_is_not_right_at_once(adoption, small_facts):
    cells = {"adopter": adoption.adopter, "mechanism": adoption.mechanism}
    row = adoption.model_copy(update={"stance": "stated"})
    draft = draft_of(row, **cells, stance="planned")
    assert edits_of(draft, row, small_facts) == Edits(0, is_right=False)


def test_a_mechanism_among_the_first_five_candidates_is_one_edit(adoption, small_facts):
    cells = {"adopter": adoption.adopter, "mechanism": "another", "stance": "stated"}
    sixth = (("mechanism", ("a", "b", "c", "d", "e", adoption.mechanism)),)
    fifth = (("mechanism", ("a", "b", "c", "d", adoption.mechanism)),)
    assert edits_of(draft_of(adoption, candidates=fifth, **cells), adoption, small_facts).count == 1
    assert edits_of(draft_of(adoption, candidates=sixth, **cells), adoption, small_facts).count == 2


def test_a_mechanism_proposed_by_name_is_right_only_if_the_drafter_could_not_have_it(
    adoption, small_facts
):
    name = small_facts.things[adoption.mechanism].name_zh
    draft = draft_of(adoption, adopter=adoption.adopter, mechanism=f"new:{name}", stance="stated")
    others = {code: t for code, t in small_facts.things.items() if code != adoption.mechanism}
    unread = replace(small_facts, things=others)
    assert edits(draft, adoption, small_facts, unread) == Edits(0, is_right=True)
    assert edits_of(draft, adoption, small_facts).count == 2


def test_a_new_mechanism_among_the_candidates_is_one_edit(adoption, small_facts):
    name = small_facts.things[adoption.mechanism].name_zh
    things = {code: t for code, t in small_facts.things.items() if code != adoption.mechanism}
    unread = replace(small_facts, things=things)
    cells = {"adopter": adoption.adopter, "mechanism": "another", "stance": "stated"}
    for candidate, count in ((f"new:{name}", 1), ("new:云朵仓库", 2)):
        draft = draft_of(adoption, candidates=(("mechanism", (candidate,)),), **cells)
        assert edits(draft, adoption, small_facts, unread).count == count


def test_a_measurement_of_another_value_is_another(small_facts):
    row = small_facts.statements_of(Measurement)[0]
    draft = draft_of(row, subject=row.subject, value="1" + str(row.value))
    assert edits_of(draft, row, small_facts) is None


def test_an_unread_source_leaves_nothing_that_only_it_tells(small_facts):
    source = small_facts.statements_of(Adoption)[0].source
    unread = facts_without_source(small_facts, source, ())
    assert {row.source for row in unread.statements.values()} == {
        row.source for row in small_facts.statements.values()
    } - {source}
    assert source in unread.things
    assert all(thing.alt_names == () for thing in unread.things.values())
