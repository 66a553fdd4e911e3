"""Rows for marked words of a made-up text: from a draft of the same letters, or what they name."""

from __future__ import annotations

from datetime import date

import pytest

from app_pages.review_rows.proposal import MarkedWords, proposed_row
from drafting.drafters.article import Article
from drafting.drafts.draft import Band, Draft, draft_span
from drafting.recognition.gazetteer import Gazetteer
from drafting.recognition.mechanisms import MechanismLexicon
from drafting.recognition.recognised_text import RecognisedText
from drafting.text.clean_text import CleanText

RAW = (
    "編造的做法\n"
    "甲乙县推行风筝传信制度。2021年，丙丁县派人到甲乙县考察，本段全是编出来的，并无此事，"
    "也无此县，只为试验而写。日均送信80次。\n"
)
PLACES = Gazetteer({"10": "甲乙县", "20": "丙丁县"}, {"10": "X", "20": "X"}, {})
LEXICON = MechanismLexicon({"kites": frozenset({"风筝传信制度"})})
RECOGNISED_TEXT = RecognisedText(CleanText(RAW), "zh", date(2024, 5, 6), PLACES)
ARTICLE = Article("made-up", RECOGNISED_TEXT, LEXICON)


def mark_words(words: str) -> MarkedWords:
    start = RAW.index(words)
    return MarkedWords(ARTICLE, start, start + len(words))


@pytest.mark.parametrize(
    ("words", "table", "cells"),
    [
        (
            "2021年，丙丁县派人到甲乙县考察",
            "learned_from",
            {"learner": "20", "teacher": "10", "when": "2021", "when_written": "2021年"},
        ),
        ("推行风筝传信制度", "adoption", {"adopter": "10", "mechanism": "kites"}),
        ("日均送信80次", "measurement", {"value": "80", "bound": "=", "per": "day"}),
    ],
)
def test_what_is_recognised_fills_the_row_in(words, table, cells):
    kind, row = proposed_row(mark_words(words), ())
    assert kind == table
    assert cells.items() <= row.items()
    assert row["stance"] == "stated"


def test_a_draft_of_the_same_letters_gives_its_cells():
    words = mark_words("推行风筝传信制度")
    span = draft_span(RAW, words.start, words.end)
    draft = Draft("has_model", "made-up", (("holder", "10"),), (span,), Band.LOOK, "rules 1")
    assert proposed_row(words, [draft]) == ("has_model", {"holder": "10"})
    assert proposed_row(words, [draft], "adoption")[0] == "adoption"


def test_of_drafts_of_the_same_letters_that_of_the_likely_table_is_taken():
    words = mark_words("2021年，丙丁县派人到甲乙县考察")
    span = draft_span(RAW, words.start, words.end)
    cells = (("adopter", "20"),), (("learner", "20"),)
    drafts = [
        Draft(table, "made-up", row, (span,), Band.LOOK, "rules 1")
        for table, row in zip(("adoption", "learned_from"), cells, strict=True)
    ]
    assert proposed_row(words, drafts)[0] == "learned_from"
