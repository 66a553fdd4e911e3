"""The row check and SHACL agree: what is wrong in a row is wrong in RDF, where RDF can say it."""

from __future__ import annotations

from dataclasses import dataclass

import pyshacl
import pytest
import shacl
from rdflib import RDF, Graph, Literal, URIRef

from graph.formats.nquads import nquads
from graph.model.facts import Facts, build_facts
from loaders.tables.csv_table import TableRow
from loaders.tables.row_validation import read_row
from ontology.derive.generate import FOLDER
from ontology.derive.iris import ONTOLOGY, PREFIXES, property_iri
from ontology.schema.fields import fields
from ontology.schema.kinds import Kind, LearnedFrom, Measurement, Place, Source

HASH = "ab" * 32
GOOD: dict[type[Kind], dict[str, str]] = {
    Place: {"code": "24", "name_zh": "己县", "name_en": "Fir", "level": "county"},
    Source: {
        "code": "fir-paper",
        "name_zh": "己县报",
        "name_en": "Fir Paper",
        "type": "press",
        "language": "zh-Hans",
        "file": "fir.txt",
        "length": "100",
        "sha256": HASH,
    },
    LearnedFrom: {
        "learner": "24",
        "teacher": "11",
        "how": "learned",
        "when": "2001",
        "source": "fir-paper",
        "start": "0",
        "end": "9",
        "sha256": HASH,
        "stance": "stated",
        "curator": "test",
        "accepted": "2026-01-02",
    },
    Measurement: {
        "subject": "24",
        "indicator": "vans",
        "value": "3",
        "value_written": "3辆",
        "bound": "=",
        "unit": "vehicle",
        "source": "fir-paper",
        "start": "0",
        "end": "9",
        "sha256": HASH,
        "stance": "stated",
        "curator": "test",
        "accepted": "2026-01-02",
    },
}


@dataclass(frozen=True)
class Broken:
    """A good row with one value changed (None: left out), and the RDF property that shows it.

    Columns that say it together are joined by `|`.
    """

    kind: type[Kind]
    column: str
    value: str | None
    property: str
    rdf: Literal | URIRef | None = None


def text(value: str, datatype: str | None = None) -> Literal:
    return Literal(value, datatype=URIRef(PREFIXES["xsd"] + datatype) if datatype else None)


NOWHERE = URIRef("https://example.org/nowhere/Place/nobody")
A_UNIT = URIRef("https://example.org/nowhere/Unit/vehicle")
BREAKS = [
    Broken(Place, "level", None, property_iri("level")),
    Broken(Place, "level", "shire", property_iri("level"), text("shire")),
    Broken(Place, "name_zh|name_en", None, property_iri("name_zh")),
    Broken(Place, "code", None, property_iri("code")),
    Broken(Place, "height", "12", ONTOLOGY + "height", text("12")),
    Broken(Source, "type", "rumour", property_iri("type"), text("rumour")),
    Broken(Source, "length", "many", property_iri("length"), text("many")),
    Broken(Source, "length", None, property_iri("length")),
    Broken(Source, "language", None, property_iri("language")),
    Broken(LearnedFrom, "how", "copied", property_iri("how"), text("copied")),
    Broken(LearnedFrom, "how", None, property_iri("how")),
    Broken(LearnedFrom, "learner", None, property_iri("learner")),
    Broken(LearnedFrom, "learner", "nobody", property_iri("learner"), NOWHERE),
    Broken(LearnedFrom, "teacher", "vehicle", property_iri("teacher"), A_UNIT),
    Broken(LearnedFrom, "stance", "inferred", property_iri("stance"), text("inferred")),
    Broken(LearnedFrom, "when", "last year", property_iri("when"), text("last year")),
    Broken(LearnedFrom, "accepted", "soon", property_iri("accepted"), text("soon")),
    Broken(LearnedFrom, "curator", None, property_iri("curator")),
    Broken(Measurement, "value", "many", property_iri("value"), text("many")),
    Broken(Measurement, "value", None, property_iri("value")),
    Broken(Measurement, "bound", "≈", property_iri("bound"), text("≈")),
    Broken(Measurement, "unit", "nobody", property_iri("unit"), NOWHERE),
    Broken(Measurement, "value_written", None, property_iri("value_written")),
]


def row(kind: type[Kind], **changed: str | None) -> TableRow:
    cells = {name: value for name, value in (GOOD[kind] | changed).items() if value is not None}
    return TableRow("table.csv", 2, cells, tuple(cells))


def good(kind: type[Kind]) -> Kind:
    value = read_row(row(kind), kind)
    assert isinstance(value, kind), value
    return value


@pytest.fixture(scope="module")
def enlarged(small_facts: Facts) -> Facts:
    """The small facts with the four good rows."""
    things = [*small_facts.things.values(), good(Place), good(Source)]
    statements = [*small_facts.statements.values(), good(LearnedFrom), good(Measurement)]
    return build_facts(small_facts.dataset, things, statements)


