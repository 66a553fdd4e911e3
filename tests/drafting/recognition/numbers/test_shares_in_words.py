"""Shares that words tell, in sentences made for these tests."""

from __future__ import annotations

from decimal import Decimal

import pytest

from drafting.recognition.numbers.figures import figures


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("过半的风筝", "50", ">"),
        ("近半守灯人", "50", "<"),
        ("超半数驿站", "50", ">"),
        ("七成五", "75", "="),
        ("两成半以上", "25", ">="),
        ("三分之二强", "66.67", ">"),
        ("五分之一弱", "20", "<"),
        ("2/3的风筝", "66.67", "~"),
        ("按八折收取", "80", "="),
        ("打七五折", "75", "="),
        ("半价", "50", "="),
        ("百分之七十二点五", "72.5", "="),
        ("十万分之八", "0.008", "="),
        ("低于万分之五", "0.05", "<"),
        ("8.5/10万", "0.0085", "="),
        ("2.3‰", "0.23", "="),
        ("驿站一家不落", "100", "="),
        ("百分百覆盖", "100", "="),
    ],
)
def test_a_share_is_read(text, value, bound):
    (figure,) = figures(text)
    assert (figure.value, figure.bound, figure.unit) == (Decimal(value), bound, "percent")


@pytest.mark.parametrize("text", ["年过半百", "时间过半", "骨折", "打折扣", "三七粉", "多半是老人"])
def test_what_is_no_share(text):
    assert figures(text) == ()


def test_half_of_a_year_is_no_share():
    (figure,) = figures("近半年")
    assert (figure.value, figure.unit) == (Decimal("0.5"), "year")


def test_a_part_of_a_thousand_has_the_unit_that_the_facts_have_for_it():
    (figure,) = figures("风筝断线率2.3‰", {"‰": "permille"})
    assert (figure.value, figure.unit) == (Decimal("2.3"), "permille")
