"""Things that a row names and the facts do not have, with the known cells of their rows."""

from __future__ import annotations

from collections.abc import Mapping

from app_pages.review_rows.columns import table_kinds
from drafting.drafts.draft import Draft, filled_cells, new_name
from drafting.rows.listed_places import listed_place
from drafting.rows.new_thing_drafts import likely_table, name_column
from graph.model.facts import Facts
from graph.model.statement_content import snake
from ontology.schema.fields import reference_fields
from ontology.schema.kinds import Place

PLACE = snake(Place.__name__)


def missing_thing(
    facts: Facts, row: Draft, column: str, cell: str
) -> tuple[list[str], Mapping[str, str]]:
    """The tables that may hold a missing thing, the likeliest first, and its known cells.

    Those that a row and its thing both have are known: a figure has the unit of its indicator.
    """
    row_fields = {field.name: field for field in reference_fields(table_kinds()[row.kind])}
    referred_kinds = row_fields[column].referred_kinds
    tables = [snake(name) for name in referred_kinds]
    name = new_name(cell)
    if not name:
        return [PLACE], listed_place(facts, cell)
    likely = likely_table(referred_kinds, name)
    tables.sort(key=lambda table: table != likely)
    cells = {name_column(name): name}
    for field in reference_fields(table_kinds()[tables[0]]):
        row_field = row_fields.get(field.name)
        if row_field and row_field.referred_kinds == field.referred_kinds != referred_kinds:
            cells[field.name] = row.cell(field.name)
    return tables, dict(filled_cells(cells))
