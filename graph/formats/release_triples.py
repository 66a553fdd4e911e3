"""The releases of a dataset in RDF: DCAT 3 for versions, Dublin Core for days.

Each release is a dcat:Dataset with its dcat:version and dcterms:issued, and names the one before
it (dcat:previousVersion); the dataset itself has them as its versions (dcat:hasVersion). A
statement is dcterms:available since the day of the first release that holds it.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from graph.formats.dataset_iris import Iris, Triple
from graph.model.facts import Facts
from ontology.derive.iris import PREFIXES

# The named graph of the releases, and the prefix that only they use.
RELEASES_GRAPH = "releases"
DCAT = "http://www.w3.org/ns/dcat#"
TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
DATE = ox.NamedNode(PREFIXES["xsd"] + "date")
AVAILABLE = ox.NamedNode(PREFIXES["dcterms"] + "available")
DCTERMS_ISSUED = ox.NamedNode(PREFIXES["dcterms"] + "issued")
DATASET, VERSION, HAS_VERSION, PREVIOUS, CURRENT = (
    ox.NamedNode(DCAT + name)
    for name in ("Dataset", "version", "hasVersion", "previousVersion", "hasCurrentVersion")
)


def release_triples(facts: Facts, iris: Iris) -> Iterator[Triple]:
    """The known releases, and since when each statement is available.

    If the facts are those of a release, it is the current version.
    """
    before: ox.NamedNode | None = None
    for entry in facts.releases:
        node = iris.release(entry.version)
        yield iris.dataset, HAS_VERSION, node
        yield node, TYPE, DATASET
        yield node, VERSION, ox.Literal(entry.version)
        yield node, DCTERMS_ISSUED, ox.Literal(entry.day.isoformat(), datatype=DATE)
        if before is not None:
            yield node, PREVIOUS, before
        before = node
    if facts.release is not None:
        yield iris.dataset, CURRENT, iris.release(facts.release.version)
    for id, day in facts.known_since.items():
        yield iris.statement(id), AVAILABLE, ox.Literal(day.isoformat(), datatype=DATE)
