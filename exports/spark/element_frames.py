"""Nodes and edges as frames whose columns are typed, from the lines that Spark's workers make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pyspark import StorageLevel
from pyspark.sql import DataFrame
from pyspark.sql import functions as f
from pyspark.sql.types import (
    ArrayType,
    BooleanType,
    DataType,
    DoubleType,
    LongType,
    StringType,
    StructField,
    StructType,
)

from exports.facts.import_columns import Columns
from exports.spark.column_lines import MARK, add_column_line
from exports.spark.files import import_lines
from exports.spark.shared_facts import SharedFacts
from exports.spark.sorted_rows import LINE, lines_of_facts
from graph.formats.sorted_elements import DIVIDER, NODES, RELATIONSHIPS

STRINGS = ArrayType(StringType())
TYPES: dict[type, DataType] = {
    bool: BooleanType(),
    int: LongType(),
    float: DoubleType(),
    str: StringType(),
    list: STRINGS,
}
NODE_FIELDS: Mapping[str, DataType] = {"id": StringType(), "labels": STRINGS}
EDGE_FIELDS: Mapping[str, DataType] = {
    name: StringType() for name in ("id", "start", "type", "end")
}
SECTION, ELEMENT, PROPERTIES = "section", "element", "properties"
# The beginning of the name of a column that holds a property.
OF_PROPERTY = "property_"


@dataclass(frozen=True)
class ElementFrames:
    """All nodes (`id`, `labels`) and edges (`id`, `start`, `type`, `end`) of some facts.

    Each property is a column of its own (`property_code`), null where there is none. `lines` are
    what the frames are made of.
    """

    nodes: DataFrame
    edges: DataFrame
    node_count: int
    edge_count: int
    lines: DataFrame


def element_frames(facts: SharedFacts) -> ElementFrames:
    """The nodes and edges of facts; their lines are stored on the workers' disks until they are
    let go of."""
    lines = lines_of_facts(facts, import_lines).persist(StorageLevel.DISK_ONLY)
    columns = Columns()
    for row in lines.where(f.col(LINE).startswith(f.lit(MARK))).distinct().collect():
        add_column_line(bytes(row.line), columns)
    parts = f.split(f.col(LINE).cast("string"), DIVIDER.decode())
    elements = lines.select(parts[0].alias(SECTION), parts[3].alias(ELEMENT))
    counts = {row[SECTION]: row["count"] for row in elements.groupBy(SECTION).count().collect()}
    return ElementFrames(
        _typed_columns(elements, NODES, NODE_FIELDS, columns),
        _typed_columns(elements, RELATIONSHIPS, EDGE_FIELDS, columns),
        counts.get(NODES, 0),
        counts.get(RELATIONSHIPS, 0),
        lines,
    )


def _typed_columns(
    elements: DataFrame, section: str, fields: Mapping[str, DataType], columns: Columns
) -> DataFrame:
    tables = (types for table, types in columns.types.items() if table.startswith(section))
    properties = {name: TYPES[type] for types in tables for name, type in sorted(types.items())}
    schema = _struct({**fields, PROPERTIES: _struct(properties)})
    element = f.from_json(f.col(ELEMENT), schema).alias(ELEMENT)
    values = [
        f.col(f"{ELEMENT}.{PROPERTIES}.{name}").alias(f"{OF_PROPERTY}{name}") for name in properties
    ]
    elements_of_section = elements.where(f.col(SECTION) == section).select(element)
    return elements_of_section.select(*(f.col(f"{ELEMENT}.{name}") for name in fields), *values)


def property_names(frame: DataFrame) -> list[str]:
    """The properties for which a frame has columns."""
    columns = (name for name in frame.columns if name.startswith(OF_PROPERTY))
    return [name.removeprefix(OF_PROPERTY) for name in columns]


def _struct(fields: Mapping[str, DataType]) -> StructType:
    return StructType([StructField(name, type) for name, type in fields.items()])
