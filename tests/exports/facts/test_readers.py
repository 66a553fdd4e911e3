"""The exported files as the programs they are for read them, with those programs' defaults."""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree

import duckdb
import igraph
import networkx as nx
import pandas
import polars
import pytest

from exports.facts.formats import export
from exports.facts.gexf import NAMESPACE
from graph.model.property_graph import PropertyGraph


@pytest.fixture(scope="module")
def export_folder(small_facts, tmp_path_factory):
    folder = tmp_path_factory.mktemp("export")
    export(small_facts, folder)
    return folder


def lessons(graph: PropertyGraph) -> int:
    return sum(link.type == "LEARNED_FROM" for link in graph.edges)


def by_duckdb(export_folder) -> tuple[int, int]:
    with duckdb.connect() as database:
        for name in ("nodes", "edges"):
            database.execute(f"CREATE TABLE {name} AS FROM '{export_folder / name}.csv'")
        joined = "FROM edges e JOIN nodes s ON e._start = s._id JOIN nodes t ON e._end = t._id "
        (every,) = database.execute(f"SELECT count(*) {joined}").fetchone() or (0,)
        lessons = f"SELECT count(*) {joined} WHERE e._type = 'LEARNED_FROM'"
        return every, (database.execute(lessons).fetchone() or (0,))[0]


def by_pandas(export_folder) -> tuple[int, int]:
    nodes, edges = (pandas.read_csv(export_folder / f"{name}.csv") for name in ("nodes", "edges"))
    joined = edges.merge(nodes, left_on="_start", right_on="_id", suffixes=("", "_s"))
    joined = joined.merge(nodes, left_on="_end", right_on="_id", suffixes=("", "_t"))
    return len(joined), int((joined["_type"] == "LEARNED_FROM").sum())


def by_polars(export_folder) -> tuple[int, int]:
    nodes, edges = (polars.read_csv(export_folder / f"{name}.csv") for name in ("nodes", "edges"))
    ids = nodes.select("_id")
    joined = edges.join(ids, left_on="_start", right_on="_id")
    joined = joined.join(ids, left_on="_end", right_on="_id")
    return len(joined), joined.filter(polars.col("_type") == "LEARNED_FROM").height


@pytest.mark.parametrize("read", [by_duckdb, by_pandas, by_polars])
def test_the_tables_join_with_the_defaults_of_data_frames(export_folder, small_graph, read):
    assert read(export_folder) == (len(small_graph.edges), lessons(small_graph))


def test_igraph_reads_every_node_edge_and_name(export_folder, small_graph):
    read = igraph.Graph.Read_GraphML(str(export_folder / "graph.graphml"))
    assert read.vcount() == len(small_graph.nodes)
    assert read.ecount() == len(small_graph.edges)
    assert set(read.vs["id"]) == {node.id for node in small_graph.nodes}
    assert read.vs.find(id="11")["label"] == "甲城市"
    assert Counter(read.es["type"]) == Counter(link.type for link in small_graph.edges)
    assert read.es["label"] == read.es["type"]


def test_graphml_keys_are_the_names_of_the_attributes(export_folder):
    root = ElementTree.parse(export_folder / "graph.graphml").getroot()
    space = "{http://graphml.graphdrawing.org/xmlns}"
    keys = [(key.get("id"), key.get("attr.name")) for key in root.iter(f"{space}key")]
    assert len({id for id, _ in keys}) == len(keys)
    assert all(str(id).startswith(str(name)) for id, name in keys)
    assert "id" not in {name for _, name in keys}


def test_gexf_gives_each_edge_its_kind_and_reads_back(export_folder, small_graph):
    root = ElementTree.parse(export_folder / "graph.gexf").getroot()
    edges = list(root.iter(f"{{{NAMESPACE}}}edge"))
    assert Counter(edge.get("kind") for edge in edges) == Counter(
        link.type for link in small_graph.edges
    )
    read = nx.read_gexf(export_folder / "graph.gexf")
    assert set(read) == {node.id for node in small_graph.nodes}
    assert read.nodes["11"]["label"] == "甲城市"
