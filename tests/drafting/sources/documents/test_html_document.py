"""The article of a page, in the letters of the page."""

from __future__ import annotations

from datetime import date
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from drafting.sources.article_text import article_text
from drafting.sources.documents.reading import read_document
from tests.drafting.sources.made_up_documents import (
    ARTICLE,
    FIRST_SENTENCES,
    SECOND_SENTENCES,
    THIRD_SENTENCES,
    TITLE,
    page,
)

TODAY = date(2026, 1, 1)


def article(text: str, encoding: str = "utf-8") -> list[str]:
    document = read_document(text.encode(encoding), TODAY)
    lines = enumerate(document.text.split("\n"))
    return [line for number, line in lines if line and number not in document.omitted_lines]


@pytest.mark.parametrize(("charset", "encoding"), [("utf-8", "utf-8"), ("gb2312", "gb18030")])
def test_menus_and_notices_are_no_part_of_the_article(charset, encoding):
    lines = article(page(charset), encoding)
    assert lines[: len(ARTICLE)] == ARTICLE
    assert not {"首页", "体育新闻", "相关新闻", "版权所有 无有新闻网"} & set(lines)


def test_what_a_reader_does_not_see_is_not_in_the_text():
    text = read_document(page().encode(), TODAY).text
    assert "藏着的广告" not in text
    assert "脚本" not in text


def test_tables_of_the_article_stay():
    table = "<table><tr><td>县</td><td>馆数</td></tr><tr><td>东城</td><td>12</td></tr></table>"
    assert {"县 馆数", "东城 12"} <= set(article(page(more=f"<p>{SECOND_SENTENCES}</p>{table}")))


def test_a_page_says_where_it_came_from_and_how_it_is_called():
    about = read_document(page().encode(), TODAY).description
    assert about.title == "东城县延长图书馆开放时间"
    assert about.address == "https://news.example/a.html"
    assert about.published == "2010-03-05"
    saved = f"<!-- saved from url=(0025)https://news.example/b.html -->\n{page()}"
    assert read_document(saved.encode(), TODAY).description.address == "https://news.example/b.html"


def test_a_page_without_an_article_keeps_its_text():
    document = read_document(b"<html><body><p>One short line</p></body></html>", TODAY)
    assert document.text == "One short line\n"


@pytest.mark.parametrize(
    "markup",
    [
        "<html><head><title>{t}</title></head><p>{f}</p><p>{s}</p></html>",
        "<head><meta charset=utf-8><title>{t}</title>"
        "<article><p>{f}</p><p>{s}</p></article></head>",
        "<!doctype html><title>{t}</title><div>{f}</div><div>{s}</div>",
    ],
)
def test_a_page_without_a_body_shows_its_text(markup):
    content = markup.format(t=TITLE, f=FIRST_SENTENCES, s=SECOND_SENTENCES).encode()
    assert read_document(content, TODAY).text == f"{FIRST_SENTENCES}\n{SECOND_SENTENCES}\n"


@pytest.mark.parametrize(
    "text",
    ["<html>", "<html></html>", "<html><body>" + "<div>" * 5000 + FIRST_SENTENCES, "<p"],
)
def test_broken_pages_are_read_as_far_as_they_go(text):
    read_document(text.encode(), TODAY)


@pytest.mark.parametrize(
    "body",
    [
        f"<div>{TITLE}</div><div>发布时间：2010-03-05&nbsp; 来源：县卫生局</div>"
        f"<div>　　{FIRST_SENTENCES}<br><br>　　{SECOND_SENTENCES}<br>　　{THIRD_SENTENCES}</div>",
        f"<div><div>{TITLE}</div><div><div>　{FIRST_SENTENCES}</div><div>{SECOND_SENTENCES}</div>"
        f"<div>{THIRD_SENTENCES}</div><div>东城县人民政府</div><div>2010年3月5日</div></div></div>",
    ],
)
def test_pages_of_governments_keep_title_and_day(body):
    menu = "<table><tr><td><a href=/>首页</a></td><td><a href=/a>政务公开</a></td></tr></table>"
    head = f"<html><head><title>{TITLE}-东城县人民政府</title></head><body>{menu}"
    document = read_document(f"{head}{body}<div>主办：东城县</div></body></html>".encode(), TODAY)
    source = article_text(document)
    lines = source.text.split("\n")
    assert lines[0] == source.description.title == TITLE
    assert {FIRST_SENTENCES, SECOND_SENTENCES, THIRD_SENTENCES} <= set(lines)
    assert source.description.published == "2010-03-05"
    assert "首页 政务公开" in source.omitted_lines and "主办：东城县" in source.omitted_lines


def test_a_page_saved_with_its_pictures_is_a_page():
    archive = MIMEMultipart("related")
    archive["Snapshot-Content-Location"] = "https://news.example/m.html"
    archive.attach(MIMEText(page("gbk"), "html", "gb18030"))
    document = read_document(archive.as_bytes(), TODAY)
    assert FIRST_SENTENCES in document.text
    assert document.description.address == "https://news.example/m.html"
