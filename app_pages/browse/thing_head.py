"""The head of a thing's page: what it is, with links to all that it is joined to by definition."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import streamlit as st

from app_pages.panels.statement_card import STYLE
from app_pages.state.language import language, say
from app_pages.state.page_links import page_address, question_address, thing_link
from graph.lookup.browse_list import children_of
from graph.model.facts import Facts
from ontology.labels.labels import name as word
from ontology.schema.fields import fields
from ontology.schema.kinds import Source
from queries.questions_for import questions_for

MOST_NAMED = 40


def definition(facts: Facts, code: str) -> None:
    """The things that a thing's own fields name, and those below it, as links."""
    rows = [*_named(facts, code), *_narrower(facts, code)]
    if rows:
        items = "".join(f"<dt>{escape(label)}</dt><dd>{html}</dd>" for label, html in rows)
        st.html(f'{STYLE}<div class="card"><dl>{items}</dl></div>')


def _named(facts: Facts, code: str) -> Iterator[tuple[str, str]]:
    thing = facts.things[code]
    for field in fields(type(thing)):
        value = getattr(thing, field.name)
        if field.referred_kinds and value:
            codes = value if field.is_list else (value,)
            yield word(field.name, language()), _links(facts, codes)


def _narrower(facts: Facts, code: str) -> Iterator[tuple[str, str]]:
    thing = facts.things[code]
    if not hasattr(thing, "broader"):
        return
    if below := children_of(facts, facts.things_of(type(thing))).get(code):
        yield say("narrower_ones", count=len(below)), _links(facts, below)


def _links(facts: Facts, codes: tuple[str, ...]) -> str:
    links = [thing_link(facts, code, language()) for code in codes[:MOST_NAMED]]
    return escape(say("comma")).join(links) + (" …" if len(codes) > MOST_NAMED else "")


def leads(facts: Facts, code: str) -> None:
    """Links to the pages that show more of a thing, and to the questions that fit it."""
    spoken = language()
    pages = [("explore", {"thing": code})]
    if isinstance(facts.things[code], Source):
        pages.append(("sources", {"source": code}))
    pages.append(("browse", {"kind": type(facts.things[code]).__name__}))
    st.markdown(
        " · ".join(
            f"[{say(f'thing_in_{page}')}]({page_address(facts, page, spoken, **parts)})"
            for page, parts in pages
        )
    )
    if matches := questions_for(facts, code):
        with st.expander(say("questions_that_fit", count=len(matches)), icon=":material/search:"):
            lines = [
                f"- [{match.question.title.name(spoken)}]"
                f"({question_address(facts, match.question.key, spoken)}&{match.parameter}={code})"
                for match in matches
            ]
            st.markdown("\n".join(lines))
