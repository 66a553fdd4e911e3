"""Medical Innovation and Brazilian Farmers as facts folders: who named whom is told and no lesson.

Counts are those of the published tables; every measure is the same on the facts as on the tables,
watched until the last period in which anybody adopted.
"""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from diffusion.study.errors import WrongStudy
from diffusion.study.from_facts import FactSelection, study_from_facts
from diffusion.study.study import Study
from examples.make_netdiffuser import make_netdiffuser
from graph.drawing.edge_looks import edge_look
from graph.links.edge_filter import EdgeFilter as Seen
from graph.links.edge_filter import curve_bundles, matching_bundles
from graph.model.facts import Facts
from graph.model.property_graph import property_graph
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.sparql.store import SparqlStore
from graph.stores.store import Limits
from loaders.copies.source_copies import Copies, SpanState, passages
from loaders.copies.verification import verify
from loaders.facts.facts_folder import read_facts
from ontology.schema.kinds import Adoption, LearnedFrom, Nomination, Person, Stance
from queries.ask import ask
from queries.catalogue import question
from settings import FACTS, SOURCES
from tests.diffusion import published
from tests.diffusion.published import expected, result, study_in_years

DATA = published.FOLDER / "netdiffuser"
LIMITS = Limits(seconds=60, rows=20_000)
TABLES = {"medinn": published.doctors, "brfarmers": published.farmers}
# The last period in which anybody adopted.
LAST_PERIODS = {"medinn": 17, "brfarmers": 1964}
NAMES = pytest.mark.parametrize("name", TABLES)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made = {name: tmp_path_factory.mktemp("netdiffuser") / name for name in TABLES}
    for name, folder in made.items():
        make_netdiffuser(name, DATA, folder)
    return made


@pytest.fixture(scope="module")
def facts_by_name(folders: dict[str, Path]) -> dict[str, Facts]:
    """That these can be read at all says that the folders have no fault."""
    return {name: read_facts(folder) for name, folder in folders.items()}


@pytest.fixture(scope="module")
def stores(facts_by_name, tmp_path_factory: pytest.TempPathFactory):
    facts = facts_by_name["medinn"]
    cypher = EmbeddedStore.open(property_graph(facts), LIMITS, tmp_path_factory.mktemp("stores"))
    sparql = SparqlStore(facts, LIMITS)
    yield {"cypher": cypher, "sparql": sparql}
    cypher.close()
    sparql.close()


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@NAMES
def test_every_row_of_the_ties_is_one_nomination_and_none_is_a_lesson(facts_by_name, name):
    said = facts_by_name[name].statements_of(Nomination)
    edges = Counter((row["from_uid"], row["named_uid"]) for row in rows(f"{name}_edges"))
    assert Counter((one.nominator, one.nominee) for one in said) == edges
    assert {one.how for one in said} == {None}  # the table joins the questions that were asked
    assert facts_by_name[name].statements_of(LearnedFrom) == []


@NAMES
def test_everybody_is_told_to_have_adopted_or_not_to_have(facts_by_name, name):
    facts, column = facts_by_name[name], {"medinn": "toa", "brfarmers": "adopt_year"}[name]
    times = {row["uid"]: int(float(row[column])) for row in rows(f"{name}_nodes")}
    said = {one.adopter: one for one in facts.statements_of(Adoption)}
    assert said.keys() == times.keys() == {one.code for one in facts.things_of(Person)}
    without = {code for code, time in times.items() if time > LAST_PERIODS[name]}
    assert {one.adopter for one in said.values() if one.stance is Stance.DENIED} == without
    assert {said[code].as_of for code in without} == {"1955-02" if name == "medinn" else "1964"}
    assert all(said[code].since is None for code in without)


def test_months_are_those_of_the_codebook(facts_by_name):
    """The last samples of prescriptions do not fall into one calendar month each."""
    said = {one.adopter: one.since for one in facts_by_name["medinn"].statements_of(Adoption)}
    months = {int(float(row["toa"])): said[row["uid"]] for row in rows("medinn_nodes")}
    assert (months[1], months[14], months[15]) == ("1953-11", "1954-12", "1954-12/1955-01")
    assert (months[17], months[18]) == ("1955-02", None)


