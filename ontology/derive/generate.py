"""Writes everything that derives from the kinds into ontology/generated/.

Run `python -m ontology.derive.generate` after a change of the kinds or words; a test compares.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pyoxigraph as ox
from rdflib import Graph

from ontology.derive.iris import PREFIXES
from ontology.derive.neo4j_constraints import constraints, indexes
from ontology.derive.schema_page import schema_page
from ontology.derive.shacl import shapes
from ontology.derive.vocabulary import vocabulary

FOLDER = Path(__file__).parents[1] / "generated"


def turtle(graph: Graph) -> str:
    """A graph as Turtle, the same bytes for the same graph."""
    triples = sorted(ox.parse(_canonical(graph), format=ox.RdfFormat.N_TRIPLES), key=str)
    content = ox.serialize(
        (quad.triple for quad in triples), format=ox.RdfFormat.TURTLE, prefixes=PREFIXES
    )
    assert content is not None  # `serialize` returns None only when it writes to a file
    return content.decode()


def _canonical(graph: Graph) -> bytes:
    """N-Triples with blank nodes named by their content (W3C RDF Dataset Canonicalization)."""
    dataset = ox.Dataset(ox.parse(graph.serialize(format="nt"), format=ox.RdfFormat.N_TRIPLES))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    content = ox.serialize(dataset, format=ox.RdfFormat.N_TRIPLES)
    assert content is not None  # `serialize` returns None only when it writes to a file
    return content


DERIVED_FILES: Mapping[str, Callable[[], str]] = {
    "ontology.ttl": lambda: turtle(vocabulary()),
    "shapes.ttl": lambda: turtle(shapes()),
    "constraints.cypher": lambda: "".join(f"{line};\n" for line in (*constraints(), *indexes())),
    "schema.md": schema_page,
}


def write() -> None:
    """Writes every derived file."""
    FOLDER.mkdir(exist_ok=True)
    for name, derive in DERIVED_FILES.items():
        (FOLDER / name).write_text(derive(), encoding="utf-8")


if __name__ == "__main__":
    write()
