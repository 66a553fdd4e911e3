"""The files that `export` writes. A new format is a module here and a line in `FORMATS`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import IO

from exports.export_file import write_atomically, write_parts_atomically
from exports.facts.gexf import gexf
from exports.facts.graphml import graphml
from exports.facts.json_lines import statements_jsonl
from exports.facts.tables import edges_csv, nodes_csv
from exports.gzip_file import SUFFIX, gzip_writer
from graph.formats.nquads import joined_nquads_blocks, nquads_blocks
from graph.formats.rdf import trig
from graph.model.facts import Facts
from graph.model.gc_pause import without_garbage_collection
from graph.model.property_graph import PropertyGraph, property_graph
from queries.catalogue import questions


class Content:
    """The input of the formats: the facts, and their property graph once it is needed."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    @cached_property
    def graph(self) -> PropertyGraph:
        """The property graph of the facts."""
        return property_graph(self.facts)


NQUADS = "graph.nq"
# The content of each file, in one part or in several.
FORMATS: Mapping[str, Callable[[Content], Iterable[bytes]]] = {
    "statements.jsonl": lambda content: [statements_jsonl(content.facts)],
    "graph.trig": lambda content: [trig(content.facts)],
    NQUADS: lambda content: nquads_blocks(content.facts),
    "graph.graphml": lambda content: [graphml(content.graph)],
    "graph.gexf": lambda content: [gexf(content.graph)],
    "nodes.csv": lambda content: [nodes_csv(content.graph)],
    "edges.csv": lambda content: [edges_csv(content.graph)],
}


def export(facts: Facts, folder: Path) -> list[Path]:
    """Writes every format into a folder; the files written, in order.

    The same facts give the same bytes. Raises NotWritable.
    """
    content = Content(facts)
    paths = []
    for name, to_parts in FORMATS.items():
        paths.append(folder / name)
        _write(paths[-1], to_parts(content))
    # the files of the catalogue leave lists of kinds open; these are filled in, for any SPARQL tool
    for key, question in questions().items():
        paths.append(folder / "queries" / f"{key}.rq")
        write_atomically(paths[-1], question.sparql.encode("utf-8"))
    return paths


@without_garbage_collection()
def write_nquads(parts: Iterable[Facts], folder: Path, *, gzip: bool = False) -> Path:
    """Writes the parts of a dataset as one sorted file of N-Quads: the bytes that `export` writes.

    With `gzip` these are in a file of gzip. Raises NotWritable, and what reading the parts
    raises; an older file is then as it was.
    """
    blocks = joined_nquads_blocks(parts)
    if not gzip:
        path = folder / NQUADS
        _write(path, blocks)
        return path
    path = folder / (NQUADS + SUFFIX)
    write_parts_atomically(path, lambda file: _write_compressed(file, blocks))
    return path


def _write(path: Path, parts: Iterable[bytes]) -> None:
    write_parts_atomically(path, lambda file: file.writelines(parts))


def _write_compressed(file: IO[bytes], parts: Iterable[bytes]) -> None:
    with gzip_writer(file) as writer:
        writer.writelines(parts)
