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


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("三至五成的风筝", 30, 50),
        ("两成到三成的风筝", 20, 30),
        ("四成至六成五", 40, 65),
        ("百分之八十至九十", 80, 90),
        ("百分之八十到百分之九十五", 80, 95),
    ],
)
def test_a_range_of_shares_has_two_ends(text, low, high):
    read = [(figure.value, figure.bound, figure.unit) for figure in figures(text)]
    assert read == [(low, ">=", "percent"), (high, "<=", "percent")]


def test_a_change_of_a_share_is_no_range():
    assert figures("从三成到五成")[-1].bound == "="
    assert [figure.value for figure in figures("从百分之三十至四十")] == [40]


@pytest.mark.parametrize(
    ("text", "other", "bound"),
    [
        ("风筝与线的配比为1比4", "4", "="),
        ("风筝师与学徒之比约为1比1.5", "1.5", "~"),
        ("线筝比提高到1∶0.6", "0.6", "="),
        ("线筝比例达到一比四", "4", "="),
        ("线筝比为1：4", "4", "="),
    ],
)
def test_a_ratio_of_two_stands_behind_the_word_that_it_is_one(text, other, bound):
    read = {(figure.value, figure.bound, figure.unit) for figure in figures(text)}
    assert read == {(Decimal(1), bound, "share"), (Decimal(other), bound, "share")}


def test_a_score_is_no_ratio():
    assert figures("风筝赛打成1比4") == ()


def test_two_tenths_side_by_side_are_about_their_middle():
    (figure,) = figures("三四成的风筝")
    assert (figure.value, figure.bound, figure.unit) == (35, "~", "percent")


def test_a_half_behind_a_fraction_is_no_end_of_its_range():
    assert {figure.value for figure in figures("三分之一到一半")} >= {50}
    assert Decimal("33.33") in {figure.value for figure in figures("三分之一到一半")}
