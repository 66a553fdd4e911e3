"""Browse: all things of a kind as a list with facets, each with what leads to its page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from app_pages.state.address import restore_from_url, write_to_url
from app_pages.state.language import language, say
from app_pages.state.page_links import NAME_IN_ADDRESS, NAME_PART, named_address, thing_link
from app_pages.state.url_codec import ChoicePart, NumberRange, UrlPart
from app_pages.state.widget_state import persistent_choice, persistent_widget, widget_value
from app_pages.state.workspace import facts_or_stop
from exports.cards.arrow_table import filled_table
from exports.cards.statement_words import Row
from graph.lookup.browse_list import (
    ListedThing,
    ListFilter,
    children_of,
    facet_counts,
    listed_things,
    years_of,
)
from graph.lookup.thing_context import sort_label
from graph.model.facts import Facts
from ontology.labels.labels import name as word
from ontology.schema.fields import kind_by_name
from ontology.schema.kinds import THINGS, Mechanism, Place, Thing

KIND, SORT, REGION, YEARS = "browse_kind", "browse_sort", "browse_region", "browse_years"
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
    kind_text = str(st.query_params.get("kind", st.session_state.get(KIND)))
    restore_from_url("browse", _parts(facts, kinds, kind_text if kind_text in kinds else kinds[0]))
    name = _choose_kind({kind: counts[kind] for kind in kinds})
    kind = kind_by_name(name)
    assert issubclass(kind, Thing)
    st.caption(say("browse_intro"))
    things = listed_things(facts, kind)
    choice = _choose(facts, things, name)
    rows = [thing for thing in things if choice.admits(thing)]
    st.caption(say("browse_count", count=f"{len(rows):,}", total=f"{len(things):,}"))
    if rows:
        _table(facts, rows)
    if kind in TREES:
        st.header(say(f"tree_{name.lower()}"), anchor=False)
        st.html(_tree(facts, facts.things_of(kind), things))
    write_to_url("browse", _parts(facts, kinds, name))


def _parts(facts: Facts, kinds: Sequence[str], name: str) -> list[UrlPart]:
    """The view: the kind and the filters of its list; each kind has its own facets."""
    kind = kind_by_name(name)
    assert issubclass(kind, Thing)
    things = listed_things(facts, kind)
    sorts = {thing.sort for thing in things}
    regions = {thing.region for thing in things if thing.region}
    parts: list[UrlPart] = [
        ChoicePart("kind", KIND, kinds, kinds[0]),
        ChoicePart("sort", f"{SORT}_{name}", sorts, ""),
        ChoicePart("region", f"{REGION}_{name}", regions, ""),
    ]
    if (ends := years_of(things)) and ends[0] < ends[1]:
        return [*parts, NumberRange("years", f"{YEARS}_{name}", ends)]
    st.query_params.pop("years", None)
    return parts


def _choose_kind(counts: Mapping[str, int]) -> str:
    """The kind of thing that is listed."""
    labels = {kind: f"{word(kind, language())} {count:,}" for kind, count in counts.items()}

    return persistent_choice(KIND, say("kind"), labels, label_visibility="visible")


def _choose(facts: Facts, things: Sequence[ListedThing], kind: str) -> ListFilter:
    """The facets, each value with the number of things that it would leave."""
    keys = [f"{facet}_{kind}" for facet in (SORT, REGION, YEARS)]
    filter_before = ListFilter(
        widget_value(keys[0]) or "", widget_value(keys[1]) or "", widget_value(keys[2])
    )
    counts = facet_counts(things, filter_before)
    page_language = language()
    sorts = {
        thing.sort: sort_label(facts, facts.things[thing.code], page_language) for thing in things
    }
    regions = {
        thing.region: facts.display_name(thing.region, page_language)
        for thing in things
        if thing.region
    }
    columns = st.columns(3)
    with columns[0]:
        sort = _facet(say("browse_sort"), keys[0], sorts, counts[0])
    with columns[1]:
        region = _facet(say("browse_region"), keys[1], regions, counts[1])
    with columns[2]:
        years = _period(things, keys[2])
    return ListFilter(sort, region, years)


def _facet(label: str, key: str, names: Mapping[str, str], counts: Mapping[str, int]) -> str:
    """One value of a facet by its name, or "" for all; nothing to choose among one."""
    if len(names) < 2:
        return ""
    options = ["", *sorted(names, key=lambda value: (-counts.get(value, 0), names[value]))]
    labels = {value: f"{names[value]} ({counts.get(value, 0):,})" for value in options[1:]}
    labels[""] = say("any")

    def draw(widget_key: str, value: str | None) -> str:
        choice = st.selectbox(label, options, format_func=labels.__getitem__, key=widget_key)
        return str(choice)

    return persistent_widget(key, "", draw)


def _period(things: Sequence[ListedThing], key: str) -> tuple[int, int] | None:
    """The years in which something is stated of a thing; None if the reader has not narrowed it."""
    ends = years_of(things)
    if ends is None or ends[0] == ends[1]:
        return None

    def draw(widget_key: str, value: tuple[int, int] | None) -> tuple[int, int]:
        st.slider(say("browse_years"), *ends, value=value, key=widget_key)
        choice: tuple[int, int] = st.session_state[widget_key]
        return choice

    years = persistent_widget(key, ends, draw)
    return None if years == ends else years


def _table(facts: Facts, things: Sequence[ListedThing]) -> None:
    other_language = "en" if language() == "zh" else "zh"
    rows: list[Row] = [
        {
            say("browse_name"): named_address(facts, thing.code, language()),
            say("browse_other_name"): facts.display_name(thing.code, other_language),
            say("browse_sort"): sort_label(facts, facts.things[thing.code], language()),
            say("browse_region"): facts.display_name(thing.region, language())
            if thing.region
            else "",
            say("statements"): thing.statements,
            say("browse_first"): _year(thing.first_year),
            say("browse_last"): _year(thing.last_year),
            word("code", language()): thing.code,
        }
        for thing in things
    ]
    link = st.column_config.LinkColumn(display_text=NAME_IN_ADDRESS)
    table = filled_table(rows)
    st.dataframe(table, hide_index=True, column_config={say("browse_name"): link})


def _year(year: int | None) -> str:
    return "" if year is None else str(year)


def _tree(facts: Facts, things: Sequence[Thing], listed_things: Sequence[ListedThing]) -> str:
    """Things below those that are broader or enclose them, as nested lists of HTML."""
    narrower_codes = children_of(facts, things)
    counts = {thing.code: thing.statements for thing in listed_things}
    return _branch(facts, narrower_codes, counts, "", frozenset())


def _branch(
    facts: Facts,
    children: Mapping[str, Sequence[str]],
    counts: Mapping[str, int],
    parent: str,
    path: frozenset[str],
) -> str:
    """The list of what is below a thing; a cycle ends where it closes."""
    items = [
        f"<li>{thing_link(facts, code, language())} "
        f"{escape(say('browse_statements', count=counts[code]))}"
        f"{_branch(facts, children, counts, code, path | {code})}</li>"
        for code in children.get(parent, ())
        if code not in path
    ]
    return f"<ul>{''.join(items)}</ul>" if items else ""


page()
