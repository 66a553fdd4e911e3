"""The kinds as constraints and indexes of a property graph, in the Cypher of Neo4j Community."""

from __future__ import annotations

from ontology.kinds import SELF, STATEMENTS, THINGS, Statement, Thing


def constraints() -> list[str]:
    """One uniqueness constraint for every label that has a key; they are indexes as well."""
    keys = {Thing.__name__: "code", Statement.__name__: "id"}
    keys |= {kind.__name__: "code" for kind in THINGS}
    keys |= {
        kind.__name__: "id" for kind in STATEMENTS if any(edge.start == SELF for edge in kind.edges)
    }
    return [
        f"CREATE CONSTRAINT {label.lower()}_{key} IF NOT EXISTS "
        f"FOR (n:{label}) REQUIRE n.{key} IS UNIQUE"
        for label, key in keys.items()
    ]
