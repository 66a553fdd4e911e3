"""Orders that an app wrote before it was ended are known to be done; rows by hand have a time."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from app_pages.review_messages.carry_out import carry_out, drafted_by_hand, was_done
from app_pages.review_messages.open_review import OpenReview
from app_pages.review_messages.page_clock import PageClock
from app_pages.review_messages.review_context import ReviewContext
from app_pages.review_sources.open_sources import OpenSource
from drafting.decisions.decision import Action
from drafting.drafts.draft import draft_span
from drafting.review.pace import pace
from drafting.review.review_session import ReviewSession
from tests.drafting.conftest import review, review_copies, review_folder
from tests.drafting.made_up_review import ALDER, BIRCH, RAW, SOURCE, Clock

__all__ = ["review", "review_copies", "review_folder"]
# Two sentences of the text that no draft cites, as the page names marked words.
THIRD_DRAFT, FIRST_DRAFT = f"{RAW.index('第三句')}-{RAW.index('的句子')}-adoption", "0-3-adoption"


@pytest.fixture
def state(review_folder, review_copies) -> OpenReview:
    """The open review of Ada, who has accepted the source and a draft."""
    clock = PageClock()
    session = ReviewSession.open(review_folder, review_copies, "Ada", clock)
    session.accept(next(c.draft.id for c in session.cards if c.draft.kind == "source"))
    session.accept(BIRCH.id, confirmed=True)
    return OpenReview((), session, clock, marked_source=SOURCE)


@pytest.fixture
def context(small_facts) -> ReviewContext:
    return ReviewContext(small_facts, {SOURCE: OpenSource(SOURCE, "", None, RAW)}, {})


def row_by_hand(words: str, **changes: object) -> dict[str, object]:
    order = {"action": "add", "draft": words, "kind": "adoption", "cells": dict(BIRCH.cells)}
    return order | {"id": "page-7", "seconds": 7, "confirmed": True} | changes


def sent(number: int, action: str, draft: str = "", **details: object) -> dict[str, object]:
    """An order of an open page, as the book of orders names it."""
    return {"id": f"page-{number}", "action": action, "draft": draft, **details}


def test_what_is_in_the_log_is_done(state, context):
    """The log alone says so: the same decision of another order is not this one."""
    order = sent(1, "reject", ALDER.id, reason="not_stated")
    assert not was_done(state.session, order)
    assert carry_out(state, context, order).refusal == ""
    again = ReviewSession.open(
        state.session.queue.folder.facts_folder, state.session.queue.copies.folder, "Ada", Clock()
    )
    assert was_done(again, order)
    assert not was_done(again, order | {"id": "page-2"})


def test_an_undoing_that_is_sent_twice_takes_one_decision_back(state, context):
    """A page that was opened later cannot say which decision it takes back."""
    session, order = state.session, sent(1, "undo")
    assert carry_out(state, context, order).draft == BIRCH.id
    assert was_done(session, order)
    assert session.queue.standing_decisions.last_decision_of("Ada").draft.kind == "source"


def test_an_undoing_that_ended_in_the_middle_of_a_batch_goes_on(state, context):
    session = state.session
    session.undo()
    carry_out(state, context, sent(1, "accept_all", BIRCH.id, drafts=[BIRCH.id, ALDER.id]))
    order = sent(2, "undo", BIRCH.id)
    first, second = session.queue.standing_decisions.batch_of(
        session.queue.standing_decisions.last_decision_of("Ada")
    )
    with session.queue.lock():  # of two lines the app could write only one
        undoing = replace(first, action=Action.UNDONE, order=order["id"])
        session.queue.append(undoing)
    assert not was_done(session, order)
    carry_out(state, context, order)
    assert was_done(session, order) and session.card(second.draft.id).is_open


def test_a_row_by_hand_is_done_once(state, context):
    order = row_by_hand(THIRD_DRAFT)
    assert not was_done(state.session, order)
    assert carry_out(state, context, order).refusal == ""
    assert was_done(state.session, order)
    assert not was_done(state.session, row_by_hand(FIRST_DRAFT, id="page-8"))


def test_the_log_has_the_seconds_of_a_row_by_hand(state, context):
    carry_out(state, context, row_by_hand(THIRD_DRAFT))
    (last_decision,) = state.session.queue.standing_decisions.decisions_on(
        next(c.draft.id for c in state.session.cards if c.draft.drafted_by == "hand")
    )
    assert pace([last_decision]).median == pytest.approx(7, abs=0.5)


def test_a_row_by_hand_cites_where_its_draft_has_the_date_that_is_not_marked():
    draft = replace(ALDER, spans=(*ALDER.spans, draft_span(RAW, 0, 3)))
    source = SimpleNamespace(code=SOURCE, raw=RAW, drafts=(BIRCH, draft))
    marked = (ALDER.spans[0].start, ALDER.spans[0].end - 2)
    for words, count in (("测试稿", 2), ("甲城市", 1), ("没有的字", 1)):
        row = drafted_by_hand("adoption", (("since_written", words),), source, marked)
        assert [(span.start, span.end) for span in row.spans] == [marked, (0, 3)][:count]


def test_the_rest_of_a_batch_is_accepted_if_the_app_ended_in_the_middle(state, context):
    order = sent(3, "accept_all", BIRCH.id, drafts=[BIRCH.id, ALDER.id])
    assert not was_done(state.session, order)
    assert carry_out(state, context, order).refusal == ""
    assert was_done(state.session, order)
    state.session.undo()
    assert was_done(state.session, order)  # it was taken back since, and must stay so
