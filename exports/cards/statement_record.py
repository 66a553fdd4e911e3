"""The record of a statement: its kind, its source, and who read it when."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from exports.cards.page_links import PageLinks
from graph.lookup.statement_context import statement_or_withdrawn
from ontology.labels.dates import date_in_words, published_in_words
from ontology.labels.labels import choice_name, schema_words
from ontology.labels.labels import name as word
from ontology.schema.kinds import Source
from texts.tables import APP


def statement_record_html(links: PageLinks, id: str) -> str:
    """What is known of the statement as a list of HTML."""
    rows = [*_of_statement(links, id), *_of_source(links, id)]
    items = "".join(f"<dt>{escape(label)}</dt><dd>{html}</dd>" for label, html in rows)
    return f'<div class="card"><dl>{items}</dl></div>'


def _of_statement(links: PageLinks, id: str) -> Iterator[tuple[str, str]]:
    facts, spoken = links.facts, links.language
    statement = statement_or_withdrawn(facts, id)
    kind = type(statement).__name__
    about = schema_words()[kind].comment(spoken)
    label = APP.say("kind", spoken)
    yield label, f'<span title="{escape(about)}">{escape(word(kind, spoken))}</span>'
    yield APP.say("statement_id_column", spoken), links.statement(id)
    if statement.as_of:
        yield word("as_of", spoken), escape(date_in_words(statement.as_of, spoken))
    if statement.dated_by:
        yield word("dated_by", spoken), escape(choice_name(statement.dated_by, spoken))
    if statement.drafted_by:
        yield word("drafted_by", spoken), escape(statement.drafted_by)
    yield word("curator", spoken), escape(statement.curator)
    accepted = statement.accepted.isoformat()
    yield word("accepted", spoken), escape(date_in_words(accepted, spoken))
    if id in facts.known_since:
        first = facts.known_since[id].isoformat()
        yield APP.say("statement_known_since", spoken), escape(date_in_words(first, spoken))


def _of_source(links: PageLinks, id: str) -> Iterator[tuple[str, str]]:
    facts, spoken = links.facts, links.language
    source = facts.source_of(statement_or_withdrawn(facts, id))
    yield word("Source", spoken), links.thing(source.code)
    if source.author:
        yield word("author", spoken), escape(APP.say("comma", spoken).join(source.author))
    if source.publisher:
        yield word("publisher", spoken), links.thing(source.publisher)
    if source.published:
        yield word("published", spoken), escape(published_in_words(source.published, spoken))
    yield from _addresses(source, spoken)


def _addresses(source: Source, spoken: str) -> Iterator[tuple[str, str]]:
    for field in ("address", "archive"):
        if address := getattr(source, field):
            opened = 'target="_blank" rel="noopener noreferrer"'
            link = f'<a href="{escape(address)}" {opened}>{escape(address)}</a>'
            yield word(field, spoken), link
