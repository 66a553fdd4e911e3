"""What a text says of itself before its first paragraph and in its last lines."""

from __future__ import annotations

import pytest

from drafting.sources.byline import byline
from drafting.sources.text_language import text_language
from tests.drafting.sources.made_up_documents import ARTICLE, FIRST_SENTENCES, TITLE, TRADITIONAL


def test_title_publisher_author_and_day():
    about = byline(ARTICLE)
    assert about.title == TITLE
    assert (about.publisher, about.authors) == ("无有日报", ("甲乙",))
    assert (about.published, about.published_written) == ("2010-03-05", "2010-03-05 09:11:01")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (["首页 > 新闻 > 正文", TITLE, "0", "分享至"], TITLE),
        (["全部", TITLE, "2010年3月5日"], TITLE),
        (["來源：無有日報", TITLE], TITLE),
        (["2010-03-05"], ""),
    ],
)
def test_paths_labels_and_days_are_no_title(head, title):
    assert byline([*head, FIRST_SENTENCES]).title == title


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("作者：□記者 鄧某 北京報道", ("鄧某",)),
        ("记者：甲乙、丙丁", ("甲乙", "丙丁")),
        ("作者:本报记者 甲乙 通讯员 丙丁", ("甲乙", "丙丁")),
        ("Author: R. Scribe and T. Clerk", ("R. Scribe", "T. Clerk")),
        ("没有作者", ()),
    ],
)
def test_authors_are_names_without_what_they_do(line, authors):
    assert byline([TITLE, line, FIRST_SENTENCES]).authors == authors


def test_documents_bear_their_day_at_the_end():
    assert (
        byline([TITLE, FIRST_SENTENCES, "东城县人民政府", "2010年3月5日"]).published == "2010-03-05"
    )
    assert byline([TITLE, FIRST_SENTENCES, "东城县自2010年3月5日起施行"]).published == ""
    assert byline([TITLE, "2010年2月30日", FIRST_SENTENCES]).published == ""


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (FIRST_SENTENCES, "en", "zh-Hans"),
        (TRADITIONAL, "zh-CN", "zh-Hant"),
        ("The county of the east kept the library open for three years.", "", "en"),
        ("Das Land im Osten", "de_DE", "de-DE"),
        ("東京都の図書館は開館時間を延長した。", "", "ja"),
        ("도서관은 개관 시간을 연장하였다.", "", "ko"),
        ("123", "", "und"),
    ],
)
def test_the_letters_say_the_language(text, declared, language):
    assert text_language(text, declared) == language
