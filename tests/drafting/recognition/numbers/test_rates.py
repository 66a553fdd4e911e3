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
