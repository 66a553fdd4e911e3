"""Rows made beside their lines are those of the standard writer of CSV, quoted or not."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from exports.facts.import_columns import Columns
from exports.facts.import_rows import ImportRows
from graph.formats.sorted_elements import DIVIDER
from graph.model.property_graph import Edge, Node

WORDS = st.text(alphabet='a,"|\n\r \x01甲', max_size=4)
LISTS = st.lists(st.text(alphabet="a,甲", min_size=1, max_size=3), min_size=1, max_size=3)
PROPERTIES = st.fixed_dictionaries(
    {},
    optional={
        "name": WORDS,
        "count": st.integers(),
        "share": st.floats(allow_nan=False),
        "others": LISTS,
    },
)


def _element(number: int, properties: dict) -> Node | Edge:
    id = f"e{number}"
    if number % 2:
        return Edge(id, "a", "JOINS", "b", properties)
    return Node(id, ("Place", "Thing"), properties)


def _expected(element: Node | Edge, names: list[str]) -> str:
    if isinstance(element, Node):
        first = [element.id, "Place|Thing"]
    else:
        first = [element.start, element.end, element.type]
    values = [element.properties.get(name) for name in names]
    cells = ["|".join(value) if isinstance(value, list) else value for value in values]
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow([*first, *cells])
    return text.getvalue()


@given(st.lists(PROPERTIES, min_size=1, max_size=8))
def test_rows_are_those_of_the_csv_writer(all_properties):
    elements = [_element(number, each) for number, each in enumerate(all_properties)]
    columns = Columns()
    rows = ImportRows(columns)
    lines = [line for lines in rows.lines(elements) for line in lines]
    for element, line in zip(elements, lines, strict=True):
        _, _, table, json, *row = line.split(DIVIDER)
        expected = _expected(element, columns.names(table.decode()))
        assert rows.row(table, json, *row).decode() == expected
        assert rows.row(table, json, b"", b"\n").decode() == expected


def test_a_row_without_quotes_is_in_its_line():
    plain, quoted = Node("a", ("Place",), {"name": "甲县"}), Node("b", ("Place",), {"name": "a, b"})
    (lines,) = ImportRows(Columns()).lines([plain, quoted])
    rows = [line.split(DIVIDER)[4:] for line in lines]
    assert rows == [[b"1", "a,Place,甲县\n".encode()], [b"", b"\n"]]
