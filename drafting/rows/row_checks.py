"""What the checks of a facts folder say against rows that are not in it yet."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

from drafting.rows.typed_row import TypedRow
from graph.model.facts import Facts
from loaders.facts.checks import CHECKS, every_thing_is_spoken_of
from loaders.facts.facts_folder import file_name
from loaders.facts.parsed_folder import Folder, Read
from loaders.tables.csv_table import TableRow
from loaders.tables.faults import Fault
from ontology.schema.fields import fields
from ontology.schema.kinds import Kind, Statement

# A new thing stands before what speaks of it is accepted.
ROW_CHECKS = tuple(check for check in CHECKS if check is not every_thing_is_spoken_of)


class RowChecks:
    """Facts, which have no faults, and the accepted rows that wait to become facts.

    `without` are codes and ids of things and statements that are left out of the facts.
    """

    def __init__(
        self,
        facts: Facts,
        accepted: Sequence[TypedRow] = (),
        without: Collection[str] = (),
    ) -> None:
        self.facts, self.accepted, self._without = facts, accepted, without

    def faults(self, row: TypedRow) -> list[Fault]:
        """Every fault that comes with a row."""
        added = Read(row.row, row.value)
        folder = Folder(self.facts.dataset, (*self._reads, added))
        return [fault for check in ROW_CHECKS for fault in check(folder)]

    @cached_property
    def _reads(self) -> tuple[Read, ...]:
        named: dict[str, Kind] = {**self.facts.things, **self.facts.statements}
        reads = [
            Read(_row(value, name), value)
            for name, value in named.items()
            if name not in self._without
        ]
        reads += [Read(_row(value, ""), value) for value in self.facts.non_links]
        return (*reads, *(Read(row.row, row.value) for row in self.accepted))


def _row(value: Kind, name: str) -> TableRow:
    """The row of a value as far as a check asks for it: its columns and which cells are filled.

    Its place is told by its code or id, for its line is not known.
    """
    names = tuple(field.name for field in fields(type(value)))
    composed = value.composed if isinstance(value, Statement) else ()
    return TableRow(
        f"{file_name(type(value))} {name}".strip(), 0, {name: name for name in composed}, names
    )
