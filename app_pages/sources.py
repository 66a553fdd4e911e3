"""Sources: each text, its statements, and whether the reader's copy has the cited words."""

from __future__ import annotations

from collections import Counter
from functools import partial

import streamlit as st

from app_pages.components.answer_downloads import table_file
from app_pages.components.picker import pick_one
from app_pages.components.result_table import picked_row, with_address
from app_pages.panels.cite_control import cite_dataset, cite_source
from app_pages.panels.evidence import evidence
from app_pages.state.address import restore_from_url, write_to_url
from app_pages.state.copies_check import spots_in_copies
from app_pages.state.language import language, say
from app_pages.state.url_codec import ChoicePart
from app_pages.state.workspace import copies, facts_or_stop
from app_pages.tables.statement_pages import statement_page
from exports.cards.arrow_table import arrow_table, filled_table
from exports.cards.statement_card import STYLE, CardContext, card
from exports.cards.statement_words import Row, date_text, names, publication_date, stance
from graph.drawing.statement_headline import headline
from graph.lookup.withdrawn import withdrawn_of_source
from graph.model.facts import Facts
from graph.stores.store import Cell
from loaders.copies.source_access import text_places, vanished_support
from loaders.copies.source_copies import SpanState
from ontology.labels.labels import choice_name
from ontology.labels.labels import name as word
from ontology.schema.kinds import Source
from texts.tables import APP

SOURCE = "source"


def page() -> None:
    """The whole page."""
    facts = facts_or_stop()
    st.title(say("page_sources"))
    sources = facts.things_of(Source)
    if not sources:
        st.info(say("nothing_here"))
        return
    codes = [source.code for source in sources]
    stating = {statement.source for statement in facts.statements.values()}
    first_code = next((code for code in codes if code in stating), codes[0])
    parts = [ChoicePart("source", SOURCE, codes, first_code)]
    restore_from_url("sources", parts)
    _sources_table(facts, sources)
    _facts_of_vanished_sources(facts)
    code = pick_one(facts, SOURCE, say("choose_source"), codes, may_be_none=False)
    _show_source(facts, str(code))
    write_to_url("sources", parts)


def _sources_table(facts: Facts, sources: list[Source]) -> None:
    """A row for each source, with the states of its spots in the reader's copies."""
    own_copies = copies()
    counts = Counter(statement.source for statement in facts.statements.values())
    if own_copies is None:
        st.info(say("give_copies"), icon=":material/description:")
        states = Counter[tuple[str, SpanState]]()
    else:
        states = Counter((spot.source, spot.state) for spot in spots_in_copies())
    rows: list[Row] = []
    for source in sources:
        row = _row(facts, source, counts[source.code])
        if own_copies is not None:
            has_copy = own_copies.text(source) is not None
            row[say("whole_copy")] = say(f"copy_{own_copies.is_as_read(source)}")
            row |= {say(f"count_{state.value}"): states[source.code, state] for state in SpanState}
        else:
            has_copy = False
        places = text_places(source, has_copy=has_copy and source.title_text is None)
        row[say("text_at")] = say("comma").join(say(f"text_at_{place.value}") for place in places)
        rows.append(row | _published_by(facts, source) | _where_to_read(source))
    # the publisher's name is the longest and comes last: readers must see the checks first
    st.dataframe(
        filled_table(rows),
        hide_index=True,
        column_config={
            say("title"): st.column_config.Column(width=300),
            word("address", language()): st.column_config.LinkColumn(),
            word("archive", language()): st.column_config.LinkColumn(),
        },
    )


def _row(facts: Facts, source: Source, count: int) -> dict[str, Cell]:
    return {
        say("title"): names(facts, language())[source.code],
        word("type", language()): choice_name(source.type, language()),
        word("published", language()): publication_date(source, language()),
        say("statements"): count,
    }


def _published_by(facts: Facts, source: Source) -> dict[str, Cell]:
    labels = names(facts, language())
    return {word("publisher", language()): labels.get(source.publisher or "", "")}


def _where_to_read(source: Source) -> dict[str, Cell]:
    """Who wrote the text, where and on what terms it can be read, and when it was retrieved."""
    return {
        word("author", language()): say("comma").join(source.author),
        word("address", language()): source.address,
        word("licence", language()): source.licence,
        word("retrieved", language()): str(source.retrieved or ""),
        word("state", language()): choice_name(source.state, language()) if source.state else "",
        word("last_seen", language()): str(source.last_seen or ""),
        word("archive", language()): source.archive,
    }


def _facts_of_vanished_sources(facts: Facts) -> None:
    """The facts that rest on sources that are gone from their address, a row for each."""
    labels = names(facts, language())
    rows: list[Row] = [
        {
            say("what_is_said"): headline(facts, support.fact.statement, language()),
            word("Source", language()): say("comma").join(labels[code] for code in support.sources),
            say("rests_on"): say(
                "rests_on_these" if support.is_only_support else "rests_on_others"
            ),
        }
        for support in vanished_support(facts)
    ]
    if rows:
        with st.expander(say("on_vanished", count=len(rows)), icon=":material/link_off:"):
            st.dataframe(arrow_table(rows), hide_index=True)


def _show_source(facts: Facts, code: str) -> None:
    """The statements of a source, a row for each."""
    ids = [id for id, statement in facts.statements.items() if statement.source == code]
    ids.sort(key=lambda id: facts.statements[id].start)
    counts = Counter(type(facts.statements[id]).__name__ for id in ids)
    st.text(" · ".join(f"{word(kind, language())} {count}" for kind, count in counts.most_common()))
    page_language = language()
    visible = statement_page(facts, ids, f"source_{code}")
    rows = [
        with_address(facts, _content(facts, id, page_language), id, page_language) for id in visible
    ]
    place = picked_row(rows, f"source_{code}", id_columns=[say("statement_id_column")])
    with st.container(horizontal=True):
        all_rows = partial(_rows, facts, ids, page_language)
        table_file(facts, all_rows, [[id] for id in ids], "source")
        cite_source(facts, code, "one_source")
        cite_dataset(facts, "dataset")
    if place is None:
        st.caption(say("select_row"))
    else:
        title = names(facts, language())[code]
        evidence(facts, [visible[place]], title, "source", is_revealed=True)
    _withdrawn(facts, code)


def _withdrawn(facts: Facts, code: str) -> None:
    """The withdrawn statements of a source, a card for each."""
    if ids := withdrawn_of_source(facts, code):
        context = CardContext(facts, copies(), language())
        with st.expander(say("withdrawn_statements", count=len(ids)), icon=":material/history:"):
            st.html(STYLE + "".join(card(context, id) for id in ids))


def _rows(facts: Facts, ids: list[str], page_language: str) -> list[dict[str, Cell]]:
    return [_content(facts, id, page_language) for id in ids]


def _content(facts: Facts, id: str, page_language: str) -> dict[str, Cell]:
    """A statement as a row; it is also made outside a run of the page, for the file."""
    statement = facts.statements[id]
    return {
        APP.say("kind", page_language): word(type(statement).__name__, page_language),
        APP.say("what_is_said", page_language): headline(facts, statement, page_language),
        APP.say("when", page_language): date_text(statement, page_language),
        word("stance", page_language): stance(statement, page_language),
        APP.say("spot_column", page_language): f"{statement.start}–{statement.end}",
    }


page()
