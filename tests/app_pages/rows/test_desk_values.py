"""The Review page and its component agree on the fields of what they hand over."""

from __future__ import annotations

from pathlib import Path
from typing import get_type_hints

import pytest

from app_pages.rows import desk_values
from tests.typescript import interface_fields

WEB = Path(__file__).parents[3] / "app_pages" / "components" / "web"
TYPES = WEB / "review" / "types.d.ts"
PAIRS = {
    "Passage": desk_values.DeskPassage,
    "Candidate": desk_values.DeskCandidate,
    "Column": desk_values.DeskColumn,
    "Kind": desk_values.DeskForm,
    "Finding": desk_values.DeskFinding,
    "Similar": desk_values.DeskSimilar,
    "MissingThing": desk_values.DeskMissingThing,
    "Card": desk_values.DeskCard,
    "Alike": desk_values.DeskAlike,
    "Question": desk_values.DeskQuestion,
    "Receipt": desk_values.DeskReceipt,
    "Check": desk_values.DeskCheck,
    "Hits": desk_values.DeskHits,
    "SourceText": desk_values.DeskText,
    "ReviewData": desk_values.DeskData,
}


@pytest.mark.parametrize("name", PAIRS)
def test_a_value_has_the_fields_that_the_component_reads(name):
    assert set(get_type_hints(PAIRS[name])) == interface_fields(TYPES, name)
