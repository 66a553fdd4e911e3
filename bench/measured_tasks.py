"""The measured tasks, each run in its own process: python -m bench.measured_tasks NAME ...

Some print what they measured, because starting and reading the facts are no part of it.
"""

from __future__ import annotations

import csv
import json
import resource
import sys
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

import pyoxigraph as ox

from bench.cost import cost
from bench.exports.import_files import biocypher, write_ours
from bench.exports.rdf import bare_quads, rdflib_trig
from bench.exports.rml_mapping import by_morph_kgc
from bench.measures.learning_tree import links, seconds
from bench.scaled_facts import scale_facts
from bench.stores.push import bare, on_an_empty_server, ours, rdflib_neo4j
from bench.stores.questions import LIMITS, milliseconds
from diffusion.networks.learning_tree import learning_forest, tree_shapes
from graph.formats.rdf import trig
from graph.formats.sorted_elements import stream_of_parts
from graph.model.facts import Facts
from graph.model.property_graph import property_graph
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.neo4j.push import load_stream
from graph.stores.neo4j.store import connect
from graph.stores.sparql.store import SparqlStore
from loaders.caches.facts_key import GRAPH, facts_key
from loaders.caches.facts_snapshot import read_facts_by_snapshot
from loaders.facts.facts_folder import TABLES_BY_FILE, read_facts
from loaders.streaming.streamed_folder import StreamedFolder
from ontology.schema.edtf import edtf_interval
from ontology.schema.kinds import Kind
from queries.catalogue import questions
from tests.servers.neo4j_server import Server

DAYS, TREE_LINKS = 10_000, 1_000_000
# The number of statements that the slow peers load within a minute.
PEER_STATEMENTS = 5_000


def bare_check(folder: str) -> tuple[float, float]:
    """Seconds for each row through csv and pydantic, and no more; the most memory in MB."""
    return seconds(lambda: _bare_values(folder)), most_memory()


def _bare_values(folder: str) -> list[Kind]:
    values = []
    for name, kind in TABLES_BY_FILE.items():
        path = Path(folder, name)
        if path.exists():
            with path.open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    cells = {key: cell for key, cell in row.items() if cell}
                    values.append(kind.model_validate(cells))
    return values


def bare_nquads(folder: str) -> tuple[float, float]:
    """Seconds to read the facts and to sort their fields as quads; the most memory in MB."""

    def sorted_lines() -> list[bytes]:
        lines = ox.serialize(bare_quads(read_facts(Path(folder))), format=ox.RdfFormat.N_QUADS)
        assert lines is not None
        return sorted(lines.splitlines())

    return seconds(sorted_lines), most_memory()


def nquads_by_morph_kgc(folder: str, out: str) -> float:
    """Seconds of morph-kgc for a quad a filled cell, its start included."""
    return by_morph_kgc(Path(folder), Path(out, "morph-kgc")).cpu


def peer_facts() -> Facts:
    """The real facts scaled to PEER_STATEMENTS statements."""
    return scale_facts(read_facts(Path("facts")), PEER_STATEMENTS)


def trig_of_peer_facts() -> float:
    """Seconds to write the facts for peers, which are in memory, as TriG."""
    facts = peer_facts()
    return seconds(lambda: trig(facts))


def trig_of_peer_facts_by_rdflib() -> float:
    """Seconds of rdflib for the same quads, from our terms to the text."""
    facts = peer_facts()
    return seconds(lambda: rdflib_trig(facts))


def parse_dates() -> float:
    """Microseconds for the first look at each of many days."""
    first = date(1990, 1, 1)
    days = [(first + timedelta(number)).isoformat() for number in range(DAYS)]
    return seconds(lambda: [edtf_interval(day) for day in days]) / DAYS * 1e6


def read_tables(folder: str) -> float:
    """Seconds to read the tables and the edges."""
    return seconds(lambda: _with_edges(read_facts(Path(folder))))


def read_snapshot(folder: str) -> float:
    """Seconds to read the facts with their edges from a snapshot, which is made before."""
    read_facts_by_snapshot([Path(folder)])
    return seconds(lambda: _with_edges(read_facts_by_snapshot([Path(folder)])))


def _with_edges(facts: Facts) -> int:
    return len(facts.edges)


