"""Facts into import files for Neo4j, beside BioCypher and a loop written for the purpose."""

from __future__ import annotations

import csv
import json
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.cost import Cost, cost
from bench.markdown_table import table
from exports.facts.neo4j_admin import write_stream
from graph.formats.sorted_elements import stream_of
from graph.model.facts import Facts
from graph.model.property_graph import PropertyGraph, PropertyValue, property_graph

PEERS = Path("build/peers/bin/python")
HEADER = ("import files", "rows", "CPU s", "rows a CPU s", "times ours")


def by_hand(graph: PropertyGraph, folder: Path) -> None:
    """The bare loop: the same rows, a file a label or type; no types, no hash of the release."""
    folder.mkdir(parents=True)
    tables: dict[str, list[tuple[tuple[str, ...], Mapping[str, PropertyValue]]]] = {}
    for node in graph.nodes:
        tables.setdefault(node.labels[0], []).append((node.labels, node.properties))
    for link in graph.edges:
        tables.setdefault(link.type, []).append(((link.start, link.end), link.properties))
    for name, rows in tables.items():
        columns = {column: None for _, properties in rows for column in properties}
        with (folder / name).open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow([":ID", ":END_ID", *columns])
            for first, properties in rows:
                cells = [properties.get(column) for column in columns]
                writer.writerow(
                    [*first, *(";".join(c) if isinstance(c, list) else c for c in cells)]
                )


def biocypher(graph: PropertyGraph, folder: Path) -> Cost:
    """The time that BioCypher's own process reports; reading our elements is not counted."""
    elements = folder / "elements.jsonl"
    with elements.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in _elements(graph))
    done = subprocess.run(
        [
            PEERS.absolute(),
            Path("bench/peers/biocypher_write.py").absolute(),
            elements,
            folder / "biocypher",
        ],
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
    )
    return Cost(0, float(done.stdout.split()[-1]))


def _elements(graph: PropertyGraph) -> Iterator[str]:
    for node in graph.nodes:
        properties = {k: v for k, v in node.properties.items() if k != "id"}
        yield json.dumps([node.id, node.labels[0], properties])
    yield ""
    for link in graph.edges:
        properties = {k: v for k, v in link.properties.items() if k != "id"}
        yield json.dumps([link.id, link.start, link.end, link.type, properties])


def write_ours(graph: PropertyGraph, folder: Path) -> None:
    """The import files of a graph that is in memory."""
    write_stream(stream_of(graph), folder)


def report(facts: Facts) -> str:
    """A Markdown table."""
    graph, built = cost(lambda: property_graph(facts))
    rows = len(graph.nodes) + len(graph.edges)
    with TemporaryDirectory() as name:
        folder = Path(name)
        _, writing = cost(lambda: write_ours(graph, folder / "ours"))
        _, hand = cost(lambda: by_hand(graph, folder / "hand"))
        peer = biocypher(graph, folder)
    rows_by_writer = [
        ("graph → files, ours", writing.cpu),
        ("graph → files, a loop by hand", hand.cpu),
        ("graph → files, BioCypher", peer.cpu),
        ("facts → graph → files, ours", built.cpu + writing.cpu),
    ]
    return table(
        HEADER, [(what, rows, cpu, rows / cpu, cpu / writing.cpu) for what, cpu in rows_by_writer]
    )