@NAMES
def test_every_statement_shows_the_row_that_states_it(facts_by_name, name):
    copies = Copies(DATA)
    assert {one.state for one in verify(facts_by_name[name], copies).checked_spots} == {
        SpanState.VERIFIED
    }
    for said in facts_by_name[name].statements_of(Nomination)[::100]:
        (passage,) = passages(facts_by_name[name], said, copies)
        assert passage.words == f"{said.nominator},{said.nominee}"


@NAMES
def test_the_same_data_give_the_same_bytes(folders, name, tmp_path):
    make_netdiffuser(name, DATA, tmp_path)
    files = sorted(path.name for path in folders[name].iterdir())
    assert files == sorted(path.name for path in tmp_path.iterdir())
    assert all((tmp_path / f).read_bytes() == (folders[name] / f).read_bytes() for f in files)


def both_studies(facts_by_name, name: str) -> tuple[Study, Study]:
    """The study of the facts, and that of the tables until the last adoption."""
    return study_from_facts(facts_by_name[name], FactSelection()), study_in_years(
        TABLES[name](), None, LAST_PERIODS[name]
    )


MEASURES = {
    "adoption_curve": {},
    "adopter_classes": {"each": "yes"},
    "bass": {},
    "exposure": {"lag": "1"},
    "infection": {"periods": "3"},
    "moran": {},
    "threshold": {},
}


@NAMES
@pytest.mark.parametrize("measure", MEASURES)
def test_a_measure_of_the_facts_is_that_of_the_tables(facts_by_name, name, measure):
    told, tabled = (
        result(measure, one, **MEASURES[measure]) for one in both_studies(facts_by_name, name)
    )
    assert told.rows == tabled.rows and told.rows
    assert (told.n, told.undated, told.unknown) == (tabled.n, 0, 0)
    assert told.summary == tabled.summary


def test_the_doctors_summary_through_the_facts_is_the_published(facts_by_name):
    """The published eighteenth period is that of who had not adopted: no period of the facts."""
    found = result("moran", study_from_facts(facts_by_name["medinn"], FactSelection())).records()
    wanted = expected("netdiffuser/medinn_expected_summary.csv")[:-1]
    assert [(row["period"], row["adopters"], row["cum"]) for row in found] == [
        (int(row["period"]), int(row["adopters"]), int(row["cum"])) for row in wanted
    ]
    indices = [float(row["moran_I"]) for row in wanted]
    assert [row["moran_I"] for row in found] == pytest.approx(indices, abs=0.005)


def test_the_doctors_regression_through_the_facts_is_the_published(facts_by_name):
    options = {"factors": "city", "covariates": "belief,proage,proage^2"}
    found = result(
        "lagged_exposure", study_from_facts(facts_by_name["medinn"], FactSelection()), **options
    )
    terms = {str(row["term"]).replace("city-", ""): row for row in found.records()}
    wanted = expected("netdiffuser/medinn_expected_glm.csv")
    assert terms.keys() == {row["term"] for row in wanted}
    for row in wanted:
        assert terms[row["term"]]["estimate"] == pytest.approx(float(row["estimate"]), abs=5e-6)
    assert found.summary["aic"] == pytest.approx(594.47, abs=0.005)


def test_the_farmers_classes_through_the_facts_are_the_published(facts_by_name):
    found = result(
        "adopter_classes", study_from_facts(facts_by_name["brfarmers"], FactSelection())
    ).records()
    wanted = expected("netdiffuser/brfarmers_expected_classify_pct.csv")
    assert [{key: str(cell) for key, cell in row.items()} for row in found] == wanted


@NAMES
def test_no_measure_takes_a_nomination_for_a_lesson(facts_by_name, name):
    study = study_from_facts(facts_by_name[name], FactSelection())
    assert study.ties == () and len(study.contacts) == len(rows(f"{name}_edges"))
    for measure in ("learning_tree", "reach", "sources", "brokerage"):
        with pytest.raises(WrongStudy):
            result(measure, study)


