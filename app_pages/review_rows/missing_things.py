"""Things that a row names and the facts do not have, with the known cells of their rows."""

from __future__ import annotations

from app_pages.review_rows.columns import table_kinds
from app_pages.review_rows.component_types import ReviewMissingThing
from drafting.drafts.draft import new_name
from drafting.rows.listed_places import listed_place
from drafting.rows.new_thing_drafts import likely_table, name_column
from graph.model.facts import Facts
from graph.model.statement_content import snake
from ontology.schema.fields import reference_fields
from ontology.schema.kinds import Place

PLACE = snake(Place.__name__)


def missing_thing(facts: Facts, table: str, column: str, cell: str) -> ReviewMissingThing:
    """The tables that may hold a missing thing, the likeliest first, and its known cells."""
    kind = table_kinds()[table]
    field = next(field for field in reference_fields(kind) if field.name == column)
    tables = [snake(name) for name in field.referred_kinds]
    if name := new_name(cell):
        likely = likely_table(field.referred_kinds, name)
        tables.sort(key=lambda table: table != likely)
        return {"kinds": tables, "cells": {name_column(name): name}}
    return {"kinds": [PLACE], "cells": listed_place(facts, cell)}
