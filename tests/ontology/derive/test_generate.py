"""What derives from the kinds: the committed files, the vocabulary, the constraints."""

from __future__ import annotations

import re

import pytest
from rdflib import RDF, RDFS, Graph, URIRef
from rdflib.namespace import OWL

from ontology.derive.generate import DERIVED_FILES, FOLDER
from ontology.derive.iris import ONTOLOGY, camel, class_iri, edge_iri, edge_types, property_iri
from ontology.derive.neo4j_constraints import RELEASE, constraints, indexes
from ontology.schema.kinds import STATEMENTS, THINGS


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    return Graph().parse(FOLDER / "ontology.ttl", format="turtle")


@pytest.mark.parametrize("name", DERIVED_FILES)
def test_a_committed_file_is_what_the_kinds_give_today(name):
    committed = (FOLDER / name).read_text(encoding="utf-8")
    assert DERIVED_FILES[name]() == committed, "run: make derived"


def test_nothing_else_lies_beside_the_derived_files():
    assert {path.name for path in FOLDER.iterdir()} == set(DERIVED_FILES)


def test_every_kind_is_a_named_class_below_thing_or_statement(vocabulary):
    for kind in (*THINGS, *STATEMENTS):
        node = URIRef(class_iri(kind))
        base = "Thing" if kind in THINGS else "Statement"
        assert (node, RDF.type, OWL.Class) in vocabulary
        assert (node, RDFS.subClassOf, URIRef(ONTOLOGY + base)) in vocabulary
        assert {label.language for label in vocabulary.objects(node, RDFS.label)} == {"zh", "en"}


def test_every_property_of_ours_has_a_name_and_a_comment_in_both_languages(vocabulary):
    for node in vocabulary.subjects(RDF.type, RDF.Property):
        for predicate in (RDFS.label, RDFS.comment):
            languages = {text.language for text in vocabulary.objects(node, predicate)}
            assert languages == {"zh", "en"}, (node, predicate)


def test_every_edge_type_is_a_property(vocabulary):
    for type in edge_types():
        assert (URIRef(edge_iri(type)), RDF.type, RDF.Property) in vocabulary


def test_learning_is_a_kind_of_influence_and_derivation_one_of_derivation(vocabulary):
    prov = "http://www.w3.org/ns/prov#"
    pairs = {"LEARNED_FROM": "wasInfluencedBy", "DERIVED_FROM": "wasDerivedFrom"}
    for type, above in pairs.items():
        triple = (URIRef(edge_iri(type)), RDFS.subPropertyOf, URIRef(prov + above))
        assert triple in vocabulary


def test_names_become_terms():
    assert camel("value_written") == "valueWritten"
    assert edge_iri("LEARNED_FROM") == ONTOLOGY + "learnedFrom"
    assert property_iri("name_zh") == "http://www.w3.org/2004/02/skos/core#prefLabel"
    assert property_iri("local_name") == ONTOLOGY + "localName"


def test_every_label_by_which_nodes_are_found_is_constrained_once():
    labels = [re.findall(r"n:(\w+)\)", line)[0] for line in constraints()]
    assert sorted(labels) == sorted({"Thing", "Statement", "Measurement", RELEASE})


def test_constraints_bind_only_what_has_a_dataset():
    for line in constraints():
        assert "n.dataset" in line, line


def test_every_kind_of_thing_is_found_by_its_code():
    text = "\n".join(indexes())
    for kind in THINGS:
        assert f"FOR (n:{kind.__name__}) ON (n.code)" in text


def test_the_page_names_every_kind_and_every_field():
    page = (FOLDER / "schema.md").read_text(encoding="utf-8")
    for kind in (*THINGS, *STATEMENTS):
        assert kind.__name__ in page
        for name in kind.model_fields:
            assert name in page
