"""Writes a property graph into a Neo4j database: complete or not at all, and only differences.

All is written in one transaction: readers see the old graph until it commits and the new one after,
and a loader that is killed leaves the old one. Other data in the database are never touched: all
our nodes and edges carry their `dataset`, and the constraints apply only to elements that have one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

from graph.formats.sorted_elements import (
    RELATIONSHIPS,
    GraphStream,
    SortedElement,
    sorted_elements,
    stream_of,
)
from graph.formats.sorted_lines import sorted_lines
from graph.model.property_graph import Edge, Node, PropertyGraph
from graph.model.release import ReleaseHash
from graph.stores.neo4j.batches import Batch, BatchWriter
from graph.stores.neo4j.loads import remove_unseen
from graph.stores.neo4j.schema import create_schema
from graph.stores.neo4j.store import Driver, Transaction, write_errors
from graph.stores.neo4j.stored_changes import (
    Additions,
    WriteStep,
    change_of,
    changes,
    node_addition,
)
from graph.stores.neo4j.stored_datasets import check_iri
from graph.stores.neo4j.stored_graph import has_only_a_release, stored_lines
from ontology.derive.neo4j_constraints import RELEASE

# How many bytes of what is stored, and of the changes, are sorted at a time.
SORT_BYTES = 8_000_000

# Called after each batch: the step, how many changes are done, how many there are.
Progress = Callable[[WriteStep, int, int], None]
# How many changes there are, by step and kind.
Counts = Mapping[WriteStep, Counter[str]]


@dataclass(frozen=True)
class LoadOutcome:
    """What a load changed: counts of nodes by kind and of edges by type.

    `is_repair`: the same facts had been loaded before, and the database had been changed since.
    """

    added_elements: Mapping[str, int]
    removed_elements: Mapping[str, int]
    changed_elements: Mapping[str, int]
    is_repair: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether the database already had exactly this graph."""
        return not (self.added_elements or self.removed_elements or self.changed_elements)


class StoredRelease(NamedTuple):
    """The hash of the graph that was loaded last, and what it carries if readers see a load."""

    hash: str | None
    loaded_as: str | None


def load(
    driver: Driver, database: str | None, graph: PropertyGraph, progress: Progress
) -> LoadOutcome:
    """Makes the database hold a graph that is in memory; see `load_stream`."""
    return load_stream(driver, database, stream_of(graph), progress)


def load_stream(
    driver: Driver, database: str | None, graph: GraphStream, progress: Progress
) -> LoadOutcome:
    """Makes the database hold this graph for its dataset, in one transaction.

    Memory does not grow with the graph, but for the ids of nodes that go. Raises what reading the
    graph raises, the errors of graph.store, and OSError if a temporary file cannot be written; the
    database then holds what it held before. OtherDataset is raised if it holds a dataset of this
    name with another base IRI.
    """
    with write_errors(), driver.session(database=database) as session:
        create_schema(session)
        with session.begin_transaction() as transaction:
            before = _locked_release(transaction, graph)
            # the node of the release was made by `_locked_release` if it was not there
            write = _write_all if has_only_a_release(transaction) else _write_changes
            loaded, hash = write(transaction, graph, progress)
            _mark(transaction, graph, hash)
            transaction.commit()
        if before.loaded_as is not None:
            remove_unseen(session, graph.dataset)
    return replace(loaded, is_repair=before.hash == hash)


def _write_all(
    transaction: Transaction, graph: GraphStream, progress: Progress
) -> tuple[LoadOutcome, str]:
    """Writes a graph into a database that has nothing: nodes while it is read, then the edges.

    So the server works while the graph is read and sorted. The counts of additions, and the hash.
    """
    hash, counts = ReleaseHash(), {step: Counter[str]() for step in WriteStep}
    additions = Additions()
    with _writer(transaction, graph.dataset, counts, progress) as writer:

        def write_node(table: str, element: Node | Edge) -> None:
            if isinstance(element, Node):
                counts[WriteStep.ADD_NODES][element.labels[0]] += 1
                writer.add(node_addition(element))
            else:
                counts[WriteStep.ADD_EDGES][element.type] += 1

        for element in sorted_elements(graph.elements, write_node):
            hash.add(element.section, element.json)
            if element.section == RELATIONSHIPS.encode():
                writer.add(additions.change(element))
        writer.flush()
    return _outcome(counts), hash.hexdigest()


