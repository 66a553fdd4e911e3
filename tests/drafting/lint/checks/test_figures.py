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


@pytest.mark.parametrize(
    ("written", "value", "bound", "unit"),
    [
        ("一刻钟", "15", "=", "minute"),
        ("七成五", "75", "=", "percent"),
        ("过半", "50", ">", "percent"),
        ("按八折", "80", "=", "percent"),
        ("1亿2千万元", "120000000", "=", "CNY"),
        ("上万人次", "10000", ">=", "person-time"),
        ("两三百人", "250", "~", "person"),
        ("节约700万元", "7000000", "=", "CNY"),
        ("8.5/10万", "0.0085", "=", "percent"),
    ],
)
def test_figures_in_words_fit_their_value_and_no_other(lint, written, value, bound, unit):
    raw = f"甲乙市灯塔{written}。"
    cells = {"subject": "a", "indicator": "kite_time", "value_written": written}
    row = {**cells, "unit": unit, "bound": bound}
    assert lint(Measurement, raw, raw[:-1], **row, value=value) == []
    assert "VALUE" in lint(Measurement, raw, raw[:-1], **row, value="7")


def test_a_figure_behind_a_change_of_another_has_no_earlier_value(lint):
    raw = "甲乙市守灯占比从31%升到35%，灯塔占比40%。"
    row = {**SHARE, "value": "40", "value_written": "40%", "unit": "percent", "bound": "="}
    assert lint(Measurement, raw, raw[:-1], **row) == []
