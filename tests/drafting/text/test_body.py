"""The article is found among the lines of a page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafting.text.body import body

PARAGRAPH = "虚构县的医生说，" * 6 + "这里的做法是编出来的。"


def lines(text: str) -> list[str]:
    return [text[line.start : line.end] for line in body(text)]


def test_title_and_headings_stay_and_notices_go():
    article = f"虚构县的故事\n\n{PARAGRAPH}\n一、想象\n{PARAGRAPH}再说。\n"
    text = f"{article}责任编辑：某人\n{PARAGRAPH}又说。"
    assert lines(text) == ["虚构县的故事", PARAGRAPH, "一、想象", f"{PARAGRAPH}再说。"]


def test_a_repeated_passage_stands_once():
    assert lines(f"{PARAGRAPH}\n{PARAGRAPH}") == [PARAGRAPH]


def test_a_page_without_a_paragraph_has_no_article():
    assert lines("首页\n新闻\n更多") == []


@given(
    st.lists(st.sampled_from([PARAGRAPH, PARAGRAPH + "二。", "标题", "更多", " ", ""]), max_size=8)
)
def test_lines_are_in_order_and_of_the_text(chosen):
    found = body("\n".join(chosen))
    assert all(a.end < b.start for a, b in zip(found, found[1:], strict=False))
    assert set(lines("\n".join(chosen))) <= {line.strip() for line in chosen}
