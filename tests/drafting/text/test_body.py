"""The article is found among the lines of a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.text.body import body
from drafting.text.sentences import list_mark_end

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


def test_a_bulletin_of_short_items_is_an_article_without_its_menu_behind():
    items = ["● 甲乙县推行风筝传信制度", "● 丙丁县新建驿站十二家"]
    page = ["首页", "新闻", "想象简报", *items]
    assert lines("\n".join([*page, "责任编辑：某人", "版权所有 想象县推行风筝传信制度。"])) == page
    assert lines("想象简报\n甲乙县推行风筝传信制度。\n更多") == [
        "想象简报",
        "甲乙县推行风筝传信制度。",
    ]
    assert (
        lines("1. 首页\n2. 新闻\n● 登录") == lines("通知公告栏目列表导航\n政务公开目录导航") == []
    )


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("● 甲", 2),
        ("1. 甲", 3),
        ("（一）甲", 3),
        ("一、甲", 2),
        ("12）甲", 3),
        ("3.5万人", 0),
        ("十二家", 0),
    ],
)
def test_the_mark_of_an_item_is_known(line, mark):
    assert list_mark_end(line) == mark


@given(
    st.lists(st.sampled_from([PARAGRAPH, PARAGRAPH + "二。", "标题", "更多", " ", ""]), max_size=8)
)
def test_lines_are_in_order_and_of_the_text(chosen):
    found = body("\n".join(chosen))
    assert all(a.end < b.start for a, b in zip(found, found[1:], strict=False))
    assert set(lines("\n".join(chosen))) <= {line.strip() for line in chosen}
