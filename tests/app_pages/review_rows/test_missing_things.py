"""What is known of a thing that a row names and the facts lack."""

from __future__ import annotations

from dataclasses import replace

from app_pages.review_rows.missing_things import missing_thing
from drafting.drafts.draft import filled_cells
from tests.drafting.made_up_review import ALDER


def test_a_new_indicator_has_the_unit_of_its_figure(small_facts):
    cells = {"subject": "11", "indicator": "new:虚构的册数", "unit": "volume", "value": "7"}
    row = replace(ALDER, kind="measurement", cells=filled_cells(cells))
    assert missing_thing(small_facts, row, "indicator", cells["indicator"]) == (
        ["indicator"],
        {"name_zh": "虚构的册数", "unit": "volume"},
    )


def test_a_new_mechanism_has_its_name_alone(small_facts):
    tables, cells = missing_thing(small_facts, ALDER, "mechanism", "new:Made-up nights")
    assert (tables, cells) == (["mechanism"], {"name_en": "Made-up nights"})
