"""dcat.ttl: pySHACL by shapes of DCAT 3, SPDX and VoID, and its counts by SPARQL in rdflib."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import rdflib
from pyshacl import validate
from rdflib.namespace import DCAT, DCTERMS, RDF, VOID, XSD

# what rdflib's reader of N-Quads itself calls
pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated")
SHAPES = Path(__file__).with_name("dcat_shapes.ttl")
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")


@pytest.fixture(scope="module")
def graph(release_folder) -> rdflib.Graph:
    return rdflib.Graph().parse(data=(release_folder / "dcat.ttl").read_bytes(), format="turtle")


@pytest.fixture(scope="module")
def triples(release_folder) -> rdflib.Graph:
    """The triples of the release's graph, whatever named graph they stand in."""
    text = (release_folder / "graph.nq").read_text(encoding="utf-8")
    dataset = rdflib.Dataset(default_union=True).parse(data=text, format="nquads")
    graph = rdflib.Graph()
    for quad in dataset.quads():
        graph.add(quad[:3])
    return graph


def conforms(graph: rdflib.Graph) -> tuple[bool, str]:
    shapes = rdflib.Graph().parse(data=SHAPES.read_bytes(), format="turtle")
    conforms, _, text = validate(graph, shacl_graph=shapes)
    return conforms, text


def test_it_conforms_to_the_shapes(graph):
    assert conforms(graph) == (True, "Validation Report\nConforms: True\n")


def test_the_shapes_refuse_what_is_wrong(graph):
    wrong = rdflib.Graph() + graph
    file = next(iter(sorted(wrong.subjects(RDF.type, DCAT.Distribution))))
    wrong.set((file, DCAT.byteSize, rdflib.Literal("many")))
    wrong.remove((None, DCTERMS.license, None))
    wrong.remove((None, VOID.triples, None))
    conform, text = conforms(wrong)
    assert not conform
    for term in ("dcat:byteSize", "dcterms:license", "void:triples"):
        assert term in text


def test_a_distribution_is_a_file_with_its_size_and_hash(graph, release_folder):
    files = list(graph.subjects(RDF.type, DCAT.Distribution))
    assert len(files) == len(set(files)) > 50
    for file in files:
        content = (release_folder / str(graph.value(file, DCTERMS.identifier))).read_bytes()
        assert int(graph.value(file, DCAT.byteSize)) == len(content)
        checksum = graph.value(file, SPDX.checksum)
        digest = rdflib.Literal(hashlib.sha256(content).hexdigest(), datatype=XSD.hexBinary)
        assert (checksum, SPDX.checksumValue, digest) in graph


@pytest.mark.parametrize(
    ("term", "counted"),
    [
        (VOID.triples, "(COUNT(*) AS ?n) { ?s ?p ?o }"),
        (VOID.distinctSubjects, "(COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }"),
        (VOID.distinctObjects, "(COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }"),
        (VOID.classes, "(COUNT(DISTINCT ?o) AS ?n) { ?s a ?o }"),
        (VOID.properties, "(COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }"),
    ],
)
def test_the_counts_are_those_of_the_graph(graph, triples, term, counted):
    ((number,),) = triples.query(f"SELECT {counted}")
    (release,) = graph.subjects(RDF.type, VOID.Dataset)
    assert int(graph.value(release, term)) == int(number)


def test_the_counts_of_each_class_and_property_are_those_of_the_graph(graph, triples):
    for part in graph.objects(None, VOID.classPartition):
        members = triples.subjects(RDF.type, graph.value(part, VOID["class"]))
        assert int(graph.value(part, VOID.entities)) == len(set(members))
    for part in graph.objects(None, VOID.propertyPartition):
        property_ = graph.value(part, VOID.property)
        assert int(graph.value(part, VOID.triples)) == len(list(triples[:property_:]))


def test_titles_are_in_both_languages(graph):
    (release,) = graph.subjects(RDF.type, DCAT.Dataset)
    titles = {title.language: str(title) for title in graph.objects(release, DCTERMS.title)}
    assert titles == {
        "en": "How Nowhere's reading reforms spread",
        "zh": "无有国读书改革的传播",
    }
