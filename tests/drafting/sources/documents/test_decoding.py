"""Texts in every encoding in which Chinese texts come."""

from __future__ import annotations

import pytest

from drafting.sources.documents.decoding import decode
from tests.drafting.sources.made_up_documents import FIRST_SENTENCES, SECOND_SENTENCES, TRADITIONAL

SIMPLE = FIRST_SENTENCES + SECOND_SENTENCES


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gbk", "gb18030"])
def test_a_simplified_text_is_read_in_any_encoding(encoding):
    assert decode(SIMPLE.encode(encoding)).text == SIMPLE


@pytest.mark.parametrize("encoding", ["big5", "big5hkscs", "gb18030", "utf-16-le", "utf-16-be"])
def test_a_traditional_text_is_read_without_a_mark_or_a_declaration(encoding):
    assert decode(TRADITIONAL.encode(encoding)).text == TRADITIONAL


def test_what_is_declared_counts_before_what_is_likely():
    latin = "Łódź, wschód, północ"
    assert decode(latin.encode("iso8859-2"), ["ISO-8859-2"]).text == latin


def test_pages_in_gbk_declare_gb2312():
    rare = "东城县的镕字与喆字"  # not in GB 2312
    assert decode(rare.encode("gbk"), ["gb2312"]).text == rare


def test_a_wrong_or_unknown_declaration_does_no_harm():
    assert decode(SIMPLE.encode(), ["gb2312", "base64", "no-such", ""]).text == SIMPLE
    assert decode(SIMPLE.encode("gbk"), ["utf-8", "hex"]).text == SIMPLE


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_lost_letters_are_counted(encoding):
    content = bytearray(f"{FIRST_SENTENCES}\n{SECOND_SENTENCES}".encode(encoding))
    content[30] = 0xFF
    decoded = decode(bytes(content), [encoding])
    assert 1 <= decoded.lost_letters <= 3
    assert SECOND_SENTENCES in decoded.text
