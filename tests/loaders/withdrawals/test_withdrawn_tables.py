"""Withdrawn statements: history that is checked like every table, and no part of the graph."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.formats.nquads import nquads
from graph.formats.rdf import rdf_quads
from graph.model.property_graph import property_graph
from loaders.facts.facts_folder import read_facts
from loaders.facts.folder_state import folder_state
from ontology.derive.iris import iri
from ontology.schema.kinds import Nomination, Person
from ontology.schema.withdrawal_note import WithdrawalNote

NOMINATIONS, PERSONS = "withdrawn/nomination.csv", "withdrawn/person.csv"
NOTES = list(WithdrawalNote.model_fields)
NOTE = ["2026-03-01", "a curator", "读错了人", ""]


@pytest.fixture
def withdrawn(broken):
    """The small facts with their one nomination, and the persons whom it names, withdrawn."""
    (broken.folder / "withdrawn").mkdir()
    (broken.folder / "person.csv").rename(broken.folder / PERSONS)
    (broken.folder / "nomination.csv").rename(broken.folder / NOMINATIONS)
    head, row = broken.records(NOMINATIONS)
    broken.write(NOMINATIONS, [[*head, *NOTES], [*row, *NOTE]])
    return broken


def test_what_is_withdrawn_is_kept_with_day_reason_and_name(withdrawn, small_facts):
    facts = read_facts(withdrawn.folder)
    [(id, withdrawal)] = facts.withdrawn.items()
    assert withdrawal.statement == small_facts.statements[id]
    noted = (withdrawal.day, withdrawal.curator, withdrawal.reason, withdrawal.replaced_by)
    assert noted == (date(2026, 3, 1), "a curator", "读错了人", None)
    assert set(facts.withdrawn_things) == {"reader-3", "reader-9"}
    assert facts.display_name("reader-3", "en") == "Reader 3"


def test_what_is_withdrawn_is_in_no_graph_and_in_no_count(withdrawn, small_facts):
    facts = read_facts(withdrawn.folder)
    assert len(facts.statements) == len(small_facts.statements) - 1
    assert facts.things_of(Person) == []
    graph = property_graph(facts)
    assert not [node for node in graph.nodes if "Person" in node.labels]
    assert not [edge for edge in graph.edges if "reader-3" in (edge.start, edge.end)]
    assert b"Person/reader-3" not in nquads(facts)


def nomination(folder: Path, id: str) -> Nomination:
    """A nomination that was withdrawn."""
    statement = read_facts(folder).withdrawn[id].statement
    assert isinstance(statement, Nomination)
    return statement


def test_rdf_tells_the_withdrawal_in_a_graph_of_its_own(withdrawn):
    """And no statement, no field and no edge of it: nothing that a query about facts finds."""
    withdrawn.append(NOMINATIONS, 1, when="2005")
    first, second = read_facts(withdrawn.folder).withdrawn
    is_first = nomination(withdrawn.folder, first).when is None
    withdrawn.set(NOMINATIONS, 1 if is_first else 2, replaced_by=second)
    facts = read_facts(withdrawn.folder)
    base = facts.dataset.base_iri
    graph = ox.NamedNode(f"{base}graph/withdrawn")
    quads = [q for q in rdf_quads(facts) if q.graph_name == graph]
    old, new = (ox.NamedNode(f"{base}Statement/{id}") for id in (first, second))
    triples = {(q.subject, q.predicate.value, q.object) for q in quads}
    assert (new, iri("prov:wasRevisionOf"), old) in triples
    times = [o for s, p, o in triples if (s, p) == (old, iri("prov:invalidatedAtTime"))]
    assert [time.value for time in times if isinstance(time, ox.Literal)] == ["2026-03-01T00:00:00"]
    assert len(times) == 1
    assert {p for _, p, _ in triples if "learned-from" in p} == set()
    others = [q for q in rdf_quads(facts) if q not in quads]
    assert not [q for q in others if q.subject in (old, new)]


def test_a_thing_of_which_something_else_speaks_is_no_withdrawn_thing(withdrawn):
    persons = withdrawn.records(PERSONS)
    withdrawn.write("person.csv", persons[:2])
    withdrawn.append("adoption.csv", 1, adopter="reader-3")
    facts = read_facts(withdrawn.folder)
    assert "reader-3" in facts.things and set(facts.withdrawn_things) == {"reader-9"}


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"withdrawn": "1 March"}, ("withdrawn", "bad_day")),
        ({"withdrawn": ""}, ("withdrawn", "missing_field")),
        ({"reason": ""}, ("reason", "missing_field")),
        ({"withdrawn": "2026-01-01"}, ("withdrawn", "withdrawn_before_accepted")),
        ({"replaced_by": "nomination-000000000000"}, ("replaced_by", "unknown_successor")),
        ({"nominee": "reader-4"}, ("nominee", "dangling_reference")),
        ({"end": "900"}, ("end", "span_outside")),
    ],
)
def test_every_fault_of_a_withdrawn_row_is_told(withdrawn, cells, told):
    withdrawn.set(NOMINATIONS, 1, **cells)
    assert told in {(column, rule) for _, _, column, rule in withdrawn.fault_list()}
    assert {file for file, *_ in withdrawn.fault_list()} <= {NOMINATIONS, PERSONS}


def test_faults_of_both_times_are_told_at_once(withdrawn):
    withdrawn.set(NOMINATIONS, 1, stance="perhaps")
    withdrawn.set("adoption.csv", 1, stance="perhaps")
    files = {file for file, _, _, rule in withdrawn.fault_list() if rule == "not_a_choice"}
    assert files == {NOMINATIONS, "adoption.csv"}


def test_no_statement_stands_and_is_withdrawn(withdrawn):
    withdrawn.write("person.csv", withdrawn.records(PERSONS))
    head, row = withdrawn.records(NOMINATIONS)
    withdrawn.write("nomination.csv", [head[: -len(NOTES)], row[: -len(NOTES)]])
    withdrawn.write(NOMINATIONS, [head, row, row])
    told = [(line, rule) for file, line, _, rule in withdrawn.fault_list() if file == NOMINATIONS]
    assert told == [(2, "withdrawn_stands"), (3, "withdrawn_stands")]


def test_a_successor_stands_or_is_withdrawn_in_its_turn(withdrawn):
    withdrawn.append(NOMINATIONS, 1, when="2005")
    first, second = read_facts(withdrawn.folder).withdrawn
    older, newer = (1, 2) if nomination(withdrawn.folder, second).when else (2, 1)
    withdrawn.set(NOMINATIONS, older, replaced_by=second)
    assert withdrawn.fault_list() == []
    assert read_facts(withdrawn.folder).withdrawn[first].replaced_by == second
    withdrawn.set(NOMINATIONS, newer, replaced_by=first)
    assert {rule for *_, rule in withdrawn.fault_list()} == {"replaced_cycle"}


def test_vocabularies_and_sources_are_not_withdrawn(withdrawn):
    for name in ("unit.csv", "source.csv", "nominations.csv"):
        withdrawn.write(f"withdrawn/{name}", [["code"]])
    told = [(file, rule) for file, _, _, rule in withdrawn.fault_list()]
    files = [f"withdrawn/{name}" for name in ("nominations.csv", "source.csv", "unit.csv")]
    assert told == [(file, "unknown_file") for file in files]


def test_no_statement_rests_on_a_source_that_was_retracted(broken):
    head, *rows = broken.records("source.csv")
    broken.write("source.csv", [[*head, "state"], *([*row, ""] for row in rows)])
    code = broken.cell("nomination.csv", 1, "source")
    number = next(n for n, row in enumerate(rows, start=1) if row[0] == code)
    broken.set("source.csv", number, state="gone")
    assert broken.fault_list() == []
    broken.set("source.csv", number, state="retracted")
    told = {(file, column, rule) for file, _, column, rule in broken.fault_list()}
    assert ("nomination.csv", "source", "rests_on_retracted") in told
    assert {rule for _, _, rule in told} == {"rests_on_retracted"}


def test_a_withdrawn_table_is_part_of_the_state_of_its_folder(withdrawn):
    before = folder_state(withdrawn.folder)
    withdrawn.set(NOMINATIONS, 1, reason="another reason")
    assert folder_state(withdrawn.folder) != before
