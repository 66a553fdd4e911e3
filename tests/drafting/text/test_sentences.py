"""Paragraphs, sentences and clauses cover a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafting.text.sentences import Stretch, clauses, paragraphs, sentences


def read(text: str, stretches: tuple[Stretch, ...]) -> list[str]:
    return [text[stretch.start : stretch.end] for stretch in stretches]


def test_a_sentence_ends_behind_its_quotation_mark():
    text = "某县说：“好。”某市也学，且快；再说"
    (paragraph,) = paragraphs(text)
    told = sentences(text, paragraph)
    assert read(text, told) == ["某县说：“好。”", "某市也学，且快；", "再说"]
    assert read(text, clauses(text, told[1])) == ["某市也学，", "且快；"]


@given(st.text(alphabet="县市。，；：“” \n\u3000！", max_size=40))
def test_no_letter_is_lost(text):
    for parts in (
        paragraphs(text),
        [s for p in paragraphs(text) for s in sentences(text, p)],
        [c for p in paragraphs(text) for s in sentences(text, p) for c in clauses(text, s)],
    ):
        assert "".join("".join(read(text, tuple(parts))).split()) == "".join(text.split())
        assert all(a.end <= b.start for a, b in zip(parts, parts[1:], strict=False))


def test_the_comma_and_the_colon_of_a_number_end_no_clause():
    text = "结余3,260万元，按4:6分配：1,2,3号"
    assert read(text, clauses(text, Stretch(0, len(text)))) == [
        "结余3,260万元，",
        "按4:6分配：",
        "1,",
        "2,",
        "3号",
    ]
