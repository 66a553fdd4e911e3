"""The files that `export` writes for large facts, by Spark: the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from exports.export_file import write_parts_atomically
from exports.facts.formats import NQUADS
from exports.facts.import_columns import Columns
from exports.facts.import_rows import NO_ROW, ImportRows
from exports.facts.neo4j_admin import write_sorted_rows
from exports.spark.column_lines import column_line, without_columns
from exports.spark.shared_facts import SharedFacts
from exports.spark.sorted_rows import lines_of_facts, sorted_blocks
from graph.formats.nquads import nquads_lines
from graph.formats.sorted_elements import (
    element_lines,
    graph_elements,
    stream_of_parts,
)
from graph.model.facts import Facts


def write_nquads(facts: SharedFacts, folder: Path) -> Path:
    """Writes facts as N-Quads into a folder of this machine: the bytes that `export` writes.

    Raises NotWritable; the file that was there is then as it was.
    """
    path = folder / NQUADS
    lines = lines_of_facts(facts, _nquads)
    blocks = sorted_blocks(lines, facts.count, only_distinct=True)
    write_parts_atomically(path, lambda file: file.writelines(blocks))
    return path


def write_import(facts: SharedFacts, folder: Path) -> list[str]:
    """Writes the import files of neo4j-admin, and returns its arguments; as `export` does.

    Raises NotImportable and NotWritable; the files that were there are then as they were.
    """
    columns = Columns()
    lines = lines_of_facts(facts, import_lines)
    blocks = without_columns(sorted_blocks(lines, facts.count), columns)
    graph = stream_of_parts([], facts.reader.value.dataset, None)
    lists = ([line + NO_ROW for line in block.splitlines()] for block in blocks)
    return write_sorted_rows(lists, ImportRows(columns), columns, graph, folder)


def import_lines(facts: Facts) -> Iterator[bytes]:
    """The nodes and edges of some facts as lines, and a line that lists their columns."""
    columns = Columns()
    yield from map(b"".join, element_lines(graph_elements(facts), columns.note))
    yield column_line(columns)


def _nquads(facts: Facts) -> Iterator[bytes]:
    return map(b"".join, nquads_lines(facts))
