"""A property graph as CSV that `neo4j-admin database import full` takes as it is.

One file for each label, each kind of statement and each edge type; the header says each column's
type. The release node is there too, so that a later `push` of the same facts finds nothing to
change. Nodes and edges are sorted on the disk: memory does not grow with the graph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path

from pydantic_core import to_json

from exports.export_file import NotWritable
from exports.facts.import_columns import Columns
from exports.facts.import_rows import ImportRows
from exports.facts.import_tables import ImportTables
from graph.formats.sorted_elements import (
    BATCH_ELEMENTS,
    DIVIDER,
    GraphStream,
    stream_of_parts,
    table_of,
)
from graph.formats.sorted_lines import sorted_lists
from graph.model.dataset import Dataset, ReleasedVersion
from graph.model.facts import Facts
from graph.model.gc_pause import without_garbage_collection
from graph.model.property_graph import Node
from graph.model.release import ReleaseHash, node_of_release
from ontology.schema.value_types import SEPARATOR
from texts.system_errors import reason_of

# The separator of list items and labels, the same as in the tables of the facts.
OPTIONS = (f"--array-delimiter={SEPARATOR}", "--multiline-fields=true")
# The number of parts of a line that holds its row.
PARTS = 6


@without_garbage_collection()
def write_import(
    parts: Iterable[Facts],
    dataset: Dataset,
    release: ReleasedVersion | None,
    folder: Path,
    *,
    gzip: bool = False,
) -> list[str]:
    """Writes the files into a folder and returns the arguments of neo4j-admin for them.

    All statements of a fact are in the same part. With `gzip` the files are those of gzip,
    which neo4j-admin reads too. Raises NotImportable and NotWritable, and what reading the parts
    raises; the files that were there are then as they were.
    """
    graph = stream_of_parts(parts, dataset, release)
    return write_stream(graph, folder, gzip=gzip)


def write_stream(graph: GraphStream, folder: Path, *, gzip: bool = False) -> list[str]:
    """Writes the nodes and edges of a graph; see `write_import`."""
    columns = Columns()
    rows = ImportRows(columns)
    lines = sorted_lists(rows.lines(graph.elements))
    return write_sorted_rows(lines, rows, columns, graph, folder, gzip=gzip)


def write_sorted_rows(
    lines: Iterator[Sequence[bytes]],
    rows: ImportRows,
    columns: Columns,
    graph: GraphStream,
    folder: Path,
    *,
    gzip: bool = False,
) -> list[str]:
    """Writes the nodes and edges of a graph, which are sorted already; see `write_import`.

    `lines` are some of those of `rows` at a time. `columns` have heard of all before the first
    comes.
    """
    try:
        return _write(lines, rows, columns, graph, folder, gzip=gzip)
    except OSError as error:
        raise NotWritable(folder, reason_of(error)) from error


def _write(
    lines: Iterator[Sequence[bytes]],
    rows: ImportRows,
    columns: Columns,
    graph: GraphStream,
    folder: Path,
    *,
    gzip: bool,
) -> list[str]:
    first_block = next(lines, [])  # after this all columns are known
    release_without_hash = _release(graph, "")
    columns.note(table_of(release_without_hash), release_without_hash)
    with ImportTables(folder, columns.headers(), gzip=gzip) as tables:
        hash = ReleaseHash()
        for block in chain([first_block], lines):
            for start in range(0, len(block), BATCH_ELEMENTS):
                _add_rows(block[start : start + BATCH_ELEMENTS], hash, rows, tables)
        node = _release(graph, hash.hexdigest())
        table = table_of(node)
        tables.add(table, [rows.row(table.encode(), to_json(node), b"", b"")])
    options = (f"--{name.partition('-')[0]}={path}" for name, path in tables.paths.items())
    return [*OPTIONS, *options]


@without_garbage_collection()
def _add_rows(
    lines: Sequence[bytes], hash: ReleaseHash, rows: ImportRows, tables: ImportTables
) -> None:
    """Adds the rows of some nodes and edges, those of each table together."""
    parts = DIVIDER.join(lines).split(DIVIDER)
    sections, _, names, elements, *row = (parts[place::PARTS] for place in range(PARTS))
    for section, rows_of_section in groupby(zip(sections, elements, strict=True), itemgetter(0)):
        hash.add_all(section, [element for _, element in rows_of_section])
    by_table: dict[bytes, list[bytes]] = defaultdict(list)
    for name, line in zip(names, map(rows.row, names, elements, *row), strict=True):
        by_table[name].append(line)
    for name, table in by_table.items():
        tables.add(name.decode(), table)


def _release(graph: GraphStream, hash: str) -> Node:
    return node_of_release(graph.dataset, graph.iri, graph.release, hash)
