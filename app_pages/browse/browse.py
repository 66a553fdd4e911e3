"""Browse: all things of a kind as a list with facets, each with what leads to its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from app_pages.state.address import restore_from_url, write_to_url
from app_pages.state.language import language, say
from app_pages.state.page_links import NAME_IN_ADDRESS, NAME_PART, named_address, thing_link
from app_pages.state.url_codec import OneOf
from app_pages.state.widget_state import persistent_choice
from app_pages.state.workspace import facts_or_stop
from exports.cards.statement_words import Row, filled_columns
from graph.drawing.network_view import name_of
from graph.lookup.browse_list import ListedThing, children_of, listed_things
from graph.lookup.thing_context import sort_label
from graph.model.facts import Facts
from ontology.labels.labels import name as word
from ontology.schema.fields import kind_by_name
from ontology.schema.kinds import THINGS, Mechanism, Place, Thing

KIND, SORT, REGION = "browse_kind", "browse_sort", "browse_region"
TREES = (Mechanism, Place)


def page() -> None:
    """The whole page."""
    facts = facts_or_stop()
    st.query_params.pop(NAME_PART, None)
    st.title(say("page_browse"))
    counts = {kind.__name__: len(facts.things_of(kind)) for kind in THINGS}
    kinds = [kind for kind, count in counts.items() if count]
    if not kinds:
        st.info(say("nothing_here"))
        return
    parts = [OneOf("kind", KIND, kinds, kinds[0])]
    restore_from_url("browse", parts)
    kind = kind_by_name(_kind({kind: counts[kind] for kind in kinds}))
    assert issubclass(kind, Thing)
    st.caption(say("browse_intro"))
    things = listed_things(facts, kind)
    rows = _chosen(facts, things, kind.__name__)
    st.caption(say("browse_count", count=len(rows), total=len(things)))
    if rows:
        _table(facts, rows)
    if kind in TREES:
        st.header(say(f"tree_{kind.__name__.lower()}"), anchor=False)
        st.html(_tree(facts, facts.things_of(kind), things))
    write_to_url("browse", parts)


def _kind(counts: Mapping[str, int]) -> str:
    """The kind of thing that is listed."""
    labels = {kind: f"{word(kind, language())} {count:,}" for kind, count in counts.items()}

    return persistent_choice(KIND, say("kind"), labels, label_visibility="visible")


def _chosen(facts: Facts, things: Sequence[ListedThing], kind: str) -> list[ListedThing]:
    """The things that the facets leave."""
    sorts = {
        thing.code: sort_label(facts, facts.things[thing.code], language()) for thing in things
    }
    regions = {thing.code: thing.region or "" for thing in things}
    left, right = st.columns(2)
    with left:
        sort = _facet(say("browse_sort"), sorts, f"{SORT}_{kind}", {})
    with right:
        names = {code: name_of(facts, code, language()) for code in set(regions.values()) if code}
        region = _facet(say("browse_region"), regions, f"{REGION}_{kind}", names)
    return [
        thing
        for thing in things
        if sort in ("", sorts[thing.code]) and region in ("", regions[thing.code])
    ]


def _facet(label: str, values: Mapping[str, str], key: str, names: Mapping[str, str]) -> str:
    """One value of a facet, each with its count, or "" for all; nothing to choose among one."""
    counts = Counter(value for value in values.values() if value)
    if len(counts) < 2:
        return ""
    options = ["", *sorted(counts, key=lambda value: (-counts[value], value))]
    labels = {value: f"{names.get(value, value)} ({counts[value]:,})" for value in options}
    labels[""] = say("any")
    chosen = st.selectbox(label, options, format_func=labels.__getitem__, key=f"{key}-{language()}")
    return str(chosen)


def _table(facts: Facts, things: Sequence[ListedThing]) -> None:
    other = "en" if language() == "zh" else "zh"
    rows: list[Row] = [
        {
            say("browse_name"): named_address(facts, thing.code, language()),
            say("browse_other_name"): name_of(facts, thing.code, other),
            say("browse_sort"): sort_label(facts, facts.things[thing.code], language()),
            say("browse_region"): name_of(facts, thing.region, language()) if thing.region else "",
            say("statements"): thing.statements,
            say("browse_first"): _year(thing.first),
            say("browse_last"): _year(thing.last),
            word("code", language()): thing.code,
        }
        for thing in things
    ]
    link = st.column_config.LinkColumn(display_text=NAME_IN_ADDRESS)
    st.dataframe(filled_columns(rows), hide_index=True, column_config={say("browse_name"): link})


def _year(year: int | None) -> str:
    return "" if year is None else str(year)


def _tree(facts: Facts, things: Sequence[Thing], listed: Sequence[ListedThing]) -> str:
    """Things below those that are broader or enclose them, as nested lists of HTML."""
    below = children_of(facts, things)
    counts = {thing.code: thing.statements for thing in listed}
    return _branch(facts, below, counts, "", frozenset())


def _branch(
    facts: Facts,
    children: Mapping[str, Sequence[str]],
    counts: Mapping[str, int],
    parent: str,
    path: frozenset[str],
) -> str:
    """The list of what is below a thing; a circle ends where it closes."""
    items = [
        f"<li>{thing_link(facts, code, language())} "
        f"{escape(say('browse_statements', count=counts[code]))}"
        f"{_branch(facts, children, counts, code, path | {code})}</li>"
        for code in children.get(parent, ())
        if code not in path
    ]
    return f"<ul>{''.join(items)}</ul>" if items else ""


page()
