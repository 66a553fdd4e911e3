"""N-Quads are written line by line as pyoxigraph writes them."""

from __future__ import annotations

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from graph.formats import nquads as nquads_module
from graph.formats.nquads import nquads, nquads_blocks
from graph.formats.rdf import rdf_quads
from graph.formats.sorted_lines import sorted_lists

IRI, GRAPH = ox.NamedNode("https://example.org/甲"), ox.NamedNode("https://example.org/graph/g")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)


def _serialized(quads: list[ox.Quad]) -> list[bytes]:
    content = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
    assert content is not None
    return content.splitlines(keepends=True)


def test_lines_are_those_that_pyoxigraph_writes(small_facts):
    assert nquads(small_facts) == b"".join(sorted(_serialized(rdf_quads(small_facts))))


@given(TEXTS)
def test_any_text_is_escaped_as_pyoxigraph_does(text):
    literals = [ox.Literal(text), ox.Literal(text, language="zh"), ox.Literal(text, datatype=IRI)]
    lines = nquads_module.lines_of(((IRI, IRI, literal) for literal in literals), GRAPH)
    quads = [ox.Quad(IRI, IRI, literal, GRAPH) for literal in literals]
    assert list(lines) == [_serialized([quad])[0] for quad in quads]


def test_nquads_are_the_same_in_parts_of_any_size(small_facts, monkeypatch):
    complete = nquads(small_facts)
    monkeypatch.setattr(nquads_module, "BATCH_QUADS", 7)
    monkeypatch.setattr(nquads_module, "sorted_lists", lambda parts: sorted_lists(parts, 1_000))
    assert b"".join(nquads_blocks(small_facts)) == complete
    assert complete.count(b"\n") == len(rdf_quads(small_facts))
