"""The site's pages and their data agree on the fields."""

from __future__ import annotations

from pathlib import Path
from typing import get_type_hints

import pytest

from exports.site import site_values
from tests.typescript import interface_fields

TYPES = Path(__file__).parents[3] / "exports" / "site" / "web" / "types.d.ts"
PAIRS = {
    "Thing": site_values.SiteThing,
    "Rows": site_values.SiteRows,
    "SearchNames": site_values.SiteSearchNames,
    "SearchLabels": site_values.SiteSearchLabels,
    "Parameter": site_values.SiteParameter,
    "Column": site_values.SiteColumn,
    "Question": site_values.SiteQuestion,
    "AnswerWords": site_values.SiteAnswerWords,
    "Questions": site_values.SiteQuestions,
}


@pytest.mark.parametrize("name", PAIRS)
def test_a_value_has_the_fields_that_the_pages_read(name):
    assert set(get_type_hints(PAIRS[name])) == interface_fields(TYPES, name)
