"""RDF of what is computed from claims: see `graph.model.claims`.

A statement has the number of sources that tell its claim (lf:sourceCount), and the statements that
it contradicts (lf:contradicts, in both directions); then it is contested (lf:contested).
"""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from graph.formats.dataset_iris import Iris, Triple
from graph.formats.rdf_fields import integer
from graph.model.facts import Facts
from ontology.derive.iris import CONTESTED_IRI, CONTRADICTS_IRI, SOURCE_COUNT_IRI, iri

TRUE = ox.Literal("true", datatype=ox.NamedNode(iri("xsd:boolean")))
COUNT_PROPERTY, CONTESTED_PROPERTY, CONTRADICTS_PROPERTY = (
    ox.NamedNode(name) for name in (SOURCE_COUNT_IRI, CONTESTED_IRI, CONTRADICTS_IRI)
)


def claim_triples(facts: Facts, iris: Iris) -> Iterator[Triple]:
    """Statement by statement, as the facts have them; what contradicts what at the end."""
    claims = facts.claims
    for id in facts.statements:
        if (count := claims.source_counts.get(id)) is not None:
            yield iris.statement(id), COUNT_PROPERTY, integer(count)
        if id in claims.contested_ids:
            yield iris.statement(id), CONTESTED_PROPERTY, TRUE
    for id, other in claims.contradictions:
        yield iris.statement(id), CONTRADICTS_PROPERTY, iris.statement(other)
        yield iris.statement(other), CONTRADICTS_PROPERTY, iris.statement(id)
