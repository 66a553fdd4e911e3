"""Words of texts in any script: two Chinese letters, one, a phrase, other forms of a character."""

from __future__ import annotations

import pytest

from queries.search.text_index import TextDocument, TextIndex, excerpt

TEXTS = {
    "price": "全市药品价格平均下降。药价公开。",
    "loans": "图书馆推行通用借书卡，借书证当日可用。",
    "traditional": "推進緊密型縣域醫共體建設",
    "english": "Mobile libraries visit the villages; cafés lend books.",
}
INDEX = TextIndex(TextDocument("Passage", id, text) for id, text in TEXTS.items())


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("药价", {"price"}),  # of two letters
        ("藥價", {"price"}),
        ("价", {"price"}),  # inside and at the end of a word
        ("借书卡", {"loans"}),
        ("书卡借", set()),
        ("卡借", set()),  # not over a comma
        ("借书 当日", {"loans"}),
        ("借书 药价", set()),
        ("医共体", {"traditional"}),
        ("librar", {"english"}),
        ("CAFES lend", {"english"}),
        ("ibraries", set()),
        ('" OR *', set()),
        ("", set()),
    ],
)
def test_words_are_found(typed, ids):
    count, hits = INDEX.hits(typed, "Passage", 10)
    assert {hit.id for hit in hits} == ids and count == len(ids)
    assert INDEX.hits(typed, "SourceText", 10) == (0, ())


def test_the_limit_leaves_the_count():
    index = TextIndex(TextDocument("Passage", str(at), "药价") for at in range(5))
    count, hits = index.hits("药价", "Passage", 2)
    assert (count, [hit.id for hit in hits]) == (5, ["0", "1"])


def test_an_excerpt_shows_the_words_as_written():
    text = "前" * 50 + "\n推進醫共體建設" + "后" * 50
    shown = excerpt(text, ["医共体"])
    assert "推進醫共體建設" in shown and shown.startswith("…前") and shown.endswith("后…")
    assert "\n" not in shown and len(shown) < 60
