"""Withdrawn statements in RDF, as PROV: entities that were invalidated, and what revises them.

They have their own graph, and no class, field or edge of a statement, so that no query about
standing statements finds them. Their content is in the tables.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from graph.formats.dataset_iris import Iris
from graph.formats.rdf_fields import DAY, class_of
from graph.model.facts import Facts
from ontology.derive.iris import iri

DATE_TIME = ox.NamedNode(iri("xsd:dateTime"))
TYPE, ENTITY, ACTIVITY, INVALIDATED_AT, INVALIDATED_BY, REVISION_OF = (
    ox.NamedNode(iri(name))
    for name in (
        "rdf:type",
        "prov:Entity",
        "prov:Activity",
        "prov:invalidatedAtTime",
        "prov:wasInvalidatedBy",
        "prov:wasRevisionOf",
    )
)
IDENTIFIER, KIND, SOURCE, DATE, CREATOR, REASON = (
    ox.NamedNode(iri(f"dcterms:{name}"))
    for name in ("identifier", "type", "source", "date", "creator", "description")
)


def withdrawn_triples(
    facts: Facts, iris: Iris
) -> Iterator[tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]]:
    """Each withdrawn statement with its kind and source, and its withdrawal: when, who and why.

    PROV requires a time for the day: it is the beginning of the day, without a time zone.
    """
    for id, withdrawal in facts.withdrawn.items():
        node = iris.statement(id)
        act = ox.NamedNode(f"{node.value}/withdrawal")
        day = withdrawal.day.isoformat()
        yield node, TYPE, ENTITY
        yield node, IDENTIFIER, ox.Literal(id)
        yield node, KIND, class_of(type(withdrawal.statement))
        yield node, SOURCE, iris.thing(withdrawal.statement.source)
        yield node, INVALIDATED_AT, ox.Literal(f"{day}T00:00:00", datatype=DATE_TIME)
        yield node, INVALIDATED_BY, act
        yield act, TYPE, ACTIVITY
        yield act, DATE, ox.Literal(day, datatype=DAY)
        yield act, CREATOR, ox.Literal(withdrawal.curator)
        yield act, REASON, ox.Literal(withdrawal.reason)
        if withdrawal.replaced_by:
            yield iris.statement(withdrawal.replaced_by), REVISION_OF, node
