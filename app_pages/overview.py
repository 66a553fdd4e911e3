"""Overview: what is here, from which sources, and where to start."""

from __future__ import annotations

from collections import Counter
from html import escape

import streamlit as st

from app_pages.pictures.overview_charts import coverage, dated_statements
from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from app_pages.state.workspace import facts_or_stop, facts_stamp
from exports.cards.html_table import html_table
from exports.cards.page_links import PageLinks
from exports.cards.statement_words import names, publication_date
from graph.lookup.overview import most_stated_codes, newest_sources
from graph.model.facts import Facts
from ontology.labels.labels import choice_name, schema_words
from ontology.labels.labels import name as word
from ontology.schema.kinds import (
    THINGS,
    Indicator,
    Mechanism,
    Organisation,
    Place,
    ReformModel,
    Source,
)

# The kinds of the first things to open, in order of search, and how many things and sources.
FIRST_KINDS = (Place, Mechanism, ReformModel, Organisation, Indicator)
FIRST_THINGS, NEWEST_SOURCES = 3, 3
# The question of the catalogue that lists what several sources state.
FACTS_QUESTION = "claims_of_several_sources"
PAGE_OF_USER = {"researcher": "explore", "presenter": "spread", "analyst": "ask"}


def page() -> None:
    """The whole page."""
    facts = facts_or_stop()
    st.title(plain(facts.dataset.title(language())))
    st.write(say("overview_intro"))
    _totals(facts)
    left, right = st.columns(2)
    with left:
        _years_chart(facts)
    with right:
        _first_clicks(facts)
        _newest_sources(facts)
    _entries_for_users()
    left, right = st.columns([2, 3])
    with left:
        _kinds_table(facts)
        _nameless(facts)
    with right:
        _coverage(facts)
    _sources(facts)


def _totals(facts: Facts) -> None:
    """How much there is, each count with a link to its list."""
    totals = {
        "things": (len(facts.things), "browse/browse", {}),
        "statements": (len(facts.statements), "explore", {}),
        "facts": (len(facts.distinct_facts), "ask", {"question": FACTS_QUESTION}),
        "sources": (len(facts.things_of(Source)), "sources", {}),
    }
    for column, (counted_things, (total, page, parts)) in zip(
        st.columns(4), totals.items(), strict=True
    ):
        help_text = say("facts_help") if counted_things == "facts" else None
        with column.container(border=True, height="stretch"):
            st.metric(say(f"total_{counted_things}"), f"{total:,}", help=help_text)
            _link(page, say(f"list_{counted_things}"), **parts)


def _link(page: str, label: str, help_text: str | None = None, **parts: str) -> None:
    """A link to a page of the app in the same session, which keeps the reader's copies."""
    st.page_link(
        f"app_pages/{page}.py",
        label=label,
        icon=":material/arrow_forward:",
        help=help_text,
        query_params={"lang": language(), **parts},
    )


def _years_chart(facts: Facts) -> None:
    """The dated statements by year and kind."""
    st.header(say("overview_years"), anchor=False)
    bars, dated_count = dated_statements(*facts_stamp(), language(), facts)
    if not bars:
        st.info(say("overview_no_years"))
        return
    st.html(bars)
    st.caption(
        say("overview_dated", count=dated_count, undated=len(facts.statements) - dated_count)
    )


def _first_clicks(facts: Facts) -> None:
    """Three things to open: of each of these kinds that on which most is stated."""
    codes = most_stated_codes(facts, FIRST_KINDS)[:FIRST_THINGS]
    if not codes:
        return
    st.header(say("overview_first_clicks"), anchor=False)
    for code in codes:
        count = len(facts.statements_naming[code])
        kind = word(type(facts.things[code]).__name__, language())
        name = plain(facts.display_name(code, language()))
        label = say("overview_first_click", kind=kind, name=name)
        _link("browse/thing", label, say("overview_stated", count=count), code=code)


def _newest_sources(facts: Facts) -> None:
    """The sources that were published last."""
    sources = newest_sources(facts, NEWEST_SOURCES)
    if not sources:
        return
    st.header(say("overview_newest"), anchor=False)
    for source in sources:
        title, day = (
            facts.display_name(source.code, language()),
            publication_date(source, language()),
        )
        _link("browse/thing", plain(title), plain(day), code=source.code)


def _entries_for_users() -> None:
    st.header(say("where_to_start"))
    for column, (user, target) in zip(st.columns(3), PAGE_OF_USER.items(), strict=True):
        with column.container(border=True, height="stretch"):
            st.markdown(f"**{say(f'user_{user}')}**")
            st.write(say(f"start_{user}"))
            label, arrow = say(f"page_{target}"), ":material/arrow_forward:"
            st.page_link(f"app_pages/{target}.py", label=label, icon=arrow)


def _kinds_table(facts: Facts) -> None:
    counts = Counter(type(thing).__name__ for thing in facts.things.values())
    st.header(say("things_by_kind"))
    links = PageLinks(facts, language())
    rows = [
        (
            links.link(
                links.address("browse", kind=kind.__name__), escape(word(kind.__name__, language()))
            ),
            counts[kind.__name__],
            escape(schema_words()[kind.__name__].comment(language())),
        )
        for kind in THINGS
    ]
    heads = [say("kind"), say("count"), say("meaning")]
    st.html(html_table(heads, rows, say("things_by_kind"), sort_label=say("sort_rows")))


def _nameless(facts: Facts) -> None:
    """How many things have no name in the reader's language and show that of the other."""
    own_language = f"name_{language()}"
    count = sum(getattr(thing, own_language) is None for thing in facts.things.values())
    if count:
        st.caption(say("nameless", count=f"{count:,}"))


def _coverage(facts: Facts) -> None:
    """How many statements of each kind each source makes."""
    st.header(say("coverage"))
    st.html(coverage(*facts_stamp(), language(), facts))


def _sources(facts: Facts) -> None:
    st.header(say("total_sources"))
    counts = Counter(statement.source for statement in facts.statements.values())
    labels = names(facts, language())
    links = PageLinks(facts, language())
    heads = [word(field, language()) for field in ("type", "publisher", "published")]
    rows = [
        (
            links.thing(source.code),
            escape(choice_name(source.type, language())),
            escape(labels.get(source.publisher or "", "")),
            _day(source),
            counts[source.code],
        )
        for source in facts.things_of(Source)
    ]
    heads = [say("title"), *heads, say("statements")]
    st.html(html_table(heads, rows, say("total_sources"), sort_label=say("sort_rows")))


def _day(source: Source) -> str:
    """When a source was published: in words, and its first known day to sort by."""
    if source.published is None:
        return ""
    day = next(part for part in source.published.split("/") if part != "..").rstrip("~?%")
    words = escape(publication_date(source, language()))
    return f'<time datetime="{escape(day)}">{words}</time>'


page()
