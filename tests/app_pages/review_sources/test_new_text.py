"""A text that a reader brings to the page: a file, pasted words, or the address of a web page."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app_pages.review_sources import new_text
from app_pages.review_sources.new_text import BadText, NewText, add_text
from drafting.sources.documents.source_faults import Remedy
from tests.drafting.sources.made_up_documents import SECOND_SENTENCES, TITLE, page
from tests.drafting.sources.web.conftest import web

__all__ = ["web"]
NOW = datetime(2026, 1, 1, 12, 30, tzinfo=UTC)
TEXT = NewText(b"", "", "", "", "", "press", "")


@pytest.fixture
def texts(small_facts, tmp_path, monkeypatch) -> Path:
    """An empty folder of texts, beside a facts folder without drafts."""
    monkeypatch.setattr(new_text, "facts_or_stop", lambda: small_facts)
    monkeypatch.setattr(new_text, "facts_folder", lambda: tmp_path / "facts")
    monkeypatch.setattr(new_text, "open_sources", dict)
    (tmp_path / "texts").mkdir()
    return tmp_path / "texts"


def test_a_page_is_fetched_kept_and_read_without_its_menu(texts, web, monkeypatch):
    monkeypatch.setattr(new_text, "ADDRESS_FILTER", web.address_filter)
    source = add_text(replace(TEXT, address=web.address("page.html"), keep_all=False), texts, NOW)
    draft = source.draft
    assert draft.cell("address") == web.address("page.html")
    assert draft.cell("retrieved") == "2026-01-01"
    assert draft.cell("code").startswith("news-example")
    kept = json.loads((texts / f"{draft.source}.fetched.json").read_text(encoding="utf-8"))
    assert kept["address"] == web.address("page.html")
    assert (texts / f"{draft.source}.txt").is_file()
    assert source.article.omitted_lines


def test_no_machine_of_the_local_network_is_asked(texts, web):
    with pytest.raises(BadText):
        add_text(replace(TEXT, address="http://127.0.0.1/page", code="inner"), texts, NOW)
    assert not list(texts.iterdir())


def test_a_fault_to_which_the_reader_can_consent_is_offered_to_the_reader(texts):
    """The page has no options of a command line; an empty file is refused as such."""
    titles = {"title_zh": "虚构的文本", "title_en": "An invented text", "code": "invented"}
    text = replace(TEXT, content="虚构的�文本。".encode(), **titles)
    with pytest.raises(BadText) as caught:
        add_text(text, texts, NOW)
    assert caught.value.remedies == (Remedy.ALLOW_DAMAGE,) and "--" not in str(caught.value)
    add_text(replace(text, remedies=frozenset(caught.value.remedies)), texts, NOW)
    with pytest.raises(BadText) as caught:
        add_text(replace(text, content="另一篇虚构的文本。".encode()), texts, NOW)
    assert caught.value.remedies == (Remedy.REPLACE,) and "--" not in str(caught.value)
    with pytest.raises(BadText, match="没有文字"):
        add_text(replace(text, content=b"", is_file=True), texts, NOW)


@pytest.mark.parametrize("content", [b"", b"words"])
def test_a_text_comes_from_one_place(texts, content):
    address = "https://news.example/a" if content else ""
    with pytest.raises(BadText):
        add_text(replace(TEXT, content=content, address=address), texts, NOW)


@pytest.mark.parametrize("titles", [("山中读书", ""), ("", "Reading in the hills"), ("", "")])
def test_a_text_without_a_title_in_each_language_is_not_written(texts, titles):
    zh, en = titles
    with pytest.raises(BadText) as caught:
        add_text(replace(TEXT, content=b"words", title_zh=zh, title_en=en), texts, NOW)
    (reason,) = caught.value.reasons
    assert ("标题（中文）" in reason, "标题（英文）" in reason) == (not zh, not en)
    assert not list(texts.iterdir())


def test_pasted_words_bring_their_title_and_day(texts):
    words = "虚构的山中读书\n2024年5月6日\n" + "这一段是为测试而编造的，并无此事，请不要当真。" * 3
    source = add_text(replace(TEXT, content=words.encode(), title_en="Invented"), texts, NOW)
    assert source.draft.cell("name_zh") == "虚构的山中读书"
    assert source.draft.cell("published") == "2024-05-06"


def test_a_file_brings_its_title_and_leaves_its_menu(texts):
    """Of the languages only those whose title the file does not have are asked for."""
    content = page("gbk").encode("gb18030")
    file = replace(TEXT, content=content, is_file=True, keep_all=False)
    with pytest.raises(BadText) as caught:
        add_text(file, texts, NOW)
    needed, title = caught.value.reasons
    assert "标题（中文）" not in needed and "标题（英文）" in needed and TITLE in title
    source = add_text(replace(file, title_en="Reading in the hills"), texts, NOW)
    assert source.draft.cell("name_zh") == TITLE
    assert "首页" in "".join(source.article.omitted_lines)
    text = (texts / source.draft.cell("file")).read_text(encoding="utf-8")
    assert SECOND_SENTENCES in text and "首页" not in text
