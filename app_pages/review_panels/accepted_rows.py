"""The accepted rows of a source before they are settled: each can be looked at again."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from app_pages.review_messages.cards import row_line
from app_pages.review_messages.open_review import OpenReview
from app_pages.review_messages.review_context import review_context
from app_pages.review_panels.views import go_to_drafts
from app_pages.review_rows.columns import table_kinds
from app_pages.review_rows.texts import phrase
from app_pages.state.language import language
from app_pages.state.markdown_escape import plain
from drafting.decisions.review_error import AcceptedRowsDoubted, ReviewError
from drafting.review.card import Card
from ontology.labels.labels import name
from texts.system_errors import reason_with_file

# The rows that are listed: more would make the page slow and nobody reads them.
MAX_ROWS = 50
DOUBTS_KEY = "review_doubts"
REFUSAL_KEY = "review_row_refused"


def accepted_rows(state: OpenReview, source: str) -> None:
    """The rows that wait to be written, each with a button that lets it wait for a decision."""
    queue = state.session.queue
    cards = [
        card
        for id, card in queue.cards.items()
        if card.is_accepted and card.draft.source == source and id not in queue.settled_rows
    ]
    if not cards:
        return
    with st.expander(phrase("accepted_rows", count=len(cards))):
        for card in cards[:MAX_ROWS]:
            _row(state, card)
        if len(cards) > MAX_ROWS:
            st.caption(phrase("further_rows", count=len(cards) - MAX_ROWS))


def _row(state: OpenReview, card: Card) -> None:
    id = card.draft.id
    line = row_line(review_context(state), card.row)
    words, button = st.columns([4, 1], vertical_alignment="center")
    words.markdown(plain(f"{_kind_name(card)}: {line['text']}"))
    if line["quote"]:
        words.caption(plain(line["quote"]))
    label = phrase("look_again")
    button.button(label, key=f"look-again-{id}", on_click=_look_again, args=(state, [id]))


def _kind_name(card: Card) -> str:
    return name(table_kinds()[card.draft.kind].__name__, language())


def note_doubts(source: str, error: AcceptedRowsDoubted) -> None:
    """Keeps why the rows of a source were not written, until a person has decided."""
    st.session_state.setdefault(DOUBTS_KEY, {})[source] = error


def forget_doubts(source: str) -> None:
    """A settlement is tried again."""
    st.session_state.setdefault(DOUBTS_KEY, {}).pop(source, None)


def doubted_rows(state: OpenReview, source: str) -> bool:
    """The rows on which doubts were raised later; whether a person has just confirmed them all."""
    if refusal := st.session_state.pop(REFUSAL_KEY, None):
        st.error(plain(refusal))
    error: AcceptedRowsDoubted | None = st.session_state.get(DOUBTS_KEY, {}).get(source)
    if error is None:
        return False
    st.error(phrase("rows_doubted"), icon=":material/rule:")
    context = review_context(state)
    for id, doubts in error.doubts.items():
        card = state.session.card(id)
        line = row_line(context, card.row)
        st.markdown(plain(f"{_kind_name(card)}: {line['text']}"))
        st.caption(plain(line["quote"]))
        for doubt in doubts:
            st.warning(plain(doubt.text(language())), icon=":material/rule:")
    with st.container(horizontal=True):
        label, ids = phrase("look_again_at_all"), list(error.doubts)
        is_confirmed = error.can_be_confirmed and st.button(phrase("confirm_doubts"))
        st.button(label, key=f"look-again-at-{source}", on_click=_look_again, args=(state, ids))
    return is_confirmed and _carry_out(lambda: _confirm(state, error))


def _confirm(state: OpenReview, error: AcceptedRowsDoubted) -> None:
    for id, doubts in error.doubts.items():
        state.session.look_again(id)  # the list shows what others have decided
        state.session.confirm(id, [doubt.code for doubt in doubts])


def _look_again(state: OpenReview, ids: list[str]) -> None:
    """Lets rows wait for a decision again, and goes to the first of them."""

    def reopen() -> None:
        for id in ids:
            state.session.look_again(id)
            state.session.reopen(id)

    if _carry_out(reopen):
        st.session_state.pop(DOUBTS_KEY, None)
        state.shown_draft = ids[0]
        go_to_drafts(state.session.card(ids[0]).draft.source)


def _carry_out(decide: Callable[[], None]) -> bool:
    """Whether a decision could be written; if not, the next run says why."""
    try:
        decide()
    except ReviewError as error:
        st.session_state[REFUSAL_KEY] = error.text(language())
    except OSError as error:
        st.session_state[REFUSAL_KEY] = phrase("not_written", reason=reason_with_file(error))
    else:
        return True
    return False
