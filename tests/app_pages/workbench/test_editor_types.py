"""The app and its editor agree on the fields of the schema and of a run."""

from __future__ import annotations

from pathlib import Path
from typing import get_type_hints

import pytest

from app_pages.workbench.editor import EnginePlace, QueryRun
from queries.custom_queries.query_schema import QuerySchema, SchemaTerm
from tests.typescript import interface_fields

WEB = Path(__file__).parents[3] / "app_pages" / "components" / "web"
TYPES = WEB / "editor" / "types.d.ts"
PAIRS = {
    "Term": SchemaTerm,
    "Schema": QuerySchema,
    "EngineFault": EnginePlace,
    "Run": QueryRun,
}
# What the editor adds for its history.
ADDED_KEYS = {"title"}


@pytest.mark.parametrize("name", PAIRS)
def test_a_value_has_the_fields_that_the_editor_reads(name):
    assert set(get_type_hints(PAIRS[name])) == interface_fields(TYPES, name) - ADDED_KEYS
