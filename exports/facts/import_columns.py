"""The columns of import tables: the properties that rows have, with their types."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from graph.formats.sorted_elements import NODES
from graph.model.property_graph import Edge, Node

TYPES = {bool: "boolean", int: "long", float: "double", str: "string", list: "string[]"}
NODE_COLUMNS, EDGE_COLUMNS = (":ID", ":LABEL"), (":START_ID", ":END_ID", ":TYPE")


@dataclass
class Columns:
    """The types of the properties that the rows of each table have, by table and property.

    One property of a table is always of one type.
    """

    types: dict[str, dict[str, type]] = field(default_factory=lambda: defaultdict(dict))

    def note(self, table: str, element: Node | Edge) -> None:
        """Notes the properties of a node or edge."""
        properties = element.properties
        self.types[table].update(zip(properties, map(type, properties.values()), strict=True))

    def names(self, table: str) -> Sequence[str]:
        """The properties of a table, in order, once those of all rows are noted."""
        return self._names[table]

    def headers(self) -> dict[str, list[str]]:
        """The columns of each table with their types, once those of all rows are noted."""
        return {table: self._header(table) for table in sorted(self.types)}

    def _header(self, table: str) -> list[str]:
        types = self.types[table]
        names = (f"{name}:{TYPES[types[name]]}" for name in self.names(table))
        return [*first_columns(table), *names]

    @cached_property
    def _names(self) -> Mapping[str, Sequence[str]]:
        return {table: sorted(types) for table, types in self.types.items()}


def first_columns(table: str) -> Sequence[str]:
    """The columns before those of the properties."""
    return NODE_COLUMNS if table.startswith(NODES) else EDGE_COLUMNS
