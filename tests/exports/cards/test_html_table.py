"""A table of HTML has heads, numbers with separators, and no empty columns."""

from __future__ import annotations

from lxml.html import fromstring

from exports.cards.html_table import html_table


def test_cells_are_html_or_numbers_under_their_heads():
    html = html_table(["Name", "Count"], [('<a href="x">A &amp; B</a>', 1234)], "All <names>")
    table = fromstring(html)
    assert [cell.text_content() for cell in table.iter("th")] == ["Name", "Count"]
    assert [cell.text_content() for cell in table.iter("td")] == ["A & B", "1,234"]
    assert table.xpath("//div/@aria-label") == ["All <names>"]


def test_a_column_that_no_row_fills_is_left_out():
    table = fromstring(html_table(["Name", "Publisher"], [("A", ""), ("B", "")], "All"))
    assert [cell.text_content() for cell in table.iter("th")] == ["Name"]


def test_the_first_cell_can_name_its_row():
    table = fromstring(html_table(["", "Source"], [("Adoption", 2)], "All", names_rows=True))
    assert table.xpath("//tbody//th[@scope='row']/text()") == ["Adoption"]


def test_each_head_has_a_button_to_sort_by_if_it_is_said_what_it_does():
    rows = [("A", 2)]
    table = fromstring(html_table(["Name", "Count"], rows, "All", sort_label="Sort & order"))
    assert table.xpath("//th/button/@aria-label") == ["Sort & order"] * 2
    assert not fromstring(html_table(["Name", "Count"], rows, "All")).xpath("//button")
