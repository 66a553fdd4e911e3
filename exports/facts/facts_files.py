"""Facts into files: sorted, without a time stamp, the same bytes on every run."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import networkx as nx

from graph.formats.csv_injection import defused
from graph.model.facts import Facts, references
from graph.formats.networkx_graph import network
from graph.model.property_graph import PropertyGraph, Wire, kind_properties, property_graph
from graph.formats.rdf import nquads, trig
from ontology.schema.fields import own_fields
from ontology.schema.kinds import SELF, Statement

# figures are written digit for digit
AS_TEXT = ("value", "baseline")


def export(facts: Facts, folder: Path) -> list[Path]:
    """Writes every format into a folder; the files written, in order."""
    folder.mkdir(parents=True, exist_ok=True)
    graph = property_graph(facts)
    contents: Mapping[str, Callable[[], bytes]] = {
        "statements.jsonl": lambda: statements_jsonl(facts),
        "graph.trig": lambda: trig(facts),
        "graph.nq": lambda: nquads(facts),
        "graph.graphml": lambda: graphml(graph),
        "nodes.csv": lambda: nodes_csv(graph),
        "edges.csv": lambda: edges_csv(graph),
    }
    written = []
    for name, content in contents.items():
        path = folder / name
        path.write_bytes(content())
        written.append(path)
    return written


def statements_jsonl(facts: Facts) -> bytes:
    """One statement a line, with the names of all that it speaks of and its spots."""
    lines = [
        json.dumps(_statement(facts, id, statement), ensure_ascii=False)
        for id, statement in facts.statements.items()
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def graphml(graph: PropertyGraph) -> bytes:
    """The property graph as GraphML; lists are joined by spaces."""
    flat = nx.MultiDiGraph()
    full = network(graph)
    for id, data in full.nodes(data=True):
        flat.add_node(id, labels=" ".join(data["labels"]), **_flat(data["properties"]))
    for start, end, key, data in full.edges(keys=True, data=True):
        flat.add_edge(start, end, key=key, type=data["type"], **_flat(data["properties"]))
    file = io.BytesIO()
    nx.write_graphml(flat, file)
    return file.getvalue()


def nodes_csv(graph: PropertyGraph) -> bytes:
    """One node a row: its id, its labels and every property."""
    rows = [
        {"_id": n.id, "_labels": ";".join(n.labels), **_flat(n.properties)} for n in graph.nodes
    ]
    return _csv(["_id", "_labels"], rows)


def edges_csv(graph: PropertyGraph) -> bytes:
    """One edge a row: its ends, its type and every property."""
    rows = [
        {"_start": e.start, "_type": e.type, "_end": e.end, **_flat(e.properties)}
        for e in graph.links
    ]
    return _csv(["_start", "_type", "_end"], rows)


def _csv(first: list[str], rows: list[dict[str, Wire]]) -> bytes:
    columns = first + sorted({name for row in rows for name in row} - set(first))
    file = io.StringIO(newline="")
    table = csv.DictWriter(file, columns, lineterminator="\n")
    table.writeheader()
    table.writerows({name: defused(cell) for name, cell in row.items()} for row in rows)
    return file.getvalue().encode()


def _flat(properties: Mapping[str, Wire]) -> dict[str, Wire]:
    return {k: " ".join(v) if isinstance(v, list) else v for k, v in properties.items()}


def _statement(facts: Facts, id: str, statement: Statement) -> dict[str, object]:
    kind = type(statement)
    named = {field: _named(facts, code) for field, code in references(statement)}
    edge = kind.edges[0]
    subject, end = ("subject", None) if edge.start == SELF else (edge.start, edge.end)
    source = facts.source_of(statement)
    line: dict[str, object] = {
        "id": id,
        "kind": kind.__name__,
        "source": source.code,
        "source_file": source.file,
        "start": statement.start,
        "end": statement.end,
        "sha256": statement.sha256,
        "also_at": [
            {"start": span.start, "end": span.end, "sha256": span.sha256}
            for span in statement.also_at
        ],
        "stance": statement.stance.value,
        "subject": named[subject],
    }
    if end is not None:
        line["object"] = named[end]
    line |= dict(_values(statement, named))
    written = kind.dated and getattr(statement, kind.dated)
    if written and kind.dated != "period":
        line["when"] = written
    if statement.as_of is not None:
        line["as_of"] = statement.as_of
    if statement.dated_by is not None:
        line["dated_by"] = statement.dated_by.value
    return line


def _values(statement: Statement, named: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Each filled own field: things with their names, figures as text."""
    properties = kind_properties(statement)
    for field in own_fields(type(statement)):
        held = getattr(statement, field.name)
        if held is None:
            continue
        if field.name in ("unit", "per"):
            yield field.name, held
            yield f"{field.name}_name", named[field.name]
        elif field.refers:
            yield field.name, named[field.name]
        elif field.name in AS_TEXT:
            yield field.name, f"{held:f}"
        else:
            yield field.name, properties[field.name]


def _named(facts: Facts, code: str) -> dict[str, str | None]:
    thing = facts.things[code]
    return {"code": code, "name_zh": thing.name_zh, "name_en": thing.name_en}
