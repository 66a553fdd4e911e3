"""Runs a query once on a store, and shows its error as a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from graph.stores.common.base import StoreError, StoreUnreachable
from graph.stores.open import OpenStore
from texts.tables import APP

# The last question, its store, and its answer or error.
ANSWERED = "ask_answered"
Outcome = TypeVar("Outcome")


def answer_once(request: object, opened: OpenStore, run: Callable[[], Outcome]) -> Outcome:
    """The answer to the last question, or its error again, without a new query.

    Every click runs the page again; a store is queried only if the reader asked for it.
    """
    last = st.session_state.get(ANSWERED)
    if last is None or last[0] != request or last[1] is not opened:
        outcome: Outcome | StoreError
        try:
            outcome = run()
        except StoreUnreachable:
            raise  # the next run may reach the store
        except StoreError as error:
            outcome = error
        st.session_state[ANSWERED] = last = (request, opened, outcome)
    if isinstance(last[2], StoreError):
        raise last[2]
    answer: Outcome = last[2]
    return answer


def forget_answer() -> None:
    """The next question is put to the store even if it is the last one again."""
    st.session_state.pop(ANSWERED, None)


def show_refusal(error: Exception) -> None:
    """An error of a question or a store, as one sentence."""
    words = error.text(language()) if isinstance(error, StoreError) else str(error)
    reason = plain(" ".join(words.split())[:400])
    # an error of a subclass has the sentence of its base class
    named_kind = next(kind for kind in type(error).__mro__ if f"error_{kind.__name__}" in APP)
    st.error(say(f"error_{named_kind.__name__}", reason=reason))