def _write_changes(
    transaction: Transaction, graph: GraphStream, progress: Progress
) -> tuple[LoadOutcome, str]:
    """Writes what makes the stored graph the new one; the counts, and the hash of the new one."""
    hash, counts = ReleaseHash(), {step: Counter[str]() for step in WriteStep}
    new = _hash_elements(sorted_elements(graph.elements), hash)
    lines = _change_lines(transaction, graph.dataset, new, counts)
    with _writer(transaction, graph.dataset, counts, progress) as writer:
        for line in _lines_of(sorted_lines(lines, SORT_BYTES)):
            writer.add(change_of(line))
        writer.flush()
    return _outcome(counts), hash.hexdigest()


def _outcome(counts: Counts) -> LoadOutcome:
    return LoadOutcome(
        added_elements=counts[WriteStep.ADD_NODES] + counts[WriteStep.ADD_EDGES],
        removed_elements=counts[WriteStep.REMOVE_NODES] + counts[WriteStep.REMOVE_EDGES],
        changed_elements=counts[WriteStep.CHANGE_NODES] + counts[WriteStep.CHANGE_EDGES],
    )


def _hash_elements(elements: Iterable[SortedElement], hash: ReleaseHash) -> Iterator[SortedElement]:
    for element in elements:
        hash.add(element.section, element.json)
        yield element


def _change_lines(
    transaction: Transaction,
    dataset: str,
    new: Iterable[SortedElement],
    counts: Counts,
) -> Iterator[bytes]:
    """The changes as lines, which are counted by step and kind."""
    stored = stored_lines(transaction, dataset)
    for change in changes(new, _lines_of(sorted_lines(stored, SORT_BYTES))):
        counts[change.step][change.kind] += 1
        yield change.line()


def _lines_of(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """The lines of blocks."""
    return chain.from_iterable(map(bytes.splitlines, blocks))


def _mark(transaction: Transaction, graph: GraphStream, hash: str) -> None:
    """Writes on the release node which graph the database now holds."""
    transaction.run(
        f"MATCH (r:{RELEASE} {{dataset: $dataset}}) SET r.hash = $hash, r.iri = $iri, "
        "r.version = $version, r.day = $day, r.loaded_as = null",
        {"dataset": graph.dataset, "iri": graph.iri, "hash": hash, **_version(graph)},
    ).consume()


def _version(graph: GraphStream) -> dict[str, str | None]:
    """The version and day of the facts' release; null, which sets nothing, if there is none."""
    release = graph.release
    day = release.day.isoformat() if release else None
    return {"version": release.version if release else None, "day": day}


def _locked_release(transaction: Transaction, graph: GraphStream) -> StoredRelease:
    """The release that the database holds; its node is locked, so that loads take turns."""
    record = transaction.run(
        f"MERGE (r:{RELEASE} {{dataset: $dataset}}) SET r.dataset = $dataset "
        "RETURN r.hash AS hash, r.iri AS iri, r.loaded_as AS loaded_as",
        {"dataset": graph.dataset},
    ).single(strict=True)
    check_iri(graph.dataset, record["iri"], graph.iri)
    return StoredRelease(record["hash"], record["loaded_as"])


def _writer(
    transaction: Transaction, dataset: str, counts: Counts, progress: Progress
) -> BatchWriter:
    """Writes changes in a transaction; after each batch it says how many are written."""
    done = 0

    def write(batch: Batch) -> None:
        transaction.run(batch.query, {"rows": batch.rows, "dataset": dataset}).consume()
        batch.rows.clear()  # the driver keeps the parameters of all queries of a transaction

    def say_progress(batch: Batch) -> None:
        nonlocal done
        done += batch.size
        progress(batch.step, done, sum(map(Counter.total, counts.values())))

    return BatchWriter(write, say_progress)


def key_of(node: Node) -> tuple[str, str]:
    """The label and property by which a node is found."""
    return ("Thing", "code") if "Thing" in node.labels else (node.labels[0], "id")
