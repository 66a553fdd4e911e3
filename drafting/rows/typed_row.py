"""A draft's cells as the row of its table, read as every row of the facts is read."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from drafting.drafts.draft import Draft, filled_cells
from drafting.drafts.draft_replacement import family
from graph.model.statement_content import snake
from loaders.facts.facts_folder import file_name
from loaders.tables.csv_table import TableRow, read_table
from loaders.tables.faults import Fault
from loaders.tables.row_validation import read_row
from ontology.schema.fields import fields
from ontology.schema.kinds import TABLES, Kind, NonLink, Statement
from ontology.schema.value_types import SEPARATOR, TextSpan

KINDS: Mapping[str, type[Kind]] = {snake(kind.__name__): kind for kind in TABLES}
# The columns of a row's passage and curation, which no cell of a draft decides.
CURATION_COLUMNS = frozenset(
    {"source", "start", "end", "sha256", "also_at", "drafted_by", "curator", "accepted"}
)
# The family of rows that a person has written.
HAND_FAMILY = "hand"


@dataclass(frozen=True)
class TypedRow:
    """A row that can be read: its cells and its value."""

    row: TableRow
    value: Kind


def row_cells(draft: Draft, curator: str, day: str) -> dict[str, str]:
    """All cells of the row of a draft, accepted by a curator on a day (`2026-11-21`).

    Raises KeyError for a draft of no kind.
    """
    kind = KINDS[draft.kind]
    cells = dict(draft.cells)
    if issubclass(kind, Statement | NonLink):
        cells = {column: cell for column, cell in draft.cells if column not in CURATION_COLUMNS}
        cells["source"] = draft.source
        if draft.spans:
            span = draft.spans[0]
            cells |= {"start": str(span.start), "end": str(span.end), "sha256": span.sha256}
    if issubclass(kind, Statement):
        cells["also_at"] = SEPARATOR.join(map(_span_cell, draft.spans[1:]))
        cells |= {"curator": curator, "accepted": day}
        cells["drafted_by"] = "" if family(draft) == HAND_FAMILY else draft.drafted_by
    return dict(filled_cells(cells))


@lru_cache(maxsize=10_000)  # a queue asks for the same rows after each decision
def typed_row(draft: Draft, curator: str, day: str) -> TypedRow | list[Fault]:
    """The row of a draft, or every fault in its cells."""
    kind = KINDS.get(draft.kind)
    if kind is None:
        values = {"value": draft.kind}
        return [Fault(f"{draft.kind}.csv", 0, 0, "", "unknown_file", values, tuple(KINDS))]
    return read_cells(kind, row_cells(draft, curator, day))


def read_cells(kind: type[Kind], cells: Mapping[str, str]) -> TypedRow | list[Fault]:
    """The row of a kind with these cells, or every fault in them."""
    columns = [field.name for field in fields(kind)]
    table = read_table(file_name(kind), _content(columns, cells), columns, [])
    faults = list(table.faults)
    if not table.rows:
        return faults
    value = read_row(table.rows[0], kind)
    if isinstance(value, list):
        return [*faults, *value]
    return faults or TypedRow(table.rows[0], value)


def _content(columns: list[str], cells: Mapping[str, str]) -> bytes:
    """A table with this row alone; columns that the table does not have stand at its end."""
    text = io.StringIO()
    names = [*columns, *(name for name in cells if name not in columns)]
    writer = csv.DictWriter(text, names, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerow(cells)
    return text.getvalue().encode("utf-8", "surrogatepass")


def _span_cell(span: TextSpan) -> str:
    return f"{span.start}-{span.end}:{span.sha256}"
