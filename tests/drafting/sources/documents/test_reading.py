"""What a file is, is told by its bytes; what cannot be read is refused with what to do."""

from __future__ import annotations

import random
from datetime import date

import pytest

from drafting.sources.documents.reading import read_document
from drafting.sources.documents.source_faults import UnusableSource
from tests.drafting.sources.made_up_documents import ARTICLE, archive, page, pdf, word

TODAY = date(2026, 1, 1)


@pytest.mark.parametrize(
    "content",
    ["\n".join(ARTICLE).encode("utf-16"), "\r\n".join(ARTICLE).encode("gbk"), word(ARTICLE)],
)
def test_one_text_in_three_forms_is_one_text(content):
    assert read_document(content, TODAY).text.rstrip("\n") == "\n".join(ARTICLE)


def test_a_pdf_is_known_whatever_its_name():
    assert ARTICLE[2][:20] in read_document(pdf([ARTICLE]), TODAY).text


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "empty_source"),
        (b" \n\n ", "empty_source"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "save_as_docx"),
        (rb"{\rtf1\ansi text}", "save_as_docx"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x1f\x8b\x08\x00", "unpack_first"),
        (archive({"xl/workbook.xml": "<a/>"}), "unknown_archive"),
        (bytes(range(256)) * 8, "no_text"),
    ],
)
def test_other_forms_are_refused_in_both_languages(content, rule):
    with pytest.raises(UnusableSource) as error:
        read_document(content, TODAY)
    assert [fault.rule for fault in error.value.faults] == [rule]
    assert error.value.text("zh") != error.value.text("en")


def test_no_damaged_file_ends_in_anything_but_a_text_or_a_fault():
    chance = random.Random(5)
    files = [page().encode("utf-16"), pdf([ARTICLE]), word(ARTICLE), page("gbk").encode("gb18030")]
    for number in range(200):
        content = bytearray(files[number % len(files)])
        for _ in range(chance.choice([1, 5, 50])):
            content[chance.randrange(len(content))] = chance.randrange(256)
        try:
            read_document(bytes(content), TODAY)
        except UnusableSource as error:
            assert error.faults
