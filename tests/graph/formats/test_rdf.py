"""Facts as an RDF dataset."""

from __future__ import annotations

from decimal import Decimal

import pyoxigraph as ox
import pytest
from rdflib import XSD, Dataset, Literal, URIRef

from graph.formats.nquads import nquads
from graph.formats.rdf import prefixes, rdf_quads, trig
from graph.model.facts import build_facts
from ontology.derive.iris import ONTOLOGY, edge_iri, iri
from ontology.schema.kinds import LearnedFrom, Measurement, Place

# rdflib warns of names that it uses itself
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

BASE = "https://example.org/nowhere/"


@pytest.fixture(scope="module")
def dataset(small_facts) -> Dataset:
    return parsed(nquads(small_facts), "nquads")


def parsed(content: bytes, format: str) -> Dataset:
    result = Dataset(default_union=True)
    result.parse(data=content.decode(), format=format)
    return result


def four(dataset: Dataset) -> set[tuple[str, ...]]:
    return {
        tuple(part.n3() if hasattr(part, "n3") else str(part) for part in quad)
        for quad in dataset.quads()
    }


def place(code: str) -> URIRef:
    return URIRef(f"{BASE}Place/{code}")


def test_plain_rdflib_reads_the_same_from_trig_and_from_nquads(small_facts, dataset):
    assert four(parsed(trig(small_facts), "trig")) == four(dataset)
    assert len(four(dataset)) == len(rdf_quads(small_facts))


def test_rdflib_reads_the_trig_of_a_code_that_ends_with_a_dot(small_facts):
    dotted = small_facts.things["21"].model_copy(update={"code": "a."})
    more = build_facts(
        small_facts.dataset,
        [*small_facts.things.values(), dotted],
        small_facts.statements.values(),
    )
    read = parsed(trig(more), "trig")
    assert (place("a."), None, None) in read
    assert four(read) == four(parsed(nquads(more), "nquads"))


def test_the_same_facts_give_the_same_bytes(small_facts):
    assert trig(small_facts) == trig(small_facts)
    assert nquads(small_facts) == nquads(small_facts)
    lines = nquads(small_facts).decode().splitlines()
    assert len(lines) == len(set(lines))


def test_there_are_four_graphs(dataset):
    names = {str(graph.identifier).removeprefix(BASE + "graph/") for graph in dataset.graphs()}
    assert {"facts", "taxonomy", "documents", "derived"} <= names


def test_every_date_has_its_two_bounds_as_days(small_facts, dataset):
    said = next(one for one in small_facts.statements_of(LearnedFrom) if one.when == "2005-06/2006")
    node = URIRef(f"{BASE}Statement/{small_facts.statement_ids[said]}")
    (first,) = dataset.objects(node, URIRef(ONTOLOGY + "whenEarliest"))
    (last,) = dataset.objects(node, URIRef(ONTOLOGY + "whenLatest"))
    assert first == Literal("2005-06-01", datatype=XSD.date)
    assert last == Literal("2006-12-31", datatype=XSD.date)


def test_an_open_end_has_no_bound(dataset):
    earliest = set(dataset.subjects(URIRef(ONTOLOGY + "sinceEarliest")))
    latest = set(dataset.subjects(URIRef(ONTOLOGY + "sinceLatest")))
    assert latest < earliest
    assert set(dataset.subjects(URIRef(ONTOLOGY + "sinceBegunBy"))) == earliest
    assert set(dataset.subjects(URIRef(ONTOLOGY + "periodLatest"))) > set(
        dataset.subjects(URIRef(ONTOLOGY + "periodEarliest"))
    )


def test_only_what_is_stated_is_a_direct_edge(dataset):
    learned = URIRef(ONTOLOGY + "learnedFrom")
    assert set(dataset.subject_objects(learned)) == {
        (place("12"), place("11")),
        (place("21"), place("12")),
        (place("22"), place("21")),
    }
    adopted = set(dataset.subject_objects(URIRef(ONTOLOGY + "adopted")))
    assert (place("22"), URIRef(BASE + "Mechanism/mobile-library")) not in adopted  # implied
    assert (place("21"), URIRef(BASE + "Mechanism/mobile-library")) in adopted


