"""The text of a Word file, as it reads with all changes accepted."""

from __future__ import annotations

import pytest

from drafting.sources.documents import word_document
from drafting.sources.documents.source_faults import UnusableSource
from tests.drafting.sources.made_up_documents import ARTICLE, archive, word


def test_each_paragraph_is_a_line():
    document = word_document.word_document(word(ARTICLE, title="题目"))
    assert document.text == "\n".join(ARTICLE) + "\n"
    assert document.description.title == "题目"
    assert document.description.authors == ()  # whoever typed it wrote no byline


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<w:p><w:ins><w:r><w:t>加上的</w:t></w:r></w:ins></w:p>", "加上的"),
        (
            "<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>",
            "甲",
        ),
        (
            "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>",
            "甲 乙\n丙",
        ),
        ("<w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>", "链接"),
        (
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>东城</w:t></w:r></w:p></w:tc>"
            "<w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            "东城 12",
        ),
    ],
)
def test_changes_breaks_links_and_tables(body, text):
    assert word_document.word_document(word([], body)).text == f"{text}\n"


def test_footnotes_stand_at_the_end():
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts = {
        part: f'<w:{part} xmlns:w="{space}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{part}>'
        for part, text in (("document", "虚构的句子。"), ("footnotes", "虚构的注。"))
    }
    content = archive({f"word/{part}.xml": xml for part, xml in parts.items()})
    assert word_document.word_document(content).text == "虚构的句子。\n虚构的注。\n"


def test_a_file_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(word_document, "MAX_BYTES", 1000)
    with pytest.raises(UnusableSource, match="too_large"):
        word_document.word_document(word(["空" * 2000]))


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04",
        archive({"word/document.xml": "<w:document"}),
        archive({"docProps/core.xml": "<a/>"}),
        word(ARTICLE)[:400],
    ],
)
def test_a_broken_file_is_told(content):
    with pytest.raises(UnusableSource, match="broken_file"):
        word_document.word_document(content)


def test_entities_are_not_unfolded():
    bomb = (
        '<!DOCTYPE w [<!ENTITY a "甲甲甲甲"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hosts">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>乙&b;&c;</w:t></w:r></w:p></w:body></w:document>"
    )
    assert word_document.word_document(archive({"word/document.xml": bomb})).text == "乙\n"
