"""Dates in other writing, and days counted from a text's last date."""

from __future__ import annotations

from datetime import date

import pytest

from drafting.lint.date_words import days_by_count, in_digits
from ontology.schema.kinds import Adoption

DEED = "推行风筝传信制度"


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("二〇二一年三月", "2021年3月"),
        ("十二月八日", "12月8日"),
        ("23年5月", "2023年5月"),
        ("2023.6", "2023年6月"),
        ("三个月", "三个月"),
        ("2023.6.8", "2023.6.8"),
    ],
)
def test_a_date_is_written_in_digits(words, digits):
    assert in_digits(words) == digits


@pytest.mark.parametrize(
    ("words", "last", "days"),
    [
        ("8日下午", "2023-05", [date(2023, 5, 8)]),
        ("次日", "2023-05-31", [date(2023, 6, 1)]),
        ("三天后", "2023-05-31", [date(2023, 6, 3)]),
        ("31日", "2023-06", []),
        ("次日", "2023", []),
    ],
)
def test_days_are_counted_from_the_last_date(words, last, days):
    assert list(days_by_count(words, last)) == days


@pytest.mark.parametrize(("since", "codes"), [("2023-05-09", []), ("2022-05-09", ["DATE"])])
def test_the_next_day_is_that_after_the_last_date(lint, since, codes):
    raw = f"2023年5月8日，甲乙市点灯。次日，甲乙市{DEED}。"
    row = {"adopter": "a", "mechanism": "kites", "since": since, "since_written": "次日"}
    assert lint(Adoption, raw, f"次日，甲乙市{DEED}", **row) == codes
