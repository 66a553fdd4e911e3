"""The rates of figures in sentences made for these tests."""

from __future__ import annotations

import pytest

from drafting.recognition.numbers.figures import figures


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("每周派出32名师傅到8个驿站", ["week", ""]),
        ("每年放飞风筝4次每次30元", ["year", "instance"]),
        ("从每人每年90元提到140元", ["year", "year"]),
        ("每次收取3元至5元", ["instance", "instance"]),
        ("一年省下90万元", ["year"]),
        ("一年后省下90万元", [""]),
        ("每个月放飞2次", ["month"]),
        ("每次不少于半天", ["instance"]),
        ("日门诊量达300人次", ["day"]),
        ("今年门诊量达300人次", [""]),
        ("去年收入3万元", [""]),
    ],
)
def test_a_rate_belongs_to_one_figure_and_to_those_that_count_alike(text, rates):
    assert [figure.per for figure in figures(text)][-len(rates) :] == rates


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("甲县人均风筝支出为811元，乙县为1,036元，丙县只有597元", ["person"] * 3),
        ("人均风筝投入，甲县112元，乙县则有94元", ["person", "person"]),
        ("师傅拿年薪，最高24万元，最低11.5万元", ["year", "year"]),
        ("年放飞量合计96.4万张：甲县31.2万张", ["", ""]),
        ("年服务96.4万张，甲县31.2万张", ["year", "year"]),
        ("甲县人均支出为811元，新建风筝站花了90元", ["person", ""]),
        ("一名师傅一年要跑四十趟", ["year"]),
        ("去年一年接待40批", [""]),
        ("每人不少于6个月", [""]),
        ("日放飞能力达到1500次", ["day"]),
        ("年运维费要210万元", ["year"]),
    ],
)
def test_a_rate_goes_on_through_a_row_and_time_is_counted_by_no_head(text, rates):
    assert [figure.per for figure in figures(text)][-len(rates) :] == rates
