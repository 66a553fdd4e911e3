"""Differences between two states of the small facts: what was edited is told, and nothing else."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.changes.change_types import Change, Changes, IdentityEvent
from graph.changes.changes import changes
from graph.model.dataset import ListedPlace
from graph.model.facts import Facts, build_facts
from graph.model.statement_content import statement_id
from graph.model.withdrawal import Withdrawal
from loaders.facts.facts_folder import read_facts
from ontology.schema.kinds import Adoption, LearnedFrom, Place, Source, Stance, Statement

MIRRORED = {Change.ADDED: Change.WITHDRAWN, Change.WITHDRAWN: Change.ADDED}
MIRRORED_IDENTITY = {
    IdentityEvent.MERGED: IdentityEvent.SPLIT,
    IdentityEvent.SPLIT: IdentityEvent.MERGED,
}
EDITS = ("withdraw", "correct", "move", "recurate", "add")


@pytest.fixture(scope="module")
def facts(root) -> Facts:
    return read_facts(root / "tests" / "small")


def with_values(facts, things=None, statements=None, **rest) -> Facts:
    things = facts.things.values() if things is None else things
    statements = facts.statements.values() if statements is None else statements
    return replace(build_facts(facts.dataset, things, statements, facts.non_links), **rest)


def edited(statement, edit):
    """A statement after an edit, or the two that are there after an addition."""
    match edit:
        case "withdraw":
            return []
        case "correct":
            other = Stance.IMPLIED if statement.stance is not Stance.IMPLIED else Stance.STATED
            return [statement.model_copy(update={"stance": other})]
        case "move":
            spot = {"start": statement.start + 5000, "end": statement.end + 5000}
            return [statement.model_copy(update=spot)]
        case "recurate":
            return [statement.model_copy(update={"curator": "another reader"})]
        case "add":
            spot = {"start": statement.start + 9000, "end": statement.end + 9000, "as_of": "1950"}
            return [statement, statement.model_copy(update=spot)]


CHANGES = {
    "withdraw": Change.WITHDRAWN,
    "correct": Change.CHANGED,
    "move": Change.MOVED,
    "recurate": Change.CHANGED,
    "add": Change.ADDED,
}


def test_nothing_differs_from_itself(facts, root):
    assert changes(facts, facts).is_empty
    real = read_facts(root / "facts")
    assert changes(real, read_facts(root / "facts")).is_empty


@given(data=st.data())
def test_random_edits_are_told_as_exactly_these_edits(facts, data):
    ids = st.sampled_from(sorted(facts.statements))
    edits = data.draw(st.dictionaries(ids, st.sampled_from(EDITS), max_size=8))
    statements: list[Statement] = []
    for id, statement in facts.statements.items():
        statements += edited(statement, edits[id]) if id in edits else [statement]
    told = changes(facts, with_values(facts, statements=statements))
    expected: Counter[tuple[str, str | None]] = Counter()
    for id, edit in edits.items():
        expected[CHANGES[edit], None if edit == "add" else id] += 1
    assert Counter((entry.change, entry.old_id) for entry in told.statements) == expected
    assert told.count == len(edits)
    for entry in told.statements:
        if entry.old_id in edits and edits[entry.old_id] == "correct":
            assert [field.name for field in entry.fields] == ["stance"]


def mirrored(told: Changes):
    """What the differences say of statements, things and identities, seen from the other side."""
    statements = {
        (MIRRORED.get(entry.change, entry.change), entry.new_id, entry.old_id)
        for entry in told.statements
    }
    things = {(MIRRORED.get(entry.change, entry.change), entry.code) for entry in told.things}
    identities = {
        (MIRRORED_IDENTITY.get(entry.event, entry.event), entry.new, entry.old)
        for entry in told.identities
    }
    return statements, things, identities


def plain(told: Changes):
    statements = {(entry.change, entry.old_id, entry.new_id) for entry in told.statements}
    things = {(entry.change, entry.code) for entry in told.things}
    return statements, things, {(entry.event, entry.old, entry.new) for entry in told.identities}


@given(data=st.data())
def test_turned_round_the_same_differences_are_told_from_the_other_side(facts, data):
    """Of any two parts of the facts with overlapping corrections, also where pairs compete."""
    pool = list(facts.statements.values())
    pool += [
        statement.model_copy(update={"start": statement.start + shift, "as_of": as_of})
        for statement in facts.statements.values()
        for shift, as_of in ((1, "1950"), (1, None), (0, "1951"))
    ]
    states = []
    for _ in range(2):
        statements = data.draw(st.lists(st.sampled_from(pool), unique_by=statement_id))
        things = data.draw(st.sets(st.sampled_from(sorted(facts.things))))
        kept = [thing for code, thing in facts.things.items() if code in things]
        states.append(with_values(facts, kept, statements))
    assert plain(changes(states[1], states[0])) == mirrored(changes(*states))


def recoded(value, old, new):
    return value.model_copy(
        update={name: new for name, content in value.__dict__.items() if content == old}
    )


def test_a_merged_thing_is_told_with_its_statements(facts):
    things = [thing for code, thing in facts.things.items() if code != "12"]
    statements = [recoded(statement, "12", "21") for statement in facts.statements.values()]
    told = changes(facts, with_values(facts, things, statements))
    merged = [entry for entry in told.identities if entry.event is IdentityEvent.MERGED]
    assert [(entry.old, entry.new) for entry in merged] == [("12", "21")]
    assert len(merged[0].statements) == sum(
        "12" in s.__dict__.values() for s in facts.statements.values()
    )
    back = changes(with_values(facts, things, statements), facts)
    assert [(entry.event, entry.old, entry.new) for entry in back.identities] == [
        (IdentityEvent.SPLIT, "21", "12")
    ]


def test_another_code_is_no_other_statement(facts):
    things = [recoded(thing, "12", "12-new") for thing in facts.things.values()]
    statements = [recoded(statement, "12", "12-new") for statement in facts.statements.values()]
    told = changes(facts, with_values(facts, things, statements))
    assert [(entry.event, entry.old, entry.new) for entry in told.identities] == [
        (IdentityEvent.RECODED, "12", "12-new")
    ]
    assert {entry.change for entry in told.statements} == {Change.CHANGED}


def test_a_source_of_another_code_keeps_its_statements(facts):
    things = [recoded(thing, "north-daily", "nd") for thing in facts.things.values()]
    statements = [recoded(value, "north-daily", "nd") for value in facts.statements.values()]
    told = changes(facts, with_values(facts, things, statements))
    assert {entry.change for entry in told.statements} == {Change.CHANGED}
    assert [entry.event for entry in told.identities] == [IdentityEvent.RECODED]
    assert all(isinstance(entry.thing, Source) for entry in told.things)


def test_a_corrected_end_is_a_change_only_at_the_very_same_spot(facts):
    lesson = facts.statements_of(LearnedFrom)[0]
    rest = [statement for statement in facts.statements.values() if statement != lesson]
    corrected = lesson.model_copy(update={"teacher": "21"})
    (entry,) = changes(facts, with_values(facts, statements=[*rest, corrected])).statements
    assert (entry.change, [(f.name, f.old, f.new) for f in entry.fields]) == (
        Change.CHANGED,
        [("teacher", lesson.teacher, "21")],
    )
    elsewhere = corrected.model_copy(update={"start": lesson.start + 1})
    told = changes(facts, with_values(facts, statements=[*rest, elsewhere])).statements
    assert {entry.change for entry in told} == {Change.ADDED, Change.WITHDRAWN}


def withdrawn(statement, replaced_by=None):
    note = Withdrawal(statement, date(2026, 11, 2), "a curator", "a slip", replaced_by)
    return {statement_id(statement): note}


def test_the_record_of_what_was_withdrawn_says_what_succeeds(facts):
    """Also by way of another, and where nothing else joins the two statements."""
    lesson = facts.statements_of(LearnedFrom)[0]
    rest = [statement for statement in facts.statements.values() if statement != lesson]
    between = lesson.model_copy(update={"how": "visited"})
    last = lesson.model_copy(update={"teacher": "21", "start": 7000, "end": 7010})
    note = withdrawn(lesson, statement_id(between)) | withdrawn(between, statement_id(last))
    new = with_values(facts, statements=[*rest, last], withdrawn=note)
    for told in (changes(facts, new), changes(new, facts)):
        (entry,) = told.statements
        assert {entry.old_id, entry.new_id} == {statement_id(lesson), statement_id(last)}


def test_what_a_curator_withdrew_without_successor_does_not_go_on(facts):
    lesson = facts.statements_of(LearnedFrom)[0]
    rest = [statement for statement in facts.statements.values() if statement != lesson]
    alike = lesson.model_copy(update={"how": "adapted"})
    new = with_values(facts, statements=[*rest, alike], withdrawn=withdrawn(lesson))
    assert {e.change for e in changes(facts, new).statements} == {Change.ADDED, Change.WITHDRAWN}


def test_things_code_lists_settings_and_non_links_are_told(facts):
    name = "Nowhere Register"
    listed = dict(facts.dataset.code_lists[name])
    first, second = sorted(listed)[:2]
    listed[first] = replace(listed[first], name="Elsewhere")
    del listed[second]
    listed["99"] = ListedPlace("Ninety-nine", None)
    dataset = replace(facts.dataset, code_lists={name: listed}, licence="CC-BY-4.0")
    place = facts.things_of(Place)[0]
    renamed = place.model_copy(update={"name_en": "New name"})
    things = [renamed if thing == place else thing for thing in facts.things.values()]
    new = with_values(facts, things, dataset=dataset, non_links=())
    told = changes(facts, new)
    assert [(entry.change, entry.code) for entry in told.code_lists] == [
        (Change.CHANGED, first),
        (Change.WITHDRAWN, second),
        (Change.ADDED, "99"),
    ]
    assert [(f.name, f.old, f.new) for f in told.settings] == [("licence", "CC0-1.0", "CC-BY-4.0")]
    assert [(e.code, [f.name for f in e.fields]) for e in told.things] == [
        (place.code, ["name_en"])
    ]
    assert {entry.change for entry in told.non_links} == {Change.WITHDRAWN}
    assert told.statements == ()


def test_the_better_pair_comes_first(facts):
    """Two corrected statements of one passage keep to their own successors."""
    adoption = facts.statements_of(Adoption)[0]
    twin = adoption.model_copy(update={"local_name": "twin", "since": "2000"})
    old = with_values(facts, statements=[adoption, twin])
    dated = {"as_of": "1999"}
    new_twin, new_adoption = twin.model_copy(update=dated), adoption.model_copy(update=dated)
    new = with_values(facts, statements=[new_twin, new_adoption])
    told = changes(old, new).statements
    assert {entry.old_id: entry.new_id for entry in told} == {
        statement_id(adoption): statement_id(new_adoption),
        statement_id(twin): statement_id(new_twin),
    }
