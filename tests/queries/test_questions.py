"""Every question of the catalogue: its header, and the same rows from both engines."""

from __future__ import annotations

import csv
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.model.facts import Facts
from graph.stores.store import Answer, Store
from ontology.schema.kinds import THINGS, Stance
from queries.ask import ask
from queries.catalogue import Clock, ColumnType, Question, QuestionParameter, ValueType, questions
from queries.parameters import choices

ANSWERS = Path(__file__).with_name("answers")
EVERY_QUESTION = pytest.mark.parametrize("question", questions().values(), ids=questions().keys())
# What the small facts are asked; a question without parameters is asked as it stands.
SMALL_VALUES: dict[str, dict] = {
    "alike_without_link": {"at_least": 1},
    "claims_of_several_sources": {"at_least": 2},
    "comparable_indicators": {"at_least": 2},
    "compare_models": {"one": "one-card", "other": "hill-vans"},
    "compare_places": {"one": "11", "other": "12"},
    "designated_as": {"programme": "reading-towns"},
    "endorsed_by": {"party": "ministry-of-reading"},
    "events_of": {"place": "11"},
    "figures_of": {"subject": "11"},
    "figures_of_indicator": {"indicator": "vans"},
    "first_and_last_adopters": {"mechanism": "mobile-library"},
    "how_it_spread": {"origin": "11", "destination": "22"},
    "links_of": {"thing": "22"},
    "local_names": {"mechanism": "mobile-library"},
    "mechanisms_of": {"place": "12"},
    "members_of": {"group": "reading-alliance"},
    "models_of": {"place": "12"},
    "never_said": {"mechanism": "night-opening"},
    "only_here": {"place": "reading-alliance"},
    "organisations_of": {"place": "22"},
    "plans_of": {"place": "23"},
    "possible_on_a_day": {"day": "2001-06-01"},
    "programmes_of": {"place": "11"},
    "shared_mechanisms": {"place": "11"},
    "single_source_claims": {"place": "22"},
    "statements_by_stance": {"stance": "denied"},
    "undated_links": {"place": "22"},
    "what_a_model_comprises": {"model": "one-card"},
    "what_a_source_says": {"source": "hill-notes"},
    "what_changed_between": {"since": "2001-01-01", "until": "2001-12-31"},
    "what_lies_in": {"place": "22"},
    "where_it_stands": {"thing": "hill-vans"},
    "who_endorsed": {"endorsee": "11"},
    "who_learned_from": {"place": "11"},
    "who_learned_until": {"place": "11", "until": "2003-12-31"},
    "who_took_up": {"mechanism": "lending"},
    "widely_taken_up": {"at_least": 2},
}

# What is never said has no statement.
WITHOUT_EVIDENCE = {"never_said"}

# Neither the real nor the small facts hold a dispute; see test_disputes.py.
WITHOUT_DISPUTES = {"where_sources_disagree"}


def rows(answer: Answer) -> Counter[tuple[str, ...]]:
    return Counter(tuple(map(repr, row)) for row in answer.rows)


def answer_of_both(question: Question, given: dict, cypher: Store, sparql: Store) -> Answer:
    """The answer, once it is sure that both engines give the same."""
    one = ask(question, given, cypher, "cypher")
    other = ask(question, given, sparql, "sparql")
    assert not (one.is_cut or other.is_cut)
    assert one.columns == other.columns
    assert rows(one) == rows(other), given
    return one


# --- headers --------------------------------------------------------------------------------


@EVERY_QUESTION
def test_a_header_is_complete_in_both_languages(question):
    named = [question.title, question.question, *(p.name for p in question.parameters)]
    for name in (*named, *(column.name for column in question.columns)):
        assert name.zh and name.en
        assert not re.search("[\u4e00-\u9fff]", name.en)


@EVERY_QUESTION
def test_a_parameter_takes_kinds_that_exist(question):
    kinds = {kind.__name__ for kind in THINGS}
    for asked in question.parameters:
        assert isinstance(asked.type, ValueType) or set(asked.type) <= kinds


@EVERY_QUESTION
def test_the_sparql_file_runs_as_it_stands_on_the_same_example(question):
    for asked in question.parameters:
        held = asked.example if isinstance(asked.example, int) else f'"{asked.example}"'
        assert question.sparql.count(f"VALUES ?{asked.key} {{ {held} }}") == 1
        assert f"${asked.key}" in question.cypher


