"""Orders that an app wrote before it was ended are known to be done."""

from __future__ import annotations

import pytest

from app_pages.review_messages.carry_out import was_done
from drafting.review.review_session import ReviewSession
from tests.drafting.conftest import review, review_copies, review_folder
from tests.drafting.made_up_review import ALDER, BIRCH

__all__ = ["review", "review_copies", "review_folder"]


@pytest.fixture
def session(review) -> ReviewSession:
    opened = review("Ada")
    opened.accept(next(c.draft.id for c in opened.cards if c.draft.kind == "source"))
    opened.accept(BIRCH.id, confirmed=True)
    return opened


@pytest.mark.parametrize(
    ("order", "is_done"),
    [
        ({"action": "accept", "draft": BIRCH.id, "before": ""}, True),
        ({"action": "accept", "draft": ALDER.id, "before": ""}, False),
        ({"action": "reject", "draft": BIRCH.id, "before": ""}, False),
        ({"action": "undo", "draft": BIRCH.id}, False),
        ({"action": "undo", "draft": ALDER.id}, True),
        ({"action": "accept", "draft": "nothing", "before": ""}, False),
        ({"action": "add", "kind": "adoption", "cells": dict(BIRCH.cells)}, True),
        ({"action": "add", "kind": "adoption", "cells": {"adopter": "1"}}, False),
    ],
)
def test_what_is_in_the_log_is_done(session, order, is_done):
    assert was_done(session, order) is is_done
