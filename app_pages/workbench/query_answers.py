"""Runs a query once on a store, and shows its error as a sentence."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

import streamlit as st

from app_pages.forms.questions.question_form import question_parts
from app_pages.state.language import language, say
from app_pages.state.markdown_escape import plain
from graph.model.facts import Facts
from graph.stores.open import OpenStore
from graph.stores.store import Answer, Store, StoreError, StoreUnreachable
from queries.ask import ask
from queries.catalogue import QueryError, questions
from queries.first_question import first_question
from queries.parameters import value_of
from texts.tables import APP

# The last question, its store, and its answer or error.
LAST_ANSWER_KEY = "ask_answered"
Outcome = TypeVar("Outcome")
# The parameters of a question with their values, in the order of their keys.
Values = tuple[tuple[str, str | int], ...]


def answer_once(
    request: object, open_store: OpenStore, ask_store: Callable[[], Outcome]
) -> Outcome:
    """The answer to the last question, or its error again, without a new query.

    Every click runs the page again; a store is queried only if the reader asked for it.
    """
    last_answer = st.session_state.get(LAST_ANSWER_KEY)
    if last_answer is None or last_answer[0] != request or last_answer[1] is not open_store:
        outcome: Outcome | StoreError
        try:
            outcome = ask_store()
        except StoreUnreachable:
            raise  # the next run may reach the store
        except StoreError as error:
            outcome = error
        st.session_state[LAST_ANSWER_KEY] = last_answer = (request, open_store, outcome)
    if isinstance(last_answer[2], StoreError):
        raise last_answer[2]
    answer: Outcome = last_answer[2]
    return answer


@st.cache_resource(max_entries=32, show_spinner=False)
def shared_answer(
    folders: str, stamp: str, key: str, values: Values, language: str, _store: Store
) -> Answer:
    """The answer to a question of the catalogue from an engine of the app, for all its readers.

    An error is no answer: the next reader asks again.
    """
    return ask(questions()[key], dict(values), _store, language)


def first_answer(facts: Facts, folders: str, stamp: str, open_store: OpenStore) -> None:
    """Asks ahead what the page asks when it is first opened."""
    question = questions()[first_question(facts)]
    parts = zip(question.parameters, question_parts(facts, question), strict=True)
    with suppress(StoreError, QueryError):  # the page reports it
        values = {
            parameter.key: value_of(facts, parameter, str(part.default))
            for parameter, part in parts
            if part.default is not None
        }
        if len(values) == len(question.parameters):
            sorted_values = tuple(sorted(values.items()))
            shared_answer(
                folders, stamp, question.key, sorted_values, open_store.language, open_store.store
            )


def forget_answer() -> None:
    """The next question is put to the store even if it is the last one again."""
    st.session_state.pop(LAST_ANSWER_KEY, None)


def show_refusal(error: Exception) -> None:
    """An error of a question or a store, as one sentence."""
    words = error.text(language()) if isinstance(error, StoreError) else str(error)
    reason = plain(" ".join(words.split())[:400])
    # an error of a subclass has the sentence of its base class
    named_kind = next(kind for kind in type(error).__mro__ if f"error_{kind.__name__}" in APP)
    st.error(say(f"error_{named_kind.__name__}", reason=reason))
