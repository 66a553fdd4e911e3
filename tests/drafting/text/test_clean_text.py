"""The clean text knows where each of its letters stood."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from drafting.text.clean_text import CleanText

RAW = st.text(alphabet="县醫院学(xué)（tōng de）app 3，\n乾", max_size=60)


@given(RAW, st.data())
def test_a_clean_span_comes_back_from_the_raw_text(raw, data):
    clean = CleanText(raw)
    start = data.draw(st.integers(0, len(clean.text)))
    end = data.draw(st.integers(start, len(clean.text)))
    assert clean.clean_span(*clean.raw_span(start, end)) == (start, end)


@given(RAW)
def test_each_clean_letter_is_the_raw_letter_or_its_simplified_form(raw):
    clean = CleanText(raw)
    assert len(clean.text) == len(clean.places)
    alike = {("醫", "医"), ("乾", "干")}
    for place, letter in zip(clean.places, clean.text, strict=True):
        assert raw[place] == letter or (raw[place], letter) in alike


def test_pinyin_is_left_out_and_the_span_ends_before_it():
    clean = CleanText("学(xué)习(xí)醫院(app)好(de)")
    assert clean.text == "学习医院好"
    assert clean.raw_span(0, 2) == (0, 7)
    assert clean.clean_span(0, 11) == (0, 2)


def test_brackets_without_tone_marks_stay():
    assert CleanText("掌上医院(app)").text == "掌上医院(app)"


@pytest.mark.parametrize("span", [(-1, 1), (2, 1), (0, 9)])
def test_a_span_outside_the_text_is_refused(span):
    clean = CleanText("县医院")
    for convert in (clean.raw_span, clean.clean_span):
        with pytest.raises(ValueError, match="not a span"):
            convert(*span)


@pytest.mark.parametrize("script", ["s2t", "s2tw", "s2hk"])
def test_every_listed_place_keeps_its_name_in_every_script(root, script):
    with (root / "facts" / "codes" / "gbt2260.csv").open(encoding="utf-8", newline="") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    converter = OpenCC(script)
    assert [name for name in names if CleanText(name).text != name] == []
    assert [name for name in names if CleanText(converter.convert(name)).text != name] == []
