"""Overview: what is here, from which sources, and where to start."""

from __future__ import annotations

from collections import Counter

import altair as alt
import streamlit as st

from app_pages.components.result_table import Row, filled_columns, names, published
from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from app_pages.state.workspace import facts_or_stop
from graph.model.facts import Facts
from ontology.labels.labels import choice_name, schema_words
from ontology.labels.labels import name as word
from ontology.schema.kinds import STATEMENTS, THINGS, Source

USERS = {"researcher": "explore", "presenter": "spread", "analyst": "ask"}


def page() -> None:
    """The whole page."""
    facts = facts_or_stop()
    st.title(plain(facts.dataset.title(language())))
    st.write(say("overview_intro"))
    totals = {
        "things": len(facts.things),
        "statements": len(facts.statements),
        "facts": len(facts.distinct_facts),
        "sources": len(facts.things_of(Source)),
    }
    for column, (what, total) in zip(st.columns(4), totals.items(), strict=True):
        about = say("facts_help") if what == "facts" else None
        column.metric(say(f"total_{what}"), f"{total:,}", border=True, help=about)
    st.header(say("where_to_start"))
    for column, (user, target) in zip(st.columns(3), USERS.items(), strict=True):
        with column.container(border=True, height="stretch"):
            st.markdown(f"**{say(f'user_{user}')}**")
            st.write(say(f"start_{user}"))
            label, arrow = say(f"page_{target}"), ":material/arrow_forward:"
            st.page_link(f"app_pages/{target}.py", label=label, icon=arrow)
    left, right = st.columns([2, 3])
    with left:
        _kinds(facts)
        _nameless(facts)
    with right:
        _coverage(facts)
    _sources(facts)


def _kinds(facts: Facts) -> None:
    counts = Counter(type(thing).__name__ for thing in facts.things.values())
    st.header(say("things_by_kind"))
    st.dataframe(
        [
            {
                say("kind"): word(kind.__name__, language()),
                say("count"): counts[kind.__name__],
                say("meaning"): schema_words()[kind.__name__].comment(language()),
            }
            for kind in THINGS
        ],
        hide_index=True,
    )


def _nameless(facts: Facts) -> None:
    """How many things have no name in the reader's language and show that of the other."""
    own_language = f"name_{language()}"
    count = sum(getattr(thing, own_language) is None for thing in facts.things.values())
    if count:
        st.caption(say("nameless", count=f"{count:,}"))


def _coverage(facts: Facts) -> None:
    """How many statements of each kind each source makes."""
    st.header(say("coverage"))
    counts = Counter(
        (type(statement).__name__, statement.source) for statement in facts.statements.values()
    )
    labels = names(facts, language())
    rows = [
        {
            "kind": word(kind.__name__, language()),
            "source": labels[source.code],
            "count": counts[kind.__name__, source.code],
        }
        for kind in STATEMENTS
        for source in facts.things_of(Source)
    ]
    st.altair_chart(_heat(rows), theme="streamlit")


def _heat(rows: list[dict[str, object]]) -> alt.LayerChart:
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        x=alt.X(
            "source:N",
            title=None,
            sort=None,
            axis=alt.Axis(labelAngle=0, labelLimit=120, labelOverlap=False, labelFlush=False),
        ),
        y=alt.Y("kind:N", title=None, sort=None, axis=alt.Axis(labelLimit=200, labelFlush=False)),
    )
    shade = alt.Color("count:Q", legend=None, scale=alt.Scale(type="symlog", scheme="blues"))
    ink = alt.condition("datum.count > 15", alt.value("white"), alt.value("#1f2933"))
    cells = base.mark_rect(stroke="white").encode(
        color=shade, tooltip=["source:N", "kind:N", "count:Q"]
    )
    numbers = base.mark_text(fontSize=14).encode(text="count:Q", color=ink)
    chart = (cells + numbers).properties(height=alt.Step(30))
    configured: alt.LayerChart = chart.configure_axis(labelFontSize=14)
    return configured


def _sources(facts: Facts) -> None:
    st.header(say("total_sources"))
    counts = Counter(statement.source for statement in facts.statements.values())
    labels = names(facts, language())
    rows: list[Row] = [
        {
            say("title"): labels[source.code],
            word("type", language()): choice_name(source.type, language()),
            word("publisher", language()): labels.get(source.publisher or "", ""),
            word("published", language()): published(source, language()),
            say("statements"): counts[source.code],
        }
        for source in facts.things_of(Source)
    ]
    st.dataframe(filled_columns(rows), hide_index=True)


page()
