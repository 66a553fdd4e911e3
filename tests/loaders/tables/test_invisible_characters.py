"""Characters that nobody sees are told by their names, where they stand."""

from __future__ import annotations

import unicodedata

import pytest

from loaders.tables.csv_table import read_table
from loaders.tables.invisible_characters import decomposed_character, invisible_character


def faults(text: str) -> list[tuple[int, str, str, object]]:
    table = read_table("t.csv", text.encode(), ("a", "b"), ("a",))
    return [(f.line, f.column, f.rule, f.values.get("character", "")) for f in table.faults]


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u200b", "U+200B ZERO WIDTH SPACE"),
        ("\ufeff", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ("\u00ad", "U+00AD SOFT HYPHEN"),
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\u2060", "U+2060 WORD JOINER"),
    ],
)
def test_an_invisible_character_is_told_by_name_and_place(character, name):
    assert faults(f"a,b\n三明市,x\n三明{character}市,y\n") == [
        (3, "a", "invisible_character", name)
    ]


def test_a_column_name_with_an_invisible_character_is_told():
    assert (1, "b", "invisible_character", "U+200B ZERO WIDTH SPACE") in faults("a,b\u200b\nx,y\n")


def test_a_decomposed_letter_is_told_with_the_letter():
    name = unicodedata.normalize("NFD", "Québec")
    assert faults(f"a\nQuébec\n{name}\n") == [(3, "a", "decomposed_character", "U+00E9 (é)")]


@pytest.mark.parametrize("text", ["三明市", "Québec", "Lü’an · 1.6亿", "نمی‌خواهم", ""])
def test_visible_text_is_left_alone(text):
    assert invisible_character(text) is None
    assert decomposed_character(text) is None


def test_a_byte_order_mark_at_the_start_of_a_file_is_no_fault():
    assert faults("\ufeffa,b\nx,y\n") == []
