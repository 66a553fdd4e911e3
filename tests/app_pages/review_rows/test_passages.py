"""Passages of a made-up text in pieces: quotation, subject and pinyin are marked."""

from __future__ import annotations

from app_pages.review_rows.passages import marked_passages
from drafting.drafts.draft import draft_span
from drafting.text.clean_text import CleanText

RAW = "虚构的甲县(xiàn)写在前面。" + "填" * 200 + "乙县學(xué)习虚构的做法，并无此事。"
CLEAN = CleanText(RAW)
START = RAW.index("乙县")
SPANS = (draft_span(RAW, START, START + len("乙县學(xué)习")),)


def marks(pieces) -> dict[str, str]:
    return {marks: text for text, marks in pieces if marks}


def test_a_passage_shows_the_raw_text_with_what_is_around_it():
    (passage,) = marked_passages(CLEAN, SPANS, (START, START + 2))
    text = "".join(text for text, _ in passage.pieces)
    assert text == RAW[START - 80 :]
    assert marks(passage.pieces) == {
        "quote subject": "乙县",
        "quote": "习",
        "quote pinyin": "(xué)",
    }
    assert ("學", "quote") in passage.pieces


def test_a_subject_that_stands_far_away_has_a_passage_of_its_own():
    place = RAW.index("甲县")
    passages = marked_passages(CLEAN, SPANS, (place, place + 2))
    assert [p.spots for p in passages] == [((START, SPANS[0].end),), ((place, place + 2),)]
    assert ("甲县", "subject") in passages[1].pieces
    assert ("(xiàn)", "pinyin") in passages[1].pieces


def test_letters_around_two_passages_are_shown_once():
    words = RAW.index("做法")
    spans = (*SPANS, draft_span(RAW, words, words + 2))
    (passage,) = marked_passages(CLEAN, spans, None)
    assert passage.spots == ((START, SPANS[0].end), (words, words + 2))
    assert "".join(text for text, _ in passage.pieces) == RAW[START - 80 :]
    assert ("做法", "quote") in passage.pieces


def test_a_subject_between_two_passages_joins_them():
    far = 60
    spans = (draft_span(RAW, 0, 2), draft_span(RAW, 170 + far, 172 + far))
    (passage,) = marked_passages(CLEAN, spans, (116, 118))
    assert [span[0] for span in passage.spots] == [0, 170 + far, 116]
    assert "".join(text for text, _ in passage.pieces) == RAW[: 172 + far + 80]
