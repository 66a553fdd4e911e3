"""Dates as EDTF, with and without the day of publication."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.recognition.dates import dates
from ontology.schema.edtf import edtf_interval

PUBLISHED_DAY = date(2025, 1, 15)


@pytest.mark.parametrize(
    ("text", "written", "edtf", "relative"),
    [
        ("自2019年起", "自2019年起", "2019/..", False),
        ("截至2024年11月", "截至2024年11月", "../2024-11", False),
        ("2022年以来", "2022年以来", "2022/..", False),
        ("2022年至今，", "2022年至今", "2022/..", False),
        ("从2020年3月开始", "2020年3月开始", "2020-03/..", False),
        ("2024-05-06 09:11", "2024-05-06", "2024-05-06", False),
        ("今年3月", "今年3月", "2025-03", True),
        ("自去年以来", "自去年以来", "2024/..", True),
        ("3日，", "3日", "2025-01-03", True),
        ("23日，", "23日", "2024-12-23", True),
        ("日前", "日前", "../2025-01-15", True),
        ("近年来", "近年来", "", False),
        ("昨天", "昨天", "2025-01-14", True),
        ("今日", "今日", "2025-01-15", True),
        ("上个月", "上个月", "2024-12", True),
        ("4月底", "4月底", "2025-04", True),
        ("3月上旬", "3月上旬", "2025-03", True),
        ("5月31日前", "5月31日前", "../2025-05-31", True),
        ("2030年底前", "2030年底前", "../2030", False),
        ("2019年前往", "2019年", "2019", False),
        ("2012—2016年", "2012—2016年", "2012/2016", False),
        ("自2012-2016年起", "自2012-2016年起", "2012/..", False),
        ("2023年前三季度", "2023年前三季度", "2023-01/2023-09", False),
        ("去年上半年", "去年上半年", "2024-01/2024-06", True),
        ("2022年下半年以来", "2022年下半年以来", "2022-07/..", False),
        ("截至2022年一季度", "截至2022年一季度", "../2022-03", False),
    ],
)
def test_a_date_is_resolved(text, written, edtf, relative):
    (told,) = dates(text, PUBLISHED_DAY)
    assert (told.words, told.edtf, told.is_relative) == (written, edtf, relative)


def test_a_day_that_is_none_is_no_date():
    assert dates("2月30日", PUBLISHED_DAY) == ()


def test_without_publication_a_relative_date_stays_open():
    (told,) = dates("今年3月")
    assert (told.edtf, told.is_relative) == ("", True)


def test_until_this_year_is_no_end_of_words_without_one() -> None:
    assert [d.edtf for d in dates("2022年至今年9月", PUBLISHED_DAY)] == ["2022", "2025-09"]


TEXT = st.text(alphabet="自从截至到2019今去年月0131日底昨天上个起以来开始前近，。- ", max_size=40)


@given(TEXT, st.none() | st.dates(date(1980, 1, 1), date(2090, 1, 1)))
def test_each_date_is_edtf_and_stands_at_its_span(text, published):
    for told in dates(text, published):
        assert text[told.start : told.end] == told.words != ""
        if told.edtf:
            edtf_interval(told.edtf)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("9月20日开会", "2024-09-20"), ("将于9月20日开会", "2025-09-20"), ("5月中旬", "2024-05")],
)
def test_a_text_of_january_tells_of_the_year_before_unless_it_plans(text, edtf):
    assert [told.edtf for told in dates(text, PUBLISHED_DAY)] == [edtf]


def test_a_month_behind_a_point_begins_a_line_only():
    assert [told.edtf for told in dates("2017.10 放风筝\n值2017.10 元\n")] == ["2017-10"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("6月16日至26日", "2024-06-16/2024-06-26"),
        ("今年5月至9月", "2024-05/2024-09"),
        ("2022年5月到2023年3月", "2022-05/2023-03"),
        ("2023年6月28日—7月2日", "2023-06-28/2023-07-02"),
        ("2月10日至30日", "2024-02-10"),
        ("上周", "2024-04-29/2024-05-05"),
        ("于8月启用", "2024-08"),
        ("下雨。3月，放晴", "2024-03"),
    ],
)
def test_ranges_weeks_and_bare_months_are_dates(text, edtf):
    assert [d.edtf for d in dates(text, date(2024, 5, 6))] == [edtf]


def test_a_month_of_the_same_year_has_the_year_of_the_date_before():
    of_text = [d.edtf for d in dates("2021年9月下雨。同年11月放晴", date(2024, 5, 6))]
    assert of_text == ["2021-09", "2021-11"]
