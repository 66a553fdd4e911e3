"""The form of CSV files: what is read as if absent, and each fault with its line."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.tables.csv_table import Table, read_table
from loaders.tables.faults import Fault

WANTED_COLUMNS = ("code", "name", "note")
NEEDED_COLUMNS = ("code", "name")
BOM = "\ufeff"


def read(content: bytes | str) -> Table:
    if isinstance(content, str):
        content = content.encode()
    return read_table("t.csv", content, WANTED_COLUMNS, NEEDED_COLUMNS)


def cells(content: bytes | str) -> list[tuple[int, dict[str, str]]]:
    table = read(content)
    assert table.faults == ()
    return [(row.line, dict(row.cells)) for row in table.rows]


def table_faults(content: bytes | str) -> list[tuple[int, int, str, str]]:
    return [(f.line, f.position, f.column, f.rule) for f in read(content).faults]


def test_rows_are_filled_cells_with_their_line():
    assert cells("code,name,note\na,甲,\nb, 乙 ,n\n") == [
        (2, {"code": "a", "name": "甲"}),
        (3, {"code": "b", "name": "乙", "note": "n"}),
    ]


def test_a_byte_order_mark_and_windows_line_ends_are_as_if_absent():
    assert cells(BOM + "code,name\r\na,甲\r\n") == cells("code,name\na,甲\n")


def test_a_missing_last_line_end_loses_nothing():
    assert cells("code,name\na,甲") == [(2, {"code": "a", "name": "甲"})]


def test_columns_may_stand_in_any_order():
    assert cells("name,code\n甲,a\n") == [(2, {"code": "a", "name": "甲"})]


def test_empty_lines_are_passed_over_and_the_lines_below_keep_their_number():
    assert cells("code,name\n\n,\na,甲\n") == [(4, {"code": "a", "name": "甲"})]


def test_a_quoted_line_break_belongs_to_its_cell_and_lines_stay_right():
    rows = cells('code,name\na,"甲\n乙"\nb,丙\n')
    assert rows == [(2, {"code": "a", "name": "甲\n乙"}), (4, {"code": "b", "name": "丙"})]


def test_a_quoted_comma_and_a_doubled_quote_are_text():
    assert cells('code,name\na,"甲, ""乙"""\n')[0][1]["name"] == '甲, "乙"'


def test_a_gbk_file_is_told_as_such_with_its_line():
    assert table_faults("code,name\na,甲\n".encode("gbk")) == [(2, 0, "", "looks_like_gbk")]


def test_broken_utf8_is_told_with_its_line_and_byte():
    table = read(b"code,name\na,b\nc,\xff\xff\n")
    assert table.faults == (Fault("t.csv", 3, 0, "", "bad_encoding"),)
    assert table.faults[0].values == {"byte": "16"}


def test_an_empty_file_is_told_what_its_first_line_should_be():
    for content in ("", "\n\n", BOM, " , \n"):
        table = read(content)
        assert [fault.rule for fault in table.faults] == ["empty_file"]
        assert "code,name,note" in table.faults[0].message("en")


@pytest.mark.parametrize("character", ["\0", "\x0b", "\x1b", "\x7f", "\uffff"])
def test_a_control_character_is_told_with_its_line(character):
    assert table_faults(f"code,name\na,甲\nb,乙{character}\n") == [(3, 0, "", "control_character")]


def test_an_unknown_column_is_told_with_the_nearest_one():
    table = read("code,name,notes\na,甲,n\n")
    assert table_faults("code,name,notes\na,甲,n\n") == [(1, 3, "notes", "unknown_column")]
    assert table.faults[0].choices == ("note",)
    assert dict(table.rows[0].cells) == {"code": "a", "name": "甲"}


def test_a_column_that_is_there_twice_is_told():
    assert table_faults("code,name,name\na,甲,乙\n") == [(1, 3, "name", "duplicate_column")]


def test_positions_stay_right_behind_a_column_that_is_there_twice():
    assert table_faults("code,name,name,odd\na,甲,乙,n\n")[1] == (1, 4, "odd", "unknown_column")


def test_a_missing_column_is_told_once_whatever_the_rows():
    assert table_faults("code\na\nb\n") == [(1, 0, "name", "missing_column")]


def test_a_column_that_may_be_empty_may_be_missing():
    assert table_faults("code,name\na,甲\n") == []


def test_a_row_with_too_many_or_too_few_cells_is_told_and_the_others_are_read():
    table = read("code,name\na\nb,乙\nc,丙,丁\n")
    assert [(f.line, f.rule, f.values["found"]) for f in table.faults] == [
        (2, "cell_count", "1"),
        (4, "cell_count", "3"),
    ]
    assert [row.cells["code"] for row in table.rows] == ["b"]


def test_an_unclosed_quote_is_told():
    assert [rule for *_, rule in table_faults('code,name\na,"甲\nb,乙\n')] == ["open_quote"]


def test_text_behind_a_closing_quote_is_told_with_its_line():
    assert table_faults('code,name\na,甲\nb,"乙"丙\n') == [(3, 0, "", "stray_quote")]


def test_a_file_of_one_huge_cell_is_told():
    content = "code,name\na," + "甲" * 200_000 + "\n"
    assert [rule for *_, rule in table_faults(content)] == ["long_cell"]


# Invisible and decomposed letters are faults of their own: see test_invisible_characters.py.
HIDDEN = ["Cs", "Cc", "Cf", "Zs", "Zl", "Zp"]
names = st.text(st.characters(exclude_categories=HIDDEN), min_size=1).map(
    lambda text: unicodedata.normalize("NFC", text)
)


@given(st.lists(st.tuples(names, names), min_size=1, max_size=5))
def test_what_is_written_as_csv_is_read_again(pairs):
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in pair) for pair in pairs]
    got = cells("code,name\n" + "\n".join(quoted) + "\n")
    assert [(row["code"], row["name"]) for _, row in got] == pairs


@given(st.binary(max_size=200))
def test_any_bytes_are_rows_or_faults(content):
    table = read(content)
    assert table.faults or all(row.line > 1 for row in table.rows)
    for fault in table.faults:
        assert fault.message("zh") and fault.message("en")
