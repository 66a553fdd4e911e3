"""Bounds and units of figures on invented sentences."""

from __future__ import annotations

import pytest

from ontology.schema.kinds import Measurement

SHARE = {"subject": "a", "indicator": "share", "value": "35", "value_written": "35%"}


@pytest.mark.parametrize(
    ("words", "bound", "codes"),
    [
        ("≥35%", ">=", []),
        ("≥35%", "=", ["BOUND"]),
        ("不得低于35%", ">=", []),
        ("不得低于35%", "<", ["BOUND"]),
        ("不得超过35%", "<=", []),
        ("35%及以上", ">=", []),
    ],
)
def test_signs_and_words_of_orders_bound_a_figure(lint, words, bound, codes):
    raw = f"甲乙市灯塔占比{words}。"
    assert lint(Measurement, raw, raw[:-1], **SHARE, unit="percent", bound=bound) == codes


@pytest.mark.parametrize(
    ("stance", "bound", "codes"),
    [
        ("planned", ">=", []),
        ("planned", "=", []),
        ("planned", "<=", ["BOUND"]),
        ("stated", ">=", ["BOUND", "PLANNED"]),
    ],
)
def test_a_plan_is_content_with_more_than_its_aim(lint, stance, bound, codes):
    raw = "甲乙市明年力争灯塔占比为35%。"
    row = {**SHARE, "unit": "percent", "bound": bound, "stance": stance}
    assert sorted(lint(Measurement, raw, raw[:-1], **row)) == codes


@pytest.mark.parametrize(
    ("indicator", "unit", "codes"), [("keepers", "count", []), ("posts", "count", ["UNIT"])]
)
def test_people_are_counted_one_by_one_where_the_facts_count_what_is_measured(
    lint, indicator, unit, codes
):
    raw = "甲乙市驿站数和守灯名额为十二名。"
    row = {"subject": "a", "indicator": indicator, "value": "12", "value_written": "十二名"}
    assert lint(Measurement, raw, raw[:-1], **row, unit=unit, bound="=") == codes
