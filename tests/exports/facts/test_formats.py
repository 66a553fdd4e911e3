"""The facts as files for other tools."""

from __future__ import annotations

import csv
import gzip
import io
import json

import networkx as nx
import pytest

from exports.facts.formats import export, write_nquads
from graph.model.facts import Facts, build_facts
from graph.model.property_graph import property_graph
from ontology.schema.fields import content_fields
from queries.catalogue import questions

FILES = ["statements.jsonl", "graph.trig", "graph.nq", "graph.graphml", "graph.gexf"]
FILES += ["nodes.csv", "edges.csv"]
QUERIES = [f"{key}.rq" for key in questions()]


@pytest.fixture(scope="module")
def export_folder(small_facts, tmp_path_factory):
    folder = tmp_path_factory.mktemp("export")
    assert [path.name for path in export(small_facts, folder)] == FILES + QUERIES
    return folder


def lines(export_folder) -> list[dict]:
    text = (export_folder / "statements.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_exporting_twice_gives_the_same_bytes(small_facts, export_folder, tmp_path):
    export(small_facts, tmp_path)
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (export_folder / name).read_bytes()


def test_compressed_nquads_are_the_same_at_any_time(
    small_facts, export_folder, tmp_path, monkeypatch
):
    path = write_nquads([small_facts], tmp_path, gzip=True)
    content = path.read_bytes()
    assert gzip.decompress(content) == (export_folder / "graph.nq").read_bytes()
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    write_nquads([small_facts], tmp_path, gzip=True)
    assert path.read_bytes() == content


def test_no_exported_query_leaves_its_relations_open(export_folder):
    for name in QUERIES:
        text = (export_folder / "queries" / name).read_text(encoding="utf-8")
        assert text.startswith("#") and "# relations:" not in text


def test_the_order_of_rows_does_not_show(small_facts, export_folder, tmp_path):
    things = reversed(small_facts.things.values())
    statements = reversed(small_facts.statements.values())
    export(build_facts(small_facts.dataset, things, statements), tmp_path)
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (export_folder / name).read_bytes()


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_utf8_with_chinese_as_it_stands(export_folder, name):
    text = (export_folder / name).read_bytes().decode("utf-8")
    assert "一卡通读" in text
    assert "\r" not in text


def test_every_statement_is_a_line_with_its_spots_and_names(export_folder, small_facts):
    found = lines(export_folder)
    assert [line["id"] for line in found] == list(small_facts.statements)
    always = {"id", "kind", "source", "start", "end", "sha256", "also_at", "stance"}
    for line in found:
        assert always | {"subject"} <= set(line)
        assert line.get("source_file") == small_facts.things[line["source"]].file
        said = small_facts.statements[line["id"]]
        assert line["kind"] == type(said).__name__
        assert (line["start"], line["end"], line["sha256"]) == (said.start, said.end, said.sha256)
        assert len(line["also_at"]) == len(said.also_at)
        for spot in line["also_at"]:
            assert set(spot) == {"start", "end", "sha256"}
        assert set(line["subject"]) == {"code", "name_zh", "name_en"}


def test_every_filled_field_of_a_statement_is_in_its_line(export_folder, small_facts):
    for line in lines(export_folder):
        said = small_facts.statements[line["id"]]
        for field in content_fields(type(said)):
            assert (field.name in line) == (getattr(said, field.name) is not None)


def test_a_link_has_both_ends_by_name_and_its_date(export_folder):
    line = next(one for one in lines(export_folder) if one.get("teacher", {}).get("code") == "21")
    assert line["subject"] == {"code": "22", "name_zh": "丁城市", "name_en": "Dogwood"}
    assert line["object"] == {"code": "21", "name_zh": "丙城市", "name_en": "Cedar"}
    assert line["when"] == "2005-06/2006"


def test_figures_are_text_digit_for_digit_with_the_units_name(export_folder):
    figures = {
        line["indicator"]["code"]: line for line in lines(export_folder) if "indicator" in line
    }
    per_head = figures["loans-per-head"]
    assert (per_head["value"], per_head["bound"]) == ("4.20", "<")
    assert per_head["unit"] == "volume" and per_head["unit_name"]["name_zh"] == "册"
    assert per_head["per"] == "year" and per_head["per_name"]["name_en"] == "year"
    assert figures["loans"]["baseline"] == "985000"
    assert figures["loans"]["baseline_period"] == "2004"


def test_graphml_reads_back_as_the_same_graph(export_folder, small_graph):
    read = nx.read_graphml(export_folder / "graph.graphml", force_multigraph=True)
    assert set(read) == {node.id for node in small_graph.nodes}
    assert {(s, e, k) for s, e, k in read.edges(keys=True)} == {
        (link.start, link.end, link.id) for link in small_graph.edges
    }
    assert read.nodes["11"]["name_zh"] == "甲城市"
    assert {data["type"] for *_, data in read.edges(data=True)} == {
        link.type for link in small_graph.edges
    }


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_tables_hold_every_node_and_edge(export_folder, small_graph):
    nodes = table((export_folder / "nodes.csv").read_bytes())
    edges = table((export_folder / "edges.csv").read_bytes())
    keys = {node.id: f"{node.labels[0]}:{node.id}" for node in small_graph.nodes}
    assert [row["_id"] for row in nodes] == list(keys.values())
    assert [(r["_start"], r["_type"], r["_end"]) for r in edges] == [
        (keys[link.start], link.type, keys[link.end]) for link in small_graph.edges
    ]


@pytest.mark.parametrize("formula", ["=HYPERLINK(1)", "+1+1", "-1+1", "@SUM(1)"])
def test_no_cell_of_a_table_runs_in_a_spreadsheet(small_facts: Facts, formula, tmp_path):
    odd = small_facts.things["11"].model_copy(update={"name_zh": formula, "alt_names": (formula,)})
    things = {**small_facts.things, "11": odd}
    spoilt = build_facts(small_facts.dataset, things.values(), small_facts.statements.values())
    export(spoilt, tmp_path)
    (row,) = (r for r in table((tmp_path / "nodes.csv").read_bytes()) if r["_id"] == "Place:11")
    assert row["name_zh"] == row["alt_names"] == "'" + formula
    for name in ("nodes.csv", "edges.csv"):
        for cells in table((tmp_path / name).read_bytes()):
            for cell in cells.values():
                assert not (cell[:1] in ("=", "+", "-", "@") and len(cell) > 2), cell


def test_what_the_real_facts_export_has_a_line_for_each_statement(real_facts, tmp_path):
    export(real_facts, tmp_path)
    assert len(lines(tmp_path)) == len(real_facts.statements)
    assert property_graph(real_facts).nodes
