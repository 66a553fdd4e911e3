"""The Review page and its component agree on the fields of what they hand over."""

from __future__ import annotations

from pathlib import Path
from typing import get_type_hints

import pytest

from app_pages.review_rows import component_types
from tests.typescript import interface_fields

WEB = Path(__file__).parents[3] / "app_pages" / "components" / "web"
TYPES = WEB / "review" / "types.d.ts"
PAIRS = {
    "Passage": component_types.ReviewPassage,
    "Candidate": component_types.ReviewCandidate,
    "Column": component_types.ReviewColumn,
    "Kind": component_types.ReviewForm,
    "Finding": component_types.ReviewFinding,
    "Similar": component_types.ReviewSimilarStatement,
    "MissingThing": component_types.ReviewMissingThing,
    "Card": component_types.ReviewCard,
    "Alike": component_types.ReviewBatch,
    "Question": component_types.ReviewQuestion,
    "Receipt": component_types.ReviewReceipt,
    "Check": component_types.ReviewCheck,
    "Hits": component_types.ReviewHits,
    "SourceText": component_types.ReviewText,
    "ReviewData": component_types.ReviewData,
}


@pytest.mark.parametrize("name", PAIRS)
def test_a_value_has_the_fields_that_the_component_reads(name):
    assert set(get_type_hints(PAIRS[name])) == interface_fields(TYPES, name)
