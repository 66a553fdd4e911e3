"""The choice of a question: by group, each in the order of the reader's language."""

from __future__ import annotations

import streamlit as st

from app_pages.state.language import language, say
from app_pages.state.url_codec import ChoicePart
from app_pages.state.widget_state import persistent_widget
from graph.model.facts import Facts
from queries.catalogue import Question, questions
from queries.first_question import first_question
from queries.question_groups import group_of, grouped_questions

QUESTION = "ask_question"


def question_part(facts: Facts) -> ChoicePart:
    """The question as a part of the view; at first one that has an answer here."""
    return ChoicePart("question", QUESTION, tuple(questions()), first_question(facts))


def choose_question(facts: Facts) -> Question:
    """The list of the questions: typing any word of a title or of its group finds it."""
    entries = grouped_questions(language())
    titles = {entry.key: _title(entry) for entry in entries}

    def draw(widget_key: str, value: str | None) -> str:
        choice: str = st.selectbox(
            say("question"), list(titles), format_func=titles.__getitem__, key=widget_key
        )
        return choice

    return questions()[persistent_widget(QUESTION, first_question(facts), draw)]


def _title(question: Question) -> str:
    group = say(f"question_group_{group_of(question.key)}")
    return say("question_in_group", group=group, title=question.title.name(language()))
