"""The vocabularies of a dataset as SKOS concept schemes, for tools that read SKOS alone."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from graph.formats.dataset_iris import Iris, Triple
from graph.model.facts import Facts
from ontology.derive.iris import SUPERCLASSES, iri
from ontology.labels.labels import schema_words
from ontology.schema.kinds import THINGS

TYPE = ox.NamedNode(iri("rdf:type"))
CONCEPT, CONCEPT_SCHEME, IN_SCHEME, TOP_CONCEPT_OF, HAS_TOP_CONCEPT, PREF_LABEL = (
    ox.NamedNode(iri(f"skos:{name}"))
    for name in (
        "Concept",
        "ConceptScheme",
        "inScheme",
        "topConceptOf",
        "hasTopConcept",
        "prefLabel",
    )
)
# The kinds of thing that are vocabularies in the sense of SKOS.
CONCEPT_KINDS = tuple(kind for kind in THINGS if SUPERCLASSES.get(kind.__name__) == "skos:Concept")


def concept_triples(facts: Facts, iris: Iris) -> Iterator[Triple]:
    """The vocabularies as SKOS concept schemes: their concepts, and the top ones."""
    for kind in CONCEPT_KINDS:
        concepts = facts.things_of(kind)
        if not concepts:
            continue
        scheme = iris.scheme(kind)
        yield scheme, TYPE, CONCEPT_SCHEME
        word = schema_words()[kind.__name__]
        yield scheme, PREF_LABEL, ox.Literal(word.zh, language="zh")
        yield scheme, PREF_LABEL, ox.Literal(word.en, language="en")
        for concept in concepts:
            node = iris.thing(concept.code)
            yield node, TYPE, CONCEPT
            yield node, IN_SCHEME, scheme
            if not getattr(concept, "broader", ()):
                yield node, TOP_CONCEPT_OF, scheme
                yield scheme, HAS_TOP_CONCEPT, node
