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
    facts, language = links.facts, links.language
    statement = statement_or_withdrawn(facts, id)
    kind = type(statement).__name__
    description = schema_words()[kind].comment(language)
    label = APP.say("kind", language)
    yield label, f'<span title="{escape(description)}">{escape(word(kind, language))}</span>'
    yield APP.say("statement_id_column", language), links.statement(id)
    if statement.as_of:
        yield word("as_of", language), escape(date_in_words(statement.as_of, language))
    if statement.dated_by:
        yield word("dated_by", language), escape(choice_name(statement.dated_by, language))
    if statement.drafted_by:
        yield word("drafted_by", language), escape(statement.drafted_by)
    yield word("curator", language), escape(statement.curator)
    acceptance_day = statement.accepted.isoformat()
    yield word("accepted", language), escape(date_in_words(acceptance_day, language))
    if id in facts.known_since:
        known_since = facts.known_since[id].isoformat()
        yield (
            APP.say("statement_known_since", language),
            escape(date_in_words(known_since, language)),
        )


def _of_source(links: PageLinks, id: str) -> Iterator[tuple[str, str]]:
    facts, language = links.facts, links.language
    source = facts.source_of(statement_or_withdrawn(facts, id))
    yield word("Source", language), links.thing(source.code)
    if source.author:
        yield word("author", language), escape(APP.say("comma", language).join(source.author))
    if source.publisher:
        yield word("publisher", language), links.thing(source.publisher)
    if source.published:
        yield word("published", language), escape(published_in_words(source.published, language))
    yield from _addresses(source, language)


def _addresses(source: Source, language: str) -> Iterator[tuple[str, str]]:
    for field in ("address", "archive"):
        if address := getattr(source, field):
            target = 'target="_blank" rel="noopener noreferrer"'
            link = f'<a href="{escape(address)}" {target}>{escape(address)}</a>'
            yield word(field, language), link
