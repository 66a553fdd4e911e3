"""Facts into RDF and back, beside plain rdflib and a bare loop over pyoxigraph.

The bare loop says every field of every thing and statement as a literal or IRI, and every spot,
as our files do, but checks nothing: no kinds, no dates' bounds, no decimals, no direct edges.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
import rdflib

from bench.cost import cost
from bench.markdown_table import table
from graph.formats.nquads import nquads
from graph.formats.rdf import rdf_quads, trig
from graph.model.facts import Facts
from ontology.schema.kinds import Kind

HEADER = ("RDF", "quads", "CPU s", "quads a CPU s", "times ours")


def bare_quads(facts: Facts) -> Iterator[ox.Quad]:
    """One quad a filled field, one more a kind, and five a spot."""
    base = facts.dataset.base_iri
    for id, value in (*facts.things.items(), *facts.statements.items()):
        yield from _bare_quads_of(base, id, value)


def _bare_quads_of(base: str, id: str, value: Kind) -> Iterator[ox.Quad]:
    node, graph = ox.NamedNode(base + id), ox.NamedNode(base + "facts")
    yield ox.Quad(
        node, ox.NamedNode(base + "type"), ox.NamedNode(base + type(value).__name__), graph
    )
    for name, field_value in value.__dict__.items():
        for part in field_value if isinstance(field_value, tuple) else (field_value,):
            if part is not None:
                yield ox.Quad(node, ox.NamedNode(base + name), ox.Literal(str(part)), graph)


def report(facts: Facts, peer_facts: Facts) -> str:
    """A Markdown table; rdflib gets the fewer facts, for its sake."""
    text, to_trig = cost(lambda: trig(facts))
    lines, to_lines = cost(lambda: nquads(facts))
    bare, by_hand = cost(lambda: ox.serialize(bare_quads(facts), format=ox.RdfFormat.N_QUADS))
    _, back = cost(lambda: list(ox.parse(text, format=ox.RdfFormat.TRIG)))
    dataset, built = cost(lambda: _rdflib(peer_facts))
    plain, written = cost(lambda: dataset.serialize(format="trig"))
    _, plain_back = cost(lambda: rdflib.Dataset().parse(data=plain, format="trig"))
    assert bare is not None
    size, our_rate = lines.count(b"\n"), lines.count(b"\n") / to_lines.cpu
    rows_by_writer = [
        ("facts → N-Quads, sorted, ours", size, to_lines.cpu, our_rate),
        ("facts → TriG, ours", size, to_trig.cpu, our_rate),
        ("facts → N-Quads, a bare loop over pyoxigraph", bare.count(b"\n"), by_hand.cpu, our_rate),
        ("facts → TriG, rdflib", len(dataset), built.cpu + written.cpu, our_rate),
        ("TriG → quads, pyoxigraph", size, back.cpu, size / back.cpu),
        ("TriG → quads, rdflib", len(dataset), plain_back.cpu, size / back.cpu),
    ]
    return table(
        HEADER, [(what, n, cpu, n / cpu, rate / (n / cpu)) for what, n, cpu, rate in rows_by_writer]
    )


def rdflib_trig(facts: Facts) -> str:
    """The same quads by rdflib, as TriG."""
    return _rdflib(facts).serialize(format="trig")


def _rdflib(facts: Facts) -> rdflib.Dataset:
    dataset = rdflib.Dataset()
    dataset.addN(
        (_term(q.subject), _term(q.predicate), _term(q.object), dataset.graph(_term(q.graph_name)))
        for q in rdf_quads(facts)
    )
    return dataset


def _term(term: object) -> rdflib.term.Identifier:
    if isinstance(term, ox.Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        return rdflib.Literal(term.value, datatype=term.datatype.value)
    assert isinstance(term, ox.NamedNode)
    return rdflib.URIRef(term.value)
