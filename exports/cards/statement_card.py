"""A statement as a card of HTML: its content, its stance, and the words of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from html import escape

from exports.cards.page_links import PageLinks
from graph.drawing.statement_headline import headline
from graph.lookup.statement_context import statement_or_withdrawn
from graph.lookup.withdrawn import equal_statements
from graph.model.facts import Facts
from graph.model.withdrawal import Withdrawal
from loaders.copies.source_copies import Copies, SpanState, spans_of
from ontology.labels.dates import date_in_words
from ontology.labels.labels import choice_name
from ontology.labels.labels import name as word
from ontology.schema.fields import WRITTEN_SUFFIX, Field, content_fields
from ontology.schema.kinds import Source, Statement
from ontology.schema.value_types import TextSpan
from texts.tables import APP

STYLE = """<style>
.card{border:1px solid rgba(128,128,128,.35);border-left:4px solid #0072B2;border-radius:6px;
  padding:10px 14px;margin:0 0 10px;font-size:15px;line-height:1.55}
.card.withdrawn{border-left-color:#888;border-left-style:double}
.card.implied{border-left-style:dashed}.card.planned,.card.denied{border-left-style:dotted}
.card .head{font-size:16px;font-weight:600}
.card .stance{font-weight:500;font-size:14px;border:1px solid currentColor;border-radius:10px;
  padding:0 8px;margin-left:8px;opacity:.8;white-space:nowrap}
.card dl{display:grid;grid-template-columns:max-content 1fr;gap:1px 14px;margin:6px 0}
.card dt{opacity:.7}.card dd{margin:0;overflow-wrap:anywhere}
.card blockquote{margin:8px 0 4px;padding:6px 12px;border-radius:4px;
  background:rgba(128,128,128,.10)}
.card mark{background:rgba(230,159,0,.42);color:inherit;padding:1px 0;border-radius:2px;
  font-weight:600}
.card .where{font-size:14px;opacity:.85}.card a{text-decoration:underline}.card code{font-size:13px}
.card .bad,.card .good{font-weight:600}
.card .bad::before{content:"✕ "}.card .good::before{content:"✓ "}
</style>"""


@dataclass(frozen=True)
class CardContext:
    """The input of a card: the facts, the reader's copies if any, and the language.

    `is_static` says that the card stands on a site of static files, whose links it then has.
    """

    facts: Facts
    copies: Copies | None
    language: str
    is_static: bool = False

    @property
    def links(self) -> PageLinks:
        """The links to the pages of statements and things."""
        return PageLinks(self.facts, self.language, self.is_static)

    def copies_of(self, source: Source) -> Copies | None:
        """The copies in which a source's passages are looked up; a title is its own copy."""
        if self.copies is None and source.title_text is not None:
            return Copies(None)
        return self.copies

    def statement(self, id: str) -> Statement:
        """A valid statement, or one that was withdrawn."""
        return statement_or_withdrawn(self.facts, id)

    def say(self, key: str, /, **values: object) -> str:
        """A text of the interface, safe in HTML."""
        return escape(APP.say(key, self.language, **values))


def card(context: CardContext, id: str) -> str:
    """The card of a statement; for a withdrawn one it says when and why."""
    statement, withdrawal = context.statement(id), context.facts.withdrawn.get(id)
    stance = escape(choice_name(statement.stance, context.language))
    kind = "withdrawn" if withdrawal else statement.stance.value
    note = _withdrawal(context, withdrawal) if withdrawal else ""
    rows = "".join(
        f"<dt>{escape(word(field.name, context.language))}</dt><dd>{value}</dd>"
        for field, value in _values(context, statement)
    )
    spots = "".join(_spot(context, statement, span) for span in statement.spans)
    link = context.links.statement(id)
    return (
        f'<div class="card {kind}" data-statement="{escape(id)}">{note}'
        f'<div class="head">{escape(headline(context.facts, statement, context.language))}'
        f'<span class="stance">{stance}</span></div><dl>{rows}</dl>{spots}'
        f'<div class="where">{link}</div></div>'
    )


def _withdrawal(context: CardContext, withdrawal: Withdrawal) -> str:
    """When, by whom and why it was withdrawn, what replaces it, and what else says the same."""
    note = {
        "day": date_in_words(withdrawal.day.isoformat(), context.language),
        "by": withdrawal.curator,
    }
    lines = [f"<b>{context.say('withdrawn_note', **note)}</b> {escape(withdrawal.reason)}"]
    if new := withdrawal.replaced_by:
        says = headline(context.facts, context.statement(new), context.language)
        link = context.links.statement(new)
        lines.append(f"{context.say('replaced_by', says=says)} {link}")
    equal_count = len(equal_statements(context.facts, withdrawal))
    lines.append(
        context.say("still_said" if equal_count else "not_said_elsewhere", count=equal_count)
    )
    return f'<div class="where" role="note">{"<br>".join(lines)}</div>'


def _values(context: CardContext, statement: Statement) -> Iterator[tuple[Field, str]]:
    """Each filled field with its value in words, and the words of the text beside it."""
    for field in content_fields(type(statement)):
        value = getattr(statement, field.name)
        written_text = getattr(statement, field.name + WRITTEN_SUFFIX, None)
        if field.is_wording:
            if getattr(statement, field.name.removesuffix(WRITTEN_SUFFIX), None) is None and value:
                yield field, escape(value) + _composed_mark(context, statement, field.name)
        elif value is not None:
            key = (
                "as_composed" if field.name + WRITTEN_SUFFIX in statement.composed else "as_written"
            )
            as_written = context.say(key, text=written_text) if written_text else ""
            mark = _composed_mark(context, statement, field.name)
            yield field, _in_words(context, field, value) + as_written + mark


def _composed_mark(context: CardContext, statement: Statement, name: str) -> str:
    """The note after words that are not from the text."""
    return context.say("composed_mark") if name in statement.composed else ""


def _in_words(context: CardContext, field: Field, value: object) -> str:
    """A value as HTML; the name of a thing leads to its page."""
    if isinstance(value, StrEnum):
        return escape(choice_name(value, context.language))
    if field.referred_kinds:
        return context.links.thing(str(value))
    return escape(date_in_words(str(value), context.language) if field.is_date else str(value))


def _spot(context: CardContext, statement: Statement, span: TextSpan) -> str:
    source = context.facts.source_of(statement)
    copies = context.copies_of(source)
    if copies is not None:
        copies.locate(source, spans_of(context.facts, source))
    title = escape(context.facts.display_name(source.code, context.language))
    spot_line = (
        f'<div class="where">{title} · {context.say("spot", start=span.start, end=span.end)}'
        f" · SHA-256 <code{_hash_title(context, span)}>{span.sha256[:12]}…</code>"
        f"{_original(context, source, span)}{_folder(context, statement)}"
    )
    if copies is None:
        return f"{spot_line}</div>"
    state = copies.state(source, span)
    good = state in (SpanState.VERIFIED, SpanState.MOVED)
    mark = f'<span class="{"good" if good else "bad"}">{context.say(f"state_{state.value}")}</span>'
    return f"{_passage(copies, source, span)}{spot_line} · {mark}</div>"


def _hash_title(context: CardContext, span: TextSpan) -> str:
    """The whole hash where a pointer rests; a site of static files has it in its data alone."""
    return "" if context.is_static else f' title="{span.sha256}"'


def _folder(context: CardContext, statement: Statement) -> str:
    """The facts folder of a statement, if several are open."""
    dataset = context.facts.datasets.get(context.facts.statement_ids.get(statement, ""))
    if dataset is None:
        return ""
    return f" · {context.say('from_folder', title=dataset.title(context.language))}"


def _original(context: CardContext, source: Source, span: TextSpan) -> str:
    """A link to the source's page, at the passage if a copy shows how it begins and ends."""
    copies = context.copies_of(source)
    address = source.address if copies is None else copies.address(source, span)
    if address is None:
        return ""
    target = 'target="_blank" rel="noopener noreferrer"'
    return f' · <a href="{escape(address)}" {target}>{context.say("open_original")}</a>'


def _passage(copies: Copies, source: Source, span: TextSpan) -> str:
    """The cited words in the reader's copy with the text around them, all of it escaped."""
    passage = copies.passage(source, span)
    if passage is None:
        return ""
    before, words, after = map(escape, (passage.text_before, passage.words, passage.text_after))
    return f"<blockquote>…{before}<mark>{words}</mark>{after}…</blockquote>"
