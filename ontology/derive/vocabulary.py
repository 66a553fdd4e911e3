"""The kinds as an RDF vocabulary, each term named in Chinese and English."""

from __future__ import annotations

from rdflib import RDF, RDFS, Graph, Literal, URIRef
from rdflib.namespace import OWL

from ontology.derive.iris import (
    CONTRADICTS_IRI,
    ONTOLOGY,
    REUSED_PROPERTIES,
    SUPERCLASSES,
    SUPERPROPERTIES,
    bound_iris,
    class_iri,
    edge_iri,
    edge_types,
    iri,
    property_iri,
)
from ontology.derive.rdf_common import (
    CLAIM_WORDS,
    EVIDENCE,
    EVIDENCE_WORD,
    ID_WORD,
    STATEMENT_ID,
    empty_graph,
)
from ontology.labels.labels import Word, schema_words
from ontology.schema.fields import Field, fields
from ontology.schema.kinds import STATEMENTS, THINGS, Kind, Statement, Thing
from texts.tables import LANGUAGES


def vocabulary() -> Graph:
    """Classes and properties, with names, comments and what of others they specialise."""
    graph = empty_graph()
    graph.add((URIRef(ONTOLOGY.removesuffix("#")), RDF.type, OWL.Ontology))
    _add_classes(graph)
    _add_field_properties(graph)
    _property(graph, str(EVIDENCE), "evidence", EVIDENCE_WORD)
    _property(graph, str(STATEMENT_ID), "id", ID_WORD)
    for name, word in CLAIM_WORDS.items():
        _property(graph, name, name, word)
    graph.add((URIRef(CONTRADICTS_IRI), RDF.type, OWL.SymmetricProperty))
    for type in edge_types():
        _property(graph, edge_iri(type), type, schema_words()[type])
    return graph


def _add_classes(graph: Graph) -> None:
    """The class of each kind, below that of things or of statements."""
    kinds: tuple[type[Kind], ...] = (Thing, Statement, *THINGS, *STATEMENTS)
    for kind in kinds:
        node = URIRef(class_iri(kind))
        graph.add((node, RDF.type, OWL.Class))
        _name(graph, node, schema_words()[kind.__name__])
        if kind not in (Thing, Statement):
            base = Statement if issubclass(kind, Statement) else Thing
            graph.add((node, RDFS.subClassOf, URIRef(class_iri(base))))
        if kind.__name__ in SUPERCLASSES:
            graph.add((node, RDFS.subClassOf, URIRef(iri(SUPERCLASSES[kind.__name__]))))


def _add_field_properties(graph: Graph) -> None:
    """The property of each field, and of each bound of a date."""
    for kind in (*THINGS, *STATEMENTS):
        for field in fields(kind):
            if field.name not in REUSED_PROPERTIES:
                _property(graph, property_iri(field.name), field.name, schema_words()[field.name])
            if field.is_date:
                _add_bounds(graph, kind, field)


def _name(graph: Graph, node: URIRef, word: Word) -> None:
    for language in LANGUAGES:
        graph.add((node, RDFS.label, Literal(word.name(language), language)))
        graph.add((node, RDFS.comment, Literal(word.comment(language), language)))


def _property(graph: Graph, name: str, key: str, word: Word) -> None:
    node = URIRef(name)
    graph.add((node, RDF.type, RDF.Property))
    _name(graph, node, word)
    if key in SUPERPROPERTIES:
        graph.add((node, RDFS.subPropertyOf, URIRef(iri(SUPERPROPERTIES[key]))))


def _add_bounds(graph: Graph, kind: type[Kind], field: Field) -> None:
    word = schema_words()[field.name]
    ends = (("最早", "earliest"), ("最晚", "latest"), ("至迟开始", "begun by"))
    for name, (zh, en) in zip(bound_iris(kind, field.name), ends, strict=False):
        _property(graph, name, name, Word(f"{word.zh}（{zh}）", f"{word.en} ({en})", "", ""))
