"""The text of a PDF, line by line of print, becomes paragraphs."""

from __future__ import annotations

import pytest

from drafting.sources.documents.pdf_document import pdf_document
from drafting.sources.documents.source_faults import UnusableSource
from tests.drafting.sources.made_up_documents import (
    FIRST_SENTENCES,
    SECOND_SENTENCES,
    THIRD_SENTENCES,
    TITLE,
    pdf,
    printed,
)


def test_lines_of_print_are_joined_to_paragraphs():
    document = pdf_document(
        pdf([[TITLE, *printed([FIRST_SENTENCES, SECOND_SENTENCES])]], title=TITLE)
    )
    assert document.text.split("\n")[:3] == [TITLE, FIRST_SENTENCES, SECOND_SENTENCES]
    assert document.description.title == TITLE


def test_a_paragraph_goes_on_over_a_page_and_its_header():
    lines = printed([SECOND_SENTENCES + THIRD_SENTENCES])
    pages = [
        ["无有公报", *part, f"- {n} -"]
        for n, part in enumerate((lines[:2], lines[2:], [FIRST_SENTENCES]))
    ]
    document = pdf_document(pdf(pages))
    lines = document.text.split("\n")
    kept = [
        line for number, line in enumerate(lines) if line and number not in document.omitted_lines
    ]
    assert kept == [SECOND_SENTENCES + THIRD_SENTENCES, FIRST_SENTENCES]
    assert lines.count("无有公报") == 3


def test_a_pdf_of_pictures_is_refused_with_what_to_do():
    with pytest.raises(UnusableSource, match="no_text_layer") as error:
        pdf_document(pdf([[], []]))
    assert "OCR" in error.value.text("zh") and "OCR" in error.value.text("en")


@pytest.mark.parametrize(
    "content", [b"%PDF-1.4\n", b"%PDF-1.7\n1 0 obj\n<<", pdf([[FIRST_SENTENCES]])[:300]]
)
def test_a_broken_pdf_is_told_and_nothing_else_happens(content):
    with pytest.raises(UnusableSource, match="broken_file|no_text_layer"):
        pdf_document(content)


def test_radicals_and_ligatures_become_the_letters_that_a_reader_sees():
    printed_as = (
        SECOND_SENTENCES.replace("西", "\u2ec4").replace("一", "\u2f00").replace("里", "\u2fa5")
    )
    assert printed_as != SECOND_SENTENCES
    assert (
        pdf_document(pdf([printed([printed_as, "\ufb01nd"])])).text == f"{SECOND_SENTENCES}\nfind\n"
    )
