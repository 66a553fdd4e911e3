"""The accepted rows, and the button that writes all rows of a source into the facts or none."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import streamlit as st

from app_pages.review_messages.open_review import reopen_review, review_or_stop
from app_pages.review_panels.accepted_rows import (
    accepted_rows,
    doubted_rows,
    forget_doubts,
    note_doubts,
)
from app_pages.review_panels.waiting_rows import waiting_rows
from app_pages.review_rows.columns import table_kinds
from app_pages.review_rows.texts import phrase
from app_pages.review_sources.open_sources import open_sources
from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from app_pages.state.workspace import copies, facts_folder, sources_folder
from drafting.decisions.review_error import AcceptedRowsDoubted, ReviewError
from drafting.settlement.settlement import Settlement, settle
from drafting.settlement.settlement_step import SettlementStep
from loaders.tables.faults import BadFacts
from ontology.labels.labels import name
from texts.system_errors import reason_with_file

SETTLEMENT_KEY = "review_settled"


def settlement_panel(curator: str) -> None:
    """The accepted rows of each source with a button, and what the last settlement has written."""
    if settlement := st.session_state.pop(SETTLEMENT_KEY, None):
        _show_settlement(settlement)
    st.write(phrase("settle_intro"))
    if copies() is None:
        st.info(say("give_copies"), icon=":material/description:")
        return
    state = review_or_stop(curator)
    with suppress(ReviewError, OSError):  # the settlement says what is wrong
        state.session.look_again()  # others may have accepted rows meanwhile
    waiting = waiting_rows(state.session.queue)
    if not waiting:
        st.info(phrase("nothing_to_settle"))
    sources = open_sources()
    for code, counts in waiting.items():
        title = sources[code].title if code in sources else code
        with st.container(border=True, key=f"settle_{code}"):
            st.markdown(f"**{plain(title)}**")
            st.text(_counts_in_words(counts))
            accepted_rows(state, code)
            is_wanted = st.button(phrase("settle_it"), key=f"settle-{code}")
            if doubted_rows(state, code) or is_wanted:
                _settle(code)


def _settle(code: str) -> None:
    """Writes the rows and shows each step; if it is refused, says why and writes nothing."""
    forget_doubts(code)
    with st.status(phrase("settling"), expanded=True) as status:

        def step(settlement_step: SettlementStep) -> None:
            st.text(phrase(f"step_{settlement_step.value}"))

        reason = ""
        try:
            settlement = settle(facts_folder(), Path(sources_folder()), code, step)
        except AcceptedRowsDoubted as error:
            note_doubts(code, error)
            st.rerun()
        except (ReviewError, BadFacts) as error:
            reason = error.text(language())
        except OSError as error:
            reason = phrase("not_written", reason=reason_with_file(error))
        if reason:
            status.update(label=phrase("not_settled"), state="error", expanded=True)
            st.text(reason)
            return
        status.update(label=phrase("settled"), state="complete")
    reopen_review()
    st.session_state[SETTLEMENT_KEY] = settlement
    st.rerun()


def _show_settlement(settlement: Settlement) -> None:
    st.success(phrase("settled_rows", rows=_counts_in_words(settlement.added_rows)))
    if settlement.removed_rows:
        st.info(phrase("rows_removed", rows=_counts_in_words(settlement.removed_rows)))
    with st.container(horizontal=True):
        for page in ("spread", "explore", "sources"):
            label, arrow = say(f"page_{page}"), ":material/arrow_forward:"
            st.page_link(f"app_pages/{page}.py", label=label, icon=arrow)


def _counts_in_words(counts: Mapping[str, int]) -> str:
    """Each kind of row in words with how many there are."""
    kinds = table_kinds()
    words = {table: name(kinds[table].__name__, language()) for table in counts}
    return " · ".join(f"{words[table]} {count}" for table, count in sorted(counts.items()))
