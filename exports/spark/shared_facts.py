"""A facts folder that Spark's workers read, once they have checked all of it."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import pyarrow as pa
from pyspark import Broadcast
from pyspark.sql import DataFrame, SparkSession

from loaders.slices.slice_reader import PlacePair, SliceReader
from loaders.slices.split_folder import SplitFolder
from loaders.slices.table_slices import TableSlice

SLICES = "file string, start long, size long, header_lines long, header_size long, shift long"
# How many slices a task reads, if there are many.
SLICES_A_TASK = 10


@dataclass(frozen=True)
class SharedFacts:
    """Slices of a checked folder, their number, the tasks that read them, and what workers need."""

    slices: DataFrame
    reader: Broadcast[SliceReader]
    stated_pairs: frozenset[PlacePair]
    count: int
    tasks: int


def shared_facts(session: SparkSession, folder: Path) -> SharedFacts:
    """The facts of a folder, checked by the workers as `check` does.

    The folder lies at the same path for all workers. Raises FolderMissing, and BadFacts with the
    faults that a large folder has on one machine.
    """
    split = SplitFolder(folder.resolve())
    reader = session.sparkContext.broadcast(split.reader)
    all_slices = [asdict(slice) for slice in split.slices()]
    tasks = max(session.sparkContext.defaultParallelism, -(-len(all_slices) // SLICES_A_TASK))
    slices = session.createDataFrame(session.sparkContext.parallelize(all_slices, tasks), SLICES)

    def notes(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        yield binary_batch(notes=[pickle.dumps(reader.value.notes(slices_of(batches)))])

    rows = slices.mapInArrow(notes, "notes binary").collect()
    stated_pairs = split.confirm(pickle.loads(row.notes) for row in rows)
    return SharedFacts(slices, reader, stated_pairs, len(all_slices), tasks)


def slices_of(batches: Iterable[pa.RecordBatch]) -> Iterator[TableSlice]:
    """The slices that a worker is given."""
    for batch in batches:
        for row in batch.to_pylist():
            yield TableSlice(**row)


def binary_batch(**columns: list[bytes]) -> pa.RecordBatch:
    """A batch of columns of bytes."""
    arrays = [pa.array(values, pa.binary()) for values in columns.values()]
    return pa.RecordBatch.from_arrays(arrays, list(columns))
