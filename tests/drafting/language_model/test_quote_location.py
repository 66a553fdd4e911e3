"""A quotation is of the text, but for script, pinyin, spaces, quotation marks and widths."""

from __future__ import annotations

import pytest

from drafting.language_model.quote_location import QuoteLocator
from drafting.text.clean_text import CleanText
from drafting.text.sentences import Stretch

RAW = "甲城推行“一卡通讀”，\n乙城學(xué)習(xí)甲城的做法。乙城又說甲城好。"
CLEAN = CleanText(RAW)
WHOLE_TEXT = Stretch(0, len(CLEAN.text))


def located_words(quote: str, within: Stretch = WHOLE_TEXT) -> str | None:
    span = QuoteLocator(CLEAN).locate(quote, within)
    return None if span is None else RAW[span[0] : span[1]]


@pytest.mark.parametrize(
    ("quote", "raw"),
    [
        ("乙城學(xué)習(xí)甲城", "乙城學(xué)習(xí)甲城"),
        ("乙城学习甲城", "乙城學(xué)習(xí)甲城"),
        ("推行「一卡通读」,乙城", "推行“一卡通讀”，\n乙城"),
        ("甲城 推行", "甲城推行"),
        ("甲城\u200b推行", "甲城推行"),
        ("甲城推行。", "甲城推行"),
    ],
)
def test_another_writing_of_the_same_words_is_located(quote, raw):
    assert located_words(quote) == raw


@pytest.mark.parametrize(
    "quote",
    ["乙城学甲城", "乙城……甲城的做法", "乙城学习甲城的做法，成效显著", "乙", " ", ""],
)
def test_other_words_are_not_located(quote):
    assert located_words(quote) is None


def test_only_the_stretch_that_was_asked_about_counts():
    last = Stretch(CLEAN.text.index("乙城又"), len(CLEAN.text))
    assert located_words("甲城推行", last) is None
    assert QuoteLocator(CLEAN).locate("甲城", last) == (RAW.rindex("甲城"), RAW.rindex("甲城") + 2)


def test_of_several_places_the_one_beside_another_passage_counts():
    locator, second = QuoteLocator(CLEAN), RAW.rindex("乙城")
    assert locator.locate("乙城", WHOLE_TEXT) == (RAW.index("乙城"), RAW.index("乙城") + 2)
    assert locator.locate("乙城", WHOLE_TEXT, (len(RAW) - 2, len(RAW))) == (second, second + 2)
