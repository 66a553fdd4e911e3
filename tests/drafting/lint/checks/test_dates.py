"""Dates of figures and months of years that a passage names, on invented sentences."""

from __future__ import annotations

import pytest

from ontology.schema.kinds import Adoption, Measurement

POSTS = {"subject": "a", "indicator": "posts", "unit": "institution", "bound": "="}
TWO_YEARS = "2022年甲乙市有驿站12家。2023年甲乙市有驿站15家。"


@pytest.mark.parametrize(
    ("written", "value", "year", "codes"),
    [
        ("12家", "12", "2022", []),
        ("15家", "15", "2023", []),
        ("12家", "12", "2023", ["DATE"]),
    ],
)
def test_the_figure_of_a_sentence_is_not_of_the_year_of_another(lint, written, value, year, codes):
    start = "2022" if value == "12" else "2023"
    passage = f"{start}年甲乙市有驿站{written}"
    also = f"{year}年甲乙市有驿站"
    row = {**POSTS, "value": value, "value_written": written, "period": year}
    row["period_written"] = f"{year}年"
    assert lint(Measurement, TWO_YEARS, passage, also, **row) == codes


def test_the_year_with_which_a_figure_is_compared_is_not_its_own(lint):
    raw = "2023年灯很亮。甲乙市比2022年多建驿站15家。"
    row = {**POSTS, "value": "15", "value_written": "15家", "period": "2023"}
    row["period_written"] = "2023年"
    assert lint(Measurement, raw, "甲乙市比2022年多建驿站15家", "2023年", **row) == []


@pytest.mark.parametrize(("since", "codes"), [("2020-11", []), ("2021-11", ["DATE"])])
def test_a_month_goes_on_with_the_year_that_the_passage_names(lint, since, codes):
    passage = "2020年5月和11月，甲乙市推行风筝传信制度"
    row = {"adopter": "a", "mechanism": "kites", "since": since, "since_written": "11月"}
    assert lint(Adoption, f"{passage}。", passage, **row) == codes


@pytest.mark.parametrize(
    ("baseline_period", "codes"), [("2023-01/2023-06", []), ("2022-01/2022-06", ["DATE"])]
)
def test_the_same_time_of_last_year_is_a_year_before(lint, baseline_period, codes):
    raw = "2024年上半年，甲乙市有驿站15家，去年同期为12家。"
    row = {**POSTS, "value": "15", "value_written": "15家", "baseline": "12"}
    row |= {"period": "2024-01/2024-06", "period_written": "2024年上半年"}
    row |= {"baseline_period": baseline_period, "baseline_written": "去年同期"}
    assert lint(Measurement, raw, raw[:-1], **row) == codes


def test_a_figure_in_a_table_has_its_year_from_the_head_of_its_column(lint):
    raw = "县名|开始|2023年驿站\n甲乙市|2019年1月|15家\n"
    row = {**POSTS, "value": "15", "value_written": "15家", "period": "2023"}
    row["period_written"] = "2023年"
    assert lint(Measurement, raw, "甲乙市|2019年1月|15家", "2023年驿站", **row) == []


@pytest.mark.parametrize(("since", "codes"), [("2024", []), ("2025", ["DATE"])])
def test_a_plan_for_the_end_of_the_year_may_mean_that_of_the_publication(lint, since, codes):
    raw = "2023年的灯\n年底前，甲乙市全面推行风筝传信制度。"
    row = {"adopter": "a", "mechanism": "kites", "since": since, "since_written": "年底前"}
    assert lint(Adoption, raw, raw[9:-1], stance="planned", **row) == codes


@pytest.mark.parametrize(
    ("since", "codes"), [("2020-05/2020-11", []), ("2020-05/2020-10", ["DATE"])]
)
def test_months_of_one_year_are_the_ends_of_an_interval(lint, since, codes):
    passage = "2020年5月、8月和11月，甲乙市推行风筝传信制度"
    row = {
        "adopter": "a",
        "mechanism": "kites",
        "since": since,
        "since_written": "2020年5月、8月和11月",
    }
    assert lint(Adoption, f"{passage}。", passage, **row) == codes


@pytest.mark.parametrize(("year", "codes"), [("2024~", []), ("2023~", []), ("2022~", ["DATE"])])
def test_the_beginning_of_the_year_may_be_that_of_the_publication(lint, year, codes):
    raw = "2023年甲乙市有驿站12家。年初甲乙市推行风筝传信制度。"
    row = {"adopter": "a", "mechanism": "kites", "since": year, "since_written": "年初"}
    assert lint(Adoption, raw, raw[14:-1], **row) == codes


@pytest.mark.parametrize(("period", "codes"), [("2023", []), ("2021", ["DATE"])])
def test_the_past_year_is_the_one_before_the_publication(lint, period, codes):
    raw = "过去的一年，甲乙市有驿站12家。"
    row = {**POSTS, "value": "12", "value_written": "12家", "period": period}
    assert lint(Measurement, raw, raw[:-1], period_written="过去的一年", **row) == codes
