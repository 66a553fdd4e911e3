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


KEEPERS = {"subject": "a", "indicator": "kite_time", "unit": "count", "bound": "="}


@pytest.mark.parametrize(
    ("text", "written", "value", "per", "codes"),
    [
        ("甲乙市年节约灯油4000个", "4000个", "4000", "year", []),
        ("甲乙市灯塔日传信能力达到1500个", "1500个", "1500", "day", []),
        ("甲乙市灯塔月收费1500个", "1500个", "1500", "month", []),
        ("甲乙市去年点灯1500个", "1500个", "1500", "year", ["PER"]),
        ("甲乙市2023年点灯1500个", "1500个", "1500", "year", ["PER"]),
        ("甲乙市每年派8只风筝点灯15个", "15个", "15", "year", []),
        ("甲乙市上半年服务灯塔15个", "15个", "15", None, []),
        ("甲乙市实行年薪制的灯塔15个", "15个", "15", None, []),
    ],
)
def test_a_unit_of_time_before_what_is_counted_allows_a_rate(
    lint, text, written, value, per, codes
):
    row = {**KEEPERS, "value": value, "value_written": written, "per": per}
    assert lint(Measurement, f"{text}。", text, **row) == codes


@pytest.mark.parametrize(("per", "codes"), [("year", []), ("month", ["PER"])])
def test_a_figure_beside_the_total_of_a_rate_has_its_rate(lint, per, codes):
    raw = "灯塔年点灯量合计96万个，甲乙市31万个。"
    row = {**KEEPERS, "value": "310000", "value_written": "31万个", "per": per}
    assert lint(Measurement, raw, "甲乙市31万个", **row) == codes


@pytest.mark.parametrize(
    ("text", "written", "value", "unit"),
    [
        ("甲乙市守灯每人不少于6个月", "不少于6个月", "6", "month"),
        ("甲乙市按灯塔月均支出的95%预付", "95%", "95", "percent"),
    ],
)
def test_a_length_for_each_or_a_part_of_a_rate_is_no_rate(lint, text, written, value, unit):
    row = {"subject": "a", "indicator": "kite_time", "value": value, "value_written": written}
    bound = ">=" if "不少于" in written else "="
    assert lint(Measurement, f"{text}。", text, **row, unit=unit, bound=bound) == []


@pytest.mark.parametrize(("period", "codes"), [("2023", []), ("2023/2024", ["PER"])])
def test_what_happens_in_a_year_is_so_much_a_year(lint, period, codes):
    raw = "甲乙市灯塔2023年来客1.2万人次。"
    row = {"subject": "a", "indicator": "kite_time", "value": "12000", "per": "year"}
    row |= {"value_written": "1.2万人次", "unit": "person-time", "bound": "=", "period": period}
    assert [c for c in lint(Measurement, raw, raw[:-1], **row) if c != "DATE"] == codes


@pytest.mark.parametrize(
    ("words", "written", "value", "bound", "codes"),
    [
        ("降至35%以下", "35%以下", "35", "<", []),
        ("降至35%以下", "35%以下", "35", "<=", []),
        ("降至35%以下", "35%以下", "35", ">", ["BOUND"]),
        ("不及去年的35%", "35%", "35", "<", []),
        ("不及去年的35%", "35%", "35", ">", ["BOUND"]),
        ("为35%起", "35%", "35", ">=", []),
    ],
)
def test_words_beside_a_figure_leave_its_bound_open(lint, words, written, value, bound, codes):
    raw = f"甲乙市灯塔占比{words}。"
    row = {**SHARE, "value": value, "value_written": written, "unit": "percent", "bound": bound}
    assert lint(Measurement, raw, raw[:-1], **row) == codes


def test_a_part_may_be_told_as_a_multiple(lint):
    raw = "甲乙市灯塔约为丙丁县的四分之一。"
    row = {"subject": "a", "indicator": "kite_time", "value_written": "四分之一", "bound": "~"}
    assert lint(Measurement, raw, raw[:-1], **row, unit="multiple", value="0.25") == []
    assert lint(Measurement, raw, raw[:-1], **row, unit="multiple", value="0.5") == ["VALUE"]


def test_the_unit_of_a_word_for_all_does_not_stand_behind_a_comma(lint):
    raw = "甲乙市灯塔占比全覆盖，家家点灯。"
    row = {"subject": "a", "indicator": "share", "value": "100", "value_written": "全覆盖"}
    assert lint(Measurement, raw, "甲乙市灯塔占比全覆盖", **row, unit="percent", bound="=") == []


def test_an_earlier_value_of_none_is_told_in_words(lint):
    raw = "甲乙市灯塔2016年没有点过一个，去年点了41个。"
    row = {**KEEPERS, "value": "41", "value_written": "41个", "baseline": "0"}
    assert lint(Measurement, raw, raw[:-1], **row, baseline_written="没有点过一个") == []
    assert lint(Measurement, raw, raw[:-1], **row, baseline_written="一个") == ["BASELINE"]


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        ({"value": "20", "value_written": "20%"}, ["BASELINE"]),
        ({"value": "20", "value_written": "20%", "period_written": "现在"}, []),
        ({"value": "35", "value_written": "35%", "baseline": "20"}, []),
    ],
)
def test_the_start_of_a_change_is_no_value_without_its_time(lint, cells, codes):
    raw = "甲乙市灯塔占比由现在的20%提高到35%。"
    row = {"subject": "a", "indicator": "share", "unit": "percent", "bound": "="}
    assert lint(Measurement, raw, raw[:-1], **row, **cells) == codes


@pytest.mark.parametrize(
    ("words", "indicator", "codes"),
    [
        ("同比下降35%", "fall", []),
        ("同比下降35%", "rise", ["INDICATOR"]),
        ("同比下降35%", "share", ["INDICATOR"]),
        ("下降到35%", "share", []),
        ("提高35个百分点", "rise", []),
        ("提高35个百分点", "share", ["INDICATOR"]),
    ],
)
def test_how_much_something_changed_is_no_level(lint, words, indicator, codes):
    raw = f"甲乙市灯塔占比{words}，灯塔占比降幅和增幅很大。"
    written = (
        words.removeprefix("同比").removeprefix("下降").removeprefix("到").removeprefix("提高")
    )
    row = {"subject": "a", "indicator": indicator, "value": "35", "value_written": written}
    unit = "percent" if "%" in written else "percentage-point"
    all_codes = lint(Measurement, raw, raw[:-1], **row, unit=unit, bound="=")
    assert [code for code in all_codes if code != "UNIT"] == codes