def open_store(folder: str, cache: str) -> float:
    """Seconds from facts to the first answer of the embedded store, which may be there already.

    It is opened as `ask` and the app open it: a graph whose content key is known is not read again.
    """
    facts = read_facts(Path(folder))

    def ask_once() -> None:
        graph = stream_of_parts([facts], facts.dataset, None)
        key = facts_key([Path(folder)], None, GRAPH)
        engine = EmbeddedStore.open(graph, LIMITS, Path(cache), content_key=key)
        engine.ask("MATCH (n) RETURN count(n) AS n", {})
        engine.close()

    return cost(ask_once)[1].cpu


def ask_question(name: str, language: str, folder: str, cache: str) -> float:
    """The median milliseconds of a question, whose store may be built already."""
    facts = read_facts(Path(folder))
    engine: SparqlStore | EmbeddedStore
    if language == "sparql":
        engine = SparqlStore(facts, LIMITS)
    else:
        graph = stream_of_parts([facts], facts.dataset, None)
        engine = EmbeddedStore.open(graph, LIMITS, Path(cache))
    times = milliseconds(questions()[name], engine, language)
    engine.close()
    return median(times) if times else float("inf")


def tree_shapes_of_links() -> float:
    """Seconds for the shapes of a tree of a million links."""
    parents = {
        learner: tie.teacher for learner, tie in learning_forest(links(TREE_LINKS)).parents.items()
    }
    return seconds(lambda: tree_shapes(parents))


def tree_distances_by_igraph() -> float:
    """Seconds of igraph for the distances from the root of that tree alone."""
    from igraph import Graph

    graph = Graph(
        [(int(tie.teacher), int(tie.learner)) for tie in links(TREE_LINKS)], directed=True
    )
    return seconds(lambda: graph.distances(source=[0]))


def import_files(folder: str, out: str) -> float:
    """Seconds from a graph in memory to the files of neo4j-admin."""
    graph = property_graph(read_facts(Path(folder)))
    return seconds(lambda: write_ours(graph, Path(out)))


def import_files_by_biocypher(folder: str, out: str) -> float:
    """Seconds that BioCypher takes for the same."""
    Path(out).mkdir(parents=True, exist_ok=True)
    return biocypher(property_graph(read_facts(Path(folder))), Path(out)).cpu


def push(folder: str) -> tuple[float, float]:
    """Seconds by the clock from a folder into an empty server, and the most memory here in MB."""

    def pushed(running: Server) -> float:
        begun = perf_counter()
        streamed = StreamedFolder(Path(folder))
        graph = stream_of_parts(streamed.parts(), streamed.dataset, None)
        with connect(running.address, running.user, running.password) as driver:
            load_stream(driver, None, graph, lambda *_: None)
        return perf_counter() - begun

    return on_an_empty_server(pushed), most_memory()


def bare_push(folder: str) -> tuple[float, float]:
    """The same by a bare loop over the driver with the facts in memory, reading them included."""
    begun = perf_counter()
    facts = read_facts(Path(folder))
    reading = perf_counter() - begun
    return reading + on_an_empty_server(lambda running: bare(facts, running)), most_memory()


def push_of_peer_facts() -> float:
    """Seconds by the clock from the facts for peers in memory into an empty server."""
    return on_an_empty_server(partial(ours, peer_facts()))


def push_of_peer_facts_by_rdflib_neo4j() -> float:
    """The same by rdflib-neo4j, which keeps neither named graphs nor languages."""
    return on_an_empty_server(partial(rdflib_neo4j, peer_facts()))


def most_memory() -> float:
    """The most memory of this process until now, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


TASKS: dict[str, Callable[..., object]] = {
    task.__name__: task
    for task in (
        *(bare_check, bare_nquads, bare_push),
        *(parse_dates, read_tables, read_snapshot, open_store, ask_question, push),
        *(import_files, import_files_by_biocypher, nquads_by_morph_kgc),
        *(tree_shapes_of_links, tree_distances_by_igraph),
        *(trig_of_peer_facts, trig_of_peer_facts_by_rdflib),
        *(push_of_peer_facts, push_of_peer_facts_by_rdflib_neo4j),
    )
}

if __name__ == "__main__":
    print(json.dumps(TASKS[sys.argv[1]](*sys.argv[2:])))