def test_who_is_not_told_of_is_not_taken_for_somebody_who_did_not_adopt(facts_by_name):
    """Without one denial of sixteen the facts no longer tell of everybody."""
    facts = facts_by_name["medinn"]
    denied = next(id for id, one in facts.statements.items() if one.stance is Stance.DENIED)
    fewer = {id: one for id, one in facts.statements.items() if id != denied}
    assert study_from_facts(facts, FactSelection()).is_closed
    assert not study_from_facts(replace(facts, statements=fewer), FactSelection()).is_closed


def count_answer(stores, language: str, query: str) -> object:
    answer = stores[language].ask(query, {})
    return answer.rows[0][0]


def test_the_graph_and_the_triples_hold_who_named_whom_and_no_lesson(stores):
    edges = len(rows("medinn_edges"))
    link = "MATCH (:Person)-[link:{}]->(:Person) RETURN count(link) AS n"
    assert count_answer(stores, "cypher", link.format("NAMED")) == edges
    lessons = "MATCH ()-[link:LEARNED_FROM]->() RETURN count(link) AS n"
    assert count_answer(stores, "cypher", lessons) == 0
    count = (
        "PREFIX lf: <https://w3id.org/learned-from/ontology#> "
        "SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ ?one lf:{} ?other }} }}"
    )
    assert int(str(count_answer(stores, "sparql", count.format("named")))) == edges
    assert int(str(count_answer(stores, "sparql", count.format("learnedFrom")))) == 0


@pytest.mark.parametrize("language", ["cypher", "sparql"])
def test_a_question_lists_whom_a_doctor_named_and_finds_nobody_to_have_learned(stores, language):
    """Doctor 1001 named 1008 and 1058."""

    def answer_rows(name: str, **given: str | int) -> list[dict[str, object]]:
        answer = ask(question(name), given, stores[language], language)
        return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]

    links = answer_rows("links_of", thing="1001")
    named = [
        row["other"] for row in links if (row["relation"], row["direction"]) == ("NAMED", "out")
    ]
    assert named == ["1008", "1058"]
    assert answer_rows("who_learned_from", place="1008") == []
    assert len(answer_rows("who_took_up", mechanism="tetracycline")) == 109


def run_page(root, folders, monkeypatch, page: str, language: str, **query: str) -> AppTest:
    monkeypatch.setenv(FACTS, str(folders["medinn"]))
    monkeypatch.setenv(SOURCES, str(DATA))
    test = AppTest.from_file(str(root / "app_pages" / f"{page}.py"), default_timeout=180)
    for key, value in {"lang": language, **query}.items():
        test.query_params[key] = value
    return test.run()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", ["explore", "compare", "sources", "spread", "analyse"])
def test_every_page_opens_on_it(root, folders, monkeypatch, page, language):
    test = run_page(root, folders, monkeypatch, page, language)
    assert not test.exception and not test.error


def test_a_doctors_page_tells_whom_he_named_and_who_named_him_and_no_lesson(
    root, folders, monkeypatch
):
    """Doctor 1001 named two, and was named by 1078 only."""
    test = run_page(root, folders, monkeypatch, "explore", "en", thing="1001", view="told")
    titles = [heading.value for heading in test.header]
    assert {"Named when asked · 2", "Named by · 1"} <= set(titles)
    assert not [title for title in titles if "earned" in title]


def test_where_no_lesson_is_told_the_spread_page_begins_with_who_took_up_what(
    root, folders, monkeypatch
):
    test = run_page(root, folders, monkeypatch, "spread", "en")
    assert list(test.session_state["spread_types"]) == ["ADOPTED"]
    assert "No link fits these filters. Loosen them." not in [one.value for one in test.info]


def test_who_was_named_is_drawn_otherwise_than_who_was_learned_from():
    named, learned = (edge_look(type, "stated") for type in ("NAMED", "LEARNED_FROM"))
    assert named["color"] != learned["color"]
    assert named["width"] < learned["width"]


def test_the_curve_of_learners_counts_nobody_who_was_named(facts_by_name):
    facts = facts_by_name["medinn"]
    shown = Seen(types=frozenset({"NAMED"}))
    assert len(matching_bundles(facts, shown)) == len(rows("medinn_edges"))
    assert curve_bundles(facts, shown) == []
    assert len(curve_bundles(facts, replace(shown, mechanism="tetracycline"))) == 109
