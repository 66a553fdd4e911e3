"""Tables are found as lines of as many cells, in prose or in Markdown."""

from __future__ import annotations

from drafting.text.article_tables import tables


def cells(text: str) -> list[list[list[str]]]:
    """The written cells of each table, its head first."""
    return [
        [[text[c.start : c.end] for c in row] for row in (table.head, *table.rows)]
        for table in tables(text)
    ]


def test_lines_with_as_many_cells_are_a_table():
    text = "放风筝。\n指标|甲县|乙县\n风筝|3|4\n云朵|5|6\n又放风筝。\n"
    assert cells(text) == [[["指标", "甲县", "乙县"], ["风筝", "3", "4"], ["云朵", "5", "6"]]]


def test_markdown_and_tabs_are_tables_too():
    markdown = "| 指标 | 甲县 |\n|---|---|\n| 风筝 | 3 |\n"
    assert cells(markdown) == [[["指标", "甲县"], ["风筝", "3"]]]
    assert cells("指标\t甲县\n风筝\t3\n") == [[["指标", "甲县"], ["风筝", "3"]]]


def test_one_line_with_bars_is_no_table():
    assert cells("首页 | 新闻 | 关于\n放风筝。\n再放风筝。") == []
