"""The open review of a reader's session, and the last requests of the page in the browser."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NoReturn

import streamlit as st

from app_pages.review_messages.orders import OrderBook
from app_pages.review_messages.page_clock import PageClock
from app_pages.review_rows.component_types import (
    ReviewBatch,
    ReviewCard,
    ReviewCheck,
    ReviewCode,
    ReviewHits,
    ReviewQuestion,
)
from app_pages.review_rows.texts import phrase
from app_pages.state.language import language
from app_pages.state.markdown_escape import plain
from app_pages.state.workspace import copies, facts_folder, facts_stamp, sources_folder
from drafting.decisions.review_error import ReviewError
from drafting.review.identity_review import IdentityReview
from drafting.review.review_session import ReviewSession
from drafting.settlement.settlement import finish_settlement
from texts.system_errors import reason_with_file

STATE = "review_state"


@dataclass
class OpenReview:
    """An open review; when `key` changes, it must be opened again.

    `shown_draft` is the draft that the browser shows, `marked_source` the source whose text it
    shows. The others are the last answers to its requests: a row that was checked, things for typed
    letters, a code, a row for marked words, rows that are alike, and the things that a name may
    mean.
    `written_cards` are the finished cards by their input.
    """

    key: tuple[str, ...]
    session: ReviewSession
    clock: PageClock
    book: OrderBook = field(default_factory=OrderBook)
    shown_draft: str | None = None
    marked_source: str = ""
    check: ReviewCheck | None = None
    hits: ReviewHits | None = None
    code: ReviewCode | None = None
    proposal: ReviewCard | None = None
    alike: ReviewBatch | None = None
    question: ReviewQuestion | None = None
    written_cards: dict[object, ReviewCard] = field(default_factory=dict)


def open_review(curator: str) -> OpenReview:
    """The session's review of the open facts by a curator, opened again when these change.

    Raises ReviewError if the drafts or the log of decisions cannot be read.
    """
    folder, stamp = facts_stamp()
    key = (folder, stamp, sources_folder(), curator)
    state: OpenReview | None = st.session_state.get(STATE)
    if state is None or state.key != key:
        clock = PageClock()
        own_copies = copies()
        texts = own_copies.folder if own_copies else None
        session = ReviewSession.open(facts_folder(), texts, curator, clock)
        book = state.book if state else OrderBook()
        state = st.session_state[STATE] = OpenReview(key, session, clock, book)
    return state


def review_or_stop(curator: str) -> OpenReview:
    """The session's review; if it cannot be read, says why and ends the page."""
    try:
        return open_review(curator)
    except ReviewError as error:
        _stop(error.text(language()))
    except OSError as error:
        _stop(phrase("not_read", reason=reason_with_file(error)))


def _stop(reason: str) -> NoReturn:
    st.error(plain(reason))
    st.stop()


def end_interrupted_settlement() -> None:
    """Completes a settlement that was interrupted while it wrote, and says so."""
    try:
        files = finish_settlement(facts_folder())
    except ReviewError as error:
        st.error(plain(phrase("settlement_not_ended", reason=error.text(language()))))
    except OSError as error:
        st.error(plain(phrase("settlement_not_ended", reason=reason_with_file(error))))
    else:
        if files:
            st.info(plain(phrase("settlement_ended", files=", ".join(files))))


def identity_review(state: OpenReview) -> IdentityReview:
    """The names of the open review for its curator to judge. Raises BadLog."""
    queue = state.session.queue
    return IdentityReview(queue.folder, queue.facts, state.session.curator, state.clock)


def reopen_review() -> None:
    """Makes the next run read the review again, because the drafts have changed."""
    st.session_state.pop(STATE, None)
