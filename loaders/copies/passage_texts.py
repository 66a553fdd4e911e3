"""The passages of the statements and the texts of the sources, as far as the user holds copies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graph.model.facts import Facts
from loaders.copies.source_copies import Copies
from ontology.schema.kinds import Source, Statement


def passage_texts(facts: Facts, copies: Copies) -> Iterator[tuple[str, str]]:
    """The id of each statement with the words of its passages that the copies have."""
    statements: dict[str, list[tuple[str, Statement]]] = defaultdict(list)
    for id, statement in facts.statements.items():
        statements[statement.source].append((id, statement))
    for source in facts.things_of(Source):
        if copies.text(source) is None:
            continue
        entries = statements[source.code]
        copies.locate(source, [span for _, statement in entries for span in statement.spans])
        for id, statement in entries:
            spots = [copies.passage(source, span, letters_around=0) for span in statement.spans]
            if words := "\n".join(passage.words for passage in spots if passage is not None):
                yield id, words


def source_texts(facts: Facts, copies: Copies) -> Iterator[tuple[str, str]]:
    """The code of each source that has a copy, with its text."""
    for source in facts.things_of(Source):
        if text := copies.text(source):
            yield source.code, text
