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
from drafting.drafts.draft import draft_span
from drafting.review.pace import pace
from drafting.review.review_session import ReviewSession
from tests.drafting.conftest import review, review_copies, review_folder
from tests.drafting.made_up_review import ALDER, BIRCH, RAW, SOURCE

__all__ = ["review", "review_copies", "review_folder"]
# Two sentences of the text that no draft cites, as the page names marked words.
THIRD, FIRST = f"{RAW.index('第三句')}-{RAW.index('的句子')}-adoption", "0-3-adoption"


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
    return order | {"seconds": 7, "confirmed": True} | changes


@pytest.mark.parametrize(
    ("order", "is_done"),
    [
        ({"action": "accept", "draft": BIRCH.id, "before": ""}, True),
        ({"action": "accept", "draft": ALDER.id, "before": ""}, False),
        ({"action": "reject", "draft": BIRCH.id, "before": ""}, False),
        ({"action": "undo", "draft": BIRCH.id}, False),
        ({"action": "undo", "draft": ALDER.id}, True),
        ({"action": "accept", "draft": "nothing", "before": ""}, False),
        ({"action": "add_thing", "draft": "nothing", "kind": "place", "cells": {}}, False),
    ],
)
def test_what_is_in_the_log_is_done(state, context, order, is_done):
    assert was_done(state, context, order) is is_done


def test_a_row_by_hand_is_done_only_at_its_passage(state, context):
    """The same cells at another passage are another row, and would be lost if they counted."""
    assert not was_done(state, context, row_by_hand(THIRD))
    assert carry_out(state, context, row_by_hand(THIRD)).refusal == ""
    assert was_done(state, context, row_by_hand(THIRD))
    assert not was_done(state, context, row_by_hand(FIRST))
    assert not was_done(state, context, row_by_hand(THIRD, cells={"adopter": "11"}))
    other_source = replace(state, marked_source="another-text")
    assert not was_done(other_source, context, row_by_hand(THIRD))


def test_the_log_has_the_seconds_of_a_row_by_hand(state, context):
    carry_out(state, context, row_by_hand(THIRD))
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
    order = {"action": "accept_all", "draft": BIRCH.id, "drafts": [BIRCH.id, ALDER.id]}
    assert not was_done(state, context, order)
    assert carry_out(state, context, order).refusal == ""
    assert was_done(state, context, order)
