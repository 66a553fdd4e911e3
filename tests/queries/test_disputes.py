"""Where sources disagree: only two statements that cannot both be true, on both engines alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from graph.compare.adoption_matrix import Mark, comparison
from graph.model.facts import Facts, build_facts
from graph.model.property_graph import property_graph
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.sparql.store import SparqlStore
from graph.stores.store import Limits
from ontology.schema.kinds import Adoption, HasModel, LearnedFrom, Measurement, Place, Statement
from queries.ask import ask
from queries.catalogue import questions

SOURCES = "hill-notes", "north-daily"
Values = Mapping[str, Any]
ADOPTED_EDGE = {"mechanism": "lending"}
LEARNED = {"teacher": "11", "how": "learned"}
FIGURE = {"indicator": "vans", "unit": "vehicle", "period": "2005", "bound": "="}
# A kind, what both sources say, what either says, and whether both can be true.
PAIRS: dict[str, tuple[type[Statement], Values, Values, Values, bool]] = {
    "planned, then done": (Adoption, ADOPTED_EDGE, {"stance": "planned"}, {}, True),
    "planned, and denied": (
        Adoption,
        ADOPTED_EDGE,
        {"stance": "planned"},
        {"stance": "denied"},
        True,
    ),
    "stated beside implied": (Adoption, ADOPTED_EDGE, {"stance": "implied"}, {}, True),
    "done, and denied": (Adoption, ADOPTED_EDGE, {}, {"stance": "denied"}, False),
    "implied, and denied": (
        Adoption,
        ADOPTED_EDGE,
        {"stance": "implied"},
        {"stance": "denied"},
        False,
    ),
    "denied of an earlier time": (
        *(Adoption, ADOPTED_EDGE),
        *({"since": "2001"}, {"stance": "denied", "since": "2000"}),
        True,
    ),
    "denied of the same time": (
        *(Adoption, ADOPTED_EDGE),
        *({"since": "2001-05"}, {"stance": "denied", "since": "2001"}),
        False,
    ),
    "denied of another model": (
        *(Adoption, ADOPTED_EDGE),
        *({"model": "one-card"}, {"model": "hill-vans", "stance": "denied"}),
        True,
    ),
    "dates that can both hold": (
        Adoption,
        ADOPTED_EDGE,
        {"since": "2001"},
        {"since": "2001-05"},
        True,
    ),
    "dates with an open end": (
        Adoption,
        ADOPTED_EDGE,
        {"since": "2001/.."},
        {"since": "2003"},
        True,
    ),
    "dates apart": (Adoption, ADOPTED_EDGE, {"since": "2001"}, {"since": "2002"}, False),
    "dates apart, other models": (
        *(Adoption, ADOPTED_EDGE),
        *({"since": "2001", "model": "one-card"}, {"since": "2002", "model": "hill-vans"}),
        True,
    ),
    "a model's dates apart": (
        *(HasModel, {"model": "one-card"}),
        *({"since": "1999"}, {"since": "2001-02"}),
        False,
    ),
    "two lessons": (LearnedFrom, LEARNED, {"when": "2001"}, {"when": "2002"}, True),
    "a visit, then a lesson": (
        *(LearnedFrom, LEARNED),
        *({"how": "visited", "when": "2000"}, {"when": "2001"}),
        True,
    ),
    "one lesson in two years": (
        *(LearnedFrom, {**LEARNED, "model": "one-card"}),
        *({"when": "2001"}, {"when": "2002"}),
        False,
    ),
    "figures apart": (Measurement, FIGURE, {"value": 30}, {"value": 31}, False),
    "the same figure": (Measurement, FIGURE, {"value": 30}, {"value": 30}, True),
    "an aim and a result": (
        *(Measurement, FIGURE),
        *({"value": 30, "stance": "planned"}, {"value": 31}),
        True,
    ),
    "about, and exactly": (
        *(Measurement, FIGURE),
        *({"value": 30, "bound": "~"}, {"value": 31}),
        True,
    ),
    "a bound that leaves room": (
        *(Measurement, FIGURE),
        *({"value": 30, "bound": ">"}, {"value": 31}),
        True,
    ),
    "a bound that leaves none": (
        *(Measurement, FIGURE),
        *({"value": 31, "bound": ">"}, {"value": 31}),
        False,
    ),
    "figures without a period": (
        *(Measurement, {**FIGURE, "period": None}),
        *({"value": 30}, {"value": 31}),
        True,
    ),
    "a figure that is denied": (
        *(Measurement, FIGURE),
        *({"value": 30}, {"value": 30, "stance": "denied"}),
        False,
    ),
    "another figure is denied": (
        *(Measurement, FIGURE),
        *({"value": 30}, {"value": 31, "stance": "denied"}),
        True,
    ),
}
SUBJECTS = {name: f"disputed{number}" for number, name in enumerate(PAIRS)}
FIRST_FIELD = {
    Adoption: "adopter",
    HasModel: "holder",
    LearnedFrom: "learner",
    Measurement: "subject",
}


def statement(kind: type[Statement], name: str, source: str, values: Values) -> Statement:
    texts = {"value_written": "…", "value": Decimal(values["value"])} if "value" in values else {}
    said = {"stance": "stated", **values, **texts, FIRST_FIELD[kind]: SUBJECTS[name]}
    read = {"source": source, "start": 0, "end": 1, "sha256": "0" * 64}
    return kind(**said, **read, curator="test curators", accepted="2026-01-02")


@pytest.fixture(scope="module")
def disputed_facts(small_facts: Facts) -> Facts:
    """The small facts with a place for each pair, of which two sources say the pair."""
    places = [Place(code=code, name_en=name, level="county") for name, code in SUBJECTS.items()]
    pairs = [
        statement(kind, name, source, {**both, **values})
        for name, (kind, both, first, second, _) in PAIRS.items()
        for source, values in zip(SOURCES, (first, second), strict=True)
    ]
    things = [*small_facts.things.values(), *places]
    return build_facts(small_facts.dataset, things, [*small_facts.statements.values(), *pairs])


@pytest.fixture(scope="module")
def stores(
    disputed_facts: Facts, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Any]]:
    cache: Path = tmp_path_factory.mktemp("stores")
    embedded = EmbeddedStore.open(property_graph(disputed_facts), Limits(), cache)
    sparql = SparqlStore(disputed_facts)
    yield {"cypher": embedded, "sparql": sparql}
    embedded.close()
    sparql.close()


@pytest.mark.parametrize("language", ["cypher", "sparql"])
def test_a_dispute_is_two_statements_that_cannot_both_be_true(stores, language):
    answer = ask(questions()["where_sources_disagree"], {}, stores[language], language)
    subject = answer.columns.index("subject")
    expected = {SUBJECTS[name] for name, pair in PAIRS.items() if not pair[-1]}
    assert sorted(row[subject] for row in answer.rows) == sorted(expected)


def test_both_statements_of_a_dispute_are_its_evidence(stores, disputed_facts):
    answer = ask(questions()["where_sources_disagree"], {}, stores["cypher"], "cypher")
    for row in answer.rows:
        cells = dict(zip(answer.columns, row, strict=True))
        ids = cells["statements"]
        assert isinstance(ids, list)
        sources = [disputed_facts.statements[id].source for id in ids]
        assert sorted(sources) == sorted((cells["source"], cells["other_source"]))


def test_links_and_figures_that_cannot_both_be_true_are_contested_in_the_graph(disputed_facts):
    graph = property_graph(disputed_facts)
    links = {edge.start for edge in graph.edges if edge.properties.get("contested")}
    contested = links | {
        node.properties["subject"] for node in graph.nodes if node.properties.get("contested")
    }
    assert contested == {SUBJECTS[name] for name, pair in PAIRS.items() if not pair[-1]}


def test_rdf_says_of_both_statements_that_they_contradict_each_other(stores):
    query = "SELECT ?said ?other WHERE { ?said lf:contradicts ?other ; lf:contested true }"
    pairs = stores["sparql"].ask(query, {}).rows
    assert len(pairs) == 2 * sum(not pair[-1] for pair in PAIRS.values())
    assert {(said, other) for said, other in pairs} == {(other, said) for said, other in pairs}


@pytest.mark.parametrize("name", [name for name, pair in PAIRS.items() if pair[0] is Adoption])
def test_the_comparison_marks_the_same_disputes(disputed_facts, name):
    rows = comparison(disputed_facts, [SUBJECTS[name]], "lending").rows
    assert (rows[0].cells[0].mark is not Mark.DIFFERENT) is PAIRS[name][-1]
