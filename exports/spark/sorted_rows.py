"""Lines that Spark's workers make of facts, sorted by Spark as `sorted_lines` sorts them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import pyarrow as pa
from pyspark import StorageLevel
from pyspark.sql import DataFrame

from exports.spark.shared_facts import SharedFacts, binary_batch, slices_of
from graph.model.facts import Facts
from loaders.facts.facts_folder import file_name
from loaders.streaming.relation_order import DIVIDER, statement_lines, statements_together
from ontology.schema.kinds import THINGS

# Makes lines, in blocks of whole lines, of some facts: a function that workers can import.
LinesOf = Callable[[Facts], Iterable[bytes]]
Batches = Iterable[pa.RecordBatch]
THING_TABLES = [file_name(kind) for kind in THINGS]
LINE, LINE_TYPE = "line", "line binary"
RELATION = "relation"


def lines_of_facts(shared: SharedFacts, lines_of: LinesOf) -> DataFrame:
    """The lines of all facts, in no order.

    They are made of facts as StreamedFolder gives them: all statements of one relation between
    the same ends together.
    """
    reader, stated_pairs = shared.reader, shared.stated_pairs
    of_things = shared.slices.file.isin(THING_TABLES)

    def thing_lines(batches: Batches) -> Iterator[pa.RecordBatch]:
        for slice in slices_of(batches):
            rows = reader.value.rows(slice)
            yield from _line_batches(lines_of(reader.value.facts_of_things(rows, stated_pairs)))

    def records(batches: Batches) -> Iterator[pa.RecordBatch]:
        for slice in slices_of(batches):
            lines = [line.removesuffix(b"\n") for line in statement_lines(reader.value.rows(slice))]
            relations = [line.partition(DIVIDER)[0] for line in lines]
            yield binary_batch(relation=relations, line=lines)

    def fact_lines(batches: Batches) -> Iterator[pa.RecordBatch]:
        sorted_lines = (line for batch in batches for line in _column(batch, LINE))
        for statements in statements_together(sorted_lines):
            yield from _line_batches(lines_of(reader.value.facts_of_statements(statements)))

    things = shared.slices.where(of_things).mapInArrow(thing_lines, LINE_TYPE)
    statements = shared.slices.where(~of_things).mapInArrow(
        records, f"{RELATION} binary, {LINE_TYPE}"
    )
    # as many tasks as read: by Spark's own number, 200, a few thousand statements take minutes
    statements_by_relation = statements.repartition(shared.tasks, RELATION).sortWithinPartitions(
        LINE
    )
    return things.union(statements_by_relation.select(LINE).mapInArrow(fact_lines, LINE_TYPE))


def sorted_blocks(lines: DataFrame, tasks: int, *, only_distinct: bool = False) -> Iterator[bytes]:
    """The lines of a frame sorted by their bytes, in blocks of whole lines; see `sorted_lines`.

    The lines of one of so many tasks at a time are in the memory of this process.
    """

    def joined_blocks(batches: Batches) -> Iterator[pa.RecordBatch]:
        last_line = b""
        for batch in batches:
            block = _column(batch, LINE)
            if only_distinct:  # equal lines follow each other, and are sorted by one task
                block = list(dict.fromkeys(block))
                block = block[1:] if block[:1] == [last_line] else block
                last_line = block[-1] if block else last_line
            yield binary_batch(block=[b"\n".join([*block, b""])])

    # a sort first samples its input: without this all lines would be made twice
    stored_lines = lines.persist(StorageLevel.DISK_ONLY)
    in_order = stored_lines.repartitionByRange(tasks, LINE).sortWithinPartitions(LINE)
    blocks = in_order.mapInArrow(joined_blocks, "block binary")
    for row in blocks.toLocalIterator(prefetchPartitions=True):
        yield bytes(row.block)
    stored_lines.unpersist()


def _line_batches(blocks: Iterable[bytes]) -> Iterator[pa.RecordBatch]:
    return (binary_batch(line=block.splitlines()) for block in blocks)


def _column(batch: pa.RecordBatch, name: str) -> list[bytes]:
    values: list[bytes] = batch.column(name).to_pylist()
    return values
