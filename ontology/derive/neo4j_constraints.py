"""The kinds as constraints and indexes of a property graph, in the Cypher of Neo4j Community.

A key is unique within a dataset, so that other data under the same labels is not bound by it.
"""

from __future__ import annotations

from ontology.schema.kinds import SELF, STATEMENTS, THINGS, Statement, Thing

# The label of the node that says which release of a dataset a database holds.
RELEASE = "LearnedFromRelease"
# Names are searched in Chinese too: the analyzer for Chinese, Japanese and Korean.
FULL_TEXT = (
    "CREATE FULLTEXT INDEX thing_names IF NOT EXISTS "
    "FOR (n:Thing) ON EACH [n.name_zh, n.name_en, n.alt_names] "
    "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}"
)
# The types of the edges from a statement to things.
OF_STATEMENTS = ("IN", "ABOUT")
# Computed from all statements; queries use these to start from a few nodes.
CLAIMS = ("source_count", "contested")
DATES = ("LEARNED_FROM", "ADOPTED", "TOOK_PART_IN")


def key_properties() -> dict[str, str]:
    """The labels by which every node is found, each with the property that is its key."""
    node_kinds = {
        kind.__name__: "id" for kind in STATEMENTS if any(edge.start == SELF for edge in kind.edges)
    }
    return {Thing.__name__: "code", Statement.__name__: "id"} | node_kinds


def edge_ends(type: str) -> tuple[str, str]:
    """The labels by which the start and the end of an edge of a type are found."""
    if type == "CONTRADICTS":
        return Statement.__name__, Statement.__name__
    if type in OF_STATEMENTS:
        return Statement.__name__, Thing.__name__
    for kind in STATEMENTS:
        if any(edge.type == type and edge.start == SELF for edge in kind.edges):
            return kind.__name__, Thing.__name__
    return Thing.__name__, Thing.__name__


def constraints() -> list[str]:
    """One uniqueness constraint for every label by which nodes are found."""
    return [
        f"CREATE CONSTRAINT {label.lower()}_{key} IF NOT EXISTS "
        f"FOR (n:{label}) REQUIRE (n.dataset, n.{key}) IS UNIQUE"
        for label, key in key_properties().items()
    ] + [
        "CREATE CONSTRAINT learned_from_release IF NOT EXISTS "
        f"FOR (n:{RELEASE}) REQUIRE n.dataset IS UNIQUE"
    ]


def key_indexes() -> list[str]:
    """One index for every label on the key that a query names, without its dataset."""
    labels = key_properties() | {kind.__name__: "code" for kind in THINGS}
    return [
        f"CREATE INDEX {label.lower()}_by_{key} IF NOT EXISTS FOR (n:{label}) ON (n.{key})"
        for label, key in labels.items()
    ]


def indexes() -> list[str]:
    """Indexes for what is asked most: keys, names, claims, dates."""
    lines = [
        f"CREATE INDEX statement_by_{name} IF NOT EXISTS FOR (n:Statement) ON (n.{name})"
        for name in CLAIMS
    ] + [
        f"CREATE INDEX {type.lower()}_earliest IF NOT EXISTS FOR ()-[r:{type}]-() ON (r.earliest)"
        for type in DATES
    ]
    return [*key_indexes(), *lines, FULL_TEXT]