def test_a_direct_edge_is_said_in_the_words_of_others_too(dataset):
    influenced = URIRef("http://www.w3.org/ns/prov#wasInfluencedBy")
    learned = URIRef(ONTOLOGY + "learnedFrom")
    assert set(dataset.subject_objects(influenced)) == set(dataset.subject_objects(learned))


def test_every_spot_has_its_source_hash_start_and_end(small_facts, dataset):
    oa = "http://www.w3.org/ns/oa#"
    spots = set(dataset.objects(None, URIRef(ONTOLOGY + "evidence")))
    spots |= set(dataset.objects(None, URIRef(ONTOLOGY + "alsoAt")))
    said = {
        (one.source, span.start, span.end, span.sha256)
        for one in small_facts.statements.values()
        for span in one.spans
    }
    found = set()
    for spot in spots:
        (source,) = dataset.objects(spot, URIRef(oa + "hasSource"))
        (selector,) = dataset.objects(spot, URIRef(oa + "hasSelector"))
        (start,) = dataset.objects(selector, URIRef(oa + "start"))
        (end,) = dataset.objects(selector, URIRef(oa + "end"))
        (sha256,) = dataset.objects(spot, URIRef(ONTOLOGY + "sha256"))
        code = str(source).rpartition("/")[2]
        found.add((code, start.toPython(), end.toPython(), str(sha256)))
    assert found == said


def test_figures_are_written_digit_for_digit(small_facts):
    decimal = '"4.20"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    assert decimal in nquads(small_facts).decode()


def test_a_tiny_figure_is_written_without_an_exponent(small_facts):
    figure = small_facts.statements_of(Measurement)[0]
    tiny = figure.model_copy(update={"value": Decimal("0.00000001")})
    text = nquads(build_facts(small_facts.dataset, small_facts.things.values(), [tiny])).decode()
    assert '"0.00000001"^^' in text


def test_names_are_in_their_language(dataset):
    label = URIRef("http://www.w3.org/2004/02/skos/core#prefLabel")
    assert set(dataset.objects(place("11"), label)) == {
        Literal("甲城市", "zh"),
        Literal("Alder", "en"),
    }


def test_a_non_link_is_not_in_the_dataset(small_facts):
    assert "NonLink" not in nquads(small_facts).decode()


def test_the_prefixes_that_a_query_may_use_are_told(small_facts):
    assert prefixes(small_facts)["data"] == BASE
    assert b"@prefix lf:" in trig(small_facts)


def test_what_a_place_lies_in_by_its_code_list_is_a_property_of_its_own(small_facts):
    """No source states it, so it is no `lf:within`; the standard's property joins both."""
    triples = {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for quad in rdf_quads(small_facts)
        if not isinstance(quad.subject, ox.Triple) and not isinstance(quad.object, ox.Triple)
    }
    listed = {(p.code, small_facts.listed_container(p)) for p in small_facts.things_of(Place)}
    pairs = {(part, whole) for part, whole in listed if whole}
    assert pairs
    base = small_facts.dataset.base_iri + "Place/"
    for part, whole in pairs:
        assert (base + part, edge_iri("LISTED_WITHIN"), base + whole) in triples
        assert (base + part, iri("geo:sfWithin"), base + whole) in triples


def test_a_drafted_statement_is_attributed_to_a_software_agent(small_facts):
    lesson, *_ = small_facts.statements_of(LearnedFrom)
    drafted = lesson.model_copy(update={"drafted_by": "rules 2"})
    others = [statement for statement in small_facts.statements.values() if statement != lesson]
    facts = build_facts(small_facts.dataset, small_facts.things.values(), [*others, drafted])
    id = small_facts.statement_ids[lesson]
    assert facts.statements[id] == drafted  # who drafted it is not what it says
    agent, graph = URIRef(f"{BASE}SoftwareAgent/rules%202"), parsed(nquads(facts), "nquads")
    assert (URIRef(f"{BASE}Statement/{id}"), URIRef(iri("prov:wasAttributedTo")), agent) in graph
    assert (agent, URIRef(iri("rdf:type")), URIRef(iri("prov:SoftwareAgent"))) in graph
    assert (agent, URIRef(iri("rdfs:label")), Literal("rules 2")) in graph