def union(content: Facts) -> Graph:
    """All named graphs of the dataset as one."""
    graph = Graph()
    graph.parse(data=_triples(nquads(content).decode()), format="nt")
    return graph


def _triples(quads: str) -> str:
    lines = (line.rpartition(" <")[0] for line in quads.splitlines())
    return "".join(f"{line} .\n" for line in lines)


@pytest.fixture(scope="module")
def dataset(enlarged: Facts) -> Graph:
    return union(enlarged)


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(FOLDER / "shapes.ttl", format="turtle")


def conforms(graph: Graph, shapes: Graph) -> bool:
    """What both SHACL engines say; they must agree."""
    report = shacl.Shapes.from_file(FOLDER / "shapes.ttl").validate_turtle(
        graph.serialize(format="turtle")
    )
    other, _, text = pyshacl.validate(graph, shacl_graph=shapes, inplace=True)
    assert report.conforms == other, text
    return report.conforms


def part(graph: Graph, kind: type[Kind]) -> URIRef:
    """The node of the good row of a kind."""
    if kind in (Place, Source):
        name = URIRef(f"https://example.org/nowhere/{kind.__name__}/{GOOD[kind]['code']}")
        assert (name, None, None) in graph
        return name
    fir = URIRef("https://example.org/nowhere/Source/fir-paper")
    said = URIRef(PREFIXES["prov"] + "hadPrimarySource")
    (node,) = (
        node
        for node in graph.subjects(said, fir)
        if (node, RDF.type, URIRef(ONTOLOGY + kind.__name__)) in graph
    )
    assert isinstance(node, URIRef)
    return node


def surroundings_of(graph: Graph, node: URIRef) -> Graph:
    """A node, what it names and their spots: enough to check it, and quick."""
    found, waiting = set(), [node]
    result = Graph()
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            for triple in graph.triples((one, None, None)):
                result.add(triple)
                if isinstance(triple[2], URIRef):
                    waiting.append(triple[2])
    return result


def test_the_small_dataset_conforms(dataset, shapes):
    assert conforms(dataset, shapes)


@pytest.mark.parametrize("kind", GOOD, ids=lambda kind: kind.__name__)
def test_a_good_row_conforms_by_itself(dataset, shapes, kind):
    assert conforms(surroundings_of(dataset, part(dataset, kind)), shapes)


@pytest.mark.parametrize("broken", BREAKS, ids=lambda b: f"{b.kind.__name__}-{b.column}-{b.value}")
def test_shacl_refuses_what_the_row_check_refuses(dataset, shapes, broken, enlarged):
    assert refused_as_a_row(enlarged, broken)
    node = part(dataset, broken.kind)
    graph = surroundings_of(dataset, node)
    graph.remove((node, URIRef(broken.property), None))
    if broken.rdf is not None:
        graph.add((node, URIRef(broken.property), broken.rdf))
    if isinstance(broken.rdf, URIRef):
        for triple in dataset.triples((broken.rdf, None, None)):
            graph.add(triple)
    assert not conforms(graph, shapes)


def refused_as_a_row(content: Facts, broken: Broken) -> bool:
    """Whether the cells are refused, or else name what is not there."""
    columns = broken.column.split("|")
    if not {*columns} <= {field.name for field in fields(broken.kind)}:
        return True  # an unknown column is refused by its header: see test_csv_table.py
    value = read_row(row(broken.kind, **dict.fromkeys(columns, broken.value)), broken.kind)
    if isinstance(value, list):
        return True
    (field,) = (field for field in fields(broken.kind) if field.name == broken.column)
    named = content.things.get(broken.value)
    return bool(field.referred_kinds) and type(named).__name__ not in field.referred_kinds


@pytest.mark.parametrize(
    ("name", "value"),
    [("start", "9"), ("start", "-1"), ("end", "0"), ("sha256", "zz")],
)
def test_shacl_refuses_a_spot_that_is_no_spot(dataset, shapes, name, value):
    graph = surroundings_of(dataset, part(dataset, LearnedFrom))
    predicate = URIRef(property_iri(name))
    spots = [(s, o) for s, o in graph.subject_objects(predicate) if "fir-paper" in s]
    assert spots
    datatype = None if name == "sha256" else "integer"
    for node, held in spots:
        if "Spot" in node:
            graph.remove((node, predicate, held))
            graph.add((node, predicate, text(value, datatype)))
    assert not conforms(graph, shapes)


def test_shacl_refuses_a_statement_without_evidence(dataset, shapes):
    node = part(dataset, LearnedFrom)
    graph = surroundings_of(dataset, node)
    graph.remove((node, URIRef(ONTOLOGY + "evidence"), None))
    assert not conforms(graph, shapes)
