"""All kinds together: the one schema from which every other form derives.

A kind is a class in things.py, statements.py or document_statements.py; THINGS and STATEMENTS find
it by themselves.
"""

from __future__ import annotations

from collections.abc import Mapping

from ontology.schema.document_statements import Issuance
from ontology.schema.enums import (
    Bound,
    Counting,
    DatedBy,
    EventType,
    Extent,
    Learning,
    Membership,
    Naming,
    Part,
    PlaceLevel,
    Praise,
    SourceState,
    SourceType,
    Stance,
)
from ontology.schema.statement import Statement
from ontology.schema.statements import (
    LISTED_WITHIN,
    Adoption,
    Borders,
    Cooperation,
    DerivedFrom,
    Designation,
    Endorsement,
    Happening,
    HasModel,
    LearnedFrom,
    Measurement,
    MemberOf,
    Nomination,
    NonLink,
    Within,
)
from ontology.schema.things import (
    ACTORS,
    SELF,
    EdgeRole,
    EdgeType,
    Event,
    Indicator,
    Kind,
    Mechanism,
    Organisation,
    OrganisationType,
    Person,
    Place,
    Programme,
    ReformModel,
    Source,
    Thing,
    Unit,
)

# In the order in which their classes are written.
THINGS: tuple[type[Thing], ...] = tuple(Thing.__subclasses__())
STATEMENTS: tuple[type[Statement], ...] = tuple(Statement.__subclasses__())
TABLES: tuple[type[Kind], ...] = (*THINGS, *STATEMENTS, NonLink)
EDGE_TYPES: Mapping[str, EdgeType] = {
    edge_type.type: edge_type for kind in TABLES for edge_type in kind.edges
}

__all__ = [
    "ACTORS",
    "Adoption",
    "Borders",
    "Bound",
    "Cooperation",
    "Counting",
    "DatedBy",
    "DerivedFrom",
    "Designation",
    "EDGE_TYPES",
    "EdgeRole",
    "EdgeType",
    "Endorsement",
    "Event",
    "EventType",
    "Extent",
    "Happening",
    "HasModel",
    "Indicator",
    "Issuance",
    "Kind",
    "LearnedFrom",
    "LISTED_WITHIN",
    "Learning",
    "Measurement",
    "Mechanism",
    "MemberOf",
    "Membership",
    "Naming",
    "Nomination",
    "NonLink",
    "Organisation",
    "OrganisationType",
    "Part",
    "Person",
    "Place",
    "PlaceLevel",
    "Praise",
    "Programme",
    "ReformModel",
    "SELF",
    "STATEMENTS",
    "Source",
    "SourceState",
    "SourceType",
    "Stance",
    "Statement",
    "TABLES",
    "THINGS",
    "Thing",
    "Unit",
    "Within",
    "types_of_roles",
]


def types_of_roles(*roles: EdgeRole) -> tuple[str, ...]:
    """The edge types of these roles, in the order of the roles and of the kinds."""
    return tuple(
        edge_type.type
        for role in roles
        for edge_type in EDGE_TYPES.values()
        if edge_type.role is role
    )
