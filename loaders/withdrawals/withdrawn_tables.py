"""The tables of withdrawn rows: `withdrawn/KIND.csv` beside the tables of standing rows.

A table of statements has the columns of its kind, and those of WithdrawalNote. A table of things
has those that no standing statement names any more, so that the withdrawn statements can be read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from graph.model.facts import Facts
from graph.model.statement_content import statement_id
from graph.model.withdrawal import Withdrawal
from loaders.tables.kind_table import Reading, misnamed_tables, read_kind, table_files
from ontology.schema.kinds import Kind, Statement, Thing

# The folder of the tables in a facts folder.
WITHDRAWN = "withdrawn"


def read_withdrawn(
    folder: Path, label: str, tables: Mapping[str, type[Kind]], reading: Reading
) -> None:
    """Adds the withdrawn rows of a facts folder, or the faults of its tables.

    `tables` are all kinds by the names of their tables; `label` stands before file names.
    """
    place = folder / WITHDRAWN
    if not place.is_dir():
        return
    label = f"{label}{WITHDRAWN}/"
    tables = {name: kind for name, kind in tables.items() if may_be_withdrawn(kind)}
    reading.faults += [
        fault.with_file(f"{label}{fault.file}") for fault in misnamed_tables(place, tables)
    ]
    for name in sorted(table_files(place) & set(tables)):
        kind = tables[name]
        read_kind(place / name, kind, reading, label, with_notes=issubclass(kind, Statement))


def may_be_withdrawn(kind: type[Kind]) -> bool:
    """Whether rows of a kind are moved: vocabularies and sources stay where they are."""
    return issubclass(kind, Statement) or (issubclass(kind, Thing) and not kind.stands_alone)


def with_withdrawn(facts: Facts, reading: Reading) -> Facts:
    """The facts with the withdrawn rows that were read, in canonical order."""
    withdrawals, things = {}, {}
    for read in reading.rows:
        if isinstance(read.value, Thing) and read.value.code not in facts.things:
            things[read.value.code] = read.value
        if isinstance(read.value, Statement) and (note := read.note):
            withdrawals[statement_id(read.value)] = Withdrawal(
                read.value, note.withdrawn, note.withdrawn_by, note.reason, note.replaced_by
            )
    return replace(
        facts,
        withdrawn={id: withdrawals[id] for id in sorted(withdrawals)},
        withdrawn_things={code: things[code] for code in sorted(things)},
    )
