"""Jena, RDF4J and Gephi read the exports: same answers, same edges, same labels."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pyoxigraph as ox
import pytest

from exports.facts.formats import export
from graph.model.property_graph import property_graph
from queries.catalogue import questions
from tests.servers.maven import NoJars, fetched_jars

JAVA_FOLDER = Path(__file__).parent
JARS = Path("build/readers").resolve()
# The column that joins several values with a sign: their order is each engine's own.
SEPARATORS = re.compile(r"[ |]")


def jars(tool: str) -> Path:
    """The jars of a tool; without Maven and Java the test is skipped."""
    if shutil.which("java") is None:
        pytest.skip("there is no Java here to read the exports with Java tools")
    try:
        return fetched_jars(JARS / tool, JAVA_FOLDER / "pom.xml", [f"-P{tool}"])
    except NoJars as missing:
        pytest.skip(str(missing))


def run(tool: str, program: str, *arguments: Path) -> list[str]:
    """The lines that a program of this folder prints."""
    order = ["java", "-cp", f"{jars(tool)}/*", str(JAVA_FOLDER / f"{program}.java")]
    done = subprocess.run(
        [*order, *map(str, arguments)], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def export_folder(real_facts, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    export(real_facts, folder)
    return folder


def comparable(cell: str) -> str:
    """Numbers by their value, joined values without their order."""
    try:
        return str(Decimal(cell).normalize())
    except InvalidOperation:
        return " ".join(sorted(SEPARATORS.split(cell)))


@pytest.fixture(scope="module")
def answers(export_folder) -> dict[str, tuple[list[str], Counter[tuple[str, ...]]]]:
    """The columns and rows of every question by Oxigraph, which the app itself asks."""
    store = ox.Store()
    store.load(path=str(export_folder / "graph.trig"), format=ox.RdfFormat.TRIG)
    by_question = {}
    for key, question in questions().items():
        result = store.query(question.sparql, use_default_graph_as_union=True)
        assert isinstance(result, ox.QuerySolutions)
        names = [variable.value for variable in result.variables]
        rows = Counter(
            tuple(comparable(term.value if term is not None else "") for term in row)
            for row in result
        )
        by_question[key] = (names, rows)
    return by_question


@pytest.mark.parametrize(("tool", "program"), [("jena", "Jena"), ("rdf4j", "Rdf4j")])
def test_other_sparql_engines_answer_every_question_alike(
    export_folder, answers, tmp_path, tool, program
):
    run(tool, program, export_folder / "graph.trig", export_folder / "queries", tmp_path)
    different = []
    for key, (names, rows) in answers.items():
        header, *lines = (tmp_path / f"{key}.tsv").read_text(encoding="utf-8").splitlines()
        places = [header.split("\t").index(name) for name in names]
        others = Counter(
            tuple(comparable(line.split("\t")[place]) for place in places) for line in lines
        )
        if others != rows:
            different.append(key)
    assert different == []
    assert sum(sum(rows.values()) for _, rows in answers.values()) > 500


def test_gephi_opens_gexf_with_kinds_and_labels(export_folder, real_facts):
    graph = property_graph(real_facts)
    counts, *lines = run("gephi", "Gephi", export_folder / "graph.gexf")
    kinds = Counter(type for _, _, type in {(e.start, e.end, e.type) for e in graph.edges})
    at = lines.index("labels")
    assert {k: int(n) for k, n in (line.split("\t") for line in lines[:at])} == kinds
    # Gephi keeps one edge of a kind between two nodes, and every node
    assert counts == f"{len(graph.nodes)}\t{sum(kinds.values())}"
    labels = dict(line.split("\t") for line in lines[at + 1 :])
    assert labels["350400"].startswith("三明市") or "三明市" in labels.values()


def test_gephi_opens_graphml_with_every_node(export_folder, real_facts):
    graph = property_graph(real_facts)
    counts, *_ = run("gephi", "Gephi", export_folder / "graph.graphml")
    pairs = {(edge.start, edge.end) for edge in graph.edges}
    assert counts == f"{len(graph.nodes)}\t{len(pairs)}"