@EVERY_QUESTION
def test_both_files_return_the_columns_that_the_header_names(question):
    for column in question.columns:
        assert re.search(rf"\?{column.key}\b", question.sparql)
        assert re.search(rf"\b{column.key}\b", question.cypher.rpartition("RETURN")[2])


@EVERY_QUESTION
def test_the_sparql_file_says_where_it_is_described(question):
    first = question.sparql.splitlines()[0]
    assert question.title.en in first and question.title.zh in first
    assert f"{question.key}.cypher" in first


def test_every_sparql_file_belongs_to_a_question(root):
    assert {path.stem for path in (root / "queries").glob("*.rq")} == set(questions())


@EVERY_QUESTION
def test_a_query_keeps_to_the_cypher_that_every_engine_knows(question):
    for word in ("apoc.", "elementId", " id(", "SHORTEST", "CALL db", "LOAD CSV"):
        assert word not in question.cypher


# --- answers --------------------------------------------------------------------------------


@EVERY_QUESTION
def test_both_engines_answer_the_example_alike_on_the_real_facts(
    question, real_facts, real_embedded, real_sparql
):
    answer = answer_of_both(question, question.example(), real_embedded, real_sparql)
    shows = question.key not in WITHOUT_DISPUTES
    assert bool(answer.rows) is shows, "the worked example should show something"
    assert_evidence(question, answer, real_facts)


@EVERY_QUESTION
def test_both_engines_answer_every_value_alike_on_the_small_facts(
    question, small_facts, small_embedded, small_sparql
):
    found = 0
    for given in every_value(small_facts, question):
        answer = answer_of_both(question, given, small_embedded, small_sparql)
        assert_evidence(question, answer, small_facts)
        found += len(answer.rows)
    shows = question.key not in WITHOUT_DISPUTES
    assert bool(found) is shows, "the small facts should have an answer for some value"


def every_value(facts: Facts, question: Question) -> Iterator[dict]:
    """The example, then all that the parameters can take together."""
    yield question.example()
    values = [possible(facts, asked) for asked in question.parameters]
    for together in itertools.product(*values):
        yield dict(zip((asked.key for asked in question.parameters), together, strict=True))


def possible(facts: Facts, asked: QuestionParameter) -> list:
    match asked.type:
        case ValueType.FIRST_DAY:
            return ["1000-01-01", "2002-01-01"]
        case ValueType.LAST_DAY:
            return ["9999-12-31", "2004-12-31"]
        case ValueType.STANCE:
            return [stance.value for stance in Stance]
        case ValueType.NUMBER:
            return [1, 3]
        case ValueType.CLOCK:
            return list(Clock)
        case kinds:
            return [thing.code for thing in choices(facts, kinds)]


def assert_evidence(question: Question, answer: Answer, facts: Facts) -> None:
    """Every row lists statements that exist, where the question has such a column."""
    for column, place in zip(question.columns, range(len(question.columns)), strict=True):
        if column.key == "statements":
            for row in answer.rows:
                assert set(row[place]) <= set(facts.statements)
                assert row[place] or question.key in WITHOUT_EVIDENCE
        if column.type is ColumnType.THING:
            assert {row[place] for row in answer.rows} <= {None, *facts.things}


@EVERY_QUESTION
def test_a_worked_example_on_the_small_facts_is_answered_as_a_reader_would(
    question, small_facts, small_embedded, small_sparql
):
    """The rows in tests/queries/answers/NAME.csv were checked, each, against the small texts."""
    answer = answer_of_both(
        question, SMALL_VALUES.get(question.key, {}), small_embedded, small_sparql
    )
    with (ANSWERS / f"{question.key}.csv").open(encoding="utf-8", newline="") as file:
        wanted = list(csv.DictReader(file))
    got = [answer_cells(question, row, small_facts, wanted) for row in answer.rows]
    assert sorted(map(str, got)) == sorted(map(str, wanted))


def answer_cells(
    question: Question, row: tuple, facts: Facts, wanted: list[dict]
) -> dict[str, str]:
    """The cells of a row in the columns that the answer file has, statements as their spots."""
    cells = dict(zip((column.key for column in question.columns), row, strict=True))
    if "statements" in cells:
        said = [facts.statements[id] for id in cells["statements"]]
        cells["statements"] = sorted(f"{one.source}:{one.start}" for one in said)
    columns = wanted[0] if wanted else cells
    return {key: as_text(cells[key]) for key in columns}


def as_text(cell: object) -> str:
    if isinstance(cell, list):
        return " ".join(cell)
    return "" if cell is None else str(cell)
