"""Script in a name stays text in every file, and no cell is run by a spreadsheet or a terminal."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from exports.facts.gexf import gexf
from exports.facts.graphml import graphml
from exports.facts.json_lines import statements_jsonl
from exports.facts.tables import edges_csv, nodes_csv
from graph.model.facts import Facts
from graph.model.property_graph import property_graph
from graph.stores.store import Answer
from queries.rendering.formats import Format, render

IMAGE = "<img src=x onerror=alert(1)>"
SCRIPT = "</script><script>alert('1')</script>"
FORMULAS = ("=cmd|'/C calc'!A0", "+1+1", "-1+1", "@SUM(A1:A9)", "\t=1+1", "＝1+1", "\n=1+1")
LINK = "![x](http://example.org/x) [y](javascript:alert(1)) `a` \\"
ESCAPES = "\x1b]0;title\x07\x1b[2J\x9b31m"


class Tags(HTMLParser):
    """Collects the elements that a reader of HTML would make."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.found.append(tag)


def tags(html: str) -> list[str]:
    parser = Tags()
    parser.feed(html)
    return parser.found


@pytest.fixture(scope="module")
def hostile(small_facts: Facts) -> Facts:
    """The small facts, in which a place is called by a script and another by a formula."""
    things = dict(small_facts.things)
    things["11"] = things["11"].model_copy(update={"name_en": IMAGE, "name_zh": SCRIPT})
    things["12"] = things["12"].model_copy(update={"name_en": FORMULAS[0], "name_zh": "＝1+1"})
    return replace(small_facts, things=things)


def test_json_lines_keep_the_name_as_it_is(hostile):
    lines = [json.loads(line) for line in statements_jsonl(hostile).splitlines()]
    named = [line["subject"] for line in lines if line["subject"]["code"] == "11"]
    assert named and all(thing["name_en"] == IMAGE for thing in named)


@pytest.mark.parametrize("to_xml", [graphml, gexf])
def test_xml_holds_the_name_as_text(hostile, to_xml):
    document = to_xml(property_graph(hostile))
    root = ElementTree.fromstring(document)
    texts = {text for element in root.iter() for text in (element.text, *element.attrib.values())}
    assert IMAGE in texts
    assert not {"img", "script"} & {element.tag.rpartition("}")[2] for element in root.iter()}
    assert b"<img" not in document and b"<script" not in document


@pytest.mark.parametrize("written_csv", [nodes_csv, edges_csv])
def test_csv_holds_the_name_and_no_cell_begins_a_formula(hostile, written_csv):
    rows = list(
        csv.reader(
            io.StringIO(written_csv(property_graph(hostile)).decode("utf-8-sig"), newline="")
        )
    )
    cells = [cell for row in rows for cell in row]
    long = [cell for cell in cells if len(cell) > 2]
    assert not [cell for cell in long if cell.startswith(("=", "+", "-", "@", "＝"))]
    if written_csv is nodes_csv:
        assert {IMAGE, SCRIPT, "'" + FORMULAS[0], "'＝1+1"} <= set(cells)


def answer(*cells: str) -> Answer:
    return Answer(cells[:1], tuple((cell,) for cell in cells))


def test_markdown_shows_html_as_text():
    shown = render(answer(IMAGE, SCRIPT, "a <b> & c"), Format.MARKDOWN)
    assert tags(shown) == []
    assert "&lt;img src=x onerror=alert(1)>" in shown


def test_markdown_makes_no_link_and_no_picture():
    shown = render(answer(LINK, "two\nlines", "a|b"), Format.MARKDOWN)
    assert "](" not in shown.replace(r"\](", "")
    assert len(shown.splitlines()) == 5
    assert shown.splitlines()[0].endswith(r" \\ |")


def test_an_answer_as_csv_runs_nothing_not_even_its_header():
    rows = list(csv.reader(io.StringIO(render(answer(*FORMULAS, IMAGE), Format.CSV), newline="")))
    assert [row[0] for row in rows[1:]] == [*("'" + cell for cell in FORMULAS), IMAGE]
    assert rows[0][0] == "'" + FORMULAS[0]


def test_a_table_shows_every_mark_and_obeys_none():
    shown = render(answer("[/red]", IMAGE, ESCAPES, "\\[red]x"), Format.TABLE)
    assert "[/red]" in shown and "\\[red]x" in shown
    assert "".join(IMAGE.split()) in "".join(shown.split())
    assert "\x1b" not in shown and "\x9b" not in shown


def test_json_is_read_again_as_it_was():
    cells = (IMAGE, SCRIPT, *FORMULAS, ESCAPES)
    rows = json.loads(render(answer(*cells), Format.JSON))
    assert [row[IMAGE] for row in rows] == list(cells)
    assert "\x1b" not in render(answer(*cells), Format.JSON)
